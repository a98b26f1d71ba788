import type { Mark } from "../../model/body.ts";
import { type HtmlWriter, runHtml } from "./html-writer.ts";
import type { XmlAttribute, XmlListener } from "./read-xml.ts";

interface OdtStyle {
  parent: string | null;
  readonly marks: Set<Mark>;
  isTitle: boolean;
}

const leftOut = new Set([
  "tracked-changes",
  "annotation",
  "covered-table-cell",
  "note-citation",
  "sequence-decls",
  "desc",
]);
const mostRepeats = 50;
const longestChain = 20;

/** What styles say that a text needs: which words are bold or italic, what is the title, which lists count. */
export class OdtStyles implements XmlListener {
  readonly #styles = new Map<string, OdtStyle>();
  readonly #orderedLists = new Set<string>();
  #open: OdtStyle | null = null;
  #list = "";

  open(name: string, attribute: XmlAttribute): void {
    if (name === "style") {
      const own = attribute("name") ?? "";
      const parent = attribute("parent-style-name");
      this.#open = { parent, marks: new Set(), isTitle: own === "Title" || parent === "Title" };
      this.#styles.set(own, this.#open);
    } else if (name === "text-properties" && this.#open !== null) {
      if (attribute("font-weight") === "bold") this.#open.marks.add("strong");
      if (attribute("font-style") === "italic") this.#open.marks.add("emphasis");
      const position = attribute("text-position") ?? "";
      if (/^super|^[1-9]/.test(position)) this.#open.marks.add("sup");
      if (/^sub|^-/.test(position)) this.#open.marks.add("sub");
    } else if (name === "list-style") this.#list = attribute("name") ?? "";
    else if (name === "list-level-style-number" && attribute("level") === "1") this.#orderedLists.add(this.#list);
  }

  close(name: string): void {
    if (name === "style") this.#open = null;
  }

  text(): void {}

  isOrdered(list: string | null): boolean {
    return list !== null && this.#orderedLists.has(list);
  }

  isTitle(name: string | null): boolean {
    return name === "Title" || (this.#styles.get(name ?? "")?.isTitle ?? false);
  }

  marksOf(name: string | null): readonly Mark[] {
    const marks = new Set<Mark>();
    let at = name;
    for (let steps = 0; at !== null && steps < longestChain; steps++) {
      const style = this.#styles.get(at);
      if (style === undefined) break;
      for (const mark of style.marks) marks.add(mark);
      at = style.parent;
    }
    return [...marks];
  }
}

interface Paragraph {
  html: string;
  readonly heading: number | null;
  readonly marks: readonly Mark[];
}

/** OpenDocument's text → HTML, one event at a time. */
export class OdtListener implements XmlListener {
  readonly #styles: OdtStyles;
  readonly #writer: HtmlWriter;
  readonly #paragraphs: Paragraph[] = [];
  readonly #spans: (readonly Mark[])[] = [];
  readonly #hrefs: (string | null)[] = [];
  readonly #lists: boolean[] = [];
  readonly #notes: string[] = [];
  #isInText = false;
  #isInNote = false;
  #isInHeaderRows = false;
  #skipping = 0;

  constructor(styles: OdtStyles, writer: HtmlWriter) {
    this.#styles = styles;
    this.#writer = writer;
  }

  open(name: string, attribute: XmlAttribute): void {
    if (this.#skipping > 0 || leftOut.has(name)) {
      this.#skipping += 1;
      return;
    }
    switch (name) {
      case "text":
        this.#isInText = true;
        break;
      case "h":
        this.#openParagraph(attribute, Number(attribute("outline-level") ?? "1") + 1);
        break;
      case "p":
        this.#openParagraph(attribute, this.#styles.isTitle(attribute("style-name")) ? 1 : null);
        break;
      case "span":
        this.#spans.push(this.#styles.marksOf(attribute("style-name")));
        break;
      case "a":
        this.#hrefs.push(attribute("href"));
        break;
      case "s":
        this.#write(" ");
        break;
      case "tab":
        this.#write("\t");
        break;
      case "line-break":
        this.#add("<br>");
        break;
      case "list":
        // A list inside a list counts as its parent does, unless it says otherwise.
        this.#lists.push(
          attribute("style-name") === null
            ? (this.#lists.at(-1) ?? false)
            : this.#styles.isOrdered(attribute("style-name")),
        );
        break;
      case "note-body":
        this.#isInNote = true;
        this.#notes.push("");
        break;
      default:
        this.#openTablePart(name, attribute);
    }
  }

  #openParagraph(attribute: XmlAttribute, heading: number | null): void {
    this.#paragraphs.push({ html: "", heading, marks: this.#styles.marksOf(attribute("style-name")) });
  }

  #openTablePart(name: string, attribute: XmlAttribute): void {
    if (name === "table") this.#writer.raw("<table>");
    else if (name === "table-header-rows") this.#isInHeaderRows = true;
    else if (name === "table-row") this.#writer.raw("<tr>");
    else if (name === "table-cell") {
      const columns = attribute("number-columns-spanned") ?? attribute("number-columns-repeated") ?? "1";
      const spanned = Math.min(Number(columns) || 1, mostRepeats);
      this.#writer.raw(`<${this.#cellTag} colspan="${spanned}">`);
    }
  }

  get #cellTag(): "td" | "th" {
    return this.#isInHeaderRows ? "th" : "td";
  }

  close(name: string): void {
    if (this.#skipping > 0) {
      this.#skipping -= 1;
      return;
    }
    if (name === "p" || name === "h") this.#closeParagraph();
    else if (name === "text") this.#isInText = false;
    else if (name === "span") this.#spans.pop();
    else if (name === "a") this.#hrefs.pop();
    else if (name === "list") this.#lists.pop();
    else if (name === "note-body") {
      this.#isInNote = false;
      this.#add(`<sup>${this.#notes.length}</sup>`);
    } else if (name === "table-cell") this.#writer.raw(`</${this.#cellTag}>`);
    else if (name === "table-row") this.#writer.raw("</tr>");
    else if (name === "table-header-rows") this.#isInHeaderRows = false;
    else if (name === "table") this.#writer.raw("</table>");
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph === undefined || !this.#isInText) return;
    if (this.#isInNote) {
      this.#notes[this.#notes.length - 1] += ` ${paragraph.html}`;
      return;
    }
    const ordered = this.#lists.at(-1);
    const list = ordered === undefined ? null : { depth: this.#lists.length - 1, ordered };
    this.#writer.paragraph(paragraph.html, { heading: paragraph.heading, list });
  }

  #add(html: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph !== undefined) paragraph.html += html;
  }

  #write(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined) return;
    const marks = new Set([...paragraph.marks, ...this.#spans.flat()]);
    if (paragraph.heading !== null) marks.delete("strong");
    paragraph.html += runHtml(text, [...marks], this.#hrefs.at(-1) ?? null);
  }

  text(text: string): void {
    if (this.#skipping === 0) this.#write(text);
  }

  /** The notes in the order in which the text names them. */
  finish(): void {
    if (this.#notes.length > 0)
      this.#writer.raw(`<ol>${this.#notes.map((note) => `<li>${note.trim()}</li>`).join("")}</ol>`);
  }
}
