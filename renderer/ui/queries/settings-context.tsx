import { createContext, type ReactNode, use, useCallback, useMemo } from "react";
import type { CommitFailure } from "../../model/failure.ts";
import type { Result } from "../../model/result.ts";
import { defaultSettings, type Settings } from "../../model/settings.ts";
import { useLibrary } from "./library-context.tsx";
import { useKeptValue } from "./use-kept-value.ts";
import { useLibraryQuery } from "./use-library.ts";

export interface SettingsAccess {
  readonly settings: Settings;
  /** Shown at once; taken back if the library couldn't keep it. */
  change(patch: Partial<Settings>): Promise<Result<unknown, CommitFailure>>;
}

const SettingsContext = createContext<SettingsAccess | null>(null);

export function SettingsProvider({ children }: { readonly children: ReactNode }) {
  const library = useLibrary();
  const kept = useLibraryQuery("getSettings", {}, { dependsOn: ["settings", "catalogue"] });
  const keep = useCallback((settings: Settings) => library.changeSettings({ settings }), [library]);
  const { value: settings, change } = useKeptValue(kept, defaultSettings, keep);
  const access = useMemo(() => ({ settings, change }), [settings, change]);
  return <SettingsContext value={access}>{children}</SettingsContext>;
}

export function useSettings(): SettingsAccess {
  const access = use(SettingsContext);
  if (access === null) throw new Error("useSettings stands outside SettingsProvider");
  return access;
}
