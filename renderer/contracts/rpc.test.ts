import * as v from "valibot";
import { expect, test } from "vitest";
import { defineCall } from "./calls.ts";
import { Cancellation } from "./cancellation.ts";
import { channelOver } from "./message-port.ts";
import { ChannelClosed, connect, RemoteBug, serve } from "./rpc.ts";

const table = {
  greet: defineCall<string>()(v.strictObject({ name: v.string() })),
  count: defineCall<number, { reached: number }>()(v.strictObject({ to: v.number() })),
  untilCancelled: defineCall<"cancelled">()(v.strictObject({})),
  reverse: defineCall<Uint8Array>()(v.strictObject({ bytes: v.instance(Uint8Array) })),
};
interface Events {
  readonly noted: { readonly what: string };
}

function open() {
  const { port1, port2 } = new MessageChannel();
  const bugs: { error: unknown; doing: string }[] = [];
  const server = serve<typeof table, Events>(
    channelOver(port1),
    table,
    {
      greet: async ({ name }) => {
        if (name === "") throw new Error("a secret of the other side");
        return `Jambo ${name}`;
      },
      count: async ({ to }, { progress }) => {
        for (let reached = 1; reached <= to; reached++) progress({ reached });
        return to;
      },
      untilCancelled: (_args, { signal }) =>
        new Promise((resolve) => signal.addEventListener("abort", () => resolve("cancelled"))),
      reverse: async ({ bytes }, { transferReply }) => {
        const reversed = Uint8Array.from(bytes).reverse();
        transferReply([reversed.buffer]);
        return reversed;
      },
    },
    {
      onBug: (error, doing) => {
        bugs.push({ error, doing });
        return `ref-${bugs.length}`;
      },
    },
  );
  const client = connect<typeof table, Events>(channelOver(port2), table);
  return { client, server, bugs, port2 };
}

test("a call comes back with its answer", async () => {
  const { client } = open();
  await expect(client.calls.greet({ name: "Sifa" })).resolves.toBe("Jambo Sifa");
  client.close();
});

test("progress arrives in order and before the answer", async () => {
  const { client } = open();
  const seen: number[] = [];
  await client.calls.count({ to: 3 }, { onProgress: ({ reached }) => seen.push(reached) });
  expect(seen).toEqual([1, 2, 3]);
  client.close();
});

test("a call cancelled before or while it runs hears of it", async () => {
  const { client } = open();
  const before = new Cancellation();
  before.abort();
  await expect(client.calls.untilCancelled({}, { signal: before })).resolves.toBe("cancelled");
  const meanwhile = new Cancellation();
  const answer = client.calls.untilCancelled({}, { signal: meanwhile });
  meanwhile.abort();
  await expect(answer).resolves.toBe("cancelled");
  client.close();
});

test("bytes given away are moved, both ways", async () => {
  const { client } = open();
  const bytes = new Uint8Array([1, 2, 3]);
  await expect(client.calls.reverse({ bytes }, { transfer: [bytes.buffer] })).resolves.toEqual(
    new Uint8Array([3, 2, 1]),
  );
  expect(bytes.byteLength).toBe(0);
  client.close();
});

test("of a thrown bug only a reference crosses", async () => {
  const { client, bugs } = open();
  const thrown = await client.calls.greet({ name: "" }).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(RemoteBug);
  expect((thrown as RemoteBug).reference).toBe("ref-1");
  expect(JSON.stringify({ ...(thrown as object), message: (thrown as Error).message })).not.toContain("secret");
  expect(bugs[0]?.doing).toBe("greet");
  client.close();
});

test("arguments that the guard refuses, and calls that don't exist, reach no handler", async () => {
  const { client, bugs, port2 } = open();
  await expect(client.calls.greet({ name: 7 as unknown as string })).rejects.toBeInstanceOf(RemoteBug);
  await expect(client.calls.greet({ name: "Sifa", extra: 1 } as { name: string })).rejects.toBeInstanceOf(RemoteBug);
  for (const name of ["nope", "toString", "__proto__"]) port2.postMessage({ t: "call", id: 900, name, args: {} });
  port2.postMessage("not a message");
  await client.calls.greet({ name: "after" });
  expect(bugs.map(({ doing }) => doing)).toEqual(["greet", "greet", "nope", "toString", "__proto__", "receive"]);
  client.close();
});

test("an event reaches its listeners until they stop listening", async () => {
  const { client, server } = open();
  const heard: string[] = [];
  const stop = client.on("noted", ({ what }) => heard.push(what));
  server.emit("noted", { what: "one" });
  await client.calls.greet({ name: "Sifa" });
  stop();
  server.emit("noted", { what: "two" });
  await client.calls.greet({ name: "Sifa" });
  expect(heard).toEqual(["one"]);
  client.close();
});

test("calls that wait when the channel closes end, and later ones are refused", async () => {
  const { client } = open();
  const waiting = client.calls.untilCancelled({});
  client.close();
  await expect(waiting).rejects.toBeInstanceOf(ChannelClosed);
  await expect(client.calls.greet({ name: "Sifa" })).rejects.toBeInstanceOf(ChannelClosed);
});
