/** What the bundler makes of a worker's file: where it lies. */
declare module "*?worker&url" {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: so the bundler has it
  export default address;
}
