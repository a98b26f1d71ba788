import { saveSearch } from "../../commands/save-search.ts";
import { useLibraryQuery } from "../../queries/use-library.ts";
import { useCommanding } from "../../state/command-context.tsx";
import { useUiPart } from "../../state/ui-context.tsx";
import { useText } from "../../text/use-text.tsx";

/** Under a search's heading: keep it as a view, or that it is one. */
export function SaveSearchLine() {
  const words = useText().finding;
  const query = useUiPart((state) => state.query);
  const filters = useUiPart((state) => state.filters);
  const { run } = useCommanding();
  const { answer: rows } = useLibraryQuery("listSavedSearches", {}, { dependsOn: ["saved-searches", "catalogue"] });
  const isSaved = rows?.some(
    ({ search }) => search.query === query.trim() && JSON.stringify(search.filters) === JSON.stringify(filters),
  );
  return (
    <p className="save-search">
      {isSaved === true ? (
        words.savedAlready
      ) : (
        <button type="button" className="button-inline" onClick={() => void run(saveSearch)}>
          {words.save}
        </button>
      )}
    </p>
  );
}
