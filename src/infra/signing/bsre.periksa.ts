import { createHash, X509Certificate } from 'node:crypto';
import type { Penandatangan } from '../../approval/tanda-tangan/penyedia.js';
import type { KonfigurasiBsre } from '../konfigurasi/bsre.js';
import { periksaCms, type TandaTanganTerbaca } from './bsre.cms.js';
import { periksaKegunaan, periksaOrang, periksaPencabutan, rantai } from './bsre.rantai.js';
import { HasilTidakSah, type Temuan, tidakSah } from './bsre.temuan.js';
import { adalahLarik, BerkasPdf, bulat, jenisNilai, type Kamus, namaDari } from './pdf.baca.js';
import { type Gambaran, gambarkan, type Letak, type MedanTte } from './pdf.gambaran.js';

export type BahanPeriksa = {
  readonly asli: Uint8Array;
  readonly hasil: Uint8Array;
  readonly medan: string;
  readonly penandatangan: Penandatangan;
  readonly saat: Date;
};
export type HasilPeriksaTte =
  | { readonly sah: true; readonly sertifikat: string; readonly tingkat: 'B-B' | 'B-T'; readonly pada: Date }
  | { readonly sah: false; readonly temuan: Temuan };

/** Whether what came back is the document that was sent, signed by this person and otherwise unchanged. */
export abstract class PemeriksaHasil {
  abstract periksa(b: BahanPeriksa): Promise<HasilPeriksaTte>;
}

const SELISIH = 2; // points that a box may stand out of the one asked for
const SUB_FILTER = ['ETSI.CAdES.detached', 'adbe.pkcs7.detached'];

const bacaGambaran = (pdf: Uint8Array): { readonly pdf: BerkasPdf; readonly gambaran: Gambaran } => {
  try {
    const berkas = new BerkasPdf(pdf);
    return { pdf: berkas, gambaran: gambarkan(berkas) };
  } catch {
    return tidakSah('PDF_TIDAK_TERBACA');
  }
};

const diDalam = (baru: MedanTte, diminta: Letak | undefined): boolean => {
  const [letak, ...lagi] = baru.letak;
  if (letak === undefined) return true; // no page shows it
  const { kiri, bawah, kanan, atas } = letak.kotak;
  if (lagi.length > 0) return false;
  if (kanan - kiri === 0 || atas - bawah === 0) return true; // invisible
  const k = diminta?.kotak;
  return (
    k !== undefined &&
    letak.halaman === diminta?.halaman &&
    kiri >= k.kiri - SELISIH &&
    kanan <= k.kanan + SELISIH &&
    bawah >= k.bawah - SELISIH &&
    atas <= k.atas + SELISIH
  );
};

/** BSrE signs in a field of its own; one that fills ours is as good. The one that is new. Throws HasilTidakSah. */
const yangBaru = (asli: Gambaran, hasil: Gambaran, medan: string): MedanTte => {
  const berubah = [...hasil.medan.values()].filter((m) => asli.medan.get(m.nama)?.sidik !== m.sidik);
  const hilang = [...asli.medan.keys()].some((nama) => !hasil.medan.has(nama));
  const lama = berubah.some((m) => {
    const semula = asli.medan.get(m.nama);
    return semula !== undefined && (m.nama !== medan || semula.tanda !== null);
  });
  if (hilang || lama) return tidakSah('TANDA_TANGAN_LAMA_BERUBAH');
  const [baru] = berubah;
  if (baru?.tanda == null) return tidakSah('TANPA_TANDA_TANGAN');
  if (berubah.length > 1) return tidakSah('TANDA_TANGAN_BERLEBIH');
  if (!diDalam(baru, asli.medan.get(medan)?.letak[0])) return tidakSah('LETAK_BERBEDA');
  return baru.beraksi ? tidakSah('AKSI_TERSISIP') : baru;
};

const samaIsi = (asli: Gambaran, hasil: Gambaran): void => {
  const halaman = hasil.halaman.every((s, i) => s === asli.halaman[i]);
  if (!halaman || hasil.halaman.length !== asli.halaman.length) tidakSah('HALAMAN_BERBEDA');
  if (hasil.lain !== asli.lain) tidakSah('ISI_LAIN_BERBEDA');
};

type Tercakup = { readonly cms: Buffer; readonly potongan: readonly Buffer[]; readonly akhir: number };

