import { expect, test } from "vitest";
import { brandId, type VaultId } from "../../model/ids.ts";
import { joinBytes, sha256, viewOf } from "./byte-arrays.ts";
import { chooseHeader, encodeHeader, headerFormat, type VaultHeader } from "./vault-header.ts";

const header: VaultHeader = {
  counter: 4,
  vaultId: brandId<VaultId>("0a".repeat(16)),
  generation: 1,
  madeAt: 1_000,
  slots: [],
  recoveryCode: null,
};

/** As a newer version would write it: another format in the same frame. */
async function ofNewerFormat(bytes: Uint8Array): Promise<Uint8Array> {
  const body = bytes.slice(0, -32);
  viewOf(body).setUint16(4, headerFormat + 1);
  return joinBytes([body, await sha256(body)]);
}

test("of two valid slots the one written later holds", async () => {
  const older = await encodeHeader(header);
  const newer = await encodeHeader({ ...header, counter: 5, generation: 2 });
  expect(await chooseHeader([older, newer])).toMatchObject({ found: "header", slot: 1, header: { generation: 2 } });
  expect(await chooseHeader([newer, older])).toMatchObject({ found: "header", slot: 0, header: { generation: 2 } });
});

test("a slot torn at any byte leaves the other one to open by", async () => {
  const older = await encodeHeader(header);
  const newer = await encodeHeader({ ...header, counter: 5 });
  for (let length = 0; length < newer.length; length++) {
    expect(await chooseHeader([older, newer.slice(0, length)])).toMatchObject({ header: { counter: 4 } });
  }
});

test("no slots is a first start, two broken ones are damage", async () => {
  const broken = (await encodeHeader(header)).fill(0, 12, 14);
  expect(await chooseHeader([null, null])).toEqual({ found: "none" });
  expect(await chooseHeader([broken, null])).toEqual({ found: "damaged" });
  expect(await chooseHeader([broken, new Uint8Array([1, 2, 3])])).toEqual({ found: "damaged" });
});

test("a header of a newer version is left to that version, also when only one slot has it", async () => {
  const ours = await encodeHeader(header);
  const newer = await ofNewerFormat(ours);
  expect(await chooseHeader([ours, newer])).toEqual({ found: "newer" });
  expect(await chooseHeader([newer.fill(0, 20, 22), null])).toEqual({ found: "newer" });
});
