import { inflateSync } from 'node:zlib';

/** A PDF that we do not read: damaged, encrypted, or built as none of ours is. The reason is for the log, in English. */
export class PdfTidakTerbaca extends Error {
  override readonly name = 'PdfTidakTerbaca';
  constructor(
    sebab: string,
    /** A key stands twice in one dictionary. */
    readonly kunciGanda = false,
  ) {
    super(sebab);
  }
}

export type Angka = { readonly jenis: 'angka'; readonly teks: string };
export type Nama = { readonly jenis: 'nama'; readonly nama: string };
export type Teks = { readonly jenis: 'teks'; readonly bita: Buffer };
export type Rujukan = { readonly jenis: 'rujukan'; readonly nomor: number; readonly generasi: number };
export type Kamus = ReadonlyMap<string, Nilai>;
export type Nilai = null | boolean | Angka | Nama | Teks | Rujukan | readonly Nilai[] | Kamus;
export type Aliran = { readonly awal: number; readonly akhir: number };
export type Objek = { readonly nilai: Nilai; readonly aliran?: Aliran; readonly generasi: number };

const DALAM = 40; // levels of nesting
const REVISI = 50; // cross-reference sections
const NOMOR = 500_000; // objects
const TERURAI = 32 * 1024 * 1024; // bytes of one unpacked stream
const PUTIH = new Set([0, 9, 10, 12, 13, 32]);
const PEMISAH = new Set([...'()<>[]{}/%'].map((c) => c.charCodeAt(0)));
const LOLOS: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

export const adalahKamus = (n: Nilai | undefined): n is Kamus => n instanceof Map;
export const adalahLarik = (n: Nilai | undefined): n is readonly Nilai[] => Array.isArray(n);
export const jenisNilai = <J extends 'angka' | 'nama' | 'teks' | 'rujukan'>(
  n: Nilai | undefined,
  jenis: J,
): Extract<Nilai, { jenis: J }> | undefined =>
  n !== null && typeof n === 'object' && 'jenis' in n && n.jenis === jenis
    ? (n as Extract<Nilai, { jenis: J }>)
    : undefined;
export const namaDari = (n: Nilai | undefined): string | undefined => jenisNilai(n, 'nama')?.nama;
export const bulat = (n: Nilai | undefined): number | undefined => {
  const teks = jenisNilai(n, 'angka')?.teks;
  return teks !== undefined && /^\+?\d{1,15}$/.test(teks) ? Number(teks) : undefined;
};

const rusak = (sebab: string): never => {
  throw new PdfTidakTerbaca(sebab);
};

/** Reads values one after the other from a place on. */
class Pengurai {
  constructor(
    private readonly b: Buffer,
    public pos: number,
  ) {}

  lewati(): void {
    for (;;) {
      const c = this.b[this.pos];
      if (c === 0x25) while (this.pos < this.b.length && !/[\r\n]/.test(this.huruf())) this.pos++;
      else if (c !== undefined && PUTIH.has(c)) this.pos++;
      else return;
    }
  }

  private huruf(): string {
    return String.fromCharCode(this.b[this.pos] ?? 0);
  }

  /** The run of regular characters here; empty at a delimiter. */
  kata(): string {
    const awal = this.pos;
    for (
      let c = this.b[this.pos];
      c !== undefined && !PUTIH.has(c) && !PEMISAH.has(c);
      c = this.b[++this.pos]
    );
    return this.b.toString('latin1', awal, this.pos);
  }

  harap(kata: string): void {
    this.lewati();
    if (this.kata() !== kata) rusak(`expected ${kata} at ${this.pos}`);
  }

  bilangan(): number {
    this.lewati();
    const k = this.kata();
    return /^\d{1,15}$/.test(k) ? Number(k) : rusak(`expected a number at ${this.pos}`);
  }

