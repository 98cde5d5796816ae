import { sama } from '../../kernel/cara.js';
import type { View } from '../../kernel/view.js';
import {
  milikRancangan,
  type PeristiwaNaskah,
  type RenstraEvent,
  type Ujung,
  type Unsur,
} from '../../planning/renstra/naskah-renstra.decider.js';
import {
  denganRancangan,
  padaRancangan,
  padaSemua,
  rancanganBerlaku,
} from '../../planning/renstra/versi.decider.js';
import { catat, type Lipat } from '../capaian/lipat.js';
import type { BarisPerencanaan, RencanaRenstra } from './fakta.js';
import { pada, penetapan } from './lipat.js';

/** Facts of capaian alone. */
type Angka =
  | 'IndikatorDitetapkan'
  | 'IndikatorDihubungkan'
  | 'IndikatorDilepas'
  | 'TargetRenstraDitetapkan'
  | 'RealisasiLampauDicatat'
  | 'IndikatorDialihkan'
  | 'IndikatorDiterima';
export type EventRencanaRenstra = Exclude<RenstraEvent, { type: Angka }>;
type Naskah = Exclude<PeristiwaNaskah, { type: Angka }>;
type Berkode = { readonly kode: string };

/**
 * Folds into the versions that the event speaks of. `menggantikan` says which, beside the text in force, as the rule of
 * the same name does (planning/renstra/lipatan.decider.ts): over the row instead of the rule's state, and without the
 * indicators, which stand in another view. A spec proves that both read the same log alike.
 */
const padaVersi = <E extends PeristiwaNaskah>(
  lipat: Lipat<RencanaRenstra, E>,
  menggantikan: (v: RencanaRenstra, data: E['data'], berlaku: RencanaRenstra) => boolean,
): Lipat<BarisPerencanaan, E> =>
  pada('renstra', (r, event) => {
    const satu = (v: RencanaRenstra): RencanaRenstra => lipat(v, event);
    return r.rancangan !== null && milikRancangan(event, null)
      ? padaRancangan(r, satu)
      : padaSemua(r, satu, (v) => menggantikan(v, event.data, r));
  });

const berkode = <T extends Berkode>(daftar: readonly T[], kode: string): T | undefined =>
  daftar.find((d) => d.kode === kode);
const dicatat = <T extends Berkode>(daftar: readonly T[], baru: T): readonly T[] =>
  catat(daftar, baru, (d) => d.kode === baru.kode);
const tanpa = <T extends Berkode>(daftar: readonly T[], kode: string): readonly T[] =>
  daftar.filter((d) => d.kode !== kode);

const selarasDari = (r: RencanaRenstra, { tingkat, kode }: { tingkat: string; kode: string }) =>
  r.selaras.find((s) => s.tingkat === tingkat && s.kode === kode)?.melayani ?? null;

/** What an event recorded of a thing, without the thing's code and where it came from. */
const isiDari = <T extends Berkode>(ada: T | undefined) => {
  if (ada === undefined) return null;
  const { kode: _kode, asal: _asal, ...isi } = ada as T & { asal?: unknown };
  return isi;
};

const isiSama = <T extends Berkode>(daftar: readonly T[], kode: string, sebelum: unknown): boolean =>
  sama(isiDari(berkode(daftar, kode)), sebelum);

const adaSasaran = (r: RencanaRenstra, daftar: readonly string[]): boolean =>
  daftar.every((s) => r.sasaran.includes(s));
const adaUjung = (r: RencanaRenstra, { tingkat, kode }: Ujung): boolean =>
  tingkat === 'tujuan' ? berkode(r.tujuan, kode) !== undefined : adaSasaran(r, [kode]);
const selarasSama = (r: RencanaRenstra, ujung: Ujung & { readonly sebelum: unknown }): boolean =>
  adaUjung(r, ujung) && sama(selarasDari(r, ujung), ujung.sebelum);

const hapus = (r: RencanaRenstra, unsur: string, kode: string): RencanaRenstra => {
  switch (unsur) {
    case 'misi':
      return { ...r, misi: r.misi.filter((m) => `${m.nomor}` !== kode) };
    case 'tujuan':
      return { ...r, tujuan: tanpa(r.tujuan, kode) };
    case 'sasaran':
      return { ...r, sasaran: r.sasaran.filter((s) => s !== kode) };
    case 'program-prioritas':
      return { ...r, prioritas: tanpa(r.prioritas, kode) };
    case 'isu-strategis':
      return { ...r, isu: tanpa(r.isu, kode) };
    case 'permasalahan':
      return { ...r, permasalahan: tanpa(r.permasalahan, kode) };
    default:
      return r;
  }
};

/** Outside a Perubahan only an isu or a permasalahan is deleted. */
const terhapus = (
  v: RencanaRenstra,
  { unsur, kode }: { unsur: Unsur; kode: string },
  berlaku: RencanaRenstra,
) => {
  const daftar = (r: RencanaRenstra): readonly Berkode[] =>
    unsur === 'isu-strategis' ? r.isu : unsur === 'permasalahan' ? r.permasalahan : [];
  return (
    isiSama(daftar(v), kode, isiDari(berkode(daftar(berlaku), kode))) &&
    (unsur !== 'isu-strategis' || !v.permasalahan.some(({ isu }) => isu === kode))
  );
};

