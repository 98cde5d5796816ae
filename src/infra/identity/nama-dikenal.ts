import { createHmac, randomBytes, randomInt } from 'node:crypto';

const GELAR_DEPAN = new Set(['prof', 'dr', 'dra', 'drs', 'drg', 'drh', 'ir', 'h', 'hj', 'kh', 'ns', 'apt']);
const GELAR_BELAKANG = /^(?:\p{Lu}\p{Ll}{0,3}\.)+(?:\p{Lu}\p{Ll}{0,4}\.?)?$|^\p{Lu}{2,4}$/u; // S.Sos., M.M, SE
const KATA = /[\p{L}\p{N}]+(?:['’`]\p{L}+)*/gu;

/** As it is compared: without case, marks and what stands between letters. */
const polos = (teks: string): string =>
  teks
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’`]/gu, '')
    .toLowerCase();
const kataDari = (teks: string): string[] => (teks.normalize('NFKC').match(KATA) ?? []).map(polos);

/** The words of a name without titles before it and behind it. */
export const intiNama = (nama: string): string[] => {
  const bagian = (nama.split(',')[0] ?? '').trim().split(/\s+/);
  const kapital = nama === nama.toUpperCase(); // then a short word says nothing of being a title
  while (bagian.length > 1 && GELAR_DEPAN.has(polos(bagian[0] ?? '').replaceAll('.', ''))) bagian.shift();
  while (!kapital && bagian.length > 2 && GELAR_BELAKANG.test(bagian.at(-1) ?? '')) bagian.pop();
  return kataDari(bagian.join(' '));
};

const FNV_KALI = 0x01000193;

/**
 * Names as a text can be asked for them: only keyed hashes, so that a dump of the memory holds no register of persons.
 * The quick hash finds candidates while the words go by; the strong one tells.
 */
export class KumpulanNama {
  private readonly kunci = randomBytes(32);
  private readonly benih = randomInt(2 ** 31);
  private readonly cepat = new Set<number>();
  private readonly pasti = new Set<string>();
  private terpanjang = 0;

  constructor(daftar: Iterable<string>) {
    for (const nama of daftar) this.tambah(intiNama(nama));
  }

  /** Whether the text holds one of the names: whole words in a row, whatever stands between them. */
  memuat(teks: string): boolean {
    if (this.terpanjang === 0) return false;
    const kata = kataDari(teks);
    return kata.some((_, i) => this.mulaiDi(kata, i));
  }

  private mulaiDi(kata: readonly string[], dari: number): boolean {
    let [hash, panjang] = [this.benih, 0];
    for (let i = dari; i < kata.length; i++) {
      const k = kata[i] as string;
      panjang += k.length;
      if (panjang > this.terpanjang) return false;
      hash = lanjut(hash, k);
      if (this.cepat.has(hash) && this.pasti.has(this.sidik(kata.slice(dari, i + 1).join('')))) return true;
    }
    return false;
  }

  /** A single word is no name that a text could be refused for: there are places and things of that name. */
  private tambah(kata: readonly string[]): void {
    if (kata.length < 2) return;
    const satu = kata.join('');
    this.cepat.add(lanjut(this.benih, satu));
    this.pasti.add(this.sidik(satu));
    this.terpanjang = Math.max(this.terpanjang, satu.length);
  }

  private sidik(teks: string): string {
    return createHmac('sha256', this.kunci).update(teks).digest('base64');
  }
}

const lanjut = (hash: number, kata: string): number => {
  let h = hash;
  for (let i = 0; i < kata.length; i++) h = Math.imul(h ^ kata.charCodeAt(i), FNV_KALI);
  return h;
};
