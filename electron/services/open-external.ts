import { spawn } from "node:child_process";
import type { LinkFailure } from "../../renderer/model/failure.ts";
import { fail, type Result, succeed } from "../../renderer/model/result.ts";

export type OpenExternal = (address: string) => Promise<Result<null, LinkFailure>>;
/** Runs a program without a shell; answers whether it could be started. */
export type StartProgram = (program: string, args: readonly string[]) => Promise<boolean>;

const openable = new Set(["http:", "https:", "mailto:"]);

/** The address as it may be given to the system, or null. Parsing again leaves no quote, space or line break in it. */
export function openableAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!openable.has(url.protocol)) return null;
  return url.href.replaceAll("'", "%27");
}

/** Hands a link to the system's own browser or mail program. */
export function openExternalWith(startProgram: StartProgram, platform: string = process.platform): OpenExternal {
  return async (address) => {
    const href = openableAddress(address);
    if (href === null) return fail({ kind: "link-refused" });
    const [program, ...args] = openerFor(platform);
    const started = program !== undefined && (await startProgram(program, [...args, href]));
    return started ? succeed(null) : fail({ kind: "no-browser" });
  };
}

/** `start` belongs to cmd.exe, which would read & and ^ in an address; rundll32 takes it as it is. */
function openerFor(platform: string): readonly string[] {
  if (platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler"];
  return platform === "darwin" ? ["open"] : ["xdg-open"];
}

export const startDetached: StartProgram = (program, args) =>
  new Promise((resolve) => {
    const child = spawn(program, [...args], { detached: true, stdio: "ignore", shell: false });
    child.once("error", () => resolve(false));
    child.once("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
