/** Which key is "the" modifier is the keyboard's business, and only the platform tells which keyboard this is. */
export function isMac(): boolean {
  return /^Mac/.test(navigator.platform);
}
