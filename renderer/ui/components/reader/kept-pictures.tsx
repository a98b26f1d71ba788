import { useEffect, useEffectEvent, useState } from "react";
import { isPictureType, type KeptAttachment } from "../../../model/attachment.ts";
import type { BriefingHead } from "../../../model/briefing.ts";
import type { Failure } from "../../../model/failure.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { asBug } from "../../queries/use-library.ts";
import { sentenceFor } from "../../text/failure-sentence.ts";
import { useFormat, useText } from "../../text/use-text.tsx";

/** Pictures kept with a briefing, under its text. They are drawn one after another: each takes much memory for a moment. */
export function KeptPictures({ head }: { readonly head: BriefingHead }) {
  const words = useText().attachments;
  const [settled, setSettled] = useState(0);
  const pictures = head.kept.filter(({ mediaType }) => isPictureType(mediaType));
  if (pictures.length === 0) return null;
  return (
    <section className="kept-pictures" aria-label={words.pictures}>
      {pictures.map((picture, place) => (
        <KeptPicture
          key={picture.id}
          head={head}
          picture={picture}
          isTurn={place <= settled}
          onSettled={() => setSettled((before) => Math.max(before, place + 1))}
        />
      ))}
    </section>
  );
}

type Shown =
  | { readonly at: "waiting" }
  | { readonly at: "shown"; readonly address: string; readonly width: number; readonly height: number }
  | { readonly at: "failed"; readonly failure: Failure };

interface KeptPictureProps {
  readonly head: BriefingHead;
  readonly picture: KeptAttachment;
  readonly isTurn: boolean;
  readonly onSettled: () => void;
}

function KeptPicture({ head, picture, isTurn, onSettled }: KeptPictureProps) {
  const text = useText();
  const format = useFormat();
  const library = useLibrary();
  const [shown, setShown] = useState<Shown>({ at: "waiting" });
  const { id: briefingId } = head;
  const { id: attachmentId } = picture;

  const tellSettled = useEffectEvent(onSettled);

  useEffect(() => {
    if (!isTurn) return;
    const leaving = new AbortController();
    let address: string | null = null;
    const show = (next: Shown) => {
      if (leaving.signal.aborted) return;
      setShown(next);
      tellSettled();
    };
    library.readPicture({ briefingId, attachmentId, size: "screen" }, { signal: leaving.signal }).then(
      (read) => {
        if (!read.ok) return show({ at: "failed", failure: read.failure });
        if (leaving.signal.aborted) return;
        const { bytes, mediaType, width, height } = read.value;
        address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
        show({ at: "shown", address, width, height });
      },
      (error: unknown) => show({ at: "failed", failure: asBug(error) }),
    );
    return () => {
      leaving.abort();
      if (address !== null) URL.revokeObjectURL(address);
    };
  }, [library, briefingId, attachmentId, isTurn]);

  if (shown.at === "failed") {
    const { what, next } = sentenceFor(shown.failure, text, format);
    return (
      <figure className="kept-picture">
        <div className="kept-picture-place" role="status">
          <p>{what}</p>
          <p>{next}</p>
        </div>
      </figure>
    );
  }
  return (
    <figure className="kept-picture">
      {shown.at === "shown" ? (
        <img src={shown.address} alt={picture.name} width={shown.width} height={shown.height} decoding="async" />
      ) : (
        <div className="kept-picture-place">
          <p>{text.attachments.pictureLoading}</p>
        </div>
      )}
      <figcaption>{picture.name}</figcaption>
    </figure>
  );
}
