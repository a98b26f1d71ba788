import { expect, test } from "vitest";
import { filesDropped, filesPicked, mostFiles } from "./files-in-folders.ts";

const partLength = 100;

function fileEntry(name: string) {
  return { isDirectory: false, name, file: (give: (file: File) => void) => give(new File([], name)) };
}

type Entry = ReturnType<typeof fileEntry> | ReturnType<typeof folder> | ReturnType<typeof closedFolder>;

/** The system tells a part of it, then no more. */
function closedFolder(name: string, entries: readonly unknown[] = []) {
  let isTold = entries.length === 0;
  const readEntries = (give: (part: readonly unknown[]) => void, refuse: (error: unknown) => void) => {
    if (isTold) refuse(new DOMException("no", "NotReadableError"));
    else give(entries);
    isTold = true;
  };
  return { isDirectory: true, name, createReader: () => ({ readEntries }) };
}

/** Told in parts, as browsers do. */
function folder(name: string, entries: readonly unknown[]) {
  const createReader = () => {
    let from = 0;
    return {
      readEntries(give: (part: readonly unknown[]) => void) {
        give(entries.slice(from, from + partLength));
        from += partLength;
      },
    };
  };
  return { isDirectory: true, name, createReader };
}

function dropped(...entries: readonly Entry[]): DataTransfer {
  const items = entries.map((entry) => ({
    kind: "file",
    webkitGetAsEntry: () => entry,
    getAsFile: () => new File([], entry.name),
  }));
  return { items } as unknown as DataTransfer;
}

const many = (count: number, of = "note") => Array.from({ length: count }, (_, number) => fileEntry(`${of}-${number}`));
const tooMany = { kind: "too-many-files", taken: mostFiles };

test("files come with those in folders and their folders, without what systems leave there", async () => {
  const inner = folder("2026", [fileEntry("sake.txt"), fileEntry(".DS_Store"), fileEntry("Thumbs.db")]);
  const { files, cut } = await filesDropped(dropped(fileEntry("goma.txt"), folder("notes", [inner, ...many(1)])));
  expect(files.map(({ name }) => name)).toEqual(["goma.txt", "note-0", "sake.txt"]);
  expect(cut).toBeNull();
});

test("as many as are read at once are all of them, also with system files and folders beside them", async () => {
  const folders = Array.from({ length: mostFiles + 50 }, (_, number) => folder(`empty-${number}`, []));
  const hidden = many(mostFiles + 50, ".hidden");
  const { files, cut } = await filesDropped(dropped(folder("disk", [...hidden, ...folders, ...many(mostFiles)])));
  expect(files).toHaveLength(mostFiles);
  expect(cut).toBeNull();
});

test("more than are read at once are never cut without a word, wherever they lie", async () => {
  const halves = [folder("a", many(mostFiles / 2)), folder("b", [folder("c", many(mostFiles / 2 + 1))])];
  const drops = [
    dropped(folder("disk", many(mostFiles + 1))),
    dropped(folder("disk", halves)),
    dropped(...many(mostFiles + 1)),
    dropped(...many(mostFiles), folder("disk", many(1))),
  ];
  for (const drop of drops) {
    const { files, cut } = await filesDropped(drop);
    expect(files).toHaveLength(mostFiles);
    expect(cut).toEqual(tooMany);
  }
  const picked = Array.from({ length: mostFiles + 1 }, (_, number) => new File([], `note-${number}`));
  expect(filesPicked(picked)).toMatchObject({ files: { length: mostFiles }, cut: tooMany });
  expect(filesPicked([...picked.slice(1), new File([], "desktop.ini")]).cut).toBeNull();
});

test("a folder or a file that the system doesn't give is named, and what it gives comes all the same", async () => {
  const held = { isDirectory: false, name: "held.txt", file: (_give: unknown, refuse: () => void) => refuse() };
  const drop = dropped(
    folder("notes", [closedFolder("private"), held, ...many(1)]),
    closedFolder("half", many(2, "h")),
  );
  const { files, refused, cut } = await filesDropped(drop);
  expect(files.map(({ name }) => name)).toEqual(["note-0", "h-0", "h-1"]);
  expect(refused).toEqual([
    { fileName: "held.txt", outcome: "failed", failure: { kind: "unreadable-file" } },
    { fileName: "half", outcome: "failed", failure: { kind: "closed-folder" } },
    { fileName: "private", outcome: "failed", failure: { kind: "closed-folder" } },
  ]);
  expect(cut).toBeNull();
});
