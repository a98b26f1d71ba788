import type { BriefingHead, RevisionContent } from "../../model/briefing.ts";
import type { Change } from "../../model/changes.ts";
import type { ArticleFailure } from "../../model/failure.ts";
import type { Bytes } from "../../model/measure.ts";
import { textRunsOf } from "../../model/reading-order.ts";
import { fail, type Result, succeed } from "../../model/result.ts";
import type { Instant } from "../../model/time.ts";
import { signatureOf } from "../copies/signature-of.ts";
import { buildBriefing } from "./build-briefing.ts";
import { contentDigest } from "./content-digest.ts";
import type { IntakeVault } from "./intake-feed.ts";

export interface ArticleArrival {
  readonly head: BriefingHead;
  readonly html: string;
  readonly baseAddress: string;
  readonly received: Bytes;
  readonly at: Instant;
}

interface MeasuredText {
  readonly text: string;
  readonly wordCount: number;
}

/** Says why a page's text isn't the article behind the extract; null = it is. */
export type JudgeArticle = (
  article: MeasuredText,
  about: { readonly extract: MeasuredText; readonly title: string },
) => ArticleFailure | null;

/** Turns an article into the next revision of the extract that led to it. */
export function createArticleIntake(
  vault: IntakeVault,
  judge: JudgeArticle,
): (arrival: ArticleArrival) => Promise<Result<Change, ArticleFailure>> {
  return async ({ head, html, baseAddress, received, at }) => {
    const extract = await vault.readRevision(head.id, null);
    const built = buildBriefing({
      itemKey: "",
      title: head.title,
      link: head.link,
      content: { kind: "html", text: html },
      baseAddress,
      published: head.times.published,
      posted: head.times.posted,
      updated: null,
      authors: head.authors,
      publisher: null,
      language: head.language,
      attachments: head.attachments,
      extractOnly: false,
    });
    // What the source itself called its key points stays.
    const keyPoints = built.content.keyPoints.length > 0 ? built.content.keyPoints : head.keyPoints;
    const content: RevisionContent = { ...built.content, keyPoints };
    const failure = judge(
      { text: wordsOf(content), wordCount: built.wordCount },
      {
        extract: { text: extract === null ? head.lead : wordsOf(extract), wordCount: head.wordCount },
        title: head.title,
      },
    );
    if (failure !== null) return fail(failure);
    const digest = await contentDigest(content);
    if (vault.catalogue.digests(head.id).includes(digest)) return fail({ kind: "article-too-short" });
    const revision = head.revision + 1;
    return succeed({
      kind: "revision-arrived",
      head: {
        ...head,
        keyPoints,
        lead: built.lead,
        wordCount: built.wordCount,
        language: built.language,
        times: { ...head.times, asOf: head.times.asOf ?? built.asOf },
        extractOnly: false,
        fullText: { at: "fetched", when: at, received },
        revision,
        revisedAt: at,
      },
      contentDigest: digest,
      signature: signatureOf(content),
      // Who read the extract knows that it came; the text asks for nobody's eyes a second time.
      marksUnread: false,
      body: await vault.sealRevision(head.id, revision, content),
    });
  };
}

function wordsOf({ keyPoints, body }: RevisionContent): string {
  return [...keyPoints, ...textRunsOf(body).map(({ text }) => text)].join(" ");
}
