import { tolak } from '../../kernel/penolakan.js';
import { alasan } from '../../kernel/teks.js';
import {
  type Hubungan,
  kunciHubungan,
  kunciSelaras,
  type Oleh,
  type PeristiwaNaskah,
  type Renstra,
  strategis,
  type Tingkat,
  type Unsur,
  wajibIndikator,
  wajibTerbuka,
  wajibUjung,
} from './naskah-renstra.decider.js';

export type PerintahPenghapusan =
  | (Oleh & { type: 'Hapus'; unsur: Unsur; kode: string; alasan: string })
  | (Oleh & { type: 'LepasIndikator'; indikator: string; tingkat: Tingkat; kode: string; alasan: string });
type Perintah<T extends PerintahPenghapusan['type']> = Extract<PerintahPenghapusan, { type: T }>;

const bagian = (r: Renstra, unsur: Unsur): { has: (kode: string) => boolean } =>
  ({
    misi: r.daftarMisi,
    tujuan: r.tujuan,
    sasaran: r.sasaran,
    indikator: r.indikator,
    'program-prioritas': r.prioritas,
    'isu-strategis': r.isu,
    permasalahan: r.permasalahan,
  })[unsur];

const wajibAda = (r: Renstra, unsur: Unsur, kode: string): void => {
  if (unsur === 'indikator') wajibIndikator(r, kode);
  else if (unsur === 'tujuan' || unsur === 'sasaran') wajibUjung(r, unsur, kode);
  else if (!bagian(r, unsur).has(kode)) tolak('UNSUR_TIDAK_DIKENAL', { unsur, kode });
};

type Pemakai = Iterable<readonly [kode: string, dipakai: boolean]>;
const pertama = (unsur: string, pemakai: Pemakai): string | null => {
  for (const [kode, dipakai] of pemakai) if (dipakai) return `${unsur} ${kode}`;
  return null;
};
const menurut = function* <V>(peta: Iterable<readonly [string, V]>, dipakai: (v: V) => boolean): Pemakai {
  for (const [kode, v] of peta) yield [kode, dipakai(v)];
};

const terhubung = (r: Renstra, tingkat: Tingkat, kode: string): string | null =>
  r.hubungan.values().find((h) => h.tingkat === tingkat && h.kode === kode)?.indikator ?? null;

const pemakaiUjung = (r: Renstra, tingkat: Tingkat, kode: string): string | null => {
  const indikator = terhubung(r, tingkat, kode);
  if (indikator !== null) return `indikator ${indikator}`;
  return r.keselarasan.has(kunciSelaras({ tingkat, kode })) ? 'keselarasan dengan rencana pemda' : null;
};

/** What in the text still rests on the part; null when nothing does. */
const pemakai = (r: Renstra, unsur: Unsur, kode: string): string | null => {
  switch (unsur) {
    case 'misi':
      return pertama(
        'tujuan',
        menurut(r.tujuan, (t) => t.misi.includes(Number(kode))),
      );
    case 'tujuan':
      return (
        pertama(
          'sasaran',
          menurut(r.sasaran, (s) => s.tujuan === kode),
        ) ?? pemakaiUjung(r, unsur, kode)
      );
    case 'sasaran':
      return (
        pertama(
          'isu strategis',
          menurut(r.isu, (i) => i.sasaran.includes(kode)),
        ) ??
        pertama(
          'permasalahan',
          menurut(r.permasalahan, (p) => p.sasaran.includes(kode)),
        ) ??
        pertama(
          'program prioritas',
          menurut(r.prioritas, (p) => p.sasaran.includes(kode)),
        ) ??
        pemakaiUjung(r, unsur, kode)
      );
    case 'indikator': {
      const h = r.hubungan.values().find((d) => d.indikator === kode);
      return h === undefined ? null : `${h.tingkat} ${h.kode}`;
    }
    case 'isu-strategis':
      return pertama(
        'permasalahan',
        menurut(r.permasalahan, (p) => p.isu === kode),
      );
    case 'program-prioritas':
    case 'permasalahan':
      return null;
  }
};

/**
 * An indicator leaves by a Perubahan only: in a first text, other documents may already measure it, and below sasaran
 * the year's program tree holds it. The years before the Perubahan keep it.
 */
const wajibBolehHapusIndikator = (r: Renstra, kode: string): void => {
  if (!strategis(wajibIndikator(r, kode).definisi.level) || r.versi === 1)
    tolak('KEADAAN_TIDAK_SESUAI', { indikator: kode });
};

const BEBAS: readonly Unsur[] = ['isu-strategis', 'permasalahan']; // told at any time, so taken back at any time

// Paper never takes away what stands.
const wajibElektronik = ({ cara }: Oleh): void => {
  if (cara === 'dicatat') tolak('KEADAAN_TIDAK_SESUAI', { sebab: 'dari kertas' });
};

export const hapus = (c: Perintah<'Hapus'>, r: Renstra): PeristiwaNaskah[] => {
  const { unsur, kode, oleh, cara } = c;
  wajibElektronik(c);
  wajibAda(r, unsur, kode);
  if (!BEBAS.includes(unsur)) wajibTerbuka(r, cara, 'tujuan');
  if (unsur === 'indikator') wajibBolehHapusIndikator(r, kode);
  const oleh_ = pemakai(r, unsur, kode);
  if (oleh_ !== null) return tolak('MASIH_DIPAKAI', { unsur, kode, pemakai: oleh_ });
  return [{ type: 'UnsurRenstraDihapus', data: { unsur, kode, alasan: alasan(c.alasan), oleh, cara } }];
};

export const lepasIndikator = (c: Perintah<'LepasIndikator'>, r: Renstra): PeristiwaNaskah[] => {
  const { indikator, tingkat, kode, oleh, cara } = c;
  wajibElektronik(c);
  const hubungan: Hubungan = { indikator, tingkat, kode };
  if (!r.hubungan.has(kunciHubungan(hubungan)))
    return tolak('UNSUR_TIDAK_DIKENAL', { unsur: 'hubungan indikator', kode: `${indikator} dengan ${kode}` });
  wajibTerbuka(r, cara, tingkat);
  return [{ type: 'IndikatorDilepas', data: { ...hubungan, alasan: alasan(c.alasan), oleh, cara } }];
};
