import type { InterfaceLanguage } from "../renderer/model/settings.ts";

/** The few words that the shell says itself: before the page is there, and for what the system does on its own. */
export interface ShellWords {
  readonly appName: string;
  readonly edit: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly resetZoom: string;
  readonly fullScreen: string;
  readonly window: string;
  readonly minimize: string;
  readonly close: string;
  readonly about: string;
  readonly hide: string;
  readonly hideOthers: string;
  readonly showAll: string;
  readonly quit: string;
  readonly startFailed: string;
}

export const appName = "Field Reader";

export const shellWords: Readonly<Record<InterfaceLanguage, ShellWords>> = {
  en: {
    appName,
    edit: "Edit",
    undo: "Undo",
    redo: "Redo",
    cut: "Cut",
    copy: "Copy",
    paste: "Paste",
    selectAll: "Select all",
    zoomIn: "Enlarge everything",
    zoomOut: "Reduce everything",
    resetZoom: "Normal size",
    fullScreen: "Full screen",
    window: "Window",
    minimize: "Minimise",
    close: "Close",
    about: `About ${appName}`,
    hide: `Hide ${appName}`,
    hideOthers: "Hide others",
    showAll: "Show all",
    quit: `Quit ${appName}`,
    startFailed: `${appName} could not start.`,
  },
  fr: {
    appName,
    edit: "Édition",
    undo: "Annuler",
    redo: "Rétablir",
    cut: "Couper",
    copy: "Copier",
    paste: "Coller",
    selectAll: "Tout sélectionner",
    zoomIn: "Tout agrandir",
    zoomOut: "Tout réduire",
    resetZoom: "Taille normale",
    fullScreen: "Plein écran",
    window: "Fenêtre",
    minimize: "Réduire",
    close: "Fermer",
    about: `À propos de ${appName}`,
    hide: `Masquer ${appName}`,
    hideOthers: "Masquer les autres",
    showAll: "Tout afficher",
    quit: `Quitter ${appName}`,
    startFailed: `${appName} n’a pas pu démarrer.`,
  },
  sw: {
    appName,
    edit: "Hariri",
    undo: "Tendua",
    redo: "Rudia",
    cut: "Kata",
    copy: "Nakili",
    paste: "Bandika",
    selectAll: "Chagua vyote",
    zoomIn: "Kuza vyote",
    zoomOut: "Punguza vyote",
    resetZoom: "Ukubwa wa kawaida",
    fullScreen: "Skrini nzima",
    window: "Dirisha",
    minimize: "Punguza",
    close: "Funga dirisha",
    about: `Kuhusu ${appName}`,
    hide: `Ficha ${appName}`,
    hideOthers: "Ficha nyingine",
    showAll: "Onyesha zote",
    quit: `Ondoka ${appName}`,
    startFailed: `${appName} haikuweza kuanza.`,
  },
};

/** The first language of the person's system that the interface speaks; else French, as the page decides too. */
export function interfaceLanguage(preferred: readonly string[]): InterfaceLanguage {
  for (const tag of preferred) {
    const language = tag.toLowerCase().split(/[-_]/)[0];
    if (language === "fr" || language === "sw" || language === "en") return language;
  }
  return "fr";
}
