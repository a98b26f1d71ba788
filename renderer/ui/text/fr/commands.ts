import type { CommandsText } from "../en/commands.ts";

export const commands: CommandsText = {
  groups: {
    library: "Bibliothèque",
    briefing: "Rapport",
    go: "Aller",
    view: "Afficher",
    help: "Aide",
  },
  keyNames: {
    ctrl: "Ctrl",
    shift: "Maj",
    alt: "Alt",
    enter: "Entrée",
    escape: "Échap",
    delete: "Suppr",
    space: "Espace",
  },
  keyOr: "ou",
  keyThen: "puis",

  getNew: "Récupérer",
  stopGetting: "Arrêter de récupérer",
  pasteText: "Coller un texte ou une adresse",
  openFiles: "Ouvrir des fichiers…",
  addSource: "Ajouter une source…",
  openSettings: "Réglages…",

  toggleRead: "Marquer lu ou non lu",
  toggleSaved: "Garder ou ne plus garder",
  copyWithSource: "Copier avec la source",
  print: "Imprimer…",
  markOlderRead: "Marquer lus ce rapport et les plus anciens",
  deleteBriefing: "Supprimer",
  restoreBriefing: "Remettre dans la liste",

  search: "Chercher",
  nextBriefing: "Rapport suivant",
  previousBriefing: "Rapport précédent",
  nextUnread: "Prochain non lu",
  openBriefing: "Ouvrir",
  stepOut: "Revenir d’un pas",
  goBack: "Retour",
  goForward: "Avancer",
  nextMatch: "Occurrence suivante",
  previousMatch: "Occurrence précédente",

  showAll: "Tous les rapports",
  showUnread: "Non lus",
  showSaved: "Gardés",
  showArrivals: "Arrivages",
  showDeleted: "Supprimés",
  largerText: "Texte plus grand",
  smallerText: "Texte plus petit",

  showShortcuts: "Touches",
  showAbout: "À propos de Field Reader",
};
