import { ipcRenderer } from "electron";
import { hostPortChannel, hostPortGiven, hostPortWanted } from "../renderer/contracts/host-port.ts";

// The page asks for its end of a channel to the machine and gets it once; this script keeps nothing and offers nothing.
function passPortOn(event: MessageEvent): void {
  if (event.source !== window || event.origin !== window.location.origin || event.data !== hostPortWanted) return;
  window.removeEventListener("message", passPortOn);
  const { port1: machineEnd, port2: pageEnd } = new MessageChannel();
  ipcRenderer.postMessage(hostPortChannel, null, [machineEnd]);
  window.postMessage(hostPortGiven, window.location.origin, [pageEnd]);
}

window.addEventListener("message", passPortOn);
