import type { Locator } from "playwright/test";
import type { LibraryPage } from "./library-page.ts";

/** The shelf of references: its list, and what a text of it says of itself. */
export class Shelf {
  readonly #library: LibraryPage;

  constructor(library: LibraryPage) {
    this.#library = library;
  }

  get #words() {
    return this.#library.text.shelf;
  }

  async show(): Promise<void> {
    await this.#library.view(this.#words.name).click();
  }

  /** How many stand on it, as the list's head says. */
  count(count: number): Locator {
    return this.#library.page.getByText(this.#words.count(count), { exact: true });
  }

  get tools(): Locator {
    return this.#library.page.getByRole("group", { name: this.#words.tools });
  }

  /** What stands on every text: no news, by whom, checked when, from which sources. */
  get label(): Locator {
    return this.#library.reader.article.getByText(this.#words.writtenBy);
  }

  version(ownName: string): Locator {
    return this.#library.reader.article
      .getByRole("group", { name: this.#words.versions })
      .getByRole("button", { name: ownName });
  }
}
