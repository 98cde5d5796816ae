import type { RequestHandler } from 'express';
import type { Kode } from '../../kernel/penolakan.js';
import type { Rakitan } from '../rakitan.js';

/** A piece of work that is under way. */
export type Rentang = {
  /** What kind of command it is, once that is known. */
  jenis(nama: string): void;
  selesai(kode?: Kode): void;
};

/**
 * Tells where the time of a request goes to whoever the operator named (docs/adr/0019); made only where one is named.
 * It is given codes and words of ours and of the schema, never an input, an office or an id. Nothing in it throws or waits.
 */
export type Pelacak = {
  /** Begins where a GraphQL request comes in, and ends when it is answered or broken off. */
  readonly pintu: RequestHandler;
  /** What the request asks, once it is known to be valid: the kind of operation and its fields at the root. */
  operasi(jenis: string, akar: readonly string[]): void;
  /** The request is told this code. */
  gagal(kode: Kode): void;
  perintah(dokumen: string): Rentang;
  /** Notes what goes on beside the requests: groups stored, views that catch up. */
  amati(rakitan: Pick<Rakitan, 'store' | 'pemantau'>): void;
  /** The trace that the caller runs in. */
  kini(): string | undefined;
  /** Sends what is left, as far as it goes within a second. */
  tutup(): Promise<void>;
};
