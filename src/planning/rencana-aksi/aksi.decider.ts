import { isiBaru } from '../../kernel/cara.js';
import type { Cara, Pejabat } from '../../kernel/decider.js';
import { triwulanSah } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import type { Peta } from '../../kernel/peta.js';
import { alasan, teksAtauNull } from '../../kernel/teks.js';

type Oleh = { oleh: Pejabat; cara: Cara };
export type Triwulan = 1 | 2 | 3 | 4;
/** penanggungJawab: the office or Bidang that carries the action out, as the plan names it. */
export type IsiTarget = {
  readonly target: string;
  readonly aksi: string | null;
  readonly penanggungJawab: string | null;
};
export type TargetAksi = Peta<ReadonlyMap<Triwulan, IsiTarget>>; // by indikator
export type TandaAksi = { keadaan: 'selesai' | 'dibatalkan'; catatan: string | null };

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type AksiEvent = {
  type: 'AksiDitandai';
  data: Oleh & TandaAksi & { indikator: string; triwulan: Triwulan; aksi: string; sebelum: TandaAksi | null };
};
export type AksiCommand = Oleh & TandaAksi & { type: 'TandaiAksi'; indikator: string; triwulan: Triwulan };

/** What became of the actions, by their text too: another action in the same place begins anew. */
export type DaftarTanda = ReadonlyMap<string, TandaAksi>;

/** A code has no blank (kodeBebas), so that the three read one way only. */
const tempat = (indikator: string, triwulan: Triwulan, aksi: string): string =>
  `${indikator} ${triwulan} ${aksi}`;

export type AksiTerbuka = { indikator: string; triwulan: Triwulan; aksi: string };

/** The actions that nobody marked as done or dropped. */
export const aksiBelumSelesai = (target: TargetAksi, tanda: DaftarTanda): AksiTerbuka[] =>
  [...target].flatMap(([indikator, perTriwulan]) =>
    [...perTriwulan].flatMap(([triwulan, { aksi }]) =>
      aksi === null || tanda.has(tempat(indikator, triwulan, aksi)) ? [] : { indikator, triwulan, aksi },
    ),
  );

export const tandai = (c: AksiCommand, target: TargetAksi, tanda: DaftarTanda): AksiEvent[] => {
  const { indikator, keadaan, oleh, cara } = c;
  const triwulan = triwulanSah(c.triwulan);
  const aksi =
    target.get(indikator)?.get(triwulan)?.aksi ?? tolak('AKSI_TIDAK_DIKENAL', { indikator, triwulan });
  const sebelum = tanda.get(tempat(indikator, triwulan, aksi)) ?? null;
  if (keadaan === 'dibatalkan' && cara === 'elektronik') alasan(c.catatan ?? '');
  const isi = isiBaru(cara, sebelum, { keadaan, catatan: teksAtauNull(c.catatan) }, { indikator, triwulan });
  return isi === null
    ? []
    : [{ type: 'AksiDitandai', data: { indikator, triwulan, aksi, ...isi, sebelum, oleh, cara } }];
};

export const ditandai = (tanda: DaftarTanda, { data }: AksiEvent): DaftarTanda => {
  const { indikator, triwulan, aksi, keadaan, catatan } = data;
  return new Map(tanda).set(tempat(indikator, triwulan, aksi), { keadaan, catatan });
};
