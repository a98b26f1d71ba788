import type { TooManyFilesFailure } from "../../model/failure.ts";

/** More than a person means to import at once: a whole disk was dropped. */
export const mostFiles = 2_000;
/** What systems leave in folders by themselves. */
const systemFile = /^(?:\..*|thumbs\.db|desktop\.ini)$/i;

export interface FilesTaken {
  readonly files: readonly File[];
  /** null = these are all that were brought. */
  readonly cut: TooManyFilesFailure | null;
}

/** The files that were dropped, with those in dropped folders and their folders. Ask at once: a drop is soon forgotten. */
export async function filesDropped(dropped: DataTransfer): Promise<FilesTaken> {
  const folders: FileSystemDirectoryEntry[] = [];
  const files: File[] = [];
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
      if (files.length > mostFiles) return firstOf(files);
      if (systemFile.test(entry.name)) continue;
      if (entry.isDirectory) folders.push(entry as FileSystemDirectoryEntry);
      else {
        const file = await fileOf(entry as FileSystemFileEntry);
        if (file !== null) files.push(file);
      }
    }
  }
  return firstOf(files);
}

/** Those of a picked folder that a person put there. */
export function filesPicked(files: Iterable<File>): FilesTaken {
  return firstOf([...files].filter(({ name }) => !systemFile.test(name)));
}

function firstOf(files: readonly File[]): FilesTaken {
  return files.length > mostFiles
    ? { files: files.slice(0, mostFiles), cut: { kind: "too-many-files", taken: mostFiles } }
    : { files, cut: null };
}

/** A folder is told in parts, until one is empty. What can't be listed is taken for empty. */
async function* entriesIn(folder: FileSystemDirectoryEntry): AsyncGenerator<FileSystemEntry> {
  const reader = folder.createReader();
  for (;;) {
    const part = await new Promise<readonly FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (part.length === 0) return;
    yield* part;
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File | null> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(null)));
}
