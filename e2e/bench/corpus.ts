import { type Random, seededRandom, zipfSampler } from "./random.ts";
import { type CorpusLanguage, type Vocabulary, vocabularyOf } from "./vocabulary.ts";

/** One briefing as JSON Lines give it, or as it is made up here. */
export interface CorpusBriefing {
  readonly id: string;
  readonly title: string;
  readonly keyPoints: readonly string[];
  /** Paragraphs. */
  readonly body: readonly string[];
  readonly lang: CorpusLanguage;
}

export interface CorpusOptions {
  readonly count: number;
  readonly seed: number;
  /** Words in a body. */
  readonly words?: readonly [least: number, most: number];
}

/** The same for the same seed: French, English and Kiswahili briefings with words as unevenly used as in real ones. */
export function* generateBriefings({ count, seed, words = [500, 900] }: CorpusOptions): Generator<CorpusBriefing> {
  const random = seededRandom(seed);
  const writers = { fr: writerOf("fr", random), en: writerOf("en", random), sw: writerOf("sw", random) };
  for (let number = 0; number < count; number++) {
    const draw = random.next();
    const lang: CorpusLanguage = draw < 0.55 ? "fr" : draw < 0.85 ? "en" : "sw";
    const write = writers[lang];
    const wordCount = words[0] + random.below(words[1] - words[0] + 1);
    const keyPoints = Array.from({ length: random.below(6) }, () => `${write.sentence(9 + random.below(8))}`);
    const body: string[] = [];
    for (let left = wordCount; left > 0; ) {
      const length = Math.min(left, 30 + random.below(60));
      body.push(write.paragraph(length));
      left -= length;
    }
    yield { id: hexId(number), title: write.title(), keyPoints, body, lang };
  }
}

function hexId(number: number): string {
  const mixed = Math.imul(number + 1, 0x9e3779b1) >>> 0;
  return mixed.toString(16).padStart(8, "0") + number.toString(16).padStart(24, "0");
}

interface Writer {
  title(): string;
  sentence(words: number): string;
  paragraph(words: number): string;
}

function writerOf(language: CorpusLanguage, random: Random): Writer {
  const vocabulary: Vocabulary = vocabularyOf(language);
  const draw = zipfSampler(vocabulary.words.length, random);
  const word = (): string => vocabulary.words[draw()] as string;
  // A title is made of what is special about a briefing, not of small words alone.
  const special = (): string => {
    const rank = vocabulary.functionWords + random.below(Math.min(12_000, vocabulary.words.length - 200));
    return vocabulary.words[rank] as string;
  };

  const compounds = Array.from({ length: 400 }, () => `${special()}-${special()}`);

  function number(): string {
    const kind = random.next();
    if (kind < 0.3) return String(2019 + random.below(8));
    if (kind < 0.6) return String(1 + random.below(900));
    if (kind < 0.8) return `${1 + random.below(99)} ${String(random.below(1000)).padStart(3, "0")}`;
    return `${1 + random.below(28)}/${1 + random.below(12)}/${2019 + random.below(8)}`;
  }

  function sentence(length: number): string {
    let text = "";
    for (let i = 0; i < length; i++) {
      const chance = random.next();
      let next = chance < 0.03 ? number() : word();
      if (language === "fr" && chance > 0.9 && /^[aeiouéèêô]/.test(next)) next = (chance > 0.95 ? "l'" : "d'") + next;
      if (chance > 0.03 && chance < 0.035) next = random.pick(compounds);
      if (i === 0) text = next.charAt(0).toUpperCase() + next.slice(1);
      else text += (chance > 0.88 && chance < 0.92 ? ", " : " ") + next;
    }
    return `${text}.`;
  }

  return {
    sentence,
    title() {
      const parts = [special(), word(), special(), word(), special()];
      if (random.next() < 0.5) parts.push(special());
      const text = parts.join(" ");
      return text.charAt(0).toUpperCase() + text.slice(1);
    },
    paragraph(length) {
      const sentences: string[] = [];
      for (let left = length; left > 0; ) {
        const words = Math.min(left, 8 + random.below(18));
        sentences.push(sentence(words));
        left -= words;
      }
      return sentences.join(" ");
    },
  };
}

