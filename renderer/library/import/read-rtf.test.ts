import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeMsg, packRtf } from "../../../e2e/fixtures/make-mail.ts";
import { decodeBytes } from "../feeds/decode-bytes.ts";
import { inflateRtf } from "./inflate-rtf.ts";
import { blockLines, documentIn } from "./read-with-tools.suite.ts";
import { readRtf } from "./rtf-text.ts";

const latin = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));
const text = (rtf: string) => readRtf(latin(rtf), decodeBytes).text.trim();

describe("Outlook's packed RTF", () => {
  test("is unpacked as its specification's own example says", () => {
    const example = Buffer.from(
      "2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232" + "0af32068656c090020627705b06c647d0a800fa0",
      "hex",
    );
    expect(Buffer.from(inflateRtf(example) ?? []).toString("latin1")).toBe(
      "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n",
    );
  });

  test("comes back as it was packed, whatever it holds, and cut anywhere gives no more than that", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), fc.nat(700), (plain, cutAt) => {
        const packed = packRtf(Buffer.from(plain));
        expect(Buffer.from(inflateRtf(packed) ?? [])).toEqual(Buffer.from(plain));
        const cut = inflateRtf(packed.subarray(0, cutAt));
        expect((cut ?? []).length).toBeLessThanOrEqual(plain.length);
      }),
      { seed: 121 },
    );
  });

  test("of any bytes is either not in this form or stays within bounds", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const marked = Uint8Array.from([
          ...new Uint8Array(4),
          255,
          255,
          255,
          255,
          0x4c,
          0x5a,
          0x46,
          0x75,
          0,
          0,
          0,
          0,
          ...bytes,
        ]);
        expect((inflateRtf(marked) ?? []).length).toBeLessThanOrEqual(17 * marked.length);
      }),
      { seed: 122 },
    );
  });
});

describe("RTF's words", () => {
  test("come with accents, dashes and paragraphs, and without fonts, pictures and programs' notes", () => {
    const rtf =
      "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\*\\generator Word;}\\pard Le march\\'e9 de Sake\\par\r\n" +
      "Prix \\endash  dix \\u8364?\\par{\\pict\\wmetafile8 0102}\\b Fin\\b0\\{\\}}";
    expect(text(rtf)).toBe("Le marché de Sake\nPrix – dix €\nFin{}");
  });

  test("keep their hyphens, and the ends of lines as Apple's programs write them", () => {
    const rtf = "{\\rtf1\\ansi\\ansicpg1252 Le centre de Mai\\_Ndombe\\\nest ou\\-vert\\\r\ntous les jours}";
    expect(text(rtf)).toBe("Le centre de Mai-Ndombe\nest ouvert\ntous les jours");
  });

  test("go on behind a picture whose bytes hold braces", () => {
    const rtf = "{\\rtf1\\ansi\\ansicpg1252 Avant{\\pict\\wmetafile8\\bin6 }}a\\{{} et apr\\'e8s}";
    expect(text(rtf)).toBe("Avant et après");
    expect(text("{\\rtf1\\ansi Avant{\\pict\\bin2147483647 }}} après}")).toBe("Avant");
  });

  test("of a page that Outlook wrapped are that page again", () => {
    const rtf =
      "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 {\\*\\htmltag64 <p>}\\htmlrtf {\\par\\f0 \\htmlrtf0 Le pont est ouvert" +
      "{\\*\\htmltag84 &amp;}\\htmlrtf &\\htmlrtf0  gard\\'e9{\\*\\htmltag72 </p>}\\htmlrtf }\\htmlrtf0{\\*\\mhtmltag64 <x>}}";
    expect(readRtf(latin(rtf), decodeBytes)).toEqual({ kind: "html", text: "<p>Le pont est ouvert&amp; gardé</p>" });
  });

  test("of anything at all are a text, in time", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "\\",
      "\\'",
      "\\u-5?",
      "\\*",
      "\\htmltag",
      "\\par ",
      "a",
      "\\fromhtml1",
      "\\bin9",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
        expect(typeof text(`{\\rtf1${pieces.join("")}`)).toBe("string");
      }),
      { seed: 123 },
    );
    expect(text(`${"{".repeat(200_000)}fin${"}".repeat(200_000)}`)).toBe("fin");
  });
});

test("a .msg that holds its words as RTF only is read", async () => {
  const rtf =
    "{\\rtf1\\ansi\\ansicpg1252\\fromtext \\pard Le puits de Sake donne de l\\'92eau claire.\\par Il manque une pi\\'e8ce.}";
  const mail = { subject: "Puits de Sake", from: "Équipe eau", sentAt: Date.UTC(2026, 9, 21, 9), rtf };
  const document = await documentIn("puits.msg", makeMsg(mail));
  expect(document.text.fields).toMatchObject({ title: "Puits de Sake", sourceName: "Équipe eau" });
  expect(blockLines(document).join("\n")).toContain("Le puits de Sake donne de l’eau claire.");
});

test("an .rtf file is read as what it is, under whatever name", async () => {
  const rtf = Buffer.from(
    "{\\rtf1\\ansi\\ansicpg1252 Puits de Sake\\par\\par Le puits est ouvert depuis lundi matin.}",
    "latin1",
  );
  for (const name of ["puits.rtf", "puits.doc"]) {
    expect(JSON.stringify((await documentIn(name, rtf)).text)).toContain("ouvert depuis lundi");
  }
});
