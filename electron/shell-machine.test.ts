import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { FakeComputer, MenuItem } from "../e2e/fixtures/fake-electron.ts";
import { ourFrame, setUpShellBench, speakThrough, until } from "../e2e/fixtures/start-shell.ts";

const { home, start } = setUpShellBench();

describe("who may speak to the machine", () => {
  test("our page, and it is answered", async () => {
    const { electron, shell } = await start();
    const machine = speakThrough(electron.sendPort({ senderFrame: ourFrame }));
    expect(await machine.calls.about({})).toMatchObject({ kind: "electron", vaultFolder: shell.vaultFolder });
  });

  test.each([
    ["a frame inside our page", { origin: "app://reader", parent: {} }],
    ["another origin", { origin: "https://example.org", parent: null }],
    ["another host of our scheme", { origin: "app://other", parent: null }],
    ["a page without an origin", { origin: "null", parent: null }],
    ["a frame that is already gone", null],
  ])("not %s: its port is closed without a word", async (_who, senderFrame) => {
    const { electron } = await start();
    const port = electron.sendPort({ senderFrame });
    expect(port.isClosed).toBe(true);
  });

  test("not with more than the one port", async () => {
    const { electron } = await start();
    expect(electron.sendPort({ senderFrame: ourFrame, ports: 2 }).isClosed).toBe(true);
  });

  test("a call that isn't one, or has wrong arguments, reaches nothing and is told no reason", async () => {
    const { electron, shell } = await start();
    const port = electron.sendPort({ senderFrame: ourFrame });
    const heard: unknown[] = [];
    port.hear((message) => heard.push(message));
    port.post({ t: "call", id: 1, name: "readJournal", args: { generation: -1, offset: 0, maxBytes: 1e12 } });
    port.post({ t: "call", id: 2, name: "constructor", args: {} });
    port.post({ t: "anything" });
    await until(() => heard.length === 2);
    expect(heard).toEqual([
      { t: "bug", id: 1, reference: expect.stringMatching(/^[0-9a-f]{8}$/) },
      { t: "bug", id: 2, reference: expect.stringMatching(/^[0-9a-f]{8}$/) },
    ]);
    expect(existsSync(join(shell.vaultFolder, "header"))).toBe(false);
  });

  test("a reloaded page finds its library free, even before the old page is known to be gone", async () => {
    const { electron } = await start();
    const before = speakThrough(electron.sendPort({ senderFrame: ourFrame, senderId: 7 }));
    expect(await before.calls.acquireLease({ takeOver: false })).toMatchObject({ ok: true });
    const after = speakThrough(electron.sendPort({ senderFrame: ourFrame, senderId: 7 }));
    expect(await after.calls.acquireLease({ takeOver: false })).toMatchObject({ ok: true });
  });

  test("a link goes to the system's browser, anything else nowhere", async () => {
    const { electron } = await start();
    const machine = speakThrough(electron.sendPort({ senderFrame: ourFrame }));
    expect(await machine.calls.openExternal({ address: "https://example.org/a?b=c" })).toEqual({
      ok: true,
      value: null,
    });
    expect(await machine.calls.openExternal({ address: "file:///etc/passwd" })).toMatchObject({ ok: false });
    expect(electron.openedLinks).toEqual(["https://example.org/a?b=c"]);
  });
});

describe("the system's own lines", () => {
  test("show what the page asks for, quietly, and nothing long", async () => {
    const { electron } = await start();
    const machine = speakThrough(electron.sendPort({ senderFrame: ourFrame }));
    await machine.calls.notify({ title: "Field Reader", text: "2 nouveaux résultats" });
    expect(electron.notifications).toEqual([{ title: "Field Reader", body: "2 nouveaux résultats", silent: true }]);
    await expect(machine.calls.notify({ title: "Field Reader", text: "x".repeat(121) })).rejects.toThrow();
    expect(electron.notifications).toHaveLength(1);
  });
});

