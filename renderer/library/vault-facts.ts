import type { Host } from "../contracts/host.ts";
import type { VaultFacts } from "../contracts/library.ts";
import type { OpenedVault } from "./opened-vault.ts";

const nothingKnown: VaultFacts = {
  folder: "",
  host: "loopback",
  keyProtection: "key-file",
  recoveryCodeWrittenDown: true,
  journalBytes: 0,
  attachmentBytes: 0,
  freeBytes: 0,
  briefings: 0,
  damage: [],
  inEverydayBrowser: false,
};

/** What the settings say about where the library lies and what guards it. */
export async function vaultFacts(host: Host | null, vault: OpenedVault | null): Promise<VaultFacts> {
  if (host === null) return nothingKnown;
  const [about, disk] = await Promise.all([host.about({}), host.diskState({})]);
  const machine = {
    folder: about.vaultFolder,
    host: about.kind,
    freeBytes: disk.freeBytes,
    inEverydayBrowser: about.inEverydayBrowser,
  };
  if (vault === null) return { ...nothingKnown, ...machine };
  return {
    ...machine,
    keyProtection: vault.keyProtection,
    recoveryCodeWrittenDown: vault.recoveryCodeWrittenDown,
    journalBytes: vault.journalBytes,
    attachmentBytes: vault.catalogue.kept().reduce((sum, { bytes }) => sum + bytes, 0),
    briefings: vault.catalogue.counts().all ?? 0,
    damage: vault.damage,
  };
}
