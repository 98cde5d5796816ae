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

/**
 * The JSON Pointers of names that stand twice in one object: JSON.parse keeps the last one silently, another reader
 * the first, so such a file says two things. `teks` must be valid JSON; nesting costs no stack.
 */
export const namaGanda = (teks: string): string[] => {
  const ganda: string[] = [];
  const tumpukan: Wadah[] = [];
  let menungguNama = false;
  for (let i = 0; i < teks.length; i++) {
    const atas = tumpukan.at(-1);
    switch (teks[i]) {
      case '{':
      case '[': {
        const objek = teks[i] === '{';
        const jalur = atas === undefined ? '' : atas.jalur + langkahJalur(atas.nama);
        tumpukan.push({ jalur, kunci: objek ? new Set() : null, nama: 0 });
        menungguNama = objek;
        break;
      }
      case '}':
      case ']':
        tumpukan.pop();
        menungguNama = false;
        break;
      case ',':
        if (typeof atas?.nama === 'number' && atas.kunci === null) atas.nama++;
        menungguNama = atas?.kunci !== null;
        break;
      case '"': {
        const akhir = akhirTeks(teks, i);
        if (menungguNama && atas?.kunci) {
          const nama = JSON.parse(teks.slice(i, akhir + 1)) as string;
          if (atas.kunci.has(nama)) ganda.push(atas.jalur + langkahJalur(nama));
          atas.kunci.add(nama);
          atas.nama = nama;
          menungguNama = false;
        }
        i = akhir;
      }
    }
  }
  return ganda;
};

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
