import type { FetchedAddress } from "../../contracts/host.ts";
import type { DocumentFailure, FetchFailure } from "../../model/failure.ts";
import type { Result } from "../../model/result.ts";
import type { SourceCursor } from "../../model/source.ts";
import type { FeedDocument } from "./feed-seams.ts";

export type AnswerDecision<Item> =
  | { readonly take: "nothing-new" }
  | {
      readonly take: "items";
      readonly feed: FeedDocument<Item>;
      /** Whole and sound: only then may the validators move. */
      readonly complete: boolean;
      /** What broke the answer off on its way, if the link did. */
      readonly cutBy: FetchFailure | null;
    }
  | { readonly take: "nothing"; readonly failure: FetchFailure };

/**
 * What an answer is worth. The document decides, not its status or content type: login pages answer 200 with HTML, and
 * a feed behind a 500 is still a feed.
 */
export async function decideAnswer<Item>(
  answer: FetchedAddress,
  known: SourceCursor | null,
  documentDigest: string,
  parse: () => Promise<Result<FeedDocument<Item>, DocumentFailure>>,
): Promise<AnswerDecision<Item>> {
  const cutBy = answer.end.end === "cut" ? answer.end.failure : null;
  if (answer.status === 304) return decideNotModified(answer, known);
  if (cutBy === null && documentDigest === known?.documentDigest) return { take: "nothing-new" };

  const parsed = await parse();
  if (!parsed.ok) return { take: "nothing", failure: failureOf(answer, parsed.failure, cutBy) };
  const feed = parsed.value;
  const isEmpty = feed.items.length === 0 && feed.failures.length === 0;
  if (isEmpty && cutBy !== null) return { take: "nothing", failure: cutBy };
  if (isEmpty && feed.damaged) return { take: "nothing", failure: { kind: "broken-feed" } };
  return { take: "items", feed, complete: cutBy === null && !feed.damaged && isSuccess(answer), cutBy };
}

// Some proxies answer 304 to a request that carried no validator: that says nothing about the source.
function decideNotModified(answer: FetchedAddress, known: SourceCursor | null): AnswerDecision<never> {
  const wasAsked = known !== null && (known.etag !== null || known.lastModified !== null);
  return wasAsked ? { take: "nothing-new" } : { take: "nothing", failure: statusFailure(answer) };
}

function failureOf(answer: FetchedAddress, document: DocumentFailure, cutBy: FetchFailure | null): FetchFailure {
  if (document.kind === "login-page" || document.kind === "bot-wall") {
    return { kind: document.kind, host: document.host ?? hostOf(answer) };
  }
  if (cutBy !== null) return cutBy;
  if (!isSuccess(answer)) return statusFailure(answer);
  return document.kind === "error-page" ? { kind: "error-page", host: document.host ?? hostOf(answer) } : document;
}

function isSuccess(answer: FetchedAddress): boolean {
  return answer.status >= 200 && answer.status < 300;
}

function statusFailure(answer: FetchedAddress): FetchFailure {
  return { kind: "http-status", status: answer.status, host: hostOf(answer) };
}

function hostOf(answer: FetchedAddress): string {
  return URL.canParse(answer.finalAddress) ? new URL(answer.finalAddress).host : answer.finalAddress;
}
