import type { Tindakan } from '../../approval/wewenang.js';
import type { Baca } from '../../kernel/execute.js';
import { kunci, OPD_PEMDA } from '../../kernel/kunci.js';
import type { Isian } from '../../kernel/lembar-kerja.js';
import {
  barisKeterkaitan,
  CONTOH_KETERKAITAN,
  KOLOM_ISU,
  KOLOM_KESELARASAN,
  KOLOM_LAMPAU,
  KOLOM_MISI,
  KOLOM_PERMASALAHAN,
  KOLOM_PRIORITAS,
  permintaanIsu,
  permintaanKeselarasan,
  permintaanLampau,
  permintaanMisi,
  permintaanPermasalahan,
  permintaanPrioritas,
} from '../../planning/renstra/keterkaitan.lembar.js';
import { type Renstra, renstra } from '../../planning/renstra/renstra.decider.js';
import { renstraTahun } from '../../planning/renstra/renstra.fakta.js';
import { type PermintaanRenstra, siapkanRenstra } from '../../planning/renstra/renstra.handler.js';
import {
  barisRenstra,
  CONTOH_RENSTRA,
  KOLOM_HUBUNGAN,
  KOLOM_INDIKATOR,
  KOLOM_POKOK,
  KOLOM_SASARAN,
  KOLOM_STRATEGI,
  KOLOM_TARGET_RENSTRA,
  KOLOM_TUJUAN,
  permintaanHubungan,
  permintaanIndikator,
  permintaanSasaran,
  permintaanSusun,
  permintaanTarget,
  permintaanTujuan,
} from '../../planning/renstra/renstra.lembar.js';
import type { PerintahBorongan } from '../borongan.js';
import { type Dikenal, dikenalDari, type Tanya, tanyaTarget } from '../peringatan.js';
import {
  asalBaris,
  type BarisTerisi,
  type IsiBerkas,
  type KunciTemplat,
  type LembarTemplat,
  type Pengirim,
  perintahDari,
  semuaTetap,
  type Templat,
} from '../templat.js';

const tindakan = ({ opd }: KunciTemplat): Tindakan => (opd === OPD_PEMDA ? 'rpjmd.susun' : 'renstra.susun');
const STRATEGI = 'Strategi';
const id = (k: KunciTemplat): string => kunci.renstra(k.pemda, k.opd, k.tahun);
/** What can be edited: the draft of a Perubahan, where one is open. */
const keadaan = (baca: Baca, k: KunciTemplat): Renstra => {
  const { state } = baca(renstra, id(k));
  return state.rancangan ?? state;
};
const kode = (unsur: Iterable<readonly [string, unknown]>): string[] => [...unsur].map(([satu]) => satu);

const CONTOH = { ...CONTOH_RENSTRA, ...CONTOH_KETERKAITAN };
type Bagian = keyof typeof CONTOH;
const LEMBAR: Readonly<Record<Bagian, Omit<LembarTemplat, 'contoh'>>> = {
  pokok: { nama: 'Renstra', kolom: KOLOM_POKOK, unik: [] },
  misi: { nama: 'Misi', kolom: KOLOM_MISI, unik: ['nomor'] },
  tujuan: { nama: 'Tujuan', kolom: KOLOM_TUJUAN, unik: ['kode'] },
  sasaran: { nama: 'Sasaran', kolom: KOLOM_SASARAN, unik: ['kode'] },
  strategi: {
    nama: STRATEGI,
    kolom: KOLOM_STRATEGI,
    unik: ['sasaran', 'strategi', 'arah', 'nomor'],
    bersama: ['sasaran'],
  },
  indikator: { nama: 'Indikator', kolom: KOLOM_INDIKATOR, unik: ['kode'] },
  hubungan: { nama: 'Hubungan', kolom: KOLOM_HUBUNGAN, unik: ['indikator', 'tingkat', 'kode'] },
  target: { nama: 'Target', kolom: KOLOM_TARGET_RENSTRA, unik: ['indikator', 'tahun'] },
  lampau: { nama: 'Realisasi Lampau', kolom: KOLOM_LAMPAU, unik: ['indikator', 'tahun'] },
  prioritas: { nama: 'Program Prioritas', kolom: KOLOM_PRIORITAS, unik: ['kode'] },
  keselarasan: { nama: 'Keselarasan', kolom: KOLOM_KESELARASAN, unik: ['tingkat', 'kode'] },
  isu: { nama: 'Isu Strategis', kolom: KOLOM_ISU, unik: ['kode'] },
  permasalahan: { nama: 'Permasalahan', kolom: KOLOM_PERMASALAHAN, unik: ['kode'] },
};
const BAGIAN = Object.keys(LEMBAR) as Bagian[];

