import type { View } from '../../kernel/view.js';
import type { PeristiwaNaskah, RenstraEvent } from '../../planning/renstra/naskah-renstra.decider.js';
import { denganRancangan, padaRancangan, rancanganBerlaku } from '../../planning/renstra/versi.decider.js';
import { lipatVersi } from '../capaian/fakta-renstra.projection.js';
import { catat, type Lipat } from '../capaian/lipat.js';
import type { BarisPerencanaan, RencanaRenstra } from './fakta.js';
import { pada, penetapan } from './lipat.js';

/** Facts of capaian alone. */
type Angka =
  | 'SasaranDitambahkan'
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

/** `lama`: what stands where the event writes. */
const padaVersi = <E extends PeristiwaNaskah>(
  lipat: Lipat<RencanaRenstra, E>,
  lama: (r: RencanaRenstra, data: E['data']) => unknown = () => null,
): Lipat<BarisPerencanaan, E> => pada('renstra', (r, event) => lipatVersi(r, event, null, lipat, lama));

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

const hapus = (r: RencanaRenstra, unsur: string, kode: string): RencanaRenstra => {
  switch (unsur) {
    case 'misi':
      return { ...r, misi: r.misi.filter((m) => `${m.nomor}` !== kode) };
    case 'tujuan':
      return { ...r, tujuan: tanpa(r.tujuan, kode) };
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

const naskah: View<BarisPerencanaan, Naskah>['when'] = {
  RenstraDisusun: padaVersi(
    (r, { data: { selesai, visi, misi, jenis, alasanTanpaVisi } }) => ({
      ...r,
      pokok: { selesai, visi, misi, ...(jenis && { jenis }), ...(alasanTanpaVisi && { alasanTanpaVisi }) },
    }),
    (r) => r.pokok,
  ),
  MisiDitambahkan: padaVersi(
    (r, { data: { nomor, uraian }, meta }) => ({
      ...r,
      misi: catat(r.misi, { nomor, uraian, asal: [meta.posisi] }, (m) => m.nomor === nomor),
    }),
    (r, { nomor }) => r.misi.find((m) => m.nomor === nomor)?.uraian ?? null,
  ),
  TujuanDitambahkan: padaVersi(
    (r, { data: { kode, uraian, misi } }) => ({
      ...r,
      tujuan: dicatat(r.tujuan, { kode, uraian, misi: misi ?? berkode(r.tujuan, kode)?.misi ?? [] }),
    }),
    (r, { kode }) => berkode(r.tujuan, kode)?.uraian ?? null,
  ),
  ProgramPrioritasDitetapkan: padaVersi(
    (r, { data: { kode, nama, sasaran, opd }, meta }) => ({
      ...r,
      prioritas: dicatat(r.prioritas, { kode, nama, sasaran, opd, asal: [meta.posisi] }),
    }),
    (r, { kode }) => isiDari(berkode(r.prioritas, kode)),
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
    selarasDari,
  ),
  KeselarasanDilepas: padaVersi(
    (r, { data: { tingkat, kode } }) => ({
      ...r,
      selaras: r.selaras.filter((s) => s.tingkat !== tingkat || s.kode !== kode),
    }),
    selarasDari,
  ),
  IsuStrategisDicatat: padaVersi(
    (r, { data: { kode, uraian, sasaran }, meta }) => ({
      ...r,
      isu: dicatat(r.isu, { kode, uraian, sasaran, asal: [meta.posisi] }),
    }),
    (r, { kode }) => isiDari(berkode(r.isu, kode)),
  ),
  PermasalahanDicatat: padaVersi(
    (r, { data: { kode, uraian, isu, sasaran, solusi }, meta }) => ({
      ...r,
      permasalahan: dicatat(r.permasalahan, { kode, uraian, isu, sasaran, solusi, asal: [meta.posisi] }),
    }),
    (r, { kode }) => isiDari(berkode(r.permasalahan, kode)),
  ),
  UnsurRenstraDihapus: padaVersi((r, { data: { unsur, kode } }) => hapus(r, unsur, kode)),
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
