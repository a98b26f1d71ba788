import { type IncomingMessage, request } from "node:http";
import type { Socket } from "node:net";
import type { ArgsOf, CallContext } from "../../renderer/contracts/calls.ts";
import type { FetchedAddress, FetchReply, HostCalls } from "../../renderer/contracts/host.ts";
import type { FetchFailure } from "../../renderer/model/failure.ts";
import type { Bytes } from "../../renderer/model/measure.ts";
import { fail, type Result, succeed } from "../../renderer/model/result.ts";
import type { Instant } from "../../renderer/model/time.ts";
import type { FetchLimits } from "./fetch-limits.ts";
import { createFetchStop, type FetchStop } from "./fetch-stop.ts";
import { connectFailure, type NetworkAccess, openConnection } from "./open-connection.ts";
import { createProgressTeller } from "./progress-teller.ts";
import { readAnswer } from "./read-answer.ts";
import { judgeAddress, refusalOfRedirect } from "./url-policy.ts";

type FetchArgs = ArgsOf<HostCalls["fetchAddress"]>;
type FetchProgress = { received: Bytes; expected: Bytes | null };
export type FetchAddress = (
  args: FetchArgs,
  context: Pick<CallContext<FetchProgress>, "signal" | "progress">,
) => Promise<FetchReply>;

export interface FetchSurroundings {
  readonly network: NetworkAccess;
  readonly limits: FetchLimits;
  readonly clock: () => Instant;
  readonly version: string;
}

const redirects = new Set([301, 302, 303, 307, 308]);
const permanent = new Set([301, 308]);

/** The only way out to the network. Sends no cookies, no referrer, no language; judges every hop anew. */
export function createFetchAddress({ network, limits, clock, version }: FetchSurroundings): FetchAddress {
  return async (args, context) => {
    const sockets: Socket[] = [];
    const counted: NetworkAccess = {
      ...network,
      connectTcp(destination, addresses) {
        const socket = network.connectTcp(destination, addresses);
        sockets.push(socket);
        return socket;
      },
    };
    const answer = await fetchOver(counted, args, context);
    return { ...answer, overLink: sockets.reduce((sum, { bytesRead }) => sum + bytesRead, 0) };
  };

  async function fetchOver(
    over: NetworkAccess,
    args: FetchArgs,
    { signal, progress }: Pick<CallContext<FetchProgress>, "signal" | "progress">,
  ): Promise<Result<FetchedAddress, FetchFailure>> {
    const stop = createFetchStop(signal, limits);
    try {
      const answered = await followRedirects(over, args, stop);
      if (!answered.ok) return answered;
      const { response, url, permanentRedirect } = answered.value;
      const { headers } = response;
      const expected = expectedBytes(headers["content-length"]);
      const teller = createProgressTeller({ clock, tell: (received) => progress({ received, expected }) });
      const body = await readAnswer(response, { limits, stop, onReceived: teller.count }).finally(teller.end);
      return succeed({
        status: response.statusCode ?? 0,
        finalAddress: url.href,
        permanentRedirect,
        contentType: headers["content-type"] ?? null,
        etag: headers.etag ?? null,
        lastModified: headers["last-modified"] ?? null,
        serverDate: instantOf(headers.date),
        ...body,
      });
    } finally {
      stop.end();
    }
  }

  async function followRedirects(
    over: NetworkAccess,
    { address, etag, lastModified, permissions }: FetchArgs,
    stop: FetchStop,
  ): Promise<Result<{ response: IncomingMessage; url: URL; permanentRedirect: boolean }, FetchFailure>> {
    const first = judgeAddress(address, permissions);
    if (!first.ok) return first;
    let url = first.value;
    let allPermanent = true;
    for (let hops = 0; ; hops++) {
      const asked = await ask(over, url, { etag, lastModified, permissions }, stop);
      if (!asked.ok) return asked;
      const response = asked.value;
      const status = response.statusCode ?? 0;
      const target = redirects.has(status) ? response.headers.location : undefined;
      if (target === undefined) {
        return succeed({ response, url, permanentRedirect: hops > 0 && allPermanent });
      }
      response.destroy();
      if (hops === limits.redirects) return fail({ kind: "too-many-redirects", limit: limits.redirects });
      allPermanent &&= permanent.has(status);
      const next = URL.canParse(target, url.href) ? new URL(target, url).href : target;
      const judged = judgeAddress(next, permissions);
      if (!judged.ok) return judged;
      const refusal = refusalOfRedirect(url, judged.value, permissions);
      if (refusal !== null) return fail(refusal);
      url = judged.value;
    }
  }

  /** One request on one connection of its own; answers when the headers are here. */
  async function ask(
    over: NetworkAccess,
    url: URL,
    { etag, lastModified, permissions }: Omit<FetchArgs, "address">,
    stop: FetchStop,
  ): Promise<Result<IncomingMessage, FetchFailure>> {
    stop.enter("connect");
    const connection = await openConnection(url, over, { permissions, whenStopped: stop.whenStopped });
    if (!connection.ok) return connection;
    stop.enter("first-byte");
    const headers = {
      host: url.host,
      "user-agent": `FieldReader/${version}`,
      accept: "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5",
      // Node 20 can't unpack zstd.
      "accept-encoding": "gzip, deflate, br",
      ...(isHeaderValue(etag) ? { "if-none-match": etag } : {}),
      ...(isHeaderValue(lastModified) ? { "if-modified-since": lastModified } : {}),
    };
    const answered = await Promise.race([
      send(connection.value, url, headers),
      stop.whenStopped.then((failure) => fail(failure)),
    ]);
    if (!answered.ok) connection.value.destroy();
    return answered;
  }
}

function send(
  socket: Socket,
  url: URL,
  headers: Record<string, string>,
): Promise<Result<IncomingMessage, FetchFailure>> {
  return new Promise((resolve) => {
    const path = `${url.pathname}${url.search}`;
    const sent = request({ method: "GET", path, headers, createConnection: () => socket });
    sent.once("response", (response) => resolve(succeed(response)));
    // What isn't HTTP at all comes with a parser's code; the host answered, so it isn't the link.
    sent.on("error", (error: NodeJS.ErrnoException) =>
      resolve(
        fail(
          error.code?.startsWith("HPE_") === true
            ? { kind: "connection-cut", received: 0 }
            : connectFailure(error, url.hostname),
        ),
      ),
    );
    sent.end();
  });
}

/** A validator comes from a server: one that would break out of its header is left away. */
function isHeaderValue(value: string | null): value is string {
  return value !== null && /^[\x20-\x7e\x80-\xff]{1,1000}$/.test(value);
}

function expectedBytes(contentLength: string | undefined): Bytes | null {
  const length = Number(contentLength);
  return contentLength !== undefined && Number.isSafeInteger(length) && length >= 0 ? length : null;
}

function instantOf(date: string | undefined): Instant | null {
  const instant = Date.parse(date ?? "");
  return Number.isFinite(instant) && instant >= 0 ? instant : null;
}