/** How a query differs from what stands in the briefing. */
export type QueryClass = "exact" | "noAccents" | "typo1" | "typo2" | "prefix" | "prefixTypo";
export const queryClasses: readonly QueryClass[] = ["exact", "noAccents", "typo1", "typo2", "prefix", "prefixTypo"];

export interface CorpusQuery {
  readonly q: string;
  readonly expect: string;
  readonly class: QueryClass;
}

/** Someone looks for one briefing they remember two or three special words of. */
export function generateQueries(
  briefings: readonly CorpusBriefing[],
  { perClass, seed }: { readonly perClass: number; readonly seed: number },
): CorpusQuery[] {
  const random = seededRandom(seed);
  const commonest = commonWords();
  const queries: CorpusQuery[] = [];
  for (const kind of queryClasses) {
    for (let made = 0; made < perClass; ) {
      const briefing = random.pick(briefings);
      const fromTitle = random.next() < 0.5;
      const texts = fromTitle ? [briefing.title] : briefing.body;
      const words = specialWords(texts, commonest).filter((word) => kind !== "noAccents" || hasAccent(word));
      const wanted = fromTitle ? 2 : 3;
      if (words.length < wanted) continue;
      const chosen = shuffled(words, random).slice(0, wanted);
      queries.push({ q: spoil(chosen, kind, random), expect: briefing.id, class: kind });
      made++;
    }
  }
  return queries;
}

// What stands in every tenth briefing tells nobody which one is meant.
function commonWords(): ReadonlySet<string> {
  const languages: readonly CorpusLanguage[] = ["fr", "en", "sw"];
  return new Set(
    languages.flatMap((language) =>
      vocabularyOf(language)
        .words.slice(0, 1_000)
        .map((word) => word.toLowerCase()),
    ),
  );
}

function specialWords(texts: readonly string[], commonest: ReadonlySet<string>): string[] {
  const words = texts.flatMap((text) => text.toLowerCase().match(/\p{L}+(?:'\p{L}+)*/gu) ?? []);
  const unelided = words.map((word) => word.replace(/^[ld]'/, ""));
  return [...new Set(unelided)].filter((word) => word.length >= 6 && !commonest.has(word));
}

function hasAccent(word: string): boolean {
  return stripAccents(word) !== word;
}

function stripAccents(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "");
}

function shuffled(words: readonly string[], random: Random): string[] {
  const keyed = words.map((word) => ({ word, key: random.next() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ word }) => word);
}

function spoil(words: readonly string[], kind: QueryClass, random: Random): string {
  const spoilt = [...words];
  const last = spoilt.length - 1;
  const edit = (at: number): void => {
    spoilt[at] = mistype(spoilt[at] as string, random);
  };
  const cut = (): void => {
    const word = spoilt[last] as string;
    spoilt[last] = word.slice(0, Math.max(4, Math.ceil(word.length * 0.6)));
  };
  switch (kind) {
    case "exact":
      break;
    case "noAccents":
      return spoilt.map(stripAccents).join(" ");
    case "typo1":
      edit(random.below(spoilt.length));
      break;
    case "typo2": {
      const first = random.below(spoilt.length);
      edit(first);
      edit(random.next() < 0.5 ? first : (first + 1) % spoilt.length);
      break;
    }
    case "prefix":
      cut();
      break;
    case "prefixTypo":
      cut();
      edit(last);
      break;
  }
  // Words that are whole are followed by a space; a half-typed one isn't.
  return kind === "prefix" || kind === "prefixTypo" ? spoilt.join(" ") : `${spoilt.join(" ")} `;
}

const keyboard = "abcdefghijklmnopqrstuvwxyz";

/** One letter lost, doubled, wrong, or swapped with its neighbour. */
function mistype(word: string, random: Random): string {
  const at = random.below(word.length);
  switch (random.below(4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + random.pick([...keyboard]) + word.slice(at);
    case 2:
      return word.slice(0, at) + random.pick([...keyboard]) + word.slice(at + 1);
    default: {
      const first = Math.min(at, word.length - 2);
      return word.slice(0, first) + word.charAt(first + 1) + word.charAt(first) + word.slice(first + 2);
    }
  }
}
