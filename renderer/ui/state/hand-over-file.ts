/** Gives bytes to the browser or the system to save: it asks where, and nothing of the page can read them there. */
export function handOverFile(name: string, bytes: BlobPart, mediaType = "application/octet-stream"): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then; the browser keeps what it still needs.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
