import { parentPort, workerData } from 'node:worker_threads';
import { bukaBerkas } from './berkas-log.js';
import type { DataPenulis, Kelompok, PesanUntukPenulis } from './penulis.js';
import { type Gagal, PenulisLog, type Tersimpan } from './penulis-log.js';

/** The writer off the main thread. The lock of the folder is the main thread's; it is given back after this one has ended. */
const { folder } = workerData as DataPenulis;
const db = bukaBerkas(folder, false);
const penulis = new PenulisLog(db);
let gagal: (Gagal & { readonly angkatan: number }) | undefined;

const simpan = ({ angkatan, lajur }: Kelompok): Tersimpan | Gagal => {
  if (gagal?.angkatan === angkatan) return { ...gagal, pasti: true };
  const hasil = penulis.simpan(lajur);
  if ('galat' in hasil) gagal = { ...hasil, angkatan };
  return hasil;
};

parentPort?.on('message', (pesan: PesanUntukPenulis) => {
  if (pesan !== 'tutup') return parentPort?.postMessage(simpan(pesan));
  db.close();
  parentPort?.close();
});
