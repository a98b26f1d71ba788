/** The allow-listed tree a briefing's text is kept in. Nothing else of a page survives, and no HTML string exists past the worker. */
export interface BodyTree {
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3 | 4; readonly inlines: readonly Inline[] }
  | { readonly kind: "paragraph"; readonly inlines: readonly Inline[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly start: number; readonly items: readonly ListItem[] }
  | { readonly kind: "table"; readonly caption: readonly Inline[]; readonly rows: readonly TableRow[] }
  | { readonly kind: "quote"; readonly blocks: readonly Block[] }
  | { readonly kind: "preformatted"; readonly text: string }
  | {
      readonly kind: "figure";
      readonly media: "image" | "video" | "audio" | "embed";
      /** Never loaded by the reader; kept so that the text stays whole and can be opened in a browser. */
      readonly address: string | null;
      readonly alt: string;
      readonly caption: readonly Inline[];
      readonly bytes: number | null;
    };

export interface ListItem {
  readonly blocks: readonly Block[];
}
export interface TableRow {
  readonly cells: readonly TableCell[];
}
export interface TableCell {
  readonly header: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly inlines: readonly Inline[];
}

export type Mark = "strong" | "emphasis" | "code" | "sub" | "sup";

export type Inline =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly marks: readonly Mark[];
      /** An absolute http, https or mailto address with its trackers taken out. */
      readonly href: string | null;
    }
  | { readonly kind: "line-break" };

/** Deeper nesting than this is flattened into its parent when a body is built. */
export const maxBodyDepth = 256;
