import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block } from "../../model/body.ts";
import { maxBodyDepth } from "../../model/body.ts";
import { textRunsOf } from "../../model/reading-order.ts";
import { cpuMsOf } from "../cpu-time.suite.ts";
import { buildBody } from "./build-body.ts";

const build = (text: string, kind: "html" | "text" | "markdown" = "html") =>
  buildBody({ kind, text, baseAddress: null });

function depthOf(blocks: readonly Block[]): number {
  let deepest = 0;
  const stack = blocks.map((block) => ({ block, depth: 1 }));
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { block, depth } = top;
    deepest = Math.max(deepest, depth);
    const inner =
      block.kind === "quote" ? block.blocks : block.kind === "list" ? block.items.flatMap((item) => item.blocks) : [];
    for (const child of inner) stack.push({ block: child, depth: depth + 1 });
  }
  return deepest;
}

describe("a body's measures", () => {
  test("the lead is the first words of the text, without headings", () => {
    const { lead, wordCount } = build(`<h2>Eau</h2><p>Le puits de Sake est ouvert.</p><p>${"mot ".repeat(100)}</p>`);
    expect(lead).toMatch(/^Le puits de Sake est ouvert\. mot/);
    expect(lead.length).toBeLessThanOrEqual(200);
    expect(wordCount).toBe(107);
  });

  test("a dash or a bullet is no word, l’eau and 12 000 are what they look like", () => {
    expect(build("<p>L’eau – 12&nbsp;000 litres • fin</p>").wordCount).toBe(5);
  });
});

describe("input that means ill", () => {
  const deep = 100_000;
  test.each([
    ["divs", `${"<div>".repeat(deep)}mot`],
    ["lists", `${"<ul><li>".repeat(deep)}mot`],
    ["quotes", `${"<blockquote>".repeat(deep)}mot${"</blockquote>".repeat(deep)}`],
    ["tables", `${"<table><tr><td>".repeat(deep)}mot`],
    ["bold", `${"<b>".repeat(deep)}mot`],
    ["links", `${Array.from({ length: 50_000 }, (_, n) => `<a href="https://a.org/${n}"><p>`).join("")}mot`],
    ["unclosed", `${"<p><b><i>".repeat(30_000)}mot`],
    ["end tags", `<ul><li><table><tr><td>mot${"</ul></li></b>".repeat(deep)}`],
  ])("100,000-deep %s are flattened, quickly and with their word", (_name, html) => {
    let blocks: readonly Block[] = [];
    expect(
      cpuMsOf(() => {
        blocks = build(html).body.blocks;
      }),
    ).toBeLessThan(2_000);
    expect(depthOf(blocks)).toBeLessThanOrEqual(maxBodyDepth);
    expect(
      textRunsOf({ blocks })
        .map((run) => run.text)
        .join(""),
    ).toContain("mot");
  });

  test.each([
    ["quotes", ">".repeat(50_000)],
    ["lists", Array.from({ length: 1_000 }, (_, n) => `${" ".repeat(n * 2)}- a`).join("\n")],
    ["stars", "**a".repeat(100_000)],
    ["brackets", "[a](".repeat(100_000)],
    ["tables", `${"|a".repeat(20_000)}\n${"|-".repeat(20_000)}\n`],
  ])("Markdown made of %s is read as plain text instead of for minutes", (_name, markdown) => {
    expect(cpuMsOf(() => build(markdown, "markdown"))).toBeLessThan(1_500);
  });

  test("HTML inside Markdown is cleaned like any other", () => {
    const { body } = build(
      'Texte <img src=x onerror=alert(1)> <script>alert(1)</script>\n\n<a href="javascript:x">y</a>',
      "markdown",
    );
    expect(JSON.stringify(body)).not.toMatch(/onerror|alert|javascript/);
  });

  test("no characters, however mixed with tags, make it throw or leave an address that can run", () => {
    const pieces = fc.constantFrom(
      ...'<p> </p> <b> </b> <ul> <li> </ul> <table> <tr> <td> </table> <a\u00a0href="javascript:x"> </a> <pre> </pre> <script> </script> <!-- --> <h1> </h2> <blockquote> </blockquote> <figure> <figcaption> </figure> <img\u00a0src=x> <br> <br> & &amp; < > • - 1. mot'
        .split(" ")
        .map((piece) => piece.replace("\u00a0", " ")),
      "\n",
      "\u202e",
      "\ud800",
      "\0",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 5 })), { maxLength: 60 }),
        fc.constantFrom("html", "text", "markdown"),
        (parts, kind) => {
          const { body, keyPoints } = build(parts.join(""), kind as "html");
          expect(JSON.stringify(body)).not.toMatch(/"(?:href|address)":"(?!https?:|mailto:)/);
          expect(depthOf(body.blocks)).toBeLessThanOrEqual(maxBodyDepth);
          for (const point of keyPoints) expect(point.length).toBeLessThanOrEqual(180);
        },
      ),
      { seed: 20261019, numRuns: 500 },
    );
  });
});
