/** One step of a JSON Pointer (RFC 6901). */
export const langkahJalur = (nama: string | number): string =>
  `/${String(nama).replaceAll('~', '~0').replaceAll('/', '~1')}`;

type Wadah = { readonly jalur: string; readonly kunci: Set<string> | null; nama: string | number };

const akhirTeks = (teks: string, mulai: number): number => {
  for (let i = mulai + 1; ; i++) {
    if (teks[i] === '\\') i++;
    else if (teks[i] === '"') return i;
  }
};

/** Walks valid JSON once, with a stack of its own. */
class Pemindai {
  readonly ganda: string[] = [];
  private readonly tumpukan: Wadah[] = [];
  private menungguNama = false;

  constructor(private readonly teks: string) {}

  pindai(): this {
    for (let i = 0; i < this.teks.length; i++) {
      const huruf = this.teks[i];
      if (huruf === '"') i = this.lewatiTeks(i);
      else if (huruf === '{' || huruf === '[') this.buka(huruf === '{');
      else if (huruf === '}' || huruf === ']') this.tutup();
      else if (huruf === ',') this.lanjut();
    }
    return this;
  }

  private buka(objek: boolean): void {
    const atas = this.tumpukan.at(-1);
    const jalur = atas === undefined ? '' : atas.jalur + langkahJalur(atas.nama);
    this.tumpukan.push({ jalur, kunci: objek ? new Set() : null, nama: 0 });
    this.menungguNama = objek;
  }

  private tutup(): void {
    this.tumpukan.pop();
    this.menungguNama = false;
  }

  private lanjut(): void {
    const atas = this.tumpukan.at(-1);
    if (atas === undefined) return;
    if (typeof atas.nama === 'number') atas.nama++;
    this.menungguNama = atas.kunci !== null;
  }

  /** Gives where the text ends; takes it for a name where one is due. */
  private lewatiTeks(mulai: number): number {
    const akhir = akhirTeks(this.teks, mulai);
    const atas = this.tumpukan.at(-1);
    if (this.menungguNama && atas?.kunci) {
      const nama = JSON.parse(this.teks.slice(mulai, akhir + 1)) as string;
      if (atas.kunci.has(nama)) this.ganda.push(atas.jalur + langkahJalur(nama));
      atas.kunci.add(nama);
      atas.nama = nama;
      this.menungguNama = false;
    }
    return akhir;
  }
}

/**
 * The JSON Pointers of names that stand twice in one object: JSON.parse keeps the last one silently, another reader
 * the first, so such a file says two things. `teks` must be valid JSON; nesting costs no call stack.
 */
export const namaGanda = (teks: string): string[] => new Pemindai(teks).pindai().ganda;

/** Every text value inside a parsed JSON value, with its JSON Pointer. Nesting costs no stack. */
export function* semuaTeks(akar: unknown): Generator<readonly [jalur: string, teks: string]> {
  const antre: [string, unknown][] = [['', akar]];
  for (let isi = antre.pop(); isi !== undefined; isi = antre.pop()) {
    const [jalur, nilai] = isi;
    if (typeof nilai === 'string') yield [jalur, nilai];
    else if (typeof nilai === 'object' && nilai !== null)
      for (const nama of Object.keys(nilai).reverse())
        antre.push([jalur + langkahJalur(nama), (nilai as Record<string, unknown>)[nama]]);
  }
}
