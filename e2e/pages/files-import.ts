import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "playwright/test";
import type { Failure } from "../../renderer/model/failure.ts";
import { sentenceFor } from "../../renderer/ui/text/failure-sentence.ts";
import { ImportDialog } from "./import-dialog.ts";
import type { LibraryPage } from "./library-page.ts";

interface ChosenFile {
  readonly name: string;
  readonly content: Buffer;
}

type FileFailureKind =
  | "password-protected"
  | "encrypted-mail"
  | "damaged-file"
  | "expanding-archive"
  | "nested-archive"
  | "unsafe-archive"
  | "quarantined-file"
  | "file-too-large";

/** Many files or a whole folder on their way in. */
export class FilesImport {
  readonly #library: LibraryPage;
  readonly unreadable: Locator;

  constructor(library: LibraryPage) {
    this.#library = library;
    this.unreadable = library.page.getByRole("dialog").locator(".unreadable").getByRole("listitem");
  }

  unreadableNamed(name: string): Locator {
    return this.unreadable.filter({ hasText: name });
  }

  /** What the app says happened. */
  failure(kind: FileFailureKind): string {
    const { text, format } = this.#library;
    const failure: Failure = kind === "file-too-large" ? { kind, limit: 50 * 1024 * 1024 } : { kind };
    return sentenceFor(failure, text, format).what;
  }

  async choose(files: readonly ChosenFile[]): Promise<void> {
    const choosing = this.#library.page.waitForEvent("filechooser");
    await this.#library.page.locator("body").press("ControlOrMeta+o");
    const chooser = await choosing;
    await chooser.setFiles(files.map(({ name, content }) => ({ name, mimeType: "", buffer: content })));
  }

  async openFolder(folder: string): Promise<ImportDialog> {
    const { page, text, views } = this.#library;
    const choosing = page.waitForEvent("filechooser");
    await views.getByRole("button", { name: text.reading.views.openFolder, exact: true }).click();
    await (await choosing).setFiles(folder);
    return new ImportDialog(page, text);
  }

  /** How many files are read, with a part for the one that is being read. */
  progress(): Promise<number> {
    const bars = this.#library.page.getByRole("dialog").getByRole("progressbar");
    return bars.evaluateAll(([bar]) => Number(bar?.getAttribute("value") ?? 0));
  }

  async stop(): Promise<void> {
    const { page, text } = this.#library;
    await page.getByRole("dialog").getByRole("button", { name: text.dialogs.import.stop, exact: true }).click();
  }

  /** Sealed files in the library's folder. */
  blobsIn(vaultFolder: string): readonly string[] {
    const folder = join(vaultFolder, "blobs");
    return existsSync(folder) ? readdirSync(folder) : [];
  }

  /** What a file leaves behind that ended the program while it was read. */
  leaveMarks(vaultFolder: string, content: Buffer, tries: number): void {
    const digest = createHash("sha256").update(content).digest("hex").slice(0, 32);
    mkdirSync(join(vaultFolder, "being-read"), { recursive: true });
    writeFileSync(join(vaultFolder, "being-read", digest), "x".repeat(tries));
  }
}
