import { type Pelaku, wajibBoleh } from '../../approval/wewenang.js';
import { kunci, tahunSah } from '../../kernel/kunci.js';
import type { BentukBerkas, LembarKerja } from '../../kernel/lembar-kerja.js';
import { tolak } from '../../kernel/penolakan.js';
import type { KueriPerencanaan, PermintaanTabel } from '../../projections/perencanaan/perencanaan.query.js';
import type { KunciTemplat } from '../templat.js';
import { lembarTabelPerencanaan } from './lembar-tabel.js';

export type PermintaanBerkasTabel = PermintaanTabel & {
  readonly kunci: KunciTemplat;
  readonly bentuk: BentukBerkas;
  /** Only the table of this name, such as rkt-murni. */
  readonly bagian?: string | undefined;
};
type Berkas = { readonly nama: string; readonly bita: Uint8Array };

/** The planning tables as a file: XLSX with a sheet for each, or one of them as CSV. */
export class TabelBerkas {
  constructor(
    private readonly kueri: Pick<KueriPerencanaan, 'tabel'>,
    private readonly lembarKerja: Pick<LembarKerja, 'tulis'>,
  ) {}

  /** Refuses as KueriPerencanaan.tabel does; MASUKAN_TIDAK_SAH for a table that is not there, and a CSV of several. */
  async tulis({ kunci: k, bentuk, bagian, ...p }: PermintaanBerkasTabel, pelaku: Pelaku): Promise<Berkas> {
    const id = kunci.opdTahun(k.pemda, k.opd, tahunSah(k.tahun));
    if (p.jabatan !== undefined) kunci.jabatan(k.pemda, k.opd, p.jabatan);
    wajibBoleh(pelaku, 'kinerja.baca', k.pemda, k.opd);
    const { posisi, tabel: semua } = await this.kueri.tabel(k, p);
    const tabel = bagian === undefined ? semua : semua.filter((t) => t.bagian === bagian);
    if (tabel.length === 0 || (bentuk === 'csv' && tabel.length > 1))
      tolak('MASUKAN_TIDAK_SAH', { jalur: `bagian (${semua.map((t) => t.bagian).join(', ')})` });
    const bita = await this.lembarKerja.tulis(lembarTabelPerencanaan(tabel, posisi), bentuk);
    return { nama: `tabel-${id}${bagian === undefined ? '' : `-${bagian}`}.${bentuk}`, bita };
  }
}
