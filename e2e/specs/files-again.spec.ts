import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expectAccessible } from "../fixtures/accessible.ts";
import { expect, test } from "../fixtures/app.ts";
import { dropFolder } from "../fixtures/drop-folder.ts";
import { makeDocument } from "../fixtures/make-documents.ts";
import { makeEncryptedEml } from "../fixtures/make-mail.ts";
import { makePdf } from "../fixtures/make-pdf.ts";
import { FilesImport } from "../pages/files-import.ts";
import { ImportDialog } from "../pages/import-dialog.ts";
import { PdfPages } from "../pages/pdf-pages.ts";
import { ReadersDialog } from "../pages/readers-dialog.ts";
import { SourceListDialog } from "../pages/source-list-dialog.ts";

const morning = [
  "21/10/2026 à 08:00 - Base Goma: La route du marché est ouverte",
  "21/10/2026 à 08:05 - Eau Sake: Merci",
];
const evening = [
  "21/10/2026 à 18:30 - Base Goma: Le pont est refermé jusqu’à jeudi",
  "22/10/2026 à 07:00 - Eau Sake: Bonjour à tous",
];
const chat = (lines: readonly string[], name = "Discussion WhatsApp avec Équipe Sake.txt") => ({
  name,
  content: Buffer.from(lines.join("\n")),
});
const opml = '<opml version="2.0"><body><outline text="Radio Lac" xmlUrl="https://radio.example/rss"/></body></opml>';

