import type { ImportFailure } from "../../model/failure.ts";
import { fail, type Result, succeed } from "../../model/result.ts";
import type { FileReading } from "./file-reader.ts";
import { HtmlWriter } from "./html-writer.ts";
import { OdtListener, OdtStyles } from "./odt-listener.ts";
import { readXml } from "./read-xml.ts";
import type { ZipArchive } from "./zip-archive.ts";

const odtType = "application/vnd.oasis.opendocument.text";

export async function isOdt(archive: ZipArchive): Promise<boolean> {
  const entry = archive.find("mimetype");
  const read = entry === null ? null : await archive.read(entry);
  return read?.ok === true && new TextDecoder().decode(read.value).trim().startsWith(odtType);
}

/** OpenDocument's text: headings by outline, lists, tables, links, notes at the end. Pictures stay in the original. */
export async function readOdt(archive: ZipArchive): FileReading {
  const manifest = await partOf(archive, "META-INF/manifest.xml");
  // A locked document's parts are sealed, and their checksums are those of what is inside.
  if (manifest.ok && manifest.value.includes("encryption-data")) return fail({ kind: "password-protected" });
  const content = await partOf(archive, "content.xml");
  if (!content.ok) return content;
  const common = await partOf(archive, "styles.xml");
  const styles = new OdtStyles();
  readXml(common.ok ? common.value : "<styles/>", styles);
  const writer = new HtmlWriter();
  const listener = new OdtListener(styles, writer);
  if (!readXml(content.value, styles) || !readXml(content.value, listener)) return fail({ kind: "damaged-file" });
  listener.finish();
  return succeed([{ kind: "html", text: writer.finish(), stated: {}, mediaType: odtType, attachments: [] }]);
}

async function partOf(archive: ZipArchive, name: string): Promise<Result<string, ImportFailure>> {
  const entry = archive.find(name);
  if (entry === null) return fail({ kind: "damaged-file" });
  const read = await archive.read(entry);
  return read.ok ? succeed(new TextDecoder().decode(read.value)) : read;
}
