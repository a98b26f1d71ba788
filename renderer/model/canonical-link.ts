import { withoutTrackers } from "./query-trackers.ts";

const shape = /^(https?):\/\/(?:[^/?#@]*@)?([^/?#]+)([^?#]*)(?:\?([^#]*))?(?:#.*)?$/i;

/**
 * One spelling for one page: the same item by two ways is found by it. null = not an address of the web.
 * For comparing only; what is shown and opened stays as its source wrote it.
 */
export function canonicalLink(link: string): string | null {
  const [, scheme, host, path = "", query = ""] = shape.exec(withoutTrackers(link.trim())) ?? [];
  if (scheme === undefined || host === undefined) return null;
  const defaultPort = scheme.toLowerCase() === "https" ? /:443$/ : /:80$/;
  const kept = query.split("&").filter((pair) => pair !== "");
  const canonicalHost = host.toLowerCase().replace(/:$/, "").replace(defaultPort, "");
  const canonicalPath = path.replace(/\/+$/, "");
  return `${scheme.toLowerCase()}://${canonicalHost}${canonicalPath}${kept.length === 0 ? "" : `?${kept.join("&")}`}`;
}
