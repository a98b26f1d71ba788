import { expect, test } from "vitest";
import { linkFacts } from "./link-facts.ts";

test("the host is what the browser will really ask, not what stands before an @", () => {
  expect(linkFacts("https://reliefweb.int@evil.example/login")).toMatchObject({ kind: "page", host: "evil.example" });
});

test("a name in look-alike letters is shown in its plain form and warned about", () => {
  expect(linkFacts("https://оcha.example/")).toMatchObject({ lookalike: true });
  expect(linkFacts("https://ocha.example/")).toMatchObject({ host: "ocha.example", lookalike: false });
});

test("http is warned about and a strange port is part of the host", () => {
  expect(linkFacts("http://radio.example:8080/")).toMatchObject({ host: "radio.example:8080", insecure: true });
});

test("a mail address is shown as one", () => {
  expect(linkFacts("mailto:cluster%40radio.example?subject=x")).toEqual({ kind: "mail", to: "cluster@radio.example" });
  expect(linkFacts("mailto:%E0%A4%A")).toEqual({ kind: "mail", to: "%E0%A4%A" });
});

test("what isn't a page or a mail address is never offered for opening", () => {
  for (const address of ["javascript:alert(1)", "file:///etc/passwd", "not an address", ""]) {
    expect(linkFacts(address)).toEqual({ kind: "unreadable" });
  }
});
