import { encode } from "cborg";
import { type Host, type HostCalls, type HostEvents, hostCalls } from "../contracts/host.ts";
import { type Channel, ChannelClosed, connect } from "../contracts/rpc.ts";
import { framesOf } from "./frames.ts";

export interface LoopbackSession {
  readonly token: string;
  readonly origin: string;
  /** A browser's own says where it comes from; a test's has to be told. */
  readonly fetch?: (address: string, init: RequestInit) => Promise<Response>;
}

interface Hello {
  readonly t: "hello";
  readonly client: string;
}

/** The machine behind the loopback server: calls go by POST, answers and events come down one stream. */
export async function connectLoopbackHost({
  token,
  origin,
  fetch = (address, init) => globalThis.fetch(address, init),
}: LoopbackSession): Promise<Host> {
  const leaving = new AbortController();
  const post = (path: string, body: Uint8Array<ArrayBuffer> | null, headers: Record<string, string> = {}) =>
    fetch(`${origin}/host/${path}`, {
      method: "POST",
      headers: { ...headers, authorization: `Bearer ${token}` },
      body,
      cache: "no-store",
      credentials: "omit",
      signal: leaving.signal,
    });

  const stream = await post("events", null).catch(() => null);
  if (stream === null || !stream.ok || stream.body === null) throw new ChannelClosed();
  const messages = framesOf(stream.body);
  const hello = await messages.next();
  if (hello.done || !isHello(hello.value)) throw new ChannelClosed();
  const { client } = hello.value;

  const goneListeners = new Set<() => void>();
  let isGone = false;
  let hear: (message: unknown) => void = () => {};

  async function send(message: unknown): Promise<void> {
    const { t, id, name, args } = message as { t: string; id: number; name: string; args: unknown };
    const headers = { "x-reader-client": client, "x-reader-call": String(id) };
    const path = t === "call" ? name : "cancel";
    const body = t === "call" ? new Uint8Array(encode(args)) : null;
    const taken = await post(path, body, headers).catch(() => null);
    if (taken === null || taken.status === 403) leave();
    // The server refused this one message; the others go on.
    else if (!taken.ok && t === "call") hear({ t: "bug", id, reference: `http-${taken.status}` });
  }

  const channel: Channel = {
    send: (message) => {
      send(message).catch(() => leave());
    },
    receive(listener) {
      hear = listener;
    },
    close: () => leaving.abort(),
  };
  const connection = connect<HostCalls, HostEvents>(channel, hostCalls);

  function leave(): void {
    if (isGone) return;
    isGone = true;
    connection.close();
    for (const listener of goneListeners) listener();
    goneListeners.clear();
  }

  async function listen(): Promise<void> {
    for await (const message of messages) hear(message);
  }
  listen().then(leave, leave);

  return {
    ...connection.calls,
    setMenu: null,
    notify: null,
    on(name, listener) {
      if (name !== "gone") return connection.on(name, listener);
      const tell = () => (listener as (event: null) => void)(null);
      goneListeners.add(tell);
      return () => goneListeners.delete(tell);
    },
  };
}

function isHello(message: unknown): message is Hello {
  return typeof message === "object" && message !== null && (message as Partial<Hello>).t === "hello";
}
