import type { BatasBaca } from '../../kernel/lembar-kerja.js';
import { tolak } from '../../kernel/penolakan.js';
import { bacaCsv } from './csv.js';
import { jenisBerkas } from './jenis-berkas.js';
import { type Penerima, Penghitung } from './penghitung.js';
import { bacaXlsx } from './xlsx.baca.js';

/** Reads a file as far as the limits go, telling each row as it comes. */
export const bacaBerkas = async (bita: Buffer, batas: BatasBaca, penerima: Penerima): Promise<void> => {
  if (bita.length > batas.bita)
    tolak('BERKAS_TERLALU_BESAR', { sebab: `lebih dari ${batas.bita / 1024 / 1024} MB` });
  const hitung = new Penghitung(batas, penerima);
  if (jenisBerkas(bita) === 'xlsx') await bacaXlsx(bita, batas, hitung);
  else await bacaCsv(bita, hitung);
};
