import type { Language } from "../../../model/briefing.ts";
import type { OutlineEntry } from "../../reading/outline.ts";

export function OutlineList({
  outline,
  lang,
  onChoose,
}: {
  readonly outline: readonly OutlineEntry[];
  readonly lang: Language;
  readonly onChoose: (entry: OutlineEntry) => void;
}) {
  return (
    <ol className="outline" lang={lang === "und" ? undefined : lang}>
      {outline.map((entry) => (
        <li key={entry.block}>
          <button
            type="button"
            className={`menu-item outline-depth-${Math.min(4, entry.depth)}`}
            onClick={() => onChoose(entry)}
          >
            {entry.title}
          </button>
        </li>
      ))}
    </ol>
  );
}
