import type { SensitivityLabel } from "../../../model/briefing.ts";
import { useText } from "../../text/use-text.tsx";
import { Field } from "../parts/field.tsx";

type Label = SensitivityLabel | null;

const tlp = ["red", "amber-strict", "amber", "green", "clear"] as const;
const ocha = ["strictly-confidential", "confidential", "restricted", "public"] as const;

const labels: readonly SensitivityLabel[] = [
  ...tlp.map((level) => ({ scale: "tlp", level }) as const),
  ...ocha.map((level) => ({ scale: "ocha", level }) as const),
];

/** The two scales stand apart: they are never converted into one another. */
export function LabelField({ label, onLabel }: { readonly label: Label; readonly onLabel: (label: Label) => void }) {
  const text = useText();
  return (
    <Field label={text.dialogs.import.fields.label}>
      {(ids) => (
        <select
          {...ids}
          value={label === null ? "" : nameOf(label)}
          onChange={(event) => onLabel(labels.find((other) => nameOf(other) === event.target.value) ?? null)}
        >
          <option value="">{text.terms.noLabel}</option>
          <optgroup label="TLP 2.0">
            {tlp.map((level) => (
              <option key={level} value={nameOf({ scale: "tlp", level })}>
                {text.terms.tlp[level]}
              </option>
            ))}
          </optgroup>
          <optgroup label="OCHA">
            {ocha.map((level) => (
              <option key={level} value={nameOf({ scale: "ocha", level })}>
                {text.terms.ocha[level]}
              </option>
            ))}
          </optgroup>
        </select>
      )}
    </Field>
  );
}

function nameOf({ scale, level }: SensitivityLabel): string {
  return `${scale}:${level}`;
}
