import { type AttachmentId, idOfBytes } from "../../model/ids.ts";
import { sha256 } from "../crypto/byte-arrays.ts";

/** The same in every vault: of the content alone, whatever its name. */
export async function attachmentIdOf(bytes: Uint8Array): Promise<AttachmentId> {
  return idOfBytes<AttachmentId>((await sha256(bytes)).subarray(0, 16));
}
