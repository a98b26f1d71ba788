import type { SampleBriefing } from "../fixtures/sample-briefings.ts";

/** A feed as a test publishes it. */
export interface SampleFeed {
  readonly title: string;
  readonly items: readonly SampleBriefing[];
  /** Items without guid and link, as some small stations publish. */
  readonly withoutIds?: boolean;
}

const escapeXml = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

function bodyHtml({ keyPoints, sections }: SampleBriefing): string {
  const points =
    keyPoints.length === 0 ? "" : `<ul>${keyPoints.map((point) => `<li>${escapeXml(point)}</li>`).join("")}</ul>`;
  const rest = sections.map(({ heading, paragraphs }) => {
    const title = heading === null ? "" : `<h2>${escapeXml(heading)}</h2>`;
    return title + paragraphs.map((paragraph) => `<p>${escapeXml(paragraph)}</p>`).join("");
  });
  return points + rest.join("");
}

export function rssOf({ title, items, withoutIds = false }: SampleFeed, home = "http://127.0.0.1/"): string {
  const entries = items.map((item) => {
    const ids = withoutIds ? "" : `<guid isPermaLink="false">${item.key}</guid><link>${home}${item.key}</link>`;
    const date = new Date(item.published).toUTCString();
    return `<item><title>${escapeXml(item.title)}</title>${ids}<pubDate>${date}</pubDate><description><![CDATA[${bodyHtml(item)}]]></description></item>`;
  });
  const head = `<title>${escapeXml(title)}</title><link>${home}</link><description>${escapeXml(title)}</description>`;
  return `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>${head}\n${entries.join("\n")}\n</channel></rss>\n`;
}

export function atomOf({ title, items }: SampleFeed, home = "http://127.0.0.1/"): string {
  const entries = items.map((item) => {
    const date = new Date(item.published).toISOString();
    return `<entry><title>${escapeXml(item.title)}</title><id>urn:sample:${item.key}</id><link href="${home}${item.key}"/><updated>${date}</updated><published>${date}</published><content type="html">${escapeXml(bodyHtml(item))}</content></entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>${escapeXml(title)}</title><id>urn:sample:feed</id><updated>2026-10-20T00:00:00Z</updated>\n${entries.join("\n")}\n</feed>\n`;
}

export function jsonFeedOf({ title, items }: SampleFeed, home = "http://127.0.0.1/"): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: home,
    items: items.map((item) => ({
      id: item.key,
      url: `${home}${item.key}`,
      title: item.title,
      date_published: new Date(item.published).toISOString(),
      content_html: bodyHtml(item),
    })),
  });
}
