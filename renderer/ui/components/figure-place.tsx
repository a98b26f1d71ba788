import type { ReactNode } from "react";
import type { Block } from "../../model/body.ts";
import { useUiSteering } from "../state/ui-context.tsx";
import { useFormat, useText } from "../text/use-text.tsx";
import { OutsideIcon, PictureIcon } from "./icons.tsx";

type Figure = Extract<Block, { kind: "figure" }>;

/** Where a picture would stand. Nothing is loaded: it says what is there, how big it is, and leads to the browser. */
export function FigurePlace({ figure, caption }: { readonly figure: Figure; readonly caption: ReactNode }) {
  const text = useText();
  const format = useFormat();
  const { openDialog } = useUiSteering();
  const words = text.reading.reader;
  const { address } = figure;
  const facts = [
    words.figure[figure.media],
    figure.bytes === null ? words.sizeUnknown : format.bytes(figure.bytes),
    words.figureNotLoaded,
  ];
  return (
    <figure className="figure">
      <div className="figure-place">
        <PictureIcon />
        <div className="figure-said">
          {figure.alt === "" ? null : <p className="figure-alt">{figure.alt}</p>}
          <p className="figure-facts">{facts.join(" · ")}</p>
        </div>
        {address === null ? null : (
          <button
            type="button"
            className="button-icon"
            aria-label={`${words.figureOpen}${figure.alt === "" ? "" : `: ${figure.alt}`}`}
            title={words.figureOpen}
            onClick={() => openDialog("confirm-link", { address })}
          >
            <OutsideIcon />
          </button>
        )}
      </div>
      {caption === null ? null : <figcaption>{caption}</figcaption>}
    </figure>
  );
}
