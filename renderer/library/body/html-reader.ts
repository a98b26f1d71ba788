import { type Token, type TokenHandler, Tokenizer, TokenizerMode } from "parse5";
import type { Block, Mark } from "../../model/body.ts";
import { ArticleFinder } from "./article-finder.ts";
import { BlockWriter } from "./block-writer.ts";
import { cleanAddress } from "./clean-address.ts";
import {
  type Attribute,
  cellScope,
  cells,
  droppedElements,
  headings,
  isHidden,
  listScope,
  lists,
  markFor,
  plainBlocks,
  rawTextElements,
  rowGroups,
  scopeOf,
  spanOf,
  tableParts,
  voidElements,
} from "./html-elements.ts";
import { figureFor, mediaOf, smileyText } from "./html-media.ts";
import { type PageFacts, PageFactsReader } from "./html-page.ts";
import { type InlineStyle, plainStyle } from "./inline-run.ts";
import { type Closed, type OpenElement, OpenElements } from "./open-elements.ts";

/** A form with less text than this is a search box or a sign-up; pages that wrap everything in one have more. */
const smallFormLength = 400;

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
  readonly #article = new ArticleFinder();
  readonly #open = new OpenElements();
  readonly #tokenizer: Tokenizer;
  readonly #isPage: boolean;
  #baseAddress: string | null;
  #dropping = 0;
  #style: InlineStyle = plainStyle;
  /** The tokenizer tells every word by itself; they are put together until a tag comes. */
  #text = "";

  constructor({ baseAddress, isPage }: { baseAddress: string | null; isPage: boolean }) {
    this.#baseAddress = baseAddress;
    this.#isPage = isPage;
    this.#tokenizer = new Tokenizer({}, this);
  }

  read(html: string): ReadHtml {
    this.#tokenizer.write(html, true);
    this.#flushText();
    for (const element of this.#open.closeAll()) this.#finish(element);
    const all = this.#writer.finish();
    const blocks = this.#isPage ? (this.#article.best(this.#writer.inkLength) ?? all) : all;
    return { blocks, page: this.#facts.finish() };
  }

  onComment(): void {}
  onDoctype(): void {}
  onEof(): void {}
  onNullCharacter(): void {}

  onCharacter({ chars }: Token.CharacterToken): void {
    if (this.#dropping === 0) this.#text += chars;
  }

  onWhitespaceCharacter({ chars }: Token.CharacterToken): void {
    if (this.#dropping === 0) this.#text += chars;
  }

  #flushText(): void {
    const text = this.#text;
    if (text === "") return;
    this.#text = "";
    if (this.#open.top?.closes === "title") this.#facts.titleText(text);
    else this.#writer.text(text, this.#style);
  }

  onStartTag({ tagName: tag, attrs, selfClosing }: Token.TagToken): void {
    this.#flushText();
    const attribute: Attribute = (wanted) => {
      for (const { name, value } of attrs) if (name === wanted) return value;
      return null;
    };
    const isEmpty = selfClosing || voidElements.has(tag);
    if (!isEmpty) this.#readRawText(tag);
    if (this.#dropping > 0) {
      this.#sourceOfMedia(tag, attribute);
      if (!isEmpty) this.#open.push({ tag, closes: "nothing" });
      return;
    }
    this.#facts.tag(tag, attribute);
    if (tag === "base") this.#baseAddress = this.#address(attribute("href")) ?? this.#baseAddress;
    if (droppedElements.has(tag) || isHidden(attribute)) this.#startDropping(tag, attribute, isEmpty);
    else if (voidElements.has(tag)) this.#takeEmpty(tag, attribute);
    else if (!isEmpty) this.#start(tag, attribute);
  }

  #address(written: string | null): string | null {
    return written === null ? null : cleanAddress(written, this.#baseAddress);
  }

  /** The tokenizer doesn't know by itself where markup is only text. */
  #readRawText(tag: string): void {
    if (tag === "script") this.#tokenizer.state = TokenizerMode.SCRIPT_DATA;
    else if (tag === "title" || tag === "textarea") this.#tokenizer.state = TokenizerMode.RCDATA;
    else if (rawTextElements.has(tag)) this.#tokenizer.state = TokenizerMode.RAWTEXT;
  }

  #startDropping(tag: string, attribute: Attribute, isEmpty: boolean): void {
    const isMedia = mediaOf[tag] !== undefined && !isHidden(attribute);
    const media = isMedia ? figureFor(tag, attribute, this.#baseAddress) : null;
    if (plainBlocks.has(tag)) this.#writer.endParagraph();
    if (isEmpty) {
      if (media !== null) this.#writer.figure(media);
      return;
    }
    if (this.#open.push({ tag, closes: "dropped", media })) this.#dropping += 1;
  }

  /** A video's address often stands in a <source> inside it. */
  #sourceOfMedia(tag: string, attribute: Attribute): void {
    const top = this.#open.top;
    if (tag !== "source" || top?.media == null || top.media.address !== null) return;
    this.#open.replaceTop({ ...top, media: { ...top.media, address: this.#address(attribute("src")) } });
  }

  #takeEmpty(tag: string, attribute: Attribute): void {
    if (tag === "br") this.#writer.lineBreak();
    else if (tag === "hr") this.#writer.endParagraph();
    if (tag !== "img") return;
    const smiley = smileyText(attribute);
    const figure = smiley === null ? figureFor("img", attribute, this.#baseAddress) : null;
    if (smiley !== null) this.#writer.text(smiley, this.#style);
    else if (figure !== null) this.#writer.figure(figure);
  }

  #start(tag: string, attribute: Attribute): void {
    const level = headings.indexOf(tag) + 1;
    const mark = markFor(tag, attribute);
    if (level > 0) {
      this.#close(headings, cellScope);
      if (this.#open.push({ tag, closes: "heading" })) this.#writer.startHeading(level);
    } else if (mark !== null) this.#startMark(tag, mark);
    else if (tag === "a") {
      this.#close(["a"], cellScope);
      this.#pushStyle({ tag, closes: "style", href: this.#address(attribute("href")) });
    } else if (tag === "q") {
      if (this.#open.push({ tag, closes: "quoted" })) this.#writer.text("“", this.#style);
    } else if (!this.#startFrame(tag, attribute) && plainBlocks.has(tag)) {
      if (tag === "dd") this.#close(["dt"], listScope);
      this.#writer.endParagraph();
    }
  }

  #startMark(tag: string, mark: Mark): void {
    if (plainBlocks.has(tag)) this.#writer.endParagraph();
    if (tag === "dt") this.#close(["dt"], listScope);
    this.#pushStyle({ tag, closes: "style", mark });
  }

  #startFrame(tag: string, attribute: Attribute): boolean {
    if (lists.includes(tag)) {
      const start = Number.parseInt(attribute("start") ?? "1", 10);
      const list = { ordered: tag === "ol", start: Number.isSafeInteger(start) ? start : 1 };
      this.#pushFrame(tag, () => this.#writer.openList(list));
    } else if (tag === "li") this.#startItem();
    else if (tag === "table") {
      const forLayout = /^(?:presentation|none)$/i.test(attribute("role") ?? "");
      this.#pushFrame(tag, () => this.#writer.openTable({ forLayout }));
    } else if (tag === "tr" || rowGroups.includes(tag)) this.#startRows(tag);
    else if (cells.includes(tag)) this.#startCell(tag, attribute);
    else if (tag === "caption" || tag === "figcaption") this.#pushFrame(tag, () => this.#writer.openCaption());
    else if (tag === "figure") this.#pushFrame(tag, () => this.#writer.openFigure());
    else if (tag === "blockquote") this.#pushFrame(tag, () => this.#writer.openQuote());
    else if (tag === "pre" || tag === "xmp" || tag === "listing") {
      if (this.#open.push({ tag, closes: "preformatted" })) this.#writer.startPreformatted();
    } else if (tag === "title") this.#open.push({ tag, closes: "title" });
    else if (tag === "form") this.#open.push({ tag, closes: "form", since: this.#here() });
    else if (this.#isPage && (tag === "article" || tag === "main")) this.#startSection(tag);
    else return false;
    return true;
  }

  #here() {
    return { mark: this.#writer.mark(), ink: this.#writer.inkLength, depth: this.#writer.depth };
  }

  #startSection(tag: string): void {
    if (this.#open.isFull || !this.#writer.openSection()) return;
    this.#open.push({ tag, closes: "section", since: this.#here() });
  }

  #startItem(): void {
    this.#close(["li"], listScope);
    if (this.#writer.topKind !== "list") {
      this.#pushFrame("#list", () => this.#writer.openList({ ordered: false, start: 1 }));
    }
    this.#pushFrame("li", () => this.#writer.openItem());
  }

  #startRows(tag: string): void {
    const closed = this.#close(tag === "tr" ? tableParts : rowGroups, ["table"]);
    if (!closed.found && !closed.hasScope) {
      this.#writer.endParagraph();
      return;
    }
    if (tag === "tr") this.#writer.startRow();
    this.#open.push({ tag, closes: "nothing" });
  }

  #startCell(tag: string, attribute: Attribute): void {
    const closed = this.#close(cells, ["table"]);
    if (!closed.found && !closed.hasScope) {
      this.#writer.endParagraph();
      return;
    }
    const cell = {
      header: tag === "th" || this.#isInTableHead(),
      columns: spanOf(attribute("colspan")),
      rows: spanOf(attribute("rowspan")),
    };
    this.#pushFrame(tag, () => this.#writer.openCell(cell));
  }

  #isInTableHead(): boolean {
    if (this.#open.count("thead") === 0) return false;
    return this.#open.all.findLast(({ tag }) => tag === "thead" || tag === "table")?.tag === "thead";
  }

  onEndTag({ tagName: tag }: Token.TagToken): void {
    this.#flushText();
    if (this.#open.passOver(tag)) return;
    if (this.#dropping === 0) {
      if (tag === "br") this.#writer.lineBreak();
      if (plainBlocks.has(tag)) this.#writer.endParagraph();
    }
    if (this.#dropping === 0 && headings.includes(tag)) this.#close(headings, cellScope);
    else this.#close([tag], scopeOf(tag));
  }

  #pushFrame(tag: string, open: () => boolean): void {
    this.#open.push({ tag, closes: !this.#open.isFull && open() ? "frame" : "nothing" });
  }

  #pushStyle(element: OpenElement): void {
    if (this.#open.push(element)) this.#refreshStyle();
  }

  #refreshStyle(): void {
    const marks = new Set<Mark>();
    let href: string | null = null;
    for (const element of this.#open.all) {
      if (element.mark !== undefined) marks.add(element.mark);
      if (element.href !== undefined) href = element.href;
    }
    this.#style = marks.size === 0 && href === null ? plainStyle : { marks: [...marks].sort(), href };
  }

  #close(tags: readonly string[], boundaries: readonly string[]): Closed {
    const closed = this.#open.close(tags, boundaries);
    if (closed.found) for (const element of closed.elements) this.#finish(element);
    return closed;
  }

  #finish(element: OpenElement): void {
    switch (element.closes) {
      case "frame":
        this.#writer.close();
        break;
      case "section": {
        const ink = this.#writer.inkLength - (element.since?.ink ?? 0);
        this.#article.add({ tag: element.tag, blocks: this.#writer.closeSection(), ink });
        break;
      }
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

  #finishForm({ since }: OpenElement): void {
    if (since === undefined || since.depth !== this.#writer.depth) return;
    if (this.#writer.inkLength - since.ink < smallFormLength) this.#writer.forgetSince(since.mark);
  }
}
