export interface PagesText {
  readonly choice: string;
  readonly text: string;
  readonly pages: string;
  readonly noText: string;
  readonly opening: string;
  readonly tools: string;
  readonly pageOf: (place: { readonly page: string; readonly count: string }) => string;
  readonly previous: string;
  readonly next: string;
  readonly larger: string;
  readonly smaller: string;
  readonly broken: string;
}

export const pages: PagesText = {
  choice: "Text or pages",
  text: "Text",
  pages: "Pages",
  noText: "This PDF has no text, only pictures of its pages. Search finds it by its title.",
  opening: "Opening the pages…",
  tools: "Pages",
  pageOf: ({ page, count }) => `Page ${page} of ${count}`,
  previous: "Previous page",
  next: "Next page",
  larger: "Larger page",
  smaller: "Smaller page",
  broken: "This page can’t be drawn. Its text, if it has any, is under “Text”.",
};
