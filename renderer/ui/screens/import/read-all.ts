import type { Library } from "../../../contracts/library.ts";
import type { ImportFailure } from "../../../model/failure.ts";
import type { FileOutcome } from "../../../model/import-draft.ts";
import { asBug } from "../../queries/use-library.ts";
import { batchesOf, mostBytesRead } from "./file-batches.ts";

export interface ReadAll {
  readonly files: readonly File[];
  readonly library: Pick<Library, "readFiles">;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}

/** A bug costs the files that were being read, by name: what was read before them is looked at all the same. */
export async function readAll({ files, library, signal, onProgress }: ReadAll): Promise<readonly FileOutcome[]> {
  const outcomes: FileOutcome[] = [];
  let before = 0;
  for (const batch of batchesOf(files)) {
    if (signal.aborted) break;
    const sent: { name: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
    for (const file of batch) {
      const bytes = await bytesOf(file);
      if (bytes instanceof Uint8Array) sent.push({ name: file.name, bytes });
      else outcomes.push({ fileName: file.name, outcome: "failed", failure: bytes });
    }
    const refused = batch.length - sent.length;
    before += refused;
    if (sent.length === 0) continue;
    const reading = library.readFiles(
      { files: sent },
      {
        signal,
        transfer: sent.map(({ bytes }) => bytes.buffer),
        onProgress: ({ done }) => onProgress(before + done),
      },
    );
    const read = await reading.catch((error: unknown) =>
      sent.map(({ name }): FileOutcome => ({ fileName: name, outcome: "failed", failure: asBug(error) })),
    );
    outcomes.push(...read);
    before += sent.length;
    onProgress(before);
  }
  return outcomes;
}

/** A file that is too large isn't read at all. One that the disk doesn't give was moved, or is a folder. */
async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | ImportFailure> {
  if (file.size > mostBytesRead) return { kind: "file-too-large", limit: mostBytesRead };
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return { kind: "unreadable-file" };
  }
}
