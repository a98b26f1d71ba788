/** One key press of a command, read from its notation. */
export interface KeyPress {
  /** `KeyboardEvent.key`, letters in lower case. */
  readonly key: string;
  readonly mod: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

/** What of a keyboard event decides. */
export interface KeyFacts {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** AltGr is down: on French and Belgian keyboards it makes "[" and "]". */
  readonly altGraph: boolean;
}

/** "CmdOrCtrl+K" is one press, "g u" are two. */
export function parseKeys(notation: string): readonly KeyPress[] {
  return notation.split(" ").map(parsePress);
}

function parsePress(notation: string): KeyPress {
  const parts = notation.length === 1 ? [notation] : notation.split("+");
  const name = parts.at(-1) ?? "";
  const has = (modifier: string) => parts.slice(0, -1).includes(modifier);
  return { key: foldKey(name), mod: has("CmdOrCtrl"), alt: has("Alt"), shift: has("Shift") };
}

/** Does this press type a character? Such keys can be switched off and never fire in a field. */
export function isLetterPress({ key, mod, alt }: KeyPress): boolean {
  return key.length === 1 && !mod && !alt;
}

/** Characters are compared as typed: how Shift or AltGr makes them is the keyboard's business. */
export function isSamePress(press: KeyPress, event: KeyFacts, { isMac }: { readonly isMac: boolean }): boolean {
  if (foldKey(event.key) !== press.key) return false;
  const typesCharacter = press.key.length === 1;
  const ctrl = event.ctrlKey && !event.altGraph;
  const alt = event.altKey && !event.altGraph;
  const mod = isMac ? event.metaKey : ctrl;
  const strange = isMac ? ctrl : event.metaKey;
  if (strange || mod !== press.mod || alt !== press.alt) return false;
  return typesCharacter && !press.mod ? true : event.shiftKey === press.shift;
}

function foldKey(key: string): string {
  return key.length === 1 ? key.toLowerCase() : key;
}

/** How keys are written on screen. */
export interface KeyNames {
  readonly ctrl: string;
  readonly shift: string;
  readonly alt: string;
  readonly enter: string;
  readonly escape: string;
  readonly delete: string;
  readonly space: string;
}

const arrows: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
};

/** The caps of one notation: [["Ctrl", "K"]] or [["G"], ["U"]]. */
export function keyCaps(
  notation: string,
  names: KeyNames,
  { isMac }: { readonly isMac: boolean },
): readonly (readonly string[])[] {
  return parseKeys(notation).map((press) => {
    const caps: string[] = [];
    if (press.mod) caps.push(isMac ? "⌘" : names.ctrl);
    if (press.alt) caps.push(isMac ? "⌥" : names.alt);
    if (press.shift) caps.push(isMac ? "⇧" : names.shift);
    caps.push(capOf(press.key, names));
    return caps;
  });
}

function capOf(key: string, names: KeyNames): string {
  const named: Readonly<Record<string, string>> = {
    Enter: names.enter,
    Escape: names.escape,
    Delete: names.delete,
    " ": names.space,
  };
  return arrows[key] ?? named[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
