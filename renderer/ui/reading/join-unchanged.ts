import type { BlockChange } from "../../model/revision-diff.ts";

export type JoinedChange<Part> =
  | { readonly change: "same"; readonly count: number }
  | { readonly change: "added" | "removed"; readonly part: Part };

/** A comparison with its unchanged stretches counted instead of shown. */
export function joinUnchanged<Part>(changes: readonly BlockChange<Part>[]): JoinedChange<Part>[] {
  const joined: JoinedChange<Part>[] = [];
  for (const { change, part } of changes) {
    const last = joined.at(-1);
    if (change !== "same") joined.push({ change, part });
    else if (last?.change === "same") joined[joined.length - 1] = { change: "same", count: last.count + 1 };
    else joined.push({ change: "same", count: 1 });
  }
  return joined;
}
