import type { SampleBriefing } from "../fixtures/sample-briefings.ts";
import type { LocalServer } from "./local-server.ts";

const escapeXml = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** The beginning of a text, as stations that want visitors publish it. */
function teaserOf({ sections }: SampleBriefing): string {
  return `${(sections[0]?.paragraphs[0] ?? "").split(" ").slice(0, 14).join(" ")}…`;
}

/** A web page as a news site makes it: the text somewhere between menus, boxes and a footer. */
function articlePage({ title, sections, language }: SampleBriefing): string {
  const text = sections.map(({ heading, paragraphs }) => {
    const head = heading === null ? "" : `<h2>${escapeXml(heading)}</h2>`;
    return head + paragraphs.map((paragraph) => `<p>${escapeXml(paragraph)}</p>`).join("");
  });
  const menu = "<li><a href='/'>Menu</a></li>".repeat(12);
  return `<!doctype html><html lang="${language}"><head><title>${escapeXml(title)} | Radio</title><script>window.ran = true</script></head><body><header><ul>${menu}</ul></header><div class="content"><h1>${escapeXml(title)}</h1><article>${text.join("")}</article></div><aside><h3>Also read</h3><ul>${menu}</ul></aside><footer>Legal notice</footer></body></html>`;
}

/** A feed of extracts with the pages that they link to. */
export function publishExtracts(
  server: LocalServer,
  path: string,
  { title, items }: { readonly title: string; readonly items: readonly SampleBriefing[] },
): string {
  const entries = items.map((item) => {
    const date = new Date(item.published).toUTCString();
    return `<item><title>${escapeXml(item.title)}</title><guid isPermaLink="false">${item.key}</guid><link>${server.address(`/${item.key}`)}</link><pubDate>${date}</pubDate><description>${escapeXml(teaserOf(item))}</description></item>`;
  });
  const feed = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${title}</title><link>${server.origin}/</link>${entries.join("")}</channel></rss>`;
  serve(server, path, "application/rss+xml; charset=utf-8", feed);
  for (const item of items) serve(server, `/${item.key}`, "text/html; charset=utf-8", articlePage(item));
  return server.address(path);
}

function serve(server: LocalServer, path: string, contentType: string, body: string): void {
  server.route(path, (_request, response) => {
    response.writeHead(200, { "content-type": contentType, "content-length": Buffer.byteLength(body) }).end(body);
  });
}
