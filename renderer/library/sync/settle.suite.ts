import { beforeEach, vi } from "vitest";

/**
 * Answers with what ends once nothing goes on any more. All of a sync over a fake machine is promises, which one turn
 * of the event loop sees to their end, but for digests: those are made on other threads, which a busy machine may keep
 * waiting.
 */
export function setUpSettling(): () => Promise<void> {
  let digests: Promise<unknown>[] = [];
  beforeEach(() => {
    digests = [];
    const digest = crypto.subtle.digest.bind(crypto.subtle);
    vi.spyOn(crypto.subtle, "digest").mockImplementation((algorithm, bytes) => {
      const made = digest(algorithm, bytes);
      digests.push(made);
      return made;
    });
  });
  return async () => {
    do {
      await Promise.all(digests.splice(0));
      await new Promise((resolve) => setTimeout(resolve, 0));
    } while (digests.length > 0);
  };
}
