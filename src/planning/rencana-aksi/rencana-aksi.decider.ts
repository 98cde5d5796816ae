import { type Akta, aktaSah, type Penetapan, penetapanDari } from '../../kernel/akta.js';
import { isiBaru, samaNilai } from '../../kernel/cara.js';
import type { Cara, Dasar, Decider, Pejabat } from '../../kernel/decider.js';
import { triwulanSah } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { Peta } from '../../kernel/peta.js';
import { alasan, labelAtauNull, teksAtauNull } from '../../kernel/teks.js';
import { nilaiSah } from '../../reporting/capaian.js';
import type { SebabPerubahan } from '../perjanjian-kinerja/perjanjian-kinerja.decider.js';
import type { DefinisiIndikator } from '../renstra/renstra.decider.js';
import {
  type AksiCommand,
  type AksiEvent,
  type AksiTerbuka,
  aksiBelumSelesai,
  type DaftarTanda,
  ditandai,
  type IsiTarget,
  type TargetAksi,
  type Triwulan,
  tandai,
} from './aksi.decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };
export type SebabPerubahanRencanaAksi = SebabPerubahan | 'lain';
export type AlasanPerubahan = { sebab: SebabPerubahanRencanaAksi; alasan: string | null };

export type KeteranganTarget = { aksi: string | null; penanggungJawab: string | null };

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
// target: to date, not of the quarter alone, unless the indicator's agregasi is jumlah.
// A target between PerubahanRencanaAksiDimulai and the next RencanaAksiDitetapkan is a draft; what was ditetapkan stays.
export type RencanaAksiEvent =
  | {
      type: 'TargetTriwulanDicatat';
      data: Oleh & {
        indikator: string;
        triwulan: Triwulan;
        target: string;
        aksi: string | null;
        sebelum: string | null;
        berdasarkan: Dasar[];
        penanggungJawab?: string;
        semula?: KeteranganTarget; // what stood beside the target, where that is replaced
      };
    }
  | {
      type: 'RencanaAksiDitetapkan';
      data: Oleh & { keputusan: string | null; versi?: number; akta?: Akta }; // without versi: the first
    }
  | {
      type: 'PerubahanRencanaAksiDimulai';
      data: Oleh & AlasanPerubahan & { versi: number; sebelum: AlasanPerubahan | null };
    }
  | AksiEvent;
export type RencanaAksiCommand =
  | (Oleh & {
      type: 'CatatTarget';
      indikator: string;
      triwulan: Triwulan;
      target: string;
      aksi: string | null;
      penanggungJawab?: string | null;
      definisi: DefinisiIndikator | null;
      berdasarkan: Dasar[];
    })
  | (Oleh & { type: 'Tetapkan'; keputusan: string | null; akta?: Akta })
  /** versi, of paper: which one it is (2: the first perubahan); null: the draft, else the next one. */
  | (Oleh & AlasanPerubahan & { type: 'MulaiPerubahan'; versi: number | null })
  | AksiCommand;
type Perintah<T extends RencanaAksiCommand['type']> = Extract<RencanaAksiCommand, { type: T }>;

/** What opened a version, and by which act it came into force; null: the murni; not yet. */
type RiwayatVersi = { readonly perubahan: AlasanPerubahan | null; readonly penetapan: Penetapan | null };
export type RencanaAksi = {
  readonly versi: number; // 1: murni; 2, 3, …: perubahan
  readonly status: 'disusun' | 'ditetapkan'; // of that version
  readonly perubahan: (AlasanPerubahan & { readonly cara: Cara }) | null; // what opened it
  readonly target: TargetAksi; // as it is being written
  readonly ditetapkan: readonly TargetAksi[]; // of each version before this one, oldest first
  readonly riwayat: readonly RiwayatVersi[]; // of every version: n stands at n - 1
  readonly tanda: DaftarTanda;
};

/** The targets in force; null before the first was ditetapkan. */
export const targetBerlaku = (r: RencanaAksi): TargetAksi | null =>
  r.status === 'ditetapkan' ? r.target : (r.ditetapkan.at(-1) ?? null);

/** What the plan in force still asks somebody to do. */
export const aksiTerbuka = (r: RencanaAksi): AksiTerbuka[] =>
  aksiBelumSelesai(targetBerlaku(r) ?? Peta.kosong(), r.tanda);

