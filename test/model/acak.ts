// Jest resolves a global anew at each use, which is most of what drawing would cost.
const { floor, imul } = Math;

/** A random source that one number repeats (mulberry32): the seed printed with a run runs it again. */
export class Acak {
  constructor(private keadaan: number) {}

  pecahan(): number {
    this.keadaan = (this.keadaan + 0x6d2b79f5) | 0;
    let t = imul(this.keadaan ^ (this.keadaan >>> 15), 1 | this.keadaan);
    t = (t + imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  bulat(sampai: number): number {
    return floor(this.pecahan() * sampai);
  }

  mungkin(peluang: number): boolean {
    return this.pecahan() < peluang;
  }

  satu<const T>(daftar: readonly T[]): T {
    return daftar[this.bulat(daftar.length)] as T;
  }

  /** Mostly one of what is plausible, now and then one of what is not. */
  kadang<const T, const A>(wajar: readonly T[], aneh: readonly A[], peluang = 0.04): T | A {
    return this.mungkin(peluang) ? this.satu(aneh) : this.satu(wajar);
  }

  beberapa<const T>(daftar: readonly T[], paling: number): T[] {
    return Array.from({ length: this.bulat(paling + 1) }, () => this.satu(daftar));
  }
}
