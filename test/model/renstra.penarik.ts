import type { Strategi } from '../../src/planning/renstra/naskah-renstra.decider.js';
import type { Polaritas } from '../../src/reporting/capaian.js';
import type { Acak } from './acak.js';
import type { Isi } from './kolam.js';
import {
  aktaAtauTidak,
  alasan,
  indikator,
  keputusan,
  kode,
  NIP,
  nilaiUntuk,
  OPD,
  sasaran,
  teks,
  teksAtauNull,
  tujuan,
} from './kolam.js';
import type { PerintahDari } from './perintah.js';

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

export const ujung = (a: Acak): { tingkat: 'tujuan' | 'sasaran'; kode: string } =>
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

export const renstra = (a: Acak): Isi<'renstra'> => {
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
    () => ({ type: 'Batalkan', alasan: alasan(a) }) as const,
    () => pindah(a, milik),
    () => pindah(a, milik),
  ] as const;
  return { dok: 'renstra', opd: milik, mulai: a.kadang([2022], [2024, 1999], 0.06), p: a.satu(pilihan)() };
};
