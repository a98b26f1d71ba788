import type { Host } from "../contracts/host.ts";
import type { HostInit } from "./choose-host.ts";
import { connectElectronHost } from "./electron-host.ts";
import { connectLoopbackHost } from "./loopback-host.ts";

/** Runs in the worker: the machine behind what the page found; null = there is none. */
export async function connectHost(init: HostInit): Promise<Host | null> {
  switch (init.kind) {
    case "port":
      return connectElectronHost(init.port);
    case "loopback":
      return connectLoopbackHost({ token: init.token, origin: init.origin });
    case "none":
      return null;
  }
}
