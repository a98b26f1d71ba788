import type { DecodeText } from "./file-reader.ts";
import type { ImportKind } from "./import-tools.ts";

/** What stands between a brace and its partner; a group inside begins as the one around it is. */
interface Group {
  /** Lists of fonts, pictures, programs' own notes. */
  readonly isSkipped: boolean;
  /** Only for programs that show RTF: the page says it otherwise. */
  readonly isForRtfOnly: boolean;
  /** How many plain letters stand in for one that is written by its number. */
  readonly standIns: number;
}

const skippedGroups: ReadonlySet<string> = new Set([
  "fonttbl",
  "colortbl",
  "stylesheet",
  "info",
  "pict",
  "object",
  "header",
  "footer",
  "mhtmltag",
]);
const written: Readonly<Record<string, string>> = {
  par: "\n",
  line: "\n",
  sect: "\n",
  row: "\n",
  tab: "\t",
  cell: "\t",
  emdash: "—",
  endash: "–",
  bullet: "•",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
};
/** A word with its number, a letter by its byte, any other sign behind a backslash, a brace, the end of a line, text. */
const token = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\(\r\n|[^a-z])|([{}])|[\r\n]+|[^\\{}\r\n]+|\\/giy;

export function isRtf(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, 5)) === "{\\rtf";
}

/**
 * An RTF's words. Where Outlook made it of a web page (MS-OXRTFEX), the page itself is taken out again. Nothing in it is
 * acted on; pictures and objects are left out.
 */
export function readRtf(bytes: Uint8Array, decode: DecodeText): { readonly kind: ImportKind; readonly text: string } {
  const source = new TextDecoder("iso-8859-1").decode(bytes);
  const isPage = /\\fromhtml1?\b/.test(source.slice(0, 1_000));
  const codePage = /\\ansicpg(\d{1,5})/.exec(source.slice(0, 1_000))?.[1] ?? "1252";
  const charset = `charset=${codePage === "65001" ? "utf-8" : `windows-${codePage}`}`;
  const parts: string[] = [];
  let letters: number[] = [];
  let group: Group = { isSkipped: false, isForRtfOnly: false, standIns: 1 };
  const around: Group[] = [];
  /** Of the stand-ins behind a letter by number. */
  let toSkip = 0;
  let isNote = false;

  const flush = () => {
    if (letters.length > 0) parts.push(decode(Uint8Array.from(letters), charset));
    letters = [];
  };
  const say = (text: string) => {
    if (group.isSkipped || group.isForRtfOnly) return;
    flush();
    parts.push(text);
  };
  const sayBytes = (codes: readonly number[]) => {
    const told = codes.slice(Math.min(toSkip, codes.length));
    toSkip -= codes.length - told.length;
    if (!group.isSkipped && !group.isForRtfOnly) for (const code of told) letters.push(code);
  };

  function word(name: string, number: number | null): void {
    if (name !== "bin" && (isNote || skippedGroups.has(name))) {
      // Notes of programs are left out, but for the page's own tags.
      const isTag = isNote && name === "htmltag" && isPage;
      isNote = false;
      group = { ...group, isSkipped: group.isSkipped || !isTag, isForRtfOnly: isTag ? false : group.isForRtfOnly };
      return;
    }
    if (name === "htmlrtf") group = { ...group, isForRtfOnly: isPage && number !== 0 };
    else if (name === "uc") group = { ...group, standIns: Math.min(Math.max(number ?? 1, 0), 8) };
    else if (name === "u" && number !== null) {
      say(String.fromCharCode(number & 0xffff));
      toSkip = group.standIns;
    } else if (name === "bin") {
      // Bytes of a picture, which may hold braces.
      token.lastIndex += Math.max(0, number ?? 0);
      toSkip = 0;
    } else {
      const sign = written[name];
      if (sign !== undefined) say(sign);
    }
  }

  token.lastIndex = 0;
  for (let found = token.exec(source); found !== null; found = token.exec(source)) {
    const [whole, name, number, byte, sign, brace] = found;
    if (name !== undefined) word(name.toLowerCase(), number === undefined ? null : Number(number));
    else if (byte !== undefined) sayBytes([Number.parseInt(byte, 16)]);
    else if (brace === "{") {
      around.push(group);
      toSkip = 0;
    } else if (brace === "}") {
      group = around.pop() ?? group;
      toSkip = 0;
      isNote = false;
    } else if (sign === "*") isNote = true;
    else if (sign === "~") say("\u00a0");
    // Never broken at the end of a line; the other hyphen only shows where a line is broken.
    else if (sign === "_") sayBytes([0x2d]);
    // As Apple's programs write a paragraph's end.
    else if (sign === "\n" || sign === "\r" || sign === "\r\n") say("\n");
    else if (sign === "{" || sign === "}" || sign === "\\") sayBytes([sign.charCodeAt(0)]);
    else if (sign === undefined && !/^[\r\n\\]/.test(whole)) sayBytes([...whole].map((letter) => letter.charCodeAt(0)));
  }
  flush();
  return { kind: isPage ? "html" : "text", text: parts.join("") };
}
