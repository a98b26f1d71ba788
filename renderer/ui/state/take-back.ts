import type { Library } from "../../contracts/library.ts";
import type { UndoToken } from "../../model/ids.ts";
import type { UiSteering } from "./ui-context.tsx";

/** Takes one action back. Where only the disk was in the way it can be tried again. */
export async function takeBack(
  token: UndoToken,
  { library, screen }: { readonly library: Library; readonly screen: Pick<UiSteering, "tell" | "forgetUndo"> },
): Promise<void> {
  // At once, so that a key held down doesn't ask for the same twice.
  screen.forgetUndo(token);
  const outcome = await library.undo({ token });
  if (outcome.ok) return screen.tell({ kind: "undone" });
  const { failure } = outcome;
  screen.tell({ kind: "failed", failure }, failure.kind === "nothing-to-undo" ? null : token);
}
