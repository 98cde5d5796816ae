import { anggaran, paguBerlaku } from '../../planning/anggaran/anggaran.decider.js';
import { periode } from '../../planning/pemda/periode.decider.js';
import { definisiIndikator } from '../../planning/renstra/renstra.fakta.js';
import type { Triwulan } from '../capaian.js';
import { pembanding } from '../pembanding/pembanding.decider.js';
import { pengukuran } from '../pengukuran/pengukuran.decider.js';
import { realisasiAnggaran } from '../realisasi-anggaran/realisasi-anggaran.decider.js';
import {
  berdasarkan,
  type Konteks,
  kunciPengukuran,
  type Langkah,
  langkah,
  renstraTahunIni,
} from './impor.langkah.js';
import { triwulanRealisasi } from './impor.susunan.js';

export const TRIWULAN: readonly Triwulan[] = [1, 2, 3, 4];

const ALASAN = 'Mengambil alih dokumen yang sudah diputuskan di luar aplikasi';

/** Opens or closes quarters for the OPD of the file alone. */
const langkahPeriode = (k: Konteks, type: 'Buka' | 'Tutup', triwulan: readonly Triwulan[]): Langkah[] =>
  triwulan.map((t) =>
    langkah(periode, k.kunci.periode)('/pengukuran', () => ({
      type,
      dokumen: 'pengukuran',
      triwulan: t,
      opd: k.opd,
      alasan: ALASAN,
      terdaftar: true,
      ...k.sah,
    })),
  );

const langkahPengukuran = (k: Konteks, triwulan: Triwulan): Langkah[] => {
  const kunci = kunciPengukuran(k, triwulan);
  const baris = (k.paket.pengukuran ?? [])
    .map((r, i) => ({ ...r, jalur: `/pengukuran/${i}` }))
    .filter((r) => r.triwulan === triwulan);
  if (baris.length === 0) return [];
  const isian = baris.map((r) =>
    langkah(pengukuran, kunci)(
      r.jalur,
      (l) => {
        const [d, p] = [renstraTahunIni(k, l), l.keadaan(periode, k.kunci.periode)];
        return {
          type: 'CatatRealisasi',
          indikator: r.indikator,
          realisasi: r.realisasi ?? null,
          pembilang: r.pembilang ?? null,
          penyebut: r.penyebut ?? null,
          faktorPendukung: r.faktorPendukung ?? null,
          faktorPenghambat: r.faktorPenghambat ?? null,
          tindakLanjut: r.tindakLanjut ?? null,
          definisi: definisiIndikator(d.state, r.indikator),
          periodeTerbuka: true,
          penanggungJawab: null,
          berdasarkan: berdasarkan(d, p),
          ...k.sah,
        };
      },
      {
        nilai: '/realisasi',
        isi: r,
        rujukan: [{ jenis: 'indikator', kode: r.indikator, jalur: `${r.jalur}/indikator` }],
      },
    ),
  );
  return [
    ...isian,
    langkah(pengukuran, kunci)('/pengukuran', (l) => ({
      type: 'Ajukan',
      periodeTerbuka: true,
      berdasarkan: berdasarkan(l.keadaan(periode, k.kunci.periode)),
      ...k.sah,
    })),
    langkah(pengukuran, kunci)('/pengukuran', () => ({ type: 'Verifikasi', ...k.sah })),
    langkah(pengukuran, kunci)('/pengukuran', () => ({ type: 'Setujui', ...k.sahKepala })),
  ];
};

const langkahRealisasiAnggaran = (k: Konteks): Langkah[] =>
  (k.paket.anggaran ?? []).flatMap((r, i) => {
    const triwulan = triwulanRealisasi(r);
    const { realisasi } = r;
    if (triwulan === null || realisasi === undefined || realisasi === null) return [];
    return [
      langkah(realisasiAnggaran, k.kunci.opdTahun)(
        `/anggaran/${i}`,
        (l) => {
          const [a, p] = [l.keadaan(anggaran, k.kunci.opdTahun), l.keadaan(periode, k.kunci.periode)];
          return {
            type: 'Catat',
            triwulan,
            kode: r.kode,
            realisasi,
            paguAda: paguBerlaku(a.state, r.kode) !== null,
            periodeTerbuka: true,
            berdasarkan: berdasarkan(a, p),
            ...k.sah,
          };
        },
        {
          isi: r,
          nilai: '/realisasi',
          rujukan: [{ jenis: 'anggaran', kode: r.kode, jalur: `/anggaran/${i}/kode` }],
        },
      ),
    ];
  });

const langkahPembanding = (k: Konteks): Langkah[] =>
  (k.paket.pembanding ?? []).map((r, i) =>
    langkah(pembanding, k.kunci.opd)(
      `/pembanding/${i}`,
      (l) => {
        const d = renstraTahunIni(k, l);
        return {
          type: 'Catat',
          indikator: r.indikator,
          tingkat: r.tingkat,
          wilayah: r.wilayah ?? null,
          tahun: r.tahun,
          nilai: r.nilai ?? '',
          sumber: r.sumber ?? null,
          definisi: definisiIndikator(d.state, r.indikator),
          berdasarkan: berdasarkan(d),
          ...k.sah,
        };
      },
      {
        isi: r,
        nilai: '/nilai',
        rujukan: [{ jenis: 'indikator', kode: r.indikator, jalur: `/pembanding/${i}/indikator` }],
      },
    ),
  );

/** What was achieved, inside quarters that are opened for it and closed again; every pengukuran ends disetujui. */
export const langkahPelaporan = (k: Konteks, dibuka: readonly Triwulan[]): Langkah[] => [
  ...langkahPeriode(k, 'Buka', dibuka),
  ...TRIWULAN.flatMap((t) => langkahPengukuran(k, t)),
  ...langkahRealisasiAnggaran(k),
  ...langkahPeriode(k, 'Tutup', dibuka),
  ...langkahPembanding(k),
];
