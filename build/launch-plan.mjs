// What `npm start` decides, without doing anything: tested apart from the processes and downloads it decides on.

/**
 * @typedef {{ open: "window" | "browser" | "serve", vault: string | null }} StartOptions
 * @typedef {{ ok: true, options: StartOptions } | { ok: false, unknown: string }} ReadOptions
 */

/**
 * @param {readonly string[]} args
 * @returns {ReadOptions}
 */
export function readStartOptions(args) {
  /** @type {StartOptions} */
  const options = { open: "window", vault: null };
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === "--browser") options.open = "browser";
    else if (arg === "--serve") options.open = "serve";
    else if (arg.startsWith("--vault=") && arg.length > "--vault=".length) options.vault = arg.slice("--vault=".length);
    else if (arg === "--vault" && rest[0] !== undefined && !rest[0].startsWith("--"))
      options.vault = rest.shift() ?? null;
    else return { ok: false, unknown: arg };
  }
  return { ok: true, options };
}

/** Node 20.19 is the first whose `require` takes modules, which some of the tools need. */
const oldestNode = [20, 19];

/** @param {string} version As `process.versions.node` says it. */
export function isNodeNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/**
 * @typedef {"no-display" | "skipped" | "stalled" | "fetch-failed" | "damaged" | "no-build" | "disk-full" | "unpack-failed"
 *   | "not-wanted" | "missing-library" | "sandbox-refused" | "hung" | "crashed"} WhyNoWindow
 */

/**
 * Nothing is fetched that could not be shown: without a display the browser host says so and serves.
 * @param {{ options: StartOptions, platform: string, env: Readonly<Record<string, string | undefined>> }} start
 */
export function opensElectron({ options, platform, env }) {
  const hasDisplay = platform === "win32" || platform === "darwin" || env.DISPLAY || env.WAYLAND_DISPLAY;
  return options.open === "window" && Boolean(hasDisplay);
}

/**
 * Chromium refuses to start as root with its sandbox.
 * @param {{ platform: string, userId: number | undefined }} account
 */
export function mustDropSandbox({ platform, userId }) {
  return platform === "linux" && userId === 0;
}

/**
 * Why Electron ended before it showed anything, from what it wrote.
 * @param {string} errors
 * @returns {WhyNoWindow}
 */
export function whyElectronEnded(errors) {
  if (/error while loading shared libraries|Library not loaded|cannot open shared object file/i.test(errors)) {
    return "missing-library";
  }
  if (
    /Missing X server|cannot open display|failed to connect to (?:the )?Wayland|Unable to open X display/i.test(errors)
  ) {
    return "no-display";
  }
  if (/SUID sandbox helper|No usable sandbox|Failed to move to new namespace|without --no-sandbox/i.test(errors)) {
    return "sandbox-refused";
  }
  return "crashed";
}

/**
 * @param {{ received: number, expected: number | null }} progress
 * @returns {{ receivedMb: string, expectedMb: string | null, percent: number | null }}
 */
export function describeProgress({ received, expected }) {
  const inMegabytes = (/** @type {number} */ bytes) => (bytes / 1_000_000).toFixed(1);
  if (expected === null || expected <= 0) return { receivedMb: inMegabytes(received), expectedMb: null, percent: null };
  return {
    receivedMb: inMegabytes(received),
    expectedMb: inMegabytes(expected),
    percent: Math.min(100, Math.floor((100 * received) / expected)),
  };
}
