import { useState } from "react";
import { useLibraryQuery } from "../../queries/use-library.ts";
import { useText } from "../../text/use-text.tsx";
import { ClearIcon } from "../icons.tsx";

/** Said once a session, before anything is read here: the browser may remember more than the person thinks. */
export function EverydayBrowserNote() {
  const text = useText();
  const [isClosed, setClosed] = useState(false);
  const { answer: facts } = useLibraryQuery("getVaultFacts", {}, { dependsOn: ["catalogue"], enabled: !isClosed });
  if (isClosed || facts?.inEverydayBrowser !== true) return null;
  return (
    <div className="status-note status-note-quiet">
      <p>{text.status.everydayBrowser}</p>
      <button type="button" className="button-icon" aria-label={text.dialogs.close} onClick={() => setClosed(true)}>
        <ClearIcon />
      </button>
    </div>
  );
}
