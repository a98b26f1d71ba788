import type { ImportFailure } from "../../model/failure.ts";
import { fail, type Result } from "../../model/result.ts";
import type { ImportKind, ImportTools, ReadText } from "./import-tools.ts";
import { looksBinary } from "./looks-binary.ts";
import { proposeDraft } from "./propose-draft.ts";

const kinds: Readonly<Record<string, ImportKind>> = {
  txt: "text",
  text: "text",
  md: "markdown",
  markdown: "markdown",
  html: "html",
  htm: "html",
  xhtml: "html",
};

/** A new file format is one more kind here and one reader. */
export function readFile(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  tools: ImportTools,
): Result<ReadText, ImportFailure> {
  const extension = /\.([^./\\]{1,12})$/.exec(name.trim())?.[1]?.toLowerCase() ?? "";
  const kind = kinds[extension];
  if (kind === undefined) return fail({ kind: "unsupported-file", extension });
  if (bytes.length === 0) return fail({ kind: "empty-file" });
  if (bytes.length > tools.maxBytes) return fail({ kind: "file-too-large", limit: tools.maxBytes });
  if (looksBinary(bytes)) return fail({ kind: "binary-file" });
  const text = tools.decodeBytes(bytes, null);
  if (text.trim() === "") return fail({ kind: "empty-file" });
  // Pages saved as "text" keep their tags.
  const isPage = /^\s*<(?:!doctype\s+html|html)\b/i.test(text.slice(0, 1_000));
  return proposeDraft({ fileName: name.trim(), kind: isPage ? "html" : kind, text }, tools);
}
