import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type LaporanPdfsig = {
  readonly medan: string;
  readonly nama: string;
  readonly sah: boolean;
  readonly seluruhnya: boolean;
  readonly jenis: string;
};

/** What poppler's pdfsig says of each signature, from its text: it ends with 0 also when one is broken. */
export const pdfsig = (pdf: Uint8Array): LaporanPdfsig[] => {
  const folder = mkdtempSync(join(tmpdir(), 'amanah-pdfsig-'));
  try {
    const berkas = join(folder, 'a.pdf');
    writeFileSync(berkas, pdf);
    const teks = execFileSync('pdfsig', ['-nocert', berkas], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
    return teks
      .split(/^Signature #\d+:/m)
      .slice(1)
      .map((b) => ({
        medan: /Field Name: (.*)/.exec(b)?.[1] ?? '',
        nama: /Signer Certificate Common Name: (.*)/.exec(b)?.[1] ?? '',
        sah: /Signature Validation: Signature is Valid\./.test(b),
        seluruhnya: /^\s*- Total document signed$/m.test(b),
        jenis: /Signature Type: (.*)/.exec(b)?.[1] ?? '',
      }));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Structure as qpdf sees it; throws when it finds a fault. */
export const periksaQpdf = (pdf: Uint8Array): void => {
  const folder = mkdtempSync(join(tmpdir(), 'amanah-qpdf-'));
  try {
    const berkas = join(folder, 'a.pdf');
    writeFileSync(berkas, pdf);
    execFileSync('qpdf', ['--check', berkas], { stdio: 'pipe' });
  } finally {
    rmSync(folder, { recursive: true });
  }
};
