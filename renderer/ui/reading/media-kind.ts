import type { AttachmentsText } from "../text/en/attachments.ts";

export type MediaKind = keyof AttachmentsText["kind"];

const kinds: readonly (readonly [start: string, kind: MediaKind])[] = [
  ["image/", "picture"],
  ["audio/", "sound"],
  ["video/", "film"],
  ["application/pdf", "pdf"],
  ["application/msword", "word"],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml", "word"],
  ["application/vnd.oasis.opendocument.text", "document"],
  ["application/rtf", "document"],
  ["message/", "mail"],
  ["application/vnd.ms-outlook", "mail"],
  ["text/html", "page"],
  ["text/", "text"],
  ["application/zip", "archive"],
  ["application/gzip", "archive"],
];

/** What a person calls a file of this type. */
export function mediaKindOf(mediaType: string): MediaKind {
  return kinds.find(([start]) => mediaType.startsWith(start))?.[1] ?? "other";
}
