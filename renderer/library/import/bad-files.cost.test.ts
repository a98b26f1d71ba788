import { describe, expect, test } from "vitest";
import { makeCompoundFile } from "../../../e2e/fixtures/make-compound-file.ts";
import { makeEml, makeEncryptedEml, makeMsg } from "../../../e2e/fixtures/make-mail.ts";
import { makeDocx, makeOdt } from "../../../e2e/fixtures/make-office.ts";
import { makePdf } from "../../../e2e/fixtures/make-pdf.ts";
import { makeZip } from "../../../e2e/fixtures/make-zip.ts";
import { cpuMsUntil } from "../cpu-time.suite.ts";
import { documentIn, failureOf } from "./read-with-tools.suite.ts";

const sentence = "Le marché de Sake a rouvert lundi et la route est dégagée.";
const docx = makeDocx([{ text: sentence }]);
const odt = makeOdt([{ text: sentence }]);
const pdf = makePdf({ pages: [[{ text: sentence }]] });
const msg = makeMsg({ subject: "Marché", from: "Équipe", text: sentence });
const half = (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2);
const sealed = makeCompoundFile([{ name: "EncryptedPackage", content: Buffer.alloc(600, 7) }]);
const swelling = Buffer.alloc(16_000_000, 0x20);

test.each([
  ["a locked PDF", "a.pdf", makePdf({ pages: [[]], isLocked: true }), "password-protected"],
  ["a locked Word document", "a.docx", sealed, "password-protected"],
  ["a locked OpenDocument", "a.odt", makeOdt([], { isLocked: true }), "password-protected"],
  ["a locked zip", "a.zip", makeZip([{ name: "_chat.txt", content: "x", isLocked: true }]), "password-protected"],
  ["an encrypted e-mail", "a.eml", makeEncryptedEml(), "encrypted-mail"],
  [
    "an encrypted e-mail out of Outlook",
    "a.msg",
    makeMsg({ subject: "Puits", from: "Équipe", messageClass: "IPM.Note.SMIME" }),
    "encrypted-mail",
  ],
  ["half a PDF", "a.pdf", Buffer.from("%PDF-1.7\n1 0 obj\n<< /Type"), "damaged-file"],
  ["half a Word document", "a.docx", half(docx), "damaged-file"],
  ["half an OpenDocument", "a.odt", half(odt), "damaged-file"],
  ["half a message of Outlook", "a.msg", msg.subarray(0, 700), "damaged-file"],
  [
    "a Word document with broken markup",
    "a.docx",
    makeZip([{ name: "word/document.xml", content: "<a><b></a>" }]),
    "damaged-file",
  ],
  ["a program called .pdf", "a.pdf", Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), "binary-file"],
  ["a spreadsheet", "a.xlsx", makeZip([{ name: "[Content_Types].xml", content: "<x/>" }]), "unsupported-file"],
  [
    "an old .doc",
    "a.doc",
    makeCompoundFile([{ name: "WordDocument", content: Buffer.alloc(600) }]),
    "unsupported-file",
  ],
  ["an archive of anything", "a.zip", makeZip([{ name: "liste.txt", content: "a" }]), "plain-archive"],
  ["an archive in an archive", "a.zip", makeZip([{ name: "b.zip", content: makeZip([]) }]), "nested-archive"],
  ["names that lead out", "a.zip", makeZip([{ name: "../../_chat.txt", content: "a" }]), "unsafe-archive"],
  [
    "a zip bomb that says so",
    "a.zip",
    makeZip([{ name: "_chat.txt", content: "a", claimedBytes: 900_000_000 }]),
    "expanding-archive",
  ],
  ["an empty file", "a.pdf", Buffer.alloc(0), "empty-file"],
  ["an empty Word document", "a.docx", makeDocx([]), "no-text"],
])("%s is refused with a reason", async (_, name, bytes, kind) => {
  expect(await cpuMsUntil(async () => expect(await failureOf(name, bytes)).toBe(kind))).toBeLessThan(2_000);
});

test("a zip bomb that lies about its size is stopped while it unpacks", async () => {
  const parts = [1, 2].map((number) => ({ name: `word/header${number}.xml`, content: swelling, claimedBytes: 10 }));
  const bomb = makeDocx([{ text: sentence }], { more: parts });
  expect(bomb.length).toBeLessThan(1_000_000);
  const refused = async () => expect(await failureOf("a.docx", bomb)).toBe("expanding-archive");
  expect(await cpuMsUntil(refused)).toBeLessThan(2_000);
});

test("markup that declares entities to swell isn't read", async () => {
  const entities = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
  const xml = `${entities}<w:document xmlns:w="w"><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:document>`;
  expect(await failureOf("a.docx", makeZip([{ name: "word/document.xml", content: xml }]))).toBe("damaged-file");
});

describe("a file is what it holds, whatever it is called", () => {
  test.each([
    ["a PDF called .txt", "a.txt", pdf],
    ["a Word document called .pdf", "a.pdf", docx],
    ["an OpenDocument without an ending", "rapport", odt],
    ["a message of Outlook called .doc", "a.doc", msg],
    ["an e-mail called .txt", "a.txt", makeEml({ subject: "Marché", from: "Équipe", sentAt: 1e12, text: sentence })],
    ["a web page called .docx", "a.docx", Buffer.from(`<!doctype html><html><body><p>${sentence}</p></body></html>`)],
    ["a text called .pdf", "a.pdf", Buffer.from(sentence)],
  ])("%s", async (_, name, bytes) => {
    const { text } = await documentIn(name, bytes);
    expect(JSON.stringify(text)).toContain("Sake a rouvert lundi");
  });
});

test("two thousand pages are read with progress, and stopping ends it", async () => {
  const { readPdf } = await import("./read-pdf.ts");
  const { createPdfEngine } = await import("./pdf-engine.ts");
  const { startNodePdfWorker } = await import("./node-pdf-worker.suite.ts");
  const { Cancellation } = await import("../../contracts/cancellation.ts");
  const pages = Array.from({ length: 2_000 }, (_, page) => [{ text: `Page ${page} : ${sentence}` }]);
  const long = makePdf({ pages });
  const signal = new Cancellation();
  const shares: number[] = [];
  const reading = readPdf(
    {
      name: "long.pdf",
      bytes: long,
      signal,
      onProgress: (share) => {
        shares.push(share);
        if (shares.length === 50) signal.abort();
      },
    },
    createPdfEngine(startNodePdfWorker),
  );
  expect((await reading).ok).toBe(false);
  expect(shares.length).toBeLessThan(100);
});
