import type { RevisionContent } from "../../model/briefing.ts";
import { textRunsOf } from "../../model/reading-order.ts";
import { textSignature } from "./text-signature.ts";

/** Of the text alone: whoever passes a dispatch on gives it a title of their own. */
export function signatureOf({ keyPoints, body }: RevisionContent): string | null {
  return textSignature([...keyPoints, ...textRunsOf(body).map(({ text }) => text)]);
}
