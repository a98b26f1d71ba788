import { type App, expect, test } from "../fixtures/app.ts";
import type { SampleBriefing } from "../fixtures/sample-briefings.ts";
import type { FeedServer } from "../servers/feed-server.ts";

const dispatch = [
  "Le bac de Sake reprend ses traversées lundi après neuf jours de réparation, annonce le service du port. Les piétons et les véhicules légers passent dès six heures du matin, une rotation toutes les quarante minutes.",
  "Les camions de plus de dix tonnes attendent la rotation du soir. Deux des cinq robinets du port restent à sec depuis la panne de la pompe, et un camion-citerne passe un jour sur deux avant midi.",
];

function item(key: string, title: string, but: Partial<SampleBriefing> = {}): SampleBriefing {
  const paragraphs = [`${title}.`, ...dispatch];
  const published = Date.parse("2026-10-20T08:00:00Z");
  return { key, language: "fr", title, keyPoints: [], sections: [{ heading: null, paragraphs }], published, ...but };
}

const radio = item("bac-radio", "Le bac de Sake repart lundi");
const lake = item("bac-lac", "Sake : fin de panne au port");
const roads = item("bac-routes", "Traversée du lac : le bac est réparé");
const market = item("marche", "Birere : le haricot baisse encore", {
  sections: [
    {
      heading: null,
      paragraphs: [
        "Le kilo de haricot s’échange à mille huit cents francs cette semaine au marché de Birere, contre deux mille cent au début du mois. Les vendeuses disent que la récolte de Masisi est arrivée par la route du nord, rouverte depuis mardi.",
      ],
    },
  ],
});

async function withThreeSources(app: App, feeds: FeedServer): Promise<void> {
  const { library } = app;
  await library.whenReady();
  await library.addLocalSource(feeds.publish("/radio.xml", { title: "Radio Lac", items: [radio, market] }));
  await library.addLocalSource(feeds.publish("/lac.xml", { title: "Infos du lac", items: [lake] }));
  await library.addLocalSource(feeds.publish("/routes.xml", { title: "Infos routes", items: [roads] }));
  await expect(library.view(library.text.reading.views.all)).toContainText("4");
}

test.describe("one thing once, and copies side by side", () => {
  test("three sources with one dispatch are one row that says so, and every count still counts three @fr", async ({
    app,
    feeds,
  }) => {
    const { library } = app;
    await withThreeSources(app, feeds);
    await expect(library.rows).toHaveCount(2);
    const row = library.row("3 copies d’une dépêche");
    await expect(row).toContainText("2 non lues");
    await expect(app.page.getByText("4 rapports, 2 copies regroupées")).toBeVisible();
    await expect(library.view(library.text.reading.views.unread)).toContainText("4");
    await row.getByText("3 copies d’une dépêche").click();
    await expect(library.rows).toHaveCount(4);
    await row.getByText("3 copies d’une dépêche").click();
    await expect(library.rows).toHaveCount(2);
  });

  test("by keys too: right shows the copies, left hides them, E does either @fr", async ({ app, feeds }) => {
    const { library, page } = app;
    await withThreeSources(app, feeds);
    await library.row("3 copies d’une dépêche").click();
    await library.list.focus();
    await page.keyboard.press("ArrowRight");
    await expect(library.rows).toHaveCount(4);
    await page.keyboard.press("j");
    await page.keyboard.press("ArrowLeft");
    await expect(library.rows).toHaveCount(2);
    await expect(library.row("3 copies d’une dépêche")).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("e");
    await expect(library.rows).toHaveCount(4);
    await library.row(market.title).click();
    await page.keyboard.press("e");
    await expect(library.messages).toContainText(library.text.copies.none);
  });

  test("the reader says that copies are no confirmations, leads to each, and marks them read together @fr", async ({
    app,
    feeds,
  }) => {
    const { library } = app;
    await withThreeSources(app, feeds);
    await library.row("3 copies d’une dépêche").click();
    const note = library.reader.article.getByRole("region", { name: library.text.copies.others });
    await expect(note).toContainText(/Le même texte par 3 sources\s: copies d’une dépêche, pas 3 confirmations\./);
    await expect(note.getByRole("listitem")).toHaveCount(2);
    await note.getByRole("button", { name: library.text.copies.markRead }).click();
    await expect(library.view(library.text.reading.views.unread)).toContainText("1");
    await library.undo();
    await expect(library.view(library.text.reading.views.unread)).toContainText("4");
    const title = await library.reader.title.textContent();
    await note.getByRole("listitem").first().getByRole("button").click();
    await expect(library.reader.title).not.toHaveText(title ?? "");
    await expect(note.getByRole("listitem")).toHaveCount(2);
  });

  test("search finds one row for the dispatch, and shows the others when asked @fr", async ({ app, feeds }) => {
    const { library } = app;
    await withThreeSources(app, feeds);
    await library.search.fill("robinets port");
    await expect(library.newsRows).toHaveCount(1);
    await library.rows.first().getByText("3 copies d’une dépêche").click();
    await expect(library.newsRows).toHaveCount(3);
  });

  test("the same page by feed and by paste is one briefing, and every way it came is told @fr", async ({
    app,
    feeds,
  }) => {
    const { library } = app;
    await library.whenReady();
    await library.addLocalSource(feeds.publish("/radio.xml", { title: "Radio Lac", items: [market] }));
    const paste = `${market.title}\nLien : ${feeds.origin}/${market.key}\n\nLe haricot baisse, dit un collègue au téléphone.`;
    await (await library.pasteOnList(paste)).save();
    await library.addLocalSource(feeds.publish("/lac.xml", { title: "Infos du lac", items: [market] }));
    await expect(library.rows).toHaveCount(1);
    await library.open(market.title);
    const { way } = library.text.reading.meta;
    await expect(library.reader.article).toContainText(way.feed("Radio Lac"));
    await expect(library.reader.article).toContainText(`aussi ${way.paste()}, `);
    await expect(library.reader.article).toContainText(`aussi ${way.feed("Infos du lac")}, `);
  });
});
