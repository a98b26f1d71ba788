import type { TooManyFilesFailure } from "../../model/failure.ts";
import type { FileOutcome } from "../../model/import-draft.ts";

/** More than a person means to import at once: a whole disk was dropped. */
export const mostFiles = 2_000;
/** What systems leave in folders by themselves. */
const systemFile = /^(?:\..*|thumbs\.db|desktop\.ini)$/i;

export interface FilesTaken {
  readonly files: readonly File[];
  /** Folders and files in them that the system doesn't give, by name. */
  readonly refused: readonly FileOutcome[];
  /** null = these are all that were brought. */
  readonly cut: TooManyFilesFailure | null;
}

/** The files that were dropped, with those in dropped folders and their folders. Ask at once: a drop is soon forgotten. */
export async function filesDropped(dropped: DataTransfer): Promise<FilesTaken> {
  const folders: FileSystemDirectoryEntry[] = [];
  const files: File[] = [];
  const refused: FileOutcome[] = [];
  for (const item of dropped.items) {
    const entry = item.kind === "file" ? item.webkitGetAsEntry() : null;
    if (entry?.isDirectory) folders.push(entry as FileSystemDirectoryEntry);
    else {
      const file = item.getAsFile();
      if (file !== null) files.push(file);
    }
  }
  for (const folder of folders) {
    for await (const entry of entriesIn(folder)) {
      if (entry === null)
        refused.push({ fileName: folder.name, outcome: "failed", failure: { kind: "closed-folder" } });
      else if (files.length > mostFiles) return firstOf(files, refused);
      else if (systemFile.test(entry.name)) continue;
      else if (entry.isDirectory) folders.push(entry as FileSystemDirectoryEntry);
      else {
        const file = await fileOf(entry as FileSystemFileEntry);
        if (file !== null) files.push(file);
        else refused.push({ fileName: entry.name, outcome: "failed", failure: { kind: "unreadable-file" } });
      }
    }
  }
  return firstOf(files, refused);
}

/** Those of a picked folder that a person put there. */
export function filesPicked(files: Iterable<File>): FilesTaken {
  return firstOf(
    [...files].filter(({ name }) => !systemFile.test(name)),
    [],
  );
}

function firstOf(files: readonly File[], refused: readonly FileOutcome[]): FilesTaken {
  return files.length > mostFiles
    ? { files: files.slice(0, mostFiles), refused, cut: { kind: "too-many-files", taken: mostFiles } }
    : { files, refused, cut: null };
}

/** A folder is told in parts, until one is empty. null = the system tells no more of it. */
async function* entriesIn(folder: FileSystemDirectoryEntry): AsyncGenerator<FileSystemEntry | null> {
  const reader = folder.createReader();
  for (;;) {
    const part = await new Promise<readonly (FileSystemEntry | null)[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([null])),
    );
    yield* part;
    if (part.length === 0 || part[0] === null) return;
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File | null> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(null)));
}
