import { expect } from "vitest";
import type { KeptAttachment } from "../../model/attachment.ts";
import type { BriefingId } from "../../model/ids.ts";
import { type Result, succeed } from "../../model/result.ts";
import { sampleArrival, sampleId } from "../journal/sample-changes.suite.ts";
import { SampleLaptop } from "../journal/sample-vault.suite.ts";
import type { OpenedVault } from "../opened-vault.ts";
import { type Attachments, createAttachments, type FileToKeep, type SealFailure } from "./attachments.ts";

export const one = sampleId<BriefingId>(1);
export const two = sampleId<BriefingId>(2);

export function fileOf(length: number, but: Partial<FileToKeep> = {}): FileToKeep {
  const bytes = Uint8Array.from({ length }, (_, at) => (at * 7 + (at >> 9)) & 0xff);
  return { name: "landing.bin", bytes, mediaType: "application/octet-stream", role: "attachment", ...but };
}

/** A laptop with two briefings that files can be kept with. */
export class FilesTestbed {
  readonly laptop: SampleLaptop;
  vault: OpenedVault;

  private constructor(laptop: SampleLaptop, vault: OpenedVault) {
    this.laptop = laptop;
    this.vault = vault;
  }

  static async set(): Promise<FilesTestbed> {
    const laptop = new SampleLaptop();
    const vault = await laptop.open();
    await vault.commit([await sampleArrival(vault, 1), await sampleArrival(vault, 2)]);
    return new FilesTestbed(laptop, vault);
  }

  readonly blobCount = (): number => this.laptop.machine.disk.blobNames().length;

  attachments(): Attachments {
    return createAttachments(this.vault);
  }

  /** What a change may name of these files, once they are sealed. */
  async sealed(
    briefingId: BriefingId,
    files: readonly FileToKeep[],
    attachments: Attachments = this.attachments(),
  ): Promise<Result<readonly KeptAttachment[], SealFailure>> {
    const all: KeptAttachment[] = [];
    for (const file of files) {
      const one = await attachments.seal(file);
      if (!one.ok) return one;
      all.push(one.value);
    }
    return succeed(await attachments.lackedBy(briefingId, all));
  }

  async keep(briefingId: BriefingId, ...files: FileToKeep[]): Promise<readonly KeptAttachment[]> {
    const kept = await this.sealed(briefingId, files);
    if (!kept.ok) throw new Error(kept.failure.kind);
    const committed = await this.vault.commit([{ kind: "attachments-kept", briefingId, attachments: kept.value }]);
    if (!committed.ok) throw new Error(committed.failure.kind);
    return kept.value;
  }

  read(briefingId: BriefingId, kept: Pick<KeptAttachment, "id"> | undefined) {
    if (kept === undefined) throw new Error("nothing was kept");
    return this.attachments().read({ briefingId, attachmentId: kept.id });
  }

  /** Comparing millions of bytes one by one takes the test runner a minute. */
  async expectWhole(briefingId: BriefingId, kept: KeptAttachment | undefined, bytes: Uint8Array | undefined) {
    const had = await this.read(briefingId, kept);
    if (!had.ok || bytes === undefined) throw new Error("not read");
    expect(Buffer.compare(had.value, bytes)).toBe(0);
  }

  async reopen(): Promise<void> {
    await this.vault.close();
    this.vault = await this.laptop.open();
    // The sweep goes on in the background.
    for (let turns = 0; turns < 40; turns++) await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
