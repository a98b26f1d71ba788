import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { type LibraryCalls, type LibraryEvents, libraryCalls } from "./contracts/library.ts";
import { channelOver } from "./contracts/message-port.ts";
import { connect } from "./contracts/rpc.ts";
import { chooseHost } from "./host/choose-host.ts";
import libraryWorkerAddress from "./library/worker.ts?worker&url";
import { startPdfWorker } from "./start-pdf-worker.ts";
import { App } from "./ui/app.tsx";
import { startWorker } from "./worker-address.ts";

// The page hands both ends on and keeps none of the host's: it asks the library, and only the library asks the machine.
const host = await chooseHost();
const { port1: pageEnd, port2: libraryEnd } = new MessageChannel();
const worker = startWorker(libraryWorkerAddress);
worker.postMessage({ host, page: libraryEnd }, host.kind === "port" ? [libraryEnd, host.port] : [libraryEnd]);
const library = connect<LibraryCalls, LibraryEvents>(channelOver(pageEnd), libraryCalls);

const root = document.getElementById("app");
if (root === null) throw new Error("index.html has no #app");
createRoot(root).render(
  <StrictMode>
    <App library={library} startPdfWorker={startPdfWorker} />
  </StrictMode>,
);
