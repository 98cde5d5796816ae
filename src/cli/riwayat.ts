import { type BarisRiwayat, riwayatView } from '../projections/riwayat/riwayat.projection.js';
import { KueriRiwayat } from '../projections/riwayat/riwayat.query.js';
import { denganBacaan, segarkan, wajibTerdaftar } from './buka.js';
import { bacaPilihan, kunciTahun, tanpaPosisi } from './pilihan.js';
import { saatSetempat } from './saat.js';
import type { Keluaran } from './salah-pakai.js';

const keluar = ({ posisi, pada, jabatan, jenis, kalimat, sebelum, sesudah }: BarisRiwayat) => ({
  posisi,
  pada,
  jabatan,
  jenis,
  kalimat,
  sebelum,
  sesudah,
});

/** `riwayat`: every event behind an OPD's year, oldest first. */
export const jalankan = async (argumen: readonly string[]): Promise<Keluaran> => {
  const p = bacaPilihan(argumen, ['pemda', 'opd', 'tahun', 'indikator']);
  tanpaPosisi(p);
  const kunci = kunciTahun(p);
  return denganBacaan(async (t) => {
    const zona = await wajibTerdaftar(t, kunci);
    await segarkan(t, riwayatView.nama);
    const kueri = new KueriRiwayat(t.views, t.store);
    const peristiwa: ReturnType<typeof keluar>[] = [];
    for await (const b of kueri.semua({ ...kunci, indikator: p.isi.indikator })) peristiwa.push(keluar(b));
    const baris = ({ posisi, pada, kalimat }: (typeof peristiwa)[number]): string =>
      `${String(posisi).padStart(6)}  ${saatSetempat(pada, zona)}  ${kalimat}`;
    const kosong = 'Belum ada peristiwa.';
    return {
      json: { peristiwa },
      teks: () => (peristiwa.length === 0 ? kosong : peristiwa.map(baris).join('\n')),
      status: 0,
    };
  });
};
