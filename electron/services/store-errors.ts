import type { StoreFailure } from "../../renderer/contracts/host.ts";

/** The system's name for what went wrong; anything without one is a bug and is thrown on. */
export function errorCode(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  throw error;
}

export function storeFailure(error: unknown): StoreFailure {
  const code = errorCode(error);
  // EDQUOT is a full disk for the one who has the quota.
  return code === "ENOSPC" || code === "EDQUOT" ? { kind: "disk-full" } : { kind: "write-failed", code };
}

export function isMissing(error: unknown): boolean {
  return errorCode(error) === "ENOENT";
}
