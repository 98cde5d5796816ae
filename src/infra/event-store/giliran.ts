/** So many at once, first come first served: what waits its turn has not begun, so no time limit of its own runs yet. */
export class Giliran {
  private berjalan = 0;
  private readonly menunggu: (() => void)[] = [];

  constructor(private readonly sekaligus: number) {}

  async dapat<T>(kerja: () => Promise<T>): Promise<T> {
    if (this.berjalan < this.sekaligus) this.berjalan++;
    else await new Promise<void>((lanjut) => this.menunggu.push(lanjut));
    try {
      return await kerja();
    } finally {
      const berikut = this.menunggu.shift(); // takes over this place
      if (berikut === undefined) this.berjalan--;
      else berikut();
    }
  }
}
