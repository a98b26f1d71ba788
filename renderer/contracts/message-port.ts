import type { Movable } from "./calls.ts";
import type { Channel } from "./rpc.ts";

/** What a browser's or a worker's MessagePort has that a channel needs. */
interface MessagePortLike {
  postMessage(message: unknown, transfer: Movable[]): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  start(): void;
  close(): void;
}

/** A channel over a MessagePort, which keeps what was sent before the listener came. */
export function channelOver(port: MessagePortLike): Channel {
  return {
    send: (message, transfer = []) => port.postMessage(message, [...transfer]),
    receive(listener) {
      port.addEventListener("message", (event) => listener(event.data));
      port.start();
    },
    close: () => port.close(),
  };
}
