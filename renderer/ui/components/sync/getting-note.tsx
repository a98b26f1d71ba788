import { useState } from "react";
import { alwaysMode, type GettingStatus } from "../../../model/getting.ts";
import { getNew } from "../../commands/get-new.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { useGettingStatus } from "../../queries/use-getting.ts";
import { asBug } from "../../queries/use-library.ts";
import { useCommanding } from "../../state/command-context.tsx";
import { useUiSteering } from "../../state/ui-context.tsx";
import { useFormat, useText } from "../../text/use-text.tsx";
import { ClearIcon } from "../icons.tsx";
import { offerFacts } from "./offer-facts.ts";

/** A quiet line over the bottom line: what could be got now, or why nothing is got by itself. */
export function GettingNote() {
  const words = useText().getting;
  const getting = useGettingStatus();
  switch (getting.at) {
    case "offering":
      return <Offer offer={getting} />;
    case "paused":
    case "metered":
      return (
        <div className="status-note status-note-quiet" role="status">
          <p>{words[getting.at]}</p>
        </div>
      );
    default:
      return null;
  }
}

function Offer({ offer }: { readonly offer: Extract<GettingStatus, { at: "offering" }> }) {
  const text = useText();
  const format = useFormat();
  const words = text.getting.offer;
  const library = useLibrary();
  const { run } = useCommanding();
  const { tell } = useUiSteering();
  const [isBusy, setBusy] = useState(false);
  const facts = offerFacts(offer.estimate, { text, format });

  async function once(action: () => Promise<unknown>): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    try {
      await action();
    } catch (error) {
      tell({ kind: "failed", failure: asBug(error) });
    } finally {
      setBusy(false);
    }
  }

  async function always(): Promise<void> {
    const rules = await library.getGettingRules({});
    const outcome = await library.changeGettingRules({ rules: { ...rules, mode: alwaysMode } });
    if (outcome.ok) tell({ kind: "gets-always" }, outcome.value.undo);
    else tell({ kind: "failed", failure: outcome.failure });
  }

  return (
    <div className="status-note status-note-quiet offer">
      <p role="status">{offer.why === "link-answers" ? words.linkAnswers(facts) : words.longAgo(facts)}</p>
      <div className="offer-actions">
        <button
          type="button"
          className="button-quiet"
          aria-label={words.getAll(words.sources(offer.estimate.sources))}
          onClick={() => void once(async () => run(getNew))}
        >
          {words.get}
        </button>
        <button
          type="button"
          className="button-quiet"
          aria-label={words.alwaysMeans}
          title={words.alwaysMeans}
          onClick={() => void once(always)}
        >
          {words.always}
        </button>
        <button
          type="button"
          className="button-icon"
          aria-label={words.dismiss}
          title={words.dismiss}
          onClick={() => void once(() => library.dismissOffer({}))}
        >
          <ClearIcon />
        </button>
      </div>
    </div>
  );
}
