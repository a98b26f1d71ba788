import { describe, expect, test } from "vitest";
import { findFeedLinks } from "./find-feed-links.ts";

const find = (html: string) =>
  findFeedLinks(new TextEncoder().encode(html), {
    address: "https://radio.example.org/news/",
    contentType: "text/html",
  });

describe("the feeds that a page names", () => {
  test("stand in its head; comments come last, an API isn't one", () => {
    expect(
      find(`<title>Radio &eacute;t&eacute;</title>
        <link rel="alternate" type="application/rss+xml" title="Commentaires" href="/comments/feed/">
        <link rel='alternate' type='application/rss+xml' title='Radio &raquo; Flux' href='../feed/'/>
        <link href=atom.xml type="application/atom+xml" rel="alternate">
        <link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2">
        <link rel="alternate" hreflang="en" href="/en/"><link rel="stylesheet" href="/feed.css">
        <a href="/other.rss">RSS</a>`),
    ).toEqual({
      title: "Radio été",
      feeds: [
        { address: "https://radio.example.org/feed/", title: "Radio » Flux" },
        { address: "https://radio.example.org/news/atom.xml", title: "/news/atom.xml" },
        { address: "https://radio.example.org/comments/feed/", title: "Commentaires" },
      ],
    });
  });

  test("are looked for among its links where the head names none", () => {
    expect(
      find(
        '<a href="/rss.xml"><img> Flux RSS</a><a href="/feedback">Feedback</a><a href="feed:https://a.example.org/feed">Abonnement RSS</a>',
      ).feeds,
    ).toEqual([
      { address: "https://radio.example.org/rss.xml", title: "Flux RSS" },
      { address: "https://a.example.org/feed", title: "Abonnement RSS" },
    ]);
  });

  test("aren't taken out of comments, and scripts can't be named", () => {
    expect(
      find(
        '<!-- <link rel="alternate" type="application/rss+xml" href="/a"> --><link rel="alternate" type="application/rss+xml" href="javascript:x">',
      ).feeds,
    ).toEqual([]);
  });
});
