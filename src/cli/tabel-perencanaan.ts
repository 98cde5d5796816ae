import { operator } from '../exchange/operator.js';
import { TabelBerkas } from '../exchange/tabel/tabel-berkas.js';
import { LembarKerjaAdaptor } from '../infra/documents/lembar-kerja.adaptor.js';
import { kodeBagian } from '../kernel/kunci.js';
import { KueriCapaian } from '../projections/capaian/capaian.query.js';
import { KueriPerencanaan, TAMPILAN_PERENCANAAN } from '../projections/perencanaan/perencanaan.query.js';
import { tulisBaru } from './berkas-baru.js';
import { denganBacaan, segarkan, wajibTerdaftar } from './buka.js';
import { bacaPilihan, kunciTahun, salahSatu, tanpaPosisi, wajibSah } from './pilihan.js';
import { type Keluaran, SalahPakai } from './salah-pakai.js';

const BENTUK = ['xlsx', 'csv'] as const;

const nomorDari = (teks: string | undefined): readonly number[] | null => {
  if (teks === undefined) return null;
  if (!/^[1-7](,[1-7])*$/.test(teks)) throw new SalahPakai('--nomor harus seperti 1 atau 1,5,6.');
  return teks.split(',').map(Number);
};

/** `tabel`: the planning tables of an OPD's year, written to a file that is not there yet. */
export const jalankan = async (argumen: readonly string[]): Promise<Keluaran> => {
  const p = bacaPilihan(argumen, ['pemda', 'opd', 'tahun', 'nomor', 'bagian', 'jabatan', 'format', 'ke']);
  tanpaPosisi(p);
  const permintaan = {
    kunci: kunciTahun(p),
    nomor: nomorDari(p.isi.nomor),
    bagian: p.isi.bagian,
    jabatan: p.isi.jabatan === undefined ? undefined : wajibSah(p, 'jabatan', kodeBagian),
    bentuk: p.isi.format === undefined ? 'xlsx' : salahSatu(p, 'format', BENTUK),
  } as const;
  return denganBacaan(async (t) => {
    await wajibTerdaftar(t, permintaan.kunci);
    for (const tampilan of TAMPILAN_PERENCANAAN) await segarkan(t, tampilan);
    const kueri = new KueriPerencanaan(t.views, t.store, new KueriCapaian(t.views, t.store));
    const tabel = new TabelBerkas(kueri, new LembarKerjaAdaptor());
    const { nama, bita } = await tabel.tulis(permintaan, operator(permintaan.kunci));
    const ke = tulisBaru(p.isi.ke ?? nama, bita);
    return { json: { berkas: ke }, teks: () => ke, status: 0 };
  });
};
