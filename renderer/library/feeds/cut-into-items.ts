/** One `<item>` or `<entry>` as it stands in the document. */
export interface ItemSlice {
  readonly text: string;
  /** Its end tag is there. */
  readonly isWhole: boolean;
}

export interface CutDocument {
  /** Everything around the items. */
  readonly head: string;
  /** What stands before the first item. */
  readonly prefix: string;
  readonly slices: readonly ItemSlice[];
  /** The root's end tag is there: nothing was cut off. */
  readonly isComplete: boolean;
}

const itemTag = { rss: "item", rdf: "item", atom: "entry" } as const;
const rootTag = { rss: "rss", rdf: "rdf", atom: "feed" } as const;

/**
 * Finds the items of an XML feed without parsing it, so that one broken item can't take the others with it, and
 * so that a feed cut in the middle keeps what is complete. One pass; CDATA and comments are stepped over.
 */
export function cutIntoItems(xml: string, format: keyof typeof itemTag): CutDocument {
  // Sticky group: CDATA and comments first, because an item's tag inside them is only text.
  const marks = new RegExp(
    `<!\\[CDATA\\[|<!--|<(?:[\\w-]+:)?${itemTag[format]}(?=[\\s/>])|</(?:[\\w-]+:)?(${itemTag[format]}|${rootTag[format]})\\s*>`,
    "gi",
  );
  const slices: ItemSlice[] = [];
  const head: string[] = [];
  let headFrom = 0;
  let openAt = -1;
  let isComplete = false;
  const endOf = { "<![": endFinder(xml, "]]>"), "<!-": endFinder(xml, "-->") };
  for (let mark = marks.exec(xml); mark !== null; mark = marks.exec(xml)) {
    const found = mark[0];
    if (found.startsWith("<!")) {
      const end = endOf[found.slice(0, 3) as "<![" | "<!-"](marks.lastIndex);
      // Never closed: the text after it is read as if the mark weren't there, or the rest of the feed would be lost.
      if (end >= 0) marks.lastIndex = end;
    } else if (mark[1] === undefined) {
      if (openAt >= 0) slices.push({ text: xml.slice(openAt, mark.index), isWhole: false });
      else head.push(xml.slice(headFrom, mark.index));
      openAt = mark.index;
    } else if (mark[1].toLowerCase() === itemTag[format]) {
      if (openAt < 0) continue;
      slices.push({ text: xml.slice(openAt, marks.lastIndex), isWhole: true });
      openAt = -1;
      headFrom = marks.lastIndex;
    } else isComplete = true;
  }
  if (openAt >= 0) slices.push({ text: xml.slice(openAt), isWhole: false });
  else head.push(xml.slice(headFrom));
  return { head: head.join(""), prefix: head[0] ?? "", slices, isComplete };
}

/** Answers where a CDATA section or comment that begins at `from` ends, or -1. Looks no further once there is no end. */
function endFinder(xml: string, endMark: string): (from: number) => number {
  let noneFrom = Number.POSITIVE_INFINITY;
  return (from) => {
    if (from >= noneFrom) return -1;
    const at = xml.indexOf(endMark, from);
    if (at < 0) noneFrom = from;
    return at < 0 ? -1 : at + endMark.length;
  };
}
