import { expect, test } from "vitest";
import { startsLikeSourceList } from "./is-source-list.ts";

test.each([
  ['<opml version="2.0">'],
  ['\ufeff<?xml version="1.0"?>\n<!-- made by a reader -->\n<OPML>'],
  ['ï»¿<?xml version="1.0"?><opml>'],
  ['<!DOCTYPE opml [<!ENTITY a "b">]><opml>'],
  ["ÿþ<\0o\0p\0m\0l\0>\0"],
])("a list of sources is known by its beginning: %j", (start) => expect(startsLikeSourceList(start)).toBe(true));

test.each([["<rss>"], ["# OPML\n<opml>"], ["<html><!-- <opml> -->"], ["<opmlx>"], [""]])(
  "and nothing else is taken for one: %j",
  (start) => expect(startsLikeSourceList(start)).toBe(false),
);
