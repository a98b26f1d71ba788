import { expect, test } from "../fixtures/app.ts";
import { asPlainText, cholera, markets, mvua, route } from "../fixtures/sample-briefings.ts";

test.describe("import and paste", () => {
  test("what an import proposes can be corrected before it is saved", async ({ app }) => {
    const { library } = app;
    await library.whenReady();
    const preview = await library.openFiles([{ name: "pont.txt", content: asPlainText(route) }]);
    await expect(preview.title).toHaveValue(route.title);
    await expect(preview.field("language")).toHaveValue("fr");
    await preview.title.fill("Le pont de la Mushaki");
    await preview.field("sourceName").fill("Voirie de Sake");
    await preview.field("asOf").fill("2026-10-18");
    await preview.chooseAudience("restricted");
    await preview.save();
    await expect(library.reader.title).toHaveText("Le pont de la Mushaki");
    await expect(library.reader.article).toContainText("Voirie de Sake");
    await expect(library.reader.article).toContainText(library.text.terms.audience.restricted);
  });

  test("an import whose readers nobody named is for the own team", async ({ app }) => {
    const { library } = app;
    await library.whenReady();
    const preview = await library.pasteOnList(asPlainText(cholera));
    await preview.save();
    await expect(library.reader.article).toContainText(library.text.terms.audience.internal);
  });

  test("several files come in at once, text, Markdown and HTML, and a bad one is named", async ({ app }) => {
    const { library } = app;
    await library.whenReady();
    const markdown = `# ${markets.title}\n\n${markets.sections[0]?.paragraphs.join("\n\n")}`;
    const html = `<html><head><title>${mvua.title}</title></head><body><h1>${mvua.title}</h1><p>${mvua.sections[0]?.paragraphs[0]}</p></body></html>`;
    const preview = await library.openFiles([
      { name: "sake.txt", content: asPlainText(cholera) },
      { name: "marche.md", content: markdown },
      { name: "mvua.html", content: html },
      { name: "photo.txt", content: Buffer.from([0, 1, 2, 255, 254, 0, 0, 7].concat(Array(400).fill(0))) },
    ]);
    await expect(preview.files).toHaveCount(3);
    await expect(preview.dialog).toContainText("photo.txt");
    await preview.save(3);
    await expect(preview.dialog).toContainText(library.text.dialogs.import.reportSaved({ count: 3 }));
    await expect(preview.dialog).toContainText("photo.txt");
    await preview.close();
    await expect(library.rows).toHaveCount(3);
    await library.open(markets.title);
  });

  test("the same file twice is one briefing", async ({ app }) => {
    const { library } = app;
    await library.whenReady();
    const file = { name: "sake.txt", content: asPlainText(cholera) };
    await (await library.openFiles([file])).save();
    await expect(library.rows).toHaveCount(1);
    const again = await library.openFiles([file]);
    await expect(again.dialog).toContainText(library.text.dialogs.import.standing.same);
    await again.save();
    await expect(library.rows).toHaveCount(1);
  });

  test("a file dropped on the window is read like one from the picker @once", async ({ app }) => {
    const { library, page } = app;
    await library.whenReady();
    const transfer = await page.evaluateHandle((text) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([text], "sake.txt", { type: "text/plain" }));
      return dropped;
    }, asPlainText(cholera));
    for (const type of ["dragenter", "dragover", "drop"]) {
      await page.dispatchEvent("body", type, { dataTransfer: transfer });
    }
    await expect(
      page.getByRole("dialog").getByLabel(library.text.dialogs.import.fields.title, { exact: true }),
    ).toHaveValue(cholera.title);
  });

  test("a pasted address becomes a look at a source", async ({ app }) => {
    const { library, page } = app;
    await library.whenReady();
    await library.pasteOnList("http://127.0.0.1:9/radio.xml");
    await expect(page.getByRole("dialog").getByLabel(library.text.dialogs.addSource.address)).toHaveValue(
      "http://127.0.0.1:9/radio.xml",
    );
  });
});
