import type { Akta } from '../../src/kernel/akta.js';
import type { Rincian } from '../../src/planning/opd/kepegawaian.decider.js';
import type { Kalender } from '../../src/planning/pemda/pemda.decider.js';
import type { TingkatProgram } from '../../src/planning/program/program.decider.js';
import type { Strategi } from '../../src/planning/renstra/naskah-renstra.decider.js';
import type { Polaritas, Skala } from '../../src/reporting/capaian.js';
import type { Acak } from './acak.js';
import { type NamaDokumen, ORANG, type Orang, type Perintah, type PerintahDari } from './perintah.js';

const NIP = 'NIP 197001011995031001';
const ISI = ['Satu', 'Dua', 'Tiga'] as const;
const BURUK = [' ', NIP, 'a\0b', 'x'.repeat(4_001)] as const;
const TANGGAL = ['2022-01-01', '2023-01-01', '2023-03-10', '2024-01-01', '2025-01-01'] as const;
const TAHUN = [2022, 2023, 2024] as const;
const OPD = ['disnaker', 'disnaker', 'disnaker', 'dikbud', 'pemda'] as const;
const KODE_PROGRAM = ['2.07.03', '2.07.04', '2.07.03.2.01', '2.07.03.2.01.0001', 'X.01'] as const;
const SEBAB = ['pergantian-pejabat', 'perubahan-apbd', 'perubahan-strategi', 'perubahan-prioritas'] as const;
const INDIKATOR = ['IKU-1', 'IKU-1', 'IKU-2', 'IKU-3', 'IKU-4', 'I-P'] as const;
const ORANG_ORANG = Object.keys(ORANG) as Orang[];

const teks = (a: Acak): string => a.kadang(ISI, BURUK, 0.03);
const teksAtauNull = (a: Acak): string | null => (a.mungkin(0.4) ? null : a.kadang(ISI, [NIP], 0.03));
const alasan = (a: Acak): string => a.kadang(['Sebab', 'Sebab', 'Alasan lain'], [' ', NIP], 0.05);
const tanggal = (a: Acak): string => a.kadang(TANGGAL, ['2023-02-30'], 0.03);
const tahun = (a: Acak): number => a.kadang(TAHUN, [1999, 2027, 2101], 0.03);
const tahunRencana = (a: Acak): number => a.kadang([2023, 2023, 2023, 2022, 2024], [1999, 2027], 0.03);
const kode = (a: Acak, pilihan: readonly string[]): string => a.kadang(pilihan, ['dua kata', 'ZZ-9'], 0.04);
const indikator = (a: Acak): string => kode(a, INDIKATOR);
const sasaran = (a: Acak): string => a.kadang(['S1', 'S1', 'S2'], ['S9'], 0.03);
const tujuan = (a: Acak): string => a.kadang(['T1', 'T1', 'T2'], ['T9'], 0.03);
const triwulan = (a: Acak): 1 | 2 | 3 | 4 => a.kadang([1, 2, 4], [5 as 4], 0.03);
const nilai = (a: Acak): string => a.kadang(['10', '10.0', '20', '20'], ['1..2', 'B', 'banyak', '2..1', '']);
const akta = (a: Acak): Akta => ({
  jenis: 'Keputusan',
  nomor: a.kadang(['1', '1', '2'], [' '], 0.02),
  tanggal: a.kadang(['2023-01-02'], ['2023-02-30'], 0.05),
  pejabat: 'Wali Kota',
});
const aktaAtauTidak = (a: Acak): { akta?: Akta } => (a.mungkin(0.3) ? { akta: akta(a) } : {});
const keputusan = (a: Acak): string | null => (a.mungkin(0.5) ? null : '1/2023');
/** Codes by the indicator that each of them mostly is. */
const nilaiUntuk = (a: Acak, i: string): string =>
  a.mungkin(0.1)
    ? nilai(a)
    : i === 'IKU-2'
      ? a.satu(['B', 'A'])
      : i === 'IKU-3'
        ? a.satu(['1..2', '1.0..2', '2..3'])
        : a.satu(['10', '10.0', '20', '30']);

const kelas = (...isi: [string, string | null][]): Skala => ({
  kode: 's',
  nama: 'Skala',
  kelas: isi.map(([predikat, batasBawah]) => ({ predikat, batasBawah, termasukBatas: true })),
});
const skala = (a: Acak): Skala =>
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

