import type { SourceId } from "./ids.ts";
import type { Bytes } from "./measure.ts";
import type { FeedFormat, Source } from "./source.ts";
import type { Instant } from "./time.ts";

/** What stands at an address, shown before anything is added. */
export type AddressLook =
  | { readonly found: "feed"; readonly preview: SourcePreview }
  /** A web page that names feeds: the person picks. */
  | { readonly found: "feeds-on-page"; readonly pageTitle: string; readonly feeds: readonly FeedLink[] };

export interface FeedLink {
  readonly address: string;
  readonly title: string;
}

export interface SourcePreview {
  readonly address: string;
  readonly title: string;
  readonly homePage: string | null;
  readonly format: FeedFormat;
  readonly flavour: Source["flavour"];
  readonly bytes: Bytes;
  readonly itemCount: number;
  readonly newest: readonly { readonly title: string; readonly at: Instant | null }[];
  /** How many of the items carry only an extract of their text. */
  readonly extracts: number;
  readonly insecure: boolean;
  readonly local: boolean;
  readonly alreadyAdded: SourceId | null;
}
