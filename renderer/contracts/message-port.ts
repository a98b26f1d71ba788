import type { Channel } from "./rpc.ts";

/** What a browser's or a worker's MessagePort has that a channel needs. */
interface MessagePortLike {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  onmessage: ((event: { data: unknown }) => void) | null;
  close(): void;
}

/** A channel over a MessagePort. Setting `onmessage` starts the port, so nothing sent earlier is lost. */
export function channelOver(port: MessagePortLike): Channel {
  return {
    send: (message, transfer = []) => port.postMessage(message, [...transfer]),
    receive(listener) {
      port.onmessage = (event) => listener(event.data);
    },
    close: () => port.close(),
  };
}
