import { sama } from '../../kernel/cara.js';
import type { DomainEvent } from '../../kernel/decider.js';
import type { Recorded } from '../../kernel/event-store.js';
import { bacaStream } from '../../kernel/kunci.js';
import type { View } from '../../kernel/view.js';
import {
  type DefinisiIndikator,
  type LevelIndikator,
  milikRancangan,
  type PeristiwaNaskah,
  type RenstraEvent,
} from '../../planning/renstra/naskah-renstra.decider.js';
import {
  type Berversi,
  denganRancangan,
  padaRancangan,
  padaSemua,
  rancanganBerlaku,
} from '../../planning/renstra/versi.decider.js';
import type { BarisCapaian, HubunganRenstra, Renstra } from './fakta.js';
import { catat, type Lipat, padaOpd } from './lipat.js';

/** What no figure rests on: misi, priorities, alignment, isu and permasalahan. */
type TanpaAngka =
  | 'MisiDitambahkan'
  | 'ProgramPrioritasDitetapkan'
  | 'RenstraDiselaraskan'
  | 'KeselarasanDilepas'
  | 'IsuStrategisDicatat'
  | 'PermasalahanDicatat';
export type EventFaktaRenstra = Exclude<RenstraEvent, { type: TanpaAngka }>;
type Naskah = Exclude<PeristiwaNaskah, { type: TanpaAngka | 'RenstraDisusun' }>;

const RENSTRA_KOSONG = {
  versi: 1,
  terdahulu: [],
  rancangan: null,
  ditetapkan: false,
  tujuan: [],
  sasaran: [],
  indikator: [],
  hubungan: [],
  target: [],
  lampau: [],
} as const;

/** Folds into the one Renstra of the OPD that the event's stream is. */
const padaRenstra = <E extends DomainEvent>(lipat: Lipat<Renstra, E>): Lipat<BarisCapaian, E> =>
  padaOpd((row, event) => {
    const { mulai } = bacaStream(event.meta.stream);
    return { ...row, renstra: row.renstra.map((r) => (r.mulai === mulai ? lipat(r, event) : r)) };
  });

const level = (r: Renstra, { type, data }: PeristiwaNaskah): LevelIndikator | null => {
  if (type === 'IndikatorDitetapkan') return data.level;
  if (type !== 'TargetRenstraDitetapkan') return null;
  const semua = [...(r.rancangan?.indikator ?? []), ...r.indikator];
  return semua.find((i) => i.kode === data.indikator)?.level ?? null;
};

/**
 * Folds what is said of the text into the versions that it speaks of: the open Perubahan alone, else what is in force and
 * every other version in which stands (`lama`) what the event replaces.
 */
export const lipatVersi = <R extends Berversi<R>, E extends PeristiwaNaskah>(
  r: R,
  event: Recorded<E>,
  level: LevelIndikator | null,
  lipat: Lipat<R, E>,
  lama: (r: R, data: E['data']) => unknown,
): R => {
  const satu = (v: R): R => lipat(v, event);
  const { data } = event;
  const sebelum = 'sebelum' in data ? data.sebelum : null;
  return r.rancangan !== null && milikRancangan(event, level)
    ? padaRancangan(r, satu)
    : padaSemua(r, satu, (v) => sama(lama(v, data), sebelum));
};

const padaVersi = <E extends PeristiwaNaskah>(
  lipat: Lipat<Renstra, E>,
  lama: (r: Renstra, data: E['data']) => unknown = () => null,
): Lipat<BarisCapaian, E> => padaRenstra((r, event) => lipatVersi(r, event, level(r, event), lipat, lama));

const definisi = ({ data }: Extract<RenstraEvent, { type: 'IndikatorDitetapkan' }>): DefinisiIndikator => {
  const { oleh: _oleh, cara: _cara, sebelum: _sebelum, ...isi } = data;
  return isi;
};

const hubunganYang = (sama: HubunganRenstra) => (h: HubunganRenstra) =>
  h.indikator === sama.indikator && h.tingkat === sama.tingkat && h.kode === sama.kode;

const punya = (daftar: readonly { readonly kode: string }[], kode: string): boolean =>
  daftar.some((d) => d.kode === kode);

/** The links whose both ends this version has; null lets one through, as `sebelum` of a new fact does. */
const ujungHilang = (r: Renstra, { indikator, tingkat, kode }: HubunganRenstra): 'tiada' | null =>
  punya(r[tingkat], kode) && punya(r.indikator, indikator) ? null : 'tiada';

const nilai = <T extends { readonly indikator: string; readonly tahun: number | null }>(
  daftar: readonly T[],
  { indikator, tahun }: { readonly indikator: string; readonly tahun: number | null },
): T | undefined => daftar.find((t) => t.indikator === indikator && t.tahun === tahun);

const DIHAPUS: Readonly<Record<string, (r: Renstra, kode: string) => Renstra>> = {
  tujuan: (r, kode) => ({ ...r, tujuan: r.tujuan.filter((t) => t.kode !== kode) }),
  sasaran: (r, kode) => ({ ...r, sasaran: r.sasaran.filter((s) => s.kode !== kode) }),
  indikator: (r, kode) => ({
    ...r,
    indikator: r.indikator.filter((i) => i.kode !== kode),
    target: r.target.filter((t) => t.indikator !== kode),
    lampau: r.lampau.filter((l) => l.indikator !== kode),
  }),
};

