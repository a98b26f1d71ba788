import type { SourceRank } from "../../../model/source.ts";
import { useText } from "../../text/use-text.tsx";
import { Choice } from "./choice.tsx";

const ranks: readonly SourceRank[] = [1, 2, 3];

export function RankChoice({
  rank,
  onRank,
}: {
  readonly rank: SourceRank;
  readonly onRank: (rank: SourceRank) => void;
}) {
  const text = useText();
  return (
    <Choice
      label={text.dialogs.addSource.rank}
      hint={text.dialogs.addSource.rankHint}
      options={ranks.map((value) => ({ value, label: text.terms.rank[value] }))}
      value={rank}
      onChange={onRank}
    />
  );
}
