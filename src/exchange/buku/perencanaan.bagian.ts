import { kunci, OPD_PEMDA } from '../../kernel/kunci.js';
import type { Lipatan } from '../../kernel/lipatan.js';
import { tolak } from '../../kernel/penolakan.js';
import { anggaran } from '../../planning/anggaran/anggaran.decider.js';
import { siapkanAnggaran } from '../../planning/anggaran/anggaran.handler.js';
import type { JenisTahap, Tahap } from '../../planning/anggaran/tahap.decider.js';
import { renstra } from '../../planning/renstra/renstra.decider.js';
import { siapkanRenstra } from '../../planning/renstra/renstra.handler.js';
import { versiTahun } from '../../planning/renstra/versi.decider.js';
import type { Asal, PerintahBorongan } from '../borongan.js';
import { templatAnggaran } from '../templat/anggaran.templat.js';
import { isiRenstra, templatRenstra } from '../templat/renstra.templat.js';
import { asalBaris, type BarisTerisi, type IsiBerkas, perintahDari, semuaTetap } from '../templat.js';
import { type BagianBuku, dariTemplat, idOpdTahun, type KunciBuku } from './bagian.js';
import { barisVersi, isiPenetapan, LEMBAR_VERSI, versiDari } from './versi.bagian.js';

const asalVersi = asalBaris(LEMBAR_VERSI.nama);
const NAMA_RENSTRA: Readonly<Record<string, string>> = { Target: 'Target Renstra' };
const kunciRenstra = ({ pemda, opd, mulai }: KunciBuku, wajib: number | null = mulai) =>
  wajib === null ? null : { pemda, opd, mulai: wajib, id: kunci.renstra(pemda, opd, wajib) };
const teks = dariTemplat(templatRenstra, NAMA_RENSTRA, (k) =>
  k.mulai === null ? null : { pemda: k.pemda, opd: k.opd, tahun: k.mulai },
);

/** The first row that does not say what the version in force says. */
const asalBerubah = (isi: IsiBerkas): Asal | null => {
  for (const { nama } of teks.lembar) {
    const b = isi.get(nama)?.find((satu: BarisTerisi) => !satu.tetap);
    if (b !== undefined) return asalBaris(nama)(b);
  }
  return null;
};

/**
 * The book holds the version in force: taken for the draft of a Perubahan that is open, it would undo what the draft
 * changed. That draft has its own template.
 */
const tanpaRancangan = (
  perintah: readonly PerintahBorongan[],
  id: string,
  berubah: Asal | null,
): PerintahBorongan[] => {
  const [pertama] = perintah;
  if (pertama === undefined || berubah === null) return [];
  const dibuka = (l: Lipatan): number | null => l.baca(renstra, id).state.rancangan?.versi ?? null;
  const penjaga: PerintahBorongan = {
    asal: () => berubah,
    stream: pertama.stream,
    jalankan: (l) => {
      const versi = dibuka(l);
      if (versi !== null) tolak('PERUBAHAN_SEDANG_DISUSUN', { versi });
    },
  };
  const satu = (p: PerintahBorongan): PerintahBorongan => ({
    ...p,
    jalankan: (l) => (dibuka(l) === null ? p.jalankan(l) : undefined),
  });
  return [penjaga, ...perintah.map(satu)];
};

/**
 * The Renstra as it holds in the year of the book. Taken over elsewhere, that text is the first one known there, also
 * where here it is a Perubahan: what the years before it said is in their own books.
 */
export const bagianRenstra: BagianBuku = {
  ...teks,
  isi: (baca, k) => {
    const milik = kunciRenstra(k);
    if (milik === null) return {};
    const isi = isiRenstra(versiTahun(baca(renstra, milik.id).state, k.tahun));
    return Object.fromEntries(Object.entries(isi).map(([l, b]) => [NAMA_RENSTRA[l] ?? l, b]));
  },
  versi: (baca, k) => {
    const milik = kunciRenstra(k);
    if (milik === null) return [];
    const { versi, mulaiBerlaku, penetapan } = versiTahun(baca(renstra, milik.id).state, k.tahun);
    return [barisVersi('renstra', `${versi}`, penetapan, { mulaiBerlaku: `${mulaiBerlaku}` })];
  },
  perintah: (isi, k, pengirim) => {
    const milik = kunciRenstra(k);
    if (milik === null) {
      return asalBerubah(isi) !== null
        ? tolak('TEMPLAT_TIDAK_DIKENAL', { sebab: 'lembar Identitas tanpa tahun pertama Renstra' })
        : [];
    }
    const teksnya = teks.perintah(isi, k, pengirim);
    if (pengirim.sah.cara === 'elektronik') return tanpaRancangan(teksnya, milik.id, asalBerubah(isi));
    const tetapkan = versiDari(isi, 'renstra').flatMap((v): PerintahBorongan[] =>
      v.ditetapkan
        ? [
            perintahDari(
              renstra,
              milik.id,
              pengirim,
              k.opd === OPD_PEMDA ? 'rpjmd.tetapkan' : 'renstra.tetapkan',
              k,
              (baca) =>
                siapkanRenstra(baca, milik, { type: 'Tetapkan', ...isiPenetapan(v) }, pengirim.kepala),
              asalVersi(v.baris),
              semuaTetap(v.baris),
            ),
          ]
        : [],
    );
    return [...teksnya, ...tetapkan];
  },
};

const namaTahap = ({ jenis, nomor }: Pick<Tahap, 'jenis' | 'nomor'>): string =>
  jenis === 'pergeseran' ? `${jenis}-${nomor}` : jenis;

const tahapDari = (versi: string): { jenis: JenisTahap; nomor: number } => {
  const nomor = /^pergeseran-(\d{1,2})$/.exec(versi)?.[1];
  if (nomor !== undefined) return { jenis: 'pergeseran', nomor: Number(nomor) };
  return versi === 'murni' || versi === 'perubahan'
    ? { jenis: versi, nomor: 0 }
    : tolak('SEL_TIDAK_SAH', { sebab: `versi anggaran "${versi.slice(0, 40)}" tidak dikenal` });
};

const program = dariTemplat(templatAnggaran);

/** The year's program tree and the chain of its pagu, with the act of each stage. */
export const bagianAnggaran: BagianBuku = {
  ...program,
  versi: (baca, k) =>
    baca(anggaran, idOpdTahun(k)).state.tahap.map((t) =>
      barisVersi('anggaran', namaTahap(t), t.akta && { keputusan: null, akta: t.akta }),
    ),
  perintah: (isi, k, pengirim) => [
    ...program.perintah(isi, k, pengirim),
    ...versiDari(isi, 'anggaran').flatMap((v): PerintahBorongan[] => {
      const { akta } = v;
      if (akta === null || pengirim.sah.cara !== 'dicatat') return [];
      return [
        perintahDari(
          anggaran,
          idOpdTahun(k),
          pengirim,
          'anggaran.tetapkan-dokumen',
          k,
          (baca) => {
            const p = {
              type: 'TetapkanDokumen',
              ...tahapDari(v.versi),
              setelahPerubahan: null,
              akta,
            } as const;
            return siapkanAnggaran(baca, k, p, pengirim.sah);
          },
          asalVersi(v.baris, 'Nomor akta'),
          semuaTetap(v.baris),
        ),
      ];
    }),
  ],
};
