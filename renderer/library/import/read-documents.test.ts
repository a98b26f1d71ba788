import { describe, expect, test } from "vitest";
import { makeDocx, makeOdt, type OfficePart } from "../../../e2e/fixtures/make-office.ts";
import { makePdf } from "../../../e2e/fixtures/make-pdf.ts";
import type { ReadDocument } from "./import-tools.ts";
import { blockLines, documentIn, documentsIn } from "./read-with-tools.suite.ts";

const report: readonly OfficePart[] = [
  { heading: "Choléra à Sake : situation de la semaine", level: 1 },
  { heading: "Points clés", level: 2 },
  { list: ["Quarante-deux cas suspects en une semaine.", "Deux puits traités au chlore sur cinq."] },
  { heading: "Accès à l’eau", level: 2 },
  { text: "Les équipes ont réparé la conduite du marché & ouvert deux bornes." },
  {
    text: "Le détail est publié en ligne",
    link: "https://exemple.cd/eau?utm_source=courriel",
    note: "Chiffres provisoires.",
  },
  { list: ["Premier puits", "Deuxième puits"], ordered: true },
  {
    table: [
      ["Site", "Cas"],
      ["Sake", "42"],
      ["Mugunga", "7"],
    ],
  },
];

describe.each([
  ["Word", makeDocx(report)],
  ["OpenDocument", makeOdt(report)],
])("a %s document", (_, bytes) => {
  test("keeps its headings, lists, links, notes and tables, and its key points are picked", async () => {
    const read = await documentIn("rapport.bin", bytes);
    expect(read.text.fields.title).toBe("Choléra à Sake : situation de la semaine");
    expect(read.text.fields.keyPoints).toEqual([
      "Quarante-deux cas suspects en une semaine.",
      "Deux puits traités au chlore sur cinq.",
    ]);
    expect(blockLines(read)).toEqual([
      "h2 Accès à l’eau",
      "Les équipes ont réparé la conduite du marché & ouvert deux bornes.",
      "Le détail est publié en ligne1",
      "- Premier puits\n- Deuxième puits",
      "Site | Cas\nSake | 42\nMugunga | 7",
      "- Chiffres provisoires.",
    ]);
    expect(JSON.stringify(read.text.body)).toContain('"https://exemple.cd/eau"');
    expect(read.original?.bytes).toBe(bytes);
  });
});

describe("a PDF", () => {
  test("is read page after page, with headings by size, whole paragraphs, a table and no running heads", async () => {
    const foot = (page: number) => ({ text: `Cluster eau – TLP:GREEN – page ${page}`, size: 8, y: 30 });
    const bytes = makePdf({
      title: "Microsoft Word - modele.docx",
      pages: [
        [
          { text: "Choléra à Sake", size: 20 },
          { text: "Points clés", size: 15 },
          { text: "• Quarante-deux cas suspects en une semaine." },
          { text: "• Deux puits traités au chlore sur cinq." },
          { text: "Accès à l’eau", size: 15, y: 600 },
          { text: "Les équipes ont réparé la conduite du marché de Sake et ouvert deux nouvelles bor-", y: 580 },
          { text: "nes fontaines près de la route." },
          foot(1),
        ],
        [
          { text: "Site", y: 700 },
          { text: "Cas", x: 200, y: 700 },
          { text: "Sake", y: 684 },
          { text: "42", x: 200, y: 684 },
          { text: "Mugunga", y: 668 },
          { text: "7", x: 200, y: 668 },
          foot(2),
        ],
        [{ text: "La visite suivante est prévue jeudi." }, foot(3)],
      ],
    });
    const read = await documentIn("rapport.pdf", bytes);
    expect(read.text.fields.title).toBe("Choléra à Sake");
    expect(read.text.fields.keyPoints).toHaveLength(2);
    expect(read.text.fields.label).toEqual({ scale: "tlp", level: "green" });
    expect(blockLines(read)).toEqual([
      "h2 Accès à l’eau",
      "Les équipes ont réparé la conduite du marché de Sake et ouvert deux nouvelles bornes fontaines près de la route.",
      "Site | Cas\nSake | 42\nMugunga | 7",
      "La visite suivante est prévue jeudi.",
    ]);
    expect(read.original).toMatchObject({ name: "rapport.pdf", mediaType: "application/pdf" });
    expect(read.original?.bytes.length).toBe(bytes.length);
  });

  test("whose pages are only pictures is kept without a text, under its file's name", async () => {
    const read = await documentIn("plan_du_marche.pdf", makePdf({ pages: [[], []], isScanned: true }));
    expect(read.text.fields.title).toBe("plan du marche");
    expect(read.text.body.blocks).toEqual([]);
  });

  test("with a script, a program to start and a file inside has only its text read, and the file listed", async () => {
    const bytes = makePdf({
      pages: [[{ text: "Le marché de Sake rouvre lundi matin." }]],
      script: "app.alert('x')",
      launches: "calc.exe",
      embedded: { name: "liste.txt", content: "Une liste" },
    });
    const [read, inside] = await documentsIn("marche.pdf", bytes);
    expect(blockLines(read as ReadDocument)).toEqual(["Le marché de Sake rouvre lundi matin."]);
    expect(inside?.text.fileName).toBe("marche.pdf › liste.txt");
  });
});
