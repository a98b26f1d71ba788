import type { Download, Locator, Page } from "playwright/test";
import type { Text } from "../../renderer/ui/text/text.ts";

/** Files and pictures kept with the open briefing, and the dialog before one is saved out. */
export class KeptFiles {
  readonly files: Locator;
  readonly pictures: Locator;
  readonly section: Locator;
  readonly dialog: Locator;
  readonly #page: Page;
  readonly #text: Text;

  constructor(page: Page, text: Text) {
    const words = text.attachments;
    this.#page = page;
    this.#text = text;
    this.section = page.getByRole("region", { name: words.heading });
    this.files = this.section.getByRole("listitem");
    this.pictures = page.getByRole("region", { name: words.pictures }).getByRole("img");
    this.dialog = page.getByRole("dialog");
  }

  async openSaveCopy(name: string): Promise<void> {
    await this.section.getByRole("button", { name: this.#text.attachments.saveCopyOf({ name }) }).click();
  }

  async save(which: "saveCopy" | "saveCleaned" | "saveOriginal"): Promise<Download> {
    const download = this.#page.waitForEvent("download");
    await this.dialog.getByRole("button", { name: this.#text.attachments[which], exact: true }).click();
    return download;
  }

  async remove(name: string): Promise<void> {
    await this.section.getByRole("button", { name: this.#text.attachments.removeOf({ name }) }).click();
  }
}
