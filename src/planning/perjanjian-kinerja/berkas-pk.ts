import type { DirektoriOrang } from '../../approval/direktori-orang.js';
import type { Jaminan } from '../../approval/tanda-tangan/penyedia.js';
import type { Arsip } from '../../kernel/arsip.js';
import type { EventStore } from '../../kernel/event-store.js';
import { tolak } from '../../kernel/penolakan.js';
import { sha256Hex } from '../../kernel/sidik.js';
import { pkUntukDicetak } from './cetakan.fakta.js';
import type { PencetakPk, VerifikasiPk } from './cetakan.js';
import type { KunciPk } from './perjanjian-kinerja.fakta.js';

export type BahanBerkasPk = {
  readonly store: Pick<EventStore, 'read'>;
  readonly arsip: Arsip;
  readonly pencetak: PencetakPk;
  readonly direktori: DirektoriOrang | null;
  readonly verifikasi: Verifikasi;
};
export type Verifikasi = {
  /** Of the provider in use: what the paper says of its signatures. */
  readonly jaminan: Jaminan;
  /** The address of the public page of this id. */
  readonly alamat: (idPeriksa: string) => string;
};
export type BerkasTerbaca = {
  readonly versi: number;
  readonly pdf: Uint8Array;
  readonly sidik: string; // SHA-256 of the bytes
  readonly keadaan: 'bertanda-tangan' | 'menunggu' | 'salinan' | 'draf';
};

/**
 * The file of a text: the archived one with the newest signature; before the first, printed anew, which gives the same
 * bytes every time; of what is in force without a signed file, a copy that says how it was signed. What is shown to a signer and what is signed both come from here.
 */
export class BerkasPk {
  constructor(private readonly bahan: BahanBerkasPk) {}

  /** `versi` null: the newest. `akun`: who asks, since the names on the paper are personal data. Refuses with TIDAK_DITEMUKAN, ARSIP_TIDAK_LENGKAP where the signed file is gone, and as the printer does. */
  async baca(k: KunciPk, versi: number | null, akun: string): Promise<BerkasTerbaca> {
    const { store, arsip, pencetak, direktori } = this.bahan;
    const pk = await pkUntukDicetak(store, k, versi);
    if (pk.berkas !== null) {
      const pdf = (await arsip.baca(pk.berkas)) ?? tolak('ARSIP_TIDAK_LENGKAP', { sidik: pk.berkas });
      return { versi: pk.versi, pdf, sidik: pk.berkas, keadaan: 'bertanda-tangan' };
    }
    const verifikasi = pk.idPeriksa === null || pk.salinan !== null ? null : this.verifikasi(pk.idPeriksa);
    const pdf = await pencetak.cetak(await pk.bahan(verifikasi, { direktori, akun }));
    const keadaan = pk.salinan !== null ? 'salinan' : verifikasi === null ? 'draf' : 'menunggu';
    return { versi: pk.versi, pdf, sidik: sha256Hex(pdf), keadaan };
  }

  private verifikasi(id: string): VerifikasiPk {
    const { alamat, jaminan } = this.bahan.verifikasi;
    return { id, url: alamat(id), jaminan };
  }
}
