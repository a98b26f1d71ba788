import { type Token, type TokenHandler, Tokenizer, TokenizerMode } from "parse5";
import type { Block, Mark } from "../../model/body.ts";
import { BlockWriter } from "./block-writer.ts";
import { cleanAddress } from "./clean-address.ts";
import {
  droppedElements,
  headingLevels,
  isHidden,
  lists,
  markFor,
  plainBlocks,
  voidElements,
} from "./html-elements.ts";
import { type FigureBlock, figureFor, mediaOf, smileyText } from "./html-media.ts";
import { type PageFacts, PageFactsReader } from "./html-page.ts";
import { type InlineStyle, plainStyle } from "./inline-run.ts";

type Attribute = (name: string) => string | null;

interface OpenElement {
  readonly tag: string;
  readonly closes:
    | "frame"
    | "section"
    | "style"
    | "heading"
    | "preformatted"
    | "dropped"
    | "title"
    | "form"
    | "quoted"
    | "nothing";
  readonly mark?: Mark;
  readonly href?: string | null;
  readonly media?: FigureBlock | null;
  /** Of a form: where it began, so that a small one is dropped whole. */
  readonly since?: { readonly mark: number; readonly ink: number; readonly depth: number };
}

/** Deeper open elements are treated as if their tags weren't there; their text stays. */
const maxOpenElements = 512;
/** A form with less text than this is a search box or a sign-up; pages that wrap everything in one have more. */
const smallFormLength = 400;

const cells = new Set(["td", "th"]);
const tableParts = new Set(["td", "th", "tr"]);
const tableScope = new Set(["table"]);
const cellScope = new Set(["table", "td", "th", "caption"]);
const listScope = new Set([...lists, "#list", "td", "th", "table", "blockquote"]);
const listItem = new Set(["li"]);
const inlineElements = new Set(["style", "quoted"]);

export interface ReadHtml {
  readonly blocks: readonly Block[];
  readonly page: PageFacts;
}

/**
 * Turns parse5's tokens into blocks as they come. No tree is built and nothing recurses, so nesting costs no more than
 * length: tree builders need quadratic time for some documents of a few megabytes.
 */
export class HtmlReader implements TokenHandler {
  readonly #writer = new BlockWriter();
  readonly #facts = new PageFactsReader();
  readonly #tokenizer: Tokenizer;
  readonly #open: OpenElement[] = [];
  readonly #openCounts = new Map<string, number>();
  readonly #ignoredCounts = new Map<string, number>();
  readonly #sections: { tag: string; blocks: readonly Block[]; ink: number }[] = [];
  #baseAddress: string | null;
  readonly #isPage: boolean;
  #dropping = 0;
  #style: InlineStyle = plainStyle;

  constructor({ baseAddress, isPage }: { baseAddress: string | null; isPage: boolean }) {
    this.#baseAddress = baseAddress;
    this.#isPage = isPage;
    this.#tokenizer = new Tokenizer({}, this);
  }

  read(html: string): ReadHtml {
    this.#tokenizer.write(html, true);
    this.#closeDownTo(0);
    const all = this.#writer.finish();
    const page = this.#facts.finish();
    return { blocks: this.#isPage ? this.#articleIn(all) : all, page };
  }

  /** The part that a page marks as its article, if that holds a good share of its words. */
  #articleIn(all: readonly Block[]): readonly Block[] {
    const total = this.#writer.inkLength;
    const largest = (tag: string) =>
      this.#sections.filter((section) => section.tag === tag).sort((one, other) => other.ink - one.ink)[0];
    const enough = (section: { ink: number } | undefined) => section !== undefined && section.ink * 5 >= total;
    const article = largest("article");
    const main = largest("main");
    if (enough(article) && article !== undefined && (main === undefined || article.ink * 2 >= main.ink)) {
      return article.blocks;
    }
    return main !== undefined && enough(main) ? main.blocks : all;
  }

  onComment(): void {}
  onDoctype(): void {}
  onEof(): void {}
  onNullCharacter(): void {}

