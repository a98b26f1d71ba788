import { useState } from "react";
import type { Settings } from "../../../model/settings.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { useText } from "../../text/use-text.tsx";
import { Tick } from "../parts/tick.tsx";

export interface SearchSectionProps {
  readonly settings: Settings;
  readonly onChange: (patch: Partial<Settings>) => void;
}

/** Both are off at first: they tell others what somebody looks for. */
export function SearchSection({ settings, onChange }: SearchSectionProps) {
  const words = useText().finding.settings;
  const library = useLibrary();
  const [isRefused, setRefused] = useState(false);

  function keepHistory(searchHistory: boolean): void {
    onChange({ searchHistory });
    if (!searchHistory) void library.clearSearchHistory({}).catch(() => {});
  }

  async function notifyMe(searchNotifications: boolean): Promise<void> {
    const isAllowed = !searchNotifications || (await library.canNotify({})) || (await askTheBrowser());
    setRefused(!isAllowed);
    if (isAllowed) onChange({ searchNotifications });
  }

  return (
    <>
      <Tick label={words.history} hint={words.historyHint} checked={settings.searchHistory} onChange={keepHistory} />
      <Tick
        label={words.notifications}
        hint={words.notificationsHint}
        checked={settings.searchNotifications}
        onChange={(wanted) => void notifyMe(wanted).catch(() => setRefused(true))}
      />
      {isRefused ? (
        <p className="notice-line" role="status">
          {words.refused}
        </p>
      ) : null}
    </>
  );
}

async function askTheBrowser(): Promise<boolean> {
  return "Notification" in window && (await Notification.requestPermission()) === "granted";
}
