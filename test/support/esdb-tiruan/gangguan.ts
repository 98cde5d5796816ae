import { status } from '@grpc/grpc-js';

export type Panggilan = 'tambah' | 'baca' | 'langganan';
export type KodeGangguan =
  | 'UNKNOWN'
  | 'INTERNAL'
  | 'DATA_LOSS'
  | 'DEADLINE_EXCEEDED'
  | 'UNAVAILABLE'
  | 'CANCELLED'
  | 'PERMISSION_DENIED'
  | 'UNAUTHENTICATED';

/** Which appends lose their answer: the n-th from now, the next k, or each with a probability under a seed. */
export type PilihJawaban =
  | { readonly ke: number }
  | { readonly berikut: number }
  | { readonly peluang: number; readonly benih: number };

type Putus = { sesudah: number; kali: number };
type Kode = { kode: KodeGangguan; kali: number; tersimpan: boolean };

/** mulberry32: the same seed, the same faults. */
export const pengacak = (benih: number): (() => number) => {
  let a = benih >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** The faults that lie in an answer. Those of the line are in Saluran, those of the members in Anggota. */
export class Gangguan {
  private readonly putus: Record<'baca' | 'langganan', Putus> = {
    baca: { sesudah: 0, kali: 0 },
    langganan: { sesudah: 0, kali: 0 },
  };
  private readonly kode = new Map<Panggilan, Kode>();
  private readonly bisu = new Set<Panggilan>();
  private jeda = { sebelum: 0, sesudah: 0 };
  private hilang: (() => boolean) | null = null;
  private sisaVersiSalah = 0;
  private ganda = 0;
  private mundur = 0;

  /** Accepts these calls and never answers them; an append is not stored. */
  diam(panggilan: readonly Panggilan[] = ['tambah', 'baca', 'langganan']): void {
    for (const p of panggilan) this.bisu.add(p);
  }

  bicara(): void {
    this.bisu.clear();
  }

  /** Every call waits: before it is carried out, and, for an append, between the commit and the answer (long: it is never given). */
  lambat(jeda: { sebelum?: number; sesudah?: number }): void {
    this.jeda = { sebelum: 0, sesudah: 0, ...jeda };
  }

  /** Commits, then cuts the line instead of answering. */
  hilangJawaban(pilih: PilihJawaban | null): void {
    if (pilih === null) {
      this.hilang = null;
    } else if ('peluang' in pilih) {
      const acak = pengacak(pilih.benih);
      this.hilang = () => acak() < pilih.peluang;
    } else {
      let hitung = 0;
      const [dari, sampai] = 'ke' in pilih ? [pilih.ke, pilih.ke] : [1, pilih.berikut];
      this.hilang = () => ++hitung >= dari && hitung <= sampai;
    }
  }

  /**
   * Cuts the line of the next `kali` reads or subscriptions to begin, after that many events. What a slow reader has
   * not taken off the line by then is lost with it. Those already running: `kluster.potong`, `kluster.akhiriLangganan`.
   */
  putuskan(panggilan: 'baca' | 'langganan', sesudah: number, kali = 1): void {
    this.putus[panggilan] = { sesudah, kali };
  }

  /** A subscription sends every n-th event twice (0: none). */
  gandakan(setiap: number): void {
    this.ganda = setiap;
  }

  /** A subscription from a position begins n events before it, as one does that lost its last checkpoints. */
  mundurkan(peristiwa: number): void {
    this.mundur = peristiwa;
  }

  /** The next `kali` calls end with a status code; an append may be stored all the same. */
  jawabKode(
    kode: KodeGangguan,
    pilih: { panggilan?: Panggilan; kali?: number; tersimpan?: boolean } = {},
  ): void {
    const { panggilan = 'tambah', kali = 1, tersimpan = false } = pilih;
    this.kode.set(panggilan, { kode, kali, tersimpan });
  }

  /** The next `kali` appends are stored and answered with a wrong expected version, as a retry inside the server would be. */
  versiSalah(kali = 1): void {
    this.sisaVersiSalah = kali;
  }

  /** No fault from here on. */
  reda(): void {
    this.bisu.clear();
    this.kode.clear();
    this.jeda = { sebelum: 0, sesudah: 0 };
    this.hilang = null;
    this.sisaVersiSalah = 0;
    this.ganda = 0;
    this.mundur = 0;
    this.putus.baca.kali = 0;
    this.putus.langganan.kali = 0;
  }

  // What the handlers ask.

  takMenjawab(p: Panggilan): boolean {
    return this.bisu.has(p);
  }

  get jedaSebelum(): number {
    return this.jeda.sebelum;
  }

  get jedaSesudah(): number {
    return this.jeda.sesudah;
  }

  jawabanHilang(): boolean {
    return this.hilang?.() ?? false;
  }

  salahkanVersi(): boolean {
    return this.sisaVersiSalah > 0 && this.sisaVersiSalah-- > 0;
  }

  ambilKode(p: Panggilan): { code: status; details: string; tersimpan: boolean } | null {
    const pasang = this.kode.get(p);
    if (pasang === undefined || pasang.kali <= 0) return null;
    pasang.kali--;
    return { code: status[pasang.kode], details: `gangguan: ${pasang.kode}`, tersimpan: pasang.tersimpan };
  }

  /** After how many events this read or subscription is cut; null: it is not. */
  ambilPutus(p: 'baca' | 'langganan'): number | null {
    const putus = this.putus[p];
    if (putus.kali <= 0) return null;
    putus.kali--;
    return putus.sesudah;
  }

  kaliKirim(nomor: number): number {
    return this.ganda > 0 && nomor % this.ganda === 0 ? 2 : 1;
  }

  get langkahMundur(): number {
    return this.mundur;
  }
}
