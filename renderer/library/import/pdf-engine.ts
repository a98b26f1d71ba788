import type { CancelSignal } from "../../contracts/calls.ts";
import type { ImportFailure } from "../../model/failure.ts";
import { fail, type Result, succeed } from "../../model/result.ts";
import type { FileInside } from "./file-reader.ts";
import type { PdfFragment, PdfPageText } from "./pdf-lines.ts";

export interface PdfWorker {
  /** A Worker of its own in the app, a MessagePort in tests. */
  readonly port: object;
  /** Ends it wherever it is, and frees what it holds. */
  end(): void;
}

export interface OpenPdf {
  readonly pageCount: number;
  readonly title: string;
  textOfPage(number: number): Promise<PdfPageText>;
  /** Files inside it, by name; they are kept as they are and never run. */
  filesInside(): Promise<readonly FileInside[]>;
}

/** Nothing may be said for this long: a page that makes its reader run in circles ends with it. */
const patienceMs = 20_000;

class Stopped extends Error {}

/**
 * Opens a PDF in a worker of its own for as long as `use` runs. No script, form or address in it is acted on: only its
 * text is asked for. Takes the bytes over.
 */
export async function withPdf<Value>(
  {
    bytes,
    startWorker,
    signal,
  }: {
    readonly bytes: Uint8Array;
    readonly startWorker: () => PdfWorker;
    readonly signal: CancelSignal | undefined;
  },
  use: (pdf: OpenPdf) => Promise<Value>,
): Promise<Result<Value, ImportFailure>> {
  const { getDocument, PDFWorker, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const worker = startWorker();
  let stop: (reason: Error) => void = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = reject;
  });
  stopped.catch(() => {});
  const cancel = () => stop(new Stopped());
  signal?.addEventListener("abort", cancel, { once: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Waits for an answer of the worker, but not for ever. */
  function answer<Answer>(asked: Promise<Answer>): Promise<Answer> {
    clearTimeout(timer);
    timer = setTimeout(cancel, patienceMs);
    return Promise.race([asked, stopped]);
  }
  try {
    const task = getDocument({
      data: bytes,
      // Its types, made from comments, know of no port but null.
      worker: new PDFWorker({ port: worker.port as unknown as null, verbosity: VerbosityLevel.ERRORS }),
      verbosity: VerbosityLevel.ERRORS,
      isEvalSupported: false,
      enableXfa: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      useWasm: false,
      isOffscreenCanvasSupported: false,
      // Only text is wanted; no picture is ever unpacked.
      maxImageSize: 1,
    });
    const document = await answer(task.promise);
    const { info } = await answer(document.getMetadata());
    const title = (info as { Title?: unknown }).Title;
    return succeed(
      await use({
        pageCount: document.numPages,
        title: typeof title === "string" ? title : "",
        textOfPage: async (number) => {
          const page = await answer(document.getPage(number));
          const content = await answer(page.getTextContent());
          const [left, bottom, right, top] = page.view as [number, number, number, number];
          page.cleanup();
          return { width: right - left, height: top - bottom, fragments: content.items.flatMap(fragmentOf) };
        },
        filesInside: async () => filesOf(await answer(document.getAttachments())),
      }),
    );
  } catch (error) {
    return fail(failureFor(error));
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", cancel);
    worker.end();
  }
}

function fragmentOf(item: object): PdfFragment[] {
  if (!("str" in item)) return [];
  const { str, transform, width, hasEOL } = item as {
    readonly str: string;
    readonly transform: readonly number[];
    readonly width: number;
    readonly hasEOL: boolean;
  };
  const [, , skew = 0, scale = 0, x = 0, y = 0] = transform;
  return [{ text: str, x, y, width, size: Math.hypot(skew, scale), endsLine: hasEOL }];
}

function filesOf(attachments: unknown): readonly FileInside[] {
  if (attachments === null || typeof attachments !== "object") return [];
  return Object.values(attachments).flatMap((file: { filename?: unknown; content?: unknown }) =>
    typeof file.filename === "string" && file.content instanceof Uint8Array
      ? [{ name: file.filename, bytes: file.content }]
      : [],
  );
}

function failureFor(error: unknown): ImportFailure {
  const name = error instanceof Error ? error.name : "";
  if (name === "PasswordException") return { kind: "password-protected" };
  return { kind: error instanceof Stopped ? "unreadable-file" : "damaged-file" };
}