/** The strategies of a row's sasaran are part of what it says. */
const denganStrategi =
  (isi: IsiBerkas) =>
  (b: BarisTerisi): readonly BarisTerisi[] => {
    const kode = b.isian.kode ?? b.isian.sasaran;
    return [b, ...(isi.get(STRATEGI) ?? []).filter(({ isian }) => isian.sasaran === kode)];
  };

/** How one row becomes a request, on what stands. */
type Minta = (b: BarisTerisi, r: Renstra) => PermintaanRenstra;

/** Strategies are part of their sasaran's command; one of a sasaran that the file does not hold changes that one. */
const mintaSasaran = (isi: IsiBerkas): Minta => {
  const strategi = (isi.get(STRATEGI) ?? []).map((b) => b.isian);
  return ({ isian }, r) =>
    permintaanSasaran(
      isian,
      strategi.filter((s) => s.sasaran === isian.kode),
      r.sasaran.get(isian.kode ?? '')?.strategi ?? [],
    );
};

/** Of a row that has only strategies of its sasaran: the rest of that one as it stands. */
const sasaranBerdiri =
  (sasaran: Minta): Minta =>
  (b, r) => {
    const kode = b.isian.sasaran ?? '';
    const { tujuan = null, uraian = null } = r.sasaran.get(kode) ?? {};
    return sasaran({ ...b, isian: { kode, tujuan, uraian } }, r);
  };

/** The first row of each sasaran that has strategies here, and is itself in no row. */
const strategiTersendiri = (isi: IsiBerkas): readonly BarisTerisi[] => {
  const disebut = new Set((isi.get(LEMBAR.sasaran.nama) ?? []).map((b) => b.isian.kode));
  return (isi.get(STRATEGI) ?? []).filter(({ isian: { sasaran } }) => {
    const pertama = !disebut.has(sasaran ?? null);
    disebut.add(sasaran ?? null);
    return pertama;
  });
};

