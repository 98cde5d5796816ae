import type { Tanda } from './view.js';

/** A row of a view: what it says, the position of the last event that changed it, and every stream that ever touched it. */
export type Baris<Row = unknown> = {
  readonly kunci: string;
  readonly posisi: number;
  readonly streams: readonly string[];
  readonly isi: Row;
};
export type BarisDaftar<Row = unknown> = Baris<Row> & { readonly urut: string };

/** A changed row; `baris` null: the row is gone. */
export type Perubahan = {
  readonly kunci: string;
  readonly baris: Baris | null;
  readonly tanda: readonly Tanda[];
};

/**
 * What became of a batch. maju: written. sudah: the checkpoint had already passed it (another runner was first).
 * bentrok: the checkpoint stands elsewhere, inside or before the batch. In the last two nothing was written.
 */
export type HasilTulis = 'maju' | 'sudah' | 'bentrok';

export type Halaman = {
  readonly batas: number;
  readonly setelah?: { urut: string; kunci: string } | undefined;
  readonly mundur?: boolean;
};

/** Where the views live. Rows and checkpoint of a batch are written in one transaction, the checkpoint by compare-and-set. */
export abstract class ViewStore {
  /** The live rows of these keys, in the order asked; null where there is none. */
  abstract baca(view: string, kunci: readonly string[]): Promise<readonly (Baris | null)[]>;
  /** The rows found under any of the tags, in the order of (urut, kunci), each once. */
  abstract daftar(view: string, tag: readonly string[], halaman: Halaman): Promise<readonly BarisDaftar[]>;
  /** Checkpoint of the live table: position of the last event that the view has seen; -1 when none. */
  abstract posisi(view: string): Promise<number>;
  abstract close(): Promise<void>;
}
