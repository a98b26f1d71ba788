import type { SourcePreview } from "../../../model/source-preview.ts";
import { useFormat, useText } from "../../text/use-text.tsx";

/** How much comes, whether it comes whole, and the newest of it. */
export function FoundFacts({ preview }: { readonly preview: SourcePreview }) {
  const words = useText().dialogs.addSource;
  const format = useFormat();
  const { itemCount, extracts, newest } = preview;
  return (
    <div className="found">
      <p className="found-address">{preview.address}</p>
      {itemCount === 0 ? (
        <p>{words.noItems}</p>
      ) : (
        <>
          <p>
            {words.summary({ count: itemCount, bytes: format.bytes(preview.bytes) })}.{" "}
            {extracts === 0
              ? words.whole
              : extracts === itemCount
                ? words.extracts
                : words.someExtracts({ extracts, count: itemCount })}
          </p>
          <h3>{words.newest}</h3>
          <ul className="found-items">
            {newest.map(({ title, at }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: titles repeat in real feeds, and this list never changes
              <li key={place} className="found-item">
                <span className="found-item-title">{title}</span>
                <span className="found-item-age">{at === null ? words.undated : format.age(at)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
