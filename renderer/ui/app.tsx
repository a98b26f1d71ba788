import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/layout.css";
import "./styles/views.css";
import "./styles/list.css";
import "./styles/narrow.css";
import "./styles/reader.css";
import "./styles/body.css";
import "./styles/pages.css";
import "./styles/status.css";
import "./styles/finding.css";
import "./styles/dialogs.css";
import "./styles/lists.css";
import "./styles/print.css";
import type { ReactNode } from "react";
import type { LibraryConnection } from "../contracts/library.ts";
import type { PdfWorker } from "../contracts/pdf-reader.ts";
import type { Settings } from "../model/settings.ts";
import { FallOver } from "./components/fall-over.tsx";
import { LibraryProvider } from "./queries/library-context.tsx";
import { PdfWorkerProvider } from "./queries/pdf-worker-context.tsx";
import { ReadingStatesProvider } from "./queries/reading-states-context.tsx";
import { SettingsProvider, useSettings } from "./queries/settings-context.tsx";
import { ClockProvider, useClock } from "./queries/use-clock.tsx";
import { useLibraryStatus, useSyncStatus } from "./queries/use-status.ts";
import { Dialogs } from "./screens/dialogs.tsx";
import { MainScreen } from "./screens/main-screen.tsx";
import { ClosedScreen } from "./screens/stand-in/closed-screen.tsx";
import { LockedScreen } from "./screens/stand-in/locked-screen.tsx";
import { OpenElsewhereScreen } from "./screens/stand-in/open-elsewhere-screen.tsx";
import { CommandProvider } from "./state/command-context.tsx";
import { PanesProvider } from "./state/panes.tsx";
import { UiProvider } from "./state/ui-context.tsx";
import { useLook } from "./state/use-look.ts";
import { TextProvider } from "./text/use-text.tsx";

/** The whole page. It speaks to the library and to nothing else. */
export function App({
  library,
  startPdfWorker,
}: {
  readonly library: LibraryConnection;
  readonly startPdfWorker: () => PdfWorker;
}) {
  return (
    <LibraryProvider library={library}>
      <SettingsProvider>
        <ClockProvider>
          <Spoken>
            <FallOver>
              <UiProvider>
                <PanesProvider>
                  <ReadingStatesProvider>
                    <PdfWorkerProvider startPdfWorker={startPdfWorker}>
                      <Screens />
                    </PdfWorkerProvider>
                  </ReadingStatesProvider>
                </PanesProvider>
              </UiProvider>
            </FallOver>
          </Spoken>
        </ClockProvider>
      </SettingsProvider>
    </LibraryProvider>
  );
}

function Spoken({ children }: { readonly children: ReactNode }) {
  const { settings } = useSettings();
  const clock = useClock();
  return (
    <>
      <Look settings={settings} />
      <TextProvider settings={settings} clock={clock}>
        {children}
      </TextProvider>
    </>
  );
}

/** Stands before everything else, because its effect runs first then: rows are measured in the size that it sets. */
function Look({ settings }: { readonly settings: Settings }) {
  useLook(settings);
  return null;
}

function Screens() {
  const library = useLibraryStatus();
  const sync = useSyncStatus();
  switch (library?.at) {
    case "open-elsewhere":
      return <OpenElsewhereScreen />;
    case "locked":
      return <LockedScreen />;
    case "closed":
      return <ClosedScreen why={library.why} />;
    default:
      return (
        <CommandProvider sync={sync?.at ?? null}>
          <header className="visually-hidden">
            <h1>Field Reader</h1>
          </header>
          <MainScreen library={library ?? null} sync={sync} />
          <Dialogs />
        </CommandProvider>
      );
  }
}
