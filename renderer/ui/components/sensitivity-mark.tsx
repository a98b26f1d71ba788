import type { SensitivityLabel } from "../../model/briefing.ts";
import { useText } from "../text/use-text.tsx";

/** TLP in the standard's own colours; OCHA's levels are another scale and look another way. */
export function SensitivityMark({ label }: { readonly label: SensitivityLabel }) {
  const { terms } = useText();
  return label.scale === "tlp" ? (
    <span className={`tlp tlp-${label.level}`}>{terms.tlp[label.level]}</span>
  ) : (
    <span className="ocha">{terms.ocha[label.level]}</span>
  );
}
