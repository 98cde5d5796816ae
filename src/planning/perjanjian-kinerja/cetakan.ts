import type { Jaminan } from '../../approval/tanda-tangan/penyedia.js';
import type { StatusPejabat } from '../../kernel/decider.js';
import type { Jenis } from '../rencana-kinerja/rencana-kinerja.decider.js';
import type { SebabPerubahan } from './perjanjian-kinerja.decider.js';

/** Names of the signature fields in the file, as a provider is told them. */
export const MEDAN_TANDA_TANGAN = { pertama: 'PihakPertama', kedua: 'PihakKedua' } as const;

/** One party as it is printed; null where nobody told: a line to write on. */
export type PihakCetak = {
  readonly sebutan: string; // with its prefix
  readonly nama: string | null;
  readonly pangkat: string | null;
  /** 18 digits; false: not printed at all (a kepala daerah). */
  readonly nip: string | null | false;
};

/** Where the finished document can be checked. A file without it has no QR and no fields: a copy, or a draft marked DRAF. */
export type VerifikasiPk = { readonly id: string; readonly url: string; readonly jaminan: Jaminan };

/** How a text in force was signed that has no signed file here: on the printed paper, or in Amanah without a file. */
export type CaraSalinan = 'basah' | 'tanpa-berkas';

/** Everything that stands on the paper. Texts go in as they were recorded, and figures as text; nothing is looked up. */
export type BahanCetakPk = {
  readonly pemda: string; // its name
  readonly tahun: number;
  readonly versi: number;
  readonly jenis: Jenis;
  readonly sebab: SebabPerubahan | null;
  readonly pertama: PihakCetak;
  readonly kedua: PihakCetak | null; // null: the kepala daerah promises alone
  readonly tempat: string | null;
  readonly tanggal: string | null; // 'YYYY-MM-DD'
  readonly target: readonly {
    readonly sasaran: string | null;
    readonly indikator: string;
    readonly satuan: string;
    readonly target: string;
  }[];
  readonly anggaran: readonly {
    readonly program: string;
    readonly pagu: string;
    readonly keterangan: string | null;
  }[];
  readonly sidik: string; // of the naskah
  /** When the text was proposed, ISO 8601: the file's own date, so that the same text is the same bytes. */
  readonly diajukanPada: string;
  readonly verifikasi: VerifikasiPk | null;
  /** Null: not in force, or signed in the file. */
  readonly salinan: CaraSalinan | null;
};

/**
 * Prints a Perjanjian Kinerja as PDF: the same input gives the same bytes, also in another process. Refuses with
 * PENCETAK_TIDAK_TERSEDIA where this machine has no typesetter, HURUF_TIDAK_TERCETAK for what its font does not have.
 */
export abstract class PencetakPk {
  abstract cetak(bahan: BahanCetakPk): Promise<Uint8Array>;
}

/** 'Plt. Kepala Dinas …': the prefix is part of the printed title, and stands in it once. */
export const sebutanTercetak = (sebutan: string, status: StatusPejabat | null): string =>
  status === null || status === 'definitif' || sebutan.startsWith(status) ? sebutan : `${status} ${sebutan}`;

/** 8-6-1-3, as a NIP is printed. */
export const nipTercetak = (nip: string): string => nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4');

/** The seat of a city is the city; a kabupaten's is not in its name. */
export const tempatDari = (namaPemda: string): string | null =>
  /^(?:Pemerintah\s+)?Kota\s+(\S.*)$/i.exec(namaPemda)?.[1] ?? null;
