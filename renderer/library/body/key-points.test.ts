import { describe, expect, test } from "vitest";
import { buildBody } from "./build-body.ts";
import { outlineOf } from "./sample-outline.suite.ts";

const built = (text: string, kind: "html" | "text" | "markdown" = "text") => {
  const { keyPoints, body } = buildBody({ kind, text, baseAddress: null });
  return { keyPoints, rest: outlineOf(body.blocks) };
};
const text = "La route du littoral est praticable depuis lundi, selon les chauffeurs et le chef du marché de Minova.";

describe("key points", () => {
  test.each([
    "KEY POINTS",
    "Key messages:",
    "Highlights",
    "Faits saillants",
    "Points clés",
    "MESSAGES CLÉS :",
    "Mambo makuu",
  ])("stand under a heading such as “%s” and leave the body with it", (heading) => {
    expect(built(`${heading}\n- La route est ouverte.\n- Le marché a rouvert.\n${text}`)).toEqual({
      keyPoints: ["La route est ouverte.", "Le marché a rouvert."],
      rest: [`p ${text}`],
    });
  });

  test("are found in HTML too, also under a heading that is only bold", () => {
    expect(
      built(`<p><b>HIGHLIGHTS</b></p><ul><li>Road <i>open</i></li><li>Market open</li></ul><p>${text}</p>`, "html"),
    ).toEqual({
      keyPoints: ["Road open", "Market open"],
      rest: [`p ${text}`],
    });
  });

  test("may open a text as a list without a heading", () => {
    const list = "- La route est ouverte aux camions\n- Le marché a rouvert ce matin\n\n";
    expect(built(list + text).keyPoints).toHaveLength(2);
  });

  test("aren't made of menus, tables of contents or a list that is the whole text", () => {
    expect(built(`- Eau\n- Route\n- Santé\n\n${text}`).keyPoints).toEqual([]);
    expect(
      built(
        `<ul><li><a href="https://a.org">Lire le rapport de la semaine</a></li><li><a href="https://b.org">Voir la carte de la route</a></li></ul><p>${text}</p>`,
        "html",
      ).keyPoints,
    ).toEqual([]);
    expect(built("- La route est ouverte aux camions\n- Le marché a rouvert ce matin").keyPoints).toEqual([]);
  });

  test("are never cut: a point of over 180 characters stays in the body, whole", () => {
    const long = `${"x".repeat(90)} ${"y".repeat(90)}`;
    expect(built(`Points clés\n- un\n- ${long}\n- deux\n${text}`)).toEqual({
      keyPoints: ["un", "deux"],
      rest: ["h1 Points clés", `ul [${long}]`, `p ${text}`],
    });
  });

  test("are five at most; the others stay in the body", () => {
    const { keyPoints, rest } = built(
      `Points clés\n${[1, 2, 3, 4, 5, 6, 7].map((n) => `- point ${n}`).join("\n")}\n${text}`,
    );
    expect(keyPoints).toHaveLength(5);
    expect(rest).toContain("ul [point 6; point 7]");
  });

  test("one alone is none", () => {
    expect(built(`Points clés\n- un seul\n${text}`)).toMatchObject({
      keyPoints: [],
      rest: ["h1 Points clés", "ul [un seul]", `p ${text}`],
    });
  });

  test("a text that gives none has none", () => {
    expect(built(`${text}\n- un\n- deux\n${text}`).keyPoints).toEqual([]);
  });
});
