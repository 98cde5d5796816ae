import { X509Certificate } from 'node:crypto';
import { sha256Hex } from '../../kernel/sidik.js';
import { periksaCap } from './cap-waktu.js';
import { atributTertanda, bacaCms, type CmsTerbaca, OID, susunCms } from './cms.js';
import {
  bacaFormulir,
  bacaIsian,
  type IsianTandaTangan,
  type Medan,
  RUANG,
  siapkanTandaTangan,
  sidikTanpaLubang,
} from './pades.js';
import { adalahKamus, adalahLarik, BerkasPdf, bulat, jenisNilai, PdfTidakTerbaca } from './pdf.baca.js';
import { adaYangAsing, jalurKeAkar, masaBerlaku } from './rantai.js';
import { namaUmum, PANJANG_NAMA, paling } from './sertifikat.js';
import type { Temuan } from './temuan.js';

export type BahanPeriksa = {
  readonly pdf: Uint8Array;
  /** Certificates (DER) that are trusted to name signers, and those trusted to stamp the time. */
  readonly akar: readonly Uint8Array[];
  readonly akarCap?: readonly Uint8Array[];
  /** SHA-256 (hex) of a certificate, and since when it is not to be trusted any more. */
  readonly dicabut?: ReadonlyMap<string, Date>;
  readonly kini: Date;
  /** What the log says; without it a document is only checked against itself. */
  readonly harap?: {
    readonly sidik?: string; // SHA-256 of the file
    readonly sidikAsli?: string; // of the file before the first signature
    readonly penandatangan?: Readonly<Record<string, string>>; // field -> SHA-256 of the certificate
    readonly pada?: Readonly<Record<string, Date>>; // field -> time of the event
  };
};

export type LaporanTandaTangan = {
  readonly medan: string;
  readonly nama: string;
  readonly sebutan: string;
  /** As the signer says, or as the time-stamp says. */
  readonly pada: string | null;
  readonly tingkat: 'B-B' | 'B-T' | null;
  readonly sertifikat: string | null; // SHA-256, hex
  readonly sah: boolean;
  readonly temuan: readonly Temuan[];
};
export type LaporanPeriksa = {
  readonly sah: boolean;
  readonly sidik: string;
  /** Of the document as a whole. */
  readonly temuan: readonly Temuan[];
  /** In the order in which they were made. */
  readonly tandaTangan: readonly LaporanTandaTangan[];
};

/** Bytes of a document that is read at all. */
export const BATAS_PDF = 32 * 1024 * 1024;
const SELISIH_JAM = 5 * 60_000; // ms by which clocks may differ
const RENTANG = 20; // signatures in one document

type Rentang = { readonly lubang: readonly [number, number]; readonly akhir: number };
type Tertanda = { readonly medan: Medan; readonly rentang: Rentang | undefined };

const rentangDari = (pdf: BerkasPdf, medan: Medan): Rentang | undefined => {
  const ttd = pdf.nilai(medan.isi.get('V') ?? null);
  const r = adalahKamus(ttd) ? pdf.nilai(ttd.get('ByteRange') ?? null) : null;
  const [nol, awal, sesudah, sisa, ...lain] = adalahLarik(r) ? r.map((n) => bulat(n) ?? -1) : [];
  if (nol !== 0 || awal === undefined || sesudah === undefined || sisa === undefined) return undefined;
  if (lain.length > 0 || awal < 1 || sesudah < awal + 2 || sisa < 1) return undefined;
  return { lubang: [awal, sesudah], akhir: sesudah + sisa };
};

const tertanda = (pdf: BerkasPdf): Tertanda[] =>
  bacaFormulir(pdf)
    .medan.filter((m) => m.isi.has('V'))
    .map((medan) => ({ medan, rentang: rentangDari(pdf, medan) }));

const halaman = (pdf: BerkasPdf): number | undefined =>
  bulat(pdf.nilai(pdf.kamus(pdf.kamus(pdf.trailer.get('Root')).get('Pages')).get('Count') ?? null));

const halamanBerubah = (lama: Uint8Array, baru: BerkasPdf): boolean => {
  try {
    return halaman(new BerkasPdf(lama)) !== halaman(baru);
  } catch {
    return false; // told otherwise
  }
};

