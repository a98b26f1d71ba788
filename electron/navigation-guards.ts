import { app, type WebContents } from "electron";
import { isPageAddress } from "./app-protocol.ts";

/** Holds every web contents there will ever be to our one page: no other place, no further window, no webview. */
export function setUpNavigationGuards(): void {
  app.on("web-contents-created", (_event, contents) => keepToOurPage(contents));
}

function keepToOurPage(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  contents.on("will-attach-webview", (event) => event.preventDefault());
  // Reloading our own page is the one navigation that is allowed; links to the world go through host.openExternal.
  contents.on("will-navigate", (event) => {
    if (!isPageAddress(event.url)) event.preventDefault();
  });
  contents.on("will-frame-navigate", (event) => {
    if (!(event.isMainFrame && isPageAddress(event.url))) event.preventDefault();
  });
  contents.on("will-redirect", (event) => event.preventDefault());
  // Otherwise a call would tell the other side this computer's addresses, past every request filter.
  contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
}
