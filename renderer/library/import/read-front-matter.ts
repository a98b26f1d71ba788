export interface FrontMatter {
  readonly title?: string;
  readonly date?: string;
  readonly source?: string;
  readonly language?: string;
  readonly link?: string;
}

const block = /^\s*---\r?\n([\s\S]{0,4000}?)\r?\n---\s*(?:\r?\n|$)/;
const meanings: Readonly<Record<string, keyof FrontMatter>> = {
  title: "title",
  titre: "title",
  date: "date",
  source: "source",
  author: "source",
  auteur: "source",
  lang: "language",
  language: "language",
  langue: "language",
  link: "link",
  url: "link",
  lien: "link",
};

/** The plain `name: value` lines that many Markdown editors put at a file's top. */
export function readFrontMatter(markdown: string): FrontMatter {
  const written = block.exec(markdown.slice(0, 5_000))?.[1];
  if (written === undefined) return {};
  const found: { -readonly [Name in keyof FrontMatter]: string } = {};
  for (const line of written.split(/\r?\n/)) {
    const [, name, value] = /^(\w+)\s*:\s*["']?(.*?)["']?\s*$/.exec(line) ?? [];
    const meaning = meanings[name?.toLowerCase() ?? ""];
    if (meaning !== undefined && value !== undefined && value !== "") found[meaning] ??= value;
  }
  return found;
}
