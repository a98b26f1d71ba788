import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** The address that the launched browser knows, whatever port we have: we are its proxy. */
export const fixedOrigin = "http://reader.localhost";

export type Admission =
  | { readonly admitted: "file"; readonly pathname: string }
  | { readonly admitted: "secret-swap" }
  | { readonly admitted: "host-call"; readonly name: string }
  | { readonly admitted: "no" };

const no: Admission = { admitted: "no" };

/** What of a request is judged. */
export type AskedFor = Pick<IncomingMessage, "method" | "url" | "headers" | "rawHeaders">;

export interface Gate {
  /** From now on a page of this origin may come in. */
  openFor(origin: string): void;
  admit(request: AskedFor): Admission;
  /** A new one-time secret for the address of a launch. */
  createSecret(): string;
  /**
   * `secret token`: from now on the token that the page made opens what the secret opened; false = the secret is unknown
   * or was used for another token. Asked for the same again, by a page whose first answer was lost, it says the same.
   */
  swapSecret(swap: string): boolean;
}

const mostWaitingSecrets = 32;
/** 32 random bytes as base64url. */
const tokenShape = /^[\w-]{43}$/;

/** Decides from a request's head alone who may come in; nothing of the body is read before. */
export function createGate(): Gate {
  const origins = new Set<string>();
  const secrets = new Set<string>();
  const tokens = new Set<string>();

  function admit(request: AskedFor): Admission {
    const target = targetOf(request, origins);
    if (target === null) return no;
    const { origin, pathname } = target;
    const site = request.headers["sec-fetch-site"];
    if (request.method === "GET") {
      // "none" is a person who typed or opened the address; a link or a script of another page is refused.
      const isOwn = site === undefined || site === "none" || site === "same-origin";
      return isOwn ? { admitted: "file", pathname } : no;
    }
    if (request.method !== "POST" || site !== "same-origin" || request.headers.origin !== origin) return no;
    if (pathname === "/session") return { admitted: "secret-swap" };
    const name = pathname.match(/^\/host\/([A-Za-z]{1,40})$/)?.[1];
    if (name === undefined || !hasToken(request.headers.authorization)) return no;
    return { admitted: "host-call", name };
  }

  function hasToken(authorization: string | undefined): boolean {
    const given = authorization?.match(/^Bearer ([\w-]{43})$/)?.[1];
    return given !== undefined && findSame(tokens, given) !== null;
  }

  return {
    openFor: (origin) => void origins.add(origin),
    admit,
    createSecret() {
      const secret = newSecret();
      secrets.add(secret);
      for (const oldest of secrets) if (secrets.size > mostWaitingSecrets) secrets.delete(oldest);
      return secret;
    },
    swapSecret(swap) {
      const [secret = "", token = "", ...more] = swap.split(" ");
      if (!tokenShape.test(token) || more.length > 0) return false;
      if (findSame(tokens, token) !== null) return true;
      const known = findSame(secrets, secret);
      if (known === null) return false;
      secrets.delete(known);
      tokens.add(token);
      return true;
    },
  };
}

/**
 * The origin and path that a request names, or null. As a server we are asked for a path, as the launched browser's
 * proxy for a whole address; each form goes with exactly one Host header, so a name that someone points at 127.0.0.1
 * (DNS rebinding), and every other site that the browser wants to reach through us, stays outside.
 */
function targetOf(
  { url = "", headers, rawHeaders }: AskedFor,
  origins: ReadonlySet<string>,
): { origin: string; pathname: string } | null {
  const { host } = headers;
  const hostHeaders = rawHeaders.filter((name, place) => place % 2 === 0 && name.toLowerCase() === "host");
  if (host === undefined || hostHeaders.length !== 1) return null;
  const isPath = url.startsWith("/");
  const origin = `http://${host}`;
  if (!origins.has(origin) || isPath === (origin === fixedOrigin)) return null;
  if (!isPath && !url.startsWith(`${origin}/`)) return null;
  const path = isPath ? url : url.slice(origin.length);
  return { origin, pathname: path.split(/[?#]/, 1)[0] ?? "/" };
}

function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** In a time that doesn't tell how much of a guess was right. */
function findSame(known: ReadonlySet<string>, given: string): string | null {
  let found: string | null = null;
  for (const one of known) if (timingSafeEqual(digest(one), digest(given))) found = one;
  return found;
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
