import type { Session } from "electron";
import { isOwnAddress } from "./app-protocol.ts";

// Putting text on the clipboard is the only thing the page ever needs: "copy with its source".
const allowedPermissions: ReadonlySet<string> = new Set(["clipboard-sanitized-write"]);

/** Closes everything a session would otherwise let a page ask for. Certificate errors keep Electron's own answer: no. */
export function setUpSessionGuards(session: Session): void {
  denyPermissions(session);
  loadOnlyOwnFiles(session);
  saveOnlyWhatThePageMade(session);
  // Dictionaries would be fetched from a server that the person never added.
  session.setSpellCheckerEnabled(false);
}

function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(allowedPermissions.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => allowedPermissions.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
}

/** The second lock beside the page's CSP: no request of this session reaches a network, whoever made it. */
function loadOnlyOwnFiles(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwnAddress(url) }));
}

/** A file that the page made (an export) is saved after Electron's own dialog; nothing else is downloaded. */
function saveOnlyWhatThePageMade(session: Session): void {
  session.on("will-download", (event, item) => {
    if (!(item.getURL().startsWith("blob:") && isOwnAddress(item.getURL()))) event.preventDefault();
  });
}
