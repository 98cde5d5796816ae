import type { Akta } from '../../src/kernel/akta.js';
import type { Skala } from '../../src/reporting/capaian.js';
import type { Acak } from './acak.js';
import { type NamaDokumen, ORANG, type Orang, type PerintahDari } from './perintah.js';

export const NIP = 'NIP 197001011995031001';
export const ISI = ['Satu', 'Dua', 'Tiga'] as const;
export const BURUK = [' ', NIP, 'a\0b', 'x'.repeat(4_001)] as const;
export const TANGGAL = ['2022-01-01', '2023-01-01', '2023-03-10', '2024-01-01', '2025-01-01'] as const;
export const TAHUN = [2022, 2023, 2024] as const;
export const OPD = ['disnaker', 'disnaker', 'disnaker', 'dikbud', 'pemda'] as const;
export const KODE_PROGRAM = ['2.07.03', '2.07.04', '2.07.03.2.01', '2.07.03.2.01.0001', 'X.01'] as const;
export const SEBAB = [
  'pergantian-pejabat',
  'perubahan-apbd',
  'perubahan-strategi',
  'perubahan-prioritas',
] as const;
export const INDIKATOR = ['IKU-1', 'IKU-1', 'IKU-2', 'IKU-3', 'IKU-4', 'I-P'] as const;
export const ORANG_ORANG = Object.keys(ORANG) as Orang[];

export const teks = (a: Acak): string => a.kadang(ISI, BURUK, 0.03);
export const teksAtauNull = (a: Acak): string | null => (a.mungkin(0.4) ? null : a.kadang(ISI, [NIP], 0.03));
export const alasan = (a: Acak): string => a.kadang(['Sebab', 'Sebab', 'Alasan lain'], [' ', NIP], 0.05);
export const tanggal = (a: Acak): string => a.kadang(TANGGAL, ['2023-02-30'], 0.03);
export const tahun = (a: Acak): number => a.kadang(TAHUN, [1999, 2027, 2101], 0.03);
export const tahunRencana = (a: Acak): number => a.kadang([2023, 2023, 2023, 2022, 2024], [1999, 2027], 0.03);
export const kode = (a: Acak, pilihan: readonly string[]): string =>
  a.kadang(pilihan, ['dua kata', 'ZZ-9'], 0.04);
export const indikator = (a: Acak): string => kode(a, INDIKATOR);
export const sasaran = (a: Acak): string => a.kadang(['S1', 'S1', 'S2'], ['S9'], 0.03);
export const tujuan = (a: Acak): string => a.kadang(['T1', 'T1', 'T2'], ['T9'], 0.03);
export const triwulan = (a: Acak): 1 | 2 | 3 | 4 => a.kadang([1, 2, 4], [5 as 4], 0.03);
export const nilai = (a: Acak): string =>
  a.kadang(['10', '10.0', '20', '20'], ['1..2', 'B', 'banyak', '2..1', '']);
export const akta = (a: Acak): Akta => ({
  jenis: 'Keputusan',
  nomor: a.kadang(['1', '1', '2'], [' '], 0.02),
  tanggal: a.kadang(['2023-01-02'], ['2023-02-30'], 0.05),
  pejabat: 'Wali Kota',
});
export const aktaAtauTidak = (a: Acak): { akta?: Akta } => (a.mungkin(0.3) ? { akta: akta(a) } : {});
export const keputusan = (a: Acak): string | null => (a.mungkin(0.5) ? null : '1/2023');
/** Codes by the indicator that each of them mostly is. */
export const nilaiUntuk = (a: Acak, i: string): string =>
  a.mungkin(0.1)
    ? nilai(a)
    : i === 'IKU-2'
      ? a.satu(['B', 'A'])
      : i === 'IKU-3'
        ? a.satu(['1..2', '1.0..2', '2..3'])
        : a.satu(['10', '10.0', '20', '30']);

export const kelas = (...isi: [string, string | null][]): Skala => ({
  kode: 's',
  nama: 'Skala',
  kelas: isi.map(([predikat, batasBawah]) => ({ predikat, batasBawah, termasukBatas: true })),
});
export const skala = (a: Acak): Skala =>
  a.kadang(
    [kelas(['A', '85'], ['B', null]), kelas(['A', '90'], ['B', '50'], ['C', null])],
    [
      kelas(),
      kelas(['A', 'x'], ['B', null]),
      kelas(['A', '1'], ['A', null]),
      kelas(['A', '1'], ['B', '2'], ['C', null]),
      kelas(['A', '1'], ['B', '0']),
    ],
    0.25,
  );

export const dasarHukum = (a: Acak) => {
  const k = a.kadang(['uu-1', 'uu-1', 'uu-2'], ['dua kata'], 0.03);
  return a.mungkin(0.6)
    ? ({
        type: 'CatatDasarHukum',
        kode: k,
        jenis: 'UU',
        nomor: a.satu(['1', '1', '2']),
        tanggal: tanggal(a),
        tentang: teks(a),
        mulaiBerlaku: tanggal(a),
      } as const)
    : ({
        type: 'CabutDasarHukum',
        kode: k,
        tanggal: tanggal(a),
        pengganti: a.kadang([null, null, 'uu-2'], ['uu-9', 'uu-1'], 0.1),
        alasan: alasan(a),
      } as const);
};

/** What is asked, without who asks and how. */
export type Isi<D extends NamaDokumen> = Omit<PerintahDari<D>, 'sah' | 'oleh' | 'kini'>;
