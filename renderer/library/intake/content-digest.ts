import type { RevisionContent } from "../../model/briefing.ts";
import { digestId } from "./digest.ts";

/** Servers sign and number the addresses of pictures and files anew at each visit; the file is the same. */
function withoutQuery(address: unknown): unknown {
  return typeof address === "string" ? address.split(/[?#]/, 1)[0] : address;
}

/**
 * What a revision says: title, key points, body and attachments, with white space and trackers out (bodies are built
 * without trackers). The same words laid out anew are no new revision.
 */
export function contentDigest({ title, keyPoints, body, attachments }: RevisionContent): Promise<string> {
  const said = JSON.stringify(
    {
      title,
      keyPoints,
      blocks: body.blocks,
      attachments: attachments.map(({ name, address }) => ({ name, address: withoutQuery(address) })),
    },
    (key, value: unknown) => {
      if (key === "address") return withoutQuery(value);
      // What a file weighs is told late or never; it isn't said by the text.
      if (key === "bytes") return undefined;
      return value;
    },
  );
  return digestId("content", said.replace(/(?:\s|\\[nrt]|\u00a0|\u202f)+/g, ""));
}
