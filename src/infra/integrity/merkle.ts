import { hash } from 'node:crypto';

const HASH = 32;
const pasangan = Buffer.alloc(1 + 2 * HASH, 0x01);

// By way of hex: a digest asked for as a Buffer gets memory of its own, and takes half as long again.
const sha256 = (isi: string | Uint8Array): Buffer => Buffer.from(hash('sha256', isi, 'hex'), 'hex');

const daun = Buffer.alloc(64 * 1_024); // written anew by every call; its first byte stays 0x00

/** 0x00 || the text's UTF-8. By way of one buffer: `\0${teks}` would be a second copy of every event. */
const isiDaun = (teks: string): string | Uint8Array =>
  3 * teks.length < daun.length ? daun.subarray(0, 1 + daun.write(teks, 1)) : `\0${teks}`;

/** Leaf of the log's tree (RFC 6962, 2.1), in hex: SHA-256(0x00 || bytes). */
export const leafHex = (bytes: string | Uint8Array): string =>
  hash('sha256', typeof bytes === 'string' ? isiDaun(bytes) : Buffer.concat([Buffer.of(0x00), bytes]), 'hex');

export const leafHash = (bytes: string | Uint8Array): Buffer => Buffer.from(leafHex(bytes), 'hex');

/** Inner node (RFC 6962, 2.1): SHA-256(0x01 || left || right). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => {
  pasangan.set(left, 1);
  pasangan.set(right, 1 + HASH);
  return sha256(pasangan);
};

/** Sizes of the complete subtrees that `ukuran` leaves stand in, largest first: 13 is 8, 4, 1. */
export const subpohon = (ukuran: number): number[] => {
  const hasil: number[] = [];
  for (let n = ukuran, besar = 1; n > 0; n = Math.floor(n / 2), besar *= 2)
    if (n % 2 === 1) hasil.unshift(besar);
  return hasil;
};

/**
 * The right edge of a Merkle tree: the roots of its complete subtrees, largest first. Enough to add leaves and to
 * give the root without the log: O(log n) of memory, one hash a leaf on average.
 */
export class Frontier {
  private constructor(
    private jumlah: number,
    private readonly tepi: Uint8Array[],
  ) {}

  static kosong(): Frontier {
    return new Frontier(0, []);
  }

  /** From what `toBytes` gave; RangeError when the length cannot belong to that number of leaves. */
  static dari(ukuran: number, bytes: Uint8Array): Frontier {
    const banyak = subpohon(ukuran).length;
    if (bytes.length !== banyak * HASH)
      throw new RangeError(`frontier ${bytes.length} byte tidak cocok dengan ${ukuran} daun`);
    return new Frontier(
      ukuran,
      Array.from({ length: banyak }, (_, i) => bytes.slice(i * HASH, (i + 1) * HASH)),
    );
  }

  /** Number of leaves. */
  get ukuran(): number {
    return this.jumlah;
  }

  /** Roots of the complete subtrees, largest first. */
  get simpul(): readonly Uint8Array[] {
    return this.tepi;
  }

  salin(): Frontier {
    return new Frontier(this.jumlah, [...this.tepi]);
  }

  /** Adds a leaf hash and tells of every inner node that it completes (tingkat 1: over two leaves). */
  tambah(leaf: Uint8Array, selesai?: (tingkat: number, simpul: Uint8Array) => void): void {
    let simpul = leaf;
    let tingkat = 0;
    for (let n = this.jumlah; n % 2 === 1; n = (n - 1) / 2) {
      simpul = nodeHash(this.tepi.pop() ?? simpul, simpul);
      selesai?.(++tingkat, simpul);
    }
    this.tepi.push(simpul);
    this.jumlah++;
  }

  /** The root (RFC 6962 MTH); of an empty tree SHA-256 of nothing. */
  akar(): Uint8Array {
    if (this.tepi.length === 0) return sha256('');
    return this.tepi.reduceRight((kanan, kiri) => nodeHash(kiri, kanan));
  }

  toBytes(): Uint8Array {
    return Buffer.concat(this.tepi);
  }
}