const naskah: View<BarisPerencanaan, Naskah>['when'] = {
  RenstraDisusun: padaVersi(
    (r, { data: { selesai, visi, misi, jenis, alasanTanpaVisi } }) => ({
      ...r,
      pokok: { selesai, visi, misi, ...(jenis && { jenis }), ...(alasanTanpaVisi && { alasanTanpaVisi }) },
    }),
    (v, { sebelum }) => sama(v.pokok, sebelum),
  ),
  MisiDitambahkan: padaVersi(
    (r, { data: { nomor, uraian }, meta }) => ({
      ...r,
      misi: catat(r.misi, { nomor, uraian, asal: [meta.posisi] }, (m) => m.nomor === nomor),
    }),
    (v, { nomor, sebelum }) => (v.misi.find((m) => m.nomor === nomor)?.uraian ?? null) === sebelum,
  ),
  TujuanDitambahkan: padaVersi(
    (r, { data: { kode, uraian, misi } }) => {
      // A version without the misi has the tujuan alone.
      const dikenal = misi?.filter((nomor) => r.misi.some((m) => m.nomor === nomor));
      const baru = { kode, uraian, misi: dikenal ?? berkode(r.tujuan, kode)?.misi ?? [] };
      return { ...r, tujuan: dicatat(r.tujuan, baru) };
    },
    (v, { kode, sebelum, misi, misiSebelum = [] }) => {
      const ada = berkode(v.tujuan, kode);
      return (ada?.uraian ?? null) === sebelum && (misi === undefined || sama(ada?.misi ?? [], misiSebelum));
    },
  ),
  // Only which there are: what they say stands in capaian.
  SasaranDitambahkan: padaVersi(
    (r, { data: { kode } }) => (adaSasaran(r, [kode]) ? r : { ...r, sasaran: [...r.sasaran, kode] }),
    (v, { tujuan, sebelum }) => berkode(v.tujuan, tujuan) !== undefined && sebelum === null,
  ),
  ProgramPrioritasDitetapkan: padaVersi(
    (r, { data: { kode, nama, sasaran, opd }, meta }) => ({
      ...r,
      prioritas: dicatat(r.prioritas, { kode, nama, sasaran, opd, asal: [meta.posisi] }),
    }),
    (v, { kode, sasaran, sebelum }) => adaSasaran(v, sasaran) && isiSama(v.prioritas, kode, sebelum),
  ),
  RenstraDiselaraskan: padaVersi(
    (r, { data: { tingkat, kode, melayani }, meta }) => ({
      ...r,
      selaras: catat(
        r.selaras,
        { tingkat, kode, melayani, asal: [meta.posisi] },
        (s) => s.tingkat === tingkat && s.kode === kode,
      ),
    }),
    selarasSama,
  ),
  KeselarasanDilepas: padaVersi(
    (r, { data: { tingkat, kode } }) => ({
      ...r,
      selaras: r.selaras.filter((s) => s.tingkat !== tingkat || s.kode !== kode),
    }),
    selarasSama,
  ),
  IsuStrategisDicatat: padaVersi(
    (r, { data: { kode, uraian, sasaran }, meta }) => ({
      ...r,
      isu: dicatat(r.isu, { kode, uraian, sasaran, asal: [meta.posisi] }),
    }),
    (v, { kode, sasaran, sebelum }) => adaSasaran(v, sasaran) && isiSama(v.isu, kode, sebelum),
  ),
  PermasalahanDicatat: padaVersi(
    (r, { data: { kode, uraian, isu, sasaran, solusi }, meta }) => ({
      ...r,
      permasalahan: dicatat(r.permasalahan, { kode, uraian, isu, sasaran, solusi, asal: [meta.posisi] }),
    }),
    (v, { kode, isu, sasaran, sebelum }) =>
      adaSasaran(v, sasaran) &&
      (isu === null || berkode(v.isu, isu) !== undefined) &&
      isiSama(v.permasalahan, kode, sebelum),
  ),
  UnsurRenstraDihapus: padaVersi((r, { data: { unsur, kode } }) => hapus(r, unsur, kode), terhapus),
};

export const rencanaRenstra: View<BarisPerencanaan, EventRencanaRenstra>['when'] = {
  ...naskah,
  RenstraDitetapkan: pada('renstra', (r, event) => ({
    ...(event.data.versi === undefined ? r : rancanganBerlaku(r)),
    penetapan: penetapan(event),
  })),
  PerubahanRenstraDimulai: pada('renstra', (r, { data }) =>
    padaRancangan(denganRancangan(r, data), (v) => ({ ...v, alasan: data.alasan, penetapan: null })),
  ),
  PerubahanRenstraDibatalkan: pada('renstra', (r) => ({ ...r, rancangan: null })),
  RenstraDibatalkan: () => null,
};
