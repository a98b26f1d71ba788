import type { Locator, Page } from "playwright/test";
import type { Text } from "../../renderer/ui/text/text.ts";

/** What stands with the hits of a search: its conditions, what could narrow it, and how it was read. */
export class SearchResults {
  readonly page: Page;
  readonly text: Text;
  readonly list: Locator;

  constructor(page: Page, text: Text) {
    this.page = page;
    this.text = text;
    this.list = page.getByRole("listbox");
  }

  /** A condition of the search; pressing it takes it away. */
  condition(words: string): Locator {
    return this.page.getByRole("button", { name: this.text.narrow.remove(words), exact: true });
  }

  group(name: keyof Text["narrow"]["group"]): Locator {
    return this.page.getByRole("button", { name: this.text.narrow.group[name], exact: true });
  }

  async openGroup(name: keyof Text["narrow"]["group"]): Promise<void> {
    const button = this.group(name);
    if ((await button.getAttribute("aria-expanded")) !== "true") await button.click();
  }

  chip(name: string, count: number): Locator {
    return this.page.getByRole("button", { name: this.text.narrow.chip(name, count), exact: true });
  }

  offer(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }
}
