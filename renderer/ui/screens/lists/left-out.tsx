import type { LeftOutEntry } from "../../../model/source-list.ts";
import { useText } from "../../text/use-text.tsx";

/** What doesn't come in, each by its name and with the reason. */
export function LeftOut({ entries }: { readonly entries: readonly LeftOutEntry[] }) {
  const words = useText().lists;
  if (entries.length === 0) return null;
  const title = words.leftOut({ count: entries.length });
  return (
    <section className="dialog-section" aria-label={title}>
      <h3>{title}</h3>
      <ul className="entry-list">
        {entries.map(({ label, reason }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names repeat in real lists, and this one never changes
          <li key={place} className="breakable">
            {label} <span className="field-hint">{words.reasons[reason]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
