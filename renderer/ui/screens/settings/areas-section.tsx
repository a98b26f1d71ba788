import { ownAreas, type Territory } from "../../../model/names.ts";
import { useText } from "../../text/use-text.tsx";

/** The territories that a reader begins with. */
export function AreasSection({
  areas,
  onAreas,
}: {
  readonly areas: readonly Territory[];
  readonly onAreas: (areas: readonly Territory[]) => void;
}) {
  const words = useText().narrow;
  return (
    <fieldset className="choice">
      <legend className="visually-hidden">{words.areas.title}</legend>
      <div className="choice-options">
        {ownAreas.map((area) => (
          <label key={area} className="choice-option">
            <input
              type="checkbox"
              checked={areas.includes(area)}
              onChange={(event) =>
                onAreas(ownAreas.filter((one) => (one === area ? event.target.checked : areas.includes(one))))
              }
            />
            <span>{words.territory[area]}</span>
          </label>
        ))}
      </div>
      <p className="field-hint">{words.areas.hint}</p>
    </fieldset>
  );
}
