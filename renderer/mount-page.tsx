import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import type { LibraryConnection } from "./contracts/library.ts";
import { startPdfWorker } from "./start-pdf-worker.ts";
import { App } from "./ui/app.tsx";

export function mountPage(library: LibraryConnection): void {
  const root = document.getElementById("app");
  if (root === null) throw new Error("index.html has no #app");
  createRoot(root).render(
    <StrictMode>
      <App library={library} startPdfWorker={startPdfWorker} />
    </StrictMode>,
  );
}
