import { mkdir, rename, rm, stat } from "node:fs/promises";
import { createConnection, createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { shortNameOf } from "./vault-folder.ts";

/** A name beside a folder that one program at a time holds; the kernel lets go of it when that program dies. */
export interface SocketClaim {
  /** False when someone took our live socket for a dead one and put their own in its place. */
  isStillOurs(): Promise<boolean>;
  release(): Promise<void>;
}

export interface ClaimWish {
  readonly name: string;
  /** Another program's line; it hears what this resolves to. null = no answer. */
  readonly answer: (question: string) => Promise<string | null>;
  /** Another program holds the name and can be asked for it; true = it may be free now. */
  readonly onHeld: (ask: (question: string) => Promise<string | null>) => Promise<boolean>;
}

/** What every system allows for a socket's path, with room for the name it gets while it is looked at. */
const longestSocketPath = 90;
const longestLine = 100;
const patienceMs = 2_000;

/** null = another program holds the name and keeps it. */
export async function claimSocket(folder: string, { name, answer, onHeld }: ClaimWish): Promise<SocketClaim | null> {
  for (const path of socketPathsOf(folder, name)) {
    // A few rounds: what we meet may be a socket left by a crash, or one that goes while we look.
    for (let round = 0; round < 5; round++) {
      const listening = await listen(path, answer);
      if (listening.outcome === "ours") return listening.claim;
      if (listening.outcome === "impossible-here") break;
      if (await removeIfDead(path)) continue;
      if (!(await onHeld((question) => ask(path, question)))) return null;
    }
  }
  return null;
}

/**
 * Inside the folder, so that everyone who can write there meets the same socket. A stick's file system may know no
 * sockets and a path may be too long: then a name made from the folder's path, where it doesn't depend on anyone's
 * environment.
 */
function socketPathsOf(folder: string, name: string): readonly string[] {
  const shortName = `${shortNameOf(folder)}-${name}`;
  if (process.platform === "win32") return [`\\\\.\\pipe\\field-reader-${shortName}`];
  const inside = join(folder, name);
  const elsewhere = join(sharedFolder(), shortName);
  return Buffer.byteLength(inside) <= longestSocketPath ? [inside, elsewhere] : [elsewhere];
}

function sharedFolder(): string {
  return `/tmp/field-reader-${process.getuid?.() ?? 0}`;
}

type Listening =
  | { readonly outcome: "ours"; readonly claim: SocketClaim }
  | { readonly outcome: "taken" }
  | { readonly outcome: "impossible-here" };

async function listen(path: string, answer: ClaimWish["answer"]): Promise<Listening> {
  if (path.startsWith(sharedFolder())) await mkdir(sharedFolder(), { recursive: true, mode: 0o700 });
  const guests = new Set<Socket>();
  const server = createServer((socket) => {
    guests.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => guests.delete(socket));
    readLine(socket, (question) => {
      void answer(question).then((reply) => {
        if (reply !== null) socket.end(`${reply}\n`);
      });
    });
  });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(path, resolve);
    });
  } catch (error) {
    const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    return { outcome: isTaken ? "taken" : "impossible-here" };
  }
  server.unref();
  const mark = await markOf(path);
  const isStillOurs = async () => server.listening && (await markOf(path)) === mark;
  return {
    outcome: "ours",
    claim: {
      isStillOurs,
      async release() {
        // Closing removes whatever lies at the path by now: somebody else's socket must stay.
        if (await isStillOurs()) close(server, guests);
      },
    },
  };
}

/** Windows pipes can't be replaced by others, so their mark never changes. */
async function markOf(path: string): Promise<string | null> {
  if (process.platform === "win32") return path;
  return stat(path).then(
    ({ dev, ino }) => `${dev}:${ino}`,
    () => null,
  );
}

/** Whoever asked still reads the answer; whoever doesn't go is not waited for. */
function close(server: Server, guests: ReadonlySet<Socket>): void {
  server.close();
  for (const guest of guests) guest.unref();
}

/**
 * A socket that nobody listens on was left by a crash. It is renamed before it is removed, because only one of several
 * starters can rename it; should it turn out to be alive after all, it gets its name back.
 */
async function removeIfDead(path: string): Promise<boolean> {
  if (process.platform === "win32" || (await isAlive(path))) return false;
  const aside = `${path}.${process.pid}`;
  try {
    await rename(path, aside);
  } catch {
    return true;
  }
  if (await isAlive(aside)) {
    await rename(aside, path).catch(() => {});
    return false;
  }
  await rm(aside, { force: true });
  return true;
}

function isAlive(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", (error: NodeJS.ErrnoException) => {
      resolve(error.code !== "ECONNREFUSED" && error.code !== "ENOENT");
    });
  });
}

/** null = no answer in time: whoever holds the name hangs, or doesn't want to say. */
function ask(path: string, question: string): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    const timer = setTimeout(() => settle(null), patienceMs);
    function settle(line: string | null) {
      clearTimeout(timer);
      socket.destroy();
      resolve(line);
    }
    readLine(socket, settle);
    socket.once("connect", () => socket.write(`${question}\n`));
    socket.once("error", () => settle(null));
    socket.once("close", () => settle(null));
  });
}

function readLine(socket: Socket, onLine: (line: string) => void): void {
  let heard = "";
  socket.setEncoding("latin1").on("data", (text: string) => {
    if (heard.includes("\n")) return;
    heard += text;
    const end = heard.indexOf("\n");
    if (end >= 0) onLine(heard.slice(0, end));
    else if (heard.length > longestLine) socket.destroy();
  });
}
