import { type BarisRiwayat, riwayatView } from '../projections/riwayat/riwayat.projection.js';
import { KueriRiwayat } from '../projections/riwayat/riwayat.query.js';
import { saatSetempat } from '../projections/saat-setempat.js';
import { denganBacaan, segarkan, wajibTerdaftar } from './buka.js';
import { bacaPilihan, kunciTahun, tanpaPosisi } from './pilihan.js';
import type { Keluaran } from './salah-pakai.js';

/** `opd` only where it is another one's: an indicator's events before it was moved here. */
const keluar = (
  { posisi, pada, jabatan, jenis, kalimat, sebelum, sesudah, opd }: BarisRiwayat,
  milik: string,
) => ({
  posisi,
  pada,
  ...(opd !== null && opd !== milik && { opd }),
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
    for await (const b of kueri.semua({ ...kunci, indikator: p.isi.indikator }))
      peristiwa.push(keluar(b, kunci.opd));
    const baris = ({ posisi, pada, kalimat, opd }: (typeof peristiwa)[number]): string =>
      `${String(posisi).padStart(6)}  ${saatSetempat(pada, zona)}  ${opd === undefined ? '' : `[${opd}] `}${kalimat}`;
    const kosong = 'Belum ada peristiwa.';
    return {
      json: { peristiwa },
      teks: () => (peristiwa.length === 0 ? kosong : peristiwa.map(baris).join('\n')),
      status: 0,
    };
  });
};
