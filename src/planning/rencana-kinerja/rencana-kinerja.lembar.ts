import type { Isian, Kolom } from '../../kernel/lembar-kerja.js';
import type { Jenis, RencanaKinerja } from './rencana-kinerja.decider.js';
import type { PutusanUsulan, SumberUsulan } from './usulan.decider.js';

const JENIS = ['murni', 'perubahan'] as const satisfies readonly Jenis[];
const SUMBER = ['tindak-lanjut', 'rencana-aksi', 'saran', 'lain'] as const satisfies readonly SumberUsulan[];
const PUTUSAN = ['diterima', 'ditolak', 'ditunda'] as const satisfies readonly PutusanUsulan['putusan'][];

/** The RKT of a year as a sheet: its targets outside the PK. */
export const KOLOM_RKT = [
  { kunci: 'jenis', judul: 'Jenis', jenis: 'teks', wajib: true, pengenal: true, pilihan: JENIS },
  { kunci: 'indikator', judul: 'Kode indikator', jenis: 'kode', wajib: true, pengenal: true, lebar: 26 },
  { kunci: 'nama', judul: 'Nama indikator', jenis: 'teks', keterangan: true, lebar: 60 },
  { kunci: 'target', judul: 'Target', jenis: 'nilai', wajib: true },
] as const satisfies readonly Kolom[];
/** What earlier years left to be done, and what the RKT made of it. */
export const KOLOM_USULAN = [
  { kunci: 'kode', judul: 'Kode usulan', jenis: 'kode', wajib: true, lebar: 26 },
  { kunci: 'uraian', judul: 'Uraian', jenis: 'teks', wajib: true, lebar: 60 },
  { kunci: 'tahunAsal', judul: 'Tahun asal', jenis: 'bulat', wajib: true, lebar: 10 },
  { kunci: 'sumber', judul: 'Sumber', jenis: 'teks', wajib: true, pilihan: SUMBER },
  { kunci: 'indikator', judul: 'Kode indikator', jenis: 'kode' },
  { kunci: 'putusan', judul: 'Putusan', jenis: 'teks', pilihan: PUTUSAN },
  { kunci: 'alasan', judul: 'Alasan putusan', jenis: 'teks', lebar: 40 },
] as const satisfies readonly Kolom[];

export const CONTOH_RKT = {
  target: { jenis: 'murni', indikator: 'IK-2.07.03-1', nama: 'Persentase lulusan pelatihan', target: '90' },
  usulan: {
    kode: 'TL-2022-IKU-1',
    uraian: 'Menambah mitra perusahaan',
    tahunAsal: '2022',
    sumber: 'tindak-lanjut',
    indikator: 'IKU-1',
    putusan: 'diterima',
  },
} as const satisfies Record<string, Isian>;

const jenisDari = (isi: string | null | undefined): Jenis => JENIS.find((j) => j === isi) ?? 'murni';

export const permintaanTargetRkt = ({ jenis, indikator, target }: Isian) =>
  ({
    type: 'CatatTarget',
    jenis: jenisDari(jenis),
    indikator: indikator ?? '',
    target: target ?? '',
  }) as const;

export const permintaanUsulan = ({ kode, uraian, tahunAsal, sumber, indikator }: Isian) =>
  ({
    type: 'CatatUsulan',
    kode: kode ?? '',
    uraian: uraian ?? '',
    tahunAsal: Number(tahunAsal),
    sumber: SUMBER.find((s) => s === sumber) ?? 'lain',
    indikator: indikator ?? null,
  }) as const;

/** Null where the row decides nothing. */
export const permintaanPutusan = ({ kode, putusan, alasan }: Isian) => {
  const diputuskan = PUTUSAN.find((p) => p === putusan);
  return diputuskan === undefined
    ? null
    : ({ type: 'PutuskanUsulan', kode: kode ?? '', putusan: diputuskan, alasan: alasan ?? null } as const);
};

export const barisRkt = (
  r: RencanaKinerja,
  nama: (indikator: string) => string,
): { target: Isian[]; usulan: Isian[] } => ({
  target: JENIS.flatMap((jenis) =>
    [...r[jenis].target].map(([indikator, target]) => ({ jenis, indikator, nama: nama(indikator), target })),
  ),
  usulan: [...r.usulan].map(([kode, { uraian, tahunAsal, sumber, indikator, putusan }]) => ({
    kode,
    uraian,
    tahunAsal: `${tahunAsal}`,
    sumber,
    indikator,
    putusan: putusan?.putusan ?? null,
    alasan: putusan?.alasan ?? null,
  })),
});
