/// <reference types="vite/types/importMeta.d.ts" />
const files = import.meta.glob<string>("../../../assets/shelf/*.md", { query: "?raw", import: "default", eager: true });

/** Built into the program, so that the first start has them without a network, a disk or a wait. */
export const shelfTexts: readonly string[] = Object.values(files);
