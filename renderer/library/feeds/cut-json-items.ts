export interface CutJson {
  /** Each element of "items" as it stands in the text; the last may be cut. */
  readonly slices: readonly { readonly text: string; readonly isWhole: boolean }[];
  /** The document without its items: `{ "title": …, "items": [] }`, closed where it was cut. */
  readonly head: string;
}

/**
 * Finds the items of a JSON Feed that JSON.parse refuses (cut, or one bad item), by counting brackets outside strings.
 * null = there is no list of items at the top level.
 */
export function cutJsonItems(json: string): CutJson | null {
  const open = itemsStart(json);
  if (open === null) return null;
  const slices: { text: string; isWhole: boolean }[] = [];
  let depth = 0;
  let from = open + 1;
  let at = open + 1;
  const keep = (to: number, isWhole: boolean) => {
    const text = json.slice(from, to).trim();
    if (text !== "") slices.push({ text, isWhole });
  };
  for (; at < json.length; at++) {
    const character = json[at];
    if (character === '"') at = stringEnd(json, at);
    else if (character === "{" || character === "[") depth += 1;
    else if (character === "}" || character === "]") {
      if (depth === 0) break;
      depth -= 1;
    } else if (character === "," && depth === 0) {
      keep(at, true);
      from = at + 1;
    }
  }
  const isClosed = at < json.length;
  keep(at, isClosed || (depth === 0 && /[}\]]\s*$/.test(json.slice(Math.max(from, at - 20), at))));
  const rest = isClosed ? json.slice(at + 1) : "}";
  return { slices, head: `${json.slice(0, open)}[]${rest}` };
}

/** Where the value of the top level's "items" opens. */
function itemsStart(json: string): number | null {
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (character === '"') {
      const end = stringEnd(json, at);
      if (depth === 1 && end - at === 6 && json.slice(at, end + 1).toLowerCase() === '"items"') {
        const bracket = /^\s*:\s*\[/.exec(json.slice(end + 1, end + 200));
        if (bracket !== null) return end + bracket[0].length;
      }
      at = end;
    } else if (character === "{" || character === "[") depth += 1;
    else if (character === "}" || character === "]") depth -= 1;
  }
  return null;
}

/** The closing quote of the string that opens at `from`, or the text's end. */
function stringEnd(json: string, from: number): number {
  for (let at = from + 1; at < json.length; at++) {
    if (json[at] === "\\") at += 1;
    else if (json[at] === '"') return at;
  }
  return json.length;
}
