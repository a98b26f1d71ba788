import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const project = new URL("..", import.meta.url);
const folder = (name: string) => fileURLToPath(new URL(name, project));

// The page's CSP allows files of its own origin only: nothing may end up inline, fonts and small images included.
export default defineConfig({
  root: folder("renderer"),
  publicDir: false,
  base: "/",
  plugins: [react()],
  // The host knows a worker by "worker" in its file's name and sends it a policy of its own.
  worker: { format: "es" },
  build: {
    outDir: folder("dist/renderer"),
    emptyOutDir: true,
    target: "chrome120",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    reportCompressedSize: false,
    // The PDF reader, loaded when a PDF is.
    chunkSizeWarningLimit: 1_500,
    license: true,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
