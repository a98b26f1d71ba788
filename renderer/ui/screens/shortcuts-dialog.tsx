import type { CommitFailure } from "../../model/failure.ts";
import { isMac } from "../commands/is-mac.ts";
import { keyCaps } from "../commands/keys.ts";
import { shortcutSheet } from "../commands/menu-model.ts";
import { commands } from "../commands/registry.ts";
import { useSettings } from "../queries/settings-context.tsx";
import { useCloseDialog } from "../state/own-dialog.ts";
import { useText } from "../text/use-text.tsx";
import { DialogFrame } from "./parts/dialog-frame.tsx";
import { FailureNote } from "./parts/failure-note.tsx";
import { Tick } from "./parts/tick.tsx";
import { useChanges } from "./parts/use-changes.ts";

export function ShortcutsDialog() {
  const text = useText();
  const words = text.dialogs.shortcuts;
  const { settings, change } = useSettings();
  const closeDialog = useCloseDialog();
  const changing = useChanges<CommitFailure>();
  return (
    <DialogFrame title={words.title} onClose={closeDialog} size="wide">
      <Tick
        label={words.letters}
        hint={text.dialogs.settings.letterKeysHint}
        checked={settings.letterKeys}
        onChange={(letterKeys) => changing.run(() => change({ letterKeys }))}
      />
      {changing.failure === null ? null : <FailureNote failure={changing.failure} />}
      <div className="shortcuts">
        {shortcutSheet(commands, text).map(({ title, rows }) => (
          <section key={title} className="shortcut-group">
            <h3>{title}</h3>
            <dl>
              {rows.map(({ id, label, keys }) => (
                <div key={id} className="shortcut">
                  <dt>{label}</dt>
                  <dd>
                    {keys.map((notation, place) => (
                      <span key={notation}>
                        {place === 0 ? null : <span className="shortcut-or"> {text.commands.keyOr} </span>}
                        <Keys notation={notation} />
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </DialogFrame>
  );
}

/** The caps of one way to a command. */
function Keys({ notation }: { readonly notation: string }) {
  const text = useText();
  return keyCaps(notation, text.commands.keyNames, { isMac: isMac() }).map((caps, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: "g g" would be two equal presses
    <span key={place} className="key-press">
      {place === 0 ? null : <span className="shortcut-or"> {text.commands.keyThen} </span>}
      {caps.map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  ));
}
