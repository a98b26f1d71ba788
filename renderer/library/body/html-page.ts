/** What a whole page says about itself in its head; all null for a fragment. */
export interface PageFacts {
  readonly title: string | null;
  readonly canonical: string | null;
  readonly siteName: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly language: string | null;
}

const metaMeanings: Readonly<Record<string, "title" | "siteName" | "author" | "published" | "canonical">> = {
  "og:title": "title",
  "dc.title": "title",
  "og:site_name": "siteName",
  "dc.publisher": "siteName",
  author: "author",
  "dc.creator": "author",
  "article:published_time": "published",
  "dc.date": "published",
  "dcterms.created": "published",
  date: "published",
  "og:url": "canonical",
};

/** Collects a page's facts while its tags go by; the first of each wins, og:title over <title>. */
export class PageFactsReader {
  readonly #facts: { -readonly [Name in keyof PageFacts]: PageFacts[Name] } = {
    title: null,
    canonical: null,
    siteName: null,
    author: null,
    published: null,
    language: null,
  };
  #titleElement = "";

  tag(name: string, attribute: (name: string) => string | null): void {
    if (name === "html") this.#facts.language ??= attribute("lang");
    if (name === "link" && /\bcanonical\b/i.test(attribute("rel") ?? "")) this.#facts.canonical = attribute("href");
    if (name !== "meta") return;
    const meaning = metaMeanings[(attribute("property") ?? attribute("name") ?? "").toLowerCase()];
    const content = attribute("content");
    if (meaning !== undefined && content !== null && content.trim() !== "") this.#facts[meaning] ??= content;
  }

  titleText(text: string): void {
    if (this.#titleElement.length < 2_000) this.#titleElement += text;
  }

  finish(): PageFacts {
    const title = this.#facts.title ?? this.#titleElement;
    return { ...this.#facts, title: title.trim() === "" ? null : title };
  }
}
