import { type LibraryCalls, type LibraryEvents, libraryCalls } from "./contracts/library.ts";
import { channelOver } from "./contracts/message-port.ts";
import { connect } from "./contracts/rpc.ts";
import { chooseHost } from "./host/choose-host.ts";
import libraryWorkerAddress from "./library/worker.ts?worker&url";
import { startWorker } from "./worker-address.ts";

// The page hands both ends on and keeps none of the host's: it asks the library, and only the library asks the machine.
const { port1: pageEnd, port2: libraryEnd } = new MessageChannel();
const worker = startWorker(libraryWorkerAddress);
// A file of its own: the library, which takes longer to start, shouldn't wait until what draws the page has been read.
const drawing = import("./mount-page.tsx");
const host = await chooseHost();
worker.postMessage({ host, page: libraryEnd }, host.kind === "port" ? [libraryEnd, host.port] : [libraryEnd]);
const library = connect<LibraryCalls, LibraryEvents>(channelOver(pageEnd), libraryCalls);
const { mountPage } = await drawing;
mountPage(library);
