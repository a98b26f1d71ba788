import type { Inline, Mark } from "../../model/body.ts";
import { cleanText } from "../../model/plain-characters.ts";

export interface InlineStyle {
  readonly marks: readonly Mark[];
  readonly href: string | null;
}

export const plainStyle: InlineStyle = { marks: [], href: null };

function isSameStyle(one: InlineStyle, other: InlineStyle): boolean {
  return (
    one === other ||
    (one.href === other.href &&
      one.marks.length === other.marks.length &&
      one.marks.every((mark, at) => mark === other.marks[at]))
  );
}

/** Collects one paragraph's text as a browser would show it: runs of white space are one space, none at the ends. */
export class InlineRun {
  readonly #done: Inline[] = [];
  #text = "";
  #style: InlineStyle = plainStyle;
  #endsInSpace = true;
  #hasInk = false;

  get hasInk(): boolean {
    return this.#hasInk;
  }

  add(written: string, style: InlineStyle): void {
    let text = cleanText(written);
    if (this.#endsInSpace && text.startsWith(" ")) text = text.slice(1);
    if (text === "") return;
    if (!isSameStyle(style, this.#style)) {
      this.#closeSegment();
      this.#style = style;
    }
    this.#text += text;
    this.#endsInSpace = text.endsWith(" ");
    if (!this.#hasInk && text.trim() !== "") this.#hasInk = true;
  }

  /** Answers false for a second break in a row, which on most pages means a new paragraph. */
  addBreak(): boolean {
    if (!this.#hasInk) return true;
    this.#closeSegment();
    this.#trimEnd();
    if (this.#done.at(-1)?.kind === "line-break") return false;
    this.#done.push({ kind: "line-break" });
    this.#endsInSpace = true;
    return true;
  }

  /** The paragraph's inlines; empty where nothing visible was said. The run starts anew. */
  take(): readonly Inline[] {
    this.#closeSegment();
    const inlines = this.#hasInk ? this.#trimmed() : [];
    this.#done.length = 0;
    this.#style = plainStyle;
    this.#endsInSpace = true;
    this.#hasInk = false;
    return inlines;
  }

  #closeSegment(): void {
    if (this.#text === "") return;
    this.#done.push({ kind: "text", text: this.#text, marks: this.#style.marks, href: this.#style.href });
    this.#text = "";
  }

  #trimEnd(): void {
    for (let last = this.#done.at(-1); last?.kind === "text"; last = this.#done.at(-1)) {
      const text = last.text.trimEnd();
      if (text === last.text) return;
      this.#done.pop();
      if (text === "") continue;
      this.#done.push({ ...last, text });
      return;
    }
  }

  #trimmed(): readonly Inline[] {
    this.#trimEnd();
    while (this.#done.at(-1)?.kind === "line-break") {
      this.#done.pop();
      this.#trimEnd();
    }
    const first = this.#done[0];
    if (first?.kind === "text") this.#done[0] = { ...first, text: first.text.trimStart() };
    return this.#done.filter((inline) => inline.kind !== "text" || inline.text !== "");
  }
}
