/** Enough for any prolog that is meant well. */
const lookAtBytes = 64 * 1024;
const beforeRoot = /^[\s\ufeff]*(?:(?:<\?[^>]*>|<!--[\s\S]*?-->|<!doctype[^>[]*(?:\[[\s\S]*?\]\s*)?>)\s*)*/i;

/** By what stands in it: lists come as .opml, .xml and .txt, and not every .xml is one. */
export function startsLikeSourceList(start: string): boolean {
  // UTF-16 has a zero beside every letter of the markup.
  const markup = start.replaceAll("\0", "").replace(/^(?:ÿþ|þÿ|ï»¿)/, "");
  return /^<opml[\s>]/i.test(markup.replace(beforeRoot, "").slice(0, 20));
}

export async function isSourceList(file: Blob): Promise<boolean> {
  try {
    return startsLikeSourceList(new TextDecoder("latin1").decode(await file.slice(0, lookAtBytes).arrayBuffer()));
  } catch {
    // What can't be read is told by whoever reads it whole.
    return false;
  }
}
