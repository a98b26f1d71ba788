// Brings one large file over a bad link: goes on where it stopped, and believes nothing but the checksum.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * @typedef {"skipped" | "stalled" | "fetch-failed" | "damaged" | "disk-full"} FetchTrouble
 * @typedef {{ ok: true, path: string } | { ok: false, why: FetchTrouble, detail: string }} Fetched
 *
 * @typedef {object} FetchWish
 * @property {string} address
 * @property {string} sha256
 * @property {string} fileName
 * @property {string} folder  Where the part that came is kept between starts.
 * @property {number} idleMs
 * @property {AbortSignal} skip
 * @property {(progress: { received: number, expected: number | null }) => void} onProgress
 */

/** Says why a fetch ended early; thrown only inside this file. */
class Stop extends Error {
  /**
   * @param {FetchTrouble} why
   * @param {string} detail
   */
  constructor(why, detail = "") {
    super(why);
    this.why = why;
    this.detail = detail;
  }
}

/**
 * @param {FetchWish} wish
 * @returns {Promise<Fetched>}
 */
export async function fetchLargeFile(wish) {
  const part = join(wish.folder, `${wish.fileName}.part`);
  const whole = join(wish.folder, wish.fileName);
  try {
    await mkdir(wish.folder, { recursive: true });
    if (await hasChecksum(whole, wish.sha256)) return { ok: true, path: whole };
    await bring(wish, part);
    if (!(await hasChecksum(part, wish.sha256))) {
      await forget(part);
      throw new Stop("damaged");
    }
    await rename(part, whole);
    await forget(part);
    return { ok: true, path: whole };
  } catch (error) {
    if (error instanceof Stop) return { ok: false, why: error.why, detail: error.detail };
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return { ok: false, why: code === "ENOSPC" ? "disk-full" : "fetch-failed", detail: code };
  }
}

/**
 * @param {FetchWish} wish
 * @param {string} part
 */
async function bring(wish, part) {
  const stop = new AbortController();
  const stall = () => stop.abort(new Stop("stalled"));
  let idle = setTimeout(stall, wish.idleMs);
  const stillComing = () => {
    clearTimeout(idle);
    idle = setTimeout(stall, wish.idleMs);
  };
  const skip = () => stop.abort(new Stop("skipped"));
  wish.skip.addEventListener("abort", skip);
  if (wish.skip.aborted) skip();

  try {
    const answer = await ask(wish.address, part, stop.signal);
    stillComing();
    await keep(answer, { part, onProgress: wish.onProgress, stillComing });
  } catch (error) {
    if (stop.signal.aborted) throw stop.signal.reason;
    if (error instanceof Stop || (error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
    throw new Stop("fetch-failed", reasonOf(error));
  } finally {
    clearTimeout(idle);
    wish.skip.removeEventListener("abort", skip);
  }
}

/**
 * Asks for what is missing, but only if the file there is still the one that the kept part belongs to.
 * @param {string} address
 * @param {string} part
 * @param {AbortSignal} signal
 * @returns {Promise<{ response: Response, from: number }>}
 */
async function ask(address, part, signal) {
  const kept = await keptPart(part, address);
  /** @type {Record<string, string>} */
  const range = kept === null ? {} : { range: `bytes=${kept.bytes}-`, "if-range": kept.validator };
  // As it is: a compressed answer would have other lengths than the ones asked for.
  const response = await fetch(address, { headers: { ...range, "accept-encoding": "identity" }, signal });
  if (kept !== null && response.status === 206 && startOf(response) === kept.bytes) {
    return { response, from: kept.bytes };
  }
  if (kept !== null && response.status !== 200) {
    // The server can't go on from there (any more): once again from the start.
    await response.body?.cancel();
    await forget(part);
    return ask(address, part, signal);
  }
  if (response.status !== 200) throw new Stop("fetch-failed", `HTTP ${response.status}`);
  await startAnew(part, address, response);
  return { response, from: 0 };
}

/**
 * @param {{ response: Response, from: number }} answer
 * @param {{ part: string, onProgress: FetchWish["onProgress"], stillComing: () => void }} telling
 */
async function keep({ response, from }, { part, onProgress, stillComing }) {
  const length = Number(response.headers.get("content-length") ?? Number.NaN);
  const expected = Number.isFinite(length) ? from + length : null;
  let received = from;
  const file = await open(part, from === 0 ? "w" : "a");
  try {
    onProgress({ received, expected });
    if (response.body === null) return;
    for await (const chunk of response.body) {
      stillComing();
      await file.write(chunk);
      received += chunk.length;
      onProgress({ received, expected });
    }
  } finally {
    await file.close();
  }
  if (expected !== null && received < expected) throw new Stop("fetch-failed", "connection cut");
}

/** @param {Response} response */
function startOf(response) {
  return Number(/^bytes (\d+)-/.exec(response.headers.get("content-range") ?? "")?.[1] ?? Number.NaN);
}

/**
 * A part is of use only with a strong validator: with another file's rest it would only fail its checksum at the end.
 * @param {string} part
 * @param {string} address
 * @returns {Promise<{ bytes: number, validator: string } | null>}
 */
async function keptPart(part, address) {
  try {
    const note = JSON.parse(await readFile(`${part}.json`, "utf8"));
    const { size } = await stat(part);
    return note.address === address && typeof note.validator === "string" && size > 0
      ? { bytes: size, validator: note.validator }
      : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} part
 * @param {string} address
 * @param {Response} response
 */
async function startAnew(part, address, response) {
  await forget(part);
  const etag = response.headers.get("etag");
  const validator = etag?.startsWith('"') ? etag : null;
  await writeFile(`${part}.json`, JSON.stringify({ address, validator }));
}

/** @param {string} part */
async function forget(part) {
  await rm(part, { force: true });
  await rm(`${part}.json`, { force: true });
}

/**
 * @param {string} path
 * @param {string} sha256
 */
async function hasChecksum(path, sha256) {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk);
  } catch {
    return false;
  }
  return hash.digest("hex") === sha256;
}

/** @param {unknown} error fetch hides what happened in `cause`. */
function reasonOf(error) {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  return "code" in cause ? String(cause.code) : cause.message;
}
