import type { ListEntry } from "../../../model/source-list.ts";
import { groupByFolder } from "../../reading/group-by-folder.ts";
import { useText } from "../../text/use-text.tsx";
import { Tick } from "../parts/tick.tsx";
import type { Ticks } from "./use-ticks.ts";

/** The sources of a list under their folders. What is here already is named, without a tick. */
export function EntryGroups({ entries, ticks }: { readonly entries: readonly ListEntry[]; readonly ticks: Ticks }) {
  const words = useText().lists;
  const open = entries.filter(({ standing }) => standing !== "already-here").map(({ id }) => id);
  const isAllTicked = open.every(ticks.has);
  const groups = groupByFolder(entries, ({ folder }) => folder);
  return (
    <>
      {open.length < 2 ? null : (
        <p>
          <button type="button" className="button-inline" onClick={() => ticks.set(open, !isAllTicked)}>
            {isAllTicked ? words.untickAll : words.tickAll}
          </button>
        </p>
      )}
      {groups.map(({ folder, members }) => (
        <section key={folder ?? ""} className="dialog-section" aria-label={folder ?? words.noFolder}>
          {groups.length === 1 && folder === null ? null : <h3>{folder ?? words.noFolder}</h3>}
          <ul className="entry-list">
            {members.map((entry) => (
              <li key={entry.id}>
                <Entry entry={entry} ticks={ticks} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Entry({ entry, ticks }: { readonly entry: ListEntry; readonly ticks: Ticks }) {
  const words = useText().lists;
  const { id, name, address, standing } = entry;
  if (standing === "already-here")
    return (
      <p className="entry-here">
        {name} <span className="field-hint">{words.alreadyHere}</span>
      </p>
    );
  return (
    <Tick
      label={name}
      hint={standing === "insecure" ? `${address} – ${words.insecure}` : address}
      checked={ticks.has(id)}
      onChange={(ticked) => ticks.set([id], ticked)}
    />
  );
}
