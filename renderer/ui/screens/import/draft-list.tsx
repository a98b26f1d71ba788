import type { DraftId } from "../../../model/ids.ts";
import { useProgressiveCount } from "../../components/use-progressive-count.ts";
import { useText } from "../../text/use-text.tsx";
import { type ImportState, problemOf } from "./import-state.ts";

export function DraftList({ state, onShow }: { readonly state: ImportState; readonly onShow: (id: DraftId) => void }) {
  const words = useText().dialogs.import;
  const count = useProgressiveCount(state.drafts.length, { first: 14, step: 20 });
  return (
    <nav aria-label={words.files}>
      <ul className="pick-list">
        {state.drafts.slice(0, count).map(({ draft, fields }) => (
          <li key={draft.id}>
            <button
              type="button"
              className="pick"
              aria-current={draft.id === state.shown ? "true" : undefined}
              onClick={() => onShow(draft.id)}
            >
              <span className="pick-title">{fields.title.trim() === "" ? words.noTitle : fields.title}</span>
              <span className="pick-address">
                {draft.fileName === "" ? words.pasted : draft.fileName}
                {draft.standing === null ? "" : ` · ${words.standingShort[draft.standing.has]}`}
                {problemOf(fields) === null ? "" : ` · ${words.toCorrect}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
