import type { PermintaanAnggaran } from '../../src/planning/anggaran/anggaran.handler.js';
import type { PermintaanIku } from '../../src/planning/iku/iku.handler.js';
import type { PermintaanJabatan } from '../../src/planning/jabatan/jabatan.handler.js';
import type { NomenklaturCommand } from '../../src/planning/nomenklatur/nomenklatur.decider.js';
import type { PermintaanOpd } from '../../src/planning/opd/opd.handler.js';
import type { PermintaanPemda } from '../../src/planning/pemda/pemda.handler.js';
import type { PermintaanPeriode } from '../../src/planning/pemda/periode.handler.js';
import type { PermintaanPk } from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.fakta.js';
import type { Permintaan } from '../../src/planning/permintaan.js';
import type { PermintaanPohon } from '../../src/planning/pohon-kinerja/pohon-kinerja.handler.js';
import type { PermintaanProgram } from '../../src/planning/program/program.handler.js';
import type { PermintaanRencanaAksi } from '../../src/planning/rencana-aksi/rencana-aksi.handler.js';
import type { PermintaanRencanaKinerja } from '../../src/planning/rencana-kinerja/rencana-kinerja.handler.js';
import type { LetakIndikator, Ujung } from '../../src/planning/renstra/naskah-renstra.decider.js';
import type { PermintaanRenstra } from '../../src/planning/renstra/renstra.handler.js';
import type { Sah } from './vonis.js';

/** The people who ask; a signature needs the right one. */
export const ORANG = {
  perencana: { subjek: 'o-perencana', jabatan: '61.71.disnaker.perencana' },
  kadis: { subjek: 'o-kadis', jabatan: '61.71.disnaker.kepala' },
  'kadis-baru': { subjek: 'o-baru', jabatan: '61.71.disnaker.kepala' },
  wali: { subjek: 'o-wali', jabatan: '61.71.pemda.kepala-daerah' },
  'kadis-plt-wali': { subjek: 'o-kadis', jabatan: '61.71.pemda.kepala-daerah' },
  kabid: { subjek: 'o-kabid', jabatan: '61.71.disnaker.bidang-1' },
  kasi: { subjek: 'o-kasi', jabatan: '61.71.disnaker.seksi-1' },
} as const;
/** The world of the model has no archive: signatures by hand are tried by specs. */
type PermintaanPkModel = Exclude<PermintaanPk, { type: 'CatatTandaTanganBasah' }>;

export type Orang = keyof typeof ORANG;

/** A move of an indicator between two OPD, by its two ends: each is asked of the Renstra that it is written in. */
type PermintaanPeralihan =
  | { type: 'Alihkan'; indikator: string; ke: LetakIndikator; sejak: number; alasan: string }
  | {
      type: 'Terima';
      indikator: string;
      dari: LetakIndikator;
      sejak: number;
      induk: Ujung | null;
      penanggungJawab: string | null;
      alasan: string;
    };

type Dokumen =
  | { dok: 'pemda'; p: PermintaanPemda }
  | { dok: 'opd'; opd: string; p: PermintaanOpd }
  | { dok: 'jabatan'; opd: string; jabatan: string; p: PermintaanJabatan }
  | { dok: 'periode'; tahun: number; p: PermintaanPeriode }
  | { dok: 'nomenklatur'; versi: string; p: Permintaan<NomenklaturCommand, 'versi'> }
  | { dok: 'renstra'; opd: string; mulai: number; p: PermintaanRenstra | PermintaanPeralihan }
  | { dok: 'program'; opd: string; tahun: number; p: PermintaanProgram }
  | { dok: 'rkt'; opd: string; tahun: number; p: PermintaanRencanaKinerja }
  | { dok: 'aksi'; opd: string; tahun: number; p: PermintaanRencanaAksi }
  | { dok: 'iku'; opd: string; p: PermintaanIku }
  | { dok: 'anggaran'; opd: string; tahun: number; p: PermintaanAnggaran }
  /** `sidik` of a signature: the number of the version whose text was read, 0 for another text. `versi`: which one a paper is. `pihakSalah`: two parties where one promises alone, or one where there are two. */
  | {
      dok: 'pk';
      opd: string;
      jabatan: string;
      tahun: number;
      versi?: number;
      pihakSalah?: true;
      p: PermintaanPkModel;
    }
  | { dok: 'pohon'; opd: string; mulai: number; p: PermintaanPohon };
export type NamaDokumen = Dokumen['dok'];
/** One step of a sequence. `kini`: which of the two instants it is asked at. */
export type Perintah = Dokumen & { sah: Sah; oleh: Orang; kini: 0 | 1 };
export type PerintahDari<D extends NamaDokumen> = Extract<Perintah, { dok: D }>;

/** The first is 23.30 of the 9th in WIB and past midnight in WITA and WIT. */
export const KINI = [new Date('2023-03-09T16:30:00Z'), new Date('2023-06-15T03:00:00Z')] as const;
