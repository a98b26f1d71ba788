import { useEffect, useRef, useState } from "react";
import type { BriefingHead } from "../../../model/briefing.ts";
import type { BugFailure, FullTextFailure } from "../../../model/failure.ts";
import type { Bytes } from "../../../model/measure.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { asBug, useLibraryQuery } from "../../queries/use-library.ts";
import { isOnlyFullText } from "../../reading/is-only-full-text.ts";
import { FailureNote } from "../../screens/parts/failure-note.tsx";
import { sentenceFor } from "../../text/failure-sentence.ts";
import { useFormat, useText } from "../../text/use-text.tsx";

/** Says whether this is the whole text, and offers to fetch it where it isn't. */
export function FullTextBanner({
  head,
  onFetched,
  onCompare,
}: {
  readonly head: BriefingHead;
  readonly onFetched: () => void;
  readonly onCompare: () => void;
}) {
  const text = useText();
  const format = useFormat();
  const { fullText, extractOnly } = head;
  if (extractOnly) return <Extract head={head} onFetched={onFetched} />;
  if (fullText?.at !== "fetched") return null;
  const facts = { date: format.dayOf(fullText.when), bytes: format.bytes(fullText.received) };
  return (
    <div className="banner banner-note">
      <p>{text.fullText.fetched(facts)}</p>
      {isOnlyFullText(head) ? (
        <button type="button" className="button-inline" onClick={onCompare}>
          {text.fullText.compare}
        </button>
      ) : null}
    </div>
  );
}

function Extract({ head, onFetched }: { readonly head: BriefingHead; readonly onFetched: () => void }) {
  const text = useText();
  const format = useFormat();
  const words = text.fullText;
  const { answer: offer } = useLibraryQuery("getFullTextOffer", { id: head.id }, { dependsOn: ["sources"] });
  const { received, failure, get, stop } = useFullText(head, onFetched);
  const missed = head.fullText?.at === "missed" ? head.fullText : null;
  const isGetting = received !== null;
  return (
    <div className="banner banner-note">
      <p>{text.reading.meta.extractOnly}</p>
      {missed !== null && failure === null && !isGetting ? (
        <p>
          {words.missed({
            date: format.dayOf(missed.when),
            what: sentenceFor(missed.failure, text, format).what,
          })}
        </p>
      ) : null}
      {failure === null ? null : <FailureNote failure={failure} />}
      {offer === null ? null : (
        <button
          type="button"
          className={offer.choice === "never" || isGetting ? "button-inline" : "button"}
          // The second click of a double click stops nothing.
          onClick={({ detail }) => (isGetting ? detail < 2 && stop() : get())}
        >
          {isGetting
            ? words.stop
            : (offer.choice === "never" ? words.getThisOne : words.get)(format.bytes(offer.bytes))}
        </button>
      )}
      <p role="status" className={isGetting ? undefined : "visually-hidden"}>
        {isGetting ? words.getting(format.bytes(received)) : ""}
      </p>
    </div>
  );
}

function useFullText({ id }: BriefingHead, onFetched: () => void) {
  const library = useLibrary();
  /** null = nothing is on its way. */
  const [received, setReceived] = useState<Bytes | null>(null);
  const [failure, setFailure] = useState<FullTextFailure | BugFailure | null>(null);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);

  async function get(): Promise<void> {
    const own = new AbortController();
    controller.current = own;
    setReceived(0);
    setFailure(null);
    const outcome = await library
      .getFullText(
        { id },
        {
          signal: own.signal,
          onProgress: (progress) => {
            if (controller.current === own) setReceived(progress.received);
          },
        },
      )
      .catch((error: unknown) => ({ ok: false, failure: asBug(error) }) as const);
    if (controller.current !== own) return;
    setReceived(null);
    if (outcome.ok) onFetched();
    else if (outcome.failure.kind !== "cancelled") setFailure(outcome.failure);
  }

  return { received, failure, get: () => void get(), stop: () => controller.current?.abort() };
}
