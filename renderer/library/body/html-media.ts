import type { Block } from "../../model/body.ts";
import { cleanLine, shorten } from "../../model/plain-characters.ts";
import { cleanAddress } from "./clean-address.ts";

export type FigureBlock = Extract<Block, { kind: "figure" }>;
type Attribute = (name: string) => string | null;

export const mediaOf: Readonly<Record<string, FigureBlock["media"]>> = {
  img: "image",
  video: "video",
  audio: "audio",
  iframe: "embed",
  embed: "embed",
  object: "embed",
};

const trackingHosts =
  /(?:^|\.)(?:doubleclick\.net|google-analytics\.com|googletagmanager\.com|scorecardresearch\.com|quantserve\.com|pixel\.wp\.com|stats\.wordpress\.com|feedsportal\.com|list-manage\.com|sendgrid\.net|hubspot\.com|addtoany\.com)$/i;
const trackingPaths =
  /\/(?:pixel|beacon|open|track(?:ing)?|b|spacer|blank|clear|1x1|tr)(?:\.(?:gif|png|php|aspx))?(?:$|[?/])/i;
const trackingAddress =
  /feedburner\.com\/~(?:r|ff)\/|\/wp-content\/plugins\/[^/]*(?:track|stat)|republication-tracker/i;

function sizeOf(attribute: Attribute, name: "width" | "height"): number | null {
  const style = new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*(\\d+)px`, "i").exec(attribute("style")?.slice(0, 500) ?? "");
  const written = attribute(name) ?? style?.[1] ?? "";
  return /^\s*\d+/.test(written) ? Number.parseInt(written, 10) : null;
}

/** Pictures that show nothing and tell somebody who reads. */
function isTrackingPixel(address: string | null, attribute: Attribute): boolean {
  const width = sizeOf(attribute, "width");
  const height = sizeOf(attribute, "height");
  if ((width !== null && width <= 2) || (height !== null && height <= 2)) return true;
  if (address === null) return false;
  if (trackingAddress.test(address)) return true;
  const { hostname, pathname } = new URL(address);
  return trackingHosts.test(hostname) || (trackingPaths.test(pathname) && width === null && height === null);
}

/** What stands where a page had something to load; null where nothing is worth naming. */
export function figureFor(name: string, attribute: Attribute, baseAddress: string | null): FigureBlock | null {
  const media = mediaOf[name] ?? "embed";
  const written =
    [attribute("data-src"), attribute("data-original"), attribute("data-lazy-src"), attribute("src"), attribute("data")]
      .filter((candidate) => candidate !== null)
      .find((candidate) => !candidate.startsWith("data:")) ?? firstOfSet(attribute("srcset"));
  const address = written === null ? null : cleanAddress(written, baseAddress);
  const alt = shorten(cleanLine((attribute("alt") ?? attribute("title") ?? "").slice(0, 5_000)), 500);
  if (isTrackingPixel(address, attribute)) return null;
  if (address === null && alt === "" && media !== "video" && media !== "audio") return null;
  return { kind: "figure", media, address, alt, caption: [], bytes: null };
}

function firstOfSet(srcset: string | null): string | null {
  return srcset?.trim().split(/[\s,]/, 1)[0] ?? null;
}

/** An emoji or a smiley set as a picture is text. */
export function smileyText(attribute: Attribute): string | null {
  const alt = attribute("alt") ?? "";
  if (alt === "" || alt.length > 12) return null;
  return /\b(?:emoji|smiley)\b/i.test(attribute("class") ?? "") || /^\p{Extended_Pictographic}/u.test(alt) ? alt : null;
}
