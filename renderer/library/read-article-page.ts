import type { ArticleFailure } from "../model/failure.ts";
import { fail, type Result, succeed } from "../model/result.ts";
import { classifyPage } from "./feeds/classify-page.ts";
import { decodeBytes } from "./feeds/decode-bytes.ts";

/** A fetched page → its main text as HTML for the block builder, or what stands there instead of an article. */
export async function readArticlePage({
  bytes,
  contentType,
  address,
}: {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly address: string;
}): Promise<Result<{ readonly html: string; readonly baseAddress: string }, ArticleFailure>> {
  const text = decodeBytes(bytes, contentType);
  if (text.trim() === "") return fail({ kind: "empty-document" });
  const page = classifyPage(text, address);
  if (page.kind === "login-page" || page.kind === "bot-wall" || page.kind === "error-page") return fail(page);
  // Loaded with the first article only: it is half as large as everything else in here.
  const { extractArticle } = await import("./articles/extract-article.ts");
  const article = extractArticle(text);
  if (article === null) return fail({ kind: "article-not-found" });
  const isBase = article.base !== null && URL.canParse(article.base, address);
  return succeed({ html: article.html, baseAddress: isBase ? new URL(article.base ?? "", address).href : address });
}
