// Which folder may import what, in one table. Lint takes one whole override a folder (two that meet replace each other),
// so they are written out from here: `node build/import-rules.mjs` writes import-rules.json, `--check` compares.
import { readFile, writeFile } from "node:fs/promises";

/**
 * Packages with one home, and what to do when one is wanted elsewhere.
 * @type {Record<string, { home: string, message: string }>}
 */
const packages = {
  dexie: { home: "renderer/library/store", message: "Dexie lives in renderer/library/store: ask the store." },
  "fuse.js": { home: "renderer/library/search", message: "Fuse lives in renderer/library/search: ask search." },
  feedsmith: { home: "renderer/library/feeds", message: "Feeds are parsed in renderer/library/feeds." },
  "pdfjs-dist/legacy/build/pdf.mjs": {
    home: "renderer/library/pdf",
    message: "PDFs are parsed and drawn in the worker of renderer/library/pdf: ask by contracts/pdf-reader.ts.",
  },
  saxes: { home: "renderer/library/import", message: "Office documents are read in renderer/library/import." },
  "postal-mime": { home: "renderer/library/import", message: "E-mails are read in renderer/library/import." },
  parse5: { home: "renderer/library/body", message: "HTML becomes a block tree in renderer/library/body." },
  marked: { home: "renderer/library/body", message: "Markdown becomes a block tree in renderer/library/body." },
  "@mozilla/readability": {
    home: "renderer/library/articles",
    message: "A page's main text is found in renderer/library/articles.",
  },
  "linkedom/worker": {
    home: "renderer/library/articles",
    message: "A document without a browser is made in renderer/library/articles only.",
  },
  "ipaddr.js": { home: "electron/services", message: "Addresses are judged in electron/services/url-policy.ts." },
  react: { home: "renderer/ui", message: "React lives in renderer/ui (and mount-page.tsx)." },
  "react-dom/client": { home: "renderer/mount-page.tsx", message: "mount-page.tsx alone mounts the page." },
  "@tanstack/react-virtual": { home: "renderer/ui", message: "Long lists are drawn in renderer/ui." },
  minisearch: { home: "e2e/bench", message: "Other search engines are only compared with, in e2e/bench." },
  flexsearch: { home: "e2e/bench", message: "Other search engines are only compared with, in e2e/bench." },
  "@leeoniya/ufuzzy": { home: "e2e/bench", message: "Other search engines are only compared with, in e2e/bench." },
  electron: { home: "electron", message: "Only electron/*.ts speaks to Electron; services stay plain Node." },
};

/**
 * Layers as an import names them, and what to say where one may not be reached.
 * @type {Record<string, { group: string[], message: string }>}
 */
const layers = {
  contracts: { group: ["**/contracts/*"], message: "renderer/model is pure: it imports nothing but itself." },
  host: {
    group: ["**/host/*"],
    message: "Only main.ts and library/worker.ts choose a host; everything else gets it as an argument.",
  },
  library: { group: ["**/library/**"], message: "Only the worker holds the library: ask by contracts/library.ts." },
  ui: { group: ["**/ui/**"], message: "Nothing but mount-page.tsx builds on the page." },
  electron: { group: ["**/electron/**"], message: "The machine side is reached through contracts/host.ts." },
};

const libraryRooms = ["search", "feeds", "import", "body", "sync", "attachments", "articles", "pdf"];
const joined = "These rooms don't know each other: commit.ts, handlers.ts and intake/ join them.";

/**
 * From the most general to the most particular: the last that holds a file rules it.
 * @type {{ files: string[], home: string, mayReach: string[], notSiblings?: string }[]}
 */
const rooms = [
  { files: ["renderer/model/**"], home: "", mayReach: [] },
  { files: ["renderer/contracts/**"], home: "", mayReach: ["contracts"] },
  { files: ["renderer/host/**"], home: "", mayReach: ["contracts", "host"] },
  { files: ["renderer/library/**"], home: "", mayReach: ["contracts", "library"] },
  { files: ["renderer/library/store/**"], home: "renderer/library/store", mayReach: ["contracts", "library"] },
  ...libraryRooms.map((name) => ({
    files: [`renderer/library/${name}/**`],
    home: `renderer/library/${name}`,
    mayReach: ["contracts", "library"],
    notSiblings: name,
  })),
  { files: ["renderer/library/worker.ts"], home: "", mayReach: ["contracts", "library", "host"] },
  { files: ["renderer/ui/**"], home: "renderer/ui", mayReach: ["contracts", "ui"] },
  { files: ["renderer/main.ts"], home: "", mayReach: ["contracts", "host", "library"] },
  { files: ["renderer/mount-page.tsx"], home: "renderer/mount-page.tsx", mayReach: ["contracts", "ui"] },
  { files: ["electron/*.ts"], home: "electron", mayReach: ["contracts", "electron"] },
  { files: ["electron/services/**"], home: "electron/services", mayReach: ["contracts", "electron"] },
  { files: ["e2e/specs/**", "e2e/pages/**"], home: "", mayReach: ["ui"] },
];

const overrides = rooms.map(({ files, home, mayReach, notSiblings }) => ({
  includes: [...files, "!**/*.test.ts", "!**/*.test.tsx", "!**/*.suite.ts"],
  linter: {
    rules: {
      style: {
        noRestrictedImports: {
          level: "error",
          options: {
            paths: Object.fromEntries(
              Object.entries(packages)
                .filter(
                  ([name, rule]) => rule.home !== home && !(name === "react" && home === "renderer/mount-page.tsx"),
                )
                .map(([name, rule]) => [name, rule.message]),
            ),
            patterns: [
              ...Object.entries(layers)
                .filter(([name]) => !mayReach.includes(name))
                .map(([, rule]) => rule),
              ...(notSiblings === undefined ? [] : [siblingRule(notSiblings)]),
            ],
          },
        },
      },
    },
  },
}));

/** @param {string} room */
function siblingRule(room) {
  const others = libraryRooms.filter((name) => name !== room);
  return { group: others.map((name) => `../${name}/*`), message: joined };
}

const file = new URL("import-rules.json", import.meta.url);
const wanted = `${JSON.stringify({ overrides }, null, 2)}\n`;
if (!process.argv.includes("--check")) {
  await writeFile(file, wanted);
} else if ((await readFile(file, "utf8").catch(() => "")) !== wanted) {
  console.error("build/import-rules.json is not what build/import-rules.mjs says: run `npm run fix`.");
  process.exitCode = 1;
}
