import type { ReactNode } from "react";
import type { OpenBriefing } from "../../../model/briefing.ts";
import { largerText, smallerText } from "../../commands/change-text-size.ts";
import type { Command } from "../../commands/command.ts";
import { copyWithSource } from "../../commands/copy-with-source.ts";
import { deleteBriefing } from "../../commands/delete-briefing.ts";
import { markOlderRead } from "../../commands/mark-older-read.ts";
import { nextBriefing } from "../../commands/next-briefing.ts";
import { previousBriefing } from "../../commands/previous-briefing.ts";
import { printBriefing } from "../../commands/print-briefing.ts";
import { restoreBriefing } from "../../commands/restore-briefing.ts";
import { stepOut } from "../../commands/step-out.ts";
import { toggleRead } from "../../commands/toggle-read.ts";
import { toggleSaved } from "../../commands/toggle-saved.ts";
import { useReadingState } from "../../queries/reading-states-context.tsx";
import { useSettings } from "../../queries/settings-context.tsx";
import type { OutlineEntry } from "../../reading/outline.ts";
import { useCommanding } from "../../state/command-context.tsx";
import { useLayout } from "../../state/layout.ts";
import { useUiPart, useUiSteering } from "../../state/ui-context.tsx";
import { useText } from "../../text/use-text.tsx";
import {
  BackIcon,
  LargerIcon,
  MoreIcon,
  NextIcon,
  OutlineIcon,
  PreviousIcon,
  PrintIcon,
  ReadIcon,
  SaveIcon,
  SmallerIcon,
} from "../icons.tsx";
import { OutlineList } from "./outline-list.tsx";
import { PopoverButton } from "./popover-button.tsx";

export interface ReaderToolbarProps {
  readonly briefing: OpenBriefing;
  readonly outline: readonly OutlineEntry[];
  readonly onOutline: (entry: OutlineEntry) => void;
}

export function ReaderToolbar({ briefing, outline, onOutline }: ReaderToolbarProps) {
  const text = useText();
  const words = text.reading.reader;
  const layout = useLayout();
  const { settings } = useSettings();
  const { run } = useCommanding();
  const state = useReadingState(briefing.head.id, briefing.state);
  return (
    <fieldset className="reader-tools" aria-label={words.toolbar}>
      {layout === "one" ? (
        <button type="button" className="button-quiet button-back" onClick={() => run(stepOut)}>
          <BackIcon />
          <span>{words.backToList}</span>
        </button>
      ) : null}
      <Tool command={previousBriefing} label={words.previous} icon={<PreviousIcon />} />
      <Tool command={nextBriefing} label={words.next} icon={<NextIcon />} />
      <span className="tools-gap" />
      {briefing.reference === undefined ? (
        <button
          type="button"
          className="button-quiet tool-word"
          aria-pressed={state.read}
          title={state.read ? words.markUnread : words.markRead}
          onClick={() => run(toggleRead, briefing)}
        >
          <ReadIcon />
          <span>{words.read}</span>
        </button>
      ) : null}
      <button
        type="button"
        className="button-quiet tool-word"
        aria-pressed={state.saved}
        title={state.saved ? words.unsave : words.save}
        onClick={() => run(toggleSaved, briefing)}
      >
        <SaveIcon filled={state.saved} />
        <span>{words.save}</span>
      </button>
      {outline.length < 2 ? null : (
        <PopoverButton
          icon={<OutlineIcon />}
          label={words.outline}
          words={words.outline}
          className="button-quiet tool-word"
          align="start"
        >
          {(close) => (
            <OutlineList
              outline={outline}
              lang={briefing.head.language}
              onChoose={(entry) => {
                close();
                onOutline(entry);
              }}
            />
          )}
        </PopoverButton>
      )}
      <span className="tools-push" />
      <Tool
        command={smallerText}
        label={words.smaller}
        icon={<SmallerIcon />}
        isOff={settings.textSize === 1}
        isWideOnly
      />
      <Tool
        command={largerText}
        label={words.larger}
        icon={<LargerIcon />}
        isOff={settings.textSize === 5}
        isWideOnly
      />
      <Tool command={printBriefing} label={words.print} icon={<PrintIcon />} about={briefing} isWideOnly />
      <PopoverButton icon={<MoreIcon />} label={words.more}>
        {(close) => <MoreActions briefing={briefing} close={close} />}
      </PopoverButton>
    </fieldset>
  );
}

function Tool({
  command,
  label,
  icon,
  about,
  isOff = false,
  isWideOnly = false,
}: {
  readonly command: Command;
  readonly about?: OpenBriefing;
  readonly label: string;
  readonly icon: ReactNode;
  readonly isOff?: boolean;
  /** Where there is no room it is only in "more actions". */
  readonly isWideOnly?: boolean;
}) {
  const { run } = useCommanding();
  return (
    <button
      type="button"
      className={`button-icon${isWideOnly ? " tool-wide" : ""}`}
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      onClick={() => run(command, about)}
    >
      {icon}
    </button>
  );
}

function MoreActions({ briefing, close }: { readonly briefing: OpenBriefing; readonly close: () => void }) {
  const text = useText();
  const words = text.reading.reader;
  const { head, reference } = briefing;
  const isNews = reference === undefined;
  const { run } = useCommanding();
  const isDeleted = useUiPart(({ view }) => view.kind === "deleted");
  const isSearching = useUiPart(({ query }) => query.trim() !== "");
  const { openDialog } = useUiSteering();
  const act = (what: () => void) => () => {
    close();
    what();
  };
  const item = (label: string, what: () => void) => (
    <button type="button" className="menu-item" onClick={act(what)}>
      {label}
    </button>
  );
  const { link } = head;
  return (
    <div className="menu">
      {item(words.copyWithSource, () => run(copyWithSource, briefing))}
      {link === null ? null : item(words.openOriginal, () => openDialog("confirm-link", { address: link }))}
      {item(words.print, () => run(printBriefing, briefing))}
      {item(words.larger, () => run(largerText))}
      {item(words.smaller, () => run(smallerText))}
      {isNews && !isSearching ? item(words.older, () => run(markOlderRead, briefing)) : null}
      {isDeleted
        ? item(words.restore, () => run(restoreBriefing, briefing))
        : item(isNews ? words.delete : text.shelf.remove, () => run(deleteBriefing, briefing))}
    </div>
  );
}
