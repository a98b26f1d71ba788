import type { CommitFailure } from "../../../model/failure.ts";
import type { Settings } from "../../../model/settings.ts";
import { useProgressiveCount } from "../../components/use-progressive-count.ts";
import { useSettings } from "../../queries/settings-context.tsx";
import { useCloseDialog } from "../../state/own-dialog.ts";
import { useUiSteering } from "../../state/ui-context.tsx";
import { useText } from "../../text/use-text.tsx";
import { DialogFrame } from "../parts/dialog-frame.tsx";
import { FailureNote } from "../parts/failure-note.tsx";
import { LanguageChoice } from "../parts/language-choice.tsx";
import { Tick } from "../parts/tick.tsx";
import { useChanges } from "../parts/use-changes.ts";
import { AreasSection } from "./areas-section.tsx";
import { GettingSection } from "./getting-section.tsx";
import { LibrarySection } from "./library-section.tsx";
import { NamesSection } from "./names-section.tsx";
import { ReadingSection } from "./reading-section.tsx";
import { SearchSection } from "./search-section.tsx";
import { SettingsSection } from "./settings-section.tsx";
import { TimeZonePicker } from "./time-zone-picker.tsx";

/** Every change shows and is kept at once; there is nothing to confirm. */
export function SettingsDialog() {
  const text = useText();
  const words = text.dialogs.settings;
  const { settings, change } = useSettings();
  const closeDialog = useCloseDialog();
  const { openDialog } = useUiSteering();
  const changing = useChanges<CommitFailure>();
  // First what is in sight, so that a slow computer answers the key at once.
  const isWhole = useProgressiveCount(2, { first: 1, step: 1 }) === 2;
  const onChange = (patch: Partial<Settings>) => changing.run(() => change(patch));

  return (
    <DialogFrame
      title={words.title}
      onClose={closeDialog}
      size="wide"
      actions={
        <>
          <button type="button" className="button" onClick={() => openDialog("about", null)}>
            {text.commands.showAbout}
          </button>
          <span className="dialog-spring" />
          <button type="button" className="button button-primary" onClick={closeDialog}>
            {text.dialogs.close}
          </button>
        </>
      }
    >
      {changing.failure === null ? null : <FailureNote failure={changing.failure} />}
      <div className="settings">
        <SettingsSection title={words.sections.language}>
          <LanguageChoice
            language={settings.language}
            onLanguage={(language) => onChange({ language })}
            hasSystem
            isLabelHidden
          />
          {text.language === "sw" || settings.language === "sw" ? (
            <p className="notice-line">{words.kiswahiliDraft}</p>
          ) : (
            <p className="field-hint">{words.kiswahiliDraft}</p>
          )}
        </SettingsSection>
        <SettingsSection title={words.sections.reading}>
          <ReadingSection settings={settings} onChange={onChange} />
        </SettingsSection>
        <SettingsSection title={text.finding.settings.title}>
          <SearchSection settings={settings} onChange={onChange} />
        </SettingsSection>
        {isWhole ? (
          <>
            <SettingsSection title={text.narrow.areas.title}>
              <AreasSection areas={settings.areas} onAreas={(areas) => onChange({ areas })} />
            </SettingsSection>
            <SettingsSection title={text.ownNames.title}>
              <NamesSection />
            </SettingsSection>
            <SettingsSection title={words.sections.keys}>
              <Tick
                label={words.letterKeys}
                hint={words.letterKeysHint}
                checked={settings.letterKeys}
                onChange={(letterKeys) => onChange({ letterKeys })}
              />
              <button type="button" className="button" onClick={() => openDialog("shortcuts", null)}>
                {words.showKeys}
              </button>
            </SettingsSection>
            <SettingsSection title={words.sections.time}>
              <TimeZonePicker zone={settings.timeZone} onZone={(timeZone) => onChange({ timeZone })} />
            </SettingsSection>
            <SettingsSection title={text.getting.section}>
              <GettingSection />
            </SettingsSection>
            <SettingsSection title={words.sections.library}>
              <LibrarySection />
            </SettingsSection>
          </>
        ) : null}
      </div>
    </DialogFrame>
  );
}
