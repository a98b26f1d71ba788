import type { Command } from "./command.ts";

export const showArrivals: Command = {
  id: "show-arrivals",
  label: (t) => t.commands.showArrivals,
  group: "view",
  keys: ["g r"],
  run: ({ screen }) => screen.showView({ kind: "arrivals" }),
};
