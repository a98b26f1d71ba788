export function saveListAsFile(opml: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([opml], { type: "text/x-opml" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  // The download has begun by then; the browser keeps what it still needs.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
