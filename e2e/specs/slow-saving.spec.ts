import type { Page } from "playwright/test";
import { expectAccessible } from "../fixtures/accessible.ts";
import { expect, test } from "../fixtures/app.ts";
import { makeDocument } from "../fixtures/make-documents.ts";
import { FindTools } from "../pages/find-tools.ts";
import { KeptFiles } from "../pages/kept-files.ts";

/** From here on nothing more is written, until the answer is called. */
async function holdDisk(page: Page): Promise<() => void> {
  let letDiskGoOn: () => void = () => {};
  const diskGoesOn = new Promise<void>((resolve) => {
    letDiskGoOn = resolve;
  });
  await page.context().route("**/host/appendJournal", async (route) => {
    await diskGoesOn;
    await route.continue();
  });
  return letDiskGoOn;
}

test.describe("saving on a slow disk", () => {
  test("the preview says that it is being saved, takes no second press, and may be closed meanwhile @fr", async ({
    app,
  }) => {
    const { library } = app;
    const { page, text } = library;
    const words = text.dialogs.import;
    await library.whenReady();
    const preview = await library.openFiles([makeDocument(1), makeDocument(2)]);
    const letDiskGoOn = await holdDisk(page);
    await preview.save(2);
    const { dialog } = preview;
    await expect(dialog.getByRole("button", { name: words.saving, exact: true })).toBeDisabled();
    await expect(dialog.getByRole("status")).toHaveText(words.savingGoesOn);
    await expectAccessible(page);
    await preview.close();
    await library.openSettings();
    letDiskGoOn();
    await expect(page.getByText(text.reading.notice.imported({ count: 2, alreadyHere: 0 }))).toBeVisible();
    await expect(page.getByRole("dialog", { name: text.dialogs.settings.title })).toBeVisible();
  });

  test("what was renamed and left with Esc closes nothing that was opened meanwhile @fr", async ({ app }) => {
    const { library } = app;
    const { page, text } = library;
    const find = new FindTools(library);
    await library.whenReady();
    await find.save("cholera");
    await find.openDetails("cholera");
    const letDiskGoOn = await holdDisk(page);
    await find.nameField.fill("Choléra partout");
    await find.nameField.press("Enter");
    await page.keyboard.press("Escape");
    await library.whenNoDialog();
    await library.openSettings();
    letDiskGoOn();
    await expect(find.view("Choléra partout")).toBeVisible();
    await expect(page.getByText(text.finding.notice.renamed("Choléra partout"))).toBeVisible();
    await expect(page.getByRole("dialog", { name: text.dialogs.settings.title })).toBeVisible();
  });

  test("who types in the search box by the time that a file is removed goes on typing there @fr", async ({ app }) => {
    const { library } = app;
    const { page } = library;
    const kept = new KeptFiles(page, library.text);
    await library.whenReady();
    await (await library.openFiles([makeDocument(1)])).save();
    await library.whenNoDialog();
    const letDiskGoOn = await holdDisk(page);
    await kept.remove(makeDocument(1).name);
    await library.search.focus();
    letDiskGoOn();
    await expect(kept.section).toBeHidden();
    await expect(library.search).toBeFocused();
  });
});