const mengulang = (lama: IsiTarget, baru: IsiTarget): boolean =>
  samaNilai(lama.target, baru.target) &&
  (baru.aksi === null || baru.aksi === lama.aksi) &&
  (baru.penanggungJawab === null || baru.penanggungJawab === lama.penanggungJawab);

/** Paper that says again what some version says brings no news, whichever version is being written now. */
const sudahDikatakan = (c: Perintah<'CatatTarget'>, r: RencanaAksi, diminta: IsiTarget): boolean =>
  c.cara === 'dicatat' &&
  r.ditetapkan.some((target) => {
    const lama = target.get(c.indikator)?.get(c.triwulan);
    return lama !== undefined && mengulang(lama, diminta);
  });

/**
 * Whether what stands came over from the version before into a Perubahan that is itself taken over from paper: it is not
 * yet that paper's own word, which may say otherwise of it.
 */
const terbawaKertas = (r: RencanaAksi, lama: IsiTarget, c: Perintah<'CatatTarget'>): boolean =>
  r.status === 'disusun' &&
  r.perubahan?.cara === 'dicatat' &&
  r.ditetapkan.at(-1)?.get(c.indikator)?.get(c.triwulan) === lama;

/** What is to be recorded; null: nothing new. What a paper leaves out of what came over stays. */
const isiTarget = (
  c: Perintah<'CatatTarget'>,
  r: RencanaAksi,
  lama: IsiTarget | null,
  baru: IsiTarget,
): IsiTarget | null => {
  const { indikator, triwulan, cara } = c;
  if (lama === null || cara === 'elektronik' || !terbawaKertas(r, lama, c))
    return isiBaru(cara, lama, baru, { indikator, triwulan });
  const aksi = baru.aksi ?? lama.aksi;
  // Who answers belongs to the action: a paper that names the action names them with it, or nobody.
  const penanggungJawab = baru.penanggungJawab ?? (baru.aksi === null ? lama.penanggungJawab : null);
  return isiBaru('elektronik', lama, { ...baru, aksi, penanggungJawab });
};

const diminta = (c: Perintah<'CatatTarget'>, lama: IsiTarget | null): IsiTarget => ({
  target: lama !== null && samaNilai(lama.target, c.target) ? lama.target : c.target,
  aksi: teksAtauNull(c.aksi),
  penanggungJawab: labelAtauNull(c.penanggungJawab ?? null),
});

const keteranganDiganti = (lama: IsiTarget | null, baru: IsiTarget): KeteranganTarget | null =>
  lama === null || (lama.aksi === baru.aksi && lama.penanggungJawab === baru.penanggungJawab)
    ? null
    : { aksi: lama.aksi, penanggungJawab: lama.penanggungJawab };

const catatTarget = (c: Perintah<'CatatTarget'>, r: RencanaAksi): RencanaAksiEvent[] => {
  const { indikator, target, oleh, cara, berdasarkan } = c;
  const triwulan = triwulanSah(c.triwulan);
  const d = c.definisi ?? tolak('INDIKATOR_TIDAK_DIKENAL', { indikator });
  if (!nilaiSah(d.polaritas, d.urutanPredikat, target, 'target'))
    return tolak('NILAI_TIDAK_SAH', { indikator, nilai: target.slice(0, 60) });
  const lama = r.target.get(indikator)?.get(triwulan) ?? null;
  const baru = diminta(c, lama);
  if (sudahDikatakan(c, r, baru)) return [];
  const isi = isiTarget(c, r, lama, baru);
  if (isi === null) return [];
  // What was ditetapkan is replaced by a Rencana Aksi Perubahan; paper may add what it knew all along.
  if (cara === 'elektronik' && r.status === 'ditetapkan')
    return tolak('MURNI_SUDAH_DITETAPKAN', { indikator });
  const { penanggungJawab, ...pokok } = isi;
  const semula = keteranganDiganti(lama, isi);
  const data = {
    indikator,
    triwulan,
    ...pokok,
    sebelum: lama?.target ?? null,
    oleh,
    cara,
    berdasarkan,
    ...(penanggungJawab !== null && { penanggungJawab }),
    ...(semula !== null && { semula }),
  };
  return [{ type: 'TargetTriwulanDicatat', data }];
};

