/** A site's front page is where many different texts come from: as a link it names none of them. */
export function isFrontPage(canonicalLink: string): boolean {
  return !/^https?:\/\/[^/]+\/[^/?]/.test(canonicalLink) && !canonicalLink.includes("?");
}
