import { useEffect, useState } from "react";
import { useLibrary } from "../queries/library-context.tsx";
import { asBug } from "../queries/use-library.ts";
import { draftIdsOf } from "../reading/draft-ids.ts";
import { noticeWords } from "../reading/notice-words.ts";
import type { OpenDialog } from "../state/dialogs.ts";
import { takeBack } from "../state/take-back.ts";
import { useUiPart, useUiSteering } from "../state/ui-context.tsx";
import { useFormat, useText } from "../text/use-text.tsx";
import { ClearIcon } from "./icons.tsx";

/** Long enough to read and to reach the button by keys; it waits while it is pointed at or focused, or a dialog is before it. */
const quietMs = 7_000;
const undoableMs = 15_000;
/** What is lost with the notice was typed by hand. */
const reopensMs = 60_000;

export function NoticeBar() {
  const text = useText();
  const format = useFormat();
  const library = useLibrary();
  const notice = useUiPart((state) => state.notice);
  const isCovered = useUiPart((state) => state.dialog !== null);
  const screen = useUiSteering();
  const { dispatch, tell } = screen;
  const [isHeld, setHeld] = useState(false);

  useEffect(() => {
    if (notice === null || isHeld || isCovered || notice.facts.kind === "failed") return;
    const timer = setTimeout(
      () => dispatch({ event: "notice-gone", number: notice.number }),
      notice.reopens !== undefined ? reopensMs : notice.undo === null ? quietMs : undoableMs,
    );
    return () => clearTimeout(timer);
  }, [notice, isHeld, isCovered, dispatch]);

  useDropClosedPreview();

  function undo(): void {
    if (notice?.undo == null) return;
    takeBack(notice.undo, { library, screen }).catch((error: unknown) =>
      tell({ kind: "failed", failure: asBug(error) }),
    );
  }

  const isFailure = notice?.facts.kind === "failed";
  return (
    <div className="notice-place" role="status">
      {notice === null ? null : (
        <section
          key={notice.number}
          aria-label={text.reading.notice.label}
          className={`notice${isFailure ? " notice-failed" : ""}`}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <p role={isFailure ? "alert" : undefined}>{noticeWords(notice.facts, { text, format })}</p>
          {notice.undo === null ? null : (
            <button type="button" className="button-inline notice-undo" onClick={undo}>
              {text.reading.notice.undo}
            </button>
          )}
          {notice.reopens === undefined ? null : <ReopenButton dialog={notice.reopens} number={notice.number} />}
          <button
            type="button"
            className="button-icon"
            aria-label={text.reading.notice.dismiss}
            onClick={() => {
              setHeld(false);
              dispatch({ event: "notice-gone", number: notice.number });
            }}
          >
            <ClearIcon />
          </button>
        </section>
      )}
    </div>
  );
}

function ReopenButton({ dialog, number }: { readonly dialog: OpenDialog; readonly number: number }) {
  const words = useText().reading.notice;
  const { dispatch } = useUiSteering();
  return (
    <button
      type="button"
      className="button-inline notice-undo"
      onClick={() => {
        dispatch({ event: "dialog-opened", dialog });
        dispatch({ event: "notice-gone", number });
      }}
    >
      {words.reopen}
    </button>
  );
}

/** The drafts of a closed preview are kept as long as its notice offers it back. */
function useDropClosedPreview(): void {
  const library = useLibrary();
  const notice = useUiPart((state) => state.notice);
  const { now } = useUiSteering();
  const closed = notice?.reopens;
  useEffect(() => {
    if (closed?.name !== "import") return;
    return () => {
      if (now().dialog === closed) return;
      const ids = draftIdsOf(closed.payload.outcomes);
      if (ids.length > 0) library.dropDrafts({ ids }).catch(() => {});
    };
  }, [closed, library, now]);
}
