import type { PDFDocumentProxy, PDFWorker } from "pdfjs-dist/legacy/build/pdf.mjs";
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

export interface PdfEngine {
  /** Opens a PDF for as long as `use` runs. Takes the bytes over. */
  open<Value>(
    file: { readonly bytes: Uint8Array; readonly signal: CancelSignal | undefined },
    use: (pdf: OpenPdf) => Promise<Value>,
  ): Promise<Result<Value, ImportFailure>>;
}

/** Nothing may be said for this long: a page that makes its reader run in circles ends with it. */
const patienceMs = 20_000;
/** Starting a worker costs more than most documents: the next one of an import finds it still there. */
const idleMs = 5_000;

class Stopped extends Error {}

interface RunningWorker {
  readonly worker: PDFWorker;
  end(): void;
}

/**
 * Reads PDFs in a worker below this one. No script, form or address in them is acted on: only their text is asked for.
 * Whatever goes wrong or is stopped ends the worker, and all it holds with it.
 */
export function createPdfEngine(startWorker: () => PdfWorker): PdfEngine {
  let idle: RunningWorker | null = null;
  let ending: ReturnType<typeof setTimeout> | undefined;

  async function take(): Promise<RunningWorker> {
    clearTimeout(ending);
    const waiting = idle;
    idle = null;
    if (waiting !== null) return waiting;
    const { PDFWorker, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const { port, end } = startWorker();
    // Its types, made from comments, know of no port but null.
    const worker = new PDFWorker({ port: port as unknown as null, verbosity: VerbosityLevel.ERRORS });
    return { worker, end };
  }

  function putBack(running: RunningWorker): void {
    if (idle !== null) {
      running.end();
      return;
    }
    idle = running;
    ending = setTimeout(() => {
      idle = null;
      running.end();
    }, idleMs);
  }

  return {
    async open({ bytes, signal }, use) {
      const running = await take();
      const stopping = stopsWith(signal);
      try {
        const { document, close } = await load(bytes, running.worker, stopping.answer);
        const value = await use(await opened(document, stopping.answer));
        await stopping.answer(close());
        putBack(running);
        return succeed(value);
      } catch (error) {
        running.end();
        return fail(failureFor(error));
      } finally {
        stopping.done();
      }
    },
  };
}

type Answer = <Value>(asked: Promise<Value>) => Promise<Value>;

/** Waits for answers of a worker, but not for ever, and not once the person has stopped it. */
function stopsWith(signal: CancelSignal | undefined): { readonly answer: Answer; done(): void } {
  let stop: () => void = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(new Stopped());
  });
  // Nobody may be waiting when it is stopped.
  stopped.catch(() => {});
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal?.addEventListener("abort", stop, { once: true });
  return {
    answer(asked) {
      clearTimeout(timer);
      timer = setTimeout(stop, patienceMs);
      return Promise.race([asked, stopped]);
    },
    done() {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
    },
  };
}

async function load(
  bytes: Uint8Array,
  worker: PDFWorker,
  answer: Answer,
): Promise<{ readonly document: PDFDocumentProxy; readonly close: () => Promise<void> }> {
  const { getDocument, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = getDocument({
    data: bytes,
    worker,
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
  return { document: await answer(task.promise), close: () => task.destroy() };
}

async function opened(document: PDFDocumentProxy, answer: Answer): Promise<OpenPdf> {
  const { info } = await answer(document.getMetadata());
  const title = (info as { Title?: unknown }).Title;
  return {
    pageCount: document.numPages,
    title: typeof title === "string" ? title : "",
    async textOfPage(number) {
      const page = await answer(document.getPage(number));
      const content = await answer(page.getTextContent());
      const [left, bottom, right, top] = page.view as [number, number, number, number];
      page.cleanup();
      return { width: right - left, height: top - bottom, fragments: content.items.flatMap(fragmentOf) };
    },
    filesInside: async () => filesOf(await answer(document.getAttachments())),
  };
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
