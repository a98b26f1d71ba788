import { expect, test } from "vitest";
import { type BriefingId, brandId } from "../../model/ids.ts";
import { hurriedKeys } from "./hurried-keys.ts";
import { firstUiState, reduceUi, type UiEvent } from "./ui-state.ts";

function elementOf(localName: string): Element {
  return { localName } as Element;
}

const box = elementOf("input");

function open() {
  let ui = firstUiState;
  let focused: Element | null = box;
  const keys = hurriedKeys(() => ({ ui, focused }));
  const done: string[] = [];
  return {
    keys,
    done,
    send: (event: UiEvent) => {
      ui = reduceUi(ui, event);
    },
    focus: (element: Element) => {
      focused = element;
    },
    press: (name: string) => keys.add(() => done.push(name)),
  };
}

test("keys pressed before the rows have come are done once they are there, in order and once", () => {
  const { keys, done, press, focus } = open();
  press("first");
  press("next");
  expect(done).toEqual([]);
  focus(elementOf("body"));
  keys.run();
  keys.run();
  expect(done).toEqual(["first", "next"]);
});

test("a key that is meant for the row they lead to waits behind them, and is nobody's where none waits", () => {
  const { keys, done, press } = open();
  const save = () => keys.addBehind(() => done.push("save"));
  expect(save()).toBe(false);
  press("next");
  expect(save()).toBe(true);
  keys.run();
  expect(done).toEqual(["next", "save"]);
});

test("a key does nothing any more where the person went on before the rows came", () => {
  const id = brandId<BriefingId>("1".repeat(32));
  const goneOn: readonly UiEvent[] = [
    { event: "query-typed", query: "another" },
    { event: "view-chosen", view: { kind: "saved" } },
    { event: "row-selected", id },
    { event: "palette-typed", text: "" },
    { event: "dialog-opened", dialog: { name: "about", payload: null } },
  ];
  for (const event of goneOn) {
    const { keys, done, press, send } = open();
    press("before");
    send(event);
    keys.run();
    expect(done, event.event).toEqual([]);
  }
  const { keys, done, press, focus } = open();
  press("before");
  focus(elementOf("button"));
  keys.run();
  expect(done).toEqual([]);
});

test("of keys pressed for two questions only those for the newer one are done, and none after a failure", () => {
  const { keys, done, press, send } = open();
  send({ event: "query-typed", query: "mar" });
  press("older");
  send({ event: "query-typed", query: "market" });
  press("newer");
  keys.run();
  expect(done).toEqual(["newer"]);
  press("failed");
  keys.drop();
  keys.run();
  expect(done).toEqual(["newer"]);
});
