import { describe, expect, test } from "vitest";
import { makeZip } from "../../../e2e/fixtures/make-zip.ts";
import { readChatLines } from "./chat-lines.ts";
import type { ReadDocument } from "./import-tools.ts";
import { blockLines, documentsIn } from "./read-with-tools.suite.ts";

const apple = [
  "[21/10/2026, 14:05:33] Équipe Sake: \u200eLes messages et les appels sont chiffrés de bout en bout.",
  "[21/10/2026, 14:06:01] Base Goma: La route du marché est ouverte",
  "et le pont aussi.",
  "\u200e[21/10/2026, 15:20:00] Eau Sake: \u200e<pièce jointe : 00000012-PHOTO-2026.jpg>",
  "[22/10/2026, 08:00:12] Base Goma: Bonjour à tous",
].join("\r\n");

const android = [
  "21/10/2026 à 14:05 - Les messages et les appels sont chiffrés de bout en bout.",
  "21/10/2026 à 14:06 - Base Goma: La route du marché est ouverte",
  "21/10/2026 à 15:20 - Eau Sake: IMG-20261021-WA0001.jpg (fichier joint)",
  "22/10/2026 à 08:00 - Base Goma: Bonjour à tous",
].join("\n");

describe("an exported chat", () => {
  test("is one briefing a day, with what the app says set apart from what people say", async () => {
    const days = await documentsIn("Discussion WhatsApp avec Équipe Sake.txt", Buffer.from(android));
    expect(days.map(({ text }) => [text.fields.title, text.fields.asOf])).toEqual([
      ["Équipe Sake, 21.10.2026", "2026-10-21"],
      ["Équipe Sake, 22.10.2026", "2026-10-22"],
    ]);
    const [first] = days as [ReadDocument];
    expect(blockLines(first)).toEqual([
      "14:05 · Les messages et les appels sont chiffrés de bout en bout.",
      "14:06 Base Goma La route du marché est ouverte",
      "15:20 Eau Sake IMG-20261021-WA0001.jpg",
    ]);
    expect(JSON.stringify(first.text.body.blocks[0])).toContain("emphasis");
    expect(first.text.fields.published).toBeNull();
  });

  test("from an Apple phone comes in a zip with its pictures, each with the day it was sent on", async () => {
    const zip = makeZip([
      { name: "_chat.txt", content: apple },
      { name: "00000012-PHOTO-2026.jpg", content: Buffer.from([0xff, 0xd8, 0xff, 1]), isStored: true },
      { name: "00000099-PHOTO-2026.jpg", content: Buffer.from([0xff, 0xd8, 0xff, 2]) },
    ]);
    const [first, second] = await documentsIn("WhatsApp Chat - Équipe Sake.zip", zip);
    expect(first?.text.fields.title).toBe("Équipe Sake, 21.10.2026");
    expect(blockLines(first as ReadDocument)).toEqual([
      "14:05 · Les messages et les appels sont chiffrés de bout en bout.",
      "14:06 Base Goma La route du marché est ouverte\net le pont aussi.",
      "15:20 Eau Sake 00000012-PHOTO-2026.jpg",
    ]);
    expect(first?.attachments).toMatchObject([{ name: "00000012-PHOTO-2026.jpg", mediaType: "image/jpeg" }]);
    expect(second?.attachments).toEqual([]);
  });
});

test.each([
  ["3/10/26, 9:05 AM - A: x\n3/11/26, 9:05 PM - A: y", ["2026-03-10 09:05", "2026-03-11 21:05"]],
  ["10/3/26, 9:05 PM - A: x\n10/21/26, 12:05 AM - A: y", ["2026-10-03 21:05", "2026-10-21 00:05"]],
  ["03.10.26, 09:05 - A: x\n04.10.26, 09:05 - A: y", ["2026-10-03 09:05", "2026-10-04 09:05"]],
  ["2026-10-03, 09:05 - A: x\n2026-10-04, 09:05 - A: y", ["2026-10-03 09:05", "2026-10-04 09:05"]],
])("the dates of %j are read as the phone wrote them", (text, expected) => {
  expect(readChatLines(text).map(({ day, time }) => `${day} ${time}`)).toEqual(expected);
});
