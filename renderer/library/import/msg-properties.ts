import type { Instant } from "../../model/time.ts";
import type { CompoundNode } from "./compound-file.ts";
import type { DecodeText } from "./file-reader.ts";

/** Numbers under which Outlook keeps what a message says. */
export const msgTag = {
  messageClass: 0x001a,
  subject: 0x0037,
  submittedAt: 0x0039,
  sentForName: 0x0042,
  senderName: 0x0c1a,
  senderAddress: 0x5d01,
  deliveredAt: 0x0e06,
  body: 0x1000,
  packedRtf: 0x1009,
  html: 0x1013,
  attachmentData: 0x3701,
  attachmentShortName: 0x3704,
  attachmentName: 0x3707,
  attachmentContentId: 0x3712,
  codePage: 0x3ffd,
  bodyCodePage: 0x3fde,
} as const;

/** What stands before the list of properties, by what they belong to. */
export const msgHeaderBytes = { message: 32, innerMessage: 24, attachment: 8 } as const;

const wide = 0x001f;
const narrow = 0x001e;
const binary = 0x0102;
const embedded = 0x000d;
const windowsEpochMs = 11_644_473_600_000;

/** The properties of one message or attachment, whichever of Outlook's ways they are kept in. */
export class MsgProperties {
  readonly #streams = new Map<string, CompoundNode>();
  readonly #fixed = new Map<number, DataView>();
  readonly #decode: DecodeText;

  constructor(
    storage: CompoundNode,
    { headerBytes, decode }: { readonly headerBytes: number; readonly decode: DecodeText },
  ) {
    this.#decode = decode;
    for (const child of storage.children) this.#streams.set(child.name.toLowerCase(), child);
    const list = this.#streams.get("__properties_version1.0")?.read() ?? new Uint8Array();
    const view = new DataView(list.buffer, list.byteOffset, list.byteLength);
    for (let at = headerBytes; at + 16 <= list.length; at += 16) {
      this.#fixed.set(view.getUint16(at + 2, true), new DataView(view.buffer, view.byteOffset + at + 8, 8));
    }
  }

  #stream(tag: number, type: number): CompoundNode | null {
    const name = `__substg1.0_${tag.toString(16).padStart(4, "0")}${type.toString(16).padStart(4, "0")}`;
    return this.#streams.get(name) ?? null;
  }

  number(tag: number): number | null {
    return this.#fixed.get(tag)?.getUint32(0, true) ?? null;
  }

  instant(tag: number): Instant | null {
    const value = this.#fixed.get(tag)?.getBigUint64(0, true);
    if (value === undefined || value === 0n) return null;
    const instant = Number(value / 10_000n) - windowsEpochMs;
    return instant > 0 ? instant : null;
  }

  text(tag: number): string | null {
    const unicode = this.#stream(tag, wide);
    if (unicode !== null) return new TextDecoder("utf-16le").decode(unicode.read());
    const bytes = this.#stream(tag, narrow) ?? this.#stream(tag, binary);
    return bytes === null ? null : this.#decode(bytes.read(), `charset=${this.#charset(tag)}`);
  }

  #charset(tag: number): string {
    const page = (tag === msgTag.html ? this.number(msgTag.bodyCodePage) : null) ?? this.number(msgTag.codePage);
    return page === null || page === 65_001 ? "utf-8" : `windows-${page}`;
  }

  bytes(tag: number): Uint8Array | null {
    return this.#stream(tag, binary)?.read() ?? null;
  }

  /** A message inside the message. */
  storage(tag: number): CompoundNode | null {
    return this.#stream(tag, embedded);
  }
}
