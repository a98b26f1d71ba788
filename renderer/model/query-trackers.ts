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
  const queryAt = address.indexOf("?");
  if (queryAt < 0) return address;
  const hashAt = address.indexOf("#", queryAt);
  const query = hashAt < 0 ? address.slice(queryAt + 1) : address.slice(queryAt + 1, hashAt);
  const kept = query.split("&").filter((parameter) => parameter !== "" && !isTracker(parameter));
  const fragment = hashAt < 0 ? "" : address.slice(hashAt);
  return address.slice(0, queryAt) + (kept.length === 0 ? "" : `?${kept.join("&")}`) + fragment;
}
