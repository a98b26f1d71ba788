import { type Block, type Inline, type ListItem, maxBodyDepth } from "../../model/body.ts";
import { closeTable, type DraftCell, type DraftTable, inlinesOf } from "./close-table.ts";
import { InlineRun, type InlineStyle, plainStyle } from "./inline-run.ts";

type Frame =
  | { readonly kind: "root" | "section" | "quote" | "figure" | "caption"; readonly blocks: Block[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly start: number; readonly items: Block[][] }
  | { readonly kind: "item"; readonly blocks: Block[] }
  | { readonly kind: "table"; readonly table: DraftTable }
  | { readonly kind: "cell"; readonly cell: DraftCell };

export type FrameKind = Frame["kind"];
type FigureBlock = Extract<Block, { kind: "figure" }>;

/**
 * Puts blocks together from events in reading order. Whoever calls it needn't balance anything: text outside a cell,
 * an item without a list and frames that are never closed all end in a tree that the model allows.
 */
export class BlockWriter {
  readonly #frames: Frame[] = [{ kind: "root", blocks: [] }];
  readonly #run = new InlineRun();
  #headingLevel: number | null = null;
  #preformatted: string | null = null;
  #waitingFigures: FigureBlock[] = [];
  #inkLength = 0;

  /** Visible characters written so far. */
  get inkLength(): number {
    return this.#inkLength;
  }

  get depth(): number {
    return this.#frames.length;
  }

  text(written: string, style: InlineStyle = plainStyle): void {
    this.#inkLength += written.trim().length;
    if (this.#preformatted !== null) this.#preformatted += written;
    else this.#run.add(written, style);
  }

  lineBreak(): void {
    if (this.#preformatted !== null) this.#preformatted += "\n";
    else if (!this.#run.addBreak()) this.endParagraph();
  }

  /** Ends the running paragraph or heading, if one has text. */
  endParagraph(): void {
    if (this.#preformatted !== null) return;
    const inlines = this.#run.take();
    if (inlines.length > 0) this.#push(this.#blockOf(inlines));
    const figures = this.#waitingFigures;
    if (figures.length === 0) return;
    this.#waitingFigures = [];
    for (const figure of figures) this.#push(figure);
  }

  #blockOf(inlines: readonly Inline[]): Block {
    if (this.#headingLevel === null) return { kind: "paragraph", inlines };
    return { kind: "heading", level: Math.min(Math.max(this.#headingLevel, 1), 4) as 1 | 2 | 3 | 4, inlines };
  }

  startHeading(level: number): void {
    this.endParagraph();
    this.#headingLevel = level;
  }

  endHeading(): void {
    this.endParagraph();
    this.#headingLevel = null;
  }

  startPreformatted(): void {
    this.endParagraph();
    this.#preformatted ??= "";
  }

  endPreformatted(): void {
    const text = this.#preformatted;
    if (text === null) return;
    this.#preformatted = null;
    const trimmed = text.replace(/^\n/, "").trimEnd();
    if (trimmed !== "") this.#push({ kind: "preformatted", text: trimmed });
  }

  /** In the middle of a sentence it stands after the paragraph, so that no sentence is torn in two. */
  figure(figure: FigureBlock): void {
    if (this.#run.hasInk) this.#waitingFigures.push(figure);
    else this.#push(figure);
  }

  /** Answers false when the body is as deep as it may be: the content then goes into the frame that is open. */
  #open(frame: Frame): boolean {
    this.endPreformatted();
    this.endParagraph();
    if (this.#frames.length >= maxBodyDepth) return false;
    this.#frames.push(frame);
    return true;
  }

  /** A part of the text that `closeSection` can hand out by itself. */
  openSection(): boolean {
    return this.#open({ kind: "section", blocks: [] });
  }
  openQuote(): boolean {
    return this.#open({ kind: "quote", blocks: [] });
  }
  openFigure(): boolean {
    return this.#open({ kind: "figure", blocks: [] });
  }
  openCaption(): boolean {
    return this.#open({ kind: "caption", blocks: [] });
  }
  openList({ ordered, start }: { ordered: boolean; start: number }): boolean {
    return this.#open({ kind: "list", ordered, start, items: [] });
  }
  openItem(): boolean {
    return this.#open({ kind: "item", blocks: [] });
  }
  openTable({ forLayout }: { forLayout: boolean }): boolean {
    return this.#open({ kind: "table", table: { forLayout, caption: [], rows: [] } });
  }
  startRow(): void {
    this.endParagraph();
    const top = this.#top;
    if (top.kind === "table") top.table.rows.push([]);
  }
  openCell({ header, columns, rows }: { header: boolean; columns: number; rows: number }): boolean {
    return this.#open({ kind: "cell", cell: { header, columns, rows, blocks: [] } });
  }

  get topKind(): FrameKind {
    return this.#top.kind;
  }

  get #top(): Frame {
    return this.#frames.at(-1) as Frame;
  }

  /** Closes the innermost frame. The root stays. */
  close(): void {
    this.endPreformatted();
    this.endParagraph();
    if (this.#frames.length === 1) return;
    const frame = this.#frames.pop() as Frame;
    switch (frame.kind) {
      case "quote":
        if (frame.blocks.length > 0) this.#push({ kind: "quote", blocks: frame.blocks });
        break;
      case "item":
        this.#closeItem(frame.blocks);
        break;
      case "list": {
        const items: ListItem[] = frame.items.map((blocks) => ({ blocks }));
        if (items.length > 0) this.#push({ kind: "list", ordered: frame.ordered, start: frame.start, items });
        break;
      }
      case "cell":
        this.#closeCell(frame.cell);
        break;
      case "table":
        for (const block of closeTable(frame.table)) this.#push(block);
        break;
      case "caption":
        this.#closeCaption(frame.blocks);
        break;
      default:
        for (const block of frame.blocks) this.#push(block);
    }
  }

  /** Closes a section and answers its blocks, which also stay in the whole. */
  closeSection(): readonly Block[] {
    this.endPreformatted();
    this.endParagraph();
    const top = this.#top;
    const blocks = top.kind === "section" ? [...top.blocks] : [];
    this.close();
    return blocks;
  }

  #closeItem(blocks: Block[]): void {
    if (blocks.length === 0) return;
    const top = this.#top;
    if (top.kind === "list") top.items.push(blocks);
    else for (const block of blocks) this.#push(block);
  }

  #closeCell(cell: DraftCell): void {
    const top = this.#top;
    if (top.kind === "table") {
      if (top.table.rows.length === 0) top.table.rows.push([]);
      top.table.rows.at(-1)?.push(cell);
    } else for (const block of cell.blocks) this.#push(block);
  }

  #closeCaption(blocks: readonly Block[]): void {
    if (blocks.length === 0) return;
    const top = this.#top;
    if (top.kind === "table") {
      top.table.caption = inlinesOf(blocks);
      return;
    }
    const last = top.kind === "figure" ? top.blocks.at(-1) : undefined;
    if (top.kind === "figure" && last?.kind === "figure" && last.caption.length === 0) {
      top.blocks[top.blocks.length - 1] = { ...last, caption: inlinesOf(blocks) };
    } else for (const block of blocks) this.#push(block);
  }

  #push(block: Block): void {
    const top = this.#top;
    switch (top.kind) {
      case "list": {
        const last = top.items.at(-1);
        if (last === undefined) top.items.push([block]);
        else last.push(block);
        break;
      }
      case "table":
        // Words between a table's cells: a browser shows them above the table, here they become a row of their own.
        top.table.rows.push([{ header: false, columns: 1, rows: 1, blocks: [block] }]);
        break;
      case "cell":
        top.cell.blocks.push(block);
        break;
      default:
        top.blocks.push(block);
    }
  }

  /** How much stands in the innermost frame, for `forgetSince`. Ends the running paragraph. */
  mark(): number {
    this.endParagraph();
    const top = this.#top;
    return "blocks" in top ? top.blocks.length : -1;
  }

  /** Drops what was written into the innermost frame after `mark`. */
  forgetSince(mark: number): void {
    this.endParagraph();
    const top = this.#top;
    if (mark >= 0 && "blocks" in top) top.blocks.length = Math.min(mark, top.blocks.length);
  }

  finish(): readonly Block[] {
    while (this.#frames.length > 1) this.close();
    this.endPreformatted();
    this.endParagraph();
    return (this.#frames[0] as { blocks: Block[] }).blocks;
  }
}
