import { createContext, type ReactNode, use } from "react";
import type { PdfWorker } from "../../contracts/pdf-reader.ts";

const PdfWorkerContext = createContext<(() => PdfWorker) | null>(null);

export function PdfWorkerProvider({
  startPdfWorker,
  children,
}: {
  readonly startPdfWorker: () => PdfWorker;
  readonly children: ReactNode;
}) {
  return <PdfWorkerContext value={startPdfWorker}>{children}</PdfWorkerContext>;
}

/** Starts a worker that opens one document at a time. */
export function usePdfWorker(): () => PdfWorker {
  const start = use(PdfWorkerContext);
  if (start === null) throw new Error("no PdfWorkerProvider above");
  return start;
}
