import type { ArticleFailure } from "./failure.ts";
import type { Bytes } from "./measure.ts";
import type { Instant } from "./time.ts";

/** Whether the article behind a source's extracts is fetched: by nobody, when a person presses, or with every sync. */
export type FullTextChoice = "never" | "ask" | "always";

/** What became of fetching the article behind an extract. */
export type FullText =
  | { readonly at: "fetched"; readonly when: Instant; readonly received: Bytes }
  /** It was asked for and isn't to be had: it isn't paid for again until the extract changes or a person asks. */
  | { readonly at: "missed"; readonly when: Instant; readonly failure: ArticleFailure };

/** What fetching one article would be, before it is. */
export interface FullTextOffer {
  readonly choice: FullTextChoice;
  /** What articles of this source took so far, or what pages mostly take. */
  readonly bytes: Bytes;
}

/** The articles of one source in one sync. */
export interface ArticlesTally {
  readonly fetched: number;
  readonly missed: number;
  /** Left for the next sync. */
  readonly left: number;
}

/** Newest first, and no more than this of one source in one sync. */
export const articlesPerSync = 10;
