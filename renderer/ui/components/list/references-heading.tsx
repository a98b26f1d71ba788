import { useText } from "../../text/use-text.tsx";

/** Where the news in a list ends and what was only looked up begins. */
export function ReferencesHeading({ height }: { readonly height: number }) {
  const words = useText().shelf;
  return (
    <div className="delivery" style={{ height }}>
      <span className="delivery-way">{words.name}</span>
      <span className="delivery-facts">{words.about}</span>
    </div>
  );
}
