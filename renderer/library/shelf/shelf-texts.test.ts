import { describe, expect, test } from "vitest";
import type { InterfaceLanguage } from "../../model/settings.ts";
import { noonOf } from "../../model/time.ts";
import { buildBody } from "../body/build-body.ts";
import { type ReferenceText, readReference } from "./read-reference.ts";
import { shelfTexts } from "./shelf-texts.ts";

const texts = shelfTexts.map(readReference);
const languages: readonly InterfaceLanguage[] = ["fr", "en", "sw"];
const keys = [...new Set(texts.map(({ key }) => key))];

/** Every text with what isn't as it must be, so that one run names them all. */
function offending(isWrong: (text: ReferenceText) => unknown): readonly string[] {
  return texts.filter(isWrong).map(({ key, language }) => `${key}.${language}`);
}

const wordsOf = ({ markdown }: ReferenceText) => markdown.match(/[\p{L}\p{N}][^\s|]*/gu)?.length ?? 0;
const bodyOf = ({ markdown }: ReferenceText) => buildBody({ kind: "markdown", text: markdown, baseAddress: null });
const wholeTextOf = ({ title, keyPoints, markdown }: ReferenceText) => [title, ...keyPoints, markdown].join("\n");

describe("the shelf", () => {
  test("holds twelve to sixteen references, each once in each of the three languages", () => {
    expect(keys.length).toBeGreaterThanOrEqual(12);
    expect(keys.length).toBeLessThanOrEqual(16);
    const versions = texts.map(({ key, language }) => `${key}.${language}`).sort();
    expect(versions).toEqual(keys.flatMap((key) => languages.map((language) => `${key}.${language}`)).sort());
  });

  test("gives the versions of one reference the same place, dates and number of sources and key points", () => {
    const facts = ({ key, order, checked, reviewBefore, sources, keyPoints }: ReferenceText) =>
      JSON.stringify([key, order, checked, reviewBefore, sources.length, keyPoints.length]);
    expect(new Set(texts.map(facts)).size).toBe(keys.length);
    expect(new Set(texts.map(({ order }) => order)).size).toBe(keys.length);
  });

  test("says of every text in Kiswahili that nobody in Goma has reviewed it yet, and of no other", () => {
    expect(offending(({ language, isReviewed }) => isReviewed === (language === "sw"))).toEqual([]);
  });
});

