import type { ReactNode } from "react";
import type { Block, Inline } from "../../model/body.ts";
import { plainTextOf } from "../../model/reading-order.ts";
import { useText } from "../text/use-text.tsx";
import { useProgressiveCount } from "./use-progressive-count.ts";

type Table = Extract<Block, { kind: "table" }>;

/** A table is as wide as it needs to be and scrolls inside itself; the page never scrolls sideways. */
export function TableView({
  table,
  renderText,
}: {
  readonly table: Table;
  /** Runs count from the caption, which is 0. */
  readonly renderText: (inlines: readonly Inline[], run: number) => ReactNode;
}) {
  const text = useText();
  const count = useProgressiveCount(table.rows.length, { first: 60, step: 60 });
  const caption = plainTextOf(table.caption).trim();
  let run = 0;
  return (
    <section
      className="table-scroll"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
      tabIndex={0}
      aria-label={caption === "" ? text.reading.reader.tableLabel : caption}
    >
      <table>
        {caption === "" ? null : <caption>{renderText(table.caption, 0)}</caption>}
        <tbody>
          {table.rows.slice(0, count).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a table never changes its order
            <tr key={index}>
              {row.cells.map((cell, column) => {
                run++;
                const Cell = cell.header ? "th" : "td";
                return (
                  <Cell
                    // biome-ignore lint/suspicious/noArrayIndexKey: a table never changes its order
                    key={column}
                    colSpan={cell.columns > 1 ? cell.columns : undefined}
                    rowSpan={cell.rows > 1 ? cell.rows : undefined}
                    scope={cell.header ? (index === 0 ? "col" : "row") : undefined}
                  >
                    {renderText(cell.inlines, run)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
