import type { Block } from "../../model/body.ts";

interface Section {
  readonly tag: string;
  readonly blocks: readonly Block[];
  /** Visible characters in it. */
  readonly ink: number;
}

/** Menus and footers surround a page's text: it says itself, by <main> and <article>, where the text stands. */
export class ArticleFinder {
  #article: Section | null = null;
  #main: Section | null = null;

  add(section: Section): void {
    if (section.tag === "main") this.#main = larger(this.#main, section);
    else this.#article = larger(this.#article, section);
  }

  /** The part that a page marks as its text, if that holds a good share of its words. */
  best(totalInk: number): readonly Block[] | null {
    const main = enough(this.#main, totalInk);
    const article = enough(this.#article, main === null ? totalInk : main.ink * 2.5);
    return article?.blocks ?? main?.blocks ?? null;
  }
}

function larger(one: Section | null, other: Section): Section {
  return one === null || other.ink > one.ink ? other : one;
}

/** At least a fifth of everything: a teaser box may be an <article> too. */
function enough(section: Section | null, totalInk: number): Section | null {
  return section !== null && section.ink * 5 >= totalInk ? section : null;
}
