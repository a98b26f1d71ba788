import type { Mark } from "../../model/body.ts";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => escapes[sign] as string);
}

const tagOf: Readonly<Record<Mark, string>> = { strong: "b", emphasis: "i", code: "code", sub: "sub", sup: "sup" };

export interface ParagraphPlace {
  /** 1 to 6, or null for plain text. */
  readonly heading: number | null;
  /** Depth from 0 on, or null where it isn't an item of a list. */
  readonly list: { readonly depth: number; readonly ordered: boolean } | null;
}

/** Deeper lists than this are drawn at this depth. */
const deepestList = 8;

/**
 * Writes what an office document says as the simple HTML that the body builder reads like any other page: the same
 * allow-list then holds for it. The page never sees this.
 */
export class HtmlWriter {
  readonly #parts: string[] = [];
  #lists: ("ul" | "ol")[] = [];

  paragraph(inner: string, { heading, list }: ParagraphPlace): void {
    if (inner.trim() === "") return;
    if (heading !== null) {
      this.endLists();
      const level = Math.min(Math.max(heading, 1), 6);
      this.#parts.push(`<h${level}>${inner}</h${level}>\n`);
    } else if (list !== null) this.#item(inner, list);
    else {
      this.endLists();
      this.#parts.push(`<p>${inner}</p>\n`);
    }
  }

  #item(inner: string, { depth, ordered }: { readonly depth: number; readonly ordered: boolean }): void {
    const wanted = Math.min(Math.max(depth, 0), deepestList) + 1;
    const tag = ordered ? "ol" : "ul";
    while (this.#lists.length > wanted) this.#endList();
    if (this.#lists.length === wanted && this.#lists.at(-1) !== tag) this.#endList();
    const isNext = this.#lists.length === wanted;
    while (this.#lists.length < wanted) {
      this.#lists.push(tag);
      this.#parts.push(`<${tag}>${this.#lists.length < wanted ? "<li>" : ""}`);
    }
    this.#parts.push(`${isNext ? "</li>\n" : ""}<li>${inner}`);
  }

  #endList(): void {
    this.#parts.push(`</li></${this.#lists.pop()}>\n`);
  }

  endLists(): void {
    while (this.#lists.length > 0) this.#endList();
  }

  /** A tag of a table, as it is. */
  raw(html: string): void {
    this.endLists();
    this.#parts.push(html);
  }

  finish(): string {
    this.endLists();
    return this.#parts.join("");
  }
}

export function runHtml(text: string, marks: readonly Mark[], href: string | null): string {
  if (text === "") return "";
  let html = escapeHtml(text);
  for (const mark of marks) html = `<${tagOf[mark]}>${html}</${tagOf[mark]}>`;
  return href === null ? html : `<a href="${escapeHtml(href)}">${html}</a>`;
}
