import { chooseReader } from "../commands/choose-reader.ts";
import { useReaders } from "../queries/use-readers.ts";
import { useCommanding } from "../state/command-context.tsx";
import { useText } from "../text/use-text.tsx";
import { DownIcon, ReaderIcon } from "./icons.tsx";

/** Who reads now. It asks nothing; whoever wants to change it presses it. */
export function ReaderSwitch() {
  const words = useText().readers;
  const { run } = useCommanding();
  const { readers, current } = useReaders();
  const name = readers.find(({ id }) => id === current)?.name ?? "";
  // A lone reader without a name needs none.
  const said = name === "" && readers.length < 2 ? words.who : words.reading(name === "" ? words.unnamed : name);
  return (
    <button
      type="button"
      className="button-quiet reader-switch"
      aria-haspopup="dialog"
      onClick={() => run(chooseReader)}
    >
      <ReaderIcon />
      <span className="reader-switch-name">{said}</span>
      <DownIcon />
    </button>
  );
}