/** The hole is `/Contents <…>` of the signature, in our own digits; the bytes in it. */
const isiLubang = (pdf: Buffer, [awal, sesudah]: readonly [number, number]): Buffer | undefined => {
  const kunci = '/Contents ';
  if (pdf.toString('latin1', awal - kunci.length, awal + 1) !== `${kunci}<`) return undefined;
  const heksa = pdf.toString('latin1', awal + 1, sesudah - 1);
  if (pdf[sesudah - 1] !== 0x3e || heksa.length % 2 !== 0 || !/^[0-9a-f]+$/.test(heksa)) return undefined;
  return Buffer.from(heksa, 'hex');
};

/** Length of the DER at the beginning; what follows it must be the zeros that we left. */
const tanpaNol = (b: Buffer): Buffer | undefined => {
  const bentuk = b[1] ?? 0;
  const banyak = bentuk < 0x80 ? 0 : bentuk & 0x7f;
  if (banyak > 3) return undefined;
  const panjang = 2 + banyak + (banyak === 0 ? bentuk : b.readUIntBE(2, banyak));
  return panjang <= b.length && b.subarray(panjang).every((x) => x === 0)
    ? b.subarray(0, panjang)
    : undefined;
};

/** The document before this signature, if what was added is exactly what we would have added. */
const sebelumTandaTangan = (
  pdf: BerkasPdf,
  medan: Medan,
  isian: IsianTandaTangan,
  [awal, sesudah]: readonly [number, number],
): Buffer | undefined => {
  const acuan = jenisNilai(medan.isi.get('V'), 'rujukan');
  const letak = acuan && pdf.letak.get(acuan.nomor);
  const ruang = (sesudah - awal - 2) / 2;
  if (!letak || !('posisi' in letak) || !(Object.values(RUANG) as number[]).includes(ruang)) return undefined;
  const kosong = Buffer.from(pdf.isi).fill('0', awal + 1, sesudah - 1);
  for (const batas of [letak.posisi, letak.posisi - 1]) {
    const lama = pdf.isi.subarray(0, Math.max(0, batas));
    try {
      if (siapkanTandaTangan(lama, isian, ruang).pdf.equals(kosong)) return lama;
    } catch {
      // not there: nothing that ends here is a document with this field empty
    }
  }
  return undefined;
};

type Tercap = { readonly pada: Date; readonly dipercaya: boolean };

/** Holds one signature against what it claims. */
class PemeriksaTandaTangan {
  readonly temuan = new Set<Temuan>();
  private cms: CmsTerbaca | undefined;
  private cap: Tercap | undefined;

  constructor(
    private readonly b: BahanPeriksa,
    private readonly medan: Medan,
    private readonly isian: IsianTandaTangan | undefined,
  ) {}

  bukaCms(lubang: Buffer | undefined, sidik: Buffer): void {
    const isi = lubang && tanpaNol(lubang);
    try {
      if (isi === undefined) throw new RangeError('no DER and zeros');
      this.cms = bacaCms(isi);
      this.periksaCms(this.cms, isi, sidik);
    } catch {
      this.catat(
        lubang === undefined ? 'LUBANG_DI_LUAR_ISI' : isi === undefined ? 'CMS_TIDAK_BAKU' : 'CMS_RUSAK',
      );
    }
  }

  private catat(t: Temuan): void {
    this.temuan.add(t);
  }

  private harus(benar: boolean, t: Temuan): void {
    if (!benar) this.catat(t);
  }

  private periksaCms(c: CmsTerbaca, isi: Buffer, sidik: Buffer): void {
    this.harus(c.sidik.equals(sidik), 'SIDIK_BERBEDA');
    this.harus(c.acuanCocok, 'ACUAN_SERTIFIKAT_BERBEDA');
    this.harus(c.tandaTanganSah, 'TANDA_TANGAN_PALSU');
    const baku =
      c.jenisIsi === OID.data &&
      c.isi === undefined &&
      susunCms(c.bahan).equals(isi) &&
      atributTertanda(c.sidik, c.sertifikat.raw).equals(c.bahan.atribut);
    this.harus(baku, 'CMS_TIDAK_BAKU');
    this.periksaCapWaktu(c);
    this.periksaSertifikat(c);
  }

