import { expect, test } from "vitest";
import { listLimits, readOpml } from "./read-opml.ts";
import { writeOpml } from "./write-opml.ts";

const opml = (body: string, head = "<title>Kivu</title>") =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0"><head>${head}</head><body>${body}</body></opml>`;
const read = (text: string) => readOpml(new TextEncoder().encode(text));

function sourcesOf(text: string) {
  const list = read(text);
  if (!list.ok) throw new Error(list.failure.kind);
  return list.value.sources.map(({ name, folder, address }) => [folder, name, address]);
}

test("nested folders, types in any case and unknown attributes are read", () => {
  const text = opml(`
    <outline text="RDC">
      <outline TYPE="RSS" text="Routes" xmlUrl="https://routes.example/feed" htmlUrl="https://routes.example/" x:mood="calm"/>
      <outline text="Radios &amp; journaux">
        <outline type="atom" title="Radio du lac" text="ignored" xmlURL="https://radio.example/atom"/>
      </outline>
    </outline>
    <outline text="Marchés" xmlUrl="https://markets.example/rss"/>`);
  expect(sourcesOf(text)).toEqual([
    ["RDC", "Routes", "https://routes.example/feed"],
    ["RDC / Radios & journaux", "Radio du lac", "https://radio.example/atom"],
    [null, "Marchés", "https://markets.example/rss"],
  ]);
});

test("what is no source is left out by name, and another list is never followed", () => {
  const list = read(
    opml(`
      <outline type="include" text="Une autre liste" url="https://lists.example/more.opml"/>
      <outline type="rss" text="Sans adresse"/>
      <outline text="Un dossier vide"/>
      <outline isComment="true" text="Plus suivie" xmlUrl="https://old.example/rss"/>
      <outline type="rss" text="Routes" xmlUrl="https://routes.example/feed"/>`),
  );
  expect(list).toMatchObject({
    ok: true,
    value: {
      sources: [{ name: "Routes" }],
      leftOut: [
        { label: "Une autre liste", reason: "other-list" },
        { label: "Sans adresse", reason: "no-address" },
        { label: "Plus suivie", reason: "commented-out" },
      ],
    },
  });
});

test("UTF-16, Latin-1 and a missing type are read as they are meant", () => {
  const text = '<opml><body><outline text="Météo" xmlUrl="https://meteo.example/"/></body></opml>';
  const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
  const latin = new Uint8Array(Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${text}`, "latin1"));
  for (const bytes of [utf16, latin]) {
    expect(readOpml(bytes)).toMatchObject({ ok: true, value: { sources: [{ name: "Météo" }] } });
  }
});

test("a name keeps only what can be seen", () => {
  expect(sourcesOf(opml('<outline text="&#8238;Routes&#8203; &lt;b&gt;" xmlUrl="https://a.example/"/>'))[0]?.[1]).toBe(
    "Routes <b>",
  );
});

test.each([
  ["empty", "  \n", "empty-file"],
  ["a web page", "<!doctype html><html><body>Hello</body></html>", "not-a-list"],
  ["a feed", '<rss version="2.0"><channel><title>A</title></channel></rss>', "not-a-list"],
  ["plain text", "https://radio.example/rss", "not-a-list"],
  ["cut in the middle", opml('<outline text="A" xmlUrl="https://a.example/"/>').slice(0, -30), "broken-list"],
  ["without a source", opml('<outline text="Un dossier"/>'), "empty-list"],
  ["a bomb of entities", '<!DOCTYPE o [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><opml><body/></opml>', "entity-bomb"],
  ["bottomless", opml(`${'<outline text="a">'.repeat(20_000)}${"</outline>".repeat(20_000)}`), "broken-list"],
])("a list that is %s is told as such", (_, text, kind) => {
  expect(read(text)).toMatchObject({ ok: false, failure: { kind } });
});

test("a list that is too large isn't read at all, and one that is too long keeps its beginning", () => {
  expect(readOpml(new Uint8Array(listLimits.fileBytes + 1))).toEqual({
    ok: false,
    failure: { kind: "file-too-large", limit: listLimits.fileBytes },
  });
  const many = Array.from(
    { length: listLimits.sources + 2 },
    (_, n) => `<outline text="S${n}" xmlUrl="https://s${n}.example/"/>`,
  );
  const list = read(opml(many.join("")));
  expect(list.ok && list.value.sources.length).toBe(listLimits.sources);
  expect(list.ok && list.value.leftOut.map(({ reason }) => reason)).toEqual(["too-many", "too-many"]);
});

test("what is written is read back with its folders", () => {
  const sources = [
    { address: "https://b.example/rss?a=1&b=2", name: 'Marchés <nord> & "sud"', folder: null, homePage: null },
    { address: "https://a.example/rss", name: "Routes", folder: "RDC / Radios", homePage: "https://a.example/" },
  ];
  const back = readOpml(new TextEncoder().encode(writeOpml("Field Reader", sources)));
  expect(back.ok && [...back.value.sources].sort((a, b) => b.address.localeCompare(a.address))).toEqual(sources);
});
