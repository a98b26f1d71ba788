import { fail, succeed } from "../../model/result.ts";
import type { CompoundNode } from "./compound-file.ts";
import { senderName, subjectTitle } from "./email-names.ts";
import type { DecodeText, FileInside, FileReading, WrittenText } from "./file-reader.ts";
import { inflateRtf } from "./inflate-rtf.ts";
import { MsgProperties, msgHeaderBytes, msgTag } from "./msg-properties.ts";
import { readRtf } from "./rtf-text.ts";

const deepestMessage = 4;

export function isMsg(root: CompoundNode): boolean {
  return root.children.some(({ name }) => name.toLowerCase() === "__properties_version1.0");
}

/** A message that Outlook saved; messages inside it are texts of their own. */
export async function readMsg(root: CompoundNode, decode: DecodeText): FileReading {
  const properties = new MsgProperties(root, { headerBytes: msgHeaderBytes.message, decode });
  // Signed ones have a class of their own below this one.
  if (/^IPM\.Note\.SMIME$/i.test(properties.text(msgTag.messageClass) ?? "")) return fail({ kind: "encrypted-mail" });
  return succeed(messagesIn(root, decode, 0));
}

function messagesIn(storage: CompoundNode, decode: DecodeText, depth: number): WrittenText[] {
  const headerBytes = depth === 0 ? msgHeaderBytes.message : msgHeaderBytes.innerMessage;
  const properties = new MsgProperties(storage, { headerBytes, decode });
  const attachments: FileInside[] = [];
  const inner: WrittenText[] = [];
  for (const child of storage.children) {
    if (!child.isStorage || !/^__attach_version1\.0_#/i.test(child.name)) continue;
    const attached = new MsgProperties(child, { headerBytes: msgHeaderBytes.attachment, decode });
    const message = attached.storage(msgTag.attachmentData);
    if (message !== null && depth < deepestMessage) inner.push(...messagesIn(message, decode, depth + 1));
    const bytes = attached.bytes(msgTag.attachmentData);
    // Pictures that the text itself shows, mostly logos, are named by it.
    if (bytes === null || attached.text(msgTag.attachmentContentId) !== null) continue;
    const name = attached.text(msgTag.attachmentName) ?? attached.text(msgTag.attachmentShortName) ?? "";
    attachments.push({ name, bytes });
  }
  return [{ ...textOf(properties, decode), attachments }, ...inner];
}

function textOf(properties: MsgProperties, decode: DecodeText): Omit<WrittenText, "attachments"> {
  const published = properties.instant(msgTag.submittedAt) ?? properties.instant(msgTag.deliveredAt);
  const source = senderName(
    properties.text(msgTag.sentForName) ?? properties.text(msgTag.senderName) ?? "",
    properties.text(msgTag.senderAddress) ?? "",
  );
  return {
    ...wordsOf(properties, decode),
    mediaType: "application/vnd.ms-outlook",
    stated: {
      title: subjectTitle(properties.text(msgTag.subject) ?? ""),
      source,
      ...(published === null ? {} : { published }),
    },
  };
}

/** As the sender saw it, else plain, else out of the RTF that some messages hold alone. */
function wordsOf(properties: MsgProperties, decode: DecodeText): Pick<WrittenText, "kind" | "text"> {
  const html = properties.text(msgTag.html);
  if (html !== null && html.trim() !== "") return { kind: "html", text: html };
  const plain = properties.text(msgTag.body);
  if (plain !== null && plain.trim() !== "") return { kind: "text", text: plain };
  const packed = properties.bytes(msgTag.packedRtf);
  const rtf = packed === null ? null : inflateRtf(packed);
  return rtf === null ? { kind: "text", text: "" } : readRtf(rtf, decode);
}
