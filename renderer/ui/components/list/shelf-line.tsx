import { removeShelf, restoreShelf } from "../../commands/change-shelf.ts";
import { useLibraryQuery } from "../../queries/use-library.ts";
import { useCommanding } from "../../state/command-context.tsx";
import { useText } from "../../text/use-text.tsx";

/** What the shelf is, and the whole of it taken away or put back at once. */
export function ShelfLine() {
  const words = useText().shelf;
  const { run } = useCommanding();
  const { answer: counts } = useLibraryQuery("countShelf", {}, { dependsOn: ["briefings", "catalogue"] });
  if (counts === null || counts.onShelf === 0) return null;
  return (
    <fieldset className="list-notes shelf-line" aria-label={words.tools}>
      <p className="list-note">{words.about}</p>
      {counts.removed === 0 ? null : (
        <span className="list-note">
          {words.removed(counts.removed)}{" "}
          <button type="button" className="button-inline" onClick={() => run(restoreShelf)}>
            {words.restoreAll}
          </button>
        </span>
      )}
      <button type="button" className="button-inline" onClick={() => run(removeShelf)}>
        {words.removeAll}
      </button>
    </fieldset>
  );
}

/** Once all of them are gone. */
export function EmptyShelfFace() {
  const words = useText().shelf;
  const { run } = useCommanding();
  return (
    <div className="face">
      <p className="face-said">{words.empty}</p>
      <p className="face-more">{words.emptyNext}</p>
      <button type="button" className="button" onClick={() => run(restoreShelf)}>
        {words.restoreAll}
      </button>
    </div>
  );
}
