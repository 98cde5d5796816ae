import { scryptSync, timingSafeEqual, X509Certificate } from 'node:crypto';
import type {
  HasilTte,
  KeadaanPenandatangan,
  Penandatangan,
  PermintaanTte,
  SesiTte,
} from '../../src/approval/tanda-tangan/penyedia.js';
import { PenyediaTandaTangan } from '../../src/approval/tanda-tangan/penyedia.js';
import { buatCms } from '../../src/infra/signing/cms.js';
import { bubuhkan, siapkanTandaTangan } from '../../src/infra/signing/pades.js';
import type { Rahasia } from '../../src/kernel/rahasia.js';
import { sha256Hex } from '../../src/kernel/sidik.js';
import { akarUji, type PihakUji, pejabatUji } from './ca-uji.js';

const N = 2 ** 10; // cheap: what a race is about is not the passphrase
const turunan = (bita: Uint8Array): Buffer => scryptSync(bita, 'garam', 32, { N });

/**
 * A provider that signs for real, with keys of a test's own, and does what it is told instead when a test says so. It
 * counts what it was asked.
 */
export class PenyediaUji extends PenyediaTandaTangan {
  readonly id = 'tertanam';
  readonly jaminan = 'tidak-tersertifikasi';
  readonly akar = akarUji();
  dibuka = 0;
  diminta = 0;
  /** What the next requests are answered with, instead of a signature. */
  readonly lain: ((r: Parameters<SesiTte['tandatangani']>[0]) => Promise<HasilTte>)[] = [];
  private readonly pejabat = new Map<string, { readonly pihak: PihakUji; readonly frasa: Buffer }>();

  daftarkan(subjek: string, nama: string, frasa: string): void {
    this.pejabat.set(subjek, {
      pihak: pejabatUji(this.akar, nama),
      frasa: turunan(new TextEncoder().encode(frasa)),
    });
  }

  async keadaan({ subjek }: Penandatangan): Promise<KeadaanPenandatangan> {
    return this.pejabat.has(subjek) ? 'siap' : 'belum-terdaftar';
  }

  override async buka(p: Penandatangan, frasa: Rahasia): Promise<SesiTte | Extract<HasilTte, { ok: false }>> {
    const ada = this.pejabat.get(p.subjek);
    if (ada === undefined) return { ok: false, sebab: 'belum-terdaftar' };
    this.dibuka++;
    if (!timingSafeEqual(frasa.pakai(turunan), ada.frasa)) return { ok: false, sebab: 'frasa-salah' };
    return { tandatangani: (r) => this.jadi(r, p, ada.pihak), tutup: () => undefined };
  }

  async tandatangani(r: PermintaanTte): Promise<HasilTte> {
    const sesi = await this.buka(r.penandatangan, r.frasa);
    return 'ok' in sesi ? sesi : sesi.tandatangani(r);
  }

  private async jadi(
    r: Parameters<SesiTte['tandatangani']>[0],
    p: Penandatangan,
    pihak: PihakUji,
  ): Promise<HasilTte> {
    this.diminta++;
    const lain = this.lain.shift();
    return lain === undefined ? this.bubuhkan(r, p, pihak) : lain(r);
  }

  /** The signature itself, also for tests that want another one than was asked for. */
  async bubuhkan(
    { pdf, medan, alasan, tempat, pada }: Parameters<SesiTte['tandatangani']>[0],
    { sebutan }: Pick<Penandatangan, 'sebutan'>,
    pihak: PihakUji,
  ): Promise<Extract<HasilTte, { ok: true }>> {
    const isian = {
      medan,
      nama: pihak.perihal.nama,
      sebutan,
      alasan,
      tempat,
      pada,
      zona: 'WIB',
      keterangan: 'Penyedia: uji (tidak tersertifikasi)',
    } as const;
    const siap = siapkanTandaTangan(pdf, isian);
    const cms = await buatCms({
      sidik: siap.sidik,
      sertifikat: pihak.der,
      rantai: [this.akar.der],
      kunci: pihak.privat,
    });
    return {
      ok: true,
      pdf: bubuhkan(siap, cms),
      sertifikat: sha256Hex(new X509Certificate(pihak.der).raw),
      pada: pada.toISOString(),
      tingkat: 'B-B',
    };
  }
}
