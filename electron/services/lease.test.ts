import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Lease, openLease } from "./lease.ts";

let base = "";
let vault = "";
const programs: ChildProcess[] = [];

/** A program of its own that takes the vault and then does as it is told by line. */
const holderSource = `
  import { openLease } from "./lease.ts";
  const lease = openLease(process.argv[2]);
  const say = (line) => process.stdout.write(line + "\\n");
  const acquired = await lease.acquire({ takeOver: process.argv[3] === "take", onLost: () => say("lost") });
  say(acquired.ok ? "holds" : acquired.failure.kind);
  setInterval(() => {}, 1000);
`;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "field-reader-"));
  await build({
    stdin: { contents: holderSource, resolveDir: fileURLToPath(new URL(".", import.meta.url)), loader: "ts" },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: join(base, "holder.mjs"),
  });
});
afterAll(() => rm(base, { recursive: true, force: true }));

beforeEach(async () => {
  vault = await mkdtemp(join(base, "vault-"));
});
afterEach(() => {
  for (const program of programs.splice(0)) program.kill("SIGKILL");
});

interface Program {
  readonly process: ChildProcess;
  readonly nextLine: () => Promise<string>;
}

function startProgram(wish: "ask" | "take"): Program {
  const child = spawn(process.execPath, [join(base, "holder.mjs"), vault, wish], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  programs.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { process: child, nextLine: async () => (await lines.next()).value as string };
}

function die(program: Program): Promise<void> {
  return new Promise((resolve) => {
    program.process.once("exit", () => resolve());
    program.process.kill("SIGKILL");
  });
}

const quietly = { takeOver: false, onLost: () => {} };

async function tokenOf(lease: Lease): Promise<string> {
  const acquired = await lease.acquire(quietly);
  if (!acquired.ok) throw new Error("open elsewhere");
  return acquired.value;
}

describe("two programs and one library", () => {
  test("the second hears that it is open elsewhere", async () => {
    expect(await startProgram("ask").nextLine()).toBe("holds");
    expect(await openLease(vault).acquire(quietly)).toEqual({ ok: false, failure: { kind: "open-elsewhere" } });
  });

  test("after kill -9 the next one gets it without asking anybody", async () => {
    const first = startProgram("ask");
    await first.nextLine();
    await die(first);
    expect((await readdir(vault)).length).toBe(1);
    expect((await openLease(vault).acquire(quietly)).ok).toBe(true);
  });

  test("“use it here” makes the holder let go and tells it", async () => {
    const first = startProgram("ask");
    await first.nextLine();
    expect((await openLease(vault).acquire({ takeOver: true, onLost: () => {} })).ok).toBe(true);
    expect(await first.nextLine()).toBe("lost");
  });

  test("and back again", async () => {
    let hasLost = false;
    const here = openLease(vault);
    const acquired = await here.acquire({
      takeOver: false,
      onLost: () => {
        hasLost = true;
      },
    });
    if (!acquired.ok) throw new Error("open elsewhere");
    expect(await startProgram("take").nextLine()).toBe("holds");
    expect(hasLost).toBe(true);
    expect(await here.write(acquired.value, async () => "written")).toBe(null);
  });

  test("a holder that doesn't answer keeps the library", async () => {
    const first = startProgram("ask");
    await first.nextLine();
    first.process.kill("SIGSTOP");
    const startedAt = Date.now();
    expect(await openLease(vault).acquire({ takeOver: true, onLost: () => {} })).toEqual({
      ok: false,
      failure: { kind: "open-elsewhere" },
    });
    expect(Date.now() - startedAt).toBeGreaterThan(1_500);
    first.process.kill("SIGCONT");
  });

  test("the library changes hands only after the write that is under way", async () => {
    const here = openLease(vault);
    let noteAsked: () => void = () => {};
    const isAsked = new Promise<void>((resolve) => {
      noteAsked = resolve;
    });
    const acquired = await here.acquire({ takeOver: false, onLost: noteAsked });
    if (!acquired.ok) throw new Error("open elsewhere");
    const order: string[] = [];
    const writing = here.write(acquired.value, async () => {
      await isAsked;
      // Time enough for an answer that doesn't wait.
      await new Promise((resolve) => setTimeout(resolve, 100));
      order.push("written");
    });
    const taking = startProgram("take")
      .nextLine()
      .then((line) => order.push(line));
    await Promise.all([writing, taking]);
    expect(order).toEqual(["written", "holds"]);
  });

  test("whoever loses the socket to another by accident notices at the next write", async () => {
    let hasLost = false;
    const here = openLease(vault);
    const acquired = await here.acquire({
      takeOver: false,
      onLost: () => {
        hasLost = true;
      },
    });
    if (!acquired.ok) throw new Error("open elsewhere");
    await rename(join(vault, "lease"), join(vault, "moved"));
    expect(await startProgram("ask").nextLine()).toBe("holds");
    expect(await here.write(acquired.value, async () => "written")).toBe(null);
    expect(hasLost).toBe(true);
    // And leaves the other one's socket alone.
    expect(await openLease(vault).acquire(quietly)).toEqual({ ok: false, failure: { kind: "open-elsewhere" } });
  });

  test("a folder too deep for a socket still has one writer", async () => {
    vault = join(vault, "a".repeat(100));
    expect(await startProgram("ask").nextLine()).toBe("holds");
    expect(await openLease(vault).acquire(quietly)).toEqual({ ok: false, failure: { kind: "open-elsewhere" } });
  });

  test("a plain file where the socket should be is no holder", async () => {
    await writeFile(join(vault, "lease"), "");
    expect((await openLease(vault).acquire(quietly)).ok).toBe(true);
  });
});

describe("writes under a lease", () => {
  test("come one at a time", async () => {
    const lease = openLease(vault);
    const token = await tokenOf(lease);
    let running = 0;
    let most = 0;
    const write = () =>
      lease.write(token, async () => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 5));
        running--;
      });
    await Promise.all([write(), write(), write()]);
    expect(most).toBe(1);
  });

  test("one that throws doesn't stop the next", async () => {
    const lease = openLease(vault);
    const token = await tokenOf(lease);
    await expect(
      lease.write(token, async () => {
        throw new RangeError("bug");
      }),
    ).rejects.toThrow(RangeError);
    expect(await lease.write(token, async () => "written")).toBe("written");
  });

  test("releasing somebody else's lease changes nothing", async () => {
    const lease = openLease(vault);
    const token = await tokenOf(lease);
    await lease.release("another");
    expect(await lease.write(token, async () => "written")).toBe("written");
  });
});