  nilai(dalam = 0): Nilai {
    if (dalam > DALAM) rusak('nested too deep');
    this.lewati();
    const c = this.huruf();
    if (c === '/') return this.nama();
    if (c === '(') return this.literal();
    if (c === '[') return this.larik(dalam);
    if (c === '<') return this.b[this.pos + 1] === 0x3c ? this.kamus(dalam) : this.heksa();
    const k = this.kata();
    if (k === 'null') return null;
    if (k === 'true' || k === 'false') return k === 'true';
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(k)) return rusak(`no value at ${this.pos}`);
    return this.rujukan(k) ?? { jenis: 'angka', teks: k };
  }

  private rujukan(k: string): Rujukan | undefined {
    if (!/^\d{1,7}$/.test(k)) return undefined;
    const m = /^\s+(\d{1,5})\s+R(?![^\s()<>[\]{}/%])/.exec(
      this.b.toString('latin1', this.pos, this.pos + 24),
    );
    if (m === null) return undefined;
    this.pos += m[0].length;
    return { jenis: 'rujukan', nomor: Number(k), generasi: Number(m[1]) };
  }

  private nama(): Nama {
    this.pos++;
    const nama = this.kata().replace(/#([0-9a-fA-F]{2})/g, (_, h: string) =>
      String.fromCharCode(Number.parseInt(h, 16)),
    );
    return { jenis: 'nama', nama };
  }

  private larik(dalam: number): Nilai[] {
    this.pos++;
    const isi: Nilai[] = [];
    for (;;) {
      this.lewati();
      if (this.huruf() === ']') {
        this.pos++;
        return isi;
      }
      isi.push(this.nilai(dalam + 1));
    }
  }

  private kamus(dalam: number): Kamus {
    this.pos += 2;
    const isi = new Map<string, Nilai>();
    for (;;) {
      this.lewati();
      if (this.huruf() === '>') {
        if (this.b[this.pos + 1] !== 0x3e) rusak(`broken dictionary at ${this.pos}`);
        this.pos += 2;
        return isi;
      }
      if (this.huruf() !== '/') rusak(`broken dictionary at ${this.pos}`);
      const { nama } = this.nama();
      // Readers differ in which of two they take: who signs one must not have it read as the other.
      if (isi.has(nama)) throw new PdfTidakTerbaca(`the key ${nama} twice`, true);
      isi.set(nama, this.nilai(dalam + 1));
    }
  }

  private heksa(): Teks {
    const akhir = this.b.indexOf(0x3e, this.pos);
    if (akhir < 0) rusak('open string');
    const h = this.b.toString('latin1', this.pos + 1, akhir).replace(/[\0\t\n\f\r ]/g, '');
    if (!/^[0-9a-fA-F]*$/.test(h)) rusak('broken string');
    this.pos = akhir + 1;
    return { jenis: 'teks', bita: Buffer.from(h.length % 2 === 0 ? h : `${h}0`, 'hex') };
  }

  private literal(): Teks {
    const isi: number[] = [];
    let buka = 0;
    for (this.pos++; ; this.pos++) {
      const c = this.b[this.pos] ?? rusak('open string');
      if (c === 0x5c) this.lolos(isi);
      else if (c === 0x29 && buka-- === 0) break;
      else {
        if (c === 0x28) buka++;
        isi.push(c);
      }
    }
    this.pos++;
    return { jenis: 'teks', bita: Buffer.from(isi) };
  }

  private lolos(isi: number[]): void {
    this.pos++;
    const oktal = /^[0-7]{1,3}/.exec(this.b.toString('latin1', this.pos, this.pos + 3))?.[0];
    if (oktal !== undefined) {
      isi.push(Number.parseInt(oktal, 8) & 0xff);
      this.pos += oktal.length - 1;
    } else if (this.huruf() === '\r' && this.b[this.pos + 1] === 10) this.pos++;
    else if (!/[\r\n]/.test(this.huruf())) isi.push(LOLOS[this.huruf()] ?? this.b[this.pos] ?? 0);
  }
}

type Letak =
  | { readonly posisi: number; readonly generasi: number }
  | { readonly di: number; readonly ke: number };
type Bagian = {
  readonly letak: ReadonlyMap<number, Letak | null>;
  readonly trailer: Kamus;
  readonly aliran: boolean;
};

/** A PNG predictor, which is what cross-reference streams are packed with. */
const tanpaPrediktor = (b: Buffer, kolom: number): Buffer => {
  const lebar = kolom + 1;
  if (kolom < 1 || kolom > 64 || b.length % lebar !== 0) rusak('broken predictor');
  const hasil = Buffer.alloc((b.length / lebar) * kolom);
  for (let y = 0; y < b.length / lebar; y++)
    for (let x = 0; x < kolom; x++) {
      const jenis = b[y * lebar];
      const atas = y === 0 ? 0 : (hasil[(y - 1) * kolom + x] ?? 0);
      const kiri = x === 0 ? 0 : (hasil[y * kolom + x - 1] ?? 0);
      const tambah =
        jenis === 0 ? 0 : jenis === 1 ? kiri : jenis === 2 ? atas : rusak('a predictor we do not read');
      hasil[y * kolom + x] = (b[y * lebar + x + 1] ?? 0) + tambah;
    }
  return hasil;
};

