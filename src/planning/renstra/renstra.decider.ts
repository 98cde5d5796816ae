import { penetapanDari } from '../../kernel/akta.js';
import type { Decider } from '../../kernel/decider.js';
import { Penolakan, tolak } from '../../kernel/penolakan.js';
import {
  catatLampau,
  type DefinisiDiminta,
  type PerintahIndikator,
  tetapkanIndikator,
  tetapkanTarget,
} from './indikator.decider.js';
import {
  catatIsu,
  catatPermasalahan,
  lepasKeselarasan,
  type PerintahKeterkaitan,
  selaraskan,
  tetapkanPrioritas,
} from './keterkaitan.decider.js';
import { lipatNaskah, menggantikan } from './lipatan.decider.js';
import {
  type LevelIndikator,
  milikRancangan,
  type PeristiwaNaskah,
  RENSTRA_KOSONG,
  type Renstra,
  type RenstraEvent,
  strategis,
} from './naskah-renstra.decider.js';
import { hapus, lepasIndikator, type PerintahPenghapusan } from './penghapusan.decider.js';
import { alihkan, type PerintahPeralihan, terima } from './peralihan.decider.js';
import {
  batalkan,
  batalkanPerubahan,
  mulaiPerubahan,
  type PerintahVersi,
  tetapkan,
} from './perubahan.decider.js';
import {
  hubungkan,
  type PerintahSusunan,
  susun,
  tambahMisi,
  tambahSasaran,
  tambahTujuan,
} from './susunan.decider.js';
import { denganRancangan, padaRancangan, padaSemua, rancanganBerlaku } from './versi.decider.js';

export type { DefinisiDiminta } from './indikator.decider.js';
export type {
  DefinisiIndikator,
  IsiRenstra,
  IsiSasaran,
  LevelIndikator,
  Renstra,
  RenstraEvent,
  Strategi,
} from './naskah-renstra.decider.js';
export { MASA_TERPANJANG } from './susunan.decider.js';

type PerintahNaskah = PerintahSusunan | PerintahIndikator | PerintahKeterkaitan | PerintahPenghapusan;
export type RenstraCommand = PerintahNaskah | PerintahVersi | PerintahPeralihan;

const sunting = (c: PerintahNaskah, r: Renstra): PeristiwaNaskah[] => {
  switch (c.type) {
    case 'Susun':
      return susun(c, r);
    case 'TambahMisi':
      return tambahMisi(c, r);
    case 'TambahTujuan':
      return tambahTujuan(c, r);
    case 'TambahSasaran':
      return tambahSasaran(c, r);
    case 'TetapkanIndikator':
      return tetapkanIndikator(c, r);
    case 'HubungkanIndikator':
      return hubungkan(c, r);
    case 'TetapkanTarget':
      return tetapkanTarget(c, r);
    case 'CatatRealisasiLampau':
      return catatLampau(c, r);
    case 'TetapkanPrioritas':
      return tetapkanPrioritas(c, r);
    case 'Selaraskan':
      return selaraskan(c, r);
    case 'LepasKeselarasan':
      return lepasKeselarasan(c, r);
    case 'CatatIsu':
      return catatIsu(c, r);
    case 'CatatPermasalahan':
      return catatPermasalahan(c, r);
    case 'Hapus':
      return hapus(c, r);
    case 'LepasIndikator':
      return lepasIndikator(c, r);
  }
};

const level = (kode: string, ...naskah: readonly Renstra[]): LevelIndikator | undefined =>
  naskah.map((r) => r.indikator.get(kode)?.definisi.level).find((l) => l !== undefined);

/**
 * The text that a command is about: an open Perubahan takes what is decided here of what a Renstra ditetapkan holds.
 * It has to agree with `milikRancangan`, which says the same of the event: a command that is judged by one text and folded
 * into another would answer for what it did not look at. They are two, since a command may name an indicator that only
 * the Perubahan knows, while the event of a past year's result is true of every version.
 */
