const TERTUTUP = '[rahasia]';

/**
 * A passphrase or password on its way to the one place that needs it. It is never shown: text, JSON and the inspector get
 * `[rahasia]`. Its bytes are ours alone and become zeros with `hapus`, which the one who made it calls when done.
 */
export class Rahasia {
  readonly #isi: Uint8Array;
  #terhapus = false;

  constructor(teks: string) {
    this.#isi = new TextEncoder().encode(teks);
  }

  get bita(): number {
    return this.#isi.length;
  }

  /** Gives the bytes to `kerja`, which keeps no copy. Throws when they are wiped already: a second use is a fault of ours. */
  pakai<T>(kerja: (isi: Uint8Array) => T): T {
    if (this.#terhapus) throw new Error('a secret was used after it was wiped');
    return kerja(this.#isi);
  }

  hapus(): void {
    this.#isi.fill(0);
    this.#terhapus = true;
  }

  toString(): string {
    return TERTUTUP;
  }
  toJSON(): string {
    return TERTUTUP;
  }
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return TERTUTUP;
  }
}
