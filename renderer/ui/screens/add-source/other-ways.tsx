import { usePanes } from "../../state/panes.tsx";
import { useUiSteering } from "../../state/ui-context.tsx";
import { useText } from "../../text/use-text.tsx";

/** For who has no address at hand. */
export function OtherWays() {
  const words = useText().lists.ways;
  const panes = usePanes();
  const { openDialog } = useUiSteering();
  return (
    <section className="dialog-section" aria-label={words.others}>
      <h3>{words.others}</h3>
      <ul className="entry-list">
        <li>
          <button type="button" className="button-inline" onClick={() => openDialog("choose-sources", null)}>
            {words.choose}
          </button>
        </li>
        <li>
          <button type="button" className="button-inline" onClick={() => panes.filePicker?.click()}>
            {words.takeOver}
          </button>
        </li>
      </ul>
    </section>
  );
}
