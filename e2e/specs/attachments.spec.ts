import { readdirSync, readFileSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { expectAccessible } from "../fixtures/accessible.ts";
import { type App, expect, test } from "../fixtures/app.ts";
import { asPlainText, cholera } from "../fixtures/sample-briefings.ts";
import { hiddenNote, hugePng, samplePng } from "../fixtures/sample-pictures.ts";
import { KeptFiles } from "../pages/kept-files.ts";

function keptFiles({ page, library }: App): KeptFiles {
  return new KeptFiles(page, library.text);
}

async function importPicture(app: App, name = "pont_de_Mushaki.png", content = samplePng()): Promise<KeptFiles> {
  const { library } = app;
  await library.whenReady();
  const preview = await library.openFiles([{ name, content }]);
  await preview.save();
  await library.whenNoDialog();
  return keptFiles(app);
}

test.describe("files kept with a briefing", () => {
  test("a picture comes in as a briefing, is shown, and is there after a restart @fr", async ({ app }) => {
    const kept = await importPicture(app);
    const { library } = app;
    await expect(library.reader.title).toHaveText("pont de Mushaki");
    await expect(kept.pictures).toHaveCount(1);
    await expect(kept.pictures).toHaveJSProperty("naturalWidth", 320);
    await expect(kept.files).toContainText(library.text.attachments.kind.picture);
    await app.restart({ end: "kill" });
    await library.open("pont de Mushaki");
    await expect(keptFiles(app).pictures).toHaveJSProperty("naturalWidth", 320);
  });

  test("what is written to the disk tells nothing of the picture or its name @fr", async ({ app }) => {
    const kept = await importPicture(app);
    await expect(kept.pictures).toHaveCount(1);
    const folder = join(app.vaultFolder, "blobs");
    const blobs = readdirSync(folder);
    expect(blobs).toHaveLength(1);
    expect(blobs[0]).toMatch(/^[0-9a-f]{32}$/);
    const lying = readFileSync(join(folder, blobs[0] ?? ""));
    expect(lying.includes("IHDR") || lying.includes(hiddenNote)).toBe(false);
  });

  test("a cleaned copy goes out without the hidden note, the original with it, both after a warning @fr", async ({
    app,
  }) => {
    const kept = await importPicture(app);
    const words = app.library.text.attachments;
    await kept.openSaveCopy("pont_de_Mushaki.png");
    await expect(kept.dialog).toContainText(words.leaves);
    await expect(kept.dialog).toContainText(words.hidden);
    await expectAccessible(app.page);
    const cleaned = await kept.save("saveCleaned");
    expect(cleaned.suggestedFilename()).toBe("pont_de_Mushaki-copy.png");
    const cleanedBytes = readFileSync(await cleaned.path());
    expect(cleanedBytes.includes("IHDR")).toBe(true);
    expect(cleanedBytes.includes(hiddenNote)).toBe(false);
    await kept.openSaveCopy("pont_de_Mushaki.png");
    const original = await kept.save("saveOriginal");
    expect(original.suggestedFilename()).toBe("pont_de_Mushaki.png");
    expect(readFileSync(await original.path()).equals(samplePng())).toBe(true);
    await expect(app.library.messages).toContainText("pont_de_Mushaki.png");
  });

  test("a file is removed to free space and had back, and the settings say how much is kept @fr", async ({ app }) => {
    const { library } = app;
    await library.whenReady();
    const preview = await library.openFiles([{ name: "sake.txt", content: asPlainText(cholera) }]);
    await preview.save();
    await library.whenNoDialog();
    const kept = keptFiles(app);
    await expect(kept.files).toContainText(library.text.attachments.role.original);
    await kept.remove("sake.txt");
    await expect(kept.section).toBeHidden();
    await library.undo();
    await expect(kept.files).toHaveCount(1);
    const settings = await library.openSettings();
    await expect(settings.dialog).toContainText(library.text.attachments.sizeInSettings);
    await settings.close();
    await kept.openSaveCopy("sake.txt");
    const copy = await kept.save("saveCopy");
    expect(readFileSync(await copy.path(), "utf8")).toBe(asPlainText(cholera));
  });

  test("a picture with too many pixels is kept and said to be so, and never decoded @fr", async ({ app }) => {
    const kept = await importPicture(app, "carte.png", hugePng());
    const { library, page } = app;
    await expect(page.getByRole("region", { name: library.text.attachments.pictures })).toContainText("400");
    await expect(kept.pictures).toHaveCount(0);
    await kept.openSaveCopy("carte.png");
    const original = await kept.save("saveOriginal");
    expect(readFileSync(await original.path()).equals(hugePng())).toBe(true);
  });

  test("a damaged file is named, and the rest of its briefing stays readable @fr", async ({ app }) => {
    await importPicture(app);
    const folder = join(app.vaultFolder, "blobs");
    const blob = join(folder, readdirSync(folder)[0] ?? "");
    truncateSync(blob, statSync(blob).size - 9);
    const { library, page } = app;
    await app.restart({ end: "stop" });
    await library.open("pont de Mushaki");
    await expect(page.getByRole("region", { name: library.text.attachments.pictures })).toContainText(
      "pont_de_Mushaki.png",
    );
    await expect(keptFiles(app).files).toHaveCount(1);
  });

  test("a file named as a text that is a picture is taken for what it is @fr", async ({ app }) => {
    const kept = await importPicture(app, "rapport.txt");
    await expect(kept.pictures).toHaveJSProperty("naturalWidth", 320);
  });
});