const dasarHukum = (a: Acak) => {
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

type Isi<D extends NamaDokumen> = Omit<PerintahDari<D>, 'sah' | 'oleh' | 'kini'>;
type Penarik = { [D in NamaDokumen]: (a: Acak) => Isi<D> };

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

const opd = (a: Acak): Isi<'opd'> => {
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
const KUNCI_KANTOR = KANTOR.map(([o, j]) => `61.71.${o}.${j}`);

const jabatan = (a: Acak): Isi<'jabatan'> => {
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
const periode = (a: Acak): Isi<'periode'> => {
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

const pemda = (a: Acak): Isi<'pemda'> => {
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

const definisi = (a: Acak): PerintahDari<'renstra'>['p'] => {
  const k = indikator(a);
  const wajar: Polaritas = k === 'IKU-2' ? 'predikat' : k === 'IKU-3' ? 'rentang' : 'naik';
  const polaritas = a.kadang([wajar], ['turun-linear', 'rentang', 'predikat'] as const, 0.1);
  const urutan = a.kadang<string[], string[] | null>([['C', 'B', 'A']], [null, ['B', 'B'], ['B']], 0.05);
  return {
    type: 'TetapkanIndikator',
    kode: k,
    nama: a.kadang(['Nama', 'Nama', 'Nama', 'Nama lain'], [' '], 0.02),
    satuan: a.kadang(['%', '%', 'orang'], [' '], 0.02),
    level: a.kadang([k === 'I-P' ? 'program' : 'sasaran'], ['tujuan', 'program'] as const, 0.1),
    iku: a.satu([null, null, true]),
    polaritas,
    agregasi: a.satu([null, null, null, 'jumlah'] as const),
    desimal: a.kadang([null, null, 2, 0], [7, -1, 1.5], 0.03),
    urutanPredikat: polaritas === 'predikat' ? urutan : a.mungkin(0.02) ? ['A', 'B'] : null,
    definisi: a.mungkin(0.7) ? null : teksAtauNull(a),
    pembilang: a.mungkin(0.6) ? null : 'bekerja',
    penyebut: a.mungkin(0.6) ? null : 'semua',
    sumberData: a.mungkin(0.7) ? null : teksAtauNull(a),
    penanggungJawab: a.satu([null, null, 'bidang-1']),
    kondisiAwal: a.kadang(
      [null, null, null],
      [
        { tahun: 2021, nilai: '5' },
        { tahun: 1999, nilai: null },
        { tahun: null, nilai: 'B' },
      ],
      0.06,
    ),
  };
};

const unsur = (
  a: Acak,
): { unsur: Extract<PerintahDari<'renstra'>['p'], { type: 'Hapus' }>['unsur']; kode: string } =>
  a.satu([
    () => ({ unsur: 'misi', kode: a.satu(['1', '2']) }) as const,
    () => ({ unsur: 'tujuan', kode: tujuan(a) }) as const,
    () => ({ unsur: 'sasaran', kode: sasaran(a) }) as const,
    () => ({ unsur: 'indikator', kode: indikator(a) }) as const,
    () => ({ unsur: 'program-prioritas', kode: a.satu(['PP-1', 'PP-2']) }) as const,
    () => ({ unsur: 'isu-strategis', kode: a.satu(['ISU-1', 'ISU-2']) }) as const,
    () => ({ unsur: 'permasalahan', kode: a.satu(['P-1', 'P-2']) }) as const,
  ] as const)();

const ujung = (a: Acak): { tingkat: 'tujuan' | 'sasaran'; kode: string } =>
  a.mungkin(0.6) ? { tingkat: 'sasaran', kode: sasaran(a) } : { tingkat: 'tujuan', kode: tujuan(a) };

/** The other OPD mostly, under a code that is mostly free there. */
const pindah = (a: Acak, milik: string): PerintahDari<'renstra'>['p'] => {
  const lain = milik === 'disnaker' ? 'dikbud' : 'disnaker';
  const opd = a.kadang([lain], ['disnaker', 'pemda', 'hantu'], 0.08);
  const mulai = a.kadang([2022], [2024, 1999], 0.04);
  const sejak = a.kadang([2023, 2024, 2024], [2022, 2027, 2028, 1999], 0.1);
  const kodeBaru = a.kadang(['IKU-3', 'IKU-4', 'IKU-5'], ['dua kata', 'IKU-1'], 0.06);
  if (a.mungkin(0.5))
    return {
      type: 'Alihkan',
      indikator: indikator(a),
      ke: { opd, mulai, kode: kodeBaru },
      sejak,
      alasan: alasan(a),
    };
  return {
    type: 'Terima',
    indikator: kodeBaru,
    dari: { opd, mulai, kode: indikator(a) },
    sejak,
    induk: a.mungkin(0.4) ? null : ujung(a),
    penanggungJawab: a.kadang([null, 'bidang-1'], [' ', NIP], 0.04),
    alasan: alasan(a),
  };
};

const renstra = (a: Acak): Isi<'renstra'> => {
  const milik = a.satu(OPD);
  const pilihan = [
    () =>
      ({
        type: 'Susun',
        selesai: a.kadang([2026, 2026, 2024, 2025], [2021, 2030, 2022, 1999]),
        visi: teksAtauNull(a),
        misi: teksAtauNull(a),
        ...(a.mungkin(0.4) && {
          jenis:
            milik === 'pemda'
              ? a.satu(['rpjmd', 'rpd', null] as const)
              : a.kadang(['renstra', null] as const, ['rpjmd']),
        }),
        ...(a.mungkin(0.3) && {
          alasanTanpaVisi: a.kadang([null, 'Masa peralihan', 'Lain'], [' ', NIP], 0.1),
        }),
      }) as const,
    () => ({ type: 'TambahMisi', nomor: a.kadang([1, 2], [0, 100, 1.5], 0.04), uraian: teks(a) }) as const,
    () => {
      const misi = a.kadang([null, [], [1], [1, 1], [2, 1]], [[9]], 0.04);
      return {
        type: 'TambahTujuan',
        kode: kode(a, ['T1', 'T2']),
        uraian: teks(a),
        ...(a.mungkin(0.4) && { misi }),
      } as const;
    },
    () =>
      ({
        type: 'TambahSasaran',
        tujuan: tujuan(a),
        kode: kode(a, ['S1', 'S2']),
        uraian: teks(a),
        strategi: a.satu<Strategi[]>([
          [],
          [],
          [{ uraian: 'St', arahKebijakan: ['Arah'] }],
          [{ uraian: 'Lain', arahKebijakan: [] }],
        ]),
      }) as const,
    () => definisi(a),
    () => definisi(a),
    () => ({ type: 'HubungkanIndikator', indikator: indikator(a), ...ujung(a) }) as const,
    () => {
      const i = indikator(a);
      const t = a.mungkin(0.15) ? null : a.kadang([2022, 2023, 2024, 2025, 2026], [2021, 2027, 1999], 0.06);
      return { type: 'TetapkanTarget', indikator: i, tahun: t, target: nilaiUntuk(a, i) } as const;
    },
    () => {
      const i = indikator(a);
      return {
        type: 'CatatRealisasiLampau',
        indikator: i,
        tahun: a.kadang([2020, 2021], [1999], 0.03),
        realisasi: i === 'IKU-3' ? a.satu(['1.5', '2']) : nilaiUntuk(a, i),
      } as const;
    },
    () =>
      ({
        type: 'TetapkanPrioritas',
        kode: kode(a, ['PP-1', 'PP-2']),
        nama: teks(a),
        sasaran: a.mungkin(0.5) ? [] : [sasaran(a), sasaran(a)],
        opd: a.beberapa(['disnaker', 'disnaker', 'dikbud', 'hantu', 'a.b'], a.mungkin(0.4) ? 1 : 0),
      }) as const,
    () =>
      ({
        type: 'Selaraskan',
        ...ujung(a),
        melayani: { mulai: a.kadang([2022], [2023, 1999], 0.05), ...ujung(a) },
      }) as const,
    () => ({ type: 'LepasKeselarasan', ...ujung(a), alasan: alasan(a) }) as const,
    () =>
      ({
        type: 'CatatIsu',
        kode: kode(a, ['ISU-1', 'ISU-2']),
        uraian: teks(a),
        sasaran: a.mungkin(0.5) ? [] : [sasaran(a)],
      }) as const,
    () =>
      ({
        type: 'CatatPermasalahan',
        kode: kode(a, ['P-1', 'P-2']),
        uraian: teks(a),
        isu: a.kadang([null, 'ISU-1', 'ISU-2'], ['ISU-9'], 0.04),
        sasaran: a.mungkin(0.6) ? [] : [sasaran(a)],
        solusi: teksAtauNull(a),
      }) as const,
    () => ({ type: 'Hapus', ...unsur(a), alasan: alasan(a) }) as const,
    () => ({ type: 'LepasIndikator', indikator: indikator(a), ...ujung(a), alasan: alasan(a) }) as const,
    () => ({ type: 'Tetapkan', keputusan: keputusan(a), ...aktaAtauTidak(a) }) as const,
    () =>
      ({
        type: 'MulaiPerubahan',
        mulaiBerlaku: a.kadang([2023, 2024, 2024, 2025], [2022, 2030, 1999], 0.1),
        alasan: alasan(a),
      }) as const,
    () => ({ type: 'BatalkanPerubahan', alasan: alasan(a) }) as const,
    () => pindah(a, milik),
    () => pindah(a, milik),
  ] as const;
  return { dok: 'renstra', opd: milik, mulai: a.kadang([2022], [2024, 1999], 0.06), p: a.satu(pilihan)() };
};

const program = (a: Acak): Isi<'program'> => {
  const k = a.kadang(KODE_PROGRAM, ['dua kata', '9.99'], 0.04);
  const wajar: TingkatProgram =
    k.split('.').length >= 6 ? 'sub-kegiatan' : k.split('.').length === 5 ? 'kegiatan' : 'program';
  const induk = wajar === 'program' ? null : wajar === 'kegiatan' ? '2.07.03' : '2.07.03.2.01';
  const pilihan = [
    () =>
      ({
        type: 'Tambah',
        kode: k,
        nama: teks(a),
        tingkat: a.kadang([wajar], ['program', 'kegiatan'] as const, 0.06),
        induk: a.kadang([induk], [null, '2.07.04', '9.99'], 0.06),
      }) as const,
    () => ({ type: 'DukungSasaran', program: k, sasaran: sasaran(a) }) as const,
    () => ({ type: 'HubungkanIndikator', kode: k, indikator: indikator(a) }) as const,
  ] as const;
  return { dok: 'program', opd: a.satu(OPD), tahun: tahunRencana(a), p: a.satu(pilihan)() };
};

const nomenklatur = (a: Acak): Isi<'nomenklatur'> => {
  const pilihan = [
    () =>
      ({
        type: 'Susun',
        nama: teks(a),
        dasar: akta(a),
        mulaiBerlaku: a.kadang(['2023-01-01', '2022-01-01', '2023-06-01'], ['2023-02-30'], 0.03),
      }) as const,
    () =>
      ({
        type: 'CatatKode',
        kode: a.kadang(
          ['2', '2', '2.07', '2.07.03', '2.07.03.2.01'],
          ['2.07.03.2.01.0001', '2.07.03.2.01.01', '5.1.02'],
          0.2,
        ),
        nama: teks(a),
        satuan: a.satu([null, null, 'orang', 'paket']),
      }) as const,
    () => ({ type: 'Tetapkan' }) as const,
  ] as const;
  return {
    dok: 'nomenklatur',
    versi: a.kadang(['2023', '2023', '2021'], ['v1', '1999'], 0.03),
    p: a.satu(pilihan)(),
  };
};

const rkt = (a: Acak): Isi<'rkt'> => {
  const jenis = a.satu(['murni', 'murni', 'perubahan'] as const);
  const i = indikator(a);
  const kodeUsulan = a.kadang(['U-1', 'U-2', 'RA-2022-IKU-1-tw1'], ['dua kata', 'x'.repeat(61)], 0.05);
  const pilihan = [
    () => ({ type: 'CatatTarget', jenis, indikator: i, target: nilaiUntuk(a, i) }) as const,
    () => ({ type: 'Usulkan', jenis }) as const,
    () => ({ type: 'Tetapkan', jenis, keputusan: keputusan(a), ...aktaAtauTidak(a) }) as const,
    () =>
      ({
        type: 'CatatUsulan',
        kode: kodeUsulan,
        uraian: teks(a),
        tahunAsal: a.kadang([2022, 2023], [1999], 0.03),
        sumber: a.satu(['saran', 'saran', 'lain'] as const),
        indikator: a.mungkin(0.5) ? null : i,
      }) as const,
    () =>
      ({
        type: 'PutuskanUsulan',
        kode: kodeUsulan,
        putusan: a.satu(['diterima', 'ditolak', 'ditunda'] as const),
        alasan: a.kadang([null, 'Sebab', 'Lain'], [' ', NIP], 0.05),
      }) as const,
  ] as const;
  return { dok: 'rkt', opd: a.satu(OPD), tahun: tahunRencana(a), p: a.satu(pilihan)() };
};

const aksi = (a: Acak): Isi<'aksi'> => {
  const i = indikator(a);
  const catat = () =>
    ({
      type: 'CatatTarget',
      indikator: i,
      triwulan: triwulan(a),
      target: nilaiUntuk(a, i),
      aksi: a.kadang([null, 'Latih', 'Bursa'], [NIP, ' '], 0.04),
      ...(a.mungkin(0.3) && { penanggungJawab: a.satu([null, 'Bidang 1']) }),
    }) as const;
  const pilihan = [
    catat,
    catat,
    () => ({ type: 'Tetapkan', keputusan: keputusan(a), ...aktaAtauTidak(a) }) as const,
    () =>
      ({
        type: 'MulaiPerubahan',
        sebab: a.satu(['perubahan-apbd', 'perubahan-apbd', 'lain'] as const),
        alasan: a.kadang(['Sebab', 'Sebab', 'Lain', null], [' '], 0.03),
        versi: null,
      }) as const,
    () =>
      ({
        type: 'TandaiAksi',
        indikator: i,
        triwulan: triwulan(a),
        keadaan: a.satu(['selesai', 'dibatalkan'] as const),
        catatan: a.kadang([null, 'Catatan'], [' ', NIP], 0.05),
      }) as const,
  ] as const;
  return { dok: 'aksi', opd: a.satu(OPD), tahun: tahunRencana(a), p: a.satu(pilihan)() };
};

const iku = (a: Acak): Isi<'iku'> => {
  const pilihan = [
    () =>
      ({
        type: 'Susun',
        versi: null,
        mulaiBerlaku: a.kadang(TAHUN, [1999, 2030], 0.05),
        alasan: a.kadang(['Sebab', 'Sebab', null], [' '], 0.05),
      }) as const,
    () =>
      ({
        type: 'Pilih',
        versi: null,
        indikator: a.kadang(['IKU-1', 'IKU-1', 'IKU-2', 'IKU-3'], ['I-P', 'ZZ-9']),
        alasan: a.kadang(['Sebab', 'Lain', null], [' '], 0.03),
        formula: teksAtauNull(a),
        sumberData: a.satu([null, null, 'BPS']),
        penanggungJawab: null,
      }) as const,
    () =>
      ({
        type: 'Keluarkan',
        versi: null,
        indikator: a.satu(['IKU-1', 'IKU-2', 'ZZ-9']),
        alasan: alasan(a),
      }) as const,
    () => ({ type: 'Tetapkan', versi: null, akta: akta(a) }) as const,
  ] as const;
  return { dok: 'iku', opd: a.satu(OPD), p: a.satu(pilihan)() };
};

const anggaran = (a: Acak): Isi<'anggaran'> => {
  const baris = {
    kode: a.kadang(
      ['2.07.03', '2.07.03', '2.07.04', '2.07.03.2.01.0001', '5.1.02', '2.07.03.2.01.0001/5.1.02', 'X.01'],
      ['9.99', '2.07.03/5.1', '4.1', 'dua kata'],
      0.05,
    ),
    nama: a.satu([null, null, 'Nama', 'Nama lain']),
    sumberDana: a.satu([null, null, 'APBD']),
    pagu: a.kadang(['100', '100', '200', '0300'], ['-1', '1.5'], 0.03),
  };
  const nomor = a.kadang([1, 1, 2, 3], [0, 100, 1.5], 0.04);
  const jenis = a.satu(['murni', 'murni', 'perubahan'] as const);
  const pilihan = [
    () => ({ type: 'TetapkanPagu', jenis, ...baris }) as const,
    () => ({ type: 'GeserPagu', nomor, setelahPerubahan: null, ...baris }) as const,
    () => {
      const tahap = a.satu(['murni', 'murni', 'pergeseran', 'perubahan'] as const);
      return {
        type: 'TetapkanDokumen',
        jenis: tahap,
        nomor: tahap === 'pergeseran' ? nomor : a.kadang([0], [1], 0.03),
        setelahPerubahan: null,
        akta: akta(a),
      } as const;
    },
  ] as const;
  return { dok: 'anggaran', opd: a.satu(OPD), tahun: tahunRencana(a), p: a.satu(pilihan)() };
};

const targetPk = (a: Acak) => {
  const i = a.kadang(['IKU-1', 'IKU-1', 'IKU-2', 'IKU-3'], ['ZZ-9', 'LR-1'], 0.05);
  const luar = a.mungkin(0.1);
  return {
    indikator: luar ? a.kadang(['LR-1', 'LR-1'], ['IKU-1'], 0.1) : i,
    target: luar ? a.kadang(['10', '20'], ['banyak'], 0.05) : nilaiUntuk(a, i),
    ...(a.mungkin(0.15) && {
      melayani: {
        jabatan: a.satu([null, '61.71.disnaker.kepala', '61.71.pemda.kepala-daerah']),
        indikator: a.satu(['IKU-1', 'IKU-2']),
      },
    }),
    ...(luar && {
      luarRenstra: {
        sasaran: a.kadang(['Sasaran', 'Lain'], [' '], 0.05),
        alasan: a.kadang(['Sebab'], [' '], 0.05),
        polaritas: a.kadang(['naik'], ['predikat'] as const, 0.1),
        urutanPredikat: null,
        nama: a.kadang(['Luar'], [' '], 0.03),
        satuan: '%',
      },
    }),
  };
};

const pk = (a: Acak): Isi<'pk'> => {
  const [milik, nama] = a.satu([
    ['disnaker', 'kepala'],
    ['disnaker', 'kepala'],
    ['disnaker', 'bidang-1'],
    ['disnaker', 'seksi-1'],
    ['pemda', 'kepala-daerah'],
  ] as const);
  const jenis = a.satu(['murni', 'perubahan'] as const);
  const sidik = a.kadang(['1', '1', '2', '2', '3'], ['0'], 0.04);
  const ajukan = () =>
    ({
      type: 'Ajukan',
      jenis,
      sebab: jenis === 'murni' ? null : a.kadang(SEBAB, [null]),
      tanggal: a.mungkin(0.4) ? null : tanggal(a),
      target: a.mungkin(0.02) ? [] : [targetPk(a), ...(a.mungkin(0.2) ? [targetPk(a)] : [])],
      anggaran: a.mungkin(0.6)
        ? []
        : [
            {
              program: a.kadang(['2.07.03'], ['9.99'], 0.05),
              pagu: a.kadang(['100', '0100', '200'], ['-1'], 0.05),
              keterangan: teksAtauNull(a),
            },
          ],
    }) as const;
  const pilihan = [
    ajukan,
    ajukan,
    () => ({ type: 'Tandatangani', sidik }) as const,
    () => ({ type: 'Tandatangani', sidik }) as const,
    () => ({ type: 'Tandatangani', sidik }) as const,
    () => ({ type: 'Kembalikan', catatan: alasan(a) }) as const,
    () => ({ type: 'Batalkan', alasan: alasan(a) }) as const,
    () => ({ type: 'CatatKebutuhan', sebab: a.satu(SEBAB), alasan: alasan(a) }) as const,
    () => ({ type: 'TutupKebutuhan', sebab: a.satu(SEBAB), alasan: alasan(a) }) as const,
  ] as const;
  const p = a.satu(pilihan)();
  const pihakSalah = p.type === 'Ajukan' && a.mungkin(0.02) ? ({ pihakSalah: true } as const) : {};
  return {
    dok: 'pk',
    opd: milik,
    jabatan: nama,
    tahun: a.kadang([2023], [2022, 1999], 0.05),
    ...pihakSalah,
    p,
  };
};

const pohon = (a: Acak): Isi<'pohon'> => {
  const h = (): string => a.satu(['H1', 'H1', 'H2', 'H3']);
  const ukuran = (): string => a.kadang(['IKU-1', 'IKU-1', 'I-P'], ['ZZ-9'], 0.05);
  const lain = {
    opd: a.kadang(['dikbud'], ['pemda', 'hantu', 'disnaker'], 0.15),
    simpulLain: a.kadang([null], ['H1', 'H9'], 0.25),
  };
  const milik = a.satu(['disnaker', 'disnaker', 'disnaker', 'dikbud', 'pemda'] as const);
  const pilihan = [
    () =>
      ({
        type: 'TetapkanSimpul',
        kode: a.kadang(['H1', 'H2', 'H3', 'H4'], ['', 'a b'], 0.03),
        tingkat: a.satu(['final', 'intermediate', 'immediate', 'output'] as const),
        uraian: teks(a),
        induk: a.mungkin(0.35) ? null : a.kadang(['H1', 'H2', 'H3'], ['H9'], 0.05),
        faktorKunci: teksAtauNull(a),
      }) as const,
    () => ({ type: 'HapusSimpul', kode: h(), alasan: alasan(a) }) as const,
    () => ({ type: 'HubungkanIndikator', simpul: h(), indikator: ukuran() }) as const,
    () => ({ type: 'LepasIndikator', simpul: h(), indikator: ukuran() }) as const,
    () =>
      ({
        type: 'TautkanUnsur',
        simpul: h(),
        unsur: a.mungkin(0.2)
          ? null
          : a.mungkin(0.5)
            ? ujung(a)
            : {
                tingkat: a.satu(['program', 'kegiatan'] as const),
                kode: a.satu(['2.07.03', '2.07.03.2.01']),
              },
      }) as const,
    () =>
      ({
        type: 'TetapkanPenanggungJawab',
        simpul: h(),
        jabatan: a.kadang([null, ...KUNCI_KANTOR], ['61.71.disnaker.hantu'], 0.05),
      }) as const,
    () => ({ type: 'CatatCrosscutting', simpul: h(), ...lain, uraian: teks(a) }) as const,
    () => ({ type: 'HapusCrosscutting', simpul: h(), ...lain }) as const,
  ] as const;
  const sama = () => ({ dok: 'pohon', opd: milik, mulai: a.kadang([2022], [1999], 0.02) }) as const;
  return { ...sama(), p: a.mungkin(0.4) ? pilihan[0]() : a.satu(pilihan)() };
};

const PENARIK: Penarik = {
  pemda,
  opd,
  jabatan,
  periode,
  nomenklatur,
  renstra,
  program,
  rkt,
  aksi,
  iku,
  anggaran,
  pk,
  pohon,
};
export const NAMA_DOKUMEN = Object.keys(PENARIK) as NamaDokumen[];

/** Who is likely to ask: a signature is asked by the right office more often than not. */
const orang = (a: Acak, c: { dok: NamaDokumen; jabatan?: string }): Orang => {
  if (c.dok !== 'pk') return a.mungkin(0.7) ? 'perencana' : 'kadis';
  const wajar = {
    kepala: ['kadis', 'wali'],
    'bidang-1': ['kabid', 'kadis'],
    'seksi-1': ['kasi', 'kabid'],
    'kepala-daerah': ['wali', 'wali'],
  };
  const pihak = wajar[c.jabatan as keyof typeof wajar] as [Orang, Orang];
  return a.kadang([...pihak, ...pihak, 'perencana'], ORANG_ORANG, 0.2);
};

/** What only paper says: the number of the version that it is, and on which side of the perubahan a pergeseran stands. */
const dariKertas = (a: Acak, c: Isi<NamaDokumen>): Isi<NamaDokumen> => {
  const versi = a.satu([null, 1, 2, 2, 3]);
  if (c.dok === 'anggaran' && c.p.type !== 'TetapkanPagu')
    return { ...c, p: { ...c.p, setelahPerubahan: a.satu([null, null, true, false]) } } as Isi<'anggaran'>;
  if (c.dok === 'iku') return { ...c, p: { ...c.p, versi } } as Isi<'iku'>;
  if (c.dok === 'aksi' && c.p.type === 'MulaiPerubahan') return { ...c, p: { ...c.p, versi } } as Isi<'aksi'>;
  if (c.dok === 'pk' && c.p.type === 'Ajukan' && versi !== null)
    return { ...c, versi: c.p.jenis === 'murni' ? 1 : versi } as Isi<'pk'>;
  return c;
};

export const tarik = (a: Acak, dok: NamaDokumen): Perintah => {
  const isi = PENARIK[dok](a) as Isi<NamaDokumen>;
  const hanyaDiSini = ['Usulkan', 'Alihkan', 'Terima'].includes(isi.p.type);
  const sah = !hanyaDiSini && a.mungkin(0.22) ? 'dicatat' : 'elektronik';
  const c = sah === 'dicatat' ? dariKertas(a, isi) : isi;
  return { ...c, sah, oleh: orang(a, c), kini: a.satu([0, 1]) } as Perintah;
};