const perintah = (isi: IsiBerkas, k: KunciTemplat, pengirim: Pengirim): PerintahBorongan[] => {
  const semua = (
    lembar: string,
    baris: readonly BarisTerisi[],
    kolom: string,
    minta: Minta,
    dari: (b: BarisTerisi) => readonly BarisTerisi[] = (b) => [b],
  ): PerintahBorongan[] =>
    baris.map((b) =>
      perintahDari(
        renstra,
        id(k),
        pengirim,
        tindakan(k),
        k,
        (baca) =>
          siapkanRenstra(
            baca,
            { pemda: k.pemda, opd: k.opd, mulai: k.tahun },
            minta(b, keadaan(baca, k)),
            pengirim.sah,
          ),
        asalBaris(lembar)(b, kolom),
        semuaTetap(...dari(b)),
      ),
    );
  const baris = (bagian: Bagian): readonly BarisTerisi[] => isi.get(LEMBAR[bagian].nama) ?? [];
  const dari = (bagian: Bagian, kolom: string, minta: Minta): PerintahBorongan[] =>
    semua(LEMBAR[bagian].nama, baris(bagian), kolom, minta);
  const sasaran = mintaSasaran(isi);
  return [
    ...dari('pokok', 'Tahun terakhir', (b) => permintaanSusun(b.isian)),
    ...dari('misi', 'Uraian', (b) => permintaanMisi(b.isian)),
    ...dari('tujuan', 'Uraian', (b) => permintaanTujuan(b.isian)),
    ...semua(LEMBAR.sasaran.nama, baris('sasaran'), 'Uraian', sasaran, denganStrategi(isi)),
    ...semua(STRATEGI, strategiTersendiri(isi), 'Kode sasaran', sasaranBerdiri(sasaran), denganStrategi(isi)),
    ...dari('indikator', 'Nama', (b) => permintaanIndikator(b.isian)),
    ...dari('hubungan', 'Kode tujuan atau sasaran', (b) => permintaanHubungan(b.isian)),
    ...dari('target', 'Target', (b) => permintaanTarget(b.isian)),
    ...dari('lampau', 'Realisasi', (b) => permintaanLampau(b.isian)),
    ...dari('prioritas', 'Nama program prioritas', (b) => permintaanPrioritas(b.isian)),
    ...dari('keselarasan', 'Kode di rencana pemda', (b) => permintaanKeselarasan(b.isian)),
    ...dari('isu', 'Uraian', (b) => permintaanIsu(b.isian)),
    ...dari('permasalahan', 'Uraian', (b) => permintaanPermasalahan(b.isian)),
  ];
};

/** A target is held against the text in which it stands, also while that is a draft. */
const dikenal = (baca: Baca, k: KunciTemplat, kode: string, tahun: number): Dikenal | null => {
  const isi = keadaan(baca, k).indikator.get(kode);
  if (isi === undefined) return null;
  return dikenalDari(baca, { pemda: k.pemda, opd: k.opd, mulai: k.tahun, kode }, isi.definisi, tahun, isi);
};

/** The end target is of no year. */
const tanya = (isi: IsiBerkas, k: KunciTemplat): Tanya[] =>
  (isi.get(LEMBAR.target.nama) ?? []).flatMap((b) => {
    const tahun = Number(b.isian.tahun ?? '');
    return tahun === 0
      ? []
      : tanyaTarget(LEMBAR.target.nama, b, (baca, kode) => dikenal(baca, k, kode, tahun));
  });

/** One version of a Renstra, by sheet. */
export const isiRenstra = (r: Renstra): Readonly<Record<string, readonly Isian[]>> => {
  const baris = { ...barisRenstra(r), ...barisKeterkaitan(r) };
  return Object.fromEntries(BAGIAN.map((b) => [LEMBAR[b].nama, baris[b]]));
};

/** The Renstra that begins in this year, else the one that covers it; where there is neither, one that is to begin then. */
const renstraDiminta = (baca: Baca, k: KunciTemplat): KunciTemplat => {
  if (baca(renstra, id(k)).state.status !== 'kosong') return k;
  return { ...k, tahun: renstraTahun(baca, k.pemda, k.opd, k.tahun)?.state.mulai ?? k.tahun };
};

export const templatRenstra: Templat = {
  jenis: 'renstra',
  versi: 3,
  judul: 'Renstra: tujuan, sasaran, strategi, indikator, target, isu, dan keselarasan',
  penjelasan: [
    'Isi dari kiri ke kanan: yang disebut sebuah lembar harus ada di lembar sebelumnya, atau sudah tercatat.',
  ],
  lembar: BAGIAN.map((b) => ({ ...LEMBAR[b], contoh: CONTOH[b] })),
  milik: renstraDiminta,
  isi: (baca, k) => isiRenstra(keadaan(baca, k)),
  saran: (baca, k) => {
    const r = keadaan(baca, k);
    return {
      tujuan: kode(r.tujuan),
      sasaran: kode(r.sasaran),
      indikator: kode(r.indikator),
    };
  },
  perintah,
  tanya,
};
