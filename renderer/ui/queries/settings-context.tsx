import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { CommitFailure } from "../../model/failure.ts";
import type { Result } from "../../model/result.ts";
import { defaultSettings, type Settings } from "../../model/settings.ts";
import { useLibrary } from "./library-context.tsx";
import { useLibraryQuery } from "./use-library.ts";

export interface SettingsAccess {
  readonly settings: Settings;
  /** Shown at once; taken back if the library couldn't keep it. */
  change(patch: Partial<Settings>): Promise<Result<null, CommitFailure>>;
}

const SettingsContext = createContext<SettingsAccess | null>(null);

export function SettingsProvider({ children }: { readonly children: ReactNode }) {
  const library = useLibrary();
  const { answer } = useLibraryQuery("getSettings", {}, { dependsOn: ["settings", "catalogue"] });
  const [ahead, setAhead] = useState<Settings | null>(null);
  const settings = ahead ?? answer ?? defaultSettings;
  const latest = useRef(settings);
  latest.current = settings;

  const underWay = useRef(0);

  // A new answer is the truth, so what ran ahead of it ends here; but not by one that was asked for before the change.
  useEffect(() => {
    setAhead((shown) => (underWay.current > 0 && shown !== null && !isSame(shown, answer) ? shown : null));
  }, [answer]);

  const change = useCallback(
    async (patch: Partial<Settings>) => {
      const next = { ...latest.current, ...patch };
      setAhead(next);
      underWay.current += 1;
      try {
        const outcome = await library.changeSettings({ settings: next });
        if (!outcome.ok) setAhead(null);
        return outcome;
      } catch (error) {
        setAhead(null);
        throw error;
      } finally {
        underWay.current -= 1;
      }
    },
    [library],
  );
  const access = useMemo(() => ({ settings, change }), [settings, change]);
  return <SettingsContext value={access}>{children}</SettingsContext>;
}

function isSame(one: Settings, other: Settings | null): boolean {
  const keys = Object.keys(one) as (keyof Settings)[];
  return other !== null && keys.every((key) => JSON.stringify(one[key]) === JSON.stringify(other[key]));
}

export function useSettings(): SettingsAccess {
  const access = use(SettingsContext);
  if (access === null) throw new Error("useSettings stands outside SettingsProvider");
  return access;
}
