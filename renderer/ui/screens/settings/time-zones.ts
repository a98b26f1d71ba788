import type { InterfaceLanguage } from "../../../model/settings.ts";
import { localeOf } from "../../text/interface-language.ts";

export interface TimeZoneChoice {
  /** IANA name. */
  readonly zone: string;
  /** The city a person looks for. */
  readonly city: string;
  /** "UTC+2", at this moment. */
  readonly offset: string;
}

/** Cities of the region that the zone database files under another one's name. */
const nearbyCities: Readonly<Record<string, readonly string[]>> = {
  "Africa/Lubumbashi": [
    "Goma",
    "Bukavu",
    "Beni",
    "Butembo",
    "Rutshuru",
    "Masisi",
    "Walikale",
    "Bunia",
    "Uvira",
    "Kisangani",
    "Lubumbashi",
  ],
};

/** The cities whose name holds what was typed, accents and case aside; those whose name begins so first. */
export function findTimeZones(
  typed: string,
  {
    zones,
    at,
    language,
    limit,
  }: {
    readonly zones: readonly string[];
    readonly at: number;
    readonly language: InterfaceLanguage;
    /** To ask the browser what time it is in four hundred zones takes longer than a key may. */
    readonly limit: number;
  },
): TimeZoneChoice[] {
  const wanted = fold(typed);
  return zones
    .flatMap((zone) => citiesOf(zone).map((city) => ({ zone, city })))
    .filter(({ zone, city }) => fold(city).includes(wanted) || fold(zone).includes(wanted))
    .sort((one, other) => rankOf(one.city, wanted) - rankOf(other.city, wanted))
    .slice(0, limit)
    .map(({ zone, city }) => ({ zone, city, offset: offsetOf(zone, { at, language }) }));
}

/** How a chosen zone is called on screen: by the city that the region knows it by. */
export function cityOf(zone: string): string {
  return citiesOf(zone)[0] ?? zone;
}

/** All zones of this browser, the default's first. */
export function allTimeZones(): readonly string[] {
  const zones = Intl.supportedValuesOf("timeZone");
  return ["Africa/Lubumbashi", ...zones.filter((zone) => zone !== "Africa/Lubumbashi"), "UTC"];
}

function citiesOf(zone: string): readonly string[] {
  return nearbyCities[zone] ?? [(zone.split("/").at(-1) ?? zone).replaceAll("_", " ")];
}

function rankOf(city: string, wanted: string): number {
  return fold(city).startsWith(wanted) ? 0 : 1;
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("_", " ").trim().toLowerCase();
}

const shortOffset = new Map<string, Intl.DateTimeFormat>();

function offsetOf(
  zone: string,
  { at, language }: { readonly at: number; readonly language: InterfaceLanguage },
): string {
  const key = `${language} ${zone}`;
  const format =
    shortOffset.get(key) ??
    new Intl.DateTimeFormat(localeOf[language], { timeZone: zone, timeZoneName: "shortOffset" });
  shortOffset.set(key, format);
  const name = format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
  return name.replace("GMT", "UTC");
}
