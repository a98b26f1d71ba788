import { expect, type Locator, type Page } from "playwright/test";
import type { Text } from "../../renderer/ui/text/text.ts";

/** The open briefing. */
export class ReaderPane {
  readonly pane: Locator;
  readonly article: Locator;
  readonly tools: Locator;
  readonly title: Locator;
  readonly keyPoints: Locator;
  readonly matches: Locator;
  readonly #page: Page;
  readonly #text: Text;

  constructor(page: Page, text: Text) {
    const words = text.reading.reader;
    this.#page = page;
    this.#text = text;
    this.pane = page.getByRole("main", { name: words.label });
    this.article = this.pane.getByRole("article");
    this.tools = this.pane.getByRole("group", { name: words.toolbar });
    this.title = this.article.getByRole("heading", { level: 2 });
    this.keyPoints = this.article.getByRole("region", { name: words.keyPoints }).getByRole("listitem");
    this.matches = this.pane.getByRole("group", { name: text.reading.matches.label });
  }

  /** A section's heading in the text. */
  section(name: string): Locator {
    return this.article.getByRole("heading", { name, exact: true });
  }

  get readButton(): Locator {
    return this.tools.getByRole("button", { name: this.#text.reading.reader.read, exact: true });
  }

  /** By the button or a key; on a slow machine the briefing may have been in sight long enough to be so by itself. */
  async markRead(press: () => Promise<void> = () => this.readButton.click()): Promise<void> {
    if ((await this.readButton.getAttribute("aria-pressed")) === "false") await press();
    await expect(this.readButton).toHaveAttribute("aria-pressed", "true");
  }

  get saveButton(): Locator {
    return this.tools.getByRole("button", { name: this.#text.reading.reader.save, exact: true });
  }

  async chooseInMore(action: "copyWithSource" | "delete" | "restore" | "older" | "openOriginal"): Promise<void> {
    const words = this.#text.reading.reader;
    await this.tools.getByRole("button", { name: words.more, exact: true }).click();
    await this.#page.getByRole("button", { name: words[action], exact: true }).last().click();
  }

  async goToSection(name: string): Promise<void> {
    await this.tools.getByRole("button", { name: this.#text.reading.reader.outline, exact: true }).click();
    await this.#page
      .getByRole("group", { name: this.#text.reading.reader.outline, exact: true })
      .getByRole("button", { name, exact: true })
      .click();
  }
}
