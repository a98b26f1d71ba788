import { articlesPerSync, type FullTextChoice } from "../../model/full-text.ts";
import type { Bytes } from "../../model/measure.ts";
import { useFormat, useText } from "../text/use-text.tsx";
import { Choice } from "./parts/choice.tsx";

const choices: readonly FullTextChoice[] = ["never", "ask", "always"];

/** What becomes of the articles behind a source's extracts, with what it costs. */
export function FullTextField({
  choice,
  articleBytes,
  onChoice,
}: {
  readonly choice: FullTextChoice;
  readonly articleBytes: Bytes;
  readonly onChoice: (choice: FullTextChoice) => void;
}) {
  const words = useText().fullText;
  const format = useFormat();
  return (
    <Choice
      label={words.label}
      hint={words.hint({
        bytes: format.bytes(articleBytes),
        most: format.bytes(articleBytes * articlesPerSync),
        count: articlesPerSync,
      })}
      options={choices.map((value) => ({ value, label: words.choices[value] }))}
      value={choice}
      onChange={onChoice}
    />
  );
}
