import { MemoryVault, open } from "./search-testbed.suite.ts";

export const at = (day: string) => Date.parse(`${day}T10:00:00Z`);
export const now = at("2026-10-24");
export const on = (day: string) => ({ times: { asOf: null, published: at(day), posted: null, fetched: at(day) } });

/** Six briefings that tell homonyms, languages, kinds and years apart. */
export function fieldVault(): MemoryVault {
  const vault = new MemoryVault();
  const put = (number: number, title: string, text: string, more: Partial<Parameters<MemoryVault["put"]>[1]> = {}) =>
    vault.put(number, { title, paragraphs: [text], ...more });
  put(1, "Choléra à Sake", "Les cas montent.", { but: { ...on("2026-10-20"), sourceName: "Radio du lac" } });
  put(2, "Marché de Kibati", "En territoire de Walikale, la farine manque.", { but: on("2026-10-18") });
  put(3, "Marché de Kibati", "La piste est sèche.", { but: on("2026-09-30"), state: { read: true, saved: true } });
  put(4, "Eau à Kibati (Nyiragongo)", "Le camion passe.", { but: on("2025-12-31"), language: "en" });
  put(5, "Pluie à Pinga", "Le HCR distribue des bidons.", { but: { ...on("2026-10-15"), kind: "reference" } });
  put(6, "Farine chère", "Le choléra recule à Minova, dit l’UNHCR.", { but: on("2024-10-05") });
  return vault;
}

/** The numbers of its briefings that a query finds, without regard to their order. */
export async function opened(vault = fieldVault()) {
  const library = open(vault, null, { now });
  await library.service.start();
  await library.settle();
  const numbers = async (query: string, filters = {}) =>
    (await library.ask(query, filters)).hits.map(({ row }) => Number.parseInt(row.head.id, 16)).sort();
  return { ...library, numbers };
}
