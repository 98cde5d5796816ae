import type { Rincian } from '../../src/planning/opd/kepegawaian.decider.js';
import type { Kalender } from '../../src/planning/pemda/pemda.decider.js';
import type { Acak } from './acak.js';
import type { Isi } from './kolam.js';
import {
  akta,
  alasan,
  dasarHukum,
  NIP,
  skala,
  tahun,
  tanggal,
  teks,
  teksAtauNull,
  triwulan,
} from './kolam.js';
import type { PerintahDari } from './perintah.js';

const sotk = (a: Acak): PerintahDari<'opd'>['p'] => {
  const versi = a.kadang([1, 1, 2], [3], 0.1);
  const unit = ['bidang-1', 'bidang-1', 'seksi-1'] as const;
  const jenis = a.bulat(10);
  if (jenis < 3)
    return {
      type: 'SusunSotk',
      mulai: tanggal(a),
      dasar: akta(a),
      tugasPokok: teks(a),
      fungsi: a.mungkin(0.02) ? Array.from({ length: 31 }, () => 'F') : a.beberapa(['F1', 'F2'], 2),
      sejarah: teksAtauNull(a),
      pendahulu: a.beberapa(['dikbud', 'dikbud', 'hantu', 'disnaker', 'a.b'], a.mungkin(0.2) ? 2 : 0),
      salinUnit: a.mungkin(0.5),
    };
  if (jenis < 7)
    return {
      type: 'TetapkanUnitSotk',
      versi,
      kode: a.kadang(unit, ['A B'], 0.03),
      nama: teks(a),
      induk: a.kadang([null, null, ...unit], ['x-1'], 0.05),
      tugasPokok: teksAtauNull(a),
      fungsi: a.beberapa(['F1'], 1),
    };
  if (jenis < 8) return { type: 'HapusUnitSotk', versi, kode: a.satu(unit), alasan: alasan(a) };
  return { type: 'TetapkanSotk', versi };
};

export const opd = (a: Acak): Isi<'opd'> => {
  const milik = a.kadang(['disnaker', 'disnaker', 'dikbud'], ['pemda', 'a.b', 'dpmptsp']);
  const pilihan = [
    () => ({ type: 'Daftarkan', nama: teks(a) }) as const,
    () => ({ type: 'UbahNama', nama: teks(a), alasan: alasan(a) }) as const,
    () => ({ type: 'TetapkanSkala', tahun: tahun(a), skala: skala(a) }) as const,
    () =>
      ({
        type: 'Bubarkan',
        tanggal: tanggal(a),
        pengganti: a.beberapa(['dikbud', 'dikbud', 'disnaker', 'hantu', 'a.b'], a.mungkin(0.3) ? 2 : 0),
        akta: akta(a),
        alasan: alasan(a),
      }) as const,
    () =>
      ({
        type: 'CatatKepegawaian',
        tanggal: tanggal(a),
        dimensi: a.satu(['eselon', 'golongan'] as const),
        rincian: a.kadang<Rincian, Rincian>(
          [[{ kelompok: 'IV', jumlah: 3 }], [{ kelompok: 'IV', jumlah: 4 }]],
          [
            [],
            [{ kelompok: 'IV', jumlah: -1 }],
            [{ kelompok: NIP, jumlah: 1 }],
            [
              { kelompok: 'A', jumlah: 1 },
              { kelompok: 'A ', jumlah: 2 },
            ],
          ],
          0.15,
        ),
      }) as const,
    () => dasarHukum(a),
  ] as const;
  return { dok: 'opd', opd: milik, p: a.mungkin(0.55) ? sotk(a) : a.satu(pilihan)() };
};

const KANTOR = [
  ['disnaker', 'kepala'],
  ['disnaker', 'bidang-1'],
  ['disnaker', 'bidang-1'],
  ['disnaker', 'seksi-1'],
  ['pemda', 'kepala-daerah'],
  ['dikbud', 'kepala'],
] as const;
export const KUNCI_KANTOR = KANTOR.map(([o, j]) => `61.71.${o}.${j}`);

