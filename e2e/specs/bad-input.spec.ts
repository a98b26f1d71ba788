import { expect, test } from "../fixtures/app.ts";
import { cholera, markets, route } from "../fixtures/sample-briefings.ts";
import type { Fault } from "../servers/fault-server.ts";

const faultsThatBringNothing: readonly Fault[] = [
  { kind: "login-page" },
  { kind: "bot-wall" },
  { kind: "error-page", status: 503 },
  { kind: "garbage" },
  { kind: "empty" },
  { kind: "redirect-loop" },
  { kind: "gzip-bomb" },
  { kind: "entity-bomb" },
  { kind: "huge-title", megabytes: 20 },
];

const faultsOfOneItem: readonly Fault[] = [
  { kind: "bad-close-tag" },
  { kind: "wrong-charset" },
  { kind: "deep-nesting" },
  { kind: "huge-title", megabytes: 5 },
];

test.describe("bad input", () => {
  test("whatever stands in a feed's place is said in a plain sentence and changes nothing", async ({ app, faults }) => {
    const { library } = app;
    await library.whenReady();
    const good = faults.publish("/good.xml", { title: "Radio Lac", items: [cholera] });
    await library.addLocalSource(good);
    for (const fault of faultsThatBringNothing) {
      faults.breakPath("/good.xml", fault);
      await library.getNew();
      await expect(library.bottomLine, fault.kind).toContainText(library.text.reading.sync.failedCount(1));
      await expect(library.rows, fault.kind).toHaveCount(1);
    }
    faults.publish("/good.xml", { title: "Radio Lac", items: [cholera, route] });
    faults.breakPath("/good.xml", { kind: "none" });
    await library.getNew();
    await expect(library.rows).toHaveCount(2);
  });

  test("each of them is said when a source is looked at, with what to do next @once", async ({ app, faults }) => {
    const { library } = app;
    await library.whenReady();
    const dialog = await library.addSource();
    for (const fault of faultsThatBringNothing) {
      const path = `/${fault.kind}.xml`;
      const address = faults.publish(path, { title: "Radio Lac", items: [cholera] });
      faults.breakPath(path, fault);
      await dialog.lookAtLocal(address);
      await expect(dialog.failure, fault.kind).toBeVisible();
    }
  });

  for (const fault of faultsOfOneItem) {
    test(`one bad item of the kind "${fault.kind}" doesn't drop the others @once`, async ({ app, faults }) => {
      const { library } = app;
      await library.whenReady();
      const items = [markets, route, cholera];
      const address = faults.publish("/radio.xml", { title: "Radio Lac", items });
      faults.breakPath("/radio.xml", fault);
      await library.addLocalSource(address);
      await expect(library.row(cholera.title)).toBeVisible();
      await expect(library.row(route.title)).toBeVisible();
      await library.open(cholera.title);
    });
  }

  test("a zero-byte file and a binary one with a .txt name are each said by name", async ({ app }) => {
    const { library, page } = app;
    await library.whenReady();
    const preview = await library.openFiles([
      { name: "vide.txt", content: "" },
      { name: "image.txt", content: Buffer.from(Array.from({ length: 2_000 }, (_, at) => (at * 31) % 256)) },
    ]);
    await expect(preview.dialog).toContainText("vide.txt");
    await expect(preview.dialog).toContainText("image.txt");
    await expect(page.getByRole("dialog")).toContainText(library.text.dialogs.import.nothingTitle);
  });
});
