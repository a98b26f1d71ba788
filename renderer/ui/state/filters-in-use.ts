import type { Settings } from "../../model/settings.ts";
import type { Filters } from "../../model/view.ts";
import type { UiState } from "./ui-state.ts";

/** A reader's own areas hold for what comes in by itself and for searches; what they chose to keep is shown whole. */
export function filtersInUse(
  { view, filters, query, everywhere }: Pick<UiState, "view" | "filters" | "query" | "everywhere">,
  { areas }: Pick<Settings, "areas">,
): Filters {
  const applies = query.trim() !== "" || view.kind === "all" || view.kind === "unread";
  return everywhere || !applies || areas.length === 0 ? filters : { ...filters, areas };
}
