import type { Locator, Page } from "playwright/test";
import type { Text } from "../../renderer/ui/text/text.ts";

/** A list of sources with ticks: a colleague's, or the ones that the app knows. */
export class SourceListDialog {
  readonly dialog: Locator;
  readonly ticks: Locator;
  readonly #text: Text;

  constructor(page: Page, text: Text) {
    this.#text = text;
    this.dialog = page.getByRole("dialog");
    this.ticks = this.dialog.getByRole("checkbox");
  }

  source(name: string): Locator {
    return this.dialog.getByRole("checkbox", { name, exact: true });
  }

  get leftOut(): Locator {
    return this.dialog.getByRole("region", { name: /\d/ }).getByRole("listitem");
  }

  async add(count: number): Promise<void> {
    await this.dialog.getByRole("button", { name: this.#text.lists.add({ count }), exact: true }).click();
  }
}
