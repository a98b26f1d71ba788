import { app, safeStorage, shell } from "electron";
import type { HostAbout } from "../renderer/contracts/host.ts";
import { fail, succeed } from "../renderer/model/result.ts";
import type { HostServices } from "./handlers.ts";
import { keepHostKeys } from "./host-keys.ts";
import { openKeystore } from "./keystore.ts";
import { openBlobFiles } from "./services/blob-files.ts";
import { openDiskSpace } from "./services/disk-space.ts";
import { shippedFetchLimits } from "./services/fetch-limits.ts";
import { createFetchAddress } from "./services/fetch-url.ts";
import { openHeaderFile } from "./services/header-file.ts";
import { openHostKeyFile } from "./services/host-key-file.ts";
import { openJournalFile } from "./services/journal-file.ts";
import { openLease } from "./services/lease.ts";
import { askMeteredWith, runQuietly } from "./services/metered-link.ts";
import { systemNetwork } from "./services/open-connection.ts";
import { type OpenExternal, openableAddress } from "./services/open-external.ts";
import { openParseMarks } from "./services/parse-marks.ts";
import { makeVaultFolder, type VaultPlaces } from "./services/vault-folder.ts";

/** Everything this computer does for the library under Electron. Only after the app is ready: the keystore needs it. */
export function openMachine(places: VaultPlaces): HostServices {
  const vaultFolder = makeVaultFolder(places.vaultFolder);
  const about: HostAbout = {
    kind: "electron",
    platform: process.platform,
    locale: app.getPreferredSystemLanguages()[0] ?? app.getLocale(),
    vaultFolder,
    inEverydayBrowser: false,
  };
  return {
    about,
    lease: openLease(vaultFolder),
    header: openHeaderFile(vaultFolder),
    journal: openJournalFile(vaultFolder),
    blobs: openBlobFiles(vaultFolder),
    hostKeys: keepHostKeys({
      keystore: openKeystore(safeStorage, process.platform),
      sealedPath: `${places.hostKeyPath}.sealed`,
      keyFile: openHostKeyFile(places.hostKeyPath),
    }),
    parseMarks: openParseMarks(vaultFolder),
    diskSpace: openDiskSpace(vaultFolder),
    fetchAddress: createFetchAddress({
      network: { ...systemNetwork, ownPorts: () => [] },
      limits: shippedFetchLimits,
      clock: Date.now,
      version: app.getVersion(),
    }),
    isMetered: askMeteredWith(runQuietly, Date.now),
    openExternal,
  };
}

const openExternal: OpenExternal = async (address) => {
  const href = openableAddress(address);
  if (href === null) return fail({ kind: "link-refused" });
  return shell.openExternal(href).then(
    () => succeed(null),
    () => fail({ kind: "no-browser" }),
  );
};
