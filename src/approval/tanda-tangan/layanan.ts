import { randomUUID } from 'node:crypto';
import type { LogKeamanan } from '../../infra/identity/log-keamanan.js';
import type { Arsip } from '../../kernel/arsip.js';
import type { Clock } from '../../kernel/event-store.js';
import { type Kode, Penolakan, tolak } from '../../kernel/penolakan.js';
import type { Rahasia } from '../../kernel/rahasia.js';
import { sha256Hex } from '../../kernel/sidik.js';
import type { DirektoriOrang } from '../direktori-orang.js';
import type { Pelaku } from '../wewenang.js';
import type { DokumenDitandatangani, NaskahTte } from './dokumen.js';
import type {
  HasilTte,
  Penandatangan,
  PenyediaTandaTangan,
  PermintaanTte,
  SebabGagal,
  SesiTte,
} from './penyedia.js';
import type { PemeriksaTandaTangan } from './periksa-hasil.js';

type Gagal = Extract<HasilTte, { ok: false }>;
type Jadi = Extract<HasilTte, { ok: true }>;

const KODE: Readonly<Record<SebabGagal, Kode>> = {
  'frasa-salah': 'FRASA_SALAH',
  terkunci: 'KUNCI_TTE_TERKUNCI',
  'belum-terdaftar': 'TTE_BELUM_TERDAFTAR',
  kedaluwarsa: 'TTE_KEDALUWARSA',
  ditolak: 'TTE_DITOLAK',
  'tidak-tersedia': 'TTE_TIDAK_TERSEDIA',
  'tidak-dipasang': 'TTE_TIDAK_DIPASANG',
  'belum-pasti': 'TTE_BELUM_PASTI',
  'hasil-tidak-sah': 'TTE_HASIL_TIDAK_SAH',
};
/** After these the next document would be asked for in vain, and a wrong passphrase would be counted again. */
const SELURUHNYA: readonly SebabGagal[] = [
  'frasa-salah',
  'terkunci',
  'belum-terdaftar',
  'kedaluwarsa',
  'tidak-dipasang',
];

export type BahanTandaTangan = {
  readonly penyedia: PenyediaTandaTangan;
  readonly pemeriksa: PemeriksaTandaTangan;
  readonly direktori: DirektoriOrang;
  readonly arsip: Arsip;
  readonly keamanan: LogKeamanan;
  readonly clock: Clock;
};

/** Who signs, from where, and with which passphrase; that the session proved itself has been checked. */
export type Duduk = {
  readonly pelaku: Pelaku;
  readonly alamat: string | null;
  readonly frasa: Rahasia;
};

/**
 * The one way to a signature in a file, for every kind of document. The rule is asked first, the provider after it, our own
 * verification after that; then the bytes go to the archive and the event to the log, which decides once more. Whatever
 * fails on the way appends nothing and is noted in the security log.
 */
export class LayananTandaTangan {
  /** Signings of one document take turns in this process, so that a double submit asks the provider once. */
  private readonly giliran = new Map<string, Promise<unknown>>();

  constructor(private readonly bahan: BahanTandaTangan) {}

  /** One sitting: the passphrase is opened once, with the first document that may be signed. `tutup` it. */
  duduk(d: Duduk): SesiTandaTangan {
    return new SesiTandaTangan(this.bahan, d, (stream, kerja) => this.bergiliran(stream, kerja));
  }

  private bergiliran<T>(stream: string, kerja: () => Promise<T>): Promise<T> {
    const hasil = (this.giliran.get(stream) ?? Promise.resolve()).then(kerja, kerja);
    this.giliran.set(stream, hasil);
    const lepas = (): void => {
      if (this.giliran.get(stream) === hasil) this.giliran.delete(stream);
    };
    hasil.then(lepas, lepas);
    return hasil;
  }
}

export class SesiTandaTangan {
  private sesi: SesiTte | undefined;
  private orang: Omit<Penandatangan, 'sebutan'> | undefined;
  private gagalSeluruhnya: Gagal | undefined;

  constructor(
    private readonly bahan: BahanTandaTangan,
    private readonly duduk: Duduk,
    private readonly bergiliran: <T>(stream: string, kerja: () => Promise<T>) => Promise<T>,
  ) {}

  /**
   * Signs one document. Refuses with the document's own codes and the TTE codes; TTE_BELUM_PASTI when only the provider
   * knows, which is recorded in the document.
   */
  async tandatangani<H>(dok: DokumenDitandatangani<H>): Promise<H> {
    try {
      return await this.bergiliran(dok.stream, () => this.satu(dok));
    } catch (e) {
      if (e instanceof Penolakan) await this.catat(dok, e);
      throw e;
    }
  }

