import './infra/konfigurasi/pastikan-node.js';
import 'reflect-metadata';
import { type Aplikasi, mulaiAplikasi } from './aplikasi.js';
import { LogMundur } from './infra/event-store/log-mundur.js';
import { PelaksanaAkun } from './infra/identity/akun/pelaksana-akun.js';
import { AsalPermintaan } from './infra/identity/asal-permintaan.js';
import { bacaKonfigurasi, KonfigurasiSalah } from './infra/konfigurasi/konfigurasi.js';
import { Pencatat } from './infra/telemetry/pencatat.js';
import { TokoTidakTersedia } from './kernel/event-store.js';

const BATAS_HENTI = 10_000; // ms for a graceful stop; its steps give up earlier (server.ts, penggerak.ts, the stores)

/** 2: wrong use, 3: the store is held by another process or damaged, 1: anything else. */
const status = (e: unknown): number => {
  if (e instanceof KonfigurasiSalah) return 2;
  return e instanceof TokoTidakTersedia ? 3 : 1;
};

const berhentiSaat = (aplikasi: Aplikasi, pencatat: Pencatat): void => {
  const { jedaHenti } = aplikasi.rakitan.konfigurasi;
  const henti = (sinyal: string): void => {
    pencatat.catat('info', 'berhenti', { sinyal });
    setTimeout(() => {
      pencatat.catat('error', 'tidak selesai berhenti, diputus');
      process.exit(1);
    }, jedaHenti + BATAS_HENTI).unref();
    aplikasi.tutup().then(
      () => process.exit(0),
      (e: unknown) => {
        pencatat.galat('gagal berhenti dengan baik', e);
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', henti);
  process.once('SIGINT', henti);
};

/** Until there is an account, every start prints a link that makes one. It is for whoever started the program. */
const tautanAwal = async ({ rakitan, alamat }: Aplikasi): Promise<string> => {
  const { identitas, keamanan, clock, konfigurasi } = rakitan;
  const jalur = await new PelaksanaAkun(identitas, keamanan, clock).awal();
  if (jalur === null) return '';
  const penuh = `${new AsalPermintaan(konfigurasi.identitas).tautan(alamat)}${jalur}`;
  return `Belum ada akun. Buka tautan ini untuk membuat akun pertama; berlaku 24 jam, satu kali:\n${penuh}\n`;
};

const utama = async (): Promise<void> => {
  const konfigurasi = bacaKonfigurasi(process.env);
  const pencatat = new Pencatat(konfigurasi.log);
  for (const kejadian of ['uncaughtException', 'unhandledRejection'])
    process.on(kejadian, (e: unknown) => {
      pencatat.galat(kejadian, e);
      process.exit(1);
    });
  const aplikasi = await mulaiAplikasi(konfigurasi, pencatat);
  berhentiSaat(aplikasi, pencatat);
  aplikasi.rakitan.store.onRusak((sebab) => {
    pencatat.galat('log peristiwa berhenti', sebab);
    process.exit(3); // nothing more can be recorded, and what was acknowledged is in the file
  });
  const tautan = await tautanAwal(aplikasi);
  process.stdout.write(
    `Amanah mendengarkan di ${aplikasi.alamat} (folder data ${konfigurasi.data})\n${tautan}`,
  );
};

utama().catch((e: unknown) => {
  const kode = e instanceof LogMundur ? ' [LOG_MUNDUR]' : '';
  process.stderr.write(`Amanah tidak dapat mulai: ${e instanceof Error ? e.message : String(e)}${kode}\n`);
  process.exit(status(e));
});
