import { useEffect, useState } from "react";
import { copyPlainText } from "../../state/copy-plain-text.ts";
import { useText } from "../../text/use-text.tsx";

/** Copies, and says so for a moment on itself. */
export function CopyButton({ value, label }: { readonly value: string; readonly label?: string }) {
  const text = useText();
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);

  return (
    <button
      type="button"
      className="button"
      onClick={() => {
        void copyPlainText(value).then(setCopied);
      }}
    >
      <span aria-live="polite">{copied ? text.dialogs.copied : (label ?? text.dialogs.copy)}</span>
    </button>
  );
}
