import type { CommitFailure } from "../../../model/failure.ts";
import type { ListEntry } from "../../../model/source-list.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { useUiSteering } from "../../state/ui-context.tsx";
import { useText } from "../../text/use-text.tsx";
import { FailureNote } from "../parts/failure-note.tsx";
import { useAction } from "../parts/use-action.ts";

/** Adds them in one step that one undo takes back. */
export function AddTicked({
  entries,
  onAdded,
}: {
  readonly entries: readonly ListEntry[];
  readonly onAdded: () => void;
}) {
  const words = useText().lists;
  const library = useLibrary();
  const { tell } = useUiSteering();
  const adding = useAction<CommitFailure>();

  async function add(): Promise<void> {
    const sources = entries.map(({ address, name, folder, homePage }) => ({ address, name, folder, homePage }));
    const done = await adding.run(() => library.addListedSources({ sources }));
    if (done === null) return;
    onAdded();
    tell({ kind: "sources-added", count: done.value.affected }, done.value.undo);
  }

  return (
    <>
      {adding.failure === null ? null : <FailureNote failure={adding.failure} />}
      <button
        type="button"
        className="button button-primary"
        disabled={entries.length === 0 || adding.isRunning}
        onClick={() => void add()}
      >
        {adding.isRunning ? words.adding : words.add({ count: entries.length })}
      </button>
    </>
  );
}
