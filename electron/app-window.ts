import type { ChildProcess } from "node:child_process";
import { basename } from "node:path";
import type { LoopbackServer } from "./loopback-server.ts";
import type { LauncherWords } from "./loopback-text.ts";
import { openAppWindow, profileFor } from "./services/browser-window.ts";
import { claimSocket } from "./services/local-socket.ts";
import type { VaultPlaces } from "./services/vault-folder.ts";

export interface WindowWish {
  readonly browser: string;
  readonly places: VaultPlaces;
  readonly home: string;
  readonly isRootOnLinux: boolean;
  readonly words: LauncherWords;
  readonly say: (sentence: string) => void;
  readonly startServer: () => Promise<LoopbackServer>;
  readonly patienceMs?: number;
}

export type WindowOutcome =
  | { readonly ended: "closed" }
  /** Another launcher has this library's window and opened one more. */
  | { readonly ended: "was-open" }
  /** No window came. */
  | { readonly ended: "not-shown" };

const openWindowQuestion = "open-window";
const opened = "opened";

/** Shows the app in a window of an installed browser, with a profile of its own, and stays until that is closed. */
export async function openInWindow(wish: WindowWish): Promise<WindowOutcome> {
  const { places, words, say } = wish;
  let openOneMore: () => Promise<void> = async () => {};
  let wasOpen = false;
  // A browser shows one profile in one program: a second launcher's window would be the first one's, with the first
  // one's way to the host. So the second asks the first for a window and leaves.
  await claimSocket(places.vaultFolder, {
    name: "launcher",
    async answer(question) {
      if (question !== openWindowQuestion) return null;
      await openOneMore();
      return opened;
    },
    async onHeld(ask) {
      wasOpen = (await ask(openWindowQuestion)) === opened;
      return false;
    },
  });
  if (wasOpen) {
    say(words.alreadyOpen);
    return { ended: "was-open" };
  }

  const server = await wish.startServer();
  openOneMore = async () => {
    start("proxied", server, wish).on("error", () => {});
  };
  if (wish.isRootOnLinux) say(words.runningAsRoot);
  let shown = await show("proxied", server, wish);
  if (shown === "unreachable") {
    // The browser's owner has set another proxy, which our flags can't undo.
    say(words.proxyOverridden);
    shown = await show("direct", server, wish);
  }
  await server.close();
  if (shown === "closed") return { ended: "closed" };
  say(words.browserFailed);
  return { ended: "not-shown" };
}

function start(form: "proxied" | "direct", server: LoopbackServer, wish: WindowWish): ChildProcess {
  const child = openAppWindow({
    browser: wish.browser,
    address: server.launchAddress(form),
    profile: profileFor(wish.browser, wish.places.browserProfile, wish.home),
    proxyPort: form === "proxied" ? server.port : null,
    isRootOnLinux: wish.isRootOnLinux,
  });
  // A window without its host could only say that it is gone.
  process.once("exit", () => child.kill());
  return child;
}

/** "unreachable" = the browser runs, but nobody came to us in time; it is closed again. */
function show(
  form: "proxied" | "direct",
  server: LoopbackServer,
  wish: WindowWish,
): Promise<"closed" | "unreachable" | "failed"> {
  return new Promise((resolve) => {
    const child = start(form, server, wish);
    let isOpened = false;
    let isTooLate = false;
    const patience = setTimeout(() => {
      isTooLate = true;
      child.kill();
    }, wish.patienceMs ?? 20_000);
    void server.whenOpened.then(() => {
      if (isTooLate || child.exitCode !== null) return;
      isOpened = true;
      clearTimeout(patience);
      wish.say(wish.words.openedInWindow({ browser: basename(wish.browser) }));
    });
    const leave = () => {
      clearTimeout(patience);
      resolve(isTooLate ? "unreachable" : isOpened ? "closed" : "failed");
    };
    child.once("error", leave);
    child.once("exit", leave);
  });
}
