import { describe, expect, test } from "vitest";
import { FakeMachine } from "../../host/fake-host.ts";
import { plainTextOf } from "../../model/reading-order.ts";
import { startNodePdfWorker } from "../import/node-pdf-worker.suite.ts";
import { createImportReaders } from "./read-imports.ts";

const readers = createImportReaders({
  limits: { fileBytes: 200_000 },
  startPdfWorker: startNodePdfWorker,
  host: new FakeMachine().connect(),
});
const file = (name: string, text: string | Uint8Array) =>
  readers.readFile({ name, bytes: typeof text === "string" ? new TextEncoder().encode(text) : text });

async function draft(name: string, text: string | Uint8Array) {
  const read = await file(name, text);
  if (!read.ok) throw new Error(read.failure.kind);
  const [document] = read.value;
  if (document === undefined) throw new Error("nothing in it");
  return document.text;
}

const briefing = `POINTS CLÉS
- Le marché de Sake a rouvert après trois jours de pluie.
- La piste du nord reste fermée aux camions.
- Deux puits sont à réparer avant la fin du mois.
Selon l’équipe eau, le marché de Sake a rouvert lundi matin et les commerçants ont repris leurs places habituelles le long de la route du lac.
La pluie de la semaine a emporté un pont de bois, mais le passage à pied reste possible en saison sèche selon les chauffeurs.
Le marché revit après la pluie
Les étals de légumes sont revenus dès l’aube, avec des prix presque égaux à ceux du mois dernier pour les haricots et le manioc.
Deux puits restent à réparer
L’équipe prévoit une visite jeudi avec des pièces de rechange et deux mécaniciens venus de Goma par le bateau du matin.`;

describe("a picture", () => {
  const png = Uint8Array.from([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 2, 0, 0, 0, 1, 0, 8, 2,
    0, 0, 0,
  ]);

  test("is a briefing without text, titled as its file and kept as it came, whatever its name says", async () => {
    const read = await file("pont_de_Mushaki.txt", png);
    expect(read).toMatchObject({
      ok: true,
      value: [
        {
          text: { fields: { title: "pont de Mushaki" }, body: { blocks: [] } },
          original: { name: "pont_de_Mushaki.txt", mediaType: "image/png", bytes: png },
          attachments: [],
        },
      ],
    });
  });

  test("whose header is cut off isn't readable", async () => {
    expect(await file("a.png", png.subarray(0, 20))).toEqual({ ok: false, failure: { kind: "unreadable-file" } });
  });
});

describe("a plain text file", () => {
  test("comes out with key points, headings as sections, whole paragraphs and a title in its own words", async () => {
    const { fields, body, fileName } = await draft("marche.txt", briefing);
    expect(fileName).toBe("marche.txt");
    expect(fields).toMatchObject({
      title: "Le marché de Sake a rouvert après trois jours de pluie",
      language: "fr",
      asOf: null,
      published: null,
      sourceName: "",
      audience: null,
      label: null,
      link: null,
    });
    expect(fields.keyPoints).toHaveLength(3);
    expect(body.blocks.map((block) => block.kind)).toEqual([
      "paragraph",
      "paragraph",
      "heading",
      "paragraph",
      "heading",
      "paragraph",
    ]);
    const lines = briefing.split("\n").slice(4);
    expect(body.blocks.map((block) => ("inlines" in block ? plainTextOf(block.inlines) : ""))).toEqual(lines);
  });

  test("with a line above its key points has that line as its title, and not a second time in the text", async () => {
    const { fields, body } = await draft("note.txt", `Sake : marché rouvert, pont emporté\n${briefing}`);
    expect(fields.title).toBe("Sake : marché rouvert, pont emporté");
    expect(fields.keyPoints).toHaveLength(3);
    expect(JSON.stringify(body)).not.toContain('pont emporté"');
  });

  test("states its title, dates, source and label only where the text does", async () => {
    const { fields } = await draft(
      "x.txt",
      "Rapport de situation : marché de Sake\n\nTLP:AMBER\nSource : Équipe eau\nPublié le 20 octobre 2026\nSituation au 18 octobre 2026\nhttps://radio.example.org\n\nLe marché a rouvert lundi matin et les commerçants ont repris leurs places.",
    );
    expect(fields).toMatchObject({
      title: "Rapport de situation : marché de Sake",
      kind: "sitrep",
      asOf: "2026-10-18",
      published: Date.UTC(2026, 9, 20, 12),
      sourceName: "Équipe eau",
      label: { scale: "tlp", level: "amber" },
    });
  });

  test("in Windows' old encoding keeps its accents", async () => {
    const bytes = Uint8Array.from("Le march\xe9 de Sake est ouvert, l\x92\xe9quipe est pass\xe9e.", (letter) =>
      letter.charCodeAt(0),
    );
    const { fields } = await draft("a.txt", bytes);
    expect(fields.title).toBe("Le marché de Sake est ouvert, l’équipe est passée");
  });

  test("that is a web page under another name is read as a page", async () => {
    expect(
      (await draft("page.txt", "<!doctype html><title>Marché</title><p>Le marché est ouvert.</p>")).fields.title,
    ).toBe("Marché");
  });
});

