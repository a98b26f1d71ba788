import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["{renderer,electron,build,e2e}/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "dist/**"],
    restoreMocks: true,
    // Fuzz runs take their time on a busy machine; a hanging test still ends.
    testTimeout: 60_000,
  },
});
