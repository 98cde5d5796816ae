import {
  BATAS_BACA,
  type BatasBaca,
  type BentukBerkas,
  LembarKerja,
  type LembarTerbaca,
  type LembarTulis,
} from '../../kernel/lembar-kerja.js';
import { BERKAS_PEMBACA, bacaDiUtas } from './pembaca.utas.js';

/** XLSX and CSV. Reading happens in a thread of its own where there is a built one, else here under the same limits. */
export class LembarKerjaAdaptor extends LembarKerja {
  /** `pekerja`: the thread's file; null: this thread. */
  constructor(private readonly pekerja: string | null = BERKAS_PEMBACA) {
    super();
  }

  async baca(
    bita: Uint8Array<ArrayBuffer>,
    batas: BatasBaca = BATAS_BACA,
  ): Promise<readonly LembarTerbaca[]> {
    if (this.pekerja !== null) return bacaDiUtas(this.pekerja, bita, batas);
    // The parsers are loaded only where a file is read in this thread.
    const [{ bacaBerkas }, { pengumpul }] = await Promise.all([
      import('./pembaca.js'),
      import('./penghitung.js'),
    ]);
    const kumpul = pengumpul();
    await bacaBerkas(Buffer.from(bita.buffer, bita.byteOffset, bita.byteLength), batas, kumpul);
    return kumpul.hasil;
  }

  async tulis(lembar: readonly LembarTulis[], bentuk: BentukBerkas): Promise<Uint8Array> {
    if (bentuk === 'xlsx') return (await import('./xlsx.tulis.js')).tulisXlsx(lembar);
    const [satu] = lembar;
    if (satu === undefined || lembar.length > 1) throw new TypeError('CSV memuat tepat satu lembar');
    return (await import('./csv.js')).tulisCsv(satu);
  }
}
