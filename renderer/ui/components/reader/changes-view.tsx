import { useState } from "react";
import type { OpenBriefing } from "../../../model/briefing.ts";
import type { BlockChange, RevisionDiff } from "../../../model/revision-diff.ts";
import { useLibraryQuery } from "../../queries/use-library.ts";
import { joinUnchanged } from "../../reading/join-unchanged.ts";
import { useUiSteering } from "../../state/ui-context.tsx";
import { useFormat, useText } from "../../text/use-text.tsx";
import { BodyView } from "../body-view.tsx";

/** What changed between an older revision and the newest, part by part; what stayed is only counted. */
export function ChangesView({ briefing, onClose }: { readonly briefing: OpenBriefing; readonly onClose: () => void }) {
  const text = useText();
  const words = text.reading.revisions;
  const format = useFormat();
  const { dispatch } = useUiSteering();
  const { head, revisions } = briefing;
  const newest = Math.max(...revisions.map(({ revision }) => revision));
  const older = revisions.filter(({ revision }) => revision !== newest).toReversed();
  const [from, setFrom] = useState(older[0]?.revision ?? newest);
  const { answer } = useLibraryQuery("compareRevisions", { id: head.id, from, to: newest }, { dependsOn: [] });
  const version = (revision: number, fetched: number) =>
    words.version({ number: format.count(revision), date: format.instant(fetched) });
  return (
    <article className="article changes">
      <h2 className="article-title" tabIndex={-1}>
        {words.heading}
      </h2>
      <p className="changes-of" lang={head.language === "und" ? undefined : head.language}>
        {head.title}
      </p>
      <div className="changes-tools">
        <label className="select-line">
          <span>{words.between}</span>
          <select value={from} onChange={(event) => setFrom(Number(event.target.value))}>
            {older.map(({ revision, fetched }) => (
              <option key={revision} value={revision}>
                {version(revision, fetched)}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="button"
          onClick={() => {
            dispatch({ event: "revision-chosen", revision: from });
            onClose();
          }}
        >
          {words.readThis}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {words.close}
        </button>
      </div>
      {answer === null ? null : answer.ok ? (
        <Diff diff={answer.value} lang={head.language === "und" ? undefined : head.language} />
      ) : (
        <p>{text.reading.reader.missing}</p>
      )}
    </article>
  );
}

function Diff({ diff, lang }: { readonly diff: RevisionDiff; readonly lang: string | undefined }) {
  const text = useText();
  const words = text.reading.revisions;
  const changed = [...diff.keyPoints, ...diff.blocks].some(({ change }) => change !== "same");
  if (!changed && diff.title === null) return <p className="body-none">{words.nothing}</p>;
  return (
    <div className="body changes-body">
      {diff.title === null ? null : (
        <>
          <h3>{words.title}</h3>
          <Part change="removed">
            <p lang={lang}>{diff.title.before}</p>
          </Part>
          <Part change="added">
            <p lang={lang}>{diff.title.after}</p>
          </Part>
        </>
      )}
      {diff.keyPoints.every(({ change }) => change === "same") ? null : (
        <>
          <h3>{text.reading.reader.keyPoints}</h3>
          <Parts changes={diff.keyPoints} render={(point) => <p lang={lang}>{point}</p>} />
        </>
      )}
      <Parts
        changes={diff.blocks}
        render={(block) => (
          <div lang={lang}>
            <BodyView body={{ blocks: [block] }} />
          </div>
        )}
      />
    </div>
  );
}

function Parts<Value>({
  changes,
  render,
}: {
  readonly changes: readonly BlockChange<Value>[];
  readonly render: (part: Value) => React.ReactNode;
}) {
  const words = useText().reading.revisions;
  return joinUnchanged(changes).map((part, index) =>
    part.change === "same" ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a comparison never changes its order
      <p key={index} className="change-same">
        {words.same(part.count)}
      </p>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a comparison never changes its order
      <Part key={index} change={part.change}>
        {render(part.part)}
      </Part>
    ),
  );
}

/** Said in a word and a sign; the colour only helps. */
function Part({ change, children }: { readonly change: "added" | "removed"; readonly children: React.ReactNode }) {
  const words = useText().reading.revisions;
  const Tag = change === "added" ? "ins" : "del";
  return (
    <div className={`change change-${change}`}>
      <p className="change-word">{words[change]}</p>
      <Tag className="change-part">{children}</Tag>
    </div>
  );
}