  private periksaCapWaktu({ bahan }: CmsTerbaca): void {
    if (bahan.cap === undefined) return;
    const akar = this.b.akarCap?.map((a) => new X509Certificate(a));
    const cap = periksaCap(bahan.cap, bahan.tandaTangan, akar ?? []);
    this.cap = cap;
    this.harus(cap !== undefined, 'CAP_WAKTU_TIDAK_SAH');
    this.harus(cap?.dipercaya !== false || akar === undefined, 'CAP_WAKTU_TIDAK_DIPERCAYA');
  }

  private periksaSertifikat({ sertifikat, rantai }: CmsTerbaca): void {
    const sidik = sha256Hex(sertifikat.raw);
    const harap = this.b.harap?.penandatangan?.[this.medan.nama];
    this.harus(harap === undefined || harap === sidik, 'PENANDA_TANGAN_LAIN');
    const jalur = jalurKeAkar(
      sertifikat,
      rantai,
      this.b.akar.map((a) => new X509Certificate(a)),
    );
    this.harus(jalur !== undefined && !sertifikat.ca, 'PENERBIT_TIDAK_DIKENAL');
    if (jalur !== undefined) this.harus(!adaYangAsing(rantai, jalur), 'SERTIFIKAT_ASING');
    const nama = this.isian && paling(this.isian.nama, PANJANG_NAMA);
    this.harus(nama === undefined || namaUmum(sertifikat) === nama, 'NAMA_BERBEDA');
    for (const c of [sertifikat, ...(jalur ?? [])]) this.periksaMasa(c);
    this.periksaPencabutan(sidik);
  }

  /** The time that somebody other than the signer vouches for. */
  private get tepercaya(): Date | undefined {
    return this.cap?.dipercaya ? this.cap.pada : this.b.harap?.pada?.[this.medan.nama];
  }

  get pada(): Date | undefined {
    return this.cap?.pada ?? this.isian?.pada;
  }

  private periksaMasa(c: X509Certificate): void {
    const masa = masaBerlaku(c, this.tepercaya ?? this.pada ?? this.b.kini);
    this.harus(masa !== 'belum', 'SERTIFIKAT_BELUM_BERLAKU');
    this.harus(masa !== 'kedaluwarsa', 'SERTIFIKAT_KEDALUWARSA');
  }

  /** Whoever has a revoked key can write any date: only a time from elsewhere saves what was signed before. */
  private periksaPencabutan(sidik: string): void {
    const sejak = this.b.dicabut?.get(sidik);
    if (sejak === undefined) return;
    const pada = this.tepercaya;
    this.harus(pada !== undefined && pada < sejak, 'SERTIFIKAT_DICABUT');
  }

  laporan(): LaporanTandaTangan {
    const pada = this.pada;
    if (pada !== undefined)
      this.harus(pada.getTime() <= this.b.kini.getTime() + SELISIH_JAM, 'WAKTU_DI_MASA_DEPAN');
    return {
      medan: this.medan.nama,
      nama: this.isian?.nama ?? '',
      sebutan: this.isian?.sebutan ?? '',
      pada: pada?.toISOString() ?? null,
      tingkat: this.cms === undefined ? null : this.cap === undefined ? 'B-B' : 'B-T',
      sertifikat: this.cms === undefined ? null : sha256Hex(this.cms.sertifikat.raw),
      sah: this.temuan.size === 0,
      temuan: [...this.temuan],
    };
  }
}

type Kupasan = { readonly laporan: LaporanTandaTangan; readonly sebelum: Uint8Array };

/** Checks the last signature of a revision and takes it off. */
const kupas = (b: BahanPeriksa, pdf: BerkasPdf, { medan, rentang }: Tertanda): Kupasan => {
  const isian = bacaIsian(pdf, medan);
  const p = new PemeriksaTandaTangan(b, medan, isian);
  if (rentang === undefined) {
    p.temuan.add('RENTANG_TIDAK_SAH');
    return { laporan: p.laporan(), sebelum: new Uint8Array() };
  }
  p.bukaCms(isiLubang(pdf.isi, rentang.lubang), sidikTanpaLubang(pdf.isi, rentang.lubang));
  const lama = isian && sebelumTandaTangan(pdf, medan, isian, rentang.lubang);
  if (lama === undefined) p.temuan.add('REVISI_BERBEDA');
  const sebelum = lama ?? sebelumTerdekat(pdf, rentang);
  if (halamanBerubah(sebelum, pdf)) p.temuan.add('HALAMAN_BERUBAH');
  return { laporan: p.laporan(), sebelum };
};

