import { judgeArticle } from "./articles/judge-article.ts";
import { buildBody } from "./body/build-body.ts";
import { findFeedLinks } from "./feeds/find-feed-links.ts";
import { type FeedBytes, parseFeed } from "./feeds/parse-feed.ts";
import { readOpml } from "./feeds/read-opml.ts";
import { writeOpml } from "./feeds/write-opml.ts";
import { createArticleIntake } from "./intake/intake-article.ts";
import { createDraftIntake } from "./intake/intake-draft.ts";
import { createFeedIntake } from "./intake/intake-feed.ts";
import { createImportReaders } from "./intake/read-imports.ts";
import type { OpenedVault } from "./opened-vault.ts";
import { readArticlePage } from "./read-article-page.ts";
import type { Surroundings } from "./surroundings.ts";

export type TakeIn = ReturnType<typeof createTakeIn>;

/**
 * All that makes briefings of what comes in, with its parsers. It is half of the worker's code and nothing on the first
 * screen needs it, so it is a file of its own that the worker starts without.
 */
export function createTakeIn(vault: OpenedVault, surroundings: Surroundings) {
  const { readFile, readPaste } = createImportReaders(surroundings);
  const { findStanding, intake: intakeDraft } = createDraftIntake(vault);
  return {
    parseFeed: (bytes: Uint8Array, about: Pick<FeedBytes, "address" | "contentType">) =>
      parseFeed({ bytes, ...about, limits: surroundings.limits }),
    findFeedLinks,
    readOpml,
    writeOpml,
    intakeFeed: createFeedIntake(vault),
    readArticle: readArticlePage,
    intakeArticle: createArticleIntake(vault, judgeArticle),
    readFile,
    readPaste,
    findStanding,
    intakeDraft,
    markdownBuilder: () => (text: string) => buildBody({ kind: "markdown", text, baseAddress: null }).body,
  };
}
