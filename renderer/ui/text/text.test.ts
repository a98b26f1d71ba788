import { describe, expect, test } from "vitest";
import type { Failure, FailureKind } from "../../model/failure.ts";
import type { InterfaceLanguage } from "../../model/settings.ts";
import { makeFormat } from "../format/format.ts";
import { sentenceFor } from "./failure-sentence.ts";
import { interfaceLanguages } from "./interface-language.ts";
import { pluralsIn } from "./plurals.ts";
import { type Text, texts } from "./text.ts";

const thinSpace = "\u202f";

const sampleFailures: { readonly [Kind in FailureKind]: Extract<Failure, { kind: Kind }> } = {
  "no-link": { kind: "no-link" },
  "name-not-found": { kind: "name-not-found", host: "radio.example" },
  refused: { kind: "refused", host: "radio.example" },
  timeout: { kind: "timeout", phase: "idle", seconds: 30 },
  certificate: { kind: "certificate", host: "radio.example" },
  "insecure-address": { kind: "insecure-address", host: "radio.example" },
  "local-address": { kind: "local-address", host: "192.168.1.5" },
  "own-address": { kind: "own-address" },
  "bad-address": { kind: "bad-address", address: "radio" },
  "too-many-redirects": { kind: "too-many-redirects", limit: 5 },
  "http-status": { kind: "http-status", status: 503, host: "radio.example" },
  "too-large": { kind: "too-large", limit: 10_485_760 },
  "expands-too-much": { kind: "expands-too-much" },
  "unreadable-encoding": { kind: "unreadable-encoding", encoding: "zstd" },
  "connection-cut": { kind: "connection-cut", received: 40_000 },
  cancelled: { kind: "cancelled" },
  "article-not-found": { kind: "article-not-found" },
  "article-too-short": { kind: "article-too-short" },
  "article-other": { kind: "article-other" },
  "not-a-list": { kind: "not-a-list" },
  "broken-list": { kind: "broken-list" },
  "empty-list": { kind: "empty-list" },
  "empty-document": { kind: "empty-document" },
  "login-page": { kind: "login-page", host: "hotel.example" },
  "bot-wall": { kind: "bot-wall", host: null },
  "error-page": { kind: "error-page", host: "radio.example" },
  "web-page": { kind: "web-page", title: "Radio" },
  "broken-feed": { kind: "broken-feed" },
  "not-a-feed": { kind: "not-a-feed" },
  "entity-bomb": { kind: "entity-bomb" },
  "empty-file": { kind: "empty-file" },
  "binary-file": { kind: "binary-file" },
  "unsupported-file": { kind: "unsupported-file", extension: ".pdf" },
  "file-too-large": { kind: "file-too-large", limit: 10_485_760 },
  "no-text": { kind: "no-text" },
  "unreadable-file": { kind: "unreadable-file" },
  "password-protected": { kind: "password-protected" },
  "encrypted-mail": { kind: "encrypted-mail" },
  "damaged-file": { kind: "damaged-file" },
  "expanding-archive": { kind: "expanding-archive" },
  "unsafe-archive": { kind: "unsafe-archive" },
  "nested-archive": { kind: "nested-archive" },
  "plain-archive": { kind: "plain-archive" },
  "quarantined-file": { kind: "quarantined-file" },
  "too-much-at-once": { kind: "too-much-at-once", limit: 157_286_400 },
  "reading-stopped": { kind: "reading-stopped" },
  "closed-folder": { kind: "closed-folder" },
  "too-many-files": { kind: "too-many-files", taken: 2_000 },
  "disk-low": { kind: "disk-low", freeBytes: 20_000_000 },
  "disk-full": { kind: "disk-full" },
  "open-elsewhere": { kind: "open-elsewhere" },
  "write-failed": { kind: "write-failed", code: "EIO" },
  "not-ready": { kind: "not-ready" },
  "newer-library": { kind: "newer-library" },
  "key-missing": { kind: "key-missing" },
  "wrong-recovery-code": { kind: "wrong-recovery-code" },
  "damaged-header": { kind: "damaged-header" },
  "host-unreachable": { kind: "host-unreachable" },
  "read-failed": { kind: "read-failed", code: "EIO" },
  "name-refused": { kind: "name-refused", why: "unknown-name" },
  "not-a-names-file": { kind: "not-a-names-file" },
  "draft-gone": { kind: "draft-gone" },
  "reader-name-empty": { kind: "reader-name-empty" },
  "reader-name-long": { kind: "reader-name-long", limit: 60 },
  "reader-name-taken": { kind: "reader-name-taken", name: "Amani" },
  "already-added": { kind: "already-added", name: "Radio" },
  "no-feed-on-page": { kind: "no-feed-on-page", title: "Radio" },
  "link-refused": { kind: "link-refused" },
  "no-browser": { kind: "no-browser" },
  "nothing-to-undo": { kind: "nothing-to-undo" },
  "not-here": { kind: "not-here" },
  "attachment-damaged": { kind: "attachment-damaged", name: "carte.pdf" },
  "attachment-not-read": { kind: "attachment-not-read", name: "carte.pdf", code: "EIO" },
  "picture-unreadable": { kind: "picture-unreadable", name: "pont.png" },
  "picture-too-large": { kind: "picture-too-large", name: "pont.png", megapixels: 120 },
  bug: { kind: "bug", reference: "a1b2" },
};

