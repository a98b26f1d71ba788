import type { FeedLink } from "../../../model/source-preview.ts";
import { useCloseDialog } from "../../state/own-dialog.ts";
import { useText } from "../../text/use-text.tsx";
import { DialogFrame } from "../parts/dialog-frame.tsx";

export interface FeedsOnPageProps {
  readonly pageTitle: string;
  readonly feeds: readonly FeedLink[];
  readonly onChoose: (address: string) => void;
  readonly onOtherAddress: () => void;
}

export function FeedsOnPage({ pageTitle, feeds, onChoose, onOtherAddress }: FeedsOnPageProps) {
  const words = useText().dialogs.addSource;
  const closeDialog = useCloseDialog();
  return (
    <DialogFrame
      title={words.feedsOnPage({ title: pageTitle })}
      onClose={closeDialog}
      actions={
        <button type="button" className="button" onClick={onOtherAddress}>
          {words.otherAddress}
        </button>
      }
    >
      <p className="field-hint">{words.feedsHint}</p>
      <ul className="pick-list">
        {feeds.map(({ address, title }) => (
          <li key={address}>
            <button type="button" className="pick" onClick={() => onChoose(address)}>
              <span className="pick-title">{title === "" ? address : title}</span>
              {title === "" ? null : <span className="pick-address">{address}</span>}
            </button>
          </li>
        ))}
      </ul>
    </DialogFrame>
  );
}
