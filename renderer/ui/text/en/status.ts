/** Where the library stands. Facts come already formatted. */
export const status = {
  opening: "Opening your library…",
  rebuilding: ({ done, total }: { done: string; total: string }) =>
    `Putting your library in order again: ${done} of ${total}. You can already read.`,
  readOnly: "Reading only: nothing can be saved at the moment.",
  clockOff: ({ by }: { by: string }) =>
    `This computer’s clock seems to be off by ${by}, so dates are shown instead of ages.`,
};

export type StatusText = typeof status;