describe("other files", () => {
  test("Markdown: front matter and the first heading, which isn't shown twice", async () => {
    const { fields, body } = await draft(
      "n.md",
      '---\ntitle: "Marché"\ndate: 2026-10-19\nsource: Équipe eau\n---\n# Marché\n\nLe marché **est** ouvert.',
    );
    expect(fields).toMatchObject({ title: "Marché", published: Date.UTC(2026, 9, 19, 12), sourceName: "Équipe eau" });
    expect(body.blocks).toHaveLength(1);
    expect((await draft("n.md", "# Titre\n\nTexte.")).fields.title).toBe("Titre");
  });

  test("a saved page: its title without the site's name, its date, its address", async () => {
    const { fields } = await draft(
      "p.html",
      '<!-- saved from url=(0030)https://radio.example.org/a --><html lang="fr"><head><title>Le marché | Radio du Lac</title><meta property="og:site_name" content="Radio du Lac"><meta property="article:published_time" content="2026-10-19T08:00:00+02:00"></head><body><p>Texte du jour.</p></body></html>',
    );
    expect(fields).toMatchObject({
      title: "Le marché",
      sourceName: "Radio du Lac",
      published: Date.UTC(2026, 9, 19, 6),
      link: "https://radio.example.org/a",
    });
  });

  test.each([
    ["a.csv", "x", { kind: "unsupported-file", extension: "csv" }],
    ["sansnom", "x", { kind: "unsupported-file", extension: "" }],
    ["a.txt", "", { kind: "empty-file" }],
    ["a.txt", " \n\t", { kind: "empty-file" }],
    ["a.html", "<html><script>x</script></html>", { kind: "no-text" }],
    ["a.txt", "x".repeat(200_001), { kind: "file-too-large", limit: 200_000 }],
    ["a.txt", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), { kind: "damaged-file" }],
    ["a.txt", new Uint8Array(500), { kind: "binary-file" }],
    ["a.md", "%PDF-1.7 …", { kind: "damaged-file" }],
  ])("%s with %j is refused with a reason", async (name, text, failure) => {
    expect(await file(name, text)).toEqual({ ok: false, failure });
  });

  test("a UTF-16 text is a text", async () => {
    const text = "\ufeffLe marché est ouvert.";
    const bytes = new Uint8Array(new Uint16Array(Array.from(text, (letter) => letter.charCodeAt(0))).buffer);
    expect((await draft("a.txt", bytes)).fields.title).toBe("Le marché est ouvert");
  });
});

describe("a paste", () => {
  const paste = (text: string, html: string | null = null) => {
    const read = readers.readPaste({ text, html });
    return read.ok ? read.value : read.failure;
  };

  test.each([
    "https://radio.example.org/feed",
    " reliefweb.int/updates/rss.xml ",
    "<https://a.example.org>",
    "feed:https://a.example.org/x",
    "www.example.org",
  ])("of %s is an address", (text) => {
    expect(paste(text)).toEqual({ address: text.trim().replace(/[<>]/g, "") });
  });

  test.each(["note.txt", "Voir https://a.example.org", "Sake.Le marché est ouvert", "12.5"])(
    "of “%s” is a text",
    (text) => {
      expect(paste(text)).not.toHaveProperty("address");
    },
  );

  test("uses the HTML where it has structure, the plain text where the HTML says less", () => {
    const text = "Titre\nun\ndeux\nLe marché de Sake est ouvert depuis lundi matin.";
    expect(
      paste(
        text,
        "<h1>Titre</h1><ul><li>un</li><li>deux</li></ul><p>Le marché de Sake est ouvert depuis lundi matin.</p>",
      ),
    ).toMatchObject({
      fileName: "",
      fields: { title: "Titre" },
      body: { blocks: [{ kind: "list" }, { kind: "paragraph" }] },
    });
    expect(paste(`${text} ${"mot ".repeat(100)}`, "<ul><li>un</li></ul>")).toMatchObject({
      fields: { title: "Titre" },
      body: { blocks: [{ kind: "paragraph" }, { kind: "paragraph" }, { kind: "paragraph" }] },
    });
  });

  test("of nothing is no text", () => {
    expect(paste("  ", null)).toEqual({ kind: "no-text" });
    expect(paste("", "<script>x</script>")).toMatchObject({ kind: "no-text" });
  });
});
