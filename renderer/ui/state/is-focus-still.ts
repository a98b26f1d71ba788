/**
 * Who pressed something `at` a place hasn't gone on to another while it was done: the focus is still there, or nowhere
 * because what had it is gone. Whoever types elsewhere by now must not be pulled away.
 */
export function isFocusStill(at: Element | null): boolean {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) return true;
  return at !== document.body && at?.contains(activeElement) === true;
}
