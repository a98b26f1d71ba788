import type { Catalogue } from "./vault.ts";

/** Where it is kept: sealed, with the working copy, so that taking it away leaves nothing of it in the journal. */
interface SealedBuffers {
  read(name: string): Promise<Uint8Array | null>;
  write(buffers: ReadonlyMap<string, Uint8Array | null>): Promise<void>;
}

export interface SearchHistory {
  /** Newest first; nothing while the reader hasn't switched it on. */
  list(): Promise<readonly string[]>;
  note(query: string): Promise<void>;
  clear(): Promise<void>;
}

const mostKept = 20;
const longestKept = 200;

/** What a reader searched for last, kept only if they want it to be. */
export function createSearchHistory({
  catalogue,
  buffers,
}: {
  readonly catalogue: Pick<Catalogue, "settings" | "currentReader">;
  readonly buffers: SealedBuffers;
}): SearchHistory {
  const name = (): string => `search-history/${catalogue.currentReader() ?? "first"}`;
  let last = Promise.resolve();

  async function read(): Promise<readonly string[]> {
    const bytes = await buffers.read(name());
    return bytes === null ? [] : (JSON.parse(new TextDecoder().decode(bytes)) as string[]);
  }

  /** One after another, so that of two quick searches none is lost. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  }

  return {
    list: async () => (catalogue.settings().searchHistory ? read() : []),
    note: (query) =>
      inTurn(async () => {
        const wanted = query.trim().slice(0, longestKept);
        if (!catalogue.settings().searchHistory || wanted === "") return;
        const known = await read();
        // "chol", "choler", "cholera" are one search that was being typed.
        const others = known.filter((other, at) => other !== wanted && !(at === 0 && wanted.startsWith(other)));
        const kept = [wanted, ...others].slice(0, mostKept);
        await buffers.write(new Map([[name(), new TextEncoder().encode(JSON.stringify(kept))]]));
      }),
    clear: () => inTurn(() => buffers.write(new Map([[name(), null]]))),
  };
}
