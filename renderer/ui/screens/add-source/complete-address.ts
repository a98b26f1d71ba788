/** What a person types or copies often lacks its beginning, or has a feed reader's: "example.org/rss", "feed://…". */
export function completeAddress(typed: string): string {
  const address = typed.trim().replace(/^feed:(\/\/)?(?=\S)/i, "");
  // With a space in it, it is no address: that is said of what was typed.
  if (address === "" || /\s/.test(address) || /^[a-z][a-z\d+.-]*:\/\//i.test(address)) return address;
  return `https://${address.replace(/^\/+/, "")}`;
}
