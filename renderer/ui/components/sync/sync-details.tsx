import type { ItemFailure } from "../../../model/failure.ts";
import type { SourceSync, SyncStatus } from "../../../model/sync-status.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { useClock } from "../../queries/use-clock.tsx";
import { useLibraryQuery } from "../../queries/use-library.ts";
import { useFormat, useText } from "../../text/use-text.tsx";
import { progressWords } from "./source-progress.ts";
import { whenWords } from "./sync-sentence.ts";

/** Source by source: what is running or how the last try went, and when each was asked last. */
export function SyncDetails({ sync }: { readonly sync: SyncStatus | null }) {
  const text = useText();
  const format = useFormat();
  const library = useLibrary();
  const { now } = useClock();
  const words = text.reading.sync;
  const { answer: rows } = useLibraryQuery("listSources", {}, { dependsOn: ["sources"] });
  const progressOf = new Map<string, SourceSync>(
    (sync === null ? [] : sync.at === "syncing" ? sync.sources : sync.last).map((source) => [source.sourceId, source]),
  );
  return (
    <div className="sync-details">
      <h2>{words.detailsTitle}</h2>
      <ul>
        {(rows ?? []).map(({ source, lastCheckedAt, newestItem }) => {
          const progress = progressOf.get(source.id)?.progress;
          const isRunning = progress !== undefined && !["done", "failed", "cancelled"].includes(progress.at);
          const ages = [
            lastCheckedAt === null ? words.never : words.lastCheck(whenWords(lastCheckedAt, { text, format, now })),
            newestItem === null ? words.noItems : words.newest(format.age(newestItem)),
          ];
          return (
            <li key={source.id} className="sync-source">
              <div className="sync-source-said">
                <p className="sync-source-name">
                  {source.name}
                  {source.enabled ? null : <span className="view-note"> {text.reading.views.switchedOff}</span>}
                </p>
                {progress === undefined ? null : (
                  <p className={progress.at === "failed" ? "sync-source-failed" : ""}>
                    {progressWords(progress, { text, format })}
                  </p>
                )}
                {progress?.at === "done" && progress.leftOut.length > 0 ? <LeftOut items={progress.leftOut} /> : null}
                <p className="sync-source-ages">{ages.join(" · ")}</p>
              </div>
              {sync?.at === "syncing" && isRunning ? (
                <button
                  type="button"
                  className="button-quiet"
                  aria-label={`${words.cancel}: ${source.name}`}
                  onClick={() => void library.cancelSync({ sourceId: source.id })}
                >
                  {words.cancel}
                </button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Each item that didn't come in, by name and with its reason. */
function LeftOut({ items }: { readonly items: readonly ItemFailure[] }) {
  const { meta, sync } = useText().reading;
  return (
    <ul className="sync-left-out" aria-label={sync.leftOutTitle}>
      {items.map(({ label, reason }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two items may have the same title and reason
        <li key={place}>{meta.named(label, sync.leftOutReason[reason])}</li>
      ))}
    </ul>
  );
}
