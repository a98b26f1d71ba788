import { memo, type ReactNode } from "react";
import type { BodyTree } from "../../../model/body.ts";
import type { AttachmentMention, BriefingHead } from "../../../model/briefing.ts";
import type { NamedPlace } from "../../../model/names.ts";
import type { ReferenceLabel } from "../../../model/reference.ts";
import type { MatchPlaces, NumberedMatch } from "../../reading/body-runs.ts";
import { useUiSteering } from "../../state/ui-context.tsx";
import { useFormat, useText } from "../../text/use-text.tsx";
import { BodyView } from "../body-view.tsx";
import { AttachmentIcon } from "../icons.tsx";
import { MarkedText } from "../inline-text.tsx";
import { BodyOrPages } from "./body-or-pages.tsx";
import { KeptFiles } from "./kept-files.tsx";
import { KeptPictures } from "./kept-pictures.tsx";
import { Metadata } from "./metadata.tsx";
import { ReferenceMetadata } from "./reference-metadata.tsx";

export interface BriefingArticleProps {
  readonly head: BriefingHead;
  readonly body: BodyTree | null;
  readonly matches: MatchPlaces;
  readonly banners: ReactNode;
  readonly places: readonly NamedPlace[];
  readonly reference?: ReferenceLabel | undefined;
}

const noMatches: readonly NumberedMatch[] = [];

export const BriefingArticle = memo(function BriefingArticle({
  head,
  body,
  matches,
  banners,
  places,
  reference,
}: BriefingArticleProps) {
  const text = useText();
  const words = text.reading.reader;
  const lang = head.language === "und" ? undefined : head.language;
  return (
    <article className="article">
      <h2 className="article-title" lang={lang} tabIndex={-1}>
        {head.title === "" ? words.untitled : <MarkedText text={head.title} matches={matches.title} />}
      </h2>
      {reference === undefined ? (
        <Metadata head={head} places={places} />
      ) : (
        <ReferenceMetadata head={head} reference={reference} />
      )}
      {banners}
      {head.keyPoints.length === 0 ? (
        <p className="no-points">{words.noKeyPoints}</p>
      ) : (
        <section className="points" aria-label={words.keyPoints}>
          <h3>{words.keyPoints}</h3>
          <ol lang={lang}>
            {head.keyPoints.map((point, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: key points keep the order their source gave them
              <li key={index}>
                <span>
                  <MarkedText text={point} matches={matches.keyPoints.get(index) ?? noMatches} />
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
      <BodyOrPages head={head} hasText={body === null || body.blocks.length > 0}>
        <div className="body" lang={lang}>
          {body === null ? null : body.blocks.length === 0 ? (
            <p className="body-none">{words.bodyEmpty}</p>
          ) : (
            <BodyView body={body} matches={matches} />
          )}
        </div>
      </BodyOrPages>
      <KeptPictures head={head} />
      {head.kept.length === 0 ? null : <KeptFiles head={head} />}
      {head.attachments.length === 0 ? null : <Attachments attachments={head.attachments} />}
    </article>
  );
});

function Attachments({ attachments }: { readonly attachments: readonly AttachmentMention[] }) {
  const words = useText().reading.reader;
  const format = useFormat();
  const { openDialog } = useUiSteering();
  return (
    <section className="attachments" aria-label={words.attachments}>
      <h3>{words.attachments}</h3>
      <ul>
        {attachments.map(({ name, address, bytes, mediaType }) => (
          <li key={address}>
            <button
              type="button"
              className="attachment"
              title={words.attachmentNotHere}
              onClick={() => openDialog("confirm-link", { address })}
            >
              <AttachmentIcon />
              <span className="attachment-name">{name === "" ? address : name}</span>
              <span className="attachment-facts">
                {[mediaType, bytes === null ? words.sizeUnknown : format.bytes(bytes)]
                  .filter((fact) => fact !== null)
                  .join(" · ")}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className="attachments-note">{words.attachmentNotHere}.</p>
    </section>
  );
}
