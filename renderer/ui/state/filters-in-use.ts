import type { Settings } from "../../model/settings.ts";
import type { Filters } from "../../model/view.ts";
import type { UiState } from "./ui-state.ts";

/** The areas that lists and their counts keep to; none where everything is shown. */
export function areasInUse(
  { everywhere }: Pick<UiState, "everywhere">,
  { areas }: Pick<Settings, "areas">,
): Settings["areas"] {
  return everywhere ? [] : areas;
}

/** A reader's own areas hold for what comes in by itself and for searches; what they chose to keep is shown whole. */
export function filtersInUse(
  { view, filters, query, everywhere }: Pick<UiState, "view" | "filters" | "query" | "everywhere">,
  settings: Pick<Settings, "areas">,
): Filters {
  const applies = query.trim() !== "" || view.kind === "all" || view.kind === "unread";
  const areas = areasInUse({ everywhere }, settings);
  return !applies || areas.length === 0 ? filters : { ...filters, areas };
}
