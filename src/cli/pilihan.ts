import { resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { TempatLog } from '../infra/event-store/buka-log.js';
import { ALAMAT_BASIS_DATA, alamatBasisDataSah } from '../infra/konfigurasi/basis-data.js';
import { ALAMAT_EVENT_STORE, alamatEventStoreSah } from '../infra/konfigurasi/event-store.js';
import { kodeBagian, kodePemda, tahunSah, triwulanSah } from '../kernel/kunci.js';
import { SalahPakai } from './salah-pakai.js';

type Nama = readonly string[];
export type Pilihan = {
  readonly json: boolean;
  readonly posisi: readonly string[];
  readonly isi: Readonly<Record<string, string | undefined>>;
  readonly sakelar: ReadonlySet<string>;
};

/** Reads a verb's own words: the options it knows, `--json` and other switches, and what stands without a name. Throws SalahPakai. */
export const bacaPilihan = (argumen: readonly string[], dikenal: Nama, sakelar: Nama = []): Pilihan => {
  const options: ParseArgsConfig['options'] = {
    json: { type: 'boolean' },
    ...Object.fromEntries(sakelar.map((nama) => [nama, { type: 'boolean' as const }])),
    ...Object.fromEntries(dikenal.map((nama) => [nama, { type: 'string' as const }])),
  };
  try {
    const { values, positionals } = parseArgs({ args: [...argumen], options, allowPositionals: true });
    const isi = Object.fromEntries(Object.entries(values).filter(([, nilai]) => typeof nilai === 'string'));
    const nyala = new Set(sakelar.filter((nama) => values[nama] === true));
    return {
      json: values.json === true,
      posisi: positionals,
      isi: isi as Pilihan['isi'],
      sakelar: nyala,
    };
  } catch (e) {
    const nama = /'(-[^' ]*)/.exec(e instanceof Error ? e.message : '')?.[1];
    throw new SalahPakai(
      nama === undefined ? 'Pilihan tidak dapat dibaca.' : `Pilihan ${nama} tidak dikenal, atau tanpa nilai.`,
    );
  }
};

export const tanpaPosisi = ({ posisi }: Pilihan): void => {
  if (posisi[0] !== undefined) throw new SalahPakai(`"${posisi[0]}" tidak diharapkan di sini.`);
};

const wajib = ({ isi }: Pilihan, nama: string): string => {
  const nilai = isi[nama];
  if (nilai === undefined || nilai === '') throw new SalahPakai(`--${nama} wajib diisi.`);
  return nilai;
};

const sah = <T>(nama: string, nilai: string, baca: (nilai: string) => T): T => {
  try {
    return baca(nilai);
  } catch {
    throw new SalahPakai(`--${nama} ${JSON.stringify(nilai)} tidak sah.`);
  }
};

/** An option that must be given and pass `baca`. */
export const wajibSah = <T>(p: Pilihan, nama: string, baca: (nilai: string) => T): T =>
  sah(nama, wajib(p, nama), baca);

/** An option that must be one of a list. */
export const salahSatu = <T extends string>(p: Pilihan, nama: string, boleh: readonly T[]): T => {
  const nilai = wajib(p, nama);
  const ada = boleh.find((b) => b === nilai);
  if (ada === undefined) throw new SalahPakai(`--${nama} harus salah satu dari: ${boleh.join(', ')}.`);
  return ada;
};

const bilangan = (nilai: string): number => (/^\d{1,4}$/.test(nilai) ? Number(nilai) : Number.NaN);

/** --pemda, --opd and --tahun, each needed. */
export const kunciTahun = (p: Pilihan): { pemda: string; opd: string; tahun: number } => ({
  pemda: wajibSah(p, 'pemda', kodePemda),
  opd: wajibSah(p, 'opd', kodeBagian),
  tahun: wajibSah(p, 'tahun', (n) => tahunSah(bilangan(n))),
});

/** The same with --jabatan, where it is given: whose PK. */
export const kunciDokumen = (
  p: Pilihan,
): { pemda: string; opd: string; tahun: number; jabatan?: string } => ({
  ...kunciTahun(p),
  ...(p.isi.jabatan !== undefined && { jabatan: sah('jabatan', p.isi.jabatan, kodeBagian) }),
});

export const triwulan = ({ isi }: Pilihan): 1 | 2 | 3 | 4 =>
  isi.triwulan === undefined ? 4 : sah('triwulan', isi.triwulan, (n) => triwulanSah(bilangan(n)));

/** The data folder: AMANAH_DATA, else ./data. */
export const folderData = (env: Readonly<Record<string, string | undefined>> = process.env): string => {
  if (env.AMANAH_DATA === '') throw new SalahPakai('AMANAH_DATA kosong. Isi dengan folder data, atau hapus.');
  return resolve(env.AMANAH_DATA ?? './data');
};

/** What a variable says of where something is; undefined: in the data folder. Its value is never printed. */
const alamatDari = (nama: string, sah: (alamat: unknown) => boolean, bentuk: string): string | undefined => {
  const alamat = process.env[nama];
  if (alamat === undefined || sah(alamat)) return alamat;
  throw new SalahPakai(`${nama} ${bentuk}.`);
};

/** Where log and views are. Throws SalahPakai. */
export const tempatData = (): TempatLog => ({
  folder: folderData(),
  basisData: alamatDari('DATABASE_URL', alamatBasisDataSah, ALAMAT_BASIS_DATA),
  eventStore: alamatDari('EVENT_STORE_URL', alamatEventStoreSah, ALAMAT_EVENT_STORE),
});
