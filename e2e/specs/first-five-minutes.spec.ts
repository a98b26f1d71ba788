import { expect, test } from "../fixtures/app.ts";
import { asPlainText, cholera, volcano } from "../fixtures/sample-briefings.ts";

test.describe("the first five minutes, without any network", () => {
  test("an empty library shows its ways in and nothing to click away", async ({ app }) => {
    const { library, page } = app;
    await library.whenReady();
    const { welcome } = library.text.dialogs;
    const ways = page.getByRole("region", { name: welcome.title });
    for (const way of [welcome.paste, welcome.files, welcome.source]) {
      await expect(ways.getByRole("button", { name: way })).toBeVisible();
    }
    await expect(page.getByRole("dialog")).toBeHidden();
  });

  test("a colleague's text file is readable in three actions", async ({ app }) => {
    const { library, page } = app;
    await library.whenReady();
    const choosing = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: library.text.dialogs.welcome.files }).click(); // 1
    const chooser = await choosing;
    await chooser.setFiles({
      name: "sake.txt",
      mimeType: "text/plain",
      buffer: Buffer.from(asPlainText(cholera, { titled: false })),
    }); // 2
    await page
      .getByRole("dialog")
      .getByRole("button", { name: library.text.dialogs.import.save({ count: 1 }) })
      .click(); // 3
    // Nobody gave it a title, so one is proposed in the text's own words.
    await expect(library.reader.title).toHaveText(/41 new cases/);
    await expect(library.reader.keyPoints).toHaveText([...cholera.keyPoints]);
    for (const { heading, paragraphs } of cholera.sections) {
      if (heading !== null) await expect(library.reader.section(heading)).toBeVisible();
      for (const paragraph of paragraphs) await expect(library.reader.article).toContainText(paragraph);
    }
  });

  test("a pasted text is readable in three actions, from the button", async ({ app }) => {
    const { library, page } = app;
    await library.whenReady();
    const words = library.text.dialogs;
    await page.getByRole("button", { name: words.welcome.paste }).click(); // 1
    await page.getByRole("dialog").getByLabel(words.paste.text).fill(asPlainText(volcano)); // 2 (Ctrl-V)
    await page.getByRole("dialog").getByRole("button", { name: words.paste.go }).click(); // 3
    await page
      .getByRole("dialog")
      .getByRole("button", { name: words.import.save({ count: 1 }) })
      .click();
    await expect(library.reader.title).toHaveText(volcano.title);
  });

  test("the language of the interface changes at once and stays changed", async ({ app, language }) => {
    const { library, page } = app;
    await library.whenReady();
    const [other, ownName] = language === "en" ? (["fr", "Français"] as const) : (["en", "English"] as const);
    const isKept = page.waitForResponse(/\/host\/appendJournal$/);
    await page.getByRole("radio", { name: ownName }).check();
    await expect(page.locator("html")).toHaveAttribute("lang", other);
    // It shows at once, before it is written.
    await isKept;
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("lang", other);
  });
});