  onCharacter({ chars }: Token.CharacterToken): void {
    if (this.#dropping > 0) return;
    if (this.#open.at(-1)?.closes === "title") this.#facts.titleText(chars);
    else this.#writer.text(chars, this.#style);
  }

  onWhitespaceCharacter(token: Token.CharacterToken): void {
    this.onCharacter(token);
  }

  onStartTag(token: Token.TagToken): void {
    const tag = token.tagName;
    const attribute: Attribute = (name) => {
      for (const { name: own, value } of token.attrs) if (own === name) return value;
      return null;
    };
    const isEmpty = token.selfClosing || voidElements.has(tag);
    if (!isEmpty) this.#readRawText(tag);
    if (this.#dropping > 0) {
      this.#sourceOfMedia(tag, attribute);
      if (!isEmpty) this.#push({ tag, closes: "nothing" });
      return;
    }
    this.#facts.tag(tag, attribute);
    if (tag === "base")
      this.#baseAddress = cleanAddress(attribute("href") ?? "", this.#baseAddress) ?? this.#baseAddress;
    if (droppedElements.has(tag) || isHidden(attribute)) this.#startDropping(tag, attribute, isEmpty);
    else if (!this.#startEmpty(tag, attribute) && !isEmpty) this.#start(tag, attribute);
  }

  #readRawText(tag: string): void {
    if (tag === "script") this.#tokenizer.state = TokenizerMode.SCRIPT_DATA;
    else if (tag === "title" || tag === "textarea") this.#tokenizer.state = TokenizerMode.RCDATA;
    else if (["style", "iframe", "noembed", "noframes", "xmp"].includes(tag)) {
      this.#tokenizer.state = TokenizerMode.RAWTEXT;
    }
  }

  #startDropping(tag: string, attribute: Attribute, isEmpty: boolean): void {
    const isMedia = mediaOf[tag] !== undefined && !isHidden(attribute);
    const media = isMedia ? figureFor(tag, attribute, this.#baseAddress) : null;
    if (plainBlocks.has(tag)) this.#writer.endParagraph();
    if (isEmpty) {
      if (media !== null) this.#writer.figure(media);
      return;
    }
    if (this.#push({ tag, closes: "dropped", media })) this.#dropping += 1;
  }

  /** A video's address often stands in a <source> inside it. */
  #sourceOfMedia(tag: string, attribute: Attribute): void {
    const top = this.#open.at(-1);
    if (tag !== "source" || top?.media == null || top.media.address !== null) return;
    const address = cleanAddress(attribute("src") ?? "", this.#baseAddress);
    this.#open[this.#open.length - 1] = { ...top, media: { ...top.media, address } };
  }

  #startEmpty(tag: string, attribute: Attribute): boolean {
    if (tag === "br") this.#writer.lineBreak();
    else if (tag === "hr") this.#writer.endParagraph();
    else if (tag === "img") this.#image(attribute);
    return voidElements.has(tag);
  }

  #image(attribute: Attribute): void {
    const smiley = smileyText(attribute);
    if (smiley !== null) {
      this.#writer.text(smiley, this.#style);
      return;
    }
    const figure = figureFor("img", attribute, this.#baseAddress);
    if (figure !== null) this.#writer.figure(figure);
  }

  #start(tag: string, attribute: Attribute): void {
    const level = headingLevels[tag];
    const mark = markFor(tag, attribute);
    if (level !== undefined) {
      this.#closeOpen(new Set(Object.keys(headingLevels)), cellScope);
      if (this.#push({ tag, closes: "heading" })) this.#writer.startHeading(level);
    } else if (mark !== null) {
      if (plainBlocks.has(tag)) this.#writer.endParagraph();
      if (tag === "dt") this.#closeOpen(new Set(["dt"]), listScope);
      this.#pushStyle({ tag, closes: "style", mark });
    } else if (tag === "a") {
      this.#closeOpen(new Set(["a"]), cellScope);
      this.#pushStyle({ tag, closes: "style", href: cleanAddress(attribute("href") ?? "", this.#baseAddress) });
    } else if (tag === "q") {
      if (this.#push({ tag, closes: "quoted" })) this.#writer.text("“", this.#style);
    } else if (!this.#startFrame(tag, attribute)) {
      if (tag === "dd") this.#closeOpen(new Set(["dt"]), listScope);
      if (plainBlocks.has(tag)) this.#writer.endParagraph();
    }
  }

  #startFrame(tag: string, attribute: Attribute): boolean {
    if (lists.has(tag)) {
      const start = Number.parseInt(attribute("start") ?? "1", 10);
      const isOrdered = tag === "ol";
      this.#pushFrame(tag, () =>
        this.#writer.openList({ ordered: isOrdered, start: Number.isSafeInteger(start) ? start : 1 }),
      );
    } else if (tag === "li") this.#startItem();
    else if (tag === "table") {
      const forLayout = /^(?:presentation|none)$/i.test(attribute("role") ?? "");
      this.#pushFrame(tag, () => this.#writer.openTable({ forLayout }));
    } else if (tag === "tr" || tag === "thead" || tag === "tbody" || tag === "tfoot") this.#startRows(tag);
    else if (cells.has(tag)) this.#startCell(tag, attribute);
    else if (tag === "caption" || tag === "figcaption") this.#pushFrame(tag, () => this.#writer.openCaption());
    else if (tag === "figure") this.#pushFrame(tag, () => this.#writer.openFigure());
    else if (tag === "blockquote") this.#pushFrame(tag, () => this.#writer.openQuote());
    else if (tag === "pre" || tag === "xmp" || tag === "listing") {
      if (this.#push({ tag, closes: "preformatted" })) this.#writer.startPreformatted();
    } else if (tag === "title") this.#push({ tag, closes: "title" });
    else if (tag === "form") this.#startForm();
    else if (this.#isPage && (tag === "article" || tag === "main")) {
      if (this.#writer.openSection()) {
        this.#push({ tag, closes: "section", since: { mark: 0, ink: this.#writer.inkLength, depth: 0 } });
      }
    } else return false;
    return true;
  }

  #startItem(): void {
    this.#closeOpen(listItem, listScope);
    if (this.#writer.topKind !== "list") {
      this.#pushFrame("#list", () => this.#writer.openList({ ordered: false, start: 1 }));
    }
    this.#pushFrame("li", () => this.#writer.openItem());
  }

  #startRows(tag: string): void {
    if (this.#closeOpen(tableParts, tableScope) === "no-scope") {
      this.#writer.endParagraph();
      return;
    }
    if (tag === "tr") this.#writer.startRow();
    this.#push({ tag, closes: "nothing" });
  }

