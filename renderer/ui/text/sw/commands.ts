import type { CommandsText } from "../en/commands.ts";

export const commands: CommandsText = {
  groups: {
    library: "Maktaba",
    briefing: "Ripoti",
    go: "Nenda",
    view: "Onyesha",
    help: "Msaada",
  },
  keyNames: {
    ctrl: "Ctrl",
    shift: "Shift",
    alt: "Alt",
    enter: "Enter",
    escape: "Esc",
    delete: "Del",
    space: "Nafasi",
  },
  keyOr: "au",
  keyThen: "kisha",

  getNew: "Leta habari mpya",
  stopGetting: "Acha kuleta",
  pasteText: "Bandika maandishi au anwani",
  openFiles: "Fungua faili…",
  addSource: "Ongeza chanzo…",
  openSettings: "Mipangilio…",

  toggleRead: "Weka imesomwa au haijasomwa",
  toggleSaved: "Weka au usiweke tena",
  copyWithSource: "Nakili pamoja na chanzo",
  print: "Chapisha…",
  markOlderRead: "Weka hii na za zamani kuwa zimesomwa",
  deleteBriefing: "Futa",
  restoreBriefing: "Rudisha kwenye orodha",

  search: "Tafuta",
  nextBriefing: "Ripoti inayofuata",
  previousBriefing: "Ripoti iliyotangulia",
  nextUnread: "Isiyosomwa inayofuata",
  openBriefing: "Fungua",
  stepOut: "Rudi hatua moja",
  goBack: "Nyuma",
  goForward: "Mbele",
  nextMatch: "Neno linalofuata",
  previousMatch: "Neno lililotangulia",

  showAll: "Ripoti zote",
  showUnread: "Hazijasomwa",
  showSaved: "Zilizowekwa",
  showArrivals: "Zilizofika",
  showDeleted: "Zilizofutwa",
  largerText: "Maandishi makubwa zaidi",
  smallerText: "Maandishi madogo zaidi",

  showShortcuts: "Vitufe vya mkato",
  showAbout: "Kuhusu Field Reader",
};
