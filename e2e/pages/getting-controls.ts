import { expect, type Locator } from "playwright/test";
import type { GettingMode } from "../../renderer/model/getting.ts";
import type { LibraryPage } from "./library-page.ts";

/** When news is got: the offer over the bottom line, and its section in the settings. */
export class GettingControls {
  readonly offer: Locator;
  readonly #library: LibraryPage;

  constructor(library: LibraryPage) {
    this.#library = library;
    this.offer = library.bottomLine.getByRole("status").filter({ hasText: this.#words.offer.sources(1) });
  }

  get #words() {
    return this.#library.text.getting;
  }

  get getOffered(): Locator {
    return this.#button(this.#words.offer.getAll(this.#words.offer.sources(1)));
  }

  get always(): Locator {
    return this.#button(this.#words.offer.alwaysMeans);
  }

  get dismiss(): Locator {
    return this.#button(this.#words.offer.dismiss);
  }

  #button(name: string): Locator {
    return this.#library.bottomLine.getByRole("button", { name, exact: true });
  }

  modeNamed(mode: GettingMode): Locator {
    return this.#library.page.getByRole("dialog").getByRole("radio", { name: this.#words.modes[mode], exact: true });
  }

  async choose(mode: GettingMode): Promise<void> {
    const settings = await this.#library.openSettings();
    await this.modeNamed(mode).check();
    await settings.close();
    // It shows at once; opened anew the settings show what is kept.
    const again = await this.#library.openSettings();
    await expect(this.modeNamed(mode)).toBeChecked();
    await again.close();
  }

  /** A line of "Data used": what came this month and last. */
  used(name: string): Locator {
    return this.#library.page.getByRole("table", { name: this.#words.used }).getByRole("row", { name });
  }
}
