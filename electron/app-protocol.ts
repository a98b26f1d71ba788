import { protocol, type Session } from "electron";
import type { PageFiles } from "./services/page-files.ts";

const scheme = "app";
const host = "reader";

/** The one origin whose page may speak to this program. */
export const pageOrigin = `${scheme}://${host}`;
export const pageAddress = `${pageOrigin}/`;

/** Must run before the app is ready: later the scheme would be opaque, without storage or fetch. */
export function setUpPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** The page itself, wherever in it one stands; nothing else of our origin is a place to go to. */
export function isPageAddress(address: string): boolean {
  const url = parse(address);
  return url !== null && isOurs(url) && (url.pathname === "/" || url.pathname === "/index.html");
}

/** Something that our page may load: a file of ours, or bytes that it made itself. */
export function isOwnAddress(address: string): boolean {
  const url = parse(address);
  if (url === null) return false;
  if (url.protocol === "blob:") return url.pathname.startsWith(pageAddress);
  return isOurs(url);
}

// Node and Chromium differ on the `origin` of a scheme of one's own, so the parts are compared.
function isOurs(url: URL): boolean {
  return url.protocol === `${scheme}:` && url.host === host && url.username === "" && url.password === "";
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}

/** Answers app://reader from the built page's files, and from nothing else. */
export function setUpPageFiles(session: Session, files: PageFiles): void {
  session.protocol.handle(scheme, async (request) => {
    const url = parse(request.url);
    if (url === null || !isOurs(url)) return new Response(null, { status: 404 });
    if (request.method !== "GET") return new Response(null, { status: 405, headers: { allow: "GET" } });
    const file = await files.read(url.pathname);
    return file === null ? new Response(null, { status: 404 }) : new Response(file.bytes, { headers: file.headers });
  });
}
