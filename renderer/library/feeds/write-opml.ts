import { generateOpml, type Opml } from "feedsmith";
import { folderPath, type ListedSource } from "../../model/source-list.ts";

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly sources: ListedSource[];
}

/** Names, addresses and folders; nothing of what is read and by whom. */
export function writeOpml(title: string, sources: readonly ListedSource[]): string {
  const root: Folder = { folders: new Map(), sources: [] };
  for (const source of sources) {
    let folder = root;
    for (const name of folderPath(source.folder)) {
      const inner = folder.folders.get(name) ?? { folders: new Map(), sources: [] };
      folder.folders.set(name, inner);
      folder = inner;
    }
    folder.sources.push(source);
  }
  return generateOpml({ head: { title }, body: { outlines: outlinesOf(root) } });
}

function outlinesOf({ folders, sources }: Folder): Opml.Outline<Date>[] {
  return [
    ...[...folders].map(([text, folder]) => ({ text, outlines: outlinesOf(folder) })),
    ...sources.map(({ name, address, homePage }) => ({
      text: name,
      title: name,
      type: "rss",
      xmlUrl: address,
      ...(homePage === null ? {} : { htmlUrl: homePage }),
    })),
  ];
}
