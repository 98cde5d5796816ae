import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What an independent program says of a PDF; null, with one plain line, where it is not installed. */
const tanya = (program: string, pdf: Uint8Array, argumen: (berkas: string) => string[]): string | null => {
  const folder = mkdtempSync(join(tmpdir(), 'amanah-pdf-'));
  try {
    const berkas = join(folder, 'a.pdf');
    writeFileSync(berkas, pdf);
    const { error, stdout, stderr } = spawnSync(program, argumen(berkas), { encoding: 'utf8' });
    if (error === undefined) return `${stdout}${stderr}`;
    process.stderr.write(`dilewati: ${program} tidak ditemukan\n`);
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export const teksPdf = (pdf: Uint8Array): string | null =>
  tanya('pdftotext', pdf, (b) => ['-enc', 'UTF-8', b, '-']);
export const infoPdf = (pdf: Uint8Array, ...pilihan: string[]): string | null =>
  tanya('pdfinfo', pdf, (b) => [...pilihan, b]);
export const tandaTanganPdf = (pdf: Uint8Array): string | null => tanya('pdfsig', pdf, (b) => [b]);
export const hurufPdf = (pdf: Uint8Array): string | null => tanya('pdffonts', pdf, (b) => [b]);
export const periksaPdf = (pdf: Uint8Array): string | null => tanya('qpdf', pdf, (b) => ['--check', b]);
