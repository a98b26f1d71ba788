import { type Bytes, kibibyte, mebibyte } from "../../model/measure.ts";
import { numberFormat } from "./number-format.ts";

export interface Measures {
  readonly count: (value: number) => string;
  readonly bytes: (value: Bytes) => string;
  readonly percent: (ratio: number) => string;
  readonly duration: (durationMs: number) => string;
}

type ByteUnit = "byte" | "kilobyte" | "megabyte" | "gigabyte";
type DurationUnit = "second" | "minute" | "hour" | "day";

export function makeMeasures(locale: string): Measures {
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  return {
    count: (value) => numbers.format(value),
    percent: (ratio) => percents.format(ratio),
    bytes(value) {
      const { unit, amount } = byteUnitOf(value);
      return numberFormat(locale, {
        style: "unit",
        unit,
        unitDisplay: unit === "byte" ? "long" : "short",
        // Tenths say something up to 10 and only make noise above.
        maximumFractionDigits: unit === "byte" || amount >= 10 ? 0 : 1,
      }).format(amount);
    },
    duration(durationMs) {
      const { unit, amount } = durationUnitOf(durationMs);
      return numberFormat(locale, {
        style: "unit",
        unit,
        unitDisplay: "long",
        maximumFractionDigits: 0,
      }).format(amount);
    },
  };
}

function byteUnitOf(value: Bytes): { readonly unit: ByteUnit; readonly amount: number } {
  const gibibyte = 1024 * mebibyte;
  if (value < kibibyte) return { unit: "byte", amount: value };
  if (value < mebibyte) return { unit: "kilobyte", amount: value / kibibyte };
  if (value < gibibyte) return { unit: "megabyte", amount: value / mebibyte };
  return { unit: "gigabyte", amount: value / gibibyte };
}

function durationUnitOf(durationMs: number): { readonly unit: DurationUnit; readonly amount: number } {
  const seconds = Math.max(0, Math.round(durationMs / 1000));
  if (seconds < 120) return { unit: "second", amount: seconds };
  if (seconds < 2 * 3600) return { unit: "minute", amount: Math.round(seconds / 60) };
  if (seconds < 48 * 3600) return { unit: "hour", amount: Math.round(seconds / 3600) };
  return { unit: "day", amount: Math.round(seconds / 86_400) };
}
