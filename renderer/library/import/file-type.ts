import { type Bytes, mebibyte } from "../../model/measure.ts";
import { isCompoundFile } from "./compound-file.ts";
import { looksBinary } from "./looks-binary.ts";
import { looksLikeEmail } from "./read-eml.ts";
import { isPdf } from "./read-pdf.ts";

/** What a file is by its content; its name may say anything. */
export type FileType = "pdf" | "zip" | "compound" | "email" | "binary" | "text";

export function fileTypeOf(bytes: Uint8Array): FileType {
  if (isPdf(bytes)) return "pdf";
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)) return "zip";
  if (isCompoundFile(bytes)) return "compound";
  if (looksLikeEmail(bytes)) return "email";
  return looksBinary(bytes) ? "binary" : "text";
}

/** The most that one file of a type may have; what reading it takes is a small multiple of that. */
export function mostBytesOf(type: FileType, textBytes: Bytes): Bytes {
  switch (type) {
    case "pdf":
    case "zip":
      return 50 * mebibyte;
    case "compound":
    case "email":
      return 30 * mebibyte;
    default:
      return textBytes;
  }
}
