import type { ShelfText } from "../en/shelf.ts";
import { pluralsIn } from "../plurals.ts";

const say = pluralsIn("sw");
const references = (count: number) => say(count, { one: "rejea #", other: "rejea #" });

export const shelf: ShelfText = {
  name: "Rejea",
  about: "Zimeandikwa na timu ya Field Reader. Si habari.",
  count: references,
  notNews: "Rejea, si habari",
  writtenBy: "imeandikwa na timu ya Field Reader",
  checked: (date) => `imekaguliwa tarehe ${date}`,
  reviewBefore: (date) => `ikaguliwe kabla ya ${date}`,
  due: "ikaguliwe",
  sources: (names) => `vyanzo: ${names}`,
  dueSince: (date) => `Ikaguliwe: ilipaswa kupitiwa kabla ya ${date}.`,
  notReviewed: "Maandishi haya ya Kiswahili bado hayajapitiwa Goma.",
  versions: "Maandishi haya kwa",
  tools: "Rafu ya rejea",
  removeAll: "Ondoa rafu",
  restoreAll: "Rudisha",
  removed: (count) => say(count, { one: "# imeondolewa", other: "# zimeondolewa" }),
  empty: "Rejea zimeondolewa.",
  emptyNext: "Zinakuja na programu na zinarudishwa bila mtandao.",
  remove: "Ondoa kwenye rejea",
  removedNotice: ({ count }) => (count === 1 ? "Rejea imeondolewa." : `${references(count)} zimeondolewa.`),
  restoredNotice: ({ count }) => (count === 1 ? "Rejea imerudishwa." : `${references(count)} zimerudishwa.`),
  welcome: "Soma rejea",
  welcomeHint: "Maandishi mafupi ya kusoma, kunukuu na kupitisha habari",
};
