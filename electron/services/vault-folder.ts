import { createHash } from "node:crypto";
import { mkdirSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";

export interface ComputerFolders {
  readonly platform: string;
  readonly home: string;
  readonly env: { readonly LOCALAPPDATA?: string | undefined; readonly XDG_DATA_HOME?: string | undefined };
}

/** Where things lie. Only `vaultFolder` holds something that can't be made again. */
export interface VaultPlaces {
  readonly vaultFolder: string;
  /** This computer's key to the vault, kept away from it. */
  readonly hostKeyPath: string;
  /** The profile of the browser that the loopback host opens. */
  readonly browserProfile: string;
  /** Electron's `sessionData`. */
  readonly electronSession: string;
}

/**
 * The vault lies outside every browser profile, because a browser deletes what it stores when its disk is full. What
 * belongs to this computer (key, profiles) stays in the user's data folder even when `--vault` points to a stick.
 */
export function findVaultPlaces({ vault, computer }: { vault: string | null; computer: ComputerFolders }): VaultPlaces {
  const base = userDataFolder(computer);
  if (vault === null) {
    return {
      vaultFolder: join(base, "vault"),
      hostKeyPath: join(base, "vault.key"),
      browserProfile: join(base, "browser"),
      electronSession: join(base, "session"),
    };
  }
  const vaultFolder = resolve(vault);
  const other = join(base, "other-vaults", shortNameOf(vaultFolder));
  return {
    vaultFolder,
    hostKeyPath: join(other, "vault.key"),
    browserProfile: join(other, "browser"),
    electronSession: join(other, "session"),
  };
}

/** Never the roaming folder on Windows: a vault must not travel over the network at every log-in. */
function userDataFolder({ platform, home, env }: ComputerFolders): string {
  if (platform === "win32") return join(env.LOCALAPPDATA || join(home, "AppData", "Local"), "Field Reader");
  if (platform === "darwin") return join(home, "Library", "Application Support", "Field Reader");
  return join(env.XDG_DATA_HOME || join(home, ".local", "share"), "field-reader");
}

/** Makes the folder for this account alone and answers its real path, by which the lease knows it. */
export function makeVaultFolder(vaultFolder: string): string {
  mkdirSync(vaultFolder, { recursive: true, mode: 0o700 });
  return realpathSync(vaultFolder);
}

export function shortNameOf(path: string): string {
  return createHash("sha256").update(path).digest("hex").slice(0, 16);
}
