import type { Mark } from "../../model/body.ts";
import type { DocxStyles } from "./docx-styles.ts";
import { type HtmlWriter, runHtml } from "./html-writer.ts";
import type { XmlAttribute, XmlListener } from "./read-xml.ts";

export interface DocxParts {
  readonly styles: DocxStyles;
  readonly listKind: (numId: string, depth: number) => "ordered" | "bullets" | "none";
  readonly links: ReadonlyMap<string, string>;
}

interface Paragraph {
  html: string;
  style: string | null;
  outline: number | null;
  numId: string | null;
  depth: number;
}

interface Run {
  readonly marks: Set<Mark>;
  hidden: boolean;
}

interface Field {
  instruction: string;
  href: string | null;
}

/** What was deleted while changes were tracked, and the second copy that old programs get of a text box. */
const leftOut = new Set(["Fallback", "moveFrom", "del"]);
const isOff = (value: string | null) => value === "0" || value === "false" || value === "off" || value === "none";

/** Word's own markup → HTML, one event at a time. */
export class DocxListener implements XmlListener {
  readonly #parts: DocxParts;
  readonly #writer: HtmlWriter;
  /** Numbers of the notes in the order in which the text names them. */
  readonly notes: string[] = [];
  readonly #paragraphs: Paragraph[] = [];
  readonly #fields: Field[] = [];
  readonly #hrefs: (string | null)[] = [];
  #run: Run | null = null;
  #reads: "text" | "instruction" | "nothing" = "nothing";
  #skipping = 0;
  #cell: { columns: number; goesOn: boolean; opened: boolean; tag: "td" | "th" }[] = [];
  #isHeaderRow = false;

  constructor(parts: DocxParts, writer: HtmlWriter) {
    this.#parts = parts;
    this.#writer = writer;
  }

  open(name: string, attribute: XmlAttribute): void {
    if (this.#skipping > 0 || leftOut.has(name)) {
      this.#skipping += 1;
      return;
    }
    const paragraph = this.#paragraphs.at(-1);
    switch (name) {
      case "p":
        this.#openCell();
        this.#paragraphs.push({ html: "", style: null, outline: null, numId: null, depth: 0 });
        break;
      case "pStyle":
        if (paragraph !== undefined) paragraph.style = attribute("val");
        break;
      case "outlineLvl":
        if (paragraph !== undefined) paragraph.outline = Number(attribute("val"));
        break;
      case "numId":
        if (paragraph !== undefined) paragraph.numId = attribute("val");
        break;
      case "ilvl":
        if (paragraph !== undefined) paragraph.depth = Number(attribute("val"));
        break;
      case "hyperlink":
        this.#hrefs.push(this.#parts.links.get(attribute("id") ?? "") ?? null);
        break;
      case "footnoteReference":
      case "endnoteReference":
        this.#noteMark(name, attribute);
        break;
      case "fldChar":
        this.#field(attribute("fldCharType"));
        break;
      case "tbl":
      case "tr":
      case "tc":
        this.#openTablePart(name);
        break;
      default:
        if (!this.#cellProperty(name, attribute)) this.#runPart(name, attribute);
    }
  }

  #runPart(name: string, attribute: XmlAttribute): void {
    if (name === "r") this.#run = { marks: new Set(), hidden: false };
    const run = this.#run;
    if (run === null) return;
    const isOn = !isOff(attribute("val"));
    if (name === "b" && isOn) run.marks.add("strong");
    else if (name === "i" && isOn) run.marks.add("emphasis");
    else if (name === "vanish" && isOn) run.hidden = true;
    else if (name === "vertAlign") this.#raise(run, attribute("val"));
    else if (name === "t") this.#reads = "text";
    else if (name === "instrText") this.#reads = "instruction";
    else if (name === "tab") this.#write("\t");
    else if (name === "noBreakHyphen") this.#write("\u2011");
    else if (name === "cr" || name === "br") this.#break(attribute("type"));
  }

