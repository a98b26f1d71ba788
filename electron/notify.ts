import { Notification } from "electron";

/** Shows one quiet line of the system's own. The page may not (permissions are denied): it asks, and main shows. */
export async function notify({ title, text }: { readonly title: string; readonly text: string }): Promise<null> {
  if (Notification.isSupported()) new Notification({ title, body: text, silent: true }).show();
  return null;
}
