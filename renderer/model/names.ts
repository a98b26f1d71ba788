import type { InterfaceLanguage } from "./settings.ts";
import type { PlainDate } from "./time.ts";

/** Cities and territories of North Kivu, and the neighbours whose places stand in its briefings. */
export const territories = [
  "goma",
  "beni-city",
  "butembo",
  "beni",
  "lubero",
  "masisi",
  "nyiragongo",
  "rutshuru",
  "walikale",
  "kalehe",
  "mambasa",
] as const;
export type Territory = (typeof territories)[number];

/** Those a reader can choose as their own areas. */
export const ownAreas = territories.filter((territory) => territory !== "kalehe" && territory !== "mambasa");

export const placeTypes = [
  "city",
  "commune",
  "quarter",
  "territory",
  "territory-seat",
  "town",
  "border-town",
  "locality",
  "chiefdom",
  "health-zone",
  "province",
  "region",
  "lake",
  "river",
  "volcano",
  "park",
  "road",
] as const;
export type PlaceType = (typeof placeTypes)[number];

/** Neutral words: what somebody is, never what is thought of them. */
export const actorTypes = [
  "armed-group",
  "armed-group-family",
  "armed-coalition",
  "state-force",
  "foreign-force",
  "military-operation",
  "peace-mission",
  "regional-force",
  "un-agency",
  "red-cross",
  "ngo",
  "state-service",
  "coordination",
  "regional-organisation",
  "institution",
] as const;
export type ActorType = (typeof actorTypes)[number];

/**
 * How sure a written name must be before it counts in a text. "case": only with its capital. "context": only where
 * the text itself says what is meant (a preposition of place before it, another name of the same). "asked": in no
 * text, for it mostly means something else there; only `actor:` and `place:` find the row by it.
 */
export type Care = "case" | "context" | "asked";

/** What is shown in a language in which it is called otherwise. */
export type InLanguages<Shown> = Readonly<Partial<Record<InterfaceLanguage, Shown>>>;

interface ActorLabel {
  readonly name: string;
  /** The acronym people use, else the name. */
  readonly short: string;
}

interface NameRow {
  /** Names this row for ever; two places of one name have two. */
  readonly id: string;
  /** What is shown. */
  readonly name: string;
  readonly variants: readonly string[];
  readonly careful: Readonly<Record<string, Care>>;
  readonly source: string;
  /** When the row was last checked. */
  readonly date: PlainDate;
}

export interface PlaceRow extends NameRow {
  readonly type: PlaceType;
  /** More than one for what lies in several or on a border. */
  readonly territories: readonly Territory[];
  readonly labels: InLanguages<string>;
}

export interface ActorRow extends NameRow {
  readonly type: ActorType;
  /** The one that is shown first. */
  readonly acronyms: readonly string[];
  readonly labels: InLanguages<ActorLabel>;
  /** Loaded or partisan words: they find, they are never shown. */
  readonly searchOnly: readonly string[];
}

/** A name that this library's own people added; kept apart from the tables that came with the program. */
export interface AddedName {
  readonly id: string;
  readonly table: "place" | "actor";
  readonly name: string;
  readonly variants: readonly string[];
  /** Of a place that no table has. */
  readonly territory: Territory | null;
  /** Another spelling of a row that is there; null = a row of its own. */
  readonly means: string | null;
  readonly date: PlainDate;
}

/** A place as it is shown: never without its territories. */
export interface PlaceName {
  readonly id: string;
  readonly name: string;
  readonly type: PlaceType;
  readonly territories: readonly Territory[];
  readonly labels: InLanguages<string>;
}

/** A place that a briefing names. */
export interface NamedPlace {
  readonly name: string;
  readonly labels: InLanguages<string>;
  /** Where it lies; of a doubtful one, where it may lie. */
  readonly territories: readonly Territory[];
  /** Several places have this name, and the text doesn't say which it means. */
  readonly isDoubtful: boolean;
}

export interface ActorName extends ActorLabel {
  readonly id: string;
  readonly labels: InLanguages<ActorLabel>;
}

export function placeLabel({ name, labels }: Pick<PlaceName, "name" | "labels">, language: InterfaceLanguage): string {
  return labels[language] ?? name;
}

export function actorLabel(actor: Omit<ActorName, "id">, language: InterfaceLanguage): ActorLabel {
  return actor.labels[language] ?? actor;
}
