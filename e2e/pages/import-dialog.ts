import { expect, type Locator, type Page } from "playwright/test";
import type { Text } from "../../renderer/ui/text/text.ts";

/** What an import proposes, to be corrected and saved. */
export class ImportDialog {
  readonly dialog: Locator;
  readonly title: Locator;
  readonly keyPoints: Locator;
  readonly body: Locator;
  readonly files: Locator;
  readonly #text: Text;

  constructor(page: Page, text: Text) {
    this.#text = text;
    const words = text.dialogs.import;
    this.dialog = page.getByRole("dialog");
    this.title = this.dialog.getByLabel(words.fields.title, { exact: true });
    this.keyPoints = this.dialog.getByLabel(words.fields.keyPoints, { exact: true });
    this.body = this.dialog.getByRole("region", { name: words.text });
    this.files = this.dialog.getByRole("navigation", { name: words.files }).getByRole("button");
  }

  field(name: keyof Text["dialogs"]["import"]["fields"]): Locator {
    return this.dialog.getByLabel(this.#text.dialogs.import.fields[name], { exact: true });
  }

  async chooseAudience(audience: keyof Text["terms"]["audience"]): Promise<void> {
    await this.dialog.getByRole("radio", { name: this.#text.terms.audience[audience] }).check();
  }

  async save(count = 1): Promise<void> {
    const name = this.#text.dialogs.import.save({ count });
    await this.dialog.getByRole("button", { name, exact: true }).click();
  }

  async close(): Promise<void> {
    await this.dialog.getByRole("button", { name: this.#text.dialogs.close }).first().click();
    await expect(this.dialog).toBeHidden();
  }
}
