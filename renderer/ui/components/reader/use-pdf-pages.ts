import { useEffect, useState } from "react";
import type { KeptAttachment } from "../../../model/attachment.ts";
import type { Failure } from "../../../model/failure.ts";
import type { BriefingId } from "../../../model/ids.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { usePdfWorker } from "../../queries/pdf-worker-context.tsx";
import { asBug } from "../../queries/use-library.ts";
import { openPdfPages, type PdfPages } from "../../reading/open-pdf-pages.ts";

export type PagesState =
  | { readonly at: "reading" }
  | { readonly at: "failed"; readonly failure: Failure }
  | { readonly at: "open"; readonly pages: PdfPages };

/** Reads a kept PDF out of the library and opens it, for as long as it is looked at. */
export function usePdfPages(briefingId: BriefingId, { id: attachmentId }: KeptAttachment): PagesState {
  const library = useLibrary();
  const startPdfWorker = usePdfWorker();
  const [state, setState] = useState<PagesState>({ at: "reading" });
  useEffect(() => {
    const leaving = new AbortController();
    async function open(): Promise<void> {
      const read = await library.readAttachment({ briefingId, attachmentId }, { signal: leaving.signal });
      if (leaving.signal.aborted) return;
      if (!read.ok) return setState({ at: "failed", failure: read.failure });
      const worker = startPdfWorker();
      // Whatever it is doing then: one that runs in circles never answers.
      leaving.signal.addEventListener("abort", () => worker.end());
      const pages = await openPdfPages(read.value, worker);
      if (leaving.signal.aborted) return;
      setState(pages.ok ? { at: "open", pages: pages.value } : { at: "failed", failure: pages.failure });
    }
    open().catch((error: unknown) => {
      if (!leaving.signal.aborted) setState({ at: "failed", failure: asBug(error) });
    });
    return () => {
      leaving.abort();
      setState({ at: "reading" });
    };
  }, [library, briefingId, attachmentId, startPdfWorker]);
  return state;
}
