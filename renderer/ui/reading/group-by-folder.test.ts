import { expect, test } from "vitest";
import { groupByFolder } from "./group-by-folder.ts";

test("sources without a folder stand first, folders follow by name, and inside each the order stays", () => {
  const groups = groupByFolder(
    [
      { name: "c", folder: "Routes" },
      { name: "a", folder: null },
      { name: "b", folder: "Écoles" },
      { name: "d", folder: "Routes" },
    ],
    ({ folder }) => folder,
  );
  expect(groups.map(({ folder, members }) => [folder, members.map(({ name }) => name).join("")])).toEqual([
    [null, "a"],
    ["Écoles", "b"],
    ["Routes", "cd"],
  ]);
});
