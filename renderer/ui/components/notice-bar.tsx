import { useEffect, useState } from "react";
import { useLibrary } from "../queries/library-context.tsx";
import { noticeWords } from "../reading/notice-words.ts";
import { useUi, useUiSteering } from "../state/ui-context.tsx";
import { useFormat, useText } from "../text/use-text.tsx";
import { ClearIcon } from "./icons.tsx";

/** Long enough to read and to reach the button by keys; it waits while it is pointed at or focused. */
const quietMs = 7_000;
const undoableMs = 15_000;

export function NoticeBar() {
  const text = useText();
  const format = useFormat();
  const library = useLibrary();
  const { notice } = useUi();
  const { dispatch, tell } = useUiSteering();
  const [isHeld, setHeld] = useState(false);

  useEffect(() => {
    if (notice === null || isHeld || notice.facts.kind === "failed") return;
    const timer = setTimeout(
      () => dispatch({ event: "notice-gone", number: notice.number }),
      notice.undo === null ? quietMs : undoableMs,
    );
    return () => clearTimeout(timer);
  }, [notice, isHeld, dispatch]);

  async function undo(): Promise<void> {
    if (notice?.undo == null) return;
    const outcome = await library.undo({ token: notice.undo });
    if (outcome.ok) tell({ kind: "undone" });
    else tell({ kind: "failed", failure: outcome.failure });
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
            <button type="button" className="button-inline notice-undo" onClick={() => void undo()}>
              {text.reading.notice.undo}
            </button>
          )}
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
