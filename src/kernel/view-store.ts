import type { Tanda } from './view.js';

/**
 * A row of a view: what it says, the position of the last event that changed it, and every stream that ever changed it.
 * `isi` may be shared with everybody who reads the row: nobody changes it in place.
 */
export type Baris<Row = unknown> = {
  readonly kunci: string;
  readonly posisi: number;
  readonly streams: readonly string[];
  readonly isi: Row;
};
export type BarisDaftar<Row = unknown> = Baris<Row> & { readonly urut: string };

/**
 * A changed row as it is stored: `isi` is JSON text, null where the row is gone. A row that is gone keeps its position
 * and its streams, or nobody could say what it once was (`pada`).
 */
export type Perubahan = {
  readonly kunci: string;
  readonly posisi: number;
  readonly streams: readonly string[];
  readonly isi: string | null;
  readonly tanda: readonly Tanda[];
  /** There was no such row in the table, not even one that is gone. Safe to trust: the checkpoint has not moved since. */
  readonly baru: boolean;
};

/**
 * A batch that stands on the checkpoint `dari` and moves it to `sampai`; `peristiwa` is the id of the event at `sampai`.
 * The rows are made while they are written, so a large batch is never in memory twice; what making one throws undoes
 * the batch and comes out of `tulis`.
 */
export type Berkas = {
  readonly dari: number;
  readonly sampai: number;
  readonly peristiwa: string;
  readonly perubahan: Iterable<Perubahan>;
};

/**
 * What became of a batch. maju: written. sudah: the checkpoint had already passed it (another runner was first).
 * bentrok: the checkpoint stands elsewhere, inside or before the batch, or the table is gone. In the last two nothing
 * was written.
 */
export type HasilTulis = 'maju' | 'sudah' | 'bentrok';

export type Halaman = {
  readonly batas: number;
  readonly setelah?: { urut: string; kunci: string } | undefined;
  readonly mundur?: boolean;
};

/** The rows of one version of a view. `nomor` is never used twice in a store, so a table that is gone stays gone. */
export type Tabel = {
  readonly nomor: number;
  readonly versi: number;
  /** The last event the table has seen: its position (-1: none) and its id, by which another log is recognised. */
  readonly posisi: number;
  readonly peristiwa: string | null;
};

export type StatusTampilan = 'berjalan' | 'berhenti' | 'menunggu versi baru' | 'dibangun ulang';
export type Sebab = {
  readonly idPeristiwa: string | null;
  readonly posisi: number;
  readonly pesan: string;
};
export type KeadaanTampilan = {
  readonly nama: string;
  readonly hidup: Tabel;
  readonly bangun: Tabel | null;
  readonly status: StatusTampilan;
  readonly sebab: Sebab | null;
};

/** Stored rows in key order with their tags, rows that are gone included, and the checkpoint they belong to: one snapshot. */
export type Potret = {
  readonly posisi: number;
  readonly baris: readonly BarisBertanda[];
};

/**
 * Where the views live. Rows and checkpoint of a batch are written in one transaction, the checkpoint by compare-and-set;
 * so any number of runners may work on one store, and none applies an event twice.
 */
export abstract class ViewStore {
  /** The live rows of these keys, in the order asked; null where there is none. */
  abstract baca(view: string, kunci: readonly string[]): Promise<readonly (Baris | null)[]>;
  /**
   * The live rows found under any of the tags, in the order of (urut, kunci), each once, at its first place.
   * `mundur` goes the other way, last one first; `setelah` is then the place before which to go on.
   */
  abstract daftar(view: string, tag: readonly string[], halaman: Halaman): Promise<readonly BarisDaftar[]>;
  /** Checkpoint of the live table: position of the last event that the view has seen; -1 when none. */
  abstract posisi(view: string): Promise<number>;

  /** Every registered view, for health and pages. */
  abstract semuaKeadaan(): Promise<readonly KeadaanTampilan[]>;
  abstract keadaan(view: string): Promise<KeadaanTampilan | null>;
  /** Registers a view that the store does not know yet: an empty live table. */
  abstract daftarkan(view: string, versi: number): Promise<void>;
  abstract catatStatus(view: string, status: StatusTampilan, sebab: Sebab | null): Promise<void>;

  /**
   * Stored rows of one table, `isi` as JSON text, rows that are gone included; null where there never was one, and null
   * alone when the table itself is gone.
   */
  abstract muat(nomor: number, kunci: readonly string[]): Promise<readonly (BarisTersimpan | null)[] | null>;
  abstract tulis(nomor: number, berkas: Berkas): Promise<HasilTulis>;

  /** A new empty table beside the live one, in place of any other that was under construction. Gives its number. */
  abstract mulaiBangun(view: string, versi: number): Promise<number>;
  /** Makes the table under construction the live one; false when it is gone, or the live one is ahead of it. */
  abstract tukar(view: string, nomor: number): Promise<boolean>;
  abstract batalBangun(view: string, nomor: number): Promise<void>;
  /** Throws the rows of a view away and begins at -1: its checkpoint is not of this log. */
  abstract kosongkan(view: string, versi: number): Promise<void>;

  /** At most `batas` live rows after the key `setelah`, in byte order of the key. */
  abstract potret(view: string, setelah: string, batas: number): Promise<Potret>;
  abstract close(): Promise<void>;
}

export type BarisTersimpan = Omit<BarisBertanda, 'tanda'>;
export type BarisBertanda = Omit<Perubahan, 'baru'>;
