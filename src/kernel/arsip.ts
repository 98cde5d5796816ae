/**
 * Files that are kept as they are: signed documents, scans. The name of a file is the SHA-256 of its bytes (64 hex
 * digits), which is what events hold, so that a file can neither change nor be taken for another.
 */
export abstract class Arsip {
  /** Stores the bytes, once however often, and gives their SHA-256. When it returns they are on the disk. */
  abstract simpan(isi: Uint8Array): Promise<string>;
  /** The bytes; null when there are none of that name. Throws ArsipRusak when what is stored is not what was. */
  abstract baca(sidik: string): Promise<Uint8Array | null>;
  /** Every name, in no order. */
  abstract daftar(): AsyncIterable<string>;
}

/** A stored file that no longer has the bytes its name says. */
export class ArsipRusak extends Error {
  override readonly name = 'ArsipRusak';
  constructor(readonly sidik: string) {
    super(`berkas arsip ${sidik} tidak lagi berisi apa yang disimpan`);
  }
}
