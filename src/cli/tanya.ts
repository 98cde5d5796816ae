import { stderr, stdin } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { SalahPakai } from './salah-pakai.js';

export type Pertanyaan = { readonly teks: string; readonly rahasia?: boolean };

const DIHENTIKAN = '\u0003';
const HAPUS = ['\u007f', '\b'];

/** Reads one line without showing it. */
const tersembunyi = (teks: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let isi = '';
    const selesai = (): void => {
      stdin.off('data', dengar).setRawMode(false).pause();
      stderr.write('\n');
    };
    const dengar = (potongan: Buffer): void => {
      for (const h of potongan.toString('utf8')) {
        if (h === DIHENTIKAN) {
          selesai();
          reject(new SalahPakai('Dihentikan.'));
          return;
        }
        if (h === '\r' || h === '\n') {
          selesai();
          resolve(isi);
          return;
        }
        isi = HAPUS.includes(h) ? Array.from(isi).slice(0, -1).join('') : isi + h;
      }
    };
    stderr.write(teks);
    stdin.setRawMode(true).resume().on('data', dengar);
  });

const terlihat = async (teks: string): Promise<string> => {
  const baris = createInterface({ input: stdin, output: stderr });
  try {
    return await baris.question(teks);
  } finally {
    baris.close();
  }
};

const dariMasukan = async (banyak: number): Promise<string[]> => {
  const potongan: Buffer[] = [];
  for await (const b of stdin) potongan.push(b as Buffer);
  return Buffer.concat(potongan).toString('utf8').split(/\r?\n/).slice(0, banyak);
};

/**
 * Answers to these questions: asked at a terminal, else one line each of the standard input. Not from the command line,
 * which other users of the machine can read. Throws SalahPakai for an empty one.
 */
export const tanya = async (pertanyaan: readonly Pertanyaan[]): Promise<readonly string[]> => {
  const jawaban = stdin.isTTY ? [] : await dariMasukan(pertanyaan.length);
  if (stdin.isTTY)
    for (const { teks, rahasia } of pertanyaan)
      jawaban.push(await (rahasia ? tersembunyi(`${teks}: `) : terlihat(`${teks}: `)));
  for (const [i, { teks }] of pertanyaan.entries())
    if (!jawaban[i]) throw new SalahPakai(`${teks} belum diisi.`);
  return jawaban;
};
