import type { ActorName, AddedName, PlaceName, Territory } from "./names.ts";

/** What somebody types to add a name. */
export interface WantedName {
  readonly table: AddedName["table"];
  readonly name: string;
  readonly variants: readonly string[];
  readonly territory: Territory | null;
  /** A name that is known already and means the same; "" = none. */
  readonly sameAs: string;
}

/** An added name as it is listed, with what it is another spelling of. */
export interface OwnNameRow {
  readonly added: AddedName;
  readonly means: PlaceName | ActorName | null;
}

/** Why a row of a names file was left out. */
export type RefusedRow = "no-name" | "already-known" | "unknown-name" | "no-territory" | "circle" | "too-many";

export interface NameFileOutcome {
  readonly added: number;
  readonly refused: readonly { readonly why: RefusedRow; readonly count: number; readonly example: string }[];
}

/** More names than a base collects in years; beyond that a table should ship with the program. */
export const mostOwnNames = 2_000;
export const longestName = 80;
export const nameFileBytes = 16 * 1024 * 1024;
