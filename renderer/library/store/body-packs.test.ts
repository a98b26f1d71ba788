import { expect, test } from "vitest";
import { bodyIn, packBodies, packNameOf } from "./body-packs.ts";

const place = (index: number) => ({ offset: 4_096, bytes: 900, index });
const body = (index: number) => ({ place: place(index), sealed: new Uint8Array([index, index, index]) });

test("bodies that came together are found again by where they lie in the journal", () => {
  const packs = packBodies([body(1), body(63), body(64), body(200)]);
  expect(packs.map(({ name }) => name)).toEqual(["4096 0", "4096 1", "4096 2", "4096 6"]);
  for (const index of [1, 63, 64, 200]) {
    const pack = packs.find(({ name }) => name === packNameOf(place(index)));
    expect(bodyIn(pack?.bytes ?? new Uint8Array(), index)).toEqual(body(index).sealed);
  }
});

test("a body that isn't in a pack, and a pack that is damaged, are said to be missing", () => {
  const [pack] = packBodies([body(1), body(2)]);
  const bytes = pack?.bytes ?? new Uint8Array();
  expect(bodyIn(bytes, 3)).toBe(null);
  expect(bodyIn(bytes.subarray(0, 3), 1)).toBe(null);
  expect(bodyIn(bytes.subarray(0, 12), 1)).toBe(null);
  expect(bodyIn(bytes.subarray(0, bytes.length - 1), 2)).toBe(null);
});
