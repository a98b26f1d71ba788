import * as v from "valibot";
import type { CallContext, CallOptions, CallTable, ClientOf, HandlersOf, Movable } from "./calls.ts";
import { Cancellation } from "./cancellation.ts";

/** A pair of ends that carry messages in order: a MessagePort, Electron's port, or one made for a test. */
export interface Channel {
  send(message: unknown, transfer?: readonly Movable[]): void;
  /** At most one listener; messages that came before it are kept for it. */
  receive(listener: (message: unknown) => void): void;
  close(): void;
}

const message = v.variant("t", [
  v.strictObject({ t: v.literal("call"), id: v.number(), name: v.string(), args: v.unknown() }),
  v.strictObject({ t: v.literal("reply"), id: v.number(), value: v.unknown() }),
  v.strictObject({ t: v.literal("bug"), id: v.number(), reference: v.string() }),
  v.strictObject({ t: v.literal("progress"), id: v.number(), value: v.unknown() }),
  v.strictObject({ t: v.literal("cancel"), id: v.number() }),
  v.strictObject({ t: v.literal("event"), name: v.string(), value: v.unknown() }),
]);
type Message = v.InferOutput<typeof message>;

/** The other side threw: a bug there. Only the reference crosses, the log over there has the rest. */
export class RemoteBug extends Error {
  override readonly name = "RemoteBug";
  readonly reference: string;
  constructor(reference: string) {
    super(`bug ${reference}`);
    this.reference = reference;
  }
}

/** The other side is gone; no answer will come. */
export class ChannelClosed extends Error {
  override readonly name = "ChannelClosed";
}

export interface ServeOptions {
  /** Keeps the thrown thing in the log and names it by a reference. */
  readonly onBug: (error: unknown, doing: string) => string;
}

export interface Server<Events> {
  emit<Name extends keyof Events & string>(name: Name, value: Events[Name]): void;
}

/** Answers the calls of a table. A call that the guard refuses is a bug of the caller and reaches no handler. */
export function serve<Table extends CallTable, Events>(
  channel: Channel,
  table: Table,
  handlers: HandlersOf<Table>,
  { onBug }: ServeOptions,
): Server<Events> {
  const running = new Map<number, Cancellation>();

  async function answer(id: number, name: string, args: unknown): Promise<void> {
    const cancellation = new Cancellation();
    running.set(id, cancellation);
    try {
      const shape = Object.hasOwn(table, name) ? table[name] : undefined;
      if (shape === undefined) throw new TypeError("no such call");
      const checked = v.safeParse(shape.guard, args);
      if (!checked.success) throw new TypeError(`arguments refused at ${v.getDotPath(checked.issues[0]) ?? "the top"}`);
      let transfer: readonly Movable[] = [];
      const context: CallContext<unknown> = {
        signal: cancellation,
        progress: (value) => channel.send({ t: "progress", id, value }),
        transferReply: (moved) => {
          transfer = moved;
        },
      };
      const handler = handlers[name as keyof Table] as (
        args: unknown,
        context: CallContext<unknown>,
      ) => Promise<unknown>;
      const value = await handler(checked.output, context);
      channel.send({ t: "reply", id, value }, transfer);
    } catch (error) {
      channel.send({ t: "bug", id, reference: onBug(error, name) });
    } finally {
      running.delete(id);
    }
  }

  channel.receive((raw) => {
    const parsed = v.safeParse(message, raw);
    if (!parsed.success) {
      onBug(new TypeError("message refused"), "receive");
      return;
    }
    if (parsed.output.t === "call") void answer(parsed.output.id, parsed.output.name, parsed.output.args);
    else if (parsed.output.t === "cancel") running.get(parsed.output.id)?.abort();
  });

  return { emit: (name, value) => channel.send({ t: "event", name, value }) };
}

export interface Connection<Table extends CallTable, Events> {
  readonly calls: ClientOf<Table>;
  /** Answers how to stop listening. */
  on<Name extends keyof Events & string>(name: Name, listener: (value: Events[Name]) => void): () => void;
  /** Ends every waiting call with `ChannelClosed`. */
  close(): void;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((value: never) => void) | undefined;
}

/** The calling side of a table. */
export function connect<Table extends CallTable, Events>(channel: Channel, table: Table): Connection<Table, Events> {
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, Set<(value: never) => void>>();
  let lastId = 0;
  let closed = false;

  function call(name: string, args: unknown, options: CallOptions<never> = {}): Promise<unknown> {
    if (closed) return Promise.reject(new ChannelClosed());
    const id = ++lastId;
    const cancel = () => channel.send({ t: "cancel", id });
    const { promise, resolve, reject } = withResolvers();
    waiting.set(id, { resolve, reject, onProgress: options.onProgress as ((value: never) => void) | undefined });
    channel.send({ t: "call", id, name, args }, options.transfer);
    if (options.signal?.aborted) cancel();
    options.signal?.addEventListener("abort", cancel, { once: true });
    return promise.finally(() => {
      waiting.delete(id);
      options.signal?.removeEventListener("abort", cancel);
    });
  }

  function settle(received: Message): void {
    switch (received.t) {
      case "reply":
        waiting.get(received.id)?.resolve(received.value);
        break;
      case "bug":
        waiting.get(received.id)?.reject(new RemoteBug(received.reference));
        break;
      case "progress":
        waiting.get(received.id)?.onProgress?.(received.value as never);
        break;
      case "event":
        for (const listener of listeners.get(received.name) ?? []) listener(received.value as never);
        break;
      default:
        break;
    }
  }

  channel.receive((raw) => {
    const parsed = v.safeParse(message, raw);
    if (parsed.success) settle(parsed.output);
  });

  const calls = Object.fromEntries(
    Object.keys(table).map((name) => [
      name,
      (args: unknown, options?: CallOptions<never>) => call(name, args, options),
    ]),
  ) as ClientOf<Table>;

  return {
    calls,
    on(name, listener) {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(listener as (value: never) => void));
      return () => known.delete(listener as (value: never) => void);
    },
    close() {
      closed = true;
      channel.close();
      for (const { reject } of waiting.values()) reject(new ChannelClosed());
    },
  };
}

// Promise.withResolvers needs Node 22.
function withResolvers() {
  let resolve: (value: unknown) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<unknown>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
