import { type Opml, parseOpml } from "feedsmith";
import type { ListFailure } from "../../model/failure.ts";
import { cleanLine, shorten } from "../../model/plain-characters.ts";
import { fail, type Result, succeed } from "../../model/result.ts";
import { folderName, type LeftOutEntry, type ListedSource } from "../../model/source-list.ts";
import { decodeBytes } from "./decode-bytes.ts";
import { detectFormat, withoutProlog } from "./detect-format.ts";

/** A list as its file gives it, before anything is compared with the library. Addresses are as written. */
export interface ReadList {
  readonly sources: readonly ListedSource[];
  readonly leftOut: readonly LeftOutEntry[];
}

export const listLimits = { fileBytes: 2 * 1024 * 1024, sources: 1_000 } as const;
const deepestFolder = 40;
const longestName = 120;
const longestAddress = 2_000;

type Outline = Opml.Outline<string>;

/** OPML 1 and 2: folders in folders, types in any case, attributes that nobody knows. An `include` is never followed. */
export function readOpml(bytes: Uint8Array): Result<ReadList, ListFailure> {
  if (bytes.length > listLimits.fileBytes) return fail({ kind: "file-too-large", limit: listLimits.fileBytes });
  const text = decodeBytes(bytes, null);
  if (text.trim() === "") return fail({ kind: "empty-file" });
  const format = detectFormat(text);
  if (format === "entity-bomb") return fail({ kind: "entity-bomb" });
  if (format !== "xml" || !/^<opml[\s>]/i.test(withoutProlog(text).slice(0, 20))) return fail({ kind: "not-a-list" });
  // A parser that calls itself for each level has to be kept from the bottomless.
  if (depthOf(text) > deepestFolder || !/<\/opml\s*>/i.test(text.slice(-200))) return fail({ kind: "broken-list" });
  const document = parse(withoutProlog(text));
  if (document === null) return fail({ kind: "broken-list" });
  const list = { sources: [] as ListedSource[], leftOut: [] as LeftOutEntry[] };
  takeOutlines(document.body?.outlines ?? [], [], list);
  if (list.sources.length === 0 && list.leftOut.length === 0) return fail({ kind: "empty-list" });
  return succeed(within(list));
}

function parse(xml: string): Opml.Document<string> | null {
  try {
    return parseOpml(xml) as Opml.Document<string>;
  } catch {
    // feedsmith throws for what isn't well-formed or isn't OPML.
    return null;
  }
}

function depthOf(xml: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag] of xml.matchAll(/<outline\b(?:[^<>"']|"[^"]*"|'[^']*')*>|<\/outline\s*>/gi)) {
    if (tag.startsWith("</")) depth -= 1;
    else if (!tag.endsWith("/>")) depth += 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function takeOutlines(
  outlines: readonly Outline[],
  folders: readonly string[],
  list: { readonly sources: ListedSource[]; readonly leftOut: LeftOutEntry[] },
): void {
  for (const outline of outlines) {
    const name = shorten(cleanLine(outline.title ?? outline.text ?? ""), longestName);
    const type = outline.type?.trim().toLowerCase() ?? "";
    const address = outline.xmlUrl?.trim() ?? "";
    const label = name || address || outline.url || "—";
    if (outline.isComment === true) list.leftOut.push({ label, reason: "commented-out" });
    else if (type === "include") list.leftOut.push({ label, reason: "other-list" });
    else {
      if (address !== "" && address.length <= longestAddress) {
        const homePage = outline.htmlUrl?.trim() ?? "";
        list.sources.push({
          address,
          name,
          folder: folderName(folders.join("/")),
          homePage: /^https?:\/\//i.test(homePage) && homePage.length <= longestAddress ? homePage : null,
        });
      } else if (address !== "") list.leftOut.push({ label, reason: "bad-address" });
      else if (type !== "" && outline.outlines === undefined) list.leftOut.push({ label, reason: "no-address" });
      // A slash inside one folder's name doesn't open another.
      takeOutlines(outline.outlines ?? [], name === "" ? folders : [...folders, name.replaceAll("/", "-")], list);
    }
  }
}

function within({ sources, leftOut }: ReadList): ReadList {
  const past = sources.slice(listLimits.sources);
  return {
    sources: sources.slice(0, listLimits.sources),
    leftOut: [
      ...leftOut,
      ...past.map(({ name, address }) => ({ label: name || address, reason: "too-many" }) as const),
    ],
  };
}
