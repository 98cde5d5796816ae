import { type CsvError, parse } from 'csv-parse/sync';
import { tolak } from '../../kernel/penolakan.js';

/** A row of the file and the number that a person sees beside it. */
export type BarisBerkas = {
  readonly nomor: number;
  readonly kode: string;
  readonly nama: string;
  readonly satuan: string | null;
};

/** Largest file that is read, in bytes; a whole version is about 400 KB. */
const BATAS_BERKAS = 5 * 1024 * 1024;
const BATAS_BARIS = 20_000;
const KOLOM = ['kode', 'nama', 'satuan'] as const;

const teksDari = (bita: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bita);
  } catch {
    return tolak('BERKAS_NOMENKLATUR_TIDAK_SAH', { sebab: 'teksnya bukan UTF-8' });
  }
};

const uraikan = (teks: string): string[][] => {
  const awal = teks.slice(0, teks.search(/[\r\n]|$/));
  try {
    const delimiter = awal.includes(';') ? ';' : ',';
    return parse(teks, { delimiter, to: BATAS_BARIS + 2, max_record_size: 10_000, trim: true });
  } catch (e) {
    return tolak('BERKAS_NOMENKLATUR_TIDAK_SAH', { sebab: `CSV: ${(e as CsvError).code}` });
  }
};

/**
 * Reads the columns kode, nama and (where there is one) satuan of a strict UTF-8 CSV. Refuses BERKAS_NOMENKLATUR_TIDAK_SAH with
 * its cause: too large, not UTF-8, open quotes, rows of unequal length, other columns.
 */
export const bacaBerkasNomenklatur = (bita: Uint8Array): readonly BarisBerkas[] => {
  if (bita.byteLength > BATAS_BERKAS)
    return tolak('BERKAS_NOMENKLATUR_TIDAK_SAH', { sebab: 'lebih dari 5 MB' });
  const [kepala = [], ...isi] = uraikan(teksDari(bita));
  if (isi.length > BATAS_BARIS)
    return tolak('BERKAS_NOMENKLATUR_TIDAK_SAH', { sebab: `lebih dari ${BATAS_BARIS} baris` });
  const letak = KOLOM.map((k) => kepala.map((j) => j.toLowerCase()).indexOf(k));
  const [kode = -1, nama = -1, satuan = -1] = letak;
  if (kode < 0 || nama < 0)
    return tolak('BERKAS_NOMENKLATUR_TIDAK_SAH', { sebab: 'kolom kode dan nama wajib ada' });
  return isi.map((sel, i) => ({
    nomor: i + 2,
    kode: sel[kode] ?? '',
    nama: sel[nama] ?? '',
    satuan: (sel[satuan] ?? '') === '' ? null : (sel[satuan] ?? null),
  }));
};
