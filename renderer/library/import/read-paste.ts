import type { ImportFailure } from "../../model/failure.ts";
import { textRunsOf } from "../../model/reading-order.ts";
import { fail, type Result, succeed } from "../../model/result.ts";
import type { ImportTools, ReadText } from "./import-tools.ts";
import { proposeDraft } from "./propose-draft.ts";

const withScheme = /^(?:https?|feed):\/{0,2}[^\s<>"]+$/i;
const bareAddress = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+([a-z]{2,24})(?::\d{2,5})?(?:[/?#][^\s<>"]*)?$/i;
/** "rapport.txt" is a file's name, not an address. */
const fileEndings = /^(?:txt|md|markdown|html?|pdf|docx?|xlsx?|pptx?|odt|csv|json|xml|jpe?g|png|zip)$/i;
const structure = /<(?:h[1-6]|ul|ol|table|blockquote)\b|<p\b[\s\S]*<p\b/i;

/** The address, when nothing else was pasted. */
function addressIn(text: string): string | null {
  const trimmed = text.trim().replace(/^<(.*)>$/, "$1");
  if (trimmed.length > 4_000) return null;
  if (withScheme.test(trimmed)) return trimmed;
  const ending = bareAddress.exec(trimmed)?.[1];
  if (ending === undefined) return null;
  return fileEndings.test(ending) && !trimmed.includes("/") ? null : trimmed;
}

/** A paste is an address to look at, or a text. Its HTML is used where it says more than the plain text: headings, lists. */
export function readPaste(
  { text, html }: { readonly text: string; readonly html: string | null },
  tools: ImportTools,
): Result<ReadText | { readonly address: string }, ImportFailure> {
  const address = addressIn(text);
  if (address !== null) return succeed({ address });
  if (text.trim() === "" && (html === null || html.trim() === "")) return fail({ kind: "no-text" });
  if (Math.max(text.length, html?.length ?? 0) > tools.maxBytes) {
    return fail({ kind: "file-too-large", limit: tools.maxBytes });
  }
  if (html !== null && (text.trim() === "" || structure.test(html))) {
    const rich = proposeDraft({ fileName: "", kind: "html", text: html }, tools);
    // Some programs put only a part of the text into their HTML.
    if (rich.ok && lengthOf(rich.value) * 10 >= text.replace(/\s+/g, " ").length * 6) return rich;
  }
  return proposeDraft({ fileName: "", kind: "text", text }, tools);
}

function lengthOf({ body, fields }: ReadText): number {
  const bodyLength = textRunsOf(body).reduce((sum, run) => sum + run.text.length, 0);
  return bodyLength + fields.keyPoints.join(" ").length + fields.title.length;
}
