import { lookup } from "node:dns/promises";
import { isIP, connect as netConnect, type Socket } from "node:net";
import { connect as tlsConnect } from "node:tls";
import type { FetchFailure } from "../../renderer/model/failure.ts";
import { fail, type Result, succeed } from "../../renderer/model/result.ts";
import { type Destination, destinationOf, type FetchPermissions, refusalOfIp } from "./url-policy.ts";

export interface FoundAddress {
  readonly address: string;
  readonly family: number;
}

/** All addresses of a name, as the system finds them. */
export type ResolveName = (hostname: string) => Promise<readonly FoundAddress[]>;
/** Opens a TCP connection to one of the addresses that were found and allowed. */
export type ConnectTcp = (destination: Destination, addresses: readonly FoundAddress[]) => Socket;
export type StartTls = (socket: Socket, hostname: string) => Socket;

export interface NetworkAccess {
  readonly resolveName: ResolveName;
  readonly connectTcp: ConnectTcp;
  readonly startTls: StartTls;
  /** Ports that this program itself listens on; never fetched from. */
  readonly ownPorts: () => readonly number[];
}

export const systemNetwork: Omit<NetworkAccess, "ownPorts"> = {
  resolveName: (hostname) => lookup(hostname, { all: true }),
  connectTcp: ({ hostname, port }, addresses) =>
    netConnect({
      host: hostname,
      port,
      // The addresses that were judged are the ones connected to: asking again could bring others.
      lookup: (_hostname, options, callback) => {
        const [first] = addresses;
        if (options.all === true) callback(null, [...addresses]);
        else if (first !== undefined) callback(null, first.address, first.family);
      },
      autoSelectFamily: true,
      // Node's 250 ms gives up each attempt before a satellite link has answered once.
      autoSelectFamilyAttemptTimeout: 5_000,
    }),
  startTls: (socket, hostname) =>
    tlsConnect({ socket, ALPNProtocols: ["http/1.1"], ...(isIP(hostname) === 0 ? { servername: hostname } : {}) }),
};

interface ConnectionWish {
  readonly permissions: FetchPermissions;
  readonly whenStopped: Promise<FetchFailure>;
}

/** A connection on which a request may be sent: name, found addresses and the peer itself were all judged. */
export async function openConnection(
  url: URL,
  network: NetworkAccess,
  { permissions, whenStopped }: ConnectionWish,
): Promise<Result<Socket, FetchFailure>> {
  const destination = destinationOf(url);
  const judge = (ip: string) => refusalOfIp(ip, destination, { permissions, ownPorts: network.ownPorts() });

  const found = await findAddresses(destination.hostname, network, whenStopped);
  if (!found.ok) return found;
  for (const { address } of found.value) {
    const refusal = judge(address);
    if (refusal !== null) return fail(refusal);
  }

  const socket = network.connectTcp(destination, found.value);
  const connected = await reach(socket, "connect", whenStopped, (error) => connectFailure(error, destination.hostname));
  if (!connected.ok) return connected;
  const refusal = judge(socket.remoteAddress ?? "");
  if (refusal !== null) {
    socket.destroy();
    return fail(refusal);
  }
  if (url.protocol === "http:") return succeed(socket);

  const secured = network.startTls(socket, destination.hostname);
  const result = await reach(secured, "secureConnect", whenStopped, (error) => tlsFailure(error, destination.hostname));
  if (!result.ok) socket.destroy();
  return result;
}

async function findAddresses(
  hostname: string,
  { resolveName }: NetworkAccess,
  whenStopped: Promise<FetchFailure>,
): Promise<Result<readonly FoundAddress[], FetchFailure>> {
  const family = isIP(hostname);
  if (family !== 0) return succeed([{ address: hostname, family }]);
  const resolved = resolveName(hostname).then(
    (addresses) =>
      addresses.length === 0 ? fail<FetchFailure>({ kind: "name-not-found", host: hostname }) : succeed(addresses),
    (error: unknown) => fail(connectFailure(error, hostname)),
  );
  return Promise.race([resolved, whenStopped.then(fail)]);
}

async function reach(
  socket: Socket,
  event: "connect" | "secureConnect",
  whenStopped: Promise<FetchFailure>,
  failureOf: (error: unknown) => FetchFailure,
): Promise<Result<Socket, FetchFailure>> {
  const reached = new Promise<Result<Socket, FetchFailure>>((resolve) => {
    socket.once(event, () => resolve(succeed(socket)));
    socket.once("error", (error) => resolve(fail(failureOf(error))));
    socket.once("close", () => resolve(fail({ kind: "connection-cut", received: 0 })));
  });
  // Errors after this moment belong to the request; an error nobody listens to would end the program.
  socket.on("error", () => {});
  const result = await Promise.race([reached, whenStopped.then(fail)]);
  if (!result.ok) socket.destroy();
  return result;
}

const noLink = new Set(["EAI_AGAIN", "ENETUNREACH", "ENETDOWN", "EHOSTUNREACH", "EHOSTDOWN", "EADDRNOTAVAIL"]);
const noName = new Set(["ENOTFOUND", "ENODATA", "EAI_NONAME", "EAI_NODATA"]);

export function connectFailure(error: unknown, host: string): FetchFailure {
  const codes = codesOf(error);
  if (codes.some((code) => noLink.has(code))) return { kind: "no-link" };
  if (codes.some((code) => noName.has(code))) return { kind: "name-not-found", host };
  if (codes.some((code) => code === "ECONNRESET" || code === "EPIPE")) return { kind: "connection-cut", received: 0 };
  return { kind: "refused", host };
}

/** What fails between the connection and the first secured byte is about the certificate, unless the line was cut. */
function tlsFailure(error: unknown, host: string): FetchFailure {
  const cut = codesOf(error).some((code) => code === "ECONNRESET" || code === "EPIPE");
  return cut ? { kind: "connection-cut", received: 0 } : { kind: "certificate", host };
}

/** When several addresses were tried, the one error holds theirs. */
function codesOf(error: unknown): readonly string[] {
  if (error instanceof AggregateError) return error.errors.flatMap(codesOf);
  return error instanceof Error && "code" in error && typeof error.code === "string" ? [error.code] : [];
}