describe("every reference", () => {
  test("has two to five key points of at most 180 characters, in whole sentences", () => {
    expect(offending(({ keyPoints }) => keyPoints.length < 2 || keyPoints.length > 5)).toEqual([]);
    expect(offending(({ keyPoints }) => keyPoints.some((point) => point.length > 180 || !/[.?]$/.test(point)))).toEqual(
      [],
    );
  });

  test("names at least two different sources", () => {
    expect(offending(({ sources }) => new Set(sources).size < 2)).toEqual([]);
  });

  test("is to be checked again within a year", () => {
    const days = ({ checked, reviewBefore }: ReferenceText) => (noonOf(reviewBefore) - noonOf(checked)) / 86_400_000;
    expect(offending((text) => days(text) < 30 || days(text) > 366)).toEqual([]);
  });

  test("is short enough to be read in a vehicle and long enough to help", () => {
    expect(offending((text) => wordsOf(text) < (text.language === "sw" ? 200 : 250) || wordsOf(text) > 600)).toEqual(
      [],
    );
  });

  test("has a title that fits and sections with headings of their own", () => {
    expect(offending(({ title }) => title.length > 96)).toEqual([]);
    const sections = (text: ReferenceText) => bodyOf(text).body.blocks.filter(({ kind }) => kind === "heading").length;
    expect(offending((text) => sections(text) < 2)).toEqual([]);
  });

  test("opens with a paragraph, and nothing of it is mistaken for key points", () => {
    expect(offending((text) => bodyOf(text).body.blocks[0]?.kind !== "paragraph")).toEqual([]);
    expect(offending((text) => bodyOf(text).keyPoints.length > 0)).toEqual([]);
  });

  test("leads nowhere: no address, no link, no picture, no tag", () => {
    expect(offending((text) => /https?:|www\.|\]\(|<\w/.test(wholeTextOf(text)))).toEqual([]);
  });

  test("is set with real apostrophes and quotation marks, and with French spaces in French", () => {
    expect(offending((text) => /'|"|\.\.\./.test(wholeTextOf(text)))).toEqual([]);
    const wrong = /[^\s\u202f\u00a0][;?!»](?!\S)|[ ][;:?!»]|«[ ]|\p{L}:(?=\s)/u;
    expect(offending((text) => text.language === "fr" && wrong.test(wholeTextOf(text).replace(/[|*]/g, "")))).toEqual(
      [],
    );
  });

  test("doesn't shout, promise or command", () => {
    expect(
      offending((text) =>
        /!|(?<!\p{L})(verified|vérifiée?s?|up to date|à jour|guaranteed|garantie?s?)(?!\p{L})/iu.test(
          wholeTextOf(text),
        ),
      ),
    ).toEqual([]);
  });
});

/** What never stands on the shelf, because it is wrong by tomorrow, puts someone in danger, or isn't ours to say. */
const banned: Readonly<Record<string, readonly string[]>> = {
  "armed groups and forces": [
    "M23|AFC|FDLR|ADF|FARDC|NDC|APCLS|CODECO|Nyatura|Wazalendo|Twirwaneho|MONUSCO|RDF|UPDF|SAMIDRC|EACRF",
    "Ma[iï]-?Ma[iï]|rebel(le)?s?|rébellion|milices?|miliciens?|militias?|groupes? armés?|armed groups?|waasi",
    "makundi yenye silaha|makundi ya silaha|jeshi|wanajeshi|wanamgambo|armées?|army|armies|soldats?|soldiers?",
  ],
  "persons, who hold an office or a rank": [
    "présidente?|presidents?|marais|rais|colonels?|kanali|jenerali|lieutenants?|capitaines?|captains?|commandants?",
    "commanders?|kamanda|gouverneure?|governors?|gavana|ministre|minister|waziri|porte-parole|spokes\\p{L}+|msemaji",
  ],
  "front lines and control": [
    "lignes? de front|front ?lines?|mstari wa mbele|mistari ya mbele|contrôlée?s? par|under (the )?control|sous contrôle",
    "zones? occupées?|occupied|yaliyotekwa|checkpoints?|barrages? routiers?|road ?blocks?|barrières?|vizuizi",
  ],
  "access and advice on movement": [
    "accessible|inaccessible|praticables?|impraticables?|passable|impassable|haipitiki|itinéraires? conseillés?",
    "recommended routes?|évacu\\p{L}*|evacuat\\p{L}*|fuyez|fuir|fuite|flee|flees|fled|kimbia|kimbieni|kuhama|partez",
    "corridors?|couvre-feu|curfew|escortes?|escorts?|convois?|convoys?|évitez|avoid the|epuka|no-go",
  ],
  "displacement and mining sites": [
    "camps? de déplacés|sites? de déplacés|displacement (camps?|sites?)|IDP (camps?|sites?)|kambi|Mugunga|Bulengo",
    "Lushagala|Kanyaruchinya|Rusayo|mines? (d’or|de)|mining|coltan|cassitérite|cassiterite|migodi|mgodi|Rubaya|Bisie",
  ],
  "numbers of people": [
    "\\d[\\d\\u202f\\u00a0., ]*(habitants?|inhabitants|wakazi|déplacés|displaced|wakimbizi|personnes|people|morts|deaths|watu)",
    "(watu|wakazi|wakimbizi) (\\p{L}+ )?\\d[\\d., ]*",
  ],
  "phone numbers": [
    "\\+\\s?\\d{2,3}[\\s\\d]{6,}",
    "0[89]\\d[\\s\\d]{6,}",
    "numéro vert|hotline|téléphonez|call us|piga simu",
  ],
};

describe.each(Object.entries(banned))("no reference has anything of: %s", (_, words) => {
  test("in any language: title, key points, text and sources", () => {
    const found = texts.flatMap((text) => {
      const said = new RegExp(`(?<!\\p{L})(?:${words.join("|")})(?!\\p{L})`, "giu");
      return [...wholeTextOf(text).matchAll(said)].map(([word]) => `${text.key}.${text.language}: ${word}`);
    });
    expect(found).toEqual([]);
  });
});

test("the list of banned words finds what it is there to find", () => {
  const isBanned = (sentence: string) =>
    Object.values(banned).some((words) =>
      new RegExp(`(?<!\\p{L})(?:${words.join("|")})(?!\\p{L})`, "iu").test(sentence),
    );
  const sentences = [
    "Le M23 est à Sake.",
    "L’évacuation a commencé.",
    "Barabara haipitiki.",
    "The road is passable.",
    "4 200 personnes y vivent.",
    "Appelez le +243 812 345 678.",
    "le gouverneur Untel",
    "près de la ligne de front",
    "le site de déplacés de Bulengo",
  ];
  expect(sentences.filter((sentence) => !isBanned(sentence))).toEqual([]);
});
