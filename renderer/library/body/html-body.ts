import { HtmlReader, type ReadHtml } from "./html-reader.ts";
import { refineBlocks } from "./refine-blocks.ts";

const pageStart = /^[\s\ufeff]*(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i;

/** HTML as a page or a feed's fragment → blocks, and what a page says about itself. */
export function readHtmlBody(html: string, baseAddress: string | null): ReadHtml {
  const isPage = pageStart.test(html.slice(0, 2_000));
  const { blocks, page } = new HtmlReader({ baseAddress, isPage }).read(html);
  return { blocks: refineBlocks(blocks), page };
}
