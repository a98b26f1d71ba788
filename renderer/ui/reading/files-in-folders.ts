/** More than a person means to import at once: a whole disk was dropped. */
const mostFiles = 2_000;
/** What systems leave in folders by themselves. */
const systemFile = /^(?:\..*|thumbs\.db|desktop\.ini)$/i;

/** The files that were dropped, with those in dropped folders and their folders. Ask at once: a drop is soon forgotten. */
export async function filesDropped(dropped: DataTransfer): Promise<readonly File[]> {
  const entries: FileSystemEntry[] = [];
  const files: File[] = [];
  for (const item of dropped.items) {
    const entry = item.kind === "file" ? item.webkitGetAsEntry() : null;
    if (entry?.isDirectory) entries.push(entry);
    else {
      const file = item.getAsFile();
      if (file !== null) files.push(file);
    }
  }
  for (let entry = entries.shift(); entry !== undefined && files.length < mostFiles; entry = entries.shift()) {
    if (systemFile.test(entry.name)) continue;
    if (entry.isDirectory) entries.push(...(await entriesIn(entry as FileSystemDirectoryEntry)));
    else {
      const file = await fileOf(entry as FileSystemFileEntry);
      if (file !== null) files.push(file);
    }
  }
  return files;
}

/** Those of a picked folder that a person put there. */
export function filesPicked(files: FileList): readonly File[] {
  return [...files].filter(({ name }) => !systemFile.test(name)).slice(0, mostFiles);
}

/** A folder is told in parts, until one is empty. What can't be listed is taken for empty. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<readonly FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (part.length === 0 || all.length > mostFiles) return all;
    all.push(...part);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File | null> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(null)));
}
