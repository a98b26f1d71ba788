import { fileURLToPath } from "node:url";
import type { Instant } from "../renderer/model/time.ts";
import type { HostServices } from "./handlers.ts";
import { type LoopbackServer, serveLoopback } from "./loopback-server.ts";
import { openBlobFiles } from "./services/blob-files.ts";
import { type FreeBytes, freeBytesOf, openDiskSpace } from "./services/disk-space.ts";
import { type FetchLimits, shippedFetchLimits } from "./services/fetch-limits.ts";
import { createFetchAddress } from "./services/fetch-url.ts";
import { openHeaderFile } from "./services/header-file.ts";
import { openHostKeyFile } from "./services/host-key-file.ts";
import { openJournalFile } from "./services/journal-file.ts";
import { openLease } from "./services/lease.ts";
import { askMeteredWith, runQuietly } from "./services/metered-link.ts";
import { noteBug } from "./services/note-bug.ts";
import { type NetworkAccess, systemNetwork } from "./services/open-connection.ts";
import type { OpenExternal } from "./services/open-external.ts";
import { openPageFiles } from "./services/page-files.ts";
import { openParseMarks } from "./services/parse-marks.ts";
import { makeVaultFolder } from "./services/vault-folder.ts";

export interface LoopbackHostOptions {
  readonly vaultFolder: string;
  readonly hostKeyPath: string;
  readonly rendererFolder: string;
  /** 0 = any free one. */
  readonly port: number;
  readonly version: string;
  readonly locale: string;
  /** A browser that keeps what it shows like any other page; the app then says so. */
  readonly inEverydayBrowser: boolean;
  readonly openExternal: OpenExternal;
  readonly freeBytes?: FreeBytes;
  readonly network?: Partial<Omit<NetworkAccess, "ownPorts">>;
  readonly fetchLimits?: FetchLimits;
  readonly clock?: () => Instant;
  readonly onBug?: (error: unknown, doing: string) => string;
}

/** The machine side for a plain browser, ready to be opened at one of its launch addresses. */
export async function startLoopbackHost(options: LoopbackHostOptions): Promise<LoopbackServer> {
  const vaultFolder = makeVaultFolder(options.vaultFolder);
  let ownPorts: readonly number[] = [];
  const services: HostServices = {
    about: {
      kind: "loopback",
      platform: process.platform,
      locale: options.locale,
      vaultFolder,
      inEverydayBrowser: options.inEverydayBrowser,
    },
    lease: openLease(vaultFolder),
    header: openHeaderFile(vaultFolder),
    journal: openJournalFile(vaultFolder),
    blobs: openBlobFiles(vaultFolder),
    hostKeys: openHostKeyFile(options.hostKeyPath),
    parseMarks: openParseMarks(vaultFolder),
    diskSpace: openDiskSpace(vaultFolder, options.freeBytes ?? freeBytesOf),
    fetchAddress: createFetchAddress({
      network: { ...systemNetwork, ...options.network, ownPorts: () => ownPorts },
      limits: options.fetchLimits ?? shippedFetchLimits,
      clock: options.clock ?? Date.now,
      version: options.version,
    }),
    isMetered: askMeteredWith(runQuietly, options.clock ?? Date.now),
    openExternal: options.openExternal,
  };
  const server = await serveLoopback({
    port: options.port,
    pageFiles: openPageFiles(options.rendererFolder),
    services,
    onBug: options.onBug ?? noteBug,
  });
  ownPorts = [server.port];
  return server;
}

/** Where the built page lies beside the built program. */
export function builtRendererFolder(moduleAddress: string): string {
  return fileURLToPath(new URL("../renderer", moduleAddress));
}
