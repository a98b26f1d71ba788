import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeDocx } from "../fixtures/make-office.ts";
import { makePdf } from "../fixtures/make-pdf.ts";
import { samplePng } from "../fixtures/sample-pictures.ts";
import { ImportDialog } from "../pages/import-dialog.ts";
import { launchBrowser, openApp, patienceMs } from "./measured-app.ts";
import { collectGarbage, rendererMegabytes } from "./renderer-memory.ts";
const folder = mkdtempSync(join(process.env.TMPDIR ?? "/tmp", "wf-forty-"));
mkdirSync(join(folder, "data")); mkdirSync(join(folder, "documents"));
function hoist() {}
const tenMb = 10 * 1024 * 1024;
let seen = ""; const paths = Array.from({ length: 40 }, (_, n) => {
  const pad = randomBytes(tenMb - 200_000);
  const made = n % 3 === 0 ? { name: `p${n}.png`, content: Buffer.concat([samplePng(), pad]) }
    : n % 3 === 1 ? { name: `d${n}.docx`, content: makeDocx([{ heading: `Rapport ${n}`, level: 1 }, { text: `Texte numéro ${n}.` }], { more: [{ name: "word/media/film.bin", content: pad, isStored: true }] }) }
    : { name: `f${n}.pdf`, content: scanned(n, pad) };
  const p = join(folder, "documents", made.name); writeFileSync(p, made.content); return p; });
function scanned(n: number, pad: Buffer): Buffer {
  const parts: Buffer[] = []; const at: number[] = []; let length = 0;
  const put = (b: Buffer | string) => { const x = Buffer.from(b as string, "latin1"); parts.push(typeof b === "string" ? x : b); length += typeof b === "string" ? x.length : b.length; };
  put("%PDF-1.7\n");
  const object = (body: () => void) => { at.push(length); put(`${at.length} 0 obj\n`); body(); put("\nendobj\n"); };
  object(() => put("<< /Type /Catalog /Pages 2 0 R >>"));
  object(() => put("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"));
  object(() => put("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /XObject << /I 4 0 R >> /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"));
  const side = Math.floor(Math.sqrt(pad.length / 3)); const image = pad.subarray(0, side * side * 3);
  object(() => { put(`<< /Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Length ${image.length} >>\nstream\n`); put(image); put("\nendstream"); });
  const content = `q 500 0 0 500 40 40 cm /I Do Q BT /F1 14 Tf 1 0 0 1 60 780 Tm (Bulletin ${n}) Tj ET`;
  object(() => put(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`));
  const table = length;
  put(`xref\n0 6\n0000000000 65535 f \n${at.map((a) => `${String(a).padStart(10, "0")} 00000 n \n`).join("")}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  return Buffer.concat(parts);
}
const browser = await launchBrowser();
const app = await openApp(browser, { vaultFolder: join(folder, "vault"), dataFolder: join(folder, "data"), rows: 1 });
try {
  const { page, library } = app;
  await library.whenReady();
  await page.waitForTimeout(2000);
  await collectGarbage(page);
  const start = await rendererMegabytes(browser);
  let peak = 0; let on = true;
  const watching = (async () => { while (on) { peak = Math.max(peak, await rendererMegabytes(browser)); await new Promise((r) => setTimeout(r, 100)); } })();
  const choosing = page.waitForEvent("filechooser");
  await page.locator("body").press("ControlOrMeta+o");
  const t = Date.now();
  await (await choosing).setFiles(paths);
  const preview = new ImportDialog(page, library.text);
  await preview.title.waitFor({ timeout: patienceMs });
  console.log("read s", (Date.now() - t) / 1000, "drafts", await preview.files.count(), "unreadable", await page.locator(".unreadable li").allInnerTexts());
  await page.waitForTimeout(3000);
  const waiting = await rendererMegabytes(browser);
  const t2 = Date.now();
  await preview.save(await preview.files.count());
  await page.getByRole("option").first().waitFor({ timeout: patienceMs });
  on = false; await watching;
  console.log(JSON.stringify({ startMb: start, peakAboveMb: peak - start, waitingAboveMb: waiting - start, saveS: (Date.now() - t2) / 1000 }));
} finally { await browser.close(); await app.host.stop(); rmSync(folder, { recursive: true, force: true }); }
