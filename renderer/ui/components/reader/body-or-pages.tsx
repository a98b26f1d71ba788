import { type ReactNode, useState } from "react";
import type { BriefingHead } from "../../../model/briefing.ts";
import { useText } from "../../text/use-text.tsx";
import { PdfView, pdfOf } from "./pdf-view.tsx";

const faces = ["text", "pages"] as const;

/** A text that was read from a PDF can also be looked at as it was set. */
export function BodyOrPages({
  head,
  hasText,
  children,
}: {
  readonly head: BriefingHead;
  readonly hasText: boolean;
  readonly children: ReactNode;
}) {
  const words = useText().pages;
  const [face, setFace] = useState<(typeof faces)[number]>(hasText ? "text" : "pages");
  const file = pdfOf(head);
  if (file === null) return children;
  return (
    <>
      {hasText ? null : <p className="faces-note">{words.noText}</p>}
      <fieldset className="faces" aria-label={words.choice}>
        {faces.map((which) => (
          <button
            key={which}
            type="button"
            className="button"
            aria-pressed={face === which}
            onClick={() => setFace(which)}
          >
            {words[which]}
          </button>
        ))}
      </fieldset>
      {face === "text" ? children : <PdfView head={head} file={file} />}
    </>
  );
}