  #raise(run: Run, place: string | null): void {
    if (place === "superscript") run.marks.add("sup");
    if (place === "subscript") run.marks.add("sub");
  }

  #break(type: string | null): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph !== undefined && type !== "page" && type !== "column") paragraph.html += "<br>";
  }

  #write(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined || this.#run === null || this.#run.hidden) return;
    const href = this.#hrefs.findLast((link) => link !== null) ?? this.#fields.findLast((field) => field.href)?.href;
    paragraph.html += runHtml(text, [...this.#run.marks], href ?? null);
  }

  #noteMark(name: string, attribute: XmlAttribute): void {
    const note = `${name === "endnoteReference" ? "endnote" : "footnote"} ${attribute("id") ?? ""}`;
    this.notes.push(note);
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph !== undefined) paragraph.html += `<sup>${this.notes.length}</sup>`;
  }

  /** Links that older programs write: a field with an instruction, then the words. */
  #field(type: string | null): void {
    const field = this.#fields.at(-1);
    if (type === "begin") this.#fields.push({ instruction: "", href: null });
    else if (type === "separate" && field !== undefined)
      field.href = /HYPERLINK\s+"([^"]+)"/.exec(field.instruction)?.[1] ?? null;
    else if (type === "end") this.#fields.pop();
  }

  #openTablePart(name: "tbl" | "tr" | "tc"): void {
    this.#openCell();
    if (name === "tbl") this.#writer.raw("<table>");
    else if (name === "tr") {
      this.#isHeaderRow = false;
      this.#writer.raw("<tr>");
    } else this.#cell.push({ columns: 1, goesOn: false, opened: false, tag: this.#isHeaderRow ? "th" : "td" });
  }

  #cellProperty(name: string, attribute: XmlAttribute): boolean {
    const cell = this.#cell.at(-1);
    if (name === "tblHeader") this.#isHeaderRow = !isOff(attribute("val"));
    else if (name === "gridSpan" && cell !== undefined) cell.columns = Number(attribute("val")) || 1;
    else if (name === "vMerge" && cell !== undefined) cell.goesOn = attribute("val") !== "restart";
    else return false;
    return true;
  }

  /** A cell's properties come before its text: its tag waits for them. */
  #openCell(): void {
    const cell = this.#cell.at(-1);
    if (cell === undefined || cell.opened) return;
    cell.opened = true;
    this.#writer.raw(`<${cell.tag} colspan="${cell.columns}">`);
  }

  close(name: string): void {
    if (this.#skipping > 0) {
      this.#skipping -= 1;
      return;
    }
    if (name === "p") this.#closeParagraph();
    else if (name === "r") this.#run = null;
    else if (name === "t" || name === "instrText") this.#reads = "nothing";
    else if (name === "hyperlink") this.#hrefs.pop();
    else if (name === "tc") {
      this.#openCell();
      this.#writer.raw(`</${this.#cell.pop()?.tag ?? "td"}>`);
    } else if (name === "tr") this.#writer.raw("</tr>");
    else if (name === "tbl") this.#writer.raw("</table>");
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph === undefined || this.#cell.at(-1)?.goesOn) return;
    const heading = this.#parts.styles.headingOf(paragraph.style, paragraph.outline);
    this.#writer.paragraph(paragraph.html, { heading, list: this.#listOf(paragraph) });
  }

  #listOf({ numId, depth, style }: Paragraph) {
    const list = numId === null ? this.#parts.styles.listOf(style) : { numId, depth };
    const kind = list === null ? "none" : this.#parts.listKind(list.numId, list.depth);
    return list === null || kind === "none" ? null : { depth: list.depth, ordered: kind === "ordered" };
  }

  text(text: string): void {
    if (this.#skipping > 0) return;
    if (this.#reads === "text") this.#write(text);
    const field = this.#fields.at(-1);
    if (this.#reads === "instruction" && field !== undefined) field.instruction += text;
  }
}