const naskah: View<BarisCapaian, Naskah>['when'] = {
  TujuanDitambahkan: padaVersi(
    (r, { data: { kode, uraian } }) => ({
      ...r,
      tujuan: catat(r.tujuan, { kode, uraian }, (t) => t.kode === kode),
    }),
    (r, { kode }) => r.tujuan.find((t) => t.kode === kode)?.uraian ?? null,
  ),
  SasaranDitambahkan: padaVersi(
    (r, { data: { tujuan, kode, uraian, strategi } }) => ({
      ...r,
      sasaran: catat(r.sasaran, { tujuan, kode, uraian, strategi }, (s) => s.kode === kode),
    }),
    (r, { tujuan, kode }) => {
      if (!punya(r.tujuan, tujuan)) return 'tiada';
      const ada = r.sasaran.find((s) => s.kode === kode);
      return ada === undefined ? null : { tujuan: ada.tujuan, uraian: ada.uraian, strategi: ada.strategi };
    },
  ),
  IndikatorDitetapkan: padaVersi(
    (r, event) => ({
      ...r,
      indikator: catat(r.indikator, definisi(event), (i) => i.kode === event.data.kode),
    }),
    (r, { kode }) => r.indikator.find((i) => i.kode === kode) ?? null,
  ),
  IndikatorDihubungkan: padaVersi(
    (r, { data: { indikator, tingkat, kode } }) => ({
      ...r,
      hubungan: catat(r.hubungan, { indikator, tingkat, kode }, hubunganYang({ indikator, tingkat, kode })),
    }),
    ujungHilang,
  ),
  TargetRenstraDitetapkan: padaVersi(
    (r, { data: { indikator, tahun, target }, meta }) => ({
      ...r,
      target: catat(
        r.target,
        { indikator, tahun, target, asal: [meta.posisi] },
        (t) => t.indikator === indikator && t.tahun === tahun,
      ),
    }),
    (r, data) => (punya(r.indikator, data.indikator) ? (nilai(r.target, data)?.target ?? null) : 'tiada'),
  ),
  // An indicator that only the Perubahan defines has no place in what is in force.
  RealisasiLampauDicatat: padaVersi(
    (r, { data: { indikator, tahun, realisasi }, meta }) =>
      punya(r.indikator, indikator)
        ? {
            ...r,
            lampau: catat(
              r.lampau,
              { indikator, tahun, realisasi, asal: [meta.posisi] },
              (l) => l.indikator === indikator && l.tahun === tahun,
            ),
          }
        : r,
    (r, data) => nilai(r.lampau, data)?.realisasi ?? null,
  ),
  IndikatorDilepas: padaVersi((r, { data }) => ({
    ...r,
    hubungan: r.hubungan.filter((h) => !hubunganYang(data)(h)),
  })),
  UnsurRenstraDihapus: padaVersi((r, { data: { unsur, kode } }) => DIHAPUS[unsur]?.(r, kode) ?? r),
  IndikatorDialihkan: padaVersi((r, { data: { indikator, ke, sejak } }) => ({
    ...r,
    dialihkan: [...(r.dialihkan ?? []), { indikator, ke, sejak }],
  })),
  IndikatorDiterima: padaVersi((r, { data: { indikator, dari, sejak, definisi, target, induk }, meta }) => {
    const hubungan = induk && { indikator, ...induk };
    return {
      ...r,
      indikator: [...r.indikator, definisi],
      hubungan:
        hubungan && punya(r[hubungan.tingkat], hubungan.kode) ? [...r.hubungan, hubungan] : r.hubungan,
      target: [...r.target, ...target.map((t) => ({ indikator, ...t, asal: [meta.posisi] }))],
      diterima: [...(r.diterima ?? []), { indikator, dari, sejak }],
    };
  }),
};

export const faktaRenstra: View<BarisCapaian, EventFaktaRenstra>['when'] = {
  ...naskah,
  RenstraDisusun: padaOpd((row, event) => {
    const { mulai, selesai, visi, misi, sebelum } = event.data;
    const isi = { mulai, selesai, visi, misi };
    const lama = row.renstra.find((r) => r.mulai === mulai);
    if (lama === undefined) {
      const semua = [...row.renstra, { ...RENSTRA_KOSONG, ...isi, mulaiBerlaku: mulai }];
      return { ...row, renstra: semua.sort((a, b) => a.mulai - b.mulai) };
    }
    const satu = (r: Renstra): Renstra => ({ ...r, ...isi });
    const pokokSama = (r: Renstra): boolean =>
      r.selesai === sebelum?.selesai && r.visi === sebelum.visi && r.misi === sebelum.misi;
    const baru =
      lama.rancangan !== null && milikRancangan(event, null)
        ? padaRancangan(lama, satu)
        : padaSemua(lama, satu, pokokSama);
    return { ...row, renstra: row.renstra.map((r) => (r === lama ? baru : r)) };
  }),
  RenstraDitetapkan: padaRenstra((r, { data: { versi } }) => ({
    ...(versi === undefined ? r : rancanganBerlaku(r)),
    ditetapkan: true,
  })),
  PerubahanRenstraDimulai: padaRenstra((r, { data }) =>
    padaRancangan(denganRancangan(r, data), (v) => ({ ...v, ditetapkan: false })),
  ),
  PerubahanRenstraDibatalkan: padaRenstra((r) => ({ ...r, rancangan: null })),
  RenstraDibatalkan: padaOpd((row, { meta }) => {
    const { mulai } = bacaStream(meta.stream);
    return { ...row, renstra: row.renstra.filter((r) => r.mulai !== mulai) };
  }),
};