  tutup(): void {
    this.sesi?.tutup();
    this.duduk.frasa.hapus();
  }

  private async satu<H>(dok: DokumenDitandatangani<H>): Promise<H> {
    const t = await dok.tinjau();
    if ('selesai' in t) return t.selesai;
    const { naskah } = t;
    const { penyedia, arsip } = this.bahan;
    const idPermintaan = randomUUID();
    const berkasDilihat = sha256Hex(naskah.pdf);
    const penandatangan = await this.penandatangan(naskah);
    const hasil = await this.minta(idPermintaan, naskah, penandatangan);
    if (!hasil.ok) {
      if (hasil.sebab === 'belum-pasti') {
        await arsip.simpan(naskah.pdf); // what is found at the provider is compared with it
        await dok.catatBelumPasti({ idPermintaan, penyedia: penyedia.id, berkasDilihat });
      }
      return tolak(KODE[hasil.sebab], hasil.kode === undefined ? {} : { sebab: hasil.kode });
    }
    await this.wajibSah(naskah, penandatangan, hasil);
    const berkasHasil = await arsip.simpan(hasil.pdf);
    const { sertifikat, tingkat, pada } = hasil;
    const { id, jaminan } = penyedia;
    return dok.catat({ berkasDilihat, berkasHasil, penyedia: id, jaminan, sertifikat, tingkat, pada });
  }

  private async minta(idPermintaan: string, n: NaskahTte, p: Penandatangan): Promise<HasilTte> {
    if (this.gagalSeluruhnya !== undefined) return this.gagalSeluruhnya;
    const { pdf, medan, alasan, tempat, zona } = n;
    const pada = this.bahan.clock.now();
    const permintaan = { idPermintaan, pdf, medan, alasan, tempat, zona, pada };
    const hasil = await this.lewat(permintaan, p);
    if (!hasil.ok && SELURUHNYA.includes(hasil.sebab)) this.gagalSeluruhnya = hasil;
    return hasil;
  }

  private async lewat(
    r: Omit<PermintaanTte, 'penandatangan' | 'frasa'>,
    p: Penandatangan,
  ): Promise<HasilTte> {
    const { penyedia } = this.bahan;
    const { frasa, alamat, pelaku } = this.duduk;
    const asal = { pemda: pelaku.pemda, akun: pelaku.akun, jabatan: pelaku.pejabat.jabatan, alamat };
    if (penyedia.buka === undefined) return penyedia.tandatangani({ ...r, penandatangan: p, frasa, asal });
    if (this.sesi === undefined) {
      const dibuka = await penyedia.buka(p, frasa, asal);
      if ('ok' in dibuka) return dibuka;
      this.sesi = dibuka;
    }
    return this.sesi.tandatangani(r);
  }

  private async penandatangan({ subjek, sebutan, tanggal }: NaskahTte): Promise<Penandatangan> {
    this.orang ??= await this.cariOrang(subjek, tanggal);
    return { ...this.orang, sebutan };
  }

  private async cariOrang(subjek: string, tanggal: string): Promise<Omit<Penandatangan, 'sebutan'>> {
    const untuk = { akun: this.duduk.pelaku.akun, keperluan: 'tanda-tangan' };
    const orang = (await this.bahan.direktori.baca([subjek], tanggal, untuk)).get(subjek);
    if (orang === undefined) return tolak('TTE_BELUM_TERDAFTAR');
    return { subjek, nama: orang.nama, nik: orang.nik, surel: orang.surel };
  }

  private async wajibSah(n: NaskahTte, penandatangan: Penandatangan, h: Jadi): Promise<void> {
    const { pdf: asli, medan } = n;
    const { temuan } = await this.bahan.pemeriksa.periksa({
      asli,
      hasil: h.pdf,
      medan,
      penandatangan,
      sertifikat: h.sertifikat,
    });
    if (temuan.length > 0) tolak('TTE_HASIL_TIDAK_SAH', { temuan });
  }

  private catat(
    { stream, jabatan }: DokumenDitandatangani<unknown>,
    { kode, rincian }: Penolakan,
  ): Promise<void> {
    const { pelaku, alamat } = this.duduk;
    const temuan = Array.isArray(rincian.temuan) ? rincian.temuan.join(' ') : null;
    return this.bahan.keamanan.catat({
      jenis: kode === 'TTE_HASIL_TIDAK_SAH' ? 'HASIL_TTE_TIDAK_SAH' : 'TANDA_TANGAN_DITOLAK',
      pemda: pelaku.pemda,
      akun: pelaku.akun,
      subjek: pelaku.pejabat.subjek,
      jabatan,
      alamat,
      rincian: { kode, dokumen: stream, ...(temuan && { temuan }) },
    });
  }
}
