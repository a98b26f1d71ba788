import { type ReactNode, useId } from "react";

/** A screen that stands where the main one would. */
export function StandIn({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const titleId = useId();
  return (
    <main className="stand-in" aria-labelledby={titleId}>
      <div className="stand-in-card">
        <h1 id={titleId}>{title}</h1>
        {children}
      </div>
    </main>
  );
}
