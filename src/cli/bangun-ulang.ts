import { periksaLog } from '../infra/integrity/periksa-log.js';
import { TokoTidakTersedia } from '../kernel/event-store.js';
import { Penolakan } from '../kernel/penolakan.js';
import { DAFTAR_TAMPILAN } from '../projections/runtime/daftar-tampilan.js';
import { GalatLipat } from '../projections/runtime/lipat.js';
import { denganBacaan, type Terbuka } from './buka.js';
import { kemajuan } from './kemajuan.js';
import { bacaPilihan, folderData } from './pilihan.js';
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

/** A view that is built from damaged bytes would say something wrong with a good conscience. */
const wajibUtuh = async (): Promise<void> => {
  const layar = kemajuan();
  try {
    const { masalah } = await periksaLog(folderData(), (n) => layar.maju('Memeriksa log', n, n));
    const [satu] = masalah;
    if (satu === undefined) return;
    const tempat = satu.posisi === null ? '' : ` di posisi ${satu.posisi}`;
    throw new TokoTidakTersedia(
      `Log rusak${tempat}: ${satu.uraian}. Jalankan verifikasi atau pulihkan cadangan.`,
    );
  } finally {
    layar.selesai();
  }
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
  await wajibUtuh();
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
