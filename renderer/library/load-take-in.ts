import type { OpenedVault } from "./opened-vault.ts";
import type { Surroundings } from "./surroundings.ts";
import type { TakeIn } from "./take-in.ts";

/** What the rest of the library asks of the file that makes briefings of what comes in; it is loaded with the first call. */
export type LoadedLater<Tools> = {
  readonly [Name in keyof Tools]: Tools[Name] extends (...args: infer Args) => infer Answer
    ? (...args: Args) => Promise<Awaited<Answer>>
    : never;
};

export function loadTakeIn(vault: OpenedVault, surroundings: Surroundings): LoadedLater<TakeIn> {
  let loading: Promise<TakeIn> | null = null;

  function load(): Promise<TakeIn> {
    loading ??= import("./take-in.ts")
      .then(({ createTakeIn }) => createTakeIn(vault, surroundings))
      .catch((error: unknown) => {
        loading = null;
        throw error;
      });
    return loading;
  }

  return {
    parseFeed: async (...args) => (await load()).parseFeed(...args),
    findFeedLinks: async (...args) => (await load()).findFeedLinks(...args),
    readOpml: async (...args) => (await load()).readOpml(...args),
    writeOpml: async (...args) => (await load()).writeOpml(...args),
    intakeFeed: async (...args) => (await load()).intakeFeed(...args),
    readArticle: async (...args) => (await load()).readArticle(...args),
    intakeArticle: async (...args) => (await load()).intakeArticle(...args),
    readFile: async (...args) => (await load()).readFile(...args),
    readPaste: async (...args) => (await load()).readPaste(...args),
    findStanding: async (...args) => (await load()).findStanding(...args),
    intakeDraft: async (...args) => (await load()).intakeDraft(...args),
    markdownBuilder: async (...args) => (await load()).markdownBuilder(...args),
  };
}
