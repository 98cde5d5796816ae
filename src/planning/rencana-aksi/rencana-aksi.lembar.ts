import { triwulanSah } from '../../kernel/kunci.js';
import type { Isian, Kolom } from '../../kernel/lembar-kerja.js';
import type { RencanaAksi } from './rencana-aksi.decider.js';

/** The rencana aksi as a sheet: one row for each indicator and quarter. */
export const KOLOM_RENCANA_AKSI = [
  { kunci: 'indikator', judul: 'Kode indikator', jenis: 'kode', wajib: true, pengenal: true },
  { kunci: 'nama', judul: 'Nama indikator', jenis: 'teks', keterangan: true, lebar: 50 },
  {
    kunci: 'triwulan',
    judul: 'Triwulan',
    jenis: 'bulat',
    wajib: true,
    pengenal: true,
    pilihan: ['1', '2', '3', '4'],
    lebar: 10,
  },
  {
    kunci: 'target',
    judul: 'Target',
    jenis: 'nilai',
    wajib: true,
    petunjuk: 'Sampai dengan triwulan itu, kecuali indikator yang dijumlahkan.',
  },
  { kunci: 'aksi', judul: 'Aksi', jenis: 'teks', lebar: 60, petunjuk: 'Kegiatan untuk mencapai target itu.' },
  { kunci: 'penanggungJawab', judul: 'Penanggung jawab', jenis: 'teks', lebar: 30 },
] as const satisfies readonly Kolom[];

export const CONTOH_RENCANA_AKSI: Isian = {
  indikator: 'IKU-1',
  nama: 'Persentase pencari kerja yang ditempatkan',
  triwulan: '1',
  target: '22.50',
  aksi: 'Bursa kerja di dua kecamatan',
  penanggungJawab: 'Bidang Penempatan Tenaga Kerja',
};

export const permintaanRencanaAksi = ({ indikator, triwulan, target, aksi, penanggungJawab }: Isian) =>
  ({
    type: 'CatatTarget',
    indikator: indikator ?? '',
    triwulan: triwulanSah(Number(triwulan)),
    target: target ?? '',
    aksi: aksi ?? null,
    penanggungJawab: penanggungJawab ?? null,
  }) as const;

/** What stands, and an empty row for each quarter of these indicators that has none. */
export const barisRencanaAksi = (
  r: RencanaAksi,
  indikator: readonly { readonly kode: string; readonly nama: string }[],
): Isian[] =>
  indikator.flatMap(({ kode, nama }) =>
    ([1, 2, 3, 4] as const).map((triwulan) => {
      const { target = null, aksi = null, penanggungJawab = null } = r.target.get(kode)?.get(triwulan) ?? {};
      return { indikator: kode, nama, triwulan: `${triwulan}`, target, aksi, penanggungJawab };
    }),
  );
