import { describe, expect, test } from "vitest";
import { makeEml, makeMsg } from "../../../e2e/fixtures/make-mail.ts";
import { makePdf } from "../../../e2e/fixtures/make-pdf.ts";
import type { ReadDocument } from "./import-tools.ts";
import { blockLines, documentIn, documentsIn } from "./read-with-tools.suite.ts";

const sentAt = Date.UTC(2026, 9, 21, 12, 5);
const mail = {
  subject: "TR: Marché de Sake rouvert",
  from: "Équipe eau Sake",
  sentAt,
  text: "Bonjour à tous,\n\nLe marché a rouvert lundi ; l’accès à pied reste possible.\n\nÀ bientôt",
};

describe.each([
  [".eml", makeEml(mail)],
  [".msg", makeMsg(mail)],
])("a saved e-mail, %s", (_, bytes) => {
  test("has its subject as title, its sender as source and the time it was sent", async () => {
    const { text } = await documentIn("courriel", bytes);
    expect(text.fields).toMatchObject({
      title: "Marché de Sake rouvert",
      sourceName: "Équipe eau Sake",
      published: sentAt,
      language: "fr",
    });
    expect(JSON.stringify(text.body)).toContain("l’accès à pied reste possible");
  });
});

test.each([
  ["none at all", null, "latin1"],
  ["none at all, in UTF-8", null, "utf8"],
  ["us-ascii", "us-ascii", "latin1"],
  ["a wrong one", "iso-8859-1", "utf8"],
  ["one that nobody knows", "x-inconnu", "utf8"],
  ["UTF-8 where it isn't", "utf-8", "latin1"],
] as const)("an e-mail whose charset is %s still has its accents", async (_, charset, written) => {
  const text = "Le marché a rouvert à l'aube ; la piste du Nord est dégagée et sèche.";
  const bytes = makeEml({ ...mail, subject: "Marché rouvert", from: "Équipe eau", text }, { charset, written });
  const read = await documentIn("courriel.eml", bytes);
  expect(blockLines(read)).toEqual([text]);
  expect(read.text.fields.title).toBe("Marché rouvert");
  expect(read.text.fields.sourceName).toBe("Équipe eau");
});

test("an HTML e-mail is read as its author set it, without scripts or styles", async () => {
  const html =
    "<html><head><style>p{}</style></head><body><h2>Routes</h2><p>La piste est <b>ouverte</b>.</p><script>x()</script></body></html>";
  const read = await documentIn("courriel.eml", makeEml({ ...mail, html }));
  expect(blockLines(read)).toEqual(["h1 Routes", "La piste est ouverte."]);
});

describe.each([
  [".eml", makeEml],
  [".msg", makeMsg],
] as const)("attachments of an e-mail, %s", (_, make) => {
  test("become briefings of their own where they can be read, and stay files where not", async () => {
    const pdf = makePdf({ pages: [[{ text: "Les puits de Mugunga sont réparés depuis hier." }]] });
    const inner = makeEml({
      subject: "Détail des puits",
      from: "Équipe puits",
      text: "Trois puits sur cinq donnent de l'eau claire.",
    });
    const attachments = [
      { name: "puits.pdf", bytes: pdf },
      { name: "detail.eml", bytes: inner },
      { name: "photo.bin", bytes: Buffer.from([1, 0, 2, 0, 3]) },
      { name: "verrou.pdf", bytes: makePdf({ pages: [[]], isLocked: true }) },
    ];
    const [first, ...others] = await documentsIn("courriel", make({ ...mail, attachments }));
    expect((first as ReadDocument).attachments.map(({ name }) => name)).toEqual(["photo.bin", "verrou.pdf"]);
    expect(others.map(({ text }) => text.fileName)).toEqual(["courriel › puits.pdf", "courriel › detail.eml"]);
    expect(others[1]?.text.fields.title).toBe("Détail des puits");
    expect(others[0]?.original?.name).toBe("courriel › puits.pdf");
  });
});

describe("a large attachment", () => {
  const plan = (length: number) => Buffer.from(Array.from({ length }, (_, at) => (at * at) % 251));
  const attachments = [
    { name: "plan.dwg", bytes: plan(60_000) },
    { name: "coupe.dwg", bytes: plan(60_001) },
    { name: "legende.dwg", bytes: Buffer.from([1, 0, 2]) },
  ];
  const writtenMail = (to: Parameters<typeof makeEml>[0]) => makeEml(to).toString("latin1");
  const another = () => writtenMail({ ...mail, attachments }).replaceAll("partie_42", "autre");
  const inLetters = (files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) =>
    files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString("base64")]);

  test.each(["\r\n", "\n"])(
    "comes out byte for byte, beside a small one and the text, lines ending with %j",
    async (end) => {
      const written = writtenMail({ ...mail, attachments }).replaceAll("\r\n", end);
      const read = await documentIn("courriel.eml", Buffer.from(written, "latin1"));
      expect(inLetters(read.attachments)).toEqual(inLetters(attachments));
      expect(blockLines(read)).toHaveLength(3);
    },
  );

  test("quoted in the text of a message stays a part of that text", async () => {
    const read = await documentIn("courriel.eml", makeEml({ ...mail, text: `Message reçu :\n\n${another()}` }));
    expect(read.attachments).toEqual([]);
    expect(JSON.stringify(read.text.body)).toContain(plan(60_000).toString("base64").slice(0, 70));
  });

  test("of a message within a message stays within it", async () => {
    const outer = writtenMail({ ...mail, attachments: [{ name: "suite.bin", bytes: plan(9) }] })
      .replace("Content-Type: application/octet-stream", "Content-Type: message/rfc822")
      .replace(/Content-Transfer-Encoding: base64\r\n\r\n\S+/, () => `\r\n${another()}`);
    const [, within] = await documentsIn("courriel.eml", Buffer.from(outer, "latin1"));
    expect(inLetters(within?.attachments ?? [])).toEqual(inLetters(attachments));
  });

  test("cut off on its way keeps what came of it", async () => {
    const read = await documentIn("courriel.eml", makeEml({ ...mail, attachments }).subarray(0, 60_000));
    const came = Buffer.from(read.attachments[0]?.bytes ?? []);
    expect(came.length).toBeGreaterThan(30_000);
    expect(came.equals(plan(60_000).subarray(0, came.length))).toBe(true);
  });
});
