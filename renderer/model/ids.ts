/** A string that only `brandId` or a guard makes: one kind of id can't be passed for another. */
type Branded<Name extends string> = string & { readonly brandedAs: Name };

/** 128 bits of SHA-256("briefing", sourceKey, itemKey) as 32 hex digits: the same in every vault. */
export type BriefingId = Branded<"BriefingId">;
/** 128 bits of SHA-256("source", sourceKey) as 32 hex digits. */
export type SourceId = Branded<"SourceId">;
/** One sync, import or paste that brought something. */
export type DeliveryId = Branded<"DeliveryId">;
export type ReaderId = Branded<"ReaderId">;
export type DeviceId = Branded<"DeviceId">;
export type VaultId = Branded<"VaultId">;
/** One search that a reader saved. */
export type SavedSearchId = Branded<"SavedSearchId">;
/** Names one action of this session that can be taken back. */
export type UndoToken = Branded<"UndoToken">;
/** Names one import draft held by the worker until it is saved or dropped. */
export type DraftId = Branded<"DraftId">;
/** 128 bits of SHA-256 of a file's bytes: the same content is one attachment, however often it comes. */
export type AttachmentId = Branded<"AttachmentId">;
/** A random name that tells nothing of what the file holds. */
export type BlobName = Branded<"BlobName">;

const hex128 = /^[0-9a-f]{32}$/;

/** Every id is 128 bits, written as 32 lower-case hex digits. */
export function isId(value: unknown): value is string {
  return typeof value === "string" && hex128.test(value);
}

/** Brands a string that was just made from 16 bytes or has just passed `isId`. */
export function brandId<Id extends Branded<string>>(hex: string): Id {
  if (!isId(hex)) throw new RangeError("an id is 32 hex digits");
  return hex as Id;
}

/** An id of 16 bytes: random ones, or the first half of a digest. */
export function idOfBytes<Id extends Branded<string>>(bytes: Uint8Array): Id {
  return brandId<Id>(Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(""));
}
