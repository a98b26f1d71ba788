import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { securityHeaders } from "./content-security-policy.ts";

const mediaTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

export interface PageFiles {
  /** null = no such file. `pathname` is the path of an address, still percent-encoded. */
  read(pathname: string): Promise<PageFile | null>;
}

/**
 * The built page in a folder. The files are listed once and asked for by their names in that list, so no path, however
 * it is written, leads out of the folder; links inside it are not followed.
 */
export function openPageFiles(folder: string): PageFiles {
  let listing: Promise<ReadonlyMap<string, string>> | null = null;

  return {
    async read(pathname) {
      const name = pathname === "/" ? "/index.html" : pathname;
      listing ??= list(folder, "");
      const file = (await listing).get(name);
      if (file === undefined) return null;
      const bytes = new Uint8Array(await readFile(file));
      const mediaType = mediaTypes[extname(file)] ?? "application/octet-stream";
      return { bytes, headers: { "content-type": mediaType, ...cachingOf(name), ...securityHeaders(name) } };
    },
  };
}

// Names under assets/ carry a digest of their content; everything else is asked for anew.
function cachingOf(name: string): Record<string, string> {
  return { "cache-control": name.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache" };
}

async function list(folder: string, prefix: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const name = `${prefix}/${entry.name}`;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) for (const [inner, innerPath] of await list(path, name)) found.set(inner, innerPath);
    else if (entry.isFile()) found.set(name, path);
  }
  return found;
}
