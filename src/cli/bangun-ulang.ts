import { Penolakan } from '../kernel/penolakan.js';
import { DAFTAR_TAMPILAN } from '../projections/runtime/daftar-tampilan.js';
import { GalatLipat } from '../projections/runtime/lipat.js';
import { denganBacaan, type Terbuka } from './buka.js';
import { kemajuan } from './kemajuan.js';
import { bacaPilihan } from './pilihan.js';
import { type Keluaran, SalahPakai } from './salah-pakai.js';
import { angka, tabel } from './tabel.js';

type Dibangun = { readonly nama: string; readonly peristiwa: number; readonly ms: number };

const dipilih = (diminta: readonly string[]): readonly string[] => {
  const ada = DAFTAR_TAMPILAN.map((v) => v.nama);
  const asing = diminta.find((nama) => !ada.includes(nama));
  if (asing !== undefined)
    throw new SalahPakai(`Tampilan "${asing}" tidak ada. Yang ada: ${ada.join(', ')}.`);
  return diminta.length === 0 ? ada : [...new Set(diminta)];
};

const bangun = async ({ runner }: Terbuka, nama: string): Promise<Dibangun> => {
  const layar = kemajuan();
  const mulai = performance.now();
  try {
    const { peristiwa } = await runner.bangunUlang(nama, (posisi, ujung) =>
      layar.maju(`Membangun ${nama}`, posisi + 1, ujung + 1),
    );
    return { nama, peristiwa, ms: Math.round(performance.now() - mulai) };
  } catch (e) {
    if (!(e instanceof GalatLipat)) throw e;
    process.stderr.write(`${nama} berhenti pada peristiwa di posisi ${e.posisi}: ${e.message}\n`);
    throw new Penolakan('TAMPILAN_BERHENTI', { tampilan: nama, posisi: e.posisi, sebab: e.message });
  } finally {
    layar.selesai();
  }
};

/**
 * `bangun-ulang`: builds views from the first event on, beside the live rows, and swaps. Safe beside a running server:
 * the swap and every batch are compared-and-set in the view store, whoever else works on it.
 */
export const jalankan = async (argumen: readonly string[]): Promise<Keluaran> => {
  const nama = dipilih(bacaPilihan(argumen, []).posisi);
  return denganBacaan(async (t) => {
    const tampilan: Dibangun[] = [];
    for (const satu of nama) tampilan.push(await bangun(t, satu));
    const kolom = [{ judul: 'Tampilan' }, { judul: 'Peristiwa', kanan: true }, { judul: 'ms', kanan: true }];
    return {
      json: { tampilan },
      teks: () =>
        tabel(
          kolom,
          tampilan.map((d) => [d.nama, angka(String(d.peristiwa)), angka(String(d.ms))]),
        ),
      status: 0,
    };
  });
};
