import type { InterfaceLanguage } from "../../model/settings.ts";
import { isPlainDate, type PlainDate } from "../../model/time.ts";

/** One language version of a reference, as its file says it. */
export interface ReferenceText {
  /** The same in every language: it is what the item's id is made from. */
  readonly key: string;
  /** Its place on the shelf. */
  readonly order: number;
  readonly language: InterfaceLanguage;
  readonly title: string;
  readonly keyPoints: readonly string[];
  readonly checked: PlainDate;
  readonly reviewBefore: PlainDate;
  readonly isReviewed: boolean;
  readonly sources: readonly string[];
  readonly markdown: string;
}

const layout = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]+)$/;
const languages: readonly InterfaceLanguage[] = ["fr", "en", "sw"];

/** Reads `name: value` lines and lists below a name. These are our own files: what is wrong in one is a bug. */
export function readReference(file: string): ReferenceText {
  const [, head, markdown] = layout.exec(file) ?? [];
  if (head === undefined || markdown === undefined) throw new SyntaxError("a reference begins with its facts");
  const lines = new Map<string, string>();
  const lists = new Map<string, string[]>();
  let list: string[] = [];
  for (const line of head.split(/\r?\n/)) {
    const item = /^ {2}- (.+)$/.exec(line)?.[1];
    const [, name, value = ""] = /^(\w+):(?: (.+))?$/.exec(line) ?? [];
    if (item !== undefined) list.push(item);
    else if (name === undefined) throw new SyntaxError(`a reference can't have the line “${line}”`);
    else if (value === "") {
      list = [];
      lists.set(name, list);
    } else lines.set(name, value);
  }
  const fact = (name: string) => given(lines.get(name), name);
  const language = fact("language");
  return {
    key: fact("key"),
    order: Number(fact("order")),
    language: given(
      languages.find((known) => known === language),
      "language",
    ),
    title: fact("title"),
    keyPoints: given(lists.get("keyPoints"), "keyPoints"),
    checked: dayIn(fact("checked")),
    reviewBefore: dayIn(fact("reviewBefore")),
    isReviewed: fact("reviewed") === "yes",
    sources: given(lists.get("sources"), "sources"),
    markdown,
  };
}

function given<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new SyntaxError(`a reference names its ${name}`);
  return value;
}

function dayIn(value: string): PlainDate {
  if (!isPlainDate(value)) throw new SyntaxError(`“${value}” is no day`);
  return value;
}
