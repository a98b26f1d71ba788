// Lets a person end a wait by pressing any key.

/**
 * Ctrl-C still ends the program. Where no person sits at a terminal this never fires.
 * @param {NodeJS.ReadStream} input
 * @returns {{ signal: AbortSignal, isListening: boolean, stop(): void }}
 */
export function listenForAnyKey(input) {
  const pressed = new AbortController();
  if (!input.isTTY) return { signal: pressed.signal, isListening: false, stop() {} };

  /** @param {Buffer} key */
  const hear = (key) => {
    if (key[0] === 3) {
      input.setRawMode(false);
      process.exit(130);
    }
    pressed.abort();
  };
  input.setRawMode(true);
  input.on("data", hear);
  input.resume();
  return {
    signal: pressed.signal,
    isListening: true,
    stop() {
      input.off("data", hear);
      input.setRawMode(false);
      input.pause();
    },
  };
}
