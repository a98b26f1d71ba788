import { channelOver } from "../../contracts/message-port.ts";
import { servePdf } from "./serve-pdf.ts";

self.addEventListener(
  "message",
  ({ data }: MessageEvent<{ readonly calls: MessagePort }>) => servePdf(channelOver(data.calls)),
  { once: true },
);
