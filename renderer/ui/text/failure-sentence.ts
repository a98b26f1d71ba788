import type { Failure, FailureKind } from "../../model/failure.ts";
import type { Format } from "../format/format.ts";
import type { Text } from "./text.ts";

/** How every failure is told. */
export interface FailureSentence {
  readonly what: string;
  /** What is not lost. */
  readonly safe: string;
  readonly next: string;
}

/** A kind of failure without its sentence doesn't compile. */
export type FailuresText = {
  readonly [Kind in FailureKind]: (failure: Extract<Failure, { kind: Kind }>, format: Format) => FailureSentence;
};

export function sentenceFor(failure: Failure, text: Text, format: Format): FailureSentence {
  const tell = text.failures[failure.kind] as (failure: Failure, format: Format) => FailureSentence;
  return tell(failure, format);
}

/** The three sentences in one line, for the bottom line and for what a screen reader is told. */
export function oneLine({ what, safe, next }: FailureSentence): string {
  return [what, safe, next].filter((sentence) => sentence !== "").join(" ");
}
