import { createHostHandlers, type HostServices } from "./handlers.ts";
import type { HostClient, TellPage } from "./ipc.ts";
import { type MenuSurroundings, type MenuWish, setUpMinimalMenu, showMenu } from "./menu.ts";
import { notify } from "./notify.ts";
import { type ShellWords, shellWords } from "./text.ts";

/** What a page gets when its port has arrived: the machine, and the menu bar for as long as it is there. */
export function openClient(services: HostServices, words: ShellWords, tell: TellPage): HostClient {
  const system: MenuSurroundings = { words, platform: process.platform };

  async function setMenu(wish: MenuWish): Promise<null> {
    const surroundings = wish.language === undefined ? system : { ...system, words: shellWords[wish.language] };
    showMenu(wish, (commandId) => tell("menu-chosen", { commandId }), surroundings);
    return null;
  }

  const session = createHostHandlers(services, { onLeaseLost: () => tell("lease-lost", null), setMenu, notify });
  return {
    handlers: { ...session.handlers, setMenu, notify },
    close() {
      setUpMinimalMenu(system);
      void session.end();
    },
  };
}
