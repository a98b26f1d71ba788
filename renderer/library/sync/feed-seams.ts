import type { Change } from "../../model/changes.ts";
import type { DocumentFailure, ItemFailure } from "../../model/failure.ts";
import type { DeliveryId } from "../../model/ids.ts";
import type { Result } from "../../model/result.ts";
import type { FeedFormat, Source } from "../../model/source.ts";
import type { Instant } from "../../model/time.ts";

/** As much of a parsed feed as sync decides by; what an item holds is the business of whoever parsed it. */
export interface FeedDocument<Item> extends Pick<Source, "homePage" | "flavour"> {
  readonly format: FeedFormat;
  readonly items: readonly Item[];
  readonly failures: readonly ItemFailure[];
  readonly damaged: boolean;
  readonly nextAddress: string | null;
}

export type ParseFeed<Item> = (
  bytes: Uint8Array,
  about: { readonly address: string; readonly contentType: string | null },
) => Promise<Result<FeedDocument<Item>, DocumentFailure>>;

/** Turns items into changes against what is stored now: an item that is already here, unchanged, makes none. */
export type Intake<Item> = (arrival: {
  readonly source: Source;
  readonly items: readonly Item[];
  readonly delivery: DeliveryId;
  readonly at: Instant;
  /** Their turn comes next: they can be read while these are committed. */
  readonly next?: readonly Item[];
}) => Promise<{ readonly changes: readonly Change[]; readonly added: number; readonly revised: number }>;
