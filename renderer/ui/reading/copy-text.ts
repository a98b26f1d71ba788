import type { BriefingHead } from "../../model/briefing.ts";

/** The words around a copied text, in the reader's language. */
export interface CopyWords {
  readonly quote: (passage: string) => string;
  readonly source: (name: string) => string;
  readonly asOf: string | null;
  readonly published: string | null;
  readonly posted: string | null;
  readonly handling: string | null;
  readonly withdrawn: string | null;
}

/** Plain text for an e-mail: title, what was selected (else the key points), and where and when it is from. */
export function copyTextOf({
  head,
  selection,
  words,
}: {
  readonly head: Pick<BriefingHead, "title" | "keyPoints" | "lead" | "sourceName" | "link">;
  readonly selection: string;
  readonly words: CopyWords;
}): string {
  const passage = selection
    .replace(/\r\n?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  const said =
    passage !== ""
      ? words.quote(passage)
      : head.keyPoints.length > 0
        ? head.keyPoints.map((point) => `– ${point}`).join("\n")
        : head.lead;
  const facts = [
    head.sourceName === "" ? null : words.source(head.sourceName),
    words.asOf,
    words.published,
    words.posted,
    words.withdrawn,
    words.handling,
    head.link,
  ];
  return [head.title, said, facts.filter((fact) => fact !== null).join("\n")]
    .filter((part) => part !== "")
    .join("\n\n");
}
