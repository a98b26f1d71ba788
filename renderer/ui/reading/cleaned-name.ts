const endings: Readonly<Record<string, string>> = { "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp" };

/** The name of a picture's cleaned copy: told from the original's, with the ending of what it was written as. */
export function cleanedName(name: string, mediaType: string): string {
  const stem = name.replace(/\.[^./\\]{1,12}$/, "");
  return `${stem === "" ? "image" : stem}-copy.${endings[mediaType] ?? "img"}`;
}
