import { expect, test } from "vitest";
import { cleanedName } from "./cleaned-name.ts";

test.each([
  ["pont.JPG", "image/jpeg", "pont-copy.jpg"],
  ["marche.gif", "image/png", "marche-copy.png"],
  ["carte", "image/webp", "carte-copy.webp"],
  [".png", "image/png", "image-copy.png"],
])("the cleaned copy of %s as %s is %s", (name, mediaType, cleaned) => {
  expect(cleanedName(name, mediaType)).toBe(cleaned);
});
