import { Fragment, type ReactNode } from "react";
import type { SourceRow } from "../../model/source.ts";
import type { View, ViewCounts } from "../../model/view.ts";
import { addSource } from "../commands/add-source.ts";
import { openFiles } from "../commands/open-files.ts";
import { openFolder } from "../commands/open-folder.ts";
import { openSettings } from "../commands/open-settings.ts";
import { useSettings } from "../queries/settings-context.tsx";
import { useLibraryQuery } from "../queries/use-library.ts";
import { groupByFolder } from "../reading/group-by-folder.ts";
import { useCommanding } from "../state/command-context.tsx";
import { areasInUse } from "../state/filters-in-use.ts";
import { useUiPart, useUiSteering } from "../state/ui-context.tsx";
import type { Text } from "../text/text.ts";
import { useFormat, useText } from "../text/use-text.tsx";
import { SavedSearches } from "./find/saved-searches.tsx";
import {
  AddIcon,
  AllIcon,
  ArrivalsIcon,
  DeletedIcon,
  FileIcon,
  FolderIcon,
  MoreIcon,
  ReferencesIcon,
  SaveIcon,
  SettingsIcon,
  SinceLookedIcon,
  SourceIcon,
  UnreadIcon,
} from "./icons.tsx";
import { ReaderSwitch } from "./reader-switch.tsx";

type Count = number | "none" | "counting";

const views = [
  { kind: "since-looked", icon: <SinceLookedIcon /> },
  { kind: "all", icon: <AllIcon /> },
  { kind: "unread", icon: <UnreadIcon /> },
  { kind: "saved", icon: <SaveIcon /> },
  { kind: "arrivals", icon: <ArrivalsIcon /> },
] as const;

export function ViewsPane() {
  const text = useText();
  const words = text.reading.views;
  const { run } = useCommanding();
  const everywhere = useUiPart((state) => state.everywhere);
  const areas = areasInUse({ everywhere }, useSettings().settings);
  const { answer: counts } = useLibraryQuery(
    "countViews",
    { areas },
    { dependsOn: ["briefings", "reading-state", "readers", "catalogue", "deliveries", "names"] },
  );
  return (
    <nav className="pane pane-views" aria-label={words.label}>
      <div className="views-scroll">
        <ul className="views">
          {views.map(({ kind, icon }) => (
            <ViewItem
              key={kind}
              view={{ kind }}
              icon={icon}
              name={words[kind]}
              count={countOf(counts, kind)}
              isOfAreas={areas.length > 0 && (kind === "all" || kind === "unread")}
            />
          ))}
        </ul>
        <SavedSearches />
        <div className="views-heading">
          <h2>{words.sources}</h2>
          <button
            type="button"
            className="button-icon"
            aria-label={words.addSource}
            title={words.addSource}
            onClick={() => run(addSource)}
          >
            <AddIcon />
          </button>
        </div>
        <Sources />
        <ul className="views views-last">
          <ViewItem view={{ kind: "references" }} icon={<ReferencesIcon />} name={text.shelf.name} count="none" />
          <ViewItem
            view={{ kind: "deleted" }}
            icon={<DeletedIcon />}
            name={words.deleted}
            count={countOf(counts, "deleted")}
          />
        </ul>
      </div>
      <div className="views-foot">
        <ReaderSwitch />
        <button type="button" className="button-quiet" onClick={() => run(openFiles)}>
          <FileIcon />
          <span>{words.openFile}</span>
        </button>
        <button type="button" className="button-quiet" onClick={() => run(openFolder)}>
          <FolderIcon />
          <span>{words.openFolder}</span>
        </button>
        <button type="button" className="button-quiet" onClick={() => run(openSettings)}>
          <SettingsIcon />
          <span>{words.settings}</span>
        </button>
      </div>
    </nav>
  );
}

/** Arrivals holds every briefing, grouped by how it came: the number of all would only be said twice. */
function countOf(counts: ViewCounts | null, kind: keyof Omit<ViewCounts, "sequence">): Count {
  if (counts === null || kind === "arrivals") return "none";
  return counts[kind] ?? "counting";
}

function Sources() {
  const words = useText().reading.views;
  const { answer: sources } = useLibraryQuery(
    "listSources",
    {},
    { dependsOn: ["sources", "briefings", "reading-state", "catalogue"] },
  );
  if (sources === null) return null;
  if (sources.length === 0) return <p className="views-none">{words.noSources}</p>;
  return (
    <>
      {groupByFolder(sources, ({ source }) => source.folder).map(({ folder, members }) => (
        <Fragment key={folder ?? ""}>
          {folder === null ? null : <h3 className="views-folder">{folder}</h3>}
          <ul className="views" aria-label={folder ?? words.sources}>
            {members.map((row) => (
              <SourceItem key={row.source.id} row={row} />
            ))}
          </ul>
        </Fragment>
      ))}
    </>
  );
}

function SourceItem({ row }: { readonly row: SourceRow }) {
  const text = useText();
  const words = text.reading.views;
  const { openDialog } = useUiSteering();
  const { source } = row;
  return (
    <ViewItem
      view={{ kind: "source", sourceId: source.id }}
      icon={<SourceIcon />}
      name={source.name}
      note={noteOf(row, text)}
      count={row.unread}
      more={
        <button
          type="button"
          className="button-icon view-more"
          aria-label={`${source.name} – ${words.sourceDetails}`}
          title={words.sourceDetails}
          onClick={() => openDialog("source-details", { sourceId: source.id })}
        >
          <MoreIcon />
        </button>
      }
    />
  );
}

function noteOf({ source, lastFailure, lastCheckedAt }: SourceRow, text: Text): string | null {
  const words = text.reading.views;
  if (!source.enabled) return words.switchedOff;
  if (lastFailure !== null) return words.lastFailed;
  return source.format === null && lastCheckedAt === null ? text.lists.notFetchedYet : null;
}

function ViewItem({
  view,
  icon,
  name,
  note = null,
  count,
  isOfAreas = false,
  more = null,
}: {
  readonly view: View;
  readonly icon: ReactNode;
  readonly name: string;
  readonly note?: string | null;
  readonly count: Count;
  /** Only what may lie in the reader's own areas is counted. */
  readonly isOfAreas?: boolean;
  readonly more?: ReactNode;
}) {
  const isCurrent = useUiPart((state) => state.query.trim() === "" && isSameView(view, state.view));
  const { dispatch } = useUiSteering();
  const text = useText();
  const format = useFormat();
  const countsUnread = view.kind === "source";
  return (
    <li className="view-item">
      <button
        type="button"
        className="view"
        aria-current={isCurrent ? "page" : undefined}
        onClick={() => dispatch({ event: "view-chosen", view })}
      >
        {icon}
        <span className="view-name">
          {name}
          {note === null ? null : <span className="view-note">{note}</span>}
        </span>
        {count === "counting" ? (
          <span className="view-count">
            <span aria-hidden="true">…</span>
            <span className="visually-hidden">{text.reading.views.stillCounting}</span>
          </span>
        ) : count === "none" || count === 0 ? null : (
          <span
            className="view-count"
            title={
              countsUnread ? text.reading.views.unreadCount(count) : isOfAreas ? text.narrow.areas.counted : undefined
            }
          >
            {format.count(count)}
            {isOfAreas ? <span className="visually-hidden"> {text.narrow.areas.counted}</span> : null}
          </span>
        )}
      </button>
      {more}
    </li>
  );
}

function isSameView(a: View, b: View): boolean {
  return a.kind === b.kind && (a.kind !== "source" || b.kind !== "source" || a.sourceId === b.sourceId);
}
