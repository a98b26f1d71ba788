import type { ReactNode } from "react";

export interface SettingsSectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function SettingsSection({ title, children }: SettingsSectionProps) {
  return (
    <section className="settings-section">
      <h3 className="settings-heading">{title}</h3>
      <div className="settings-fields">{children}</div>
    </section>
  );
}
