import { createHash } from "node:crypto";
import { atomOf, jsonFeedOf, rssOf, type SampleFeed } from "./feed-documents.ts";
import { type LocalServer, startLocalServer } from "./local-server.ts";

export interface FeedServer extends LocalServer {
  /** Puts a feed at a path, or a new state of it; the path's ending says in which format. */
  publish(path: string, feed: SampleFeed): string;
  /** A web page that names feeds in its head. */
  publishPage(
    path: string,
    page: { readonly title: string; readonly feeds: readonly { path: string; title: string }[] },
  ): string;
  /** How often a path was answered with 304. */
  unchanged(path: string): number;
}

/** A well-behaved publisher: entity tags, dates, 304. */
export async function startFeedServer(): Promise<FeedServer> {
  const server = await startLocalServer();
  const unchanged = new Map<string, number>();

  function serve(path: string, contentType: string, body: string): string {
    const etag = `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"`;
    server.route(path, (request, response) => {
      if (request.headers["if-none-match"] === etag) {
        unchanged.set(path, (unchanged.get(path) ?? 0) + 1);
        response.writeHead(304, { etag }).end();
      } else {
        response
          .writeHead(200, { "content-type": contentType, "content-length": Buffer.byteLength(body), etag })
          .end(body);
      }
    });
    return server.address(path);
  }

  return {
    ...server,
    publish(path, feed) {
      if (path.endsWith(".json")) return serve(path, "application/feed+json", jsonFeedOf(feed, `${server.origin}/`));
      if (path.endsWith(".atom")) return serve(path, "application/atom+xml", atomOf(feed, `${server.origin}/`));
      return serve(path, "application/rss+xml; charset=utf-8", rssOf(feed, `${server.origin}/`));
    },
    publishPage(path, { title, feeds }) {
      const links = feeds
        .map((feed) => `<link rel="alternate" type="application/rss+xml" title="${feed.title}" href="${feed.path}">`)
        .join("");
      const body = `<!doctype html><html lang="en"><head><title>${title}</title>${links}</head><body><h1>${title}</h1></body></html>`;
      return serve(path, "text/html; charset=utf-8", body);
    },
    unchanged: (path) => unchanged.get(path) ?? 0,
  };
}
