import { X509Certificate } from 'node:crypto';
import {
  type AsalTte,
  type HasilTte,
  type KeadaanPenandatangan,
  type Penandatangan,
  PenyediaTandaTangan,
  type PermintaanTte,
  type SesiTte,
} from '../../approval/tanda-tangan/penyedia.js';
import type { Rahasia } from '../../kernel/rahasia.js';
import { sha256Hex } from '../../kernel/sidik.js';
import type { CaTertanam, KunciTerbuka } from './ca.js';
import { CapWaktuGagal, type KonfigurasiTsa, mintaCap, type SebabTanpaCap } from './cap-waktu.js';
import { buatCms } from './cms.js';
import { bubuhkan, MedanTidakSesuai, RUANG, siapkanTandaTangan } from './pades.js';
import { PdfTidakTerbaca } from './pdf.baca.js';
import { BATAS_PDF } from './periksa.js';
import { namaUmum, PANJANG_NAMA, paling } from './sertifikat.js';

export const KETERANGAN_TERTANAM = 'Penyedia: Amanah - tidak tersertifikasi';
/** On every page while this provider is in use (quality.md 3.5; PP 71/2019 Art. 59-60). */
export const SPANDUK_TERTANAM =
  'Tanda tangan elektronik di sini tidak tersertifikasi: hanya untuk uji coba, sampai penyedia tersertifikasi (BSrE) dipasang.';

export type BahanTertanam = {
  readonly ca: CaTertanam;
  readonly tsa?: KonfigurasiTsa | undefined;
  readonly lapor: (pesan: string) => void;
};
type Gagal = Extract<HasilTte, { ok: false }>;
type Permintaan = Omit<PermintaanTte, 'penandatangan' | 'frasa'>;
const gagal = (sebab: Gagal['sebab'], kode?: string): Gagal => ({ ok: false, sebab, ...(kode && { kode }) });

/** Signs with a key of the official's own that is kept here, wrapped by the passphrase. Never *tersertifikasi*. */
export class TertanamPenyedia extends PenyediaTandaTangan {
  readonly id = 'tertanam';
  readonly jaminan = 'tidak-tersertifikasi';

  constructor(private readonly b: BahanTertanam) {
    super();
  }

  async keadaan({ subjek }: Penandatangan): Promise<KeadaanPenandatangan> {
    const { keadaan } = await this.b.ca.status(subjek);
    if (keadaan === 'tidak-ada') return 'belum-terdaftar';
    return keadaan === 'terkunci' ? 'tidak-tersedia' : keadaan;
  }

  async tandatangani({ penandatangan, frasa, asal, ...r }: PermintaanTte): Promise<HasilTte> {
    const sesi = await this.buka(penandatangan, frasa, asal);
    if ('ok' in sesi) return sesi;
    try {
      return await sesi.tandatangani(r);
    } finally {
      sesi.tutup();
    }
  }

  override async buka(p: Penandatangan, frasa: Rahasia, asal?: AsalTte): Promise<SesiTte | Gagal> {
    const terbuka = await this.b.ca.buka(p.subjek, frasa, asal);
    if (typeof terbuka === 'string') return gagal(terbuka);
    // The box would show another name than the certificate: a new one has to be made.
    if (namaUmum(new X509Certificate(terbuka.sertifikat)) !== paling(p.nama, PANJANG_NAMA))
      return gagal('ditolak', 'NAMA_SERTIFIKAT_BERBEDA');
    let kunci: KunciTerbuka | undefined = terbuka;
    return {
      tandatangani: (r) =>
        kunci === undefined ? Promise.resolve(gagal('ditolak', 'SESI_DITUTUP')) : this.bubuhkan(kunci, p, r),
      tutup: () => {
        kunci = undefined;
      },
    };
  }

  private async bubuhkan(k: KunciTerbuka, p: Penandatangan, r: Permintaan): Promise<HasilTte> {
    if (r.pdf.length > BATAS_PDF) return gagal('ditolak', 'BERKAS_TERLALU_BESAR');
    try {
      return await this.tulis(k, p, r);
    } catch (e) {
      if (e instanceof PdfTidakTerbaca) return gagal('ditolak', 'PDF_TIDAK_TERBACA');
      if (e instanceof MedanTidakSesuai) return gagal('ditolak', 'MEDAN_TIDAK_SESUAI');
      if (e instanceof CapWaktuGagal) return gagal('tidak-tersedia', e.sebab);
      throw e;
    }
  }

  private async tulis(k: KunciTerbuka, { nama, sebutan }: Penandatangan, r: Permintaan): Promise<HasilTte> {
    const { pdf, medan, alasan, tempat, pada, zona = 'WIB' } = r;
    const isian = { medan, nama, sebutan, alasan, tempat, pada, zona, keterangan: KETERANGAN_TERTANAM };
    const siap = siapkanTandaTangan(pdf, isian, this.b.tsa ? RUANG.denganCap : RUANG.tanpaCap);
    const { kunci, sertifikat, akar } = k;
    let tercap = false;
    const cms = await buatCms(
      { sidik: siap.sidik, sertifikat, rantai: [akar], kunci },
      async (tandaTangan) => {
        const token = await this.cap(tandaTangan);
        tercap = token !== undefined;
        return token;
      },
    );
    return {
      ok: true,
      pdf: bubuhkan(siap, cms),
      sertifikat: sha256Hex(sertifikat),
      pada: `${pada.toISOString().slice(0, 19)}.000Z`, // as the document says it, to the second
      tingkat: tercap ? 'B-T' : 'B-B',
    };
  }

  /** Without one where the authority fails and is not asked to be there: B-B, and the operator hears of it. */
  private async cap(tandaTangan: Uint8Array): Promise<Uint8Array | undefined> {
    const { tsa, lapor } = this.b;
    if (tsa === undefined) return undefined;
    try {
      return await mintaCap(tsa, tandaTangan);
    } catch (e) {
      if (!(e instanceof CapWaktuGagal) || tsa.wajib) throw e;
      const sebab: SebabTanpaCap = e.sebab;
      lapor(`tanda tangan tanpa cap waktu (B-B): ${sebab}`);
      return undefined;
    }
  }
}
