/** Query parameters that follow people and say nothing about the page. Lower case; the prefixes end in "_". */
const trackerNames = new Set([
  ..."fbclid gclid dclid gbraid wbraid gclsrc msclkid yclid twclid ttclid igshid igsh li_fat_id".split(" "),
  ..."mc_cid mc_eid mkt_tok vero_id oly_enc_id oly_anon_id wickedid ck_subscriber_id".split(" "),
  ..."_hsenc _hsmi hsctatracking __hstc __hssc __hsfp _ga _gl _openstat ref_src ref_url".split(" "),
  ..."xtor at_medium at_campaign at_custom1 at_custom2 at_custom3 at_custom4 cmpid s_cid ns_campaign ns_mchannel".split(
    " ",
  ),
]);
const trackerPrefixes = ["utm_", "pk_", "mtm_", "matomo_", "piwik_"];

function isTracker(parameter: string): boolean {
  const name = (parameter.split("=", 1)[0] ?? "").toLowerCase();
  return trackerNames.has(name) || trackerPrefixes.some((prefix) => name.startsWith(prefix));
}

/** The same address without utm_…, fbclid and their like; everything else stays as it was written. */
export function withoutTrackers(address: string): string {
  const hashAt = address.indexOf("#");
  const page = hashAt < 0 ? address : address.slice(0, hashAt);
  const queryAt = page.indexOf("?");
  if (queryAt < 0) return address;
  const query = page.slice(queryAt + 1).split("&");
  const kept = query.filter((parameter) => !isTracker(parameter));
  if (kept.length === query.length) return address;
  const fragment = hashAt < 0 ? "" : address.slice(hashAt);
  return page.slice(0, queryAt) + (kept.length === 0 ? "" : `?${kept.join("&")}`) + fragment;
}
