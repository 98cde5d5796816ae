import type { DirektoriOrang } from '../../approval/direktori-orang.js';
import { type Pelaku, wajibBoleh } from '../../approval/wewenang.js';
import type { Arsip } from '../../kernel/arsip.js';
import type { EventStore } from '../../kernel/event-store.js';
import { kunci } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { pkUntukDicetak } from '../../planning/perjanjian-kinerja/cetakan.fakta.js';
import type { PencetakPk } from '../../planning/perjanjian-kinerja/cetakan.js';
import type { KunciPk } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.fakta.js';

export type BerkasPk = { readonly nama: string; readonly bita: Uint8Array };

/** The paper of a Perjanjian Kinerja: what was signed as it was archived, byte for byte; else a draft of the text. */
export class CetakPk {
  constructor(
    private readonly store: Pick<EventStore, 'read'>,
    private readonly arsip: Pick<Arsip, 'baca'>,
    private readonly pencetak: PencetakPk,
    /** Null: nobody keeps names here, and the paper has lines to write them on. */
    private readonly direktori: DirektoriOrang | null,
  ) {}

  /**
   * `versi` null: the newest. Refuses who may not read the PK, TIDAK_DITEMUKAN, ARSIP_TIDAK_LENGKAP where the signed file
   * is gone, and as the printer does.
   */
  async tulis(k: KunciPk, versi: number | null, pelaku: Pelaku): Promise<BerkasPk> {
    const id = kunci.pk(k.pemda, k.opd, k.jabatan, k.tahun);
    wajibBoleh(pelaku, 'kinerja.baca', k.pemda, k.opd);
    const pk = await pkUntukDicetak(this.store, k, versi);
    const nama = `pk-${id}-v${pk.versi}`;
    if (pk.berkas !== null) {
      const bita = await this.arsip.baca(pk.berkas);
      return { nama: `${nama}.pdf`, bita: bita ?? tolak('ARSIP_TIDAK_LENGKAP', { sidik: pk.berkas }) };
    }
    const bahan = await pk.bahan(null, { direktori: this.direktori, akun: pelaku.akun });
    return { nama: `${nama}-draf.pdf`, bita: await this.pencetak.cetak(bahan) };
  }
}
