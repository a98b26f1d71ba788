/** What a person should see of an address before it is opened. */
export type LinkFacts =
  | {
      readonly kind: "page";
      /** As the browser will ask for it; foreign letters stand as "xn--". */
      readonly host: string;
      readonly insecure: boolean;
      /** The name holds letters beyond a–z, which can imitate another name. */
      readonly lookalike: boolean;
    }
  | { readonly kind: "mail"; readonly to: string }
  | { readonly kind: "unreadable" };

export function linkFacts(address: string): LinkFacts {
  if (!URL.canParse(address)) return { kind: "unreadable" };
  const url = new URL(address);
  if (url.protocol === "mailto:") return { kind: "mail", to: decodeLoosely(url.pathname) };
  if ((url.protocol !== "https:" && url.protocol !== "http:") || url.hostname === "") return { kind: "unreadable" };
  return {
    kind: "page",
    host: url.host,
    insecure: url.protocol === "http:",
    lookalike: url.hostname.split(".").some((label) => label.startsWith("xn--")),
  };
}

function decodeLoosely(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
