import type { BriefingHead } from "../../model/briefing.ts";
import type { Change } from "../../model/changes.ts";
import { defaultSettings } from "../../model/settings.ts";
import type { Source } from "../../model/source.ts";

/** Of the changes that this version writes. Never edit a shape that has shipped: raise this and add an upcaster. */
export const changeFormat = 2;

type StoredChange = Readonly<Record<string, unknown>>;
/** Brings a change of one format into the next. */
type Upcaster = (change: StoredChange) => StoredChange;

/** Number n brings format n + 1 to format n + 2; each has a stored fixture beside its test. */
const upcasters: readonly Upcaster[] = [toFormat2];

export function upcastChange(change: StoredChange, fromFormat: number): Change {
  let current = change;
  for (const upcast of upcasters.slice(fromFormat - 1)) current = upcast(current);
  return current as unknown as Change;
}

/** Format 2 has more settings, files kept with a briefing, and knows more of a source; the rest is as it was. */
function toFormat2(change: StoredChange): StoredChange {
  switch (change.kind) {
    case "settings-changed":
      return { ...change, settings: { ...defaultSettings, ...(change.settings as object) } };
    case "revision-arrived":
      // Told from the text itself where the journal is replayed: that takes its key.
      return { ...change, signature: null, head: { ...newInHead, ...(change.head as object) } };
    case "source-added":
    case "source-changed":
      return { ...change, source: { ...newInSource, ...(change.source as object) } };
    default:
      return change;
  }
}

/** What a source that was added before has of what came later. */
const newInSource: Pick<Source, "folder" | "fullText"> = { folder: null, fullText: "never" };

/** The same for what a briefing says of itself. */
const newInHead: Pick<BriefingHead, "kept" | "fullText"> = { kept: [], fullText: null };