const mulaiPerubahan = (c: Perintah<'MulaiPerubahan'>, r: RencanaAksi): RencanaAksiEvent[] => {
  const { sebab, oleh, cara } = c;
  const berikut = r.status === 'ditetapkan' ? r.versi + 1 : r.versi;
  const versi = c.versi ?? berikut;
  if (berikut === 1) return tolak('MURNI_BELUM_DITETAPKAN', { versi });
  if (versi < 2 || versi > berikut) return tolak('KEADAAN_TIDAK_SESUAI', { versi });
  if (versi < berikut) return [];
  const ada = versi === r.versi ? r.perubahan : null;
  const sebelum = ada === null ? null : { sebab: ada.sebab, alasan: ada.alasan };
  const karena = c.alasan === null ? null : alasan(c.alasan);
  if (cara === 'elektronik' && karena === null) return tolak('ALASAN_WAJIB');
  const isi = isiBaru(cara, sebelum, { sebab, alasan: karena }, { versi });
  if (isi === null) return [];
  return [{ type: 'PerubahanRencanaAksiDimulai', data: { versi, ...isi, sebelum, oleh, cara } }];
};

const tetapkan = (c: Perintah<'Tetapkan'>, r: RencanaAksi): RencanaAksiEvent[] => {
  const { oleh, cara } = c;
  if (r.status === 'ditetapkan') return [];
  if (cara === 'elektronik' && r.target.size === 0)
    return tolak('KEADAAN_TIDAK_SESUAI', { sebab: 'tanpa target' });
  const versi = r.versi === 1 ? {} : { versi: r.versi };
  const akta = c.akta === undefined ? {} : { akta: aktaSah(c.akta) };
  const data = { keputusan: labelAtauNull(c.keputusan), oleh, cara, ...versi, ...akta };
  return [{ type: 'RencanaAksiDitetapkan', data }];
};

const decide = (c: RencanaAksiCommand, r: RencanaAksi): RencanaAksiEvent[] => {
  switch (c.type) {
    case 'CatatTarget':
      return catatTarget(c, r);
    case 'MulaiPerubahan':
      return mulaiPerubahan(c, r);
    case 'Tetapkan':
      return tetapkan(c, r);
    case 'TandaiAksi':
      return tandai(c, targetBerlaku(r) ?? Peta.kosong(), r.tanda);
  }
};

const evolve = (r: RencanaAksi, event: RencanaAksiEvent): RencanaAksi => {
  switch (event.type) {
    case 'TargetTriwulanDicatat': {
      const { indikator, triwulan, target, aksi, penanggungJawab = null } = event.data;
      const baru = new Map(r.target.get(indikator)).set(triwulan, { target, aksi, penanggungJawab });
      return { ...r, target: r.target.dengan(indikator, baru) };
    }
    case 'PerubahanRencanaAksiDimulai': {
      const { versi, sebab, alasan, cara } = event.data;
      const perubahan = { sebab, alasan, cara };
      const baru = { perubahan: { sebab, alasan }, penetapan: null };
      // Who puts its reason right does not make another's Perubahan their own.
      if (r.status === 'disusun') {
        const riwayat = [...r.riwayat.slice(0, -1), baru];
        return { ...r, perubahan: { ...perubahan, cara: r.perubahan?.cara ?? cara }, riwayat };
      }
      const ditetapkan = [...r.ditetapkan, r.target];
      return { ...r, versi, status: 'disusun', perubahan, ditetapkan, riwayat: [...r.riwayat, baru] };
    }
    case 'RencanaAksiDitetapkan':
      return {
        ...r,
        status: 'ditetapkan',
        riwayat: r.riwayat.with(-1, {
          perubahan: r.riwayat.at(-1)?.perubahan ?? null,
          penetapan: penetapanDari(event.data),
        }),
      };
    case 'AksiDitandai':
      return { ...r, tanda: ditandai(r.tanda, event) };
  }
};

export const rencanaAksi: Decider<RencanaAksi, RencanaAksiCommand, RencanaAksiEvent> = {
  kategori: 'RencanaAksi',
  initial: {
    versi: 1,
    status: 'disusun',
    perubahan: null,
    target: Peta.kosong(),
    ditetapkan: [],
    riwayat: [{ perubahan: null, penetapan: null }],
    tanda: new Map(),
  },
  decide,
  evolve,
};
