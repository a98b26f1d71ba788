import type { OpenDialog } from "../state/dialogs.ts";
import { OwnDialog } from "../state/own-dialog.ts";
import { useUiPart } from "../state/ui-context.tsx";
import { AboutDialog } from "./about-dialog.tsx";
import { AddSourceDialog } from "./add-source/add-source-dialog.tsx";
import { ImportDialog } from "./import/import-dialog.tsx";
import { ImportFilesDialog } from "./import/import-files-dialog.tsx";
import { ConfirmLinkDialog } from "./link/confirm-link-dialog.tsx";
import { ChooseSourcesDialog } from "./lists/choose-sources-dialog.tsx";
import { ExportSourcesDialog } from "./lists/export-sources-dialog.tsx";
import { SourceListDialog } from "./lists/source-list-dialog.tsx";
import { PasteDialog } from "./paste-dialog.tsx";
import { ReadersDialog } from "./readers/readers-dialog.tsx";
import { RecoveryCodeDialog } from "./recovery-code-dialog.tsx";
import { SaveCopyDialog } from "./save-copy-dialog.tsx";
import { SavedSearchDialog } from "./saved-search-dialog.tsx";
import { SettingsDialog } from "./settings/settings-dialog.tsx";
import { ShortcutsDialog } from "./shortcuts-dialog.tsx";
import { SourceDetailsDialog } from "./source-details-dialog.tsx";

/** The dialog that is open, if one is, over the one that it was opened from. */
export function Dialogs() {
  const dialog = useUiPart((state) => state.dialog);
  const dialogBehind = useUiPart((state) => state.dialogBehind);
  return [dialogBehind, dialog]
    .filter((open) => open !== null)
    .map((open) => (
      <OwnDialog key={open.name} value={open}>
        <OneDialog dialog={open} />
      </OwnDialog>
    ));
}

function OneDialog({ dialog }: { readonly dialog: OpenDialog }) {
  switch (dialog.name) {
    case "add-source":
      return <AddSourceDialog address={dialog.payload.address} />;
    case "source-details":
      return <SourceDetailsDialog sourceId={dialog.payload.sourceId} />;
    case "saved-search":
      return <SavedSearchDialog searchId={dialog.payload.searchId} />;
    case "import":
      return <ImportDialog {...dialog.payload} />;
    case "import-files":
      return <ImportFilesDialog {...dialog.payload} />;
    case "source-list":
      return <SourceListDialog files={dialog.payload.files} />;
    case "choose-sources":
      return <ChooseSourcesDialog />;
    case "export-sources":
      return <ExportSourcesDialog />;
    case "paste":
      return <PasteDialog />;
    case "readers":
      return <ReadersDialog asks={dialog.payload.asks} />;
    case "settings":
      return <SettingsDialog />;
    case "about":
      return <AboutDialog />;
    case "recovery-code":
      return <RecoveryCodeDialog />;
    case "shortcuts":
      return <ShortcutsDialog />;
    case "save-copy":
      return <SaveCopyDialog {...dialog.payload} />;
    case "confirm-link":
      return <ConfirmLinkDialog address={dialog.payload.address} />;
  }
}
