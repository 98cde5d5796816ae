import { JamSistem } from '../infra/rakitan.js';
import { kodeBagian, kodePemda } from '../kernel/kunci.js';
import { capaianView } from '../projections/capaian/capaian.projection.js';
import { KueriCapaian } from '../projections/capaian/capaian.query.js';
import { kotakMasukView } from '../projections/kotak-masuk/kotak-masuk.projection.js';
import { organisasiView } from '../projections/organisasi/organisasi.projection.js';
import { perjanjianKinerjaView } from '../projections/perjanjian-kinerja/perjanjian-kinerja.projection.js';
import { type BagianLembar, lembarSerahTerima } from '../projections/serah-terima/lembar.js';
import { KueriSerahTerima } from '../projections/serah-terima/serah-terima.query.js';
import { denganBacaan, segarkan } from './buka.js';
import { bacaPilihan, tanpaPosisi, wajibSah } from './pilihan.js';
import type { Keluaran } from './salah-pakai.js';
import { tabel } from './tabel.js';

const LEBAR = 48; // characters of a column of words

const bagian = ({ judul, kolom, baris, kosong, catatan }: BagianLembar): string => {
  const isi =
    baris.length === 0
      ? kosong
      : tabel(
          kolom.map((k) => ({ judul: k, lebar: LEBAR })),
          baris,
        );
  return [judul.toUpperCase(), isi, ...(catatan === null ? [] : [catatan])].join('\n');
};

/** `serah-terima`: what an office hands over to its next holder. */
export const jalankan = async (argumen: readonly string[]): Promise<Keluaran> => {
  const p = bacaPilihan(argumen, ['pemda', 'opd', 'jabatan']);
  tanpaPosisi(p);
  const k = {
    pemda: wajibSah(p, 'pemda', kodePemda),
    opd: wajibSah(p, 'opd', kodeBagian),
    jabatan: wajibSah(p, 'jabatan', kodeBagian),
  };
  return denganBacaan(async (t) => {
    for (const v of [organisasiView, kotakMasukView, perjanjianKinerjaView, capaianView])
      await segarkan(t, v.nama);
    const kueri = new KueriSerahTerima(t.views, t.store, new KueriCapaian(t.views, t.store), new JamSistem());
    const isi = await kueri.serahTerima(k);
    const lembar = lembarSerahTerima(isi);
    const teks = () =>
      [lembar.judul, ...lembar.keterangan, '', ...lembar.bagian.map((b) => `${bagian(b)}\n`)].join('\n');
    return { json: isi, teks, status: 0 };
  });
};
