import { createHostHandlers } from "../../electron/handlers.ts";
import { openBlobFiles } from "../../electron/services/blob-files.ts";
import { openDiskSpace } from "../../electron/services/disk-space.ts";
import { openHeaderFile } from "../../electron/services/header-file.ts";
import { openHostKeyFile } from "../../electron/services/host-key-file.ts";
import { openJournalFile } from "../../electron/services/journal-file.ts";
import { openLease } from "../../electron/services/lease.ts";
import { openParseMarks } from "../../electron/services/parse-marks.ts";
import { makeVaultFolder, type VaultPlaces } from "../../electron/services/vault-folder.ts";
import type { CallContext } from "../../renderer/contracts/calls.ts";
import type { Host } from "../../renderer/contracts/host.ts";
import { fail } from "../../renderer/model/result.ts";

/** The shipped machine side over a folder, called directly: what is written so opens in either host. */
export function openNodeHost(places: VaultPlaces): { readonly host: Host; readonly end: () => Promise<void> } {
  const vaultFolder = makeVaultFolder(places.vaultFolder);
  const session = createHostHandlers(
    {
      about: { kind: "loopback", platform: process.platform, locale: "en-GB", vaultFolder, inEverydayBrowser: false },
      lease: openLease(vaultFolder),
      header: openHeaderFile(vaultFolder),
      journal: openJournalFile(vaultFolder),
      blobs: openBlobFiles(vaultFolder),
      hostKeys: openHostKeyFile(places.hostKeyPath),
      parseMarks: openParseMarks(vaultFolder),
      diskSpace: openDiskSpace(vaultFolder),
      fetchAddress: async () => ({ ...fail({ kind: "no-link" }), overLink: 0 }),
      isMetered: async () => null,
      openExternal: async () => fail({ kind: "no-browser" }),
    },
    { onLeaseLost: () => {}, setMenu: null, notify: null },
  );
  const context: CallContext<never> = {
    signal: new AbortController().signal,
    progress: () => {},
    transferReply: () => {},
  };
  const calls = Object.fromEntries(
    Object.entries(session.handlers).map(([name, handler]) => {
      const answer = handler as ((args: unknown, context: CallContext<never>) => Promise<unknown>) | null;
      return [name, answer === null ? null : (args: unknown) => answer(args, context)];
    }),
  );
  return { host: { ...calls, on: () => () => {} } as unknown as Host, end: () => session.end() };
}
