import { expect, type Locator, type Page } from "playwright/test";
import type { Theme } from "../../renderer/model/settings.ts";
import type { Text } from "../../renderer/ui/text/text.ts";

export class SettingsDialog {
  readonly dialog: Locator;
  readonly #text: Text;

  constructor(page: Page, text: Text) {
    this.#text = text;
    this.dialog = page.getByRole("dialog");
  }

  async chooseTheme(theme: Theme): Promise<void> {
    const { themes, theme: label } = this.#text.dialogs.settings;
    const group = this.dialog.getByRole("group", { name: label });
    await group.getByRole("radio", { name: themes[theme], exact: true }).check();
  }

  async chooseLanguage(ownName: string): Promise<void> {
    await this.dialog.getByRole("radio", { name: ownName, exact: true }).check();
  }

  async close(): Promise<void> {
    await this.dialog.press("Escape");
    await expect(this.dialog).toBeHidden();
  }
}
