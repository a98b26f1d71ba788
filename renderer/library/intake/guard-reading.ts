import type { Host } from "../../contracts/host.ts";
import type { ImportFailure } from "../../model/failure.ts";
import { fail, type Result } from "../../model/result.ts";
import { attachmentIdOf } from "../attachments/attachment-id.ts";
import type { ReadingFile } from "../import/file-reader.ts";
import type { ReadDocument } from "../import/import-tools.ts";

const mostTries = 2;

type Reading = (file: ReadingFile) => Promise<Result<readonly ReadDocument[], ImportFailure>>;

/**
 * Reads a file under a mark that the host keeps. A file that ends the whole program leaves its mark behind; after two
 * tries it isn't opened any more, and everything else goes on.
 */
export function guardReading(read: Reading, host: Pick<Host, "markParsing" | "clearParsing">): Reading {
  return async (file) => {
    const digest = await attachmentIdOf(file.bytes);
    const tries = await host.markParsing({ digest });
    if (tries >= mostTries) return fail({ kind: "quarantined-file" });
    try {
      return await read(file);
    } finally {
      await host.clearParsing({ digest });
    }
  };
}