test.describe("files that come again, together, or by the folder", () => {
  test("a chat exported again later completes its last day, and the preview says so @fr", async ({ app }) => {
    const { library } = app;
    const words = library.text.dialogs.import;
    await library.whenReady();
    await (await library.openFiles([chat(morning)])).save();
    await library.whenNoDialog();
    const again = await library.openFiles([
      chat([...morning, ...evening], "Discussion WhatsApp avec Équipe Sake (1).txt"),
    ]);
    await expect(again.files).toHaveCount(2);
    await expect(again.files.first()).toContainText(words.standingShort.less);
    await expect(again.dialog).toContainText(words.standing.less);
    await again.save(2);
    await expect(library.rows).toHaveCount(2);
    await library.open("Équipe Sake, 22.10.2026");
    await library.open("Équipe Sake, 21.10.2026");
    await expect(library.reader.article).toContainText("La route du marché est ouverte");
    await expect(library.reader.article).toContainText("Le pont est refermé");
  });

  test("the report names what was already there, by its title and its file @fr", async ({ app }) => {
    const { library } = app;
    const words = library.text.dialogs.import;
    await library.whenReady();
    const [one, two] = [makeDocument(1), makeDocument(2)];
    await (await library.openFiles([one])).save();
    await library.whenNoDialog();
    const again = await library.openFiles([{ name: "copie.docx", content: one.content }, two]);
    await again.save(2);
    await expect(again.dialog).toContainText(words.reportHere({ count: 1 }));
    const line = again.dialog.getByRole("listitem").filter({ hasText: "copie.docx" });
    await expect(line).toContainText("passage 2");
    await expectAccessible(app.page);
  });

  test("a list of sources among files isn't lost: it is offered once they are saved @fr", async ({ app }) => {
    const { library, page } = app;
    await library.whenReady();
    const preview = await library.openFiles([{ name: "liste.opml", content: opml }, makeDocument(1)]);
    await expect(preview.dialog).toContainText(library.text.dialogs.import.listsNext({ count: 1 }));
    await preview.save();
    const list = new SourceListDialog(page, library.text);
    await expect(list.source("Radio Lac")).toBeChecked();
    await list.add(1);
    await library.whenNoDialog();
    await expect(library.views.getByText("Radio Lac")).toBeVisible();
    await expect(library.rows).toHaveCount(1);
  });

  test("a folder that is dropped comes in with the folders in it @fr", async ({ app }) => {
    const { library, page } = app;
    await library.whenReady();
    const folder = app.makeFolder("depot");
    mkdirSync(join(folder, "octobre"));
    for (const number of [1, 2]) {
      const { name, content } = makeDocument(number);
      writeFileSync(join(folder, number === 1 ? name : `octobre/${name}`), content);
    }
    await dropFolder(page, folder);
    const preview = new ImportDialog(page, library.text);
    await expect(preview.files).toHaveCount(2, { timeout: 15_000 });
    await expect(new FilesImport(library).unreadable).toHaveCount(0);
  });

  test("what is dropped from a preview leaves nothing on the disk @fr", async ({ app }) => {
    const { library, page } = app;
    await library.whenReady();
    const files = new FilesImport(library);
    const preview = await library.openFiles([makeDocument(1), makeDocument(2)]);
    await expect(preview.files).toHaveCount(2);
    expect(files.blobsIn(app.vaultFolder)).toHaveLength(2);
    await page.keyboard.press("Escape");
    await library.whenNoDialog();
    await expect.poll(() => files.blobsIn(app.vaultFolder)).toHaveLength(0);
  });

  test("a PDF's page is drawn by its worker in the fonts that it carries, and no script of the page reads PDFs @fr", async ({
    app,
    browser,
  }) => {
    const { library, page } = app;
    await library.whenReady();
    const writer = await browser.newPage();
    await writer.setContent("<h1>Bulletin du marché</h1><p>Les prix du manioc et des haricots à Sake.</p>");
    const written = await writer.pdf({ format: "A4" });
    await writer.close();
    await (await library.openFiles([{ name: "bulletin.pdf", content: written }])).save();
    await library.open("Bulletin du marché");
    const pdf = new PdfPages(page, library.text);
    await pdf.show("pages");
    await expect(pdf.picture).toHaveAttribute("aria-busy", "false");
    await expect.poll(() => pdf.inkShare()).toBeGreaterThan(0.003);
    const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    expect(loaded.filter((name) => /pdf/.test(name) && !name.includes("worker"))).toEqual([]);
  });

  test("a PDF with a script, a program to start and a file inside shows its text, runs nothing and lists the file @fr", async ({
    app,
  }) => {
    const { library } = app;
    await library.whenReady();
    const files = new FilesImport(library);
    const armed = makePdf({
      pages: [[{ text: "Marché de Sake", size: 18 }, { text: "Le marché ouvre à huit heures depuis lundi." }]],
      script: "app.alert('x')",
      launches: "calc.exe",
      embedded: { name: "liste.bin", content: "\x00\x01\x02\x03" },
    });
    const preview = await library.openFiles([
      { name: "marche.pdf", content: armed },
      { name: "secret.eml", content: makeEncryptedEml() },
    ]);
    await expect(preview.body).toContainText("Le marché ouvre à huit heures");
    await expect(preview.dialog).toContainText("liste.bin");
    await expect(files.unreadableNamed("secret.eml")).toContainText(files.failure("encrypted-mail"));
  });

  test("a reader made by mistake is removed, and had back @fr", async ({ app }) => {
    const { library, page } = app;
    await library.whenReady();
    const readers = new ReadersDialog(page, library.text);
    await readers.open();
    await readers.rename(library.text.readers.unnamed, "Équipe de jour");
    await readers.add("Équipe du soirr");
    await readers.whenGone();
    await readers.open();
    await expect(readers.readers).toHaveCount(2);
    await expect(
      readers.dialog.getByRole("button", { name: library.text.readers.remove("Équipe du soirr") }),
    ).toBeHidden();
    await readers.remove("Équipe de jour");
    await expect(readers.readers).toHaveCount(1);
    await expect(library.messages).toContainText(
      library.text.readers.notice["reader-removed"]({ name: "Équipe de jour" }),
    );
    await page.keyboard.press("Escape");
    await readers.whenGone();
    await library.undo();
    await readers.open();
    await expect(readers.readers.first()).toContainText("Équipe de jour");
  });
});
