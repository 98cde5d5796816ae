import { bacaSel } from '../kernel/isian-lembar.js';
import {
  type BarisLembar,
  KOSONG,
  type Kolom,
  LEMBAR_DAFTAR,
  type LembarTerbaca,
  type Sel,
} from '../kernel/lembar-kerja.js';
import { Penolakan, tolak } from '../kernel/penolakan.js';
import { type Asal, BATAS_DITOLAK } from './borongan.js';
import type { Cetakan } from './cetakan.js';
import type { BarisTerisi, IsiBerkas, KunciTemplat, LembarTemplat, Templat } from './templat.js';

/** The sheet that says what a file is; in a CSV its first row does. */
export const PETUNJUK = 'Petunjuk';
const MEREK = 'amanah';

/** How a file names its template and whose it is; a CSV also which sheet. */
export const tandaTemplat = ({ jenis, versi }: Templat, k: KunciTemplat, lembar?: string): string[] => [
  MEREK,
  jenis,
  `${versi}`,
  k.pemda,
  k.jabatan === undefined ? k.opd : `${k.opd}.${k.jabatan}`,
  `${k.tahun}`,
  ...(lembar === undefined ? [] : [lembar]),
];

export type SelDitolak = { readonly asal: Asal; readonly penolakan: Penolakan };
/** `terlewat`: what stands in rows that are not in `isi`, since a cell of theirs is refused. */
export type Bacaan = {
  readonly isi: IsiBerkas;
  readonly ditolak: readonly SelDitolak[];
  readonly terlewat: ReadonlySet<string>;
};

const teks = (s: Sel | undefined): string => (s !== undefined && 'nilai' in s ? String(s.nilai).trim() : '');

const tidakDikenal = (sebab: string): never => tolak('TEMPLAT_TIDAK_DIKENAL', { sebab });

type Bertanda = { readonly lembar: readonly LembarTerbaca[]; readonly tanda: readonly string[] };

const tandaDari = (lembar: readonly LembarTerbaca[], csv: boolean): Bertanda => {
  const di = csv ? lembar[0] : lembar.find((l) => l.nama === PETUNJUK);
  const tanda = (di?.baris[0]?.sel ?? []).map(teks);
  if (tanda[0] !== MEREK)
    return tidakDikenal(`tanda templat di ${csv ? 'baris pertama' : `lembar ${PETUNJUK}`} tidak ada`);
  if (!csv) return { lembar: lembar.filter((l) => l.nama !== PETUNJUK && l.nama !== LEMBAR_DAFTAR), tanda };
  const [isi] = lembar;
  return { lembar: isi === undefined ? [] : [{ nama: tanda[6] ?? '', baris: isi.baris.slice(1) }], tanda };
};

const wajibCocok = (tanda: readonly string[], t: Templat, k: KunciTemplat): void => {
  const [merek, jenis, versi, ...milik] = tandaTemplat(t, k);
  if (tanda[0] !== merek || tanda[1] !== jenis)
    tidakDikenal(`berkas ini templat "${tanda[1]}", bukan "${jenis}"`);
  if (tanda[2] !== versi) tidakDikenal(`versinya ${tanda[2]}, sedangkan yang berlaku ${versi}`);
  const berkas = tanda.slice(3, 6);
  if (berkas.join() !== milik.join())
    tolak('TEMPLAT_TIDAK_COCOK', { berkas: berkas.join(' '), diminta: milik.join(' ') });
};

const rata = (judul: string): string => judul.toLowerCase().replace(/\s+/g, ' ').trim();

/** Which cell of a row each column stands in. */
const letakKolom = (kepala: BarisLembar | undefined, { nama, kolom }: LembarTemplat): number[] => {
  const judul = (kepala?.sel ?? []).map((s) => rata(teks(s)));
  const dikenal = new Set(kolom.map((k) => rata(k.judul)));
  const asing = judul.find((j) => j !== '' && !dikenal.has(j));
  if (asing !== undefined) tidakDikenal(`lembar ${nama} memuat kolom "${asing.slice(0, 60)}"`);
  if (new Set(judul.filter((j) => j !== '')).size < judul.filter((j) => j !== '').length)
    tidakDikenal(`lembar ${nama} memuat satu kolom dua kali`);
  return kolom.map((k) => {
    const letak = judul.indexOf(rata(k.judul));
    return letak < 0 && !k.keterangan ? tidakDikenal(`lembar ${nama} tanpa kolom "${k.judul}"`) : letak;
  });
};

