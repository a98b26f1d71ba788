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
    let opened: PdfPages | null = null;
    async function open(): Promise<void> {
      const read = await library.readAttachment({ briefingId, attachmentId }, { signal: leaving.signal });
      if (leaving.signal.aborted) return;
      if (!read.ok) return setState({ at: "failed", failure: read.failure });
      const pages = await openPdfPages(read.value, startPdfWorker());
      if (!pages.ok) {
        if (!leaving.signal.aborted) setState({ at: "failed", failure: pages.failure });
      } else if (leaving.signal.aborted) pages.value.close();
      else {
        opened = pages.value;
        setState({ at: "open", pages: opened });
      }
    }
    open().catch((error: unknown) => {
      if (!leaving.signal.aborted) setState({ at: "failed", failure: asBug(error) });
    });
    return () => {
      leaving.abort();
      opened?.close();
      setState({ at: "reading" });
    };
  }, [library, briefingId, attachmentId, startPdfWorker]);
  return state;
}
