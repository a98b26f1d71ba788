import type { Dispatch } from "react";
import type { Audience, BriefingKind, Language } from "../../../model/briefing.ts";
import type { DraftFields } from "../../../model/import-draft.ts";
import { BodyView } from "../../components/body-view.tsx";
import { useProgressiveCount } from "../../components/use-progressive-count.ts";
import { fromZonedField, toZonedField } from "../../format/zoned-field.ts";
import { useSettings } from "../../queries/settings-context.tsx";
import { useFormat, useText } from "../../text/use-text.tsx";
import { Choice } from "../parts/choice.tsx";
import { Field } from "../parts/field.tsx";
import { DraftFiles } from "./draft-files.tsx";
import { type DraftEdit, type ImportEvent, problemOf } from "./import-state.ts";
import { LabelField } from "./label-field.tsx";

const languages: readonly Language[] = ["fr", "sw", "en", "ln", "und"];
const kinds: readonly BriefingKind[] = ["alert", "security", "access", "sitrep", "reference", "unknown"];
const audiences: readonly Audience[] = ["public", "internal", "restricted"];

export interface DraftFormProps {
  readonly edit: DraftEdit;
  readonly send: Dispatch<ImportEvent>;
  readonly canSpread: boolean;
}

/** What the import proposes, each thing to be corrected, beside the text itself. */
export function DraftForm({ edit, send, canSpread }: DraftFormProps) {
  const text = useText();
  const words = text.dialogs.import;
  const names = words.fields;
  const format = useFormat();
  const { timeZone } = useSettings().settings;
  const { draft, fields } = edit;
  const change = (patch: Partial<DraftFields>) => send({ event: "edited", id: draft.id, patch });
  const problem = problemOf(fields);
  // The form first: laid out together with the text it would hold the page up while a preview opens.
  const isTextDue = useProgressiveCount(1, { first: 0, step: 1 }) > 0;

  return (
    <div className="draft">
      <form className="dialog-form" onSubmit={(event) => event.preventDefault()} noValidate>
        {draft.standing === null ? null : <p className="notice-line">{words.standing[draft.standing.has]}</p>}
        <Field label={names.title} problem={problem?.kind === "no-title" ? words.noTitle : undefined}>
          {(ids) => (
            <textarea
              {...ids}
              rows={2}
              className="one-line"
              value={fields.title}
              onChange={(event) => change({ title: event.target.value.replace(/\s*\n\s*/g, " ") })}
            />
          )}
        </Field>
        <Field
          label={names.keyPoints}
          hint={names.keyPointsHint}
          problem={
            problem?.kind === "too-many-key-points"
              ? words.tooManyKeyPoints
              : problem?.kind === "long-key-point"
                ? words.longKeyPoint({ number: format.count(problem.number), over: problem.over })
                : undefined
          }
        >
          {(ids) => (
            <textarea
              {...ids}
              rows={4}
              value={edit.keyPointLines}
              onChange={(event) => send({ event: "key-points-typed", id: draft.id, lines: event.target.value })}
            />
          )}
        </Field>
        <Choice
          label={names.audience}
          hint={names.audienceHint}
          options={audiences.map((value) => ({ value, label: text.terms.audience[value] }))}
          value={fields.audience}
          onChange={(audience) => change({ audience })}
        />
        {/* A browser writes dates in its own language's order, so each stands in words below. */}
        <div className="field-pair">
          <Field label={names.asOf} hint={fields.asOf === null ? undefined : format.day(fields.asOf)}>
            {(ids) => (
              <input
                {...ids}
                type="date"
                value={fields.asOf ?? ""}
                onChange={(event) => change({ asOf: event.target.value === "" ? null : event.target.value })}
              />
            )}
          </Field>
          <Field
            label={names.published}
            hint={fields.published === null ? undefined : format.instant(fields.published)}
          >
            {(ids) => (
              <input
                {...ids}
                type="datetime-local"
                value={fields.published === null ? "" : toZonedField(fields.published, timeZone)}
                onChange={(event) => change({ published: fromZonedField(event.target.value, timeZone) })}
              />
            )}
          </Field>
        </div>
        <Field label={names.sourceName}>
          {(ids) => (
            <input
              {...ids}
              type="text"
              value={fields.sourceName}
              onChange={(event) => change({ sourceName: event.target.value })}
            />
          )}
        </Field>
        <div className="field-pair">
          <Field label={names.language}>
            {(ids) => (
              <select
                {...ids}
                value={fields.language}
                onChange={(event) => change({ language: event.target.value as Language })}
              >
                {languages.map((language) => (
                  <option key={language} value={language}>
                    {text.terms.language[language]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={names.kind}>
            {(ids) => (
              <select
                {...ids}
                value={fields.kind}
                onChange={(event) => change({ kind: event.target.value as BriefingKind })}
              >
                {kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {text.terms.kind[kind]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <LabelField label={fields.label} onLabel={(label) => change({ label })} />
        <Field label={names.link}>
          {(ids) => (
            <input
              {...ids}
              type="url"
              spellCheck={false}
              value={fields.link ?? ""}
              onChange={(event) => change({ link: event.target.value === "" ? null : event.target.value })}
            />
          )}
        </Field>
        {canSpread ? (
          <button type="button" className="button" onClick={() => send({ event: "spread", id: draft.id })}>
            {words.sameForAll}
          </button>
        ) : null}
      </form>
      <section className="draft-text" aria-label={words.text}>
        <h3>{words.text}</h3>
        <div className="draft-body body" lang={fields.language === "und" ? undefined : fields.language}>
          {draft.body.blocks.length === 0 ? <p>{text.reading.reader.bodyEmpty}</p> : null}
          {isTextDue ? <BodyView body={draft.body} /> : null}
        </div>
        {draft.files.length === 0 ? null : <DraftFiles files={draft.files} />}
      </section>
    </div>
  );
}
