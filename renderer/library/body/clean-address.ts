import { withoutTrackers } from "../../model/query-trackers.ts";

/** Longer ones are data in disguise and never opened by anyone. */
const maxAddressLength = 8_000;

/** An absolute http, https or mailto address without its trackers, or null for everything else. */
export function cleanAddress(written: string, baseAddress: string | null): string | null {
  const trimmed = written.trim();
  if (trimmed === "" || trimmed.length > maxAddressLength) return null;
  if (trimmed.startsWith("#") && baseAddress === null) return null;
  const parsed = parseAddress(trimmed, baseAddress);
  if (parsed === null) return null;
  if (parsed.protocol === "mailto:") return parsed.href;
  if (parsed.protocol !== "http:" && parsed.protocol !== "https:") return null;
  parsed.username = "";
  parsed.password = "";
  return withoutTrackers(parsed.href);
}

function parseAddress(written: string, baseAddress: string | null): URL | null {
  try {
    return new URL(written, baseAddress ?? undefined);
  } catch {
    // Not relative to anything, or a base that is none.
    return baseAddress === null ? null : parseAddress(written, null);
  }
}
