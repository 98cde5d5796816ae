import { operator } from '../exchange/operator.js';
import { Pertukaran } from '../exchange/pertukaran.js';
import { JENIS_TEMPLAT } from '../exchange/templat.js';
import { LembarKerjaAdaptor } from '../infra/documents/lembar-kerja.adaptor.js';
import { bukaLog } from '../infra/event-store/buka-log.js';
import { PenjagaNamaTempat } from '../infra/identity/penjaga-nama.js';
import { tulisBaru } from './berkas-baru.js';
import { bacaPilihan, kunciDokumen, salahSatu, tanpaPosisi, tempatData } from './pilihan.js';
import type { Keluaran } from './salah-pakai.js';

const BENTUK = ['xlsx', 'csv'] as const;

/** `templat`: the spreadsheet of one document with what stands in it, written to a file that is not there yet. */
export const jalankan = async (argumen: readonly string[]): Promise<Keluaran> => {
  const p = bacaPilihan(argumen, ['jenis', 'pemda', 'opd', 'tahun', 'jabatan', 'format', 'lembar', 'ke']);
  tanpaPosisi(p);
  const [jenis, kunci] = [salahSatu(p, 'jenis', JENIS_TEMPLAT), kunciDokumen(p)];
  const bentuk = p.isi.format === undefined ? 'xlsx' : salahSatu(p, 'format', BENTUK);
  const store = await bukaLog(tempatData(), { bacaSaja: true, tersusul: true });
  try {
    const [executor, clock] = [{ lupakan: () => undefined }, { now: () => new Date() }];
    const penjaga = new PenjagaNamaTempat(tempatData()); // asked of what comes in, which this does not
    const pertukaran = new Pertukaran(store, executor, clock, new LembarKerjaAdaptor(), penjaga);
    const permintaan = { jenis, kunci, bentuk, lembar: p.isi.lembar };
    const { nama, bita } = await pertukaran.templat(permintaan, operator(kunci));
    const ke = tulisBaru(p.isi.ke ?? nama, bita);
    return { json: { berkas: ke }, teks: () => ke, status: 0 };
  } finally {
    await store.close();
  }
};
