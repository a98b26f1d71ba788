import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expectAccessible } from "../fixtures/accessible.ts";
import { expect, test } from "../fixtures/app.ts";
import { briefingsIn, makeBadDocuments, makeDocument, makeLongPdf } from "../fixtures/make-documents.ts";
import { makeEml } from "../fixtures/make-mail.ts";
import { makePdf } from "../fixtures/make-pdf.ts";
import { makeZip } from "../fixtures/make-zip.ts";
import { FilesImport } from "../pages/files-import.ts";
import { PdfPages } from "../pages/pdf-pages.ts";

test.describe("files", () => {
  test("forty files at once, nine of them bad: the good ones come in, and each bad one says why @fr", async ({
    app,
  }) => {
    const { library } = app;
    await library.whenReady();
    const files = new FilesImport(library);
    const good = Array.from({ length: 31 }, (_, number) => makeDocument(number));
    const bad = makeBadDocuments();
    const preview = await library.openFiles([...good.slice(0, 15), ...bad, ...good.slice(15)]);
    await expect(files.unreadable).toHaveCount(9, { timeout: 20_000 });
    await expect(files.unreadableNamed("verrou.pdf")).toContainText(files.failure("password-protected"));
    await expect(files.unreadableNamed("coupe.docx")).toContainText(files.failure("damaged-file"));
    await expect(files.unreadableNamed("bombe.zip")).toContainText(files.failure("expanding-archive"));
    await expect(files.unreadableNamed("poupees.zip")).toContainText(files.failure("nested-archive"));
    await expect(files.unreadableNamed("dehors.zip")).toContainText(files.failure("unsafe-archive"));
    const count = briefingsIn(good.length);
    await expect(preview.files).toHaveCount(count);
    await preview.save(count);
    await expect(preview.dialog).toContainText(library.text.dialogs.import.reportSaved({ count }), { timeout: 20_000 });
    await expect(files.unreadable).toHaveCount(9);
  });

  test("a whole folder comes in with the folders in it @fr", async ({ app }) => {
    const { library } = app;
    await library.whenReady();
    const folder = app.makeFolder("dossier");
    mkdirSync(join(folder, "octobre"));
    for (const number of [0, 1, 2]) {
      const { name, content } = makeDocument(number);
      writeFileSync(join(folder, number === 0 ? name : `octobre/${name}`), content);
    }
    writeFileSync(join(folder, ".cache"), "x");
    const files = new FilesImport(library);
    const preview = await files.openFolder(folder);
    await expect(preview.files).toHaveCount(3);
    await expect(files.unreadable).toHaveCount(0);
    await preview.save(3);
    await expect(library.rows).toHaveCount(3);
  });

  test("an e-mail becomes a briefing, and the PDF that came with it another @fr", async ({ app }) => {
    const { library } = app;
    await library.whenReady();
    const pdf = makePdf({
      pages: [
        [
          { text: "Bornes fontaines réparées", size: 18 },
          { text: "Trois puits sur cinq donnent de l’eau claire depuis hier." },
        ],
      ],
    });
    const mail = makeEml(
      {
        subject: "TR: Situation à Mugunga",
        from: "Équipe puits",
        sentAt: Date.UTC(2026, 9, 21, 12),
        text: "Bonjour, voici le rapport de la semaine sur les puits de Mugunga.",
        attachments: [{ name: "puits.pdf", bytes: pdf }],
      },
      { charset: "us-ascii", written: "latin1" },
    );
    const preview = await library.openFiles([{ name: "courriel.eml", content: mail }]);
    await expect(preview.title).toHaveValue("Situation à Mugunga");
    await expect(preview.field("sourceName")).toHaveValue("Équipe puits");
    await preview.save(2);
    await library.open("Bornes fontaines réparées");
    await expect(library.reader.article).toContainText("Trois puits sur cinq");
  });

  test("a WhatsApp chat is one briefing a day @fr", async ({ app }) => {
    const { library } = app;
    await library.whenReady();
    const chat = [
      "[21/10/2026, 14:05:33] Équipe Sake: \u200eLes messages et les appels sont chiffrés de bout en bout.",
      "[21/10/2026, 14:06:01] Base Goma: La route du marché est ouverte",
      "[22/10/2026, 08:00:12] Base Goma: Le pont aussi",
    ].join("\n");
    const zip = makeZip([{ name: "_chat.txt", content: chat }]);
    const preview = await library.openFiles([{ name: "WhatsApp Chat - Équipe Sake.zip", content: zip }]);
    await expect(preview.files).toHaveCount(2);
    await preview.save(2);
    await library.open("Équipe Sake, 21.10.2026");
    await expect(library.reader.article).toContainText("La route du marché est ouverte");
  });

  test("a PDF of two thousand pages is read in sight and can be stopped @fr", async ({ app }) => {
    const { library } = app;
    await library.whenReady();
    const files = new FilesImport(library);
    const first = makeDocument(1);
    await files.choose([first, makeLongPdf(2_000)]);
    await expect.poll(() => files.progress(), { timeout: 15_000 }).toBeGreaterThan(1);
    await files.stop();
    await expect(library.page.getByRole("dialog")).toContainText("passage 2");
    await expect(files.unreadable).toHaveCount(0);
  });

  test("a file of 200 MB is refused unread, and the others come in @fr", async ({ app }) => {
    const { library } = app;
    await library.whenReady();
    const folder = app.makeFolder("lourd");
    writeFileSync(join(folder, "film.pdf"), "%PDF-1.7");
    truncateSync(join(folder, "film.pdf"), 200 * 1024 * 1024);
    const { name, content } = makeDocument(3);
    writeFileSync(join(folder, name), content);
    const files = new FilesImport(library);
    const preview = await files.openFolder(folder);
    await expect(preview.files).toHaveCount(1);
    await expect(files.unreadableNamed("film.pdf")).toContainText(files.failure("file-too-large"));
  });

  test("a file that ended its reader twice isn't opened any more, and the others come in @fr", async ({ app }) => {
    const { library, vaultFolder } = app;
    await library.whenReady();
    const files = new FilesImport(library);
    const bad = makeDocument(0);
    files.leaveMarks(vaultFolder, bad.content, 2);
    const preview = await library.openFiles([bad, makeDocument(2)]);
    await expect(preview.files).toHaveCount(1);
    await expect(files.unreadableNamed(bad.name)).toContainText(files.failure("quarantined-file"));
  });

  test("a PDF is read as text and looked at page by page; a scanned one says that it has no text @fr", async ({
    app,
  }) => {
    const { library, page } = app;
    await library.whenReady();
    const scanned = makePdf({ pages: [[], []], isScanned: true });
    const preview = await library.openFiles([makeDocument(8), { name: "plan_du_marche.pdf", content: scanned }]);
    await preview.save(2);
    await library.open("plan du marche");
    const pdf = new PdfPages(page, library.text);
    await expect(pdf.noText).toBeVisible();
    await expect(pdf.picture).toHaveAttribute("aria-busy", "false");
    await expect.poll(() => pdf.inkShare()).toBeGreaterThan(0.4);
    await library.open("Sake : route, passage 9");
    await expect(library.reader.article).toContainText("Les prix des haricots");
    await pdf.show("pages");
    await expect(pdf.picture).toHaveAccessibleName(library.text.pages.pageOf({ page: "1", count: "3" }));
    await expect(pdf.picture).toHaveAttribute("aria-busy", "false");
    await expect.poll(() => pdf.inkShare()).toBeGreaterThan(0.005);
    await expectAccessible(page);
    await pdf.turn("next");
    await expect(pdf.picture).toHaveAccessibleName(library.text.pages.pageOf({ page: "2", count: "3" }));
    await pdf.show("text");
    await expect(library.reader.article).toContainText("Les prix des haricots");
  });
});
