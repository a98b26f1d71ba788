import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["{renderer,electron,build,e2e}/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "dist/**"],
    restoreMocks: true,
    testTimeout: 20_000,
  },
});
