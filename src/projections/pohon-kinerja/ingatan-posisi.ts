/** Answers of last time, good as long as the views they came from have seen no further event. */
export class IngatanPosisi<T> {
  private readonly isi = new Map<string, { readonly posisi: string; readonly hasil: T }>();

  constructor(private readonly batas: number) {}

  cari(kunci: string, posisi: readonly number[]): T | undefined {
    const ingat = this.isi.get(kunci);
    return ingat?.posisi === posisi.join() ? ingat.hasil : undefined;
  }

  /** `posisi`: where the views stood before anything was read, so that what came in between is never taken for seen. */
  simpan(kunci: string, posisi: readonly number[], hasil: T): T {
    this.isi.delete(kunci); // youngest last
    this.isi.set(kunci, { posisi: posisi.join(), hasil });
    const [tertua] = this.isi.keys();
    if (this.isi.size > this.batas && tertua !== undefined) this.isi.delete(tertua);
    return hasil;
  }
}
