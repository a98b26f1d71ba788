import { expect, type Locator, type Page } from "playwright/test";
import type { Text } from "../../renderer/ui/text/text.ts";

/** "Who is reading?", opened by hand or asked at a start. */
export class ReadersDialog {
  readonly dialog: Locator;
  readonly readers: Locator;
  readonly #page: Page;
  readonly #text: Text;

  constructor(page: Page, text: Text) {
    this.#page = page;
    this.#text = text;
    this.dialog = page.getByRole("dialog", { name: text.readers.who });
    this.readers = this.dialog.getByRole("list", { name: text.readers.list }).getByRole("listitem");
  }

  /** The quiet switch in the views pane. */
  get switch(): Locator {
    const { reading, who } = this.#text.readers;
    // Thin spaces are read as plain ones in a button's name.
    const starts = [who, reading("").trim()].map((words) => words.replace(/\s/g, "\\s").replace("?", "\\?"));
    const named = new RegExp(`^(${starts.join("|")})`);
    return this.#page.getByRole("navigation").getByRole("button", { name: named });
  }

  async open(): Promise<void> {
    await this.switch.click();
    await expect(this.dialog).toBeVisible();
  }

  /** Opens it with a key that is pressed before the dialog was painted once, as a hurried hand does. */
  async openAndPressAtOnce(key: string): Promise<void> {
    await this.#page.evaluate((pressed) => {
      const seen = new MutationObserver(() => {
        if (document.querySelector("dialog:modal") === null) return;
        seen.disconnect();
        document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: pressed, bubbles: true }));
      });
      seen.observe(document, { subtree: true, childList: true, attributes: true });
    }, key);
    await this.switch.click();
  }

  async add(name: string): Promise<void> {
    await this.dialog.getByLabel(this.#text.readers.name, { exact: true }).fill(name);
    await this.dialog.getByRole("button", { name: this.#text.readers.add }).click();
  }

  async rename(shown: string, name: string): Promise<void> {
    const { rename, newName, keepName } = this.#text.readers;
    await this.dialog.getByRole("button", { name: rename(shown), exact: true }).click();
    await this.dialog.getByLabel(newName).fill(name);
    await this.dialog.getByRole("button", { name: keepName }).click();
  }

  async remove(shown: string): Promise<void> {
    await this.dialog.getByRole("button", { name: this.#text.readers.remove(shown), exact: true }).click();
  }

  async whenGone(): Promise<void> {
    await expect(this.dialog).toBeHidden();
  }
}
