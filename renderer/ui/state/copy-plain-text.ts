/** Puts a text on the clipboard; where the page may not write to it on its own, by the copy event it may always answer. */
export async function copyPlainText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByEvent(text);
  }
}

function copyByEvent(text: string): boolean {
  let copied = false;
  const answer = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    copied = true;
  };
  document.addEventListener("copy", answer, { once: true });
  document.execCommand("copy");
  document.removeEventListener("copy", answer);
  return copied;
}
