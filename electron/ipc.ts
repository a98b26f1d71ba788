import { type IpcMainEvent, ipcMain, type MessagePortMain } from "electron";
import type { HandlersOf } from "../renderer/contracts/calls.ts";
import {
  type HostCalls,
  type HostEvents,
  hostCalls,
  type OptionalHostCalls,
  optionalHostCalls,
} from "../renderer/contracts/host.ts";
import { hostPortChannel } from "../renderer/contracts/host-port.ts";
import { type Channel, type Server, serve } from "../renderer/contracts/rpc.ts";
import { pageOrigin } from "./app-protocol.ts";

/** One page's connection to this program, from its port's arrival to its end. */
export interface HostClient {
  readonly handlers: HandlersOf<HostCalls & OptionalHostCalls>;
  /** Gives back what the page held. Safe to call twice. */
  close(): void;
}

export type TellPage = Server<HostEvents>["emit"];

export interface HostPorts {
  openClient(tell: TellPage): HostClient;
  onBug(error: unknown, doing: string): string;
}

/** Takes a port from our page and from nobody else, then answers its calls one guard at a time. */
export function setUpHostPorts({ openClient, onBug }: HostPorts): void {
  const closeClientOf = new Map<number, () => void>();

  ipcMain.on(hostPortChannel, (event) => {
    const [port, ...others] = event.ports;
    if (port === undefined || others.length > 0 || !isFromOurPage(event)) {
      for (const refused of event.ports) refused.close();
      return;
    }
    // A reloaded page comes with a new port, maybe before the old one is known to be dead: it must not find its own
    // library open elsewhere.
    closeClientOf.get(event.sender.id)?.();
    closeClientOf.set(event.sender.id, answerPage(port, { openClient, onBug }));
  });
}

/** Only the main frame of our origin: a port can be handed on, so the sender is what is checked, once. */
function isFromOurPage({ senderFrame }: IpcMainEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === pageOrigin;
}

function answerPage(port: MessagePortMain, { openClient, onBug }: HostPorts): () => void {
  const channel = channelOver(port);
  let server: Server<HostEvents> | null = null;
  const client = openClient((name, value) => server?.emit(name, value));
  server = serve(channel, { ...hostCalls, ...optionalHostCalls }, client.handlers, { onBug });

  function close(): void {
    server = null;
    client.close();
    channel.close();
  }
  port.on("close", close);
  return close;
}

function channelOver(port: MessagePortMain): Channel {
  let isOpen = true;
  return {
    // Always a copy: a buffer transferred through Electron's ports crashes main or arrives as nothing.
    send: (message) => {
      if (isOpen) port.postMessage(message);
    },
    receive(listener) {
      port.on("message", (event) => listener(event.data));
      port.start();
    },
    close() {
      isOpen = false;
      port.close();
    },
  };
}