/** One revision of a PDF, read through its cross-reference sections and in no other way: nothing is searched or repaired. */
export class BerkasPdf {
  readonly isi: Buffer;
  readonly mulaiXref: number;
  readonly trailer: Kamus;
  /** Whether the newest section is a stream; an update has to be of the same kind. */
  readonly xrefAliran: boolean;
  readonly letak = new Map<number, Letak | null>();
  private readonly bongkaran = new Map<number, readonly Objek[]>();

  /** Throws PdfTidakTerbaca. */
  constructor(isi: Uint8Array) {
    this.isi = Buffer.from(isi.buffer, isi.byteOffset, isi.length);
    if (!/^%PDF-[12]\.\d/.test(this.isi.toString('latin1', 0, 8))) rusak('no PDF');
    const ekor = this.isi.toString('latin1', Math.max(0, this.isi.length - 64));
    const m = /startxref[ \r\n]+(\d{1,10})[ \r\n]+%%EOF[\r\n]*$/.exec(ekor);
    this.mulaiXref = Number(m?.[1] ?? rusak('does not end as a PDF does'));
    const bagian = this.bagianBagian();
    const [baru] = bagian;
    this.trailer = baru?.trailer ?? rusak('no cross-reference');
    this.xrefAliran = baru?.aliran === true;
    for (const b of bagian) for (const [n, l] of b.letak) if (!this.letak.has(n)) this.letak.set(n, l);
    if (this.trailer.has('Encrypt')) rusak('encrypted');
  }

  get ukuran(): number {
    const n = bulat(this.trailer.get('Size')) ?? rusak('no Size');
    return n <= NOMOR ? n : rusak('too many objects');
  }

  private bagianBagian(): Bagian[] {
    const hasil: Bagian[] = [];
    const dilihat = new Set<number>();
    for (let pos: number | undefined = this.mulaiXref; pos !== undefined; ) {
      if (dilihat.has(pos) || dilihat.size >= REVISI) rusak('cross-references in a circle');
      dilihat.add(pos);
      const b: Bagian =
        this.isi.toString('latin1', pos, pos + 4) === 'xref' ? this.tabel(pos) : this.tabelAliran(pos);
      if (b.trailer.has('XRefStm')) rusak('hybrid cross-reference');
      hasil.push(b);
      const sebelum = b.trailer.get('Prev');
      pos = sebelum === undefined ? undefined : (bulat(sebelum) ?? rusak('broken Prev'));
    }
    return hasil;
  }

  private tabel(pos: number): Bagian {
    const p = new Pengurai(this.isi, pos + 4);
    const letak = new Map<number, Letak | null>();
    for (;;) {
      p.lewati();
      const k = p.kata();
      if (k === 'trailer') break;
      const [awal, banyak] = [
        Number(/^\d{1,7}$/.exec(k)?.[0] ?? rusak('broken cross-reference')),
        p.bilangan(),
      ];
      if (awal + banyak > NOMOR) rusak('too many objects');
      for (let i = 0; i < banyak; i++) {
        const [posisi, generasi] = [p.bilangan(), p.bilangan()];
        p.lewati();
        const jenis = p.kata();
        if (jenis !== 'n' && jenis !== 'f') rusak('broken cross-reference');
        letak.set(awal + i, jenis === 'n' ? { posisi, generasi } : null);
      }
    }
    const trailer = p.nilai();
    return adalahKamus(trailer) ? { letak, trailer, aliran: false } : rusak('no trailer');
  }

  private tabelAliran(pos: number): Bagian {
    const { nilai: trailer, aliran } = this.objekDi(pos);
    if (!adalahKamus(trailer) || namaDari(trailer.get('Type')) !== 'XRef' || aliran === undefined)
      return rusak('no cross-reference');
    const b = this.urai(trailer, aliran);
    const bilangan = (n: Nilai | undefined): number[] =>
      adalahLarik(n) ? n.map((x) => bulat(x) ?? rusak('broken cross-reference')) : [];
    const [w0 = 0, w1 = 0, w2 = 0] = bilangan(trailer.get('W'));
    if (w1 < 1 || Math.max(w0, w1, w2) > 6) rusak('broken cross-reference');
    const indeks = bilangan(trailer.get('Index') ?? null);
    if (indeks.length === 0) indeks.push(0, bulat(trailer.get('Size')) ?? 0);
    const letak = new Map<number, Letak | null>();
    let di = 0;
    const ambil = (lebar: number, bawaan: number): number => {
      di += lebar;
      return lebar === 0
        ? bawaan
        : di <= b.length
          ? b.readUIntBE(di - lebar, lebar)
          : rusak('short cross-reference');
    };
    for (let i = 0; i + 1 < indeks.length; i += 2)
      for (let n = 0; n < (indeks[i + 1] ?? 0); n++) {
        const [jenis, satu, dua] = [ambil(w0, 1), ambil(w1, 0), ambil(w2, 0)];
        const isi =
          jenis === 1 ? { posisi: satu, generasi: dua } : jenis === 2 ? { di: satu, ke: dua } : null;
        letak.set((indeks[i] ?? 0) + n, isi);
      }
    return { letak, trailer, aliran: true };
  }