  #startCell(tag: string, attribute: Attribute): void {
    if (this.#closeOpen(cells, tableScope) === "no-scope") {
      this.#writer.endParagraph();
      return;
    }
    const span = (name: string) => Math.min(Math.max(Number.parseInt(attribute(name) ?? "1", 10) || 1, 1), 100);
    const header = tag === "th" || this.#isInTableHead();
    this.#pushFrame(tag, () => this.#writer.openCell({ header, columns: span("colspan"), rows: span("rowspan") }));
  }

  #isInTableHead(): boolean {
    for (let at = this.#open.length - 1; at >= 0; at--) {
      const tag = this.#open[at]?.tag;
      if (tag === "thead") return true;
      if (tag === "table") return false;
    }
    return false;
  }

  #startForm(): void {
    const mark = this.#writer.mark();
    const since = { mark, ink: this.#writer.inkLength, depth: this.#writer.depth };
    this.#push({ tag: "form", closes: "form", since });
  }

  onEndTag({ tagName: tag }: Token.TagToken): void {
    const ignored = this.#ignoredCounts.get(tag) ?? 0;
    if (ignored > 0) {
      this.#ignoredCounts.set(tag, ignored - 1);
      return;
    }
    if (this.#dropping === 0) {
      if (tag === "br") this.#writer.lineBreak();
      if (plainBlocks.has(tag)) this.#writer.endParagraph();
      if (headingLevels[tag] !== undefined) {
        this.#closeOpen(new Set(Object.keys(headingLevels)), cellScope);
        return;
      }
    }
    this.#closeOpen(new Set([tag]), tag === "table" ? new Set() : tableParts.has(tag) ? tableScope : cellScope);
  }

  #push(element: OpenElement): boolean {
    if (this.#open.length >= maxOpenElements) {
      this.#ignoredCounts.set(element.tag, (this.#ignoredCounts.get(element.tag) ?? 0) + 1);
      return false;
    }
    this.#open.push(element);
    this.#openCounts.set(element.tag, (this.#openCounts.get(element.tag) ?? 0) + 1);
    return true;
  }

  #pushFrame(tag: string, open: () => boolean): void {
    if (this.#open.length >= maxOpenElements) this.#push({ tag, closes: "nothing" });
    else this.#push({ tag, closes: open() ? "frame" : "nothing" });
  }

  #pushStyle(element: OpenElement): void {
    if (this.#push(element)) this.#refreshStyle();
  }

  #refreshStyle(): void {
    const marks = new Set<Mark>();
    let href: string | null = null;
    for (const element of this.#open) {
      if (element.mark !== undefined) marks.add(element.mark);
      if (element.href !== undefined) href = element.href;
    }
    this.#style = marks.size === 0 && href === null ? plainStyle : { marks: [...marks].sort(), href };
  }

  /** Closes the nearest open element of these names, and what is open inside it, unless a boundary stands between. */
  #closeOpen(tags: ReadonlySet<string>, boundaries: ReadonlySet<string>): "closed" | "not-open" | "no-scope" {
    let isOpen = false;
    for (const tag of tags) isOpen ||= (this.#openCounts.get(tag) ?? 0) > 0;
    let hasScope = false;
    for (const tag of boundaries) hasScope ||= (this.#openCounts.get(tag) ?? 0) > 0;
    if (!isOpen) return hasScope ? "not-open" : "no-scope";
    for (let at = this.#open.length - 1; at >= 0; at--) {
      const element = this.#open[at] as OpenElement;
      if (tags.has(element.tag)) {
        this.#closeAt(at);
        return "closed";
      }
      if (boundaries.has(element.tag)) return "not-open";
    }
    return "no-scope";
  }

  /** Misnested bold or links close alone; everything else closes what it holds. */
  #closeAt(at: number): void {
    const element = this.#open[at] as OpenElement;
    if (!inlineElements.has(element.closes)) {
      this.#closeDownTo(at);
      return;
    }
    this.#open.splice(at, 1);
    this.#finishElement(element);
  }

  #closeDownTo(length: number): void {
    while (this.#open.length > length) this.#finishElement(this.#open.pop() as OpenElement);
  }

  #finishElement(element: OpenElement): void {
    this.#openCounts.set(element.tag, (this.#openCounts.get(element.tag) ?? 1) - 1);
    switch (element.closes) {
      case "frame":
        this.#writer.close();
        break;
      case "section":
        this.#finishSection(element);
        break;
      case "style":
        if (plainBlocks.has(element.tag)) this.#writer.endParagraph();
        this.#refreshStyle();
        break;
      case "heading":
        this.#writer.endHeading();
        break;
      case "preformatted":
        this.#writer.endPreformatted();
        break;
      case "quoted":
        this.#writer.text("”", this.#style);
        break;
      case "dropped":
        this.#dropping -= 1;
        if (element.media != null && this.#dropping === 0) this.#writer.figure(element.media);
        break;
      case "form":
        this.#finishForm(element);
        break;
      default:
        break;
    }
  }

  #finishSection({ tag, since }: OpenElement): void {
    const ink = this.#writer.inkLength - (since?.ink ?? 0);
    this.#sections.push({ tag, blocks: this.#writer.closeSection(), ink });
  }

  #finishForm({ since }: OpenElement): void {
    if (since === undefined || since.depth !== this.#writer.depth) return;
    if (this.#writer.inkLength - since.ink < smallFormLength) this.#writer.forgetSince(since.mark);
  }
}