describe("the menu", () => {
  const roles = (items: readonly MenuItem[]) => items.flatMap((item) => item.role ?? []);

  test("has the system's own items in the person's language before the page has said anything", async () => {
    const { electron } = await start({ languages: ["sw-KE", "en"] });
    expect(electron.menu.map(({ label }) => label)).toEqual(["Hariri", "Dirisha"]);
    const edit = electron.menu[0]?.submenu ?? [];
    expect(roles(edit)).toEqual(["undo", "redo", "cut", "copy", "paste", "selectAll"]);
  });

  test("gets the page's commands, tells the page which was chosen, and leaves the keys to it", async () => {
    const { electron } = await start();
    const machine = speakThrough(electron.sendPort({ senderFrame: ourFrame }));
    const chosen: string[] = [];
    machine.on("menu-chosen", ({ commandId }) => chosen.push(commandId));
    await machine.calls.setMenu({
      language: "fr",
      menus: [
        {
          label: "Fichier",
          items: [
            { commandId: "import-file", label: "Ouvrir un fichier…", accelerator: "CmdOrCtrl+O", enabled: true },
            { commandId: "toggle-saved", label: "Garder", accelerator: "S", enabled: false },
          ],
        },
        { label: "Rapport", items: [] },
        { label: "Aide", items: [] },
      ],
    });
    expect(electron.menu.map(({ label }) => label)).toEqual(["Fichier", "Édition", "Rapport", "Fenêtre", "Aide"]);
    const [open, save] = electron.menu[0]?.submenu ?? [];
    expect(open).toMatchObject({ label: "Ouvrir un fichier…", accelerator: "CmdOrCtrl+O", enabled: true });
    expect(save).toMatchObject({ label: "Garder", enabled: false, registerAccelerator: false });
    open?.click?.();
    await until(() => chosen.length > 0);
    expect(chosen).toEqual(["import-file"]);
  });

  test("goes back to the system's own items when the page is gone", async () => {
    const { electron } = await start();
    const port = electron.sendPort({ senderFrame: ourFrame });
    const machine = speakThrough(port);
    await machine.calls.setMenu({ menus: [{ label: "File", items: [] }] });
    expect(electron.menu).toHaveLength(3);
    port.close();
    await until(() => electron.menu.length === 2);
  });
});

describe("this computer's key", () => {
  const key = new Uint8Array(32).map((_unused, place) => place);

  async function writeKey(keystore: FakeComputer["keystore"]) {
    const { electron } = await start({ keystore }, { home: home() });
    const machine = speakThrough(electron.sendPort({ senderFrame: ourFrame }));
    const lease = await machine.calls.acquireLease({ takeOver: true });
    if (!lease.ok) throw new Error("the vault is open elsewhere");
    const written = await machine.calls.writeHostKey({ lease: lease.value, key });
    const keys = await machine.calls.readHostKeys({});
    await machine.calls.releaseLease({ lease: lease.value });
    const hostKeyPath = join(String(electron.paths.get("userData")), "..", "vault.key");
    return { written, keys, hostKeyPath };
  }

  test("lies sealed by the keystore where there is a real one, and in no file", async () => {
    const { written, keys, hostKeyPath } = await writeKey("gnome_libsecret");
    expect(written).toEqual({ ok: true, value: "keystore" });
    expect(keys).toEqual([{ protection: "keystore", key }]);
    expect(existsSync(hostKeyPath)).toBe(false);
    expect(readFileSync(`${hostKeyPath}.sealed`).includes(Buffer.from(key))).toBe(false);
  });

  test.runIf(process.platform === "linux").each(["basic_text", "password"] as const)(
    "lies in a file, and is called that, where Linux only pretends to have a keystore (%s)",
    async (keystore) => {
      const { written, keys, hostKeyPath } = await writeKey(keystore);
      expect(written).toEqual({ ok: true, value: "key-file" });
      expect(keys).toEqual([{ protection: "key-file", key }]);
      expect(existsSync(hostKeyPath)).toBe(true);
      expect(existsSync(`${hostKeyPath}.sealed`)).toBe(false);
    },
  );

  test.runIf(process.platform === "linux")("moves from the file to the keystore once there is a real one", async () => {
    const { hostKeyPath } = await writeKey("basic_text");
    const { electron } = await start({ keystore: "gnome_libsecret" }, { home: home() });
    const machine = speakThrough(electron.sendPort({ senderFrame: ourFrame }));
    expect(await machine.calls.readHostKeys({})).toEqual([{ protection: "keystore", key }]);
    expect(existsSync(hostKeyPath)).toBe(false);
    expect(existsSync(`${hostKeyPath}.sealed`)).toBe(true);
  });
});
