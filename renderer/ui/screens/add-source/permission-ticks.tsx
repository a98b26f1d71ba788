import type { SourcePermissions } from "../../../model/source.ts";
import { useText } from "../../text/use-text.tsx";
import { Tick } from "../parts/tick.tsx";

export interface PermissionTicksProps {
  /** What this address can't be fetched without. */
  readonly needed: SourcePermissions;
  readonly permissions: SourcePermissions;
  readonly onPermissions: (permissions: SourcePermissions) => void;
}

/** Each risk in a sentence, and a tick that takes it. A tick that was given stays in sight. */
export function PermissionTicks({ needed, permissions, onPermissions }: PermissionTicksProps) {
  const words = useText().dialogs.addSource;
  return (
    <>
      {needed.insecure || permissions.insecure ? (
        <div className="warning" role="alert">
          <p>{words.insecure}</p>
          <Tick
            label={words.allowInsecure}
            checked={permissions.insecure}
            onChange={(insecure) => onPermissions({ ...permissions, insecure })}
          />
        </div>
      ) : null}
      {needed.local || permissions.local ? (
        <div className="warning" role="alert">
          <p>{words.local}</p>
          <Tick
            label={words.allowLocal}
            checked={permissions.local}
            onChange={(local) => onPermissions({ ...permissions, local })}
          />
        </div>
      ) : null}
    </>
  );
}
