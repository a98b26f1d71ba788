import type { Locator, Page } from "playwright/test";
import type { LibraryPage } from "./library-page.ts";

/** Saved searches, the command palette and the last searches, as a person sees them. */
export class FindTools {
  readonly saveButton: Locator;
  readonly dialog: Locator;
  readonly palette: Locator;
  readonly history: Locator;
  readonly box: Locator;
  readonly #page: Page;
  readonly #library: LibraryPage;

  constructor(library: LibraryPage) {
    this.#page = library.page;
    this.#library = library;
    const { finding, reading } = library.text;
    this.saveButton = library.page.getByRole("button", { name: finding.save, exact: true });
    this.dialog = library.page.getByRole("dialog");
    this.palette = library.page.getByRole("listbox", { name: finding.palette.label });
    this.history = library.page.getByRole("listbox", { name: finding.history.label });
    // With a list under it the box is one that chooses from a list.
    this.box = library.page.getByRole("search").getByLabel(reading.search.label, { exact: true });
  }

  async save(typed: string): Promise<void> {
    await this.#library.search.fill(typed);
    await this.saveButton.click();
  }

  /** Types and presses a key before any answer can have come, as a hurried hand does. */
  async typeAndPressAtOnce(typed: string, key: "Enter" | "Escape" | "ArrowDown"): Promise<void> {
    await this.box.evaluate(
      async (input: HTMLInputElement, [text, pressed]) => {
        input.focus();
        input.select();
        document.execCommand("insertText", false, text);
        await Promise.resolve();
        input.dispatchEvent(new KeyboardEvent("keydown", { key: pressed, bubbles: true, cancelable: true }));
      },
      [typed, key] as const,
    );
  }

  view(name: string): Locator {
    return this.#library.view(name);
  }

  async openDetails(name: string): Promise<void> {
    const label = `${name} – ${this.#library.text.finding.details}`;
    await this.#page.getByRole("button", { name: label, exact: true }).click();
  }

  get nameField(): Locator {
    return this.dialog.getByLabel(this.#library.text.finding.dialog.name);
  }
}
