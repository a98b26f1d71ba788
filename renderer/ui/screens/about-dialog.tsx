import { useCloseDialog } from "../state/own-dialog.ts";
import { useText } from "../text/use-text.tsx";
import { DialogFrame } from "./parts/dialog-frame.tsx";
import { Fact, Facts } from "./parts/facts.tsx";

const fonts = [
  {
    name: "Atkinson Hyperlegible Next",
    terms: "Copyright 2020–2024 The Atkinson Hyperlegible Next Project Authors. SIL Open Font License 1.1.",
  },
  { name: "Literata", terms: "Copyright 2017 The Literata Project Authors. SIL Open Font License 1.1." },
];

const parts = [
  { name: "React", terms: "MIT" },
  { name: "Dexie.js", terms: "Apache-2.0" },
  { name: "Fuse.js", terms: "Apache-2.0" },
  { name: "Feedsmith", terms: "MIT" },
  { name: "parse5", terms: "MIT" },
  { name: "Valibot", terms: "MIT" },
  { name: "TanStack Virtual", terms: "MIT" },
  { name: "marked", terms: "MIT" },
  { name: "franc", terms: "MIT" },
];

export function AboutDialog() {
  const words = useText().dialogs.about;
  const closeDialog = useCloseDialog();
  return (
    <DialogFrame title={words.title} onClose={closeDialog} isTextOnly>
      <p>{words.what}</p>
      <p>{words.nobodyWatches}</p>
      <p>{words.licence}</p>
      <h3>{words.fonts}</h3>
      <Facts>
        {fonts.map(({ name, terms }) => (
          <Fact key={name} name={name}>
            <span lang="en">{terms}</span>
          </Fact>
        ))}
      </Facts>
      <h3>{words.parts}</h3>
      <p className="about-parts">{parts.map(({ name, terms }) => `${name} (${terms})`).join(" · ")}</p>
    </DialogFrame>
  );
}
