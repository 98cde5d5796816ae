import type { Akta } from '../../kernel/akta.js';

/** A version as its Keputusan names it; the codes come from a file. In force from the day of the Keputusan. */
export type VersiNomenklatur = { readonly versi: string; readonly nama: string; readonly dasar: Akta };

const keputusan = (nomor: string, tanggal: string): VersiNomenklatur => ({
  versi: tanggal.slice(0, 4),
  nama: `Kepmendagri ${nomor}`,
  dasar: { jenis: 'Keputusan Menteri Dalam Negeri', nomor, tanggal, pejabat: 'Menteri Dalam Negeri' },
});

/** Every version up to 2026, oldest first. */
export const VERSI_NOMENKLATUR: readonly VersiNomenklatur[] = [
  {
    versi: '2019',
    nama: 'Permendagri 90/2019',
    dasar: {
      jenis: 'Peraturan Menteri Dalam Negeri',
      nomor: '90 Tahun 2019',
      tanggal: '2019-10-18',
      pejabat: 'Menteri Dalam Negeri',
    },
  },
  keputusan('050-3708 Tahun 2020', '2020-10-05'),
  keputusan('050-5889 Tahun 2021', '2021-12-27'),
  keputusan('900.1.15.5-1317 Tahun 2023', '2023-06-23'),
  keputusan('900.1.15.5-3406 Tahun 2024', '2024-08-27'),
  keputusan('900.1-2850 Tahun 2025', '2025-07-31'),
  keputusan('900.1-861 Tahun 2026', '2026-05-07'),
];
