import { expect, type Locator, type Page } from "playwright/test";
import type { Text } from "../../renderer/ui/text/text.ts";

/** From an address to a source: ask, look, show, add. */
export class AddSourceDialog {
  readonly dialog: Locator;
  readonly address: Locator;
  readonly failure: Locator;
  readonly newest: Locator;
  readonly #text: Text;

  constructor(page: Page, text: Text) {
    this.#text = text;
    const words = text.dialogs.addSource;
    this.dialog = page.getByRole("dialog");
    this.address = this.dialog.getByLabel(words.address);
    // The warnings of the two risks are alerts as well.
    this.failure = this.dialog.locator(".failure-note");
    this.newest = this.dialog.getByRole("listitem");
  }

  async look(address: string): Promise<void> {
    await this.address.fill(address);
    await this.pressLook();
  }

  async pressLook(): Promise<void> {
    await this.dialog.getByRole("button", { name: this.#text.dialogs.addSource.look, exact: true }).click();
  }

  async allow(risk: "insecure" | "local"): Promise<void> {
    const words = this.#text.dialogs.addSource;
    await this.dialog.getByLabel(risk === "insecure" ? words.allowInsecure : words.allowLocal).check();
  }

  /** A feed on this machine: plain http and a local address, each allowed after its warning. */
  async lookAtLocal(address: string): Promise<void> {
    await this.look(address);
    await this.allow("insecure");
    await this.pressLook();
    await this.allow("local");
    await this.pressLook();
  }

  async choose(feed: string): Promise<void> {
    await this.dialog.getByRole("button", { name: feed }).click();
  }

  async add(how: { name?: string; rank?: 1 | 2 | 3 } = {}): Promise<void> {
    const words = this.#text.dialogs.addSource;
    if (how.name !== undefined) await this.dialog.getByLabel(words.name, { exact: true }).fill(how.name);
    if (how.rank !== undefined) await this.dialog.getByRole("radio", { name: this.#text.terms.rank[how.rank] }).check();
    await this.dialog.getByRole("button", { name: words.add, exact: true }).click();
    await expect(this.dialog).toBeHidden();
  }

  async close(): Promise<void> {
    await this.dialog.getByRole("button", { name: this.#text.dialogs.close }).first().click();
    await expect(this.dialog).toBeHidden();
  }
}
