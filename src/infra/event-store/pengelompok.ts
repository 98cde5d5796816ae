/** A stored group; `ms` from when its first call began to wait until it was durable. */
export type UkuranKelompok = { readonly panggilan: number; readonly peristiwa: number; readonly ms: number };

/**
 * Cuts what waits into groups, each written as one transaction. With a writer that takes one group at a time, a group is
 * all that waits when the event loop comes round. With one that takes two, a group is cut as soon as half of the callers
 * wait, so that one half is decided while the other is written: cut later, all callers would wait for the same write.
 */
export class Pengelompok<T> {
  private menunggu: T[] = [];
  private sejak = 0; // when the first of them came; performance.now()
  private terjadwal = false;
  private berjalan = 0;
  private beredar = 0; // sent or waiting
  private pemanggil = 1; // as many as were unanswered when a group came back
  private dikirim = 0;
  private terakhir: Promise<void> = Promise.resolve();

  /**
   * `tulis` settles, in the order of the groups, once the group numbered `nomor` has been answered; it never rejects.
   * `sejak`: when the first of the group came.
   */
  constructor(
    private readonly serentak: 1 | 2,
    private readonly tulis: (kelompok: readonly T[], nomor: number, sejak: number) => Promise<void>,
  ) {}

  /** Number of the group that what waits now will be written with; they rise by one. */
  get nomor(): number {
    return this.dikirim + 1;
  }

  /** Sent or waiting. */
  get belumTerjawab(): number {
    return this.beredar;
  }

  tambah(satu: T): void {
    if (this.menunggu.length === 0) this.sejak = performance.now();
    this.menunggu.push(satu);
    this.beredar++;
    if (this.serentak === 2 && this.boleh()) this.kirim();
    else this.jadwalkan();
  }

  /** Takes away what waits; it is not written. */
  ambil(): readonly T[] {
    const diambil = this.menunggu;
    this.menunggu = [];
    this.beredar -= diambil.length;
    return diambil;
  }

  /** Writes what waits, and settles when all has been answered. */
  tuntas(): Promise<void> {
    if (this.menunggu.length > 0) this.kirim();
    return this.terakhir;
  }

  private boleh(): boolean {
    return this.berjalan < this.serentak && 2 * this.menunggu.length >= this.pemanggil;
  }

  private jadwalkan(): void {
    if (this.terjadwal) return;
    this.terjadwal = true;
    setImmediate(() => {
      this.terjadwal = false;
      if (this.menunggu.length > 0 && (this.berjalan === 0 || this.boleh())) this.kirim();
    });
  }

  private kirim(): void {
    const kelompok = this.menunggu;
    this.menunggu = [];
    this.berjalan++;
    this.terakhir = this.tulis(kelompok, ++this.dikirim, this.sejak).then(() => {
      this.pemanggil = this.beredar;
      this.beredar -= kelompok.length;
      this.berjalan--;
      if (this.menunggu.length > 0) this.jadwalkan();
    });
  }
}
