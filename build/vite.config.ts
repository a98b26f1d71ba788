import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const project = new URL("..", import.meta.url);
const folder = (name: string) => fileURLToPath(new URL(name, project));

const pdfjs = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

/** Scanned pages need decoders that PDF.js asks for by name; its version stands in their folder's. */
const pdfDecoders: Plugin = {
  name: "pdf-decoders",
  generateBundle() {
    const { version } = JSON.parse(readFileSync(join(pdfjs, "package.json"), "utf8")) as { version: string };
    for (const name of ["jbig2.wasm", "openjpeg.wasm"]) {
      const source = readFileSync(join(pdfjs, "wasm", name));
      this.emitFile({ type: "asset", fileName: `assets/pdfjs-${version}/${name}`, source });
    }
  },
};

/** What draws the page is fetched while the library starts, although only the running page asks for it. */
const drawingAhead: Plugin = {
  name: "drawing-ahead",
  transformIndexHtml: {
    order: "post",
    handler(_html, { bundle = {} }) {
      const drawing = Object.values(bundle).find((file) => file.type === "chunk" && file.name === "mount-page");
      if (drawing === undefined) throw new Error("What draws the page isn't a file of its own any more.");
      const attrs = { rel: "modulepreload", crossorigin: true, href: `/${drawing.fileName}` };
      return [{ tag: "link", attrs, injectTo: "head" }];
    },
  },
};

// The page's CSP allows files of its own origin only: nothing may end up inline, fonts and small images included.
export default defineConfig({
  root: folder("renderer"),
  publicDir: false,
  base: "/",
  plugins: [react(), pdfDecoders, drawingAhead],
  // The host knows a worker by "worker" in its file's name and sends it a policy of its own.
  worker: { format: "es" },
  build: {
    outDir: folder("dist/renderer"),
    emptyOutDir: true,
    target: "chrome120",
    assetsInlineLimit: 0,
    // One sheet, named in the page itself: it is there before anything is drawn.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    sourcemap: true,
    reportCompressedSize: false,
    // The PDF reader, loaded when a PDF is.
    chunkSizeWarningLimit: 1_500,
    license: true,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
