/** The person or list that sent it; their address where no name was given. */
export function senderName(name: string, address: string): string {
  const shown = name.trim().replace(/^["']+|["']+$/g, "");
  return shown === "" ? address.trim() : shown;
}

/** A subject without the marks of answering and passing on. */
export function subjectTitle(subject: string): string {
  return subject.replace(/^(?:\s*(?:re|fwd?|tr|réf|rép|wg|aw|i)\s*(?:\[\d+\])?\s*:)+/i, "").trim();
}
