import { randomBytes } from 'node:crypto';
import type { HasilTte, Penandatangan } from '../../approval/tanda-tangan/penyedia.js';
import { Rahasia } from '../../kernel/rahasia.js';
import type { BsrePenyedia } from './bsre.penyedia.js';
import { pdfSampel } from './bsre.sampel.js';

export type BarisUji = {
  readonly uji: string;
  readonly diharapkan: string;
  readonly jawaban: string;
  readonly sesuai: boolean;
  readonly milidetik: number;
};

const TAK_DIKENAL = '0000000000000000'; // no NIK begins with a zero
const singkat = (h: HasilTte): string =>
  h.ok ? `ditandatangani ${h.tingkat}` : [h.sebab, h.kode].filter(Boolean).join(' ');

/**
 * What a customer can try against BSrE's own server with a test account: the same questions that our tests ask the
 * stand-in. Stores nothing; one wrong passphrase is sent on purpose.
 */
export class UjiBsre {
  readonly baris: BarisUji[] = [];

  constructor(
    private readonly penyedia: BsrePenyedia,
    private readonly siapa: Penandatangan,
    private readonly frasa: Rahasia,
  ) {}

  private async coba<T>(
    uji: string,
    diharapkan: string,
    kerja: () => Promise<T>,
    teks: (h: T) => string,
  ): Promise<T> {
    const mulai = performance.now();
    const hasil = await kerja();
    const jawaban = teks(hasil);
    const milidetik = Math.round(performance.now() - mulai);
    this.baris.push({ uji, diharapkan, jawaban, sesuai: jawaban.startsWith(diharapkan), milidetik });
    return hasil;
  }

  private tte(pdf: Uint8Array, medan: string, frasa: Rahasia): Promise<HasilTte> {
    const [penandatangan, pada] = [this.siapa, new Date()];
    const teks = { alasan: 'Uji sambungan', tempat: 'Uji' };
    const idPermintaan = randomBytes(8).toString('hex');
    return this.penyedia.tandatangani({ idPermintaan, pdf, medan, penandatangan, frasa, pada, ...teks });
  }

  /** In this order, since each needs what is before it: a service that does not answer is not asked to sign. */
  async jalankan(): Promise<readonly BarisUji[]> {
    const { penyedia, siapa } = this;
    const asing = { ...siapa, nik: TAK_DIKENAL, surel: null };
    const keadaan = await this.coba('keadaan akun uji', 'siap', () => penyedia.keadaan(siapa), String);
    if (keadaan === 'tidak-tersedia') return this.baris;
    await this.coba('NIK yang tidak ada', 'belum-terdaftar', () => penyedia.keadaan(asing), String);
    const salah = new Rahasia(`salah-${randomBytes(9).toString('base64url')}`);
    const sampel = pdfSampel();
    const tolak = () => this.tte(sampel, 'PihakPertama', salah);
    await this.coba('frasa sandi yang salah', 'frasa-salah', tolak, singkat);
    const pertama = () => this.tte(sampel, 'PihakPertama', this.frasa);
    const satu = await this.coba('tanda tangan pertama', 'ditandatangani', pertama, singkat);
    if (!satu.ok) return this.baris;
    const kedua = () => this.tte(satu.pdf, 'PihakKedua', this.frasa);
    const dua = await this.coba('tanda tangan kedua', 'ditandatangani', kedua, singkat);
    await this.verifikasi(dua.ok ? dua.pdf : satu.pdf);
    return this.baris;
  }

  private async verifikasi(pdf: Uint8Array): Promise<void> {
    await this.coba('verifikasi', 'sah', () => this.penyedia.verifikasi(pdf), String);
    const berubah = Buffer.from(pdf);
    const di = berubah.indexOf('Uji sambungan BSrE');
    if (di < 0) return; // a service that packs the page anew leaves nothing to change
    berubah[di] = 0x75;
    const periksa = () => this.penyedia.verifikasi(berubah);
    await this.coba('verifikasi sesudah satu huruf diubah', 'tidak-sah', periksa, String);
  }
}
