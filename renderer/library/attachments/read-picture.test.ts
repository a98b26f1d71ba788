import { describe, expect, test } from "vitest";
import type { KeptAttachment } from "../../model/attachment.ts";
import { type AttachmentId, type BlobName, type BriefingId, brandId } from "../../model/ids.ts";
import { succeed } from "../../model/result.ts";
import type { DrawHow } from "./draw-picture.ts";
import { mediaTypeOf, settledMediaType } from "./media-type.ts";
import { pictureSizeOf } from "./picture-size.ts";
import { readPicture } from "./read-picture.ts";

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const hex = (digits: string) => new Uint8Array(Buffer.from(digits.replaceAll(" ", ""), "hex"));

const png = (width: string, height: string) => hex(`89504e470d0a1a0a 0000000d 49484452 ${width} ${height} 0802000000`);
const jpeg = hex("ffd8 ffe0 0004 0000 ffe1 0006 45786966 ff ffc2 0011 08 00c8 0140 03 000000000000000000");
const gif = latin("GIF89a\x40\x01\xc8\x00\x00\x00\x00");
const webpExtended = latin(`RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x3f\x01\0\xc7\0\0`);
const webpLossless = latin(`RIFF\0\0\0\0WEBPVP8L\x0a\0\0\0\x2f\x3f\xc1\x31\0\0\0\0\0\0`);
const webpLossy = latin(`RIFF\0\0\0\0WEBPVP8 \x0a\0\0\0\0\0\0\x9d\x01\x2a\x40\x01\xc8\x00`);

describe("a file's type", () => {
  test.each([
    ["image/png", png("00000001", "00000001")],
    ["image/jpeg", jpeg],
    ["image/gif", gif],
    ["image/webp", webpLossy],
    ["image/heic", latin("\0\0\0\x18ftypheic")],
    ["application/pdf", latin("%PDF-1.7\n")],
    ["application/zip", latin("PK\x03\x04....")],
    ["application/x-cfb", hex("d0cf11e0a1b11ae1")],
    ["text/html", latin("<!DOCTYPE html><p>Sake</p>")],
    ["text/plain", latin("The market of Sake is open.")],
    ["application/octet-stream", hex("00010203")],
    ["application/octet-stream", new Uint8Array()],
  ])("is told as %s from its first bytes", (mediaType, bytes) => {
    expect(mediaTypeOf(bytes)).toBe(mediaType);
  });

  test("is its reader's word where the bytes alone don't tell, and never where they do", () => {
    const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    expect(settledMediaType(latin("PK\x03\x04...."), word)).toBe(word);
    expect(settledMediaType(latin("From: a\n"), "message/rfc822")).toBe("message/rfc822");
    expect(settledMediaType(latin("<html><script>"), "image/png")).toBe("text/html");
    expect(settledMediaType(jpeg, "text/plain")).toBe("image/jpeg");
    expect(settledMediaType(latin("no pdf"), "application/pdf")).toBe("text/plain");
  });
});

describe("a picture's size", () => {
  test.each([
    ["PNG", png("00000140", "000000c8")],
    ["JPEG behind other segments", jpeg],
    ["GIF", gif],
    ["extended WebP", webpExtended],
    ["lossless WebP", webpLossless],
    ["lossy WebP", webpLossy],
  ])("is read from the header of a %s", (_form, bytes) => {
    expect(pictureSizeOf(bytes)).toEqual({ width: 320, height: 200 });
  });

  test("isn't told of what is cut off, empty or no picture, at whatever byte it is cut", () => {
    for (const whole of [png("00000140", "000000c8"), jpeg, gif, webpExtended, webpLossless, webpLossy]) {
      for (let length = 0; length < whole.length; length++) pictureSizeOf(whole.subarray(0, length));
    }
    expect(pictureSizeOf(png("00000000", "000000c8"))).toBeNull();
    expect(pictureSizeOf(jpeg.subarray(0, 18))).toBeNull();
    expect(pictureSizeOf(latin("%PDF-1.7"))).toBeNull();
    expect(pictureSizeOf(new Uint8Array())).toBeNull();
  });
});

describe("a picture that is shown", () => {
  const asked = {
    briefingId: brandId<BriefingId>("1".repeat(32)),
    attachmentId: brandId<AttachmentId>("2".repeat(32)),
  };
  const drawn = { bytes: new Uint8Array([1]), mediaType: "image/png", width: 320, height: 200 };

  function keeping(bytes: Uint8Array<ArrayBuffer>, mediaType = mediaTypeOf(bytes)) {
    const kept: KeptAttachment = {
      id: asked.attachmentId,
      name: "bridge.png",
      mediaType,
      bytes: bytes.length,
      role: "original",
      blob: brandId<BlobName>("3".repeat(32)),
      width: null,
      height: null,
    };
    return { find: () => kept, read: async () => succeed(bytes) };
  }

  test("is drawn anew, smaller for the screen and in full to be handed on", async () => {
    const hows: DrawHow[] = [];
    const draw = async (_bytes: Uint8Array, how: DrawHow) => {
      hows.push(how);
      return drawn;
    };
    const attachments = keeping(png("00000140", "000000c8"));
    expect(await readPicture({ attachments, draw }, { ...asked, size: "screen" })).toEqual(succeed(drawn));
    await readPicture({ attachments, draw }, { ...asked, size: "full" });
    expect(hows).toEqual([
      { mediaType: "image/png", longestSide: 2048 },
      { mediaType: "image/png", longestSide: null },
    ]);
  });

  test("with too many pixels is never decoded", async () => {
    const draw = () => Promise.reject(new Error("was decoded"));
    const attachments = keeping(png("00004e20", "00004e20"));
    expect(await readPicture({ attachments, draw }, { ...asked, size: "screen" })).toEqual({
      ok: false,
      failure: { kind: "picture-too-large", name: "bridge.png", megapixels: 400 },
    });
  });

  test.each([
    ["can't be decoded", png("00000140", "000000c8"), async () => null],
    ["has no size in its header", jpeg.subarray(0, 12), async () => drawn],
    ["is no picture that is shown", latin("<svg onload='x'/>"), async () => drawn],
    ["comes where nothing can be decoded", gif, null],
  ])("but %s stays out of sight, and is named", async (_why, bytes, draw) => {
    expect(await readPicture({ attachments: keeping(bytes), draw }, { ...asked, size: "screen" })).toEqual({
      ok: false,
      failure: { kind: "picture-unreadable", name: "bridge.png" },
    });
  });
});
