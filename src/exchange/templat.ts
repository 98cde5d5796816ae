import { type Pelaku, type Tindakan, wajibBoleh } from '../approval/wewenang.js';
import type { Decider, DomainEvent } from '../kernel/decider.js';
import type { Baca } from '../kernel/execute.js';
import type { Isian, Kolom } from '../kernel/lembar-kerja.js';
import type { Sah } from '../planning/permintaan.js';
import { type Asal, type PerintahBorongan, perintahBorongan } from './borongan.js';
import type { Tanya } from './peringatan.js';

export const JENIS_TEMPLAT = ['rencana-aksi', 'anggaran', 'renstra', 'pk', 'pengukuran', 'buku'] as const;
export type JenisTemplat = (typeof JENIS_TEMPLAT)[number];

/** Whose template it is; `tahun` is a Renstra's first year (any of its years, where it is asked for), `jabatan` the office of a PK (not said: the head's). */
export type KunciTemplat = {
  readonly pemda: string;
  readonly opd: string;
  readonly tahun: number;
  readonly jabatan?: string;
};

export type LembarTemplat = {
  readonly nama: string;
  readonly kolom: readonly Kolom[];
  /** The columns that together may stand only once. */
  readonly unik: readonly string[];
  /** Rows that are alike in these columns say one thing together; not said: each row says its own. */
  readonly bersama?: readonly string[];
  readonly contoh: Isian;
};

/** `tetap`: it came back as the template prints what stands. */
export type BarisTerisi = { readonly nomor: number; readonly isian: Isian; readonly tetap: boolean };
/** The rows of each sheet that say something, by the sheet's name. */
export type IsiBerkas = ReadonlyMap<string, readonly BarisTerisi[]>;

/**
 * Who sends the file, when, and as what: `elektronik` every command is decided in this office and asked of its authority;
 * `dicatat` it is taken over from paper, which an operator does.
 */
export type Pengirim = { readonly pelaku: Pelaku; readonly kini: Date; readonly sah: Sah };

/** What can be handed out and taken in for one kind of document. */
export type Templat = {
  readonly jenis: JenisTemplat;
  readonly versi: number; // raised when a column changes; a file of another version is refused
  readonly judul: string;
  readonly penjelasan: readonly string[];
  readonly lembar: readonly LembarTemplat[];
  /** Whose document it is, where the key that was asked for may name it otherwise; not said: as it was asked. */
  readonly milik?: (baca: Baca, k: KunciTemplat) => KunciTemplat;
  /** Whether each office has one of its own. */
  readonly perJabatan?: boolean;
  /** Rows below what stands, ready to be filled in; not said: 500. */
  readonly barisKosong?: number;
  /** Whether it says enough to take over from paper what was decided there. */
  readonly dariKertas?: boolean;
  /** What stands, by sheet: so that the template of a document that is filled in is its export. */
  readonly isi: (baca: Baca, k: KunciTemplat) => Readonly<Record<string, readonly Isian[]>>;
  /** Whether `isi` is only what may be said, since nothing stands yet: sent back as it is, it says it. */
  readonly saranSaja?: (baca: Baca, k: KunciTemplat) => boolean;
  /** What is offered, by column. */
  readonly saran: (baca: Baca, k: KunciTemplat) => Readonly<Record<string, readonly string[]>>;
  readonly perintah: (isi: IsiBerkas, k: KunciTemplat, pengirim: Pengirim) => PerintahBorongan[];
  /** What to ask about its rows beyond what their commands are refused for. */
  readonly tanya?: (isi: IsiBerkas, k: KunciTemplat) => readonly Tanya[];
};

/** Refuses what the sender could not do by hand. */
export const wajibBolehKirim = ({ pelaku, sah }: Pengirim, tindakan: Tindakan, k: KunciTemplat): void =>
  wajibBoleh(pelaku, sah.cara === 'dicatat' ? 'kertas.ambil-alih' : tindakan, k.pemda, k.opd);

/** That the rows came back as they were printed: nobody asks for anything. */
export const semuaTetap =
  (...baris: readonly BarisTerisi[]) =>
  (): boolean =>
    baris.every((b) => b.tetap);

/**
 * A file can do nothing that its sender could not do by hand: authority is asked of each command, before it is made, but
 * of none that is `tetap`. Only that paper decided something is in itself for an operator to say.
 */
export const perintahDari = <S, C extends object, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  id: string,
  pengirim: Pengirim,
  tindakan: Tindakan,
  k: KunciTemplat,
  siapkan: (baca: Baca) => C | null,
  asal: Parameters<typeof perintahBorongan>[3],
  tetap: (baca: Baca) => boolean = () => false,
): PerintahBorongan =>
  perintahBorongan(
    decider,
    id,
    (baca: Baca) => {
      if (pengirim.sah.cara === 'elektronik' && tetap(baca)) return null;
      wajibBolehKirim(pengirim, tindakan, k);
      return tetap(baca) ? null : siapkan(baca);
    },
    asal,
  );

export const asalBaris =
  (lembar: string) =>
  ({ nomor }: BarisTerisi, kolom: string | null = null): Asal => ({ lembar, baris: nomor, kolom });
