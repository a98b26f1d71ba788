import type { BodyTree } from "../../model/body.ts";
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
  const files = attachments.map(({ name, address }) => ({ name, address: withoutQuery(address) }));
  const said = JSON.stringify([title, keyPoints, blocksSaid(body), files]);
  return digestId("content", said.replace(/(?:\s|\\[nrt]|\u00a0|\u202f)+/g, ""));
}

/** As JSON. What a picture weighs isn't said by the text, and is told late or never. */
function blocksSaid({ blocks }: BodyTree): string {
  const said = JSON.stringify(blocks);
  if (!said.includes('"kind":"figure"')) return said;
  return JSON.stringify(blocks, (key, value: unknown) =>
    key === "address" ? withoutQuery(value) : key === "bytes" ? undefined : value,
  );
}
