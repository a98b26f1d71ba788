/** What a person types or copies often lacks its beginning, or has a feed reader's: "example.org/rss", "feed://…". */
export function completeAddress(typed: string): string {
  const address = typed.trim().replace(/^feed:(\/\/)?(?=\S)/i, "");
  if (address === "" || /^[a-z][a-z\d+.-]*:\/\//i.test(address)) return address;
  return `https://${address.replace(/^\/+/, "")}`;
}
