import type { CommitFailure } from "../../../model/failure.ts";
import type { Settings } from "../../../model/settings.ts";
import { useProgressiveCount } from "../../components/use-progressive-count.ts";
import { useSettings } from "../../queries/settings-context.tsx";
import { useUiSteering } from "../../state/ui-context.tsx";
import { useText } from "../../text/use-text.tsx";
import { DialogFrame } from "../parts/dialog-frame.tsx";
import { FailureNote } from "../parts/failure-note.tsx";
import { LanguageChoice } from "../parts/language-choice.tsx";
import { Tick } from "../parts/tick.tsx";
import { useAction } from "../parts/use-action.ts";
import { AreasSection } from "./areas-section.tsx";
import { GettingSection } from "./getting-section.tsx";
import { LibrarySection } from "./library-section.tsx";
import { NamesSection } from "./names-section.tsx";
import { ReadingSection } from "./reading-section.tsx";
import { SearchSection } from "./search-section.tsx";
import { TimeZonePicker } from "./time-zone-picker.tsx";

/** Every change shows and is kept at once; there is nothing to confirm. */
export function SettingsDialog() {
  const text = useText();
  const words = text.dialogs.settings;
  const { settings, change } = useSettings();
  const { closeDialog, openDialog } = useUiSteering();
  const changing = useAction<CommitFailure>();
  // First what is in sight, so that a slow computer answers the key at once.
  const isWhole = useProgressiveCount(2, { first: 1, step: 1 }) === 2;
  const onChange = (patch: Partial<Settings>) => void changing.run(() => change(patch));

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
        <section className="settings-section">
          <h3 className="settings-heading">{words.sections.language}</h3>
          <div className="settings-fields">
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
          </div>
        </section>
        <section className="settings-section">
          <h3 className="settings-heading">{words.sections.reading}</h3>
          <div className="settings-fields">
            <ReadingSection settings={settings} onChange={onChange} />
          </div>
        </section>
        <section className="settings-section">
          <h3 className="settings-heading">{text.finding.settings.title}</h3>
          <div className="settings-fields">
            <SearchSection settings={settings} onChange={onChange} />
          </div>
        </section>
        {isWhole ? (
          <>
            <section className="settings-section">
              <h3 className="settings-heading">{text.narrow.areas.title}</h3>
              <div className="settings-fields">
                <AreasSection areas={settings.areas} onAreas={(areas) => onChange({ areas })} />
              </div>
            </section>
            <section className="settings-section">
              <h3 className="settings-heading">{text.ownNames.title}</h3>
              <div className="settings-fields">
                <NamesSection />
              </div>
            </section>
            <section className="settings-section">
              <h3 className="settings-heading">{words.sections.keys}</h3>
              <div className="settings-fields">
                <Tick
                  label={words.letterKeys}
                  hint={words.letterKeysHint}
                  checked={settings.letterKeys}
                  onChange={(letterKeys) => onChange({ letterKeys })}
                />
                <button type="button" className="button" onClick={() => openDialog("shortcuts", null)}>
                  {words.showKeys}
                </button>
              </div>
            </section>
            <section className="settings-section">
              <h3 className="settings-heading">{words.sections.time}</h3>
              <div className="settings-fields">
                <TimeZonePicker zone={settings.timeZone} onZone={(timeZone) => onChange({ timeZone })} />
              </div>
            </section>
            <section className="settings-section">
              <h3 className="settings-heading">{text.getting.section}</h3>
              <div className="settings-fields">
                <GettingSection />
              </div>
            </section>
            <section className="settings-section">
              <h3 className="settings-heading">{words.sections.library}</h3>
              <div className="settings-fields">
                <LibrarySection />
              </div>
            </section>
          </>
        ) : null}
      </div>
    </DialogFrame>
  );
}
