import { expect, test } from "vitest";
import { ReferenceSearch } from "./reference-search.ts";
import { idOf } from "./search-testbed.suite.ts";

const content = {
  title: "Barabara",
  keyPoints: ["Kila barabara na namba yake."],
  body: { blocks: [] },
  attachments: [],
};

test("a place's name is no typo of a reference's words; another word may be", () => {
  const search = new ReferenceSearch({ isName: (word) => word === "sake" });
  search.add({ id: idOf(1), language: "sw", content });
  expect(search.find("sake ", "sw")).toEqual([]);
  expect(search.find("yakke ", "sw")).toEqual([{ id: idOf(1), language: "sw" }]);
});
