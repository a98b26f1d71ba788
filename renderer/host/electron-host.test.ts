import { afterEach, expect, test } from "vitest";
import { hostCalls, optionalHostCalls } from "../contracts/host.ts";
import { ChannelClosed, serve } from "../contracts/rpc.ts";
import { connectElectronHost } from "./electron-host.ts";
import { FakeMachine } from "./fake-host.ts";

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

function channel(): { page: MessagePort; main: MessagePort } {
  const { port1: page, port2: main } = new MessageChannel();
  ports.push(page, main);
  return { page, main };
}

test("a buffer that the library gives away still arrives, because Electron would lose it", async () => {
  const { page, main } = channel();
  const received = new Promise<unknown>((resolve) => {
    main.onmessage = ({ data }) => resolve(data);
  });
  const host = connectElectronHost(page);
  const bytes = new Uint8Array([1, 2, 3]);
  void host.writeHeader({ lease: "l", slot: 0, bytes }, { transfer: [bytes.buffer] }).catch(() => {});
  expect(await received).toMatchObject({ name: "writeHeader", args: { bytes: new Uint8Array([1, 2, 3]) } });
  expect(bytes.length).toBe(3);
});

test("Electron has a menu of its own", () => {
  expect(connectElectronHost(channel().page).setMenu).not.toBeNull();
});

test("when the program is gone, the library hears of it and no call waits for ever", async () => {
  const { page, main } = channel();
  const host = connectElectronHost(page);
  const gone = new Promise<null>((resolve) => host.on("gone", resolve));
  const waiting = host.about({});
  main.close();
  expect(await gone).toBeNull();
  await expect(waiting).rejects.toBeInstanceOf(ChannelClosed);
});

test("calls and events pass as they are", async () => {
  const { page, main } = channel();
  const machine = new FakeMachine().connect();
  const table = { about: hostCalls.about, setMenu: optionalHostCalls.setMenu };
  const server = serve(
    {
      send: (message) => main.postMessage(message),
      receive: (listener) => {
        main.onmessage = ({ data }) => listener(data);
      },
      close: () => main.close(),
    },
    table,
    { about: () => machine.about({}), setMenu: async () => null },
    { onBug: () => "none" },
  );
  const host = connectElectronHost(page);
  expect(await host.about({})).toEqual(await machine.about({}));
  const chosen = new Promise((resolve) => host.on("menu-chosen", resolve));
  server.emit("menu-chosen" as never, { commandId: "sync-now" } as never);
  expect(await chosen).toEqual({ commandId: "sync-now" });
});
