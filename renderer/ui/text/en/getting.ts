import type { GettingMode } from "../../../model/getting.ts";
import { pluralsIn } from "../plurals.ts";

const plural = pluralsIn("en");

/** When news is got, and what it costs. Facts come already formatted. */
export const getting = {
  offer: {
    linkAnswers: (facts: string) => `Network: ${facts}`,
    longAgo: (facts: string) => `To get: ${facts}`,
    sources: (count: number) => plural(count, { one: "# source", other: "# sources" }),
    about: (bytes: string) => `about ${bytes}`,
    atLeast: (bytes: string) => `at least ${bytes}`,
    sizeUnknown: "size not known yet",
    minutes: (count: number) => plural(count, { one: "about # min", other: "about # min" }),
    get: "Get",
    getAll: (sources: string) => `Get from ${sources}`,
    always: "Always",
    alwaysMeans: "Always: every hour while there is a network",
    dismiss: "Not now",
  },
  paused: "Nothing is got by itself: you stopped it. “Get” starts it again.",
  metered: "This network is paid by volume: nothing is got by itself. “Get” works as always.",
  section: "Getting",
  when: "When to get",
  modes: {
    ask: "Ask me",
    manual: "Only when I press “Get”",
    "every-30-min": "Every 30 minutes",
    "every-hour": "Every hour",
    "every-6-hours": "Every 6 hours",
    "every-12-hours": "Every 12 hours",
    "every-24-hours": "Once a day",
  } satisfies Record<GettingMode, string>,
  askHint:
    "When the last look is over 3 hours old, one of your sources is asked now and then whether there is a network. That takes a few kilobytes, counted below.",
  manualHint: "Nothing goes out by itself, not even a second try.",
  timedHint: "As soon as there is a network. Only your sources are asked.",
  next: (when: string) => `Next time: ${when}.`,
  onMetered: "Also on a network paid by volume",
  onMeteredHint: "Only where this computer knows it (“metered connection”). Where it doesn’t, this changes nothing.",
  used: "Data used",
  thisMonth: "This month",
  lastMonth: "Last month",
  source: "Source",
  total: "In all",
  lookedAt: "Addresses looked at",
  removed: "Removed sources",
  nothingUsed: "Nothing came over the network this month or last.",
  usedHint:
    "All that came over the network, with unchanged answers and failed tries. What those cost since the last save is missing if the library has to be put in order again.",
};

export type GettingText = typeof getting;
