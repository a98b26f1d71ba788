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

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer is the truth, so what ran ahead of it ends here
  useEffect(() => setAhead(null), [answer]);

  const change = useCallback(
    async (patch: Partial<Settings>) => {
      const next = { ...latest.current, ...patch };
      setAhead(next);
      const outcome = await library.changeSettings({ settings: next }).catch((error: unknown) => {
        setAhead(null);
        throw error;
      });
      if (!outcome.ok) setAhead(null);
      return outcome;
    },
    [library],
  );
  const access = useMemo(() => ({ settings, change }), [settings, change]);
  return <SettingsContext value={access}>{children}</SettingsContext>;
}

export function useSettings(): SettingsAccess {
  const access = use(SettingsContext);
  if (access === null) throw new Error("useSettings stands outside SettingsProvider");
  return access;
}
