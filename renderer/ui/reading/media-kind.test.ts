import { expect, test } from "vitest";
import { mediaKindOf } from "./media-kind.ts";

test.each([
  ["image/webp", "picture"],
  ["application/pdf", "pdf"],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "word"],
  ["message/rfc822", "mail"],
  ["text/html", "page"],
  ["text/markdown", "text"],
  ["application/zip", "archive"],
  ["application/octet-stream", "other"],
])("%s is called %s", (mediaType, kind) => {
  expect(mediaKindOf(mediaType)).toBe(kind);
});
