import type { Change } from "../model/changes.ts";
import type { ListFailure } from "../model/failure.ts";
import type { SourceId } from "../model/ids.ts";
import { fail, type Result, succeed } from "../model/result.ts";
import type { Source } from "../model/source.ts";
import {
  folderName,
  type LeftOutEntry,
  type ListEntry,
  type ListedSource,
  type SourceListPreview,
} from "../model/source-list.ts";
import { canonicalFeedAddress, completeAddress } from "./feed-address.ts";
import { isOwnNetworkName } from "./own-network-name.ts";
import type { Vault } from "./vault.ts";

export interface SourceLists {
  /** What a file lists. Nothing is fetched. */
  readList(bytes: Uint8Array): Promise<Result<SourceListPreview, ListFailure>>;
  /** The same for sources that the page names itself. */
  judge(sources: readonly ListedSource[]): Promise<SourceListPreview>;
  /** The changes that add what of these isn't here yet; nothing of them is fetched. */
  changesToAdd(sources: readonly ListedSource[]): Promise<readonly Change[]>;
  /** Everything but addresses on the own network, as a file for others. */
  exportList(): Promise<{ readonly text: string; readonly count: number; readonly leftOut: number }>;
}

export interface SourceListsSurroundings {
  readonly vault: Pick<Vault, "catalogue">;
  readonly sourceIdOf: (canonicalAddress: string) => Promise<SourceId>;
  readonly readOpml: (
    bytes: Uint8Array,
  ) => Promise<
    Result<{ readonly sources: readonly ListedSource[]; readonly leftOut: readonly LeftOutEntry[] }, ListFailure>
  >;
  readonly writeOpml: (title: string, sources: readonly ListedSource[]) => Promise<string>;
}

const exportTitle = "Field Reader";

export function createSourceLists(surroundings: SourceListsSurroundings): SourceLists {
  const { vault, sourceIdOf, readOpml, writeOpml } = surroundings;

  async function judge(listed: readonly ListedSource[]) {
    const known = new Set(vault.catalogue.sources().map(({ id }) => id));
    const seen = new Set<SourceId>();
    const entries: ListEntry[] = [];
    const leftOut: LeftOutEntry[] = [];
    for (const source of listed) {
      const address = webAddressOf(source.address);
      const label = source.name || source.address;
      if (address === null) leftOut.push({ label, reason: "bad-address" });
      else if (isOwnNetworkName(new URL(address).hostname)) leftOut.push({ label, reason: "local-address" });
      else {
        const id = await sourceIdOf(canonicalFeedAddress(address));
        if (seen.has(id)) leftOut.push({ label, reason: "twice" });
        else {
          const isInsecure = new URL(address).protocol === "http:";
          const standing = known.has(id) ? "already-here" : isInsecure ? "insecure" : "new";
          const name = source.name.trim() || new URL(address).hostname;
          entries.push({ ...source, id, address, name, standing });
        }
        seen.add(id);
      }
    }
    return { entries, leftOut };
  }

  return {
    async readList(bytes) {
      const read = await readOpml(bytes);
      if (!read.ok) return fail(read.failure);
      const { sources, leftOut } = read.value;
      const judged = await judge(sources);
      return succeed({ entries: judged.entries, leftOut: [...leftOut, ...judged.leftOut] });
    },

    judge,

    async changesToAdd(sources) {
      const { entries } = await judge(sources);
      return entries
        .filter(({ standing }) => standing !== "already-here")
        .map((entry) => ({ kind: "source-added", source: sourceFrom(entry) }));
    },

    async exportList() {
      const all = [...vault.catalogue.sources()].sort((a, b) => a.name.localeCompare(b.name));
      const shared = all.filter(({ address }) => !isOwnNetworkName(new URL(address).hostname));
      return {
        // A list of nothing is no list.
        text: shared.length === 0 ? "" : await writeOpml(exportTitle, shared),
        count: shared.length,
        leftOut: all.length - shared.length,
      };
    },
  };
}

/** An address that could be fetched: of the web, and without a name and password in it. */
function webAddressOf(written: string): string | null {
  const completed = completeAddress(written);
  if (!completed.ok) return null;
  const { username, password } = new URL(completed.value);
  return username === "" && password === "" ? completed.value : null;
}

function sourceFrom({ id, address, name, folder, homePage, standing }: ListEntry): Source {
  return {
    id,
    address,
    name,
    homePage,
    format: null,
    flavour: "plain",
    rank: 2,
    // Plain http waits until it is allowed.
    enabled: standing === "new",
    audience: "public",
    permissions: { insecure: false, local: false },
    folder: folder === null ? null : folderName(folder),
    fullText: "never",
  };
}