/** Where the revision before this one seems to end, only to tell what else is wrong with it. */
const sebelumTerdekat = (pdf: BerkasPdf, { lubang }: Rentang): Uint8Array => {
  const akhir = pdf.isi.lastIndexOf('%%EOF', lubang[0]);
  return akhir < 0 ? new Uint8Array() : pdf.isi.subarray(0, akhir + 5);
};

const semuaTandaTangan = (
  b: BahanPeriksa,
  temuan: Set<Temuan>,
): { laporan: LaporanTandaTangan[]; asli: Uint8Array } => {
  const laporan: LaporanTandaTangan[] = [];
  let isi = b.pdf;
  for (let ke = 0; ; ke++) {
    const pdf = new BerkasPdf(isi);
    const semua = tertanda(pdf);
    if (semua.length === 0) return { laporan, asli: isi };
    if (ke >= RENTANG) throw new PdfTidakTerbaca('too many signatures');
    const [akhir] = semua.sort((x, y) => (y.rentang?.akhir ?? Infinity) - (x.rentang?.akhir ?? Infinity));
    if (akhir === undefined) return { laporan, asli: isi };
    const batas = akhir.rentang?.akhir ?? isi.length;
    if (batas > isi.length) temuan.add('RENTANG_TIDAK_SAH');
    if (batas !== isi.length) {
      temuan.add('BITA_SESUDAH_TANDA_TANGAN');
      if (halamanBerubah(isi.subarray(0, batas), pdf)) temuan.add('HALAMAN_BERUBAH');
    }
    const revisi = batas < isi.length ? new BerkasPdf(isi.subarray(0, batas)) : pdf;
    const medan = bacaFormulir(revisi).medan.find((m) => m.nomor === akhir.medan.nomor);
    const k = kupas(b, revisi, { medan: medan ?? akhir.medan, rentang: akhir.rentang });
    laporan.unshift(k.laporan);
    isi = k.sebelum;
    if (isi.length === 0) return { laporan, asli: isi };
  }
};

const jalankan = (b: BahanPeriksa, temuan: Set<Temuan>): LaporanTandaTangan[] => {
  const { laporan, asli } = semuaTandaTangan(b, temuan);
  if (laporan.length === 0) temuan.add('TANPA_TANDA_TANGAN');
  const waktu = laporan.map((l) => l.pada ?? '');
  if (waktu.some((w, i) => i > 0 && w < (waktu[i - 1] ?? ''))) temuan.add('WAKTU_MUNDUR');
  const sidikAsli = b.harap?.sidikAsli;
  if (sidikAsli !== undefined && sha256Hex(asli) !== sidikAsli) temuan.add('BUKAN_DOKUMEN_ASLI');
  return laporan;
};

/**
 * Our own verification of a document that we signed: every revision must be what we would have written, byte for byte,
 * and every signature must be of the one it names. Never throws for what is in the document.
 */
export const periksaPdf = (b: BahanPeriksa): LaporanPeriksa => {
  const temuan = new Set<Temuan>();
  const sidik = sha256Hex(b.pdf);
  let tandaTangan: LaporanTandaTangan[] = [];
  if (b.harap?.sidik !== undefined && b.harap.sidik !== sidik) temuan.add('BERKAS_BERBEDA_DARI_LOG');
  try {
    if (b.pdf.length > BATAS_PDF) temuan.add('TERLALU_BESAR');
    else tandaTangan = jalankan(b, temuan);
  } catch (e) {
    if (!(e instanceof PdfTidakTerbaca) && !(e instanceof RangeError)) throw e;
    temuan.add(e instanceof PdfTidakTerbaca && e.kunciGanda ? 'KUNCI_GANDA' : 'PDF_TIDAK_TERBACA');
  }
  const sah = temuan.size === 0 && tandaTangan.length > 0 && tandaTangan.every((t) => t.sah);
  return { sah, sidik, temuan: [...temuan], tandaTangan };
};
