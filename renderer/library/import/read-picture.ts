import type { ImportFailure } from "../../model/failure.ts";
import { cleanLine } from "../../model/plain-characters.ts";
import { fail, type Result, succeed } from "../../model/result.ts";
import type { ImportTools, ReadText } from "./import-tools.ts";

/** A picture is a briefing without text, named as its file. */
export function readPicture(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  tools: ImportTools,
): Result<ReadText, ImportFailure> {
  if (bytes.length > tools.maxBytes) return fail({ kind: "file-too-large", limit: tools.maxBytes });
  if (tools.pictureSizeOf(bytes) === null) return fail({ kind: "unreadable-file" });
  const fileName = name.trim();
  const title = cleanLine(fileName.replace(/\.[^./\\]{1,12}$/, "").replaceAll("_", " "));
  return succeed({
    fileName,
    fields: {
      title,
      keyPoints: [],
      asOf: null,
      published: null,
      sourceName: "",
      language: tools.detectLanguage(title, null),
      kind: "unknown",
      audience: null,
      label: null,
      link: null,
    },
    body: { blocks: [] },
    isChatDay: false,
  });
}
