import type { Block, BodyTree } from "../../model/body.ts";
import type { ImportFailure } from "../../model/failure.ts";
import { guessKind } from "../../model/guess-kind.ts";
import type { DraftFields } from "../../model/import-draft.ts";
import { cleanLine, shorten } from "../../model/plain-characters.ts";
import { withoutTrackers } from "../../model/query-trackers.ts";
import { plainTextOf, textRunsOf } from "../../model/reading-order.ts";
import { fail, type Result, succeed } from "../../model/result.ts";
import { labelIn } from "../../model/sensitivity.ts";
import { asOfIn, dayIn, publishedIn } from "../../model/stated-dates.ts";
import { noonOf } from "../../model/time.ts";
import type { StatedFacts } from "./file-reader.ts";
import type { ImportedBody, ImportKind, ImportTools, ReadText } from "./import-tools.ts";
import { proposeTitle } from "./propose-title.ts";
import { readFrontMatter } from "./read-front-matter.ts";

/** Dates, labels and sources are stated at the top; further down they belong to what is told. */
const topLength = 1_500;
const sourceLine = /^[\s*_-]*(?:source|sources|author|auteur|from|chanzo)[\s*_]*:[\s*_]*(\S.{1,118})$/im;
const linkLine = /^[\s*_-]*(?:link|lien|url|kiungo)[\s*_]*:[\s*_]*<?(https?:\/\/\S+?)>?$/im;
/** Browsers write where a page was saved from into its first lines. */
const savedFrom = /<!--\s*saved from url=\(\d+\)(https?:\/\/\S+?)\s*-->/i;

/** Everything a preview proposes about a text. Nothing is invented: what the text doesn't say stays empty. */
export function proposeDraft(
  {
    fileName,
    kind,
    text,
    stated = {},
    mayBeEmpty = false,
  }: {
    readonly fileName: string;
    readonly kind: ImportKind;
    readonly text: string;
    /** What its file says outside the text. */
    readonly stated?: StatedFacts;
    /** Where there is something to look at beside the text. */
    readonly mayBeEmpty?: boolean;
  },
  tools: ImportTools,
): Result<ReadText, ImportFailure> {
  const savedAddress = savedFrom.exec(text.slice(0, 2_000))?.[1] ?? null;
  const built = tools.buildBody({ kind, text, baseAddress: savedAddress });
  if (!mayBeEmpty && built.keyPoints.length === 0 && !hasText(built.body)) return fail({ kind: "no-text" });
  const front = kind === "markdown" ? readFrontMatter(text) : {};
  const proposed = proposeTitle({ built, kind, fileName, stated: stated.title || front.title || null });
  const body: BodyTree = { blocks: proposed.isFirstBlock ? built.body.blocks.slice(1) : built.body.blocks };
  const top = textAtTop(built.body.blocks);
  const fields: DraftFields = {
    title: proposed.title,
    keyPoints: built.keyPoints,
    asOf: stated.asOf ?? asOfIn(`${proposed.title}\n${top}`),
    published: stated.published ?? publishedAt(built, front.date ?? null, top),
    sourceName: sourceNameOf(built, stated.source || front.source || null, top),
    language: tools.detectLanguage([...built.keyPoints, top].join(" "), front.language ?? built.page?.language ?? null),
    kind: kindOf(proposed.title, top),
    audience: null,
    label: labelIn([proposed.title, top, textAtEnd(built.body.blocks), stated.margins ?? ""].join("\n")),
    link: linkOf(built, savedAddress, front.link ?? null, top),
  };
  return succeed({ fileName, fields, body, isChatDay: stated.isChatDay === true });
}

function hasText(body: BodyTree): boolean {
  return body.blocks.some((block) => block.kind === "figure") || textRunsOf(body).some((run) => run.text.trim() !== "");
}

function textAtTop(blocks: readonly Block[]): string {
  const lines: string[] = [];
  let length = 0;
  for (const { text } of textRunsOf({ blocks: blocks.slice(0, 40) })) {
    lines.push(text);
    length += text.length;
    if (length > topLength) break;
  }
  return lines.join("\n").slice(0, topLength);
}

function textAtEnd(blocks: readonly Block[]): string {
  const last = blocks.slice(-3).filter((block) => block.kind === "paragraph" || block.kind === "heading");
  return last.map((block) => plainTextOf(block.inlines).slice(-300)).join("\n");
}

function publishedAt({ page }: ImportedBody, stated: string | null, top: string): number | null {
  const exact = page?.published ?? null;
  if (exact !== null && /^\d{4}-\d{2}-\d{2}T/.test(exact.trim())) {
    const instant = Date.parse(exact.trim());
    if (!Number.isNaN(instant) && instant > 0) return instant;
  }
  const day = dayIn(exact ?? "") ?? dayIn(stated ?? "") ?? publishedIn(top);
  return day === null ? null : noonOf(day);
}

function sourceNameOf({ page }: ImportedBody, stated: string | null, top: string): string {
  const written = stated ?? page?.siteName ?? sourceLine.exec(top)?.[1] ?? page?.author ?? "";
  return shorten(cleanLine(written), 120);
}

/** The title says it best; a second look goes to the first lines only for a plain word such as "sitrep". */
function kindOf(title: string, top: string) {
  const byTitle = guessKind(title);
  const [firstLine = ""] = top.split("\n", 1);
  return byTitle !== "unknown" || firstLine.length > 120 ? byTitle : guessKind(firstLine);
}

function linkOf(
  { page }: ImportedBody,
  savedAddress: string | null,
  stated: string | null,
  top: string,
): string | null {
  const candidates = [page?.canonical ?? null, savedAddress, stated, linkLine.exec(top)?.[1] ?? null];
  for (const candidate of candidates) {
    if (candidate !== null && /^https?:/i.test(candidate) && URL.canParse(candidate))
      return withoutTrackers(new URL(candidate).href);
  }
  return null;
}
