import type { Block } from "../../model/body.ts";
import type { ImportFailure } from "../../model/failure.ts";
import { plainTextOf } from "../../model/reading-order.ts";
import { mediaTypeOf } from "../attachments/media-type.ts";
import { pictureSizeOf } from "../attachments/picture-size.ts";
import { buildBody } from "../body/build-body.ts";
import { decodeBytes } from "../feeds/decode-bytes.ts";
import { detectLanguage } from "../intake/detect-language.ts";
import type { ImportTools, ReadDocument } from "./import-tools.ts";
import { startNodePdfWorker } from "./node-pdf-worker.suite.ts";
import { createPdfEngine } from "./pdf-engine.ts";
import { readDocuments } from "./read-documents.ts";

const tools: ImportTools = {
  maxBytes: 10_000_000,
  decodeBytes,
  buildBody,
  detectLanguage,
  mediaTypeOf,
  pictureSizeOf,
  pdf: createPdfEngine(startNodePdfWorker),
};

export async function documentsIn(name: string, bytes: Uint8Array): Promise<readonly ReadDocument[]> {
  const read = await readDocuments({ name, bytes }, tools);
  if (!read.ok) throw new Error(`${name}: ${read.failure.kind}`);
  return read.value;
}

export async function documentIn(name: string, bytes: Uint8Array): Promise<ReadDocument> {
  const [first, ...others] = await documentsIn(name, bytes);
  if (first === undefined || others.length > 0) throw new Error(`${name}: not one text`);
  return first;
}

export async function failureOf(name: string, bytes: Uint8Array): Promise<ImportFailure["kind"] | "none"> {
  const read = await readDocuments({ name, bytes }, tools);
  return read.ok ? "none" : read.failure.kind;
}

function lineOf(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `h${block.level} ${plainTextOf(block.inlines)}`;
    case "paragraph":
      return plainTextOf(block.inlines);
    case "list":
      return block.items.map((item) => `- ${item.blocks.map(lineOf).join(" ")}`).join("\n");
    case "table":
      return block.rows.map((row) => row.cells.map((cell) => plainTextOf(cell.inlines)).join(" | ")).join("\n");
    default:
      return block.kind;
  }
}

/** A text's blocks in short, for comparing. */
export const blockLines = ({ text }: ReadDocument): readonly string[] => text.body.blocks.map(lineOf);
