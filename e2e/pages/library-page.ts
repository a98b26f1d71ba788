import { expect, type Locator, type Page } from "playwright/test";
import { type Format, makeFormat } from "../../renderer/ui/format/format.ts";
import { type Text, texts } from "../../renderer/ui/text/text.ts";
import { AddSourceDialog } from "./add-source-dialog.ts";
import { ImportDialog } from "./import-dialog.ts";
import { ReaderPane } from "./reader-pane.ts";
import { SettingsDialog } from "./settings-dialog.ts";

/** The main screen, found the way a person and a screen reader find things: by role and by name. */
export class LibraryPage {
  readonly page: Page;
  readonly text: Text;
  /** Sizes and counts as the screen says them. */
  readonly format: Format;
  readonly views: Locator;
  readonly list: Locator;
  readonly rows: Locator;
  /** Without the references that a search shows below the news. */
  readonly newsRows: Locator;
  readonly search: Locator;
  readonly bottomLine: Locator;
  readonly messages: Locator;
  readonly reader: ReaderPane;

  constructor(page: Page, language: keyof typeof texts) {
    this.page = page;
    this.text = texts[language];
    this.format = makeFormat({ language, timeZone: "UTC", clock: { now: 0, trusted: true }, words: this.text.time });
    const { reading } = this.text;
    this.views = page.getByRole("navigation", { name: reading.views.label });
    this.list = page.getByRole("listbox");
    this.rows = this.list.getByRole("option");
    this.newsRows = this.rows.filter({ hasNotText: this.text.shelf.checked("").trim() });
    this.search = page.getByRole("textbox", { name: reading.search.label });
    this.bottomLine = page.getByRole("contentinfo");
    this.messages = page.getByLabel(reading.notice.label, { exact: true });
    this.reader = new ReaderPane(page, this.text);
  }

  /** The library is open and says what it holds: its list, or how to begin. */
  async whenReady(): Promise<void> {
    const welcome = this.page.getByRole("region", { name: this.text.dialogs.welcome.title });
    await expect(this.list.or(welcome).first()).toBeVisible({ timeout: 20_000 });
  }

  row(title: string): Locator {
    return this.rows.filter({ hasText: title });
  }

  /** A view or a source by its name; the button's own name ends with its count. */
  view(name: string): Locator {
    return this.views.getByRole("button", { name: new RegExp(`^${escapeRegExp(name)}[\\s\\d.,]*$`) });
  }

  async open(title: string): Promise<void> {
    await this.row(title).click();
    await expect(this.reader.title).toHaveText(title);
  }

  /** Keys that come before the page can have answered the first of them, as from a hurried hand. */
  async pressAtOnceInList(...keys: readonly string[]): Promise<void> {
    await this.list.evaluate((list: HTMLElement, pressed) => {
      list.focus();
      for (const key of pressed)
        list.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    }, keys);
  }

  async addSource(): Promise<AddSourceDialog> {
    await this.views.getByRole("button", { name: this.text.reading.views.addSource, exact: true }).click();
    const adding = new AddSourceDialog(this.page, this.text);
    await expect(adding.dialog).toBeVisible();
    return adding;
  }

  /** The whole way to a source on this machine: looked at, both risks taken, added. */
  async addLocalSource(address: string): Promise<void> {
    const dialog = await this.addSource();
    await dialog.lookAtLocal(address);
    await dialog.add();
  }

  /** While one is closing, keys still belong to it. */
  async whenNoDialog(): Promise<void> {
    await expect(this.page.getByRole("dialog")).toBeHidden();
  }

  async pasteOnList(text: string): Promise<ImportDialog> {
    await this.whenNoDialog();
    await this.page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await this.page.locator("body").press("ControlOrMeta+v");
    return new ImportDialog(this.page, this.text);
  }

  async openFiles(files: readonly { name: string; content: string | Buffer }[]): Promise<ImportDialog> {
    await this.whenNoDialog();
    const choosing = this.page.waitForEvent("filechooser");
    await this.page.locator("body").press("ControlOrMeta+o");
    const chooser = await choosing;
    await chooser.setFiles(
      files.map(({ name, content }) => ({ name, mimeType: "text/plain", buffer: Buffer.from(content) })),
    );
    return new ImportDialog(this.page, this.text);
  }

  async openSettings(): Promise<SettingsDialog> {
    await this.views.getByRole("button", { name: this.text.reading.views.settings, exact: true }).click();
    const settings = new SettingsDialog(this.page, this.text);
    await expect(settings.dialog).toBeVisible();
    return settings;
  }

  get getButton(): Locator {
    return this.bottomLine.getByRole("button", { name: this.text.reading.sync.get, exact: true });
  }

  get stopButton(): Locator {
    return this.bottomLine.getByRole("button", { name: this.text.reading.sync.cancel, exact: true });
  }

  /** Presses "Get" and waits until nothing is on its way any more. */
  async getNew(): Promise<void> {
    await this.getButton.click();
    await expect(this.getButton).toBeEnabled({ timeout: 30_000 });
  }

  async undo(): Promise<void> {
    await this.messages.getByRole("button", { name: this.text.reading.notice.undo }).last().click();
  }
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
