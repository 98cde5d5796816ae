import { parentPort, workerData } from 'node:worker_threads';
import type { BarisLembar } from '../../kernel/lembar-kerja.js';
import { Penolakan } from '../../kernel/penolakan.js';
import { bacaBerkas } from './pembaca.js';
import type { DataPembaca, PesanPembaca } from './pembaca.utas.js';

const SEKALI = 500; // rows in one message: what is under way between the threads stays small

const { bita, batas } = workerData as DataPembaca;
const kirim = (pesan: PesanPembaca): void => parentPort?.postMessage(pesan);

let baris: BarisLembar[] = [];
const habiskan = (): void => {
  if (baris.length > 0) kirim({ baris });
  baris = [];
};

const jalan = async (): Promise<void> => {
  await bacaBerkas(Buffer.from(bita), batas, {
    lembar: (lembar) => {
      habiskan();
      kirim({ lembar });
    },
    baris: (b) => {
      if (baris.push(b) >= SEKALI) habiskan();
    },
  });
  habiskan();
};

jalan().then(
  () => kirim({ selesai: true }),
  (e: unknown) => {
    if (!(e instanceof Penolakan)) throw e; // ends the thread; whoever waits for it is told
    kirim({ ditolak: { kode: e.kode, rincian: e.rincian } });
  },
);
