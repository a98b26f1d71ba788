import {
  type Host,
  type HostCalls,
  type HostEvents,
  hostCalls,
  type OptionalHostCalls,
  optionalHostCalls,
} from "../contracts/host.ts";
import { channelOver } from "../contracts/message-port.ts";
import { type Channel, connect } from "../contracts/rpc.ts";

/** The machine behind Electron's main process. */
export function connectElectronHost(port: MessagePort): Host {
  const { calls, on, close } = connect<HostCalls & OptionalHostCalls, HostEvents>(copyingChannelOver(port), {
    ...hostCalls,
    ...optionalHostCalls,
  });

  const goneListeners = new Set<() => void>();
  port.addEventListener("close", () => {
    close();
    for (const listener of goneListeners) listener();
    goneListeners.clear();
  });

  return {
    ...calls,
    on(name, listener) {
      // A program that is gone can't say so itself; its end of the port does.
      if (name !== "gone") return on(name, listener);
      const tell = () => (listener as (event: null) => void)(null);
      goneListeners.add(tell);
      return () => goneListeners.delete(tell);
    },
  };
}

/** Electron loses a message whose buffers are transferred to its main process, so everything goes as a copy. */
function copyingChannelOver(port: MessagePort): Channel {
  return { ...channelOver(port), send: (message) => port.postMessage(message) };
}
