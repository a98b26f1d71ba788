import { expectAccessible } from "../fixtures/accessible.ts";
import { type App, expect, test } from "../fixtures/app.ts";
import { cholera, manyBriefings, route } from "../fixtures/sample-briefings.ts";
import { GettingControls } from "../pages/getting-controls.ts";
import type { LocalServer } from "../servers/local-server.ts";

const path = "/radio.xml";
const withOne = { title: "Radio Lac", items: [cholera] };
const withTwo = { title: "Radio Lac", items: [route, cholera] };

async function startWithSource(
  app: App,
  server: LocalServer & { publish: (path: string, feed: typeof withOne) => string },
) {
  const { library } = app;
  const address = server.publish(path, withOne);
  await library.whenReady();
  await library.addLocalSource(address);
  await expect(library.row(cholera.title)).toBeVisible();
}

/** Without the old browser profile nobody knows when a source was last asked, as after a long time. */
async function comeBackLater(app: App): Promise<GettingControls> {
  await app.restartWithNewProfile();
  return new GettingControls(app.library);
}

test("on a new start an offer says what there is to get, at what size, without asking anyone @fr", async ({
  app,
  feeds,
}) => {
  await startWithSource(app, feeds);
  feeds.publish(path, withTwo);
  const asked = feeds.requests(path);
  const getting = await comeBackLater(app);
  await expect(getting.offer).toContainText(/À récupérer.: 1 source, environ \d/);
  await expect(app.library.getButton).toBeVisible();
  await expectAccessible(app.page);
  expect(feeds.requests(path)).toBe(asked);
  await getting.getOffered.click();
  await expect(app.library.row(route.title)).toBeVisible();
  await expect(getting.offer).toBeHidden();
});

test("“Toujours” gets at once and from then on every hour, and can be taken back @fr", async ({ app, feeds }) => {
  await startWithSource(app, feeds);
  feeds.publish(path, withTwo);
  const getting = await comeBackLater(app);
  await getting.always.click();
  await expect(app.library.row(route.title)).toBeVisible();
  await expect(getting.offer).toBeHidden();
  const settings = await app.library.openSettings();
  await expect(getting.modeNamed("every-hour")).toBeChecked();
  await expect(settings.dialog).toContainText(/Prochaine fois.: (à|le .+ à) \d\d:\d\d/);
  await settings.close();
  await app.library.undo();
  await app.library.openSettings();
  await expect(getting.modeNamed("ask")).toBeChecked();
});

test("an offer that was waved away isn't there again when the page comes back @fr", async ({ app, feeds }) => {
  await startWithSource(app, feeds);
  const getting = await comeBackLater(app);
  await getting.dismiss.click();
  await expect(getting.offer).toBeHidden();
  const asked = feeds.requests(path);
  await app.page.reload();
  await expect(app.library.row(cholera.title)).toBeVisible();
  await app.library.open(cholera.title);
  await expect(new GettingControls(app.library).offer).toBeHidden();
  expect(feeds.requests(path)).toBe(asked);
});

test("by hand only: no offer, and a “Récupérer” without a link isn't tried again @fr", async ({ app, feeds }) => {
  await startWithSource(app, feeds);
  await new GettingControls(app.library).choose("manual");
  const getting = await comeBackLater(app);
  await expect(app.library.row(cholera.title)).toBeVisible();
  await app.library.open(cholera.title);
  await expect(getting.offer).toBeHidden();
  await feeds.cutLink();
  await app.library.getNew();
  const { sync } = app.library.text.reading;
  await expect(app.library.bottomLine).toContainText(sync.failedCount(1));
  await expect(app.library.bottomLine.getByRole("button", { name: sync.stopTrying })).toBeHidden();
});

test("by the clock what is due comes without a press @fr", async ({ app, feeds }) => {
  await startWithSource(app, feeds);
  await new GettingControls(app.library).choose("every-30-min");
  feeds.publish(path, withTwo);
  await comeBackLater(app);
  await expect(app.library.row(route.title)).toBeVisible();
});

test("what the person stopped stays stopped, says so, and goes on when they ask @fr", async ({ app, faults }) => {
  await startWithSource(app, faults);
  await new GettingControls(app.library).choose("every-30-min");
  faults.publish(path, { title: "Radio Lac", items: [route, ...manyBriefings(30)] });
  faults.breakPath(path, { kind: "stalls", share: 0.6 });
  await comeBackLater(app);
  await app.library.stopButton.click();
  await expect(app.library.bottomLine).toContainText(app.library.text.getting.paused);
  faults.breakPath(path, { kind: "none" });
  await app.library.getNew();
  await expect(app.library.bottomLine).not.toContainText(app.library.text.getting.paused);
});

test("what each source cost this month stands in the settings and beside the source, unchanged answers too @fr", async ({
  app,
  feeds,
}) => {
  const { library } = app;
  await startWithSource(app, feeds);
  const getting = new GettingControls(library);
  await library.getNew();
  expect(feeds.unchanged(path)).toBe(1);
  let settings = await library.openSettings();
  await expect(getting.used("Radio Lac")).toContainText(/\d+\soctets/);
  await expect(getting.used(library.text.getting.lookedAt)).toContainText(/[1-9]/);
  await expect(getting.used(library.text.getting.total)).toBeVisible();
  await expectAccessible(app.page);
  await settings.close();
  await library.views.getByRole("button", { name: /^Radio Lac – réglages/ }).click();
  await expect(
    app.page
      .getByRole("dialog")
      .getByRole("definition")
      .filter({ hasText: /^\d+\soctets$/ }),
  ).toBeVisible();
  await app.page.keyboard.press("Escape");

  feeds.publish(path, withTwo);
  await library.getNew();
  await expect(library.row(route.title)).toBeVisible();
  // A lost profile keeps what a stored change took along.
  await comeBackLater(app);
  settings = await app.library.openSettings();
  await expect(new GettingControls(app.library).used("Radio Lac")).toContainText(/k[oO]/);
  await settings.close();
});
