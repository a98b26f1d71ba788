import { expect, test } from "vitest";
import type { RevisionContent } from "../../model/briefing.ts";
import type { StampedChange } from "../../model/changes.ts";
import { signatureOf } from "../copies/signature-of.ts";
import type { VaultSession } from "../opened-vault.ts";
import { sampleArrival } from "./sample-changes.suite.ts";
import { SampleLaptop } from "./sample-vault.suite.ts";
import { signOldRevisions } from "./sign-old-revisions.ts";

const dispatch =
  "The road from Sake to Kitchanga was closed to lorries on Monday after the rain took away the bank below the bridge, " +
  "the road office said. Light vehicles pass one at a time from six in the morning until five in the afternoon.";

async function oldArrival(vault: VaultSession, number: number, text: string): Promise<StampedChange> {
  const paragraph = { kind: "paragraph", inlines: [{ kind: "text", text, marks: [], href: null }] } as const;
  const content: RevisionContent = { title: "Road", keyPoints: [], body: { blocks: [paragraph] }, attachments: [] };
  const arrived = await sampleArrival(vault, number);
  if (arrived.kind !== "revision-arrived") throw new Error("no arrival");
  const { id, revision } = arrived.head;
  const change = { ...arrived, signature: null, body: await vault.sealRevision(id, revision, content) };
  const stamp = { deviceId: "d", seq: 1, lamport: 1, readerId: "r", at: 0 } as unknown as StampedChange["stamp"];
  return { stamp, change };
}

const signatureIn = ({ change }: StampedChange) => (change.kind === "revision-arrived" ? change.signature : undefined);

test("a text from before signatures were kept is given the one that the same text has today", async () => {
  const vault = (await new SampleLaptop().open()) as unknown as VaultSession;
  const [long, short] = [await oldArrival(vault, 1, dispatch), await oldArrival(vault, 2, "The ferry runs again.")];
  const [signed, tooShort] = await signOldRevisions(vault.parts.keys, [long, short]);
  const paragraph = { kind: "paragraph", inlines: [{ kind: "text", text: dispatch, marks: [], href: null }] } as const;
  const today = signatureOf({ title: "Else", keyPoints: [], body: { blocks: [paragraph] }, attachments: [] });
  expect(today).not.toBeNull();
  expect(signed && signatureIn(signed)).toBe(today);
  expect(tooShort && signatureIn(tooShort)).toBeNull();
});

test("one whose body is damaged stays without, and the others go on", async () => {
  const vault = (await new SampleLaptop().open()) as unknown as VaultSession;
  const damaged = await oldArrival(vault, 1, dispatch);
  if (damaged.change.kind === "revision-arrived") damaged.change.body[40] = ~(damaged.change.body[40] ?? 0);
  const whole = await oldArrival(vault, 2, dispatch);
  const signed = await signOldRevisions(vault.parts.keys, [damaged, whole]);
  expect(signed.map((one) => signatureIn(one) !== null)).toEqual([false, true]);
});