export const jabatan = (a: Acak): Isi<'jabatan'> => {
  const [milik, nama] = a.satu(KANTOR);
  const subjek = a.kadang(['o-kadis', 'o-wali', 'o-kabid', 'o-baru'], [NIP, NIP.slice(4), ' '], 0.02);
  const status = a.satu(['definitif', 'definitif', 'Plt.', 'Plh.', 'Pj.'] as const);
  const mulai = tanggal(a);
  const pilihan = [
    () =>
      ({
        type: 'Bentuk',
        sebutan: teks(a),
        atasan: a.kadang([null, ...KUNCI_KANTOR], ['61.71.disnaker.hantu'], 0.04),
        ...(a.mungkin(0.3) && { jenis: a.satu(['kepala', 'administrator'] as const) }),
        ...(a.mungkin(0.2) && { unit: a.satu(['bidang-1', 'x-1']) }),
        ...(a.mungkin(0.3) && { eselon: a.kadang(['II.b', 'III.a'], ['2b'], 0.1) }),
      }) as const,
    () => ({ type: 'Tutup', tanggal: tanggal(a), alasan: alasan(a) }) as const,
    () =>
      ({
        type: 'TetapkanPejabat',
        subjek,
        status,
        mulai,
        selesai: a.mungkin(0.4) ? null : tanggal(a),
        keputusan: teksAtauNull(a),
      }) as const,
    () => ({ type: 'BerhentikanPejabat', subjek, status, mulai, selesai: tanggal(a) }) as const,
  ] as const;
  return { dok: 'jabatan', opd: milik, jabatan: nama, p: a.satu(pilihan)() };
};

const DOKUMEN = ['renstra', 'rkt', 'iku', 'pk', 'rencana-aksi', 'anggaran', 'program'] as const;
export const periode = (a: Acak): Isi<'periode'> => {
  const milik = a.kadang([null, 'disnaker', 'disnaker', 'pemda'], ['hantu'], 0.05);
  return {
    dok: 'periode',
    tahun: a.kadang([2023, 2023, 2022], [1999], 0.02),
    p: a.mungkin(0.4)
      ? {
          type: a.satu(['Buka', 'Tutup'] as const),
          dokumen: 'pengukuran',
          triwulan: triwulan(a),
          opd: milik,
          alasan: teksAtauNull(a),
        }
      : {
          type: a.satu(['BukaDokumen', 'BukaDokumen', 'TutupDokumen'] as const),
          dokumen: a.satu(DOKUMEN),
          opd: milik,
          alasan: teksAtauNull(a),
        },
  };
};

export const pemda = (a: Acak): Isi<'pemda'> => {
  const libur = a.kadang<Kalender['libur'], Kalender['libur']>(
    [[], [{ tanggal: '2023-01-01', uraian: 'x' }]],
    [[{ tanggal: '2023-02-30', uraian: 'x' }], [{ tanggal: '2022-01-01', uraian: 'x' }]],
    0.1,
  );
  const pilihan = [
    () => ({ type: 'Daftarkan', nama: teks(a), zona: a.satu(['WIB', 'WIB', 'WITA'] as const) }) as const,
    () => ({ type: 'UbahNama', nama: teks(a), alasan: alasan(a) }) as const,
    () => ({ type: 'TetapkanSkala', skala: skala(a) }) as const,
    () =>
      ({
        type: 'TetapkanKalender',
        kalender: {
          tahun: a.kadang([2023], [1999], 0.03),
          hariKerja: a.kadang<number[], number[]>([[1, 2], [2, 1], [1]], [[], [8], [1, 1]], 0.1),
          jamMulai: a.kadang(['07:30', '08:00'], ['24:00', '17:00'], 0.05),
          jamSelesai: '16:00',
          libur,
        },
      }) as const,
    () => dasarHukum(a),
  ] as const;
  return { dok: 'pemda', p: a.satu(pilihan)() };
};