const berisi = (kolom: readonly Kolom[], sel: readonly Sel[]): boolean =>
  kolom.some((k, i) => !k.pengenal && !k.keterangan && (sel[i] ?? KOSONG).jenis !== 'kosong');

const lebihSel = (ada: number, judul: number): Penolakan =>
  new Penolakan('SEL_TIDAK_SAH', {
    sebab: `baris ini memuat ${ada} sel, sedangkan judulnya ${judul}; biasanya karena koma desimal tanpa tanda kutip: tulis "92,75" di dalam kutip, atau 92.75`,
  });

class PembacaLembar {
  private readonly baris: BarisTerisi[] = [];
  private readonly terlihat = new Map<string, number>();

  constructor(
    private readonly templat: LembarTemplat,
    private readonly ditolak: SelDitolak[],
    private readonly terlewat: Set<string>,
    private readonly cetakan: Cetakan,
    private readonly csv: boolean,
  ) {}

  baca(lembar: LembarTerbaca): readonly BarisTerisi[] {
    const [kepala, ...isi] = lembar.baris;
    const letak = letakKolom(kepala, this.templat);
    const { kolom } = this.templat;
    const selebar = kepala?.sel.length ?? 0;
    for (const { nomor, sel } of isi) {
      if (this.ditolak.length >= BATAS_DITOLAK) break;
      if (this.csv && sel.length > selebar) {
        this.tolak(nomor, null, lebihSel(sel.length, selebar));
        continue; // from the surplus on, each cell stands under another's heading
      }
      const susun = letak.map((l) => sel[l] ?? KOSONG);
      if (!berisi(kolom, susun)) continue;
      if (sel.some((s, i) => s.jenis !== 'kosong' && !letak.includes(i)))
        this.tolak(nomor, null, new Penolakan('SEL_TIDAK_SAH', { sebab: 'ada isi di luar kolom templat' }));
      this.satu(nomor, susun);
    }
    return this.cetakan.utuh(this.templat, this.baris);
  }

  private satu(nomor: number, sel: readonly Sel[]): void {
    const isian: Record<string, string | null> = {};
    const sebelum = this.ditolak.length;
    for (const [i, k] of this.templat.kolom.entries()) {
      if (k.keterangan) continue;
      try {
        isian[k.kunci] = bacaSel(k, sel[i] ?? KOSONG);
      } catch (e) {
        if (!(e instanceof Penolakan)) throw e;
        this.tolak(nomor, k.judul, e);
      }
    }
    if (this.ditolak.length === sebelum)
      this.tunggal({ nomor, isian, tetap: this.cetakan.ambil(this.templat, isian) });
    else for (const s of sel) this.terlewat.add(teks(s));
  }

  private tunggal(b: BarisTerisi): void {
    const kunci = JSON.stringify(this.templat.unik.map((u) => b.isian[u] ?? null));
    const lebihDulu = this.terlihat.get(kunci);
    if (lebihDulu !== undefined && !b.tetap) {
      this.tolak(b.nomor, null, new Penolakan('PAKET_GANDA', { baris: lebihDulu }));
      return;
    }
    this.terlihat.set(kunci, b.nomor);
    this.baris.push(b);
  }

  private tolak(baris: number, kolom: string | null, penolakan: Penolakan): void {
    this.ditolak.push({ asal: { lembar: this.templat.nama, baris, kolom }, penolakan });
  }
}

/**
 * What a file says in the terms of its template, and every cell that does not. Refuses as a whole TEMPLAT_TIDAK_DIKENAL
 * and TEMPLAT_TIDAK_COCOK: then its rows cannot be understood.
 */
export const bacaTemplat = (
  terbaca: readonly LembarTerbaca[],
  templat: Templat,
  k: KunciTemplat,
  cetakan: Cetakan,
): Bacaan => {
  const csv = terbaca.length === 1 && terbaca[0]?.nama === '';
  const { lembar, tanda } = tandaDari(terbaca, csv);
  wajibCocok(tanda, templat, k);
  const ditolak: SelDitolak[] = [];
  const terlewat = new Set<string>();
  const isi = new Map<string, readonly BarisTerisi[]>();
  for (const satu of lembar) {
    const milik = templat.lembar.find((l) => rata(l.nama) === rata(satu.nama));
    if (milik !== undefined)
      isi.set(milik.nama, new PembacaLembar(milik, ditolak, terlewat, cetakan, csv).baca(satu));
    else if (csv || satu.baris.length > 0) tidakDikenal(`lembar "${satu.nama.slice(0, 60)}" tidak dikenal`);
  }
  return { isi, ditolak: ditolak.slice(0, BATAS_DITOLAK), terlewat };
};
