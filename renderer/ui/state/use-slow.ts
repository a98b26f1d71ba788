import { useEffect, useState } from "react";

/** Under this, waiting isn't noticed and a skeleton would only flicker. */
const noticedAfterMs = 200;

/** true once something has been waited for long enough to be noticed. */
export function useSlow(isWaiting: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isWaiting) {
      setSlow(false);
      return;
    }
    const timer = setTimeout(() => setSlow(true), noticedAfterMs);
    return () => clearTimeout(timer);
  }, [isWaiting]);
  return isWaiting && isSlow;
}
