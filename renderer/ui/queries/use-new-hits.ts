import { useEffect, useRef } from "react";
import { useUiSteering } from "../state/ui-context.tsx";
import { useText } from "../text/use-text.tsx";
import { useLibraryConnection } from "./library-context.tsx";
import { useSettings } from "./settings-context.tsx";

/** What a sync brought for saved searches: a quiet line here, and a number on the desktop for who wants it. */
export function useNewHits(): void {
  const { calls, on } = useLibraryConnection();
  const { tell } = useUiSteering();
  const { settings } = useSettings();
  const text = useText();
  const latest = useRef({ settings, text });
  useEffect(() => {
    latest.current = { settings, text };
  });
  useEffect(
    () =>
      on("new-hits", (hits) => {
        const count = hits.reduce((sum, hit) => sum + hit.count, 0);
        tell({ kind: "new-hits", count, names: hits.map(({ name }) => name) });
        const { settings, text } = latest.current;
        if (!settings.searchNotifications) return;
        const words = { title: text.finding.notification.title, text: text.finding.notification.text(count) };
        // Nothing is lost where the system shows none: the line above says the same.
        calls.notify(words).then(
          (isShown) => {
            if (!isShown) notifyFromPage(words);
          },
          () => {},
        );
      }),
    [calls, on, tell],
  );
}

function notifyFromPage({ title, text }: { readonly title: string; readonly text: string }): void {
  if (!("Notification" in window) || Notification.permission !== "granted") return;
  new Notification(title, { body: text, tag: "new-hits", silent: true });
}
