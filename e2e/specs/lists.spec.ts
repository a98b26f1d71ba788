import { readFile } from "node:fs/promises";
import { expectAccessible } from "../fixtures/accessible.ts";
import { expect, test } from "../fixtures/app.ts";
import type { LibraryPage } from "../pages/library-page.ts";
import { SourceListDialog } from "../pages/source-list-dialog.ts";

const opml = `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Base de Goma</title></head><body>
  <outline text="RDC"><outline text="Radios">
    <outline type="RSS" text="Radio du lac" xmlUrl="https://radio.example/rss" mood="calme"/>
  </outline></outline>
  <outline text="Marchés" xmlUrl="http://marches.example/rss"/>
  <outline text="Le serveur du bureau" type="rss" xmlUrl="http://192.168.1.20/rss"/>
  <outline text="Une autre liste" type="include" url="https://lists.example/more.opml"/>
  <outline text="Radio du lac, encore" type="rss" xmlUrl="https://radio.example/rss"/>
</body></opml>`;

async function openList(library: LibraryPage, content: string, name = "collegue.opml"): Promise<SourceListDialog> {
  await library.openFiles([{ name, content }]);
  return new SourceListDialog(library.page, library.text);
}

test.describe("lists of sources", () => {
  test("a colleague's list is looked through, taken over in one step and taken back in one @fr", async ({ app }) => {
    const { library } = app;
    const { lists, reading } = library.text;
    await library.whenReady();
    const dialog = await openList(library, opml, "liste.xml");
    await expect(dialog.dialog.getByRole("heading", { level: 2 })).toHaveText(lists.title({ count: 2 }));
    await expect(dialog.ticks).toHaveCount(2);
    await expect(dialog.dialog).toContainText(lists.insecure);
    await expect(dialog.leftOut).toHaveText([
      new RegExp(`Une autre liste.*${lists.reasons["other-list"]}`),
      new RegExp(`Le serveur du bureau.*${lists.reasons["local-address"]}`),
      new RegExp(`Radio du lac, encore.*${lists.reasons.twice}`),
    ]);
    await expectAccessible(app.page);

    await dialog.add(2);
    await library.whenNoDialog();
    await expect(library.views.getByRole("heading", { name: "RDC / Radios" })).toBeVisible();
    await expect(library.views).toContainText(lists.notFetchedYet);
    await expect(library.views).toContainText(reading.views.switchedOff);
    await library.undo();
    await expect(library.views.getByText("Radio du lac")).toBeHidden();
    await expect(library.views.getByText("Marchés")).toBeHidden();
  });

  test("what wasn't ticked stays away, and the same list again names what is here @fr", async ({ app }) => {
    const { library } = app;
    const { lists } = library.text;
    await library.whenReady();
    const dialog = await openList(library, opml);
    await dialog.source("Marchés").uncheck();
    await dialog.add(1);
    await expect(library.views.getByText("Radio du lac")).toBeVisible();
    const again = await openList(library, opml);
    await expect(again.ticks).toHaveCount(1);
    await expect(again.source("Marchés")).toBeVisible();
    await expect(again.dialog).toContainText(lists.alreadyHere);
  });

  test("a source without protection stays off until it is allowed after its warning @fr", async ({ app }) => {
    const { library, page } = app;
    const { dialogs, lists } = library.text;
    await library.whenReady();
    const list = await openList(library, opml);
    await list.add(2);
    await library.views.getByRole("button", { name: `Marchés – ${library.text.reading.views.sourceDetails}` }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(dialogs.source.enabled).check();
    await expect(dialog).toContainText(dialogs.addSource.insecure);
    await expect(dialog.getByRole("button", { name: dialogs.save })).toBeDisabled();
    await dialog.getByLabel(dialogs.addSource.allowInsecure).check();
    await dialog.getByLabel(lists.folder, { exact: true }).fill("Marchés du Kivu");
    await dialog.getByRole("button", { name: dialogs.save }).click();
    await library.whenNoDialog();
    await expect(library.views.getByRole("heading", { name: "Marchés du Kivu" })).toBeVisible();
    await expect(library.views).not.toContainText(library.text.reading.views.switchedOff);
  });

  test("a broken list and a bomb are said as such @fr", async ({ app }) => {
    const { library } = app;
    await library.whenReady();
    const broken = await openList(library, opml.slice(0, 400));
    await expect(broken.dialog).toContainText("abîmée ou incomplète");
    await app.page.keyboard.press("Escape");
    const bomb = await openList(library, `<!DOCTYPE o [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>${opml.slice(39)}`);
    await expect(bomb.dialog).toContainText("fait pour bloquer");
  });

  test("sources can be chosen from the welcome, and each says that it wasn't tried from here @fr", async ({ app }) => {
    const { library, page } = app;
    const { lists } = library.text;
    await library.whenReady();
    await page.getByRole("button", { name: lists.ways.choose }).click();
    const dialog = new SourceListDialog(page, library.text);
    await expect(dialog.dialog.getByText(lists.presets.notChecked)).not.toHaveCount(0);
    await expectAccessible(page);
    await dialog.source("Radio Okapi").check();
    await dialog.source("OCHA – RDC").check();
    await dialog.add(2);
    await library.whenNoDialog();
    await expect(library.views.getByText("Radio Okapi")).toBeVisible();
    await (await library.addSource()).dialog.getByRole("button", { name: lists.ways.choose }).click();
    await expect(dialog.dialog).toContainText(lists.alreadyHere);
    await expect(dialog.source("Radio Okapi")).toBeHidden();
  });

  test("the exported list says what it holds, and a colleague can take it over @fr", async ({ app }) => {
    const { library, page } = app;
    const { lists } = library.text;
    await library.whenReady();
    const exporting = page.getByRole("dialog", { name: lists.export.title });
    const dialog = await library.openSettings();
    await dialog.dialog.getByRole("button", { name: lists.export.title }).click();
    await expect(exporting).toContainText(lists.export.nothing);
    await page.keyboard.press("Escape");
    await dialog.close();
    await (await openList(library, opml)).add(2);
    await library.whenNoDialog();
    await library.openSettings();
    await dialog.dialog.getByRole("button", { name: lists.export.title }).click();
    const saving = page.waitForEvent("download");
    await expect(exporting).toContainText(lists.export.holds({ count: 2 }));
    await page.getByRole("button", { name: lists.export.save }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe("field-reader-sources.opml");
    const text = await readFile(await saved.path(), "utf8");
    expect(text).toContain('xmlUrl="https://radio.example/rss"');
    await expect(exporting).toBeHidden();
    await dialog.close();
    await expect((await openList(library, text)).dialog).toContainText(lists.nothingNew);
  });
});
