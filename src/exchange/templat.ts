import { type Pelaku, type Tindakan, wajibBoleh } from '../approval/wewenang.js';
import type { Decider, DomainEvent } from '../kernel/decider.js';
import type { Baca } from '../kernel/execute.js';
import type { Isian, Kolom } from '../kernel/lembar-kerja.js';
import { type Asal, type PerintahBorongan, perintahBorongan } from './borongan.js';

export const JENIS_TEMPLAT = ['rencana-aksi', 'anggaran', 'renstra', 'pk', 'pengukuran'] as const;
export type JenisTemplat = (typeof JENIS_TEMPLAT)[number];

/** Whose template it is; `tahun` is a Renstra's first year. */
export type KunciTemplat = { readonly pemda: string; readonly opd: string; readonly tahun: number };

export type LembarTemplat = {
  readonly nama: string;
  readonly kolom: readonly Kolom[];
  /** The columns that together may stand only once. */
  readonly unik: readonly string[];
  readonly contoh: Isian;
};

export type BarisTerisi = { readonly nomor: number; readonly isian: Isian };
/** The rows of each sheet that say something, by the sheet's name. */
export type IsiBerkas = ReadonlyMap<string, readonly BarisTerisi[]>;

/** Who sends the file, and when: every command is decided in this office, and asked of its authority. */
export type Pengirim = { readonly pelaku: Pelaku; readonly kini: Date };

/** What can be handed out and taken in for one kind of document. */
export type Templat = {
  readonly jenis: JenisTemplat;
  readonly versi: number; // raised when a column changes; a file of another version is refused
  readonly judul: string;
  readonly penjelasan: readonly string[];
  readonly lembar: readonly LembarTemplat[];
  /** What stands, by sheet: so that the template of a document that is filled in is its export. */
  readonly isi: (baca: Baca, k: KunciTemplat) => Readonly<Record<string, readonly Isian[]>>;
  /** What is offered, by column. */
  readonly saran: (baca: Baca, k: KunciTemplat) => Readonly<Record<string, readonly string[]>>;
  readonly perintah: (isi: IsiBerkas, k: KunciTemplat, pengirim: Pengirim) => PerintahBorongan[];
};

/** A file can do nothing that its sender could not do by hand: authority is asked of each command, before it is made. */
export const perintahDari = <S, C extends object, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  id: string,
  { pelaku }: Pengirim,
  tindakan: Tindakan,
  { pemda, opd }: KunciTemplat,
  siapkan: (baca: Baca) => C | null,
  asal: Parameters<typeof perintahBorongan>[3],
): PerintahBorongan =>
  perintahBorongan(
    decider,
    id,
    (baca: Baca) => {
      wajibBoleh(pelaku, tindakan, pemda, opd);
      return siapkan(baca);
    },
    asal,
  );

export const asalBaris =
  (lembar: string) =>
  ({ nomor }: BarisTerisi, kolom: string | null = null): Asal => ({ lembar, baris: nomor, kolom });

/** The parts of a cell that lists several codes. */
export const daftarKode = (isi: string | null | undefined): string[] =>
  (isi ?? '').split(/[;\n]/).flatMap((k) => (k.trim() === '' ? [] : k.trim()));
