import {
  type HasilTte,
  type KeadaanPenandatangan,
  type Penandatangan,
  PenyediaTandaTangan,
  type PermintaanTte,
} from '../../approval/tanda-tangan/penyedia.js';
import type { Clock } from '../../kernel/event-store.js';
import type { KonfigurasiBsre } from '../konfigurasi/bsre.js';
import { badanTte, pengenal, sifatTandaTangan } from './bsre.badan.js';
import { bacaHasilTte, bacaKeadaan, bacaVerifikasi, type Pendapat } from './bsre.jawaban.js';
import { mintaBsre } from './bsre.klien.js';
import { type PemeriksaHasil, PemeriksaHasilBsre } from './bsre.periksa.js';
import { BerkasPdf } from './pdf.baca.js';
import { gambarkan, type Letak } from './pdf.gambaran.js';

/** Bytes of a document: in base64 and with what a signature adds it still fits into an answer. */
const BATAS_PDF = 16 * 1024 * 1024;

/** The empty field's box; undefined where there is none to sign in. */
const letakMedan = (pdf: Uint8Array, medan: string): Letak | undefined => {
  try {
    const m = gambarkan(new BerkasPdf(pdf)).medan.get(medan);
    return m?.tanda === null ? m.letak[0] : undefined;
  } catch {
    return undefined;
  }
};

/**
 * BSrE Esign Client Service v2 of the instansi. Each signing is one request that is never sent again: what happened to a
 * request that was cut off only a person can find out. Tried against a stand-in made after public descriptions; not yet run
 * against BSrE.
 */
export class BsrePenyedia extends PenyediaTandaTangan {
  readonly id = 'bsre-v2';
  readonly jaminan = 'tersertifikasi';

  constructor(
    private readonly k: KonfigurasiBsre,
    private readonly pemeriksa: PemeriksaHasil,
    private readonly clock: Clock,
  ) {
    super();
  }

  async keadaan(p: Penandatangan): Promise<KeadaanPenandatangan> {
    const siapa = pengenal(p);
    if (siapa === null) return 'belum-terdaftar';
    return bacaKeadaan(
      await mintaBsre(this.k, '/api/v2/user/check/status', Buffer.from(JSON.stringify(siapa))),
    );
  }

  async tandatangani(r: PermintaanTte): Promise<HasilTte> {
    const siapa = pengenal(r.penandatangan);
    if (siapa === null) return { ok: false, sebab: 'belum-terdaftar', kode: 'TANPA_NIK_DAN_SUREL' };
    if (r.pdf.length > BATAS_PDF) return { ok: false, sebab: 'ditolak', kode: 'BERKAS_TERLALU_BESAR' };
    const letak = letakMedan(r.pdf, r.medan);
    if (letak === undefined) return { ok: false, sebab: 'ditolak', kode: 'MEDAN_TIDAK_ADA' };
    const badan = badanTte(r, siapa, sifatTandaTangan(r, letak, this.k));
    const dibaca = bacaHasilTte(await mintaBsre(this.k, '/api/v2/sign/pdf', badan));
    return dibaca.ok ? this.terima(r, dibaca.pdf) : dibaca;
  }

  private async terima(r: PermintaanTte, pdf: Buffer): Promise<HasilTte> {
    const { medan, penandatangan } = r;
    const saat = this.clock.now();
    const h = await this.pemeriksa.periksa({ asli: r.pdf, hasil: pdf, medan, penandatangan, saat });
    if (!h.sah) return { ok: false, sebab: 'hasil-tidak-sah', kode: h.temuan };
    if (this.k.pendapatKedua && (await this.verifikasi(pdf)) === 'tidak-sah')
      return { ok: false, sebab: 'hasil-tidak-sah', kode: 'DITOLAK_LAYANAN' };
    return { ok: true, pdf, sertifikat: h.sertifikat, pada: h.pada.toISOString(), tingkat: h.tingkat };
  }

  /** What the service says of a document; it decides nothing alone. */
  async verifikasi(pdf: Uint8Array): Promise<Pendapat> {
    const badan = Buffer.from(JSON.stringify({ file: Buffer.from(pdf).toString('base64') }));
    return bacaVerifikasi(await mintaBsre(this.k, '/api/v2/verify/pdf', badan));
  }
}

export const bukaBsre = (k: KonfigurasiBsre, clock: Clock): BsrePenyedia =>
  new BsrePenyedia(k, new PemeriksaHasilBsre(k), clock);
