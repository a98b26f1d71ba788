import type { Block, BodyTree } from "../../model/body.ts";
import { shorten } from "../../model/plain-characters.ts";
import { plainTextOf, textRunsOf } from "../../model/reading-order.ts";
import { readHtmlBody } from "./html-body.ts";
import type { PageFacts } from "./html-page.ts";
import { takeKeyPoints } from "./key-points.ts";
import { htmlOfMarkdown } from "./markdown-body.ts";
import { readTextBody } from "./text-body.ts";

export interface BodySource {
  readonly kind: "html" | "text" | "markdown";
  readonly text: string;
  /** What relative links start from. */
  readonly baseAddress: string | null;
}

export interface BuiltBody {
  /** Without the key points that were taken out of it. */
  readonly body: BodyTree;
  readonly keyPoints: readonly string[];
  /** First words of the text, at most 200 characters. */
  readonly lead: string;
  /** Words of key points and body. */
  readonly wordCount: number;
  /** What a whole web page says about itself; null for anything else. */
  readonly page: PageFacts | null;
}

const leadLength = 200;

/** Any HTML, Markdown or plain text → the allow-listed tree. Never throws, whatever the input. */
export function buildBody(source: BodySource): BuiltBody {
  const read = readBlocks(source);
  const { keyPoints, blocks } = takeKeyPoints(read.blocks);
  const body: BodyTree = { blocks };
  return { body, keyPoints, page: read.page, ...measureBody(body, keyPoints) };
}

function readBlocks({ kind, text, baseAddress }: BodySource): { blocks: readonly Block[]; page: PageFacts | null } {
  if (kind === "html") return readHtmlBody(text, baseAddress);
  const html = kind === "markdown" ? htmlOfMarkdown(text) : null;
  const blocks = html === null ? readTextBody(text) : readHtmlBody(html, baseAddress).blocks;
  return { blocks, page: null };
}

/** What a list row shows of a body. */
export function measureBody(body: BodyTree, keyPoints: readonly string[]): Pick<BuiltBody, "lead" | "wordCount"> {
  let wordCount = 0;
  for (const point of keyPoints) wordCount += wordsIn(point);
  for (const { text } of textRunsOf(body)) wordCount += wordsIn(text);
  return { lead: leadOf(body.blocks), wordCount };
}

/** Runs of letters and digits between spaces; a dash alone is none. */
function wordsIn(text: string): number {
  let count = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || code === 0x0a || code === 0xa0 || code === 0x202f) isInWord = false;
    else if (!isInWord && isWordCode(code)) {
      isInWord = true;
      count += 1;
    }
  }
  return count;
}

function isWordCode(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0xc0 && (code < 0x2000 || code > 0x2bff))
  );
}

/** Of the paragraphs; a heading or a table's cell opens a text badly. */
function leadOf(blocks: readonly Block[]): string {
  let lead = "";
  for (const block of blocks) {
    if (block.kind === "paragraph") lead += `${lead === "" ? "" : " "}${plainTextOf(block.inlines)}`;
    if (lead.length > leadLength) break;
  }
  if (lead === "") lead = textRunsOf({ blocks }).find((run) => run.text !== "")?.text ?? "";
  return shorten(
    lead
      .slice(0, leadLength * 4)
      .replace(/\s+/g, " ")
      .trim(),
    leadLength,
  );
}
