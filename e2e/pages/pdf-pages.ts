import type { Locator, Page } from "playwright/test";
import type { Text } from "../../renderer/ui/text/text.ts";

/** A PDF looked at as it was set. */
export class PdfPages {
  readonly picture: Locator;
  readonly noText: Locator;
  readonly #article: Locator;
  readonly #words: Text["pages"];

  constructor(page: Page, text: Text) {
    this.#words = text.pages;
    this.#article = page.getByRole("article");
    this.picture = this.#article.getByRole("img");
    this.noText = this.#article.getByText(text.pages.noText);
  }

  async show(face: "text" | "pages"): Promise<void> {
    await this.#article.getByRole("button", { name: this.#words[face], exact: true }).click();
  }

  async turn(which: "next" | "previous" | "larger"): Promise<void> {
    await this.#article.getByRole("button", { name: this.#words[which], exact: true }).click();
  }

  /** How much of the page that is drawn isn't paper, from 0 to 1. */
  inkShare(): Promise<number> {
    return this.picture.evaluate((canvas: HTMLCanvasElement) => {
      const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
      copy?.drawImage(canvas, 0, 0);
      const pixels = copy?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      let ink = 0;
      for (let at = 0; at < pixels.length; at += 4)
        if ((pixels[at] ?? 255) < 200 && (pixels[at + 3] ?? 0) > 0) ink += 1;
      return pixels.length === 0 ? 0 : (ink * 4) / pixels.length;
    });
  }
}
