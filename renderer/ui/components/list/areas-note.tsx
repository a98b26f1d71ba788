import type { Territory } from "../../../model/names.ts";
import { useUiPart, useUiSteering } from "../../state/ui-context.tsx";
import { useText } from "../../text/use-text.tsx";

/** Says which areas a list begins with, and how much lies outside them, one click away. */
export function AreasNote({ areas, outside }: { readonly areas: readonly Territory[]; readonly outside: number }) {
  const words = useText().narrow;
  const everywhere = useUiPart((state) => state.everywhere);
  const { dispatch } = useUiSteering();
  if (areas.length === 0) return null;
  const toggle = () => dispatch({ event: "everywhere-set", everywhere: !everywhere });
  return (
    <p className="list-areas">
      {everywhere ? (
        <>
          {words.areas.everywhere}{" "}
          <button type="button" className="button-inline" onClick={toggle}>
            {words.areas.back}
          </button>
        </>
      ) : (
        <>
          {words.areas.shown(areas.map((area) => words.territory[area]).join(", "))}{" "}
          {outside === 0 ? (
            words.areas.noneOutside
          ) : (
            <button type="button" className="button-inline" onClick={toggle}>
              {words.areas.outside(outside)}
            </button>
          )}
        </>
      )}
    </p>
  );
}

/** Nothing is in them, and something outside: that isn't an empty library. */
export function NothingInAreasFace() {
  const { areas } = useText().narrow;
  const { dispatch } = useUiSteering();
  return (
    <div className="face">
      <p className="face-said">{areas.nothingInside}</p>
      <button type="button" className="button" onClick={() => dispatch({ event: "everywhere-set", everywhere: true })}>
        {areas.showAll}
      </button>
    </div>
  );
}
