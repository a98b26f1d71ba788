import type { Host } from "../contracts/host.ts";
import type { PdfWorker } from "../contracts/pdf-reader.ts";
import type { Bytes } from "../model/measure.ts";
import type { Instant } from "../model/time.ts";
import type { DrawPicture } from "./attachments/draw-picture.ts";

/** Bounds on what comes in, set once at the composition root. */
export interface Limits {
  /** Of one feed or page, decoded. */
  readonly documentBytes: Bytes;
  /** Of one imported file. */
  readonly fileBytes: Bytes;
  /** One journal entry, sealed. */
  readonly entryBytes: Bytes;
  readonly itemsPerFeed: number;
}

export const shippedLimits: Limits = {
  documentBytes: 10 * 1024 * 1024,
  fileBytes: 10 * 1024 * 1024,
  entryBytes: 1024 * 1024,
  itemsPerFeed: 5_000,
};

/** Everything outside that the library uses. Only `worker.ts` and tests make one. */
export interface Surroundings {
  readonly host: Host;
  readonly clock: () => Instant;
  readonly randomBytes: (count: number) => Uint8Array<ArrayBuffer>;
  readonly wait: (delayMs: number) => Promise<void>;
  readonly indexedDB: IDBFactory;
  /** A worker for PDFs: what makes one run in circles ends with it. */
  readonly startPdfWorker: () => PdfWorker;
  readonly limits: Limits;
  /** null = pictures can't be decoded here. */
  readonly drawPicture: DrawPicture | null;
  /** The reference shelf's texts as they lie in assets/shelf, one a file; read once the list is out. */
  readonly shelfTexts: () => Promise<readonly string[]>;
}
