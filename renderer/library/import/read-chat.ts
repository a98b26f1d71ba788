import type { ImportFailure } from "../../model/failure.ts";
import { fail, type Result, succeed } from "../../model/result.ts";
import type { PlainDate } from "../../model/time.ts";
import { type ChatMessage, readChatLines } from "./chat-lines.ts";
import type { FileInside, WrittenText } from "./file-reader.ts";
import { escapeHtml } from "./html-writer.ts";

/** How the app names its exports, in front of the chat's own name. */
const exportName =
  /^(?:whatsapp chat (?:with|-)|discussion whatsapp avec(?: le groupe)?|chat whatsapp (?:avec|con)|gumzo la whatsapp na)\s*/i;

/** One text a day: what a group said on a day is read, searched and aged as one briefing. */
export function readChat(
  text: string,
  fileName: string,
  media: readonly FileInside[],
): Result<WrittenText[], ImportFailure> {
  const days = new Map<PlainDate, ChatMessage[]>();
  for (const message of readChatLines(text)) {
    const day = days.get(message.day);
    if (day === undefined) days.set(message.day, [message]);
    else day.push(message);
  }
  if (days.size === 0) return fail({ kind: "no-text" });
  const chat = chatName(fileName);
  const files = new Map(media.map((file) => [file.name, file]));
  return succeed([...days].map(([day, messages]) => textOfDay({ chat, day, messages, files })));
}

function chatName(fileName: string): string {
  const name = fileName
    .replace(/\.(?:txt|zip)$/i, "")
    // A second download of one name.
    .replace(/ ?\(\d{1,2}\)$/, "")
    .replace(exportName, "")
    .replace(/_/g, " ")
    .trim();
  return name === "" || /^chat$/i.test(name) ? "WhatsApp" : name;
}

function textOfDay({
  chat,
  day,
  messages,
  files,
}: {
  readonly chat: string;
  readonly day: PlainDate;
  readonly messages: readonly ChatMessage[];
  readonly files: ReadonlyMap<string, FileInside>;
}): WrittenText {
  const sent = messages.flatMap(({ media }) => (media === null ? [] : [media]));
  const [year, month, date] = day.split("-");
  return {
    kind: "html",
    text: messages.map(paragraphOf).join("\n"),
    stated: { title: `${chat}, ${date}.${month}.${year}`, source: chat, asOf: day, isChatDay: true },
    attachments: [...new Set(sent)].flatMap((name) => files.get(name) ?? []),
  };
}

/** What the app itself says is set apart from what people say. */
function paragraphOf({ time, sender, text, media }: ChatMessage): string {
  const said = escapeHtml(text).replace(/\n/g, "<br>");
  if (sender === null) return `<p><i>${time} · ${said}</i></p>`;
  const file = media === null ? "" : ` <code>${escapeHtml(media)}</code>`;
  return `<p><b>${time} ${escapeHtml(sender)}</b> ${said}${file}</p>`;
}
