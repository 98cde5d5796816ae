import { CetakPk } from '../exchange/cetak/cetak-pk.js';
import { operator } from '../exchange/operator.js';
import { bukaArsip } from '../infra/arsip/buka-arsip.js';
import { TypstPencetak } from '../infra/documents/pk/typst.pencetak.js';
import { bukaLog } from '../infra/event-store/buka-log.js';
import { bukaBasisIdentitas } from '../infra/identity/basis-identitas.js';
import { siapkanKunciInduk } from '../infra/identity/kunci-induk.js';
import { LogKeamanan } from '../infra/identity/log-keamanan.js';
import { OrangTersimpan } from '../infra/identity/orang-tersimpan.js';
import { bacaKonfigurasi } from '../infra/konfigurasi/konfigurasi.js';
import { JamSistem } from '../infra/rakitan.js';
import { verifikasiDari } from '../infra/signing/verifikasi.js';
import { jabatanKepala } from '../kernel/kunci.js';
import { BerkasPk } from '../planning/perjanjian-kinerja/berkas-pk.js';
import { tulisBaru } from './berkas-baru.js';
import { bacaPilihan, kunciDokumen, type Pilihan, tanpaPosisi, tempatData } from './pilihan.js';
import { type Keluaran, SalahPakai } from './salah-pakai.js';

const versiDari = ({ isi: { versi } }: Pilihan): number | null => {
  if (versi === undefined) return null;
  if (!/^[1-9]\d{0,2}$/.test(versi)) throw new SalahPakai('--versi harus bilangan 1 sampai 999.');
  return Number(versi);
};

/** `cetak-pk`: the PDF of a Perjanjian Kinerja, written to a file that is not there yet. */
export const jalankan = async (argumen: readonly string[]): Promise<Keluaran> => {
  const p = bacaPilihan(argumen, ['pemda', 'opd', 'tahun', 'jabatan', 'versi', 'ke']);
  tanpaPosisi(p);
  const [{ jabatan, ...k }, versi, tempat] = [kunciDokumen(p), versiDari(p), tempatData()];
  const store = await bukaLog(tempat, { bacaSaja: true, tersusul: true });
  try {
    const identitas = await bukaBasisIdentitas(tempat);
    try {
      const konfigurasi = bacaKonfigurasi(process.env);
      const kunci = await siapkanKunciInduk(tempat.folder, identitas, konfigurasi.identitas.kunciInduk);
      const keamanan = new LogKeamanan(identitas, new JamSistem());
      const cetak = new CetakPk(
        new BerkasPk({
          store,
          arsip: bukaArsip(tempat.folder, identitas),
          pencetak: new TypstPencetak(),
          direktori: new OrangTersimpan(identitas, kunci, keamanan),
          verifikasi: verifikasiDari(konfigurasi),
        }),
      );
      const dokumen = { ...k, jabatan: jabatan ?? jabatanKepala(k.opd) };
      const { nama, bita } = await cetak.tulis(dokumen, versi, operator(k));
      const ke = tulisBaru(p.isi.ke ?? nama, bita);
      return { json: { berkas: ke }, teks: () => ke, status: 0 };
    } finally {
      await identitas.tutup();
    }
  } finally {
    await store.close();
  }
};
