import type { CancelSignal, ClientOf } from "../../contracts/calls.ts";
import {
  type PdfCalls,
  type PdfFacts,
  type PdfPageText,
  type PdfWorker,
  pdfCalls,
} from "../../contracts/pdf-reader.ts";
import { connect } from "../../contracts/rpc.ts";
import type { ImportFailure } from "../../model/failure.ts";
import { mebibyte } from "../../model/measure.ts";
import { fail, type Result, succeed } from "../../model/result.ts";
import type { FileInside } from "./file-reader.ts";

export interface OpenPdf extends PdfFacts {
  textOfPage(number: number): Promise<PdfPageText>;
  /** Files inside it, by name; they are kept as they are and never run. */
  filesInside(): Promise<readonly FileInside[]>;
}

export interface PdfEngine {
  /** Opens a PDF for as long as `use` runs. Takes the bytes over. */
  open<Value>(
    file: { readonly bytes: Uint8Array<ArrayBuffer>; readonly signal: CancelSignal | undefined },
    use: (pdf: OpenPdf) => Promise<Value>,
  ): Promise<Result<Value, ImportFailure>>;
}

/** Nothing may be said for this long: a page that makes its reader run in circles ends with it. */
const patienceMs = 20_000;
/** Starting a worker costs more than most documents: the next one of an import finds it still there. */
const idleMs = 5_000;
/** What a larger document leaves behind goes at once with its worker, and not when its memory is next tidied. */
const keptWorkerBytes = 4 * mebibyte;

class Stopped extends Error {}

interface RunningWorker {
  readonly calls: ClientOf<PdfCalls>;
  end(): void;
}

/**
 * Has PDFs read in a worker below this one: only their text is asked for. Whatever goes wrong or is stopped ends the
 * worker, and all it holds with it.
 */
export function createPdfEngine(startWorker: () => PdfWorker): PdfEngine {
  let idle: RunningWorker | null = null;
  let ending: ReturnType<typeof setTimeout> | undefined;

  function take(): RunningWorker {
    clearTimeout(ending);
    const waiting = idle;
    idle = null;
    if (waiting !== null) return waiting;
    const { channel, end } = startWorker();
    return { calls: connect<PdfCalls, object>(channel, pdfCalls).calls, end };
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
      const running = take();
      const stopping = stopsWith(signal);
      const { answer } = stopping;
      const { calls } = running;
      const isLarge = bytes.length > keptWorkerBytes;
      const leave = () => (isLarge ? running.end() : putBack(running));
      try {
        const opened = await answer(calls.open({ bytes, toRead: "text" }, { transfer: [bytes.buffer] }));
        if (!opened.ok) {
          leave();
          return opened;
        }
        const value = await use({
          ...opened.value,
          textOfPage: (number) => answer(calls.textOfPage({ number })),
          filesInside: () => answer(calls.filesInside({})),
        });
        leave();
        return succeed(value);
      } catch (error) {
        running.end();
        return fail({ kind: error instanceof Stopped ? "unreadable-file" : "damaged-file" });
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
