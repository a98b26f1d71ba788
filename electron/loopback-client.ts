import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import { encode } from "cborg";
import { type HostCalls, type HostEvents, hostCalls } from "../renderer/contracts/host.ts";
import { type Channel, type Server, serve } from "../renderer/contracts/rpc.ts";
import { createHostHandlers, type HostServices } from "./handlers.ts";

/** One tab: its calls come by POST, everything for it goes down its one open stream. */
export interface LoopbackClient {
  readonly id: string;
  call(id: number, name: string, args: unknown): void;
  cancel(id: number): void;
  /** The tab is gone: its calls are cancelled and its lease is free. */
  end(): void;
}

export interface OpenClient {
  readonly services: HostServices;
  readonly onBug: (error: unknown, doing: string) => string;
  readonly onEnd: (client: LoopbackClient) => void;
}

/** Frames on the stream: four bytes of length, then CBOR. */
function frame(message: unknown): Uint8Array {
  const body = encode(message);
  const framed = new Uint8Array(4 + body.length);
  new DataView(framed.buffer).setUint32(0, body.length);
  framed.set(body, 4);
  return framed;
}

export function openClient(stream: ServerResponse, { services, onBug, onEnd }: OpenClient): LoopbackClient {
  const running = new Set<number>();
  let hear: (message: unknown) => void = () => {};
  let isEnded = false;

  const channel: Channel = {
    send(message) {
      const { t, id } = message as { t: string; id?: number };
      if (id !== undefined && (t === "reply" || t === "bug")) running.delete(id);
      if (!isEnded) stream.write(frame(message));
    },
    receive(listener) {
      hear = listener;
    },
    close: () => client.end(),
  };

  const client: LoopbackClient = {
    id: randomUUID(),
    call(id, name, args) {
      running.add(id);
      hear({ t: "call", id, name, args });
    },
    cancel: (id) => hear({ t: "cancel", id }),
    end() {
      if (isEnded) return;
      isEnded = true;
      for (const id of [...running]) hear({ t: "cancel", id });
      session.end().catch((error: unknown) => onBug(error, "end of a client"));
      stream.end();
      onEnd(client);
    },
  };

  const session = createHostHandlers(services, {
    onLeaseLost: () => server.emit("lease-lost", null),
    setMenu: null,
    notify: null,
  });
  const server: Server<HostEvents> = serve<HostCalls, HostEvents>(channel, hostCalls, session.handlers, { onBug });

  stream.on("close", () => client.end());
  stream.on("error", () => client.end());
  stream.write(frame({ t: "hello", client: client.id }));
  return client;
}
