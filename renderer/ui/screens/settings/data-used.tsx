import type { SourceTraffic } from "../../../model/traffic.ts";
import { useLibraryQuery } from "../../queries/use-library.ts";
import { useFormat, useText } from "../../text/use-text.tsx";
import { WaitingNote } from "../parts/waiting-note.tsx";

/** What came over the network this month and last, source by source. */
export function DataUsed() {
  const text = useText();
  const format = useFormat();
  const words = text.getting;
  const { answer: report, bug } = useLibraryQuery("getTraffic", {}, { dependsOn: ["getting", "sources", "settings"] });
  const nameOf = ({ sourceId, name }: SourceTraffic) => name ?? (sourceId === null ? words.lookedAt : words.removed);
  if (report === null || bug !== null) return <WaitingNote bug={bug} />;
  return (
    <div className="data-used">
      {report.sources.length === 0 ? (
        <p>{words.nothingUsed}</p>
      ) : (
        <table>
          <caption>{words.used}</caption>
          <thead>
            <tr>
              <th scope="col">{words.source}</th>
              <th scope="col">{words.thisMonth}</th>
              <th scope="col">{words.lastMonth}</th>
            </tr>
          </thead>
          <tbody>
            {report.sources.map((row) => (
              <tr key={row.sourceId ?? ""}>
                <th scope="row">{nameOf(row)}</th>
                <td>{format.bytes(row.thisMonth)}</td>
                <td>{format.bytes(row.lastMonth)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.total}</th>
              <td>{format.bytes(report.thisMonth)}</td>
              <td>{format.bytes(report.lastMonth)}</td>
            </tr>
          </tfoot>
        </table>
      )}
      <p className="field-hint">{words.usedHint}</p>
    </div>
  );
}
