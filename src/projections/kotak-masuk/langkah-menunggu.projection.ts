import { type Edaran, type EdaranEvent, edaran } from '../../approval/edaran/edaran.decider.js';
import { langkahDari, yangMenunggu } from '../../approval/edaran/langkah.decider.js';
import { diDokumennya, type LangkahEdaran } from '../../approval/jalur.js';

type Menunggu = Readonly<{ langkah: string; jabatan: string; sejak: string; posisi: number }>;
/** A document on its way: which steps wait for whom, each since it began to wait. */
export type Perjalanan = Readonly<{ edaran: Edaran; menunggu: readonly Menunggu[]; catatan: string | null }>;
type Saat = { readonly at: string; readonly posisi: number };

/** The offices that have signed, as far as the row of a PK knows it: while it waits for Pihak Kedua, all but that one. */
type Penandatangan = Readonly<{ jabatan: string; pihakKedua: string | null }>;
const ditandatangani = (e: Edaran, { jabatan, pihakKedua }: Penandatangan): readonly string[] =>
  pihakKedua === null || jabatan !== pihakKedua
    ? []
    : e.langkah
        .filter((l) => diDokumennya(e.dokumen, l))
        .flatMap((l) => l.jabatan.filter((j) => j !== pihakKedua));

/** The same walk after its own event, or after the PK was signed; what waited already goes on waiting. */
export const lanjutkan = (
  lama: Perjalanan,
  e: Edaran,
  pk: Penandatangan,
  { at, posisi }: Saat,
  catatan: string | null = null,
): Perjalanan => ({
  edaran: e,
  catatan,
  menunggu: yangMenunggu(e, ditandatangani(e, pk)).map(({ langkah, jabatan }) => {
    const ada = lama.menunggu.find((m) => m.langkah === langkah.kode && m.jabatan === jabatan);
    return ada ?? { langkah: langkah.kode, jabatan, sejak: at, posisi };
  }),
});

const KOSONG: Perjalanan = { edaran: edaran.initial, menunggu: [], catatan: null };

/** Null once the walk has ended. */
export const lipatPerjalanan = (
  lama: Perjalanan | null,
  event: EdaranEvent & { readonly meta: Saat & { readonly rev: number } },
  pk: Penandatangan,
): Perjalanan | null => {
  const dasar = event.type === 'EdaranDimulai' ? KOSONG : (lama ?? KOSONG);
  const e = edaran.evolve(dasar.edaran, event, event.meta.rev);
  const catatan =
    event.type === 'EdaranDikembalikan'
      ? event.data.catatan
      : event.type === 'LangkahDidelegasikan'
        ? dasar.catatan
        : null;
  const baru = lanjutkan(dasar, e, pk, event.meta, catatan);
  return baru.menunggu.length === 0 ? null : baru;
};

/** What of a walk an office sees, and why: it must act, it was delegated, or it is told when that is late. */
export type Pandangan = Menunggu &
  Readonly<{
    sebagai: 'sendiri' | 'delegasi' | 'eskalasi';
    penglihat: string;
    isi: LangkahEdaran;
    masa: Readonly<{ mulai: string; selesai: string }> | null; // delegasi: on which days
    kepada: string | null; // sendiri: to whom it is delegated, on the days of masa
  }>;

/** Everybody's, those who must act first. */
export const pandanganSemua = ({ edaran: e, menunggu }: Perjalanan): readonly Pandangan[] =>
  menunggu
    .flatMap((m): Pandangan[] => {
      const isi = langkahDari(e, m.langkah);
      const d = e.delegasi.find(({ langkah, jabatan }) => langkah === m.langkah && jabatan === m.jabatan);
      const masa = d ? { mulai: d.mulai, selesai: d.selesai } : null;
      const dasar = { ...m, isi, masa, kepada: null };
      return [
        { ...dasar, sebagai: 'sendiri', penglihat: m.jabatan, kepada: d?.kepada ?? null },
        ...(d ? [{ ...dasar, sebagai: 'delegasi', penglihat: d.kepada } as const] : []),
        ...(isi.eskalasi ? [{ ...dasar, sebagai: 'eskalasi', penglihat: isi.eskalasi } as const] : []),
      ];
    })
    .toSorted((a, b) => URUT[a.sebagai] - URUT[b.sebagai]);
const URUT = { sendiri: 0, delegasi: 1, eskalasi: 2 };