/** Stands for any fact a sentence may ask for: it can be read, called, counted and written, and is always 3. */
const anyFact: unknown = new Proxy(() => anyFact, {
  get: (_target, name) => (name === Symbol.toPrimitive ? () => 3 : anyFact),
  apply: () => anyFact,
});

function formatIn(language: InterfaceLanguage) {
  return makeFormat({
    language,
    timeZone: "Africa/Lubumbashi",
    clock: { now: Date.UTC(2026, 9, 24, 12), trusted: true },
    words: texts[language].time,
  });
}

/** Every sentence of a language by its path, functions called with facts. */
function sentencesOf(language: InterfaceLanguage): ReadonlyMap<string, string> {
  const { language: _language, failures: _failures, ...sections } = texts[language];
  const sentences = new Map<string, string>();
  const visit = (path: string, value: unknown): void => {
    if (typeof value === "string") sentences.set(path, value);
    else if (typeof value === "function") visit(`${path}()`, `${value(anyFact, anyFact, anyFact)}`);
    else if (value !== null && typeof value === "object") {
      for (const [key, inner] of Object.entries(value)) visit(`${path}.${key}`, inner);
    }
  };
  visit("text", sections);
  for (const failure of Object.values<Failure>(sampleFailures)) {
    const { what, safe, next } = sentenceFor(failure, texts[language], formatIn(language));
    sentences.set(`failure.${failure.kind}.what`, what);
    sentences.set(`failure.${failure.kind}.safe`, safe);
    if (failure.kind !== "nothing-to-undo") sentences.set(`failure.${failure.kind}.next`, next);
  }
  return sentences;
}

function offenders(language: InterfaceLanguage, pattern: RegExp): readonly string[] {
  return [...sentencesOf(language)]
    .filter(([, sentence]) => pattern.test(sentence))
    .map(([path, sentence]) => `${path}: ${sentence}`);
}

describe.each(interfaceLanguages)("every sentence in %s", (language) => {
  test("has the same name as its English one", () => {
    expect([...sentencesOf(language).keys()].sort()).toEqual([...sentencesOf("en").keys()].sort());
  });

  test("says something, with all its facts put in", () => {
    expect(offenders(language, /^\s*$|undefined|(?<!\p{L})null(?!\p{L})|NaN|\[object|#|\$\{/u)).toEqual([]);
  });

  test("keeps off the words that mean something only to engineers, or promise too much", () => {
    const forbidden =
      /(?<!\p{L})(vault|journal|cache|synchroni\p{L}*|up[ -]to[ -]date|verified|vérifiée?s?|sync|database|worker|(?<!mise?s? )à jour)(?!\p{L})/iu;
    expect(offenders(language, forbidden)).toEqual([]);
  });

  test("doesn't shout", () => {
    expect(offenders(language, /!/)).toEqual([]);
  });

  test("has real apostrophes, quotation marks and ellipses", () => {
    expect(offenders(language, /'|"|\.\.\./)).toEqual([]);
  });

  test("still fits where the English one fits", () => {
    const english = sentencesOf("en");
    const long = [...sentencesOf(language)].filter(([path, sentence]) => {
      const { length } = english.get(path) ?? "";
      return sentence.length > Math.max(length * 1.6, length + 24);
    });
    expect(long.map(([path, sentence]) => `${path}: ${sentence}`)).toEqual([]);
  });

  test("of a failure ends with a full stop or a question mark", () => {
    const unfinished = [...sentencesOf(language)].filter(
      ([path, sentence]) => path.startsWith("failure.") && !/[.?]$/.test(sentence),
    );
    expect(unfinished).toEqual([]);
  });
});

test("French sets a thin no-break space before ; : ? and inside its quotation marks", () => {
  expect(offenders("fr", /[ \u00a0][;:?»]|«[ \u00a0]|«[^\u202f]|[^\u202f]»/)).toEqual([]);
  expect(offenders("fr", /[^\s\u202f][;?](?!\S)/)).toEqual([]);
  expect(texts.fr.dialogs.import.fields.audience).toContain(`${thinSpace}?`);
});

test("a million briefings are “de rapports” in French", () => {
  const plural = pluralsIn("fr");
  const forms = { one: "# rapport", many: "# de rapports", other: "# rapports" };
  expect(plural(0, forms)).toBe("0 rapport");
  expect(plural(1, forms)).toBe("1 rapport");
  expect(plural(2, forms)).toBe("2 rapports");
  expect(plural(1_000_000, forms)).toBe(`${new Intl.NumberFormat("fr-CD").format(1_000_000)} de rapports`);
});

test("a failure without a host is told without one", () => {
  const told = (text: Text) =>
    sentenceFor({ kind: "login-page", host: null }, text, formatIn(text.language)).what.includes("null");
  expect(interfaceLanguages.map((language) => told(texts[language]))).toEqual([false, false, false]);
});
