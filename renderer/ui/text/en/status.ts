/** Where the library stands. Facts come already formatted. */
export const status = {
  opening: "Opening your library…",
  rebuilding: ({ share }: { share: string }) =>
    `Putting your library in order again: ${share} done. You can already read.`,
  readOnly: "Reading only: nothing can be saved at the moment.",
  everydayBrowser: "You are in your everyday browser: it may keep traces of what you read.",
  clockOff: ({ by }: { by: string }) =>
    `This computer’s clock seems to be off by ${by}, so dates are shown instead of ages.`,
};

export type StatusText = typeof status;