  private objekDi(pos: number, nomor?: number): Objek {
    const p = new Pengurai(this.isi, pos);
    const [n, generasi] = [p.bilangan(), p.bilangan()];
    if (nomor !== undefined && n !== nomor) rusak(`object ${nomor} is not where it should be`);
    p.harap('obj');
    const nilai = p.nilai();
    p.lewati();
    const kata = p.kata();
    if (kata === 'endobj') return { nilai, generasi };
    if (kata !== 'stream' || !adalahKamus(nilai)) return rusak(`object at ${pos} does not end`);
    const awal = p.pos + (this.isi[p.pos] === 13 ? 2 : 1);
    const l = nilai.get('Length');
    const panjang =
      bulat(jenisNilai(l, 'rujukan') === undefined ? l : this.nilai(l)) ?? rusak('a stream without length');
    const sesudah = new Pengurai(this.isi, awal + panjang);
    sesudah.harap('endstream');
    return { nilai, generasi, aliran: { awal, akhir: awal + panjang } };
  }

  private urai(kamus: Kamus, { awal, akhir }: Aliran): Buffer {
    const mentah = this.isi.subarray(awal, akhir);
    const saring = this.nilai(kamus.get('Filter') ?? null);
    const [satu] = adalahLarik(saring) && saring.length === 1 ? saring : [saring];
    if (satu === null || satu === undefined) return mentah;
    if (namaDari(satu) !== 'FlateDecode') return rusak('a filter we do not read');
    const terurai = this.kembung(mentah);
    const p = this.nilai(kamus.get('DecodeParms') ?? null);
    const isi = adalahLarik(p) ? p[0] : p;
    if (!adalahKamus(isi) || (bulat(isi.get('Predictor')) ?? 1) < 10) return terurai;
    return tanpaPrediktor(terurai, bulat(isi.get('Columns')) ?? 1);
  }

  private kembung(b: Buffer): Buffer {
    try {
      return inflateSync(b, { maxOutputLength: TERURAI });
    } catch {
      return rusak('broken or too large stream');
    }
  }

  /** Unpacked bytes of a stream object; throws for filters other than Flate. */
  aliran(o: Objek): Buffer {
    return adalahKamus(o.nilai) && o.aliran !== undefined ? this.urai(o.nilai, o.aliran) : rusak('no stream');
  }

  objek(nomor: number): Objek | undefined {
    const l = this.letak.get(nomor);
    if (l === null || l === undefined) return undefined;
    if ('posisi' in l) return this.objekDi(l.posisi, nomor);
    const wadah = this.bongkaran.get(l.di) ?? this.bongkar(l.di);
    return wadah[l.ke];
  }

  private bongkar(nomor: number): readonly Objek[] {
    const l = this.letak.get(nomor);
    if (l === null || l === undefined || !('posisi' in l)) return rusak('an object stream is missing');
    const o = this.objekDi(l.posisi, nomor);
    if (!adalahKamus(o.nilai) || namaDari(o.nilai.get('Type')) !== 'ObjStm') return rusak('no object stream');
    const b = this.aliran(o);
    const [banyak, pertama] = [bulat(o.nilai.get('N')) ?? 0, bulat(o.nilai.get('First')) ?? 0];
    if (banyak > NOMOR) rusak('too many objects');
    const kepala = new Pengurai(b, 0);
    const hasil = Array.from({ length: banyak }, (): Objek => {
      kepala.bilangan();
      return { nilai: new Pengurai(b, pertama + kepala.bilangan()).nilai(), generasi: 0 };
    });
    this.bongkaran.set(nomor, hasil);
    return hasil;
  }

  /** The value itself, through at most a few references. */
  nilai(n: Nilai | undefined): Nilai {
    let isi = n ?? null;
    for (let i = 0; i < 8; i++) {
      const r = jenisNilai(isi, 'rujukan');
      if (r === undefined) return isi;
      isi = this.objek(r.nomor)?.nilai ?? null;
    }
    return rusak('references in a circle');
  }

  kamus(n: Nilai | undefined): Kamus {
    const isi = this.nilai(n);
    return adalahKamus(isi) ? isi : rusak('expected a dictionary');
  }
}