const naskahDari = (c: PerintahNaskah, r: Renstra): Renstra => {
  const { rancangan } = r;
  if (rancangan === null || c.cara === 'dicatat') return r;
  switch (c.type) {
    case 'CatatRealisasiLampau':
      return r.indikator.has(c.indikator) ? r : rancangan;
    case 'TetapkanIndikator':
      return strategis(level(c.kode, rancangan, r) ?? c.level) ? rancangan : r;
    case 'TetapkanTarget':
      return strategis(level(c.indikator, rancangan, r) ?? 'sasaran') ? rancangan : r;
    default:
      return rancangan;
  }
};

/**
 * Paper that says what an earlier version said says nothing new: it was true of its years. The rules themselves are asked,
 * since what is the same (a blank field, a decimal written otherwise) differs from command to command, and a second list
 * of it would drift; a version that refuses does not say it.
 */
const pernahTertulis = (c: PerintahNaskah, r: Renstra): boolean =>
  c.cara === 'dicatat' &&
  r.terdahulu.some((v) => {
    try {
      return sunting(c, v).length === 0;
    } catch (e) {
      if (e instanceof Penolakan) return false;
      throw e;
    }
  });

/** Another measure altogether is another indicator: a code keeps its level in every version, also where one left it out. */
const wajibTingkatTetap = ({ kode, level }: DefinisiDiminta, r: Renstra): void => {
  if (r.status !== 'ditetapkan') return;
  for (const { indikator } of [r, ...r.terdahulu])
    if ((indikator.get(kode)?.definisi.level ?? level) !== level)
      tolak('SUDAH_ADA_BERBEDA', { indikator: kode, bidang: 'level' });
};

const ubahNaskah = (c: PerintahNaskah, r: Renstra): PeristiwaNaskah[] => {
  if (pernahTertulis(c, r)) return [];
  const peristiwa = sunting(c, naskahDari(c, r));
  if (c.type === 'TetapkanIndikator' && peristiwa.length > 0) wajibTingkatTetap(c, r);
  return peristiwa;
};

const decide = (c: RenstraCommand, r: Renstra): RenstraEvent[] => {
  if (r.status === 'kosong' && c.type !== 'Susun') return tolak('RENSTRA_BELUM_ADA');
  switch (c.type) {
    case 'Tetapkan':
      return tetapkan(c, r);
    case 'MulaiPerubahan':
      return mulaiPerubahan(c, r);
    case 'BatalkanPerubahan':
      return batalkanPerubahan(c, r);
    case 'Batalkan':
      return batalkan(c, r);
    case 'Alihkan':
      return alihkan(c, r);
    case 'Terima':
      return terima(c, r);
    default:
      return ubahNaskah(c, r);
  }
};

const levelPeristiwa = ({ type, data }: PeristiwaNaskah, r: Renstra): LevelIndikator | null => {
  if (type === 'IndikatorDitetapkan') return data.level;
  if (type !== 'TargetRenstraDitetapkan') return null;
  return level(data.indikator, r.rancangan ?? r, r) ?? null;
};

const evolve = (r: Renstra, event: RenstraEvent): Renstra => {
  switch (event.type) {
    case 'RenstraDitetapkan':
      return {
        ...(event.data.versi === undefined ? r : rancanganBerlaku(r)),
        status: 'ditetapkan',
        penetapan: penetapanDari(event.data),
      };
    case 'PerubahanRenstraDimulai':
      return padaRancangan(denganRancangan(r, event.data), (v) => ({
        ...v,
        status: 'disusun',
        penetapan: null,
      }));
    case 'PerubahanRenstraDibatalkan':
      return { ...r, rancangan: null };
    case 'RenstraDibatalkan':
      return RENSTRA_KOSONG;
    default: {
      const lipat = (v: Renstra): Renstra => lipatNaskah(v, event);
      return r.rancangan !== null && milikRancangan(event, levelPeristiwa(event, r))
        ? padaRancangan(r, lipat)
        : padaSemua(r, lipat, (v) => menggantikan(v, event, r));
    }
  }
};

export const renstra: Decider<Renstra, RenstraCommand, RenstraEvent> = {
  kategori: 'Renstra',
  initial: RENSTRA_KOSONG,
  decide,
  evolve,
};