/** Starts at the first byte, with one hole that is exactly the hexadecimal text of /Contents. Throws HasilTidakSah. */
const rentang = (pdf: BerkasPdf, tanda: Kamus): Tercakup => {
  const isi = pdf.nilai(tanda.get('ByteRange') ?? null);
  const [a, b, c, d] = adalahLarik(isi) && isi.length === 4 ? isi.map((n) => bulat(n) ?? -1) : [];
  const cms = jenisNilai(pdf.nilai(tanda.get('Contents') ?? null), 'teks')?.bita;
  if (a !== 0 || b === undefined || c === undefined || d === undefined || cms === undefined)
    return tidakSah('RENTANG_TIDAK_SAH');
  const lubang = pdf.isi.subarray(b, c);
  const heksa = lubang.toString('latin1', 1, lubang.length - 1);
  const tepat =
    b > 0 &&
    c > b + 2 &&
    d > 0 &&
    c + d <= pdf.isi.length &&
    lubang[0] === 0x3c &&
    lubang.at(-1) === 0x3e &&
    /^[0-9a-fA-F]+$/.test(heksa) &&
    cms.equals(Buffer.from(heksa, 'hex'));
  if (!tepat || !SUB_FILTER.includes(namaDari(pdf.nilai(tanda.get('SubFilter') ?? null)) ?? ''))
    return tidakSah('RENTANG_TIDAK_SAH');
  return { cms, potongan: [pdf.isi.subarray(0, b), pdf.isi.subarray(c, c + d)], akhir: c + d };
};

/**
 * What follows the signed bytes (proof of validity, DSS) may change nothing that the signer saw: the revision that was
 * signed must read as the whole file does.
 */
const periksaEkor = (hasil: BerkasPdf, baru: MedanTte, asli: Gambaran, akhir: number): void => {
  const sisa = hasil.isi.toString('latin1', akhir, akhir + 8);
  if (akhir === hasil.isi.length || (/^[\r\n]+$/.test(sisa) && akhir + sisa.length === hasil.isi.length))
    return;
  const { gambaran } = bacaGambaran(hasil.isi.subarray(0, akhir));
  samaIsi(asli, gambaran);
  if (gambaran.medan.get(baru.nama)?.sidik !== baru.sidik) tidakSah('TANDA_TANGAN_BERLEBIH');
};

/** The check of what BSrE gives back: it may rewrite the file, so pages and the rest are compared, not bytes. */
export class PemeriksaHasilBsre extends PemeriksaHasil {
  private readonly akar: readonly X509Certificate[];

  constructor(private readonly k: Pick<KonfigurasiBsre, 'akar' | 'crl' | 'cocok'>) {
    super();
    this.akar = k.akar.map((der) => new X509Certificate(der));
  }

  async periksa(b: BahanPeriksa): Promise<HasilPeriksaTte> {
    try {
      return await this.jalankan(b);
    } catch (e) {
      if (e instanceof HasilTidakSah) return { sah: false, temuan: e.temuan };
      throw e;
    }
  }

  private async jalankan(b: BahanPeriksa): Promise<HasilPeriksaTte> {
    const asli = bacaGambaran(b.asli).gambaran;
    const { pdf, gambaran } = bacaGambaran(b.hasil);
    samaIsi(asli, gambaran);
    const baru = yangBaru(asli, gambaran, b.medan);
    const tercakup = rentang(pdf, baru.tanda ?? new Map());
    periksaEkor(pdf, baru, asli, tercakup.akhir);
    this.lama(pdf, gambaran, baru);
    const cms = periksaCms(tercakup.cms, tercakup.potongan, this.akar);
    await this.orang(cms, b);
    const sertifikat = createHash('sha256').update(cms.sertifikat.raw).digest('hex');
    return {
      sah: true,
      sertifikat,
      tingkat: cms.capWaktu === null ? 'B-B' : 'B-T',
      pada: cms.capWaktu ?? b.saat,
    };
  }

  /** Certificates of earlier signatures were judged when they were made; that they are whole is asked again. */
  private lama(pdf: BerkasPdf, g: Gambaran, baru: MedanTte): void {
    for (const m of g.medan.values()) {
      if (m.tanda === null || m.nama === baru.nama) continue;
      try {
        const { cms, potongan } = rentang(pdf, m.tanda);
        periksaCms(cms, potongan, this.akar);
      } catch {
        tidakSah('TANDA_TANGAN_LAMA_BERUBAH');
      }
    }
  }

  private async orang({ sertifikat, lain }: TandaTanganTerbaca, b: BahanPeriksa): Promise<void> {
    const jalan = rantai(sertifikat, lain, this.akar, b.saat);
    periksaKegunaan(sertifikat);
    const bersambung = [sertifikat, ...jalan];
    for (const [i, penerbit] of jalan.entries())
      await periksaPencabutan(bersambung[i] ?? sertifikat, penerbit, this.k.crl);
    periksaOrang(sertifikat, b.penandatangan, this.k.cocok);
  }
}
