import { useSettings } from "../../queries/settings-context.tsx";
import { asBug } from "../../queries/use-library.ts";
import { useUiSteering } from "../../state/ui-context.tsx";
import { useText } from "../../text/use-text.tsx";
import { LanguageChoice } from "../parts/language-choice.tsx";

/** The first five minutes: the ways in, where the empty list would stand. */
export function Welcome({ onChooseFiles }: { readonly onChooseFiles: () => void }) {
  const text = useText();
  const words = text.dialogs.welcome;
  const { change } = useSettings();
  const { dispatch, openDialog, tell } = useUiSteering();
  const showReferences = () => dispatch({ event: "view-chosen", view: { kind: "references" } });
  const ways = [
    { label: words.paste, hint: words.pasteHint, go: () => openDialog("paste", null) },
    { label: words.files, hint: words.filesHint, go: onChooseFiles },
    {
      label: text.lists.ways.choose,
      hint: text.lists.ways.chooseHint,
      go: () => openDialog("choose-sources", null),
    },
    { label: words.source, hint: words.sourceHint, go: () => openDialog("add-source", { address: "" }) },
    { label: text.shelf.welcome, hint: text.shelf.welcomeHint, go: showReferences },
  ];
  return (
    <section className="welcome" aria-labelledby="welcome-title">
      <h2 id="welcome-title">{words.title}</h2>
      <p>{words.text}</p>
      <ul className="welcome-ways">
        {ways.map(({ label, hint, go }) => (
          <li key={label}>
            <button type="button" className="welcome-way" onClick={go}>
              <span className="welcome-label">{label}</span>
              <span className="field-hint">{hint}</span>
            </button>
          </li>
        ))}
      </ul>
      <LanguageChoice
        language={text.language}
        onLanguage={(language) => {
          change({ language }).then(
            (outcome) => {
              if (!outcome.ok) tell({ kind: "failed", failure: outcome.failure });
            },
            (error: unknown) => tell({ kind: "failed", failure: asBug(error) }),
          );
        }}
      />
    </section>
  );
}
