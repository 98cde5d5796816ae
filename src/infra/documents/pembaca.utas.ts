import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BarisLembar, BatasBaca, LembarTerbaca } from '../../kernel/lembar-kerja.js';
import { type Kode, Penolakan } from '../../kernel/penolakan.js';
import { pengumpul } from './penghitung.js';

export type DataPembaca = { readonly bita: ArrayBuffer; readonly batas: BatasBaca };
export type PesanPembaca =
  | { readonly lembar: string }
  | { readonly baris: readonly BarisLembar[] }
  | { readonly selesai: true }
  | { readonly ditolak: { readonly kode: Kode; readonly rincian: Readonly<Record<string, unknown>> } };

/** MB of heap for one file; where the limits on rows and letters are wrong, the thread ends and not the server. */
const MEMORI = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8, stackSizeMb: 2 };

/** The built file of the thread; null where the sources run as they are, and no thread can load them. */
export const BERKAS_PEMBACA = __filename.endsWith('.js') ? join(__dirname, 'pembaca.worker.js') : null;

/**
 * Reads a file in a thread of its own, with little memory and little time: a file that takes more is refused, and the
 * server goes on. The bytes move into the thread.
 */
export const bacaDiUtas = (
  berkas: string,
  bita: Uint8Array<ArrayBuffer>,
  batas: BatasBaca,
): Promise<readonly LembarTerbaca[]> => {
  // A view of a larger buffer (Buffer's pool) would take its neighbours along.
  const sendiri = bita.byteLength === bita.buffer.byteLength ? bita.buffer : bita.slice().buffer;
  const data: DataPembaca = { bita: sendiri, batas };
  const worker = new Worker(berkas, { workerData: data, transferList: [sendiri], resourceLimits: MEMORI });
  const { promise, resolve, reject } = Promise.withResolvers<readonly LembarTerbaca[]>();
  const kumpul = pengumpul();
  const berat = (sebab: string): void => reject(new Penolakan('BERKAS_TERLALU_BESAR', { sebab }));
  const tenggat = setTimeout(() => berat(`tidak selesai dibaca dalam ${batas.ms / 1000} detik`), batas.ms);
  worker.on('message', (pesan: PesanPembaca) => {
    if ('lembar' in pesan) kumpul.lembar(pesan.lembar);
    else if ('baris' in pesan) for (const b of pesan.baris) kumpul.baris(b);
    else if ('ditolak' in pesan) reject(new Penolakan(pesan.ditolak.kode, pesan.ditolak.rincian));
    else resolve(kumpul.hasil);
  });
  worker.on('error', (e: Error & { code?: string }) =>
    e.code === 'ERR_WORKER_OUT_OF_MEMORY' ? berat('perlu terlalu banyak memori') : reject(e),
  );
  worker.once('exit', (kode) => reject(new Error(`pembaca berkas berakhir (${kode})`)));
  return promise.finally(() => {
    clearTimeout(tenggat);
    return worker.terminate();
  });
};
