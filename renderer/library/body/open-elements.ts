import type { Mark } from "../../model/body.ts";
import type { FigureBlock } from "./html-media.ts";

/** What is to be done when an element ends. */
export type Ending =
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

export interface OpenElement {
  readonly tag: string;
  readonly closes: Ending;
  readonly mark?: Mark;
  readonly href?: string | null;
  readonly media?: FigureBlock | null;
  /** Of a form or a section: where it began. */
  readonly since?: { readonly mark: number; readonly ink: number; readonly depth: number };
}

/** Deeper open elements are treated as if their tags weren't there; their text stays. */
const maxOpenElements = 512;
/** Misnested bold or links close alone; everything else closes what it holds. */
const closesAlone: ReadonlySet<Ending> = new Set(["style", "quoted"]);

export type Closed =
  | { readonly found: true; readonly elements: readonly OpenElement[] }
  | { readonly found: false; readonly hasScope: boolean };

/** The elements that are open just now, innermost last. Every question costs at most its bounded depth. */
export class OpenElements {
  readonly #open: OpenElement[] = [];
  readonly #counts = new Map<string, number>();
  readonly #ignored = new Map<string, number>();

  get top(): OpenElement | undefined {
    return this.#open.at(-1);
  }

  get all(): readonly OpenElement[] {
    return this.#open;
  }

  get isFull(): boolean {
    return this.#open.length >= maxOpenElements;
  }

  /** Answers false where it is too deep: then the element's end is passed over as well. */
  push(element: OpenElement): boolean {
    if (this.isFull) {
      this.#ignored.set(element.tag, (this.#ignored.get(element.tag) ?? 0) + 1);
      return false;
    }
    this.#open.push(element);
    this.#counts.set(element.tag, this.count(element.tag) + 1);
    return true;
  }

  replaceTop(element: OpenElement): void {
    this.#open[this.#open.length - 1] = element;
  }

  count(tag: string): number {
    return this.#counts.get(tag) ?? 0;
  }

  /** Whether this end tag belongs to an element that was too deep to be opened. */
  passOver(tag: string): boolean {
    const ignored = this.#ignored.get(tag) ?? 0;
    if (ignored > 0) this.#ignored.set(tag, ignored - 1);
    return ignored > 0;
  }

  /** Takes off the nearest of these elements with what is open inside it, unless a boundary stands between. */
  close(tags: readonly string[], boundaries: readonly string[]): Closed {
    const isOpen = tags.some((tag) => this.count(tag) > 0);
    const hasScope = boundaries.some((tag) => this.count(tag) > 0);
    if (!isOpen) return { found: false, hasScope };
    for (let at = this.#open.length - 1; at >= 0; at--) {
      const element = this.#open[at] as OpenElement;
      if (tags.includes(element.tag)) {
        const howMany = closesAlone.has(element.closes) ? 1 : this.#open.length - at;
        return { found: true, elements: this.#take(at, howMany) };
      }
      if (boundaries.includes(element.tag)) return { found: false, hasScope: true };
    }
    return { found: false, hasScope };
  }

  closeAll(): readonly OpenElement[] {
    return this.#take(0, this.#open.length);
  }

  /** Innermost first. */
  #take(from: number, howMany: number): readonly OpenElement[] {
    const taken = this.#open.splice(from, howMany).reverse();
    for (const { tag } of taken) this.#counts.set(tag, this.count(tag) - 1);
    return taken;
  }
}
