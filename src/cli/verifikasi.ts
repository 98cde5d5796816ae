import { existsSync } from 'node:fs';
import type { TempatLog } from '../infra/event-store/buka-log.js';
import { masalahTerlayani } from '../infra/event-store/terlayani.js';
import { type HasilPeriksa, periksaLog } from '../infra/integrity/periksa-log.js';
import { TokoTidakTersedia } from '../kernel/event-store.js';
import { DAFTAR_TAMPILAN } from '../projections/runtime/daftar-tampilan.js';
import { periksaTampilan } from '../projections/runtime/periksa-tampilan.js';
import { denganBacaan, type Terbuka } from './buka.js';
import { kemajuan } from './kemajuan.js';
import { bacaPilihan, tanpaPosisi, tempatData } from './pilihan.js';
import type { Keluaran } from './salah-pakai.js';

type Masalah = Readonly<{
  bagian: 'log' | 'tampilan';
  posisi: number | null;
  tampilan: string | null;
  kunci: string | null;
  uraian: string;
}>;

const kosong = { posisi: null, tampilan: null, kunci: null };

const tampilan = async ({ store, views, runner }: Terbuka): Promise<Masalah[]> => {
  const ujung = await store.posisi();
  const tertinggal = (await runner.kejar())
    .filter((k) => k.hidup.posisi < ujung)
    .map((k): Masalah => {
      const uraian = `${k.status} pada posisi ${k.hidup.posisi}: ${k.sebab?.pesan ?? 'tertinggal'}`;
      return { ...kosong, bagian: 'tampilan', tampilan: k.nama, uraian };
    });
  const beda = (await periksaTampilan(store, views, DAFTAR_TAMPILAN)).map(
    (b): Masalah => ({
      ...kosong,
      bagian: 'tampilan',
      tampilan: b.tampilan,
      kunci: b.kunci,
      uraian: b.masalah,
    }),
  );
  return [...tertinggal, ...beda];
};

/** How many events the check has before it; 0 where the log does not open, which the check will explain. A server that is away is waited for once. */
const ukuranTercatat = async (diServer: boolean): Promise<number> => {
  try {
    return await denganBacaan(async ({ store }) => (await store.posisi()) + 1);
  } catch (e) {
    if (diServer && e instanceof TokoTidakTersedia) throw e;
    return 0;
  }
};

const log = async ({ folder, eventStore, basisData }: TempatLog): Promise<HasilPeriksa> => {
  const layar = kemajuan();
  const jumlah = existsSync(folder) ? await ukuranTercatat(eventStore !== undefined) : 0;
  const maju = (n: number): void => layar.maju('Memeriksa log', n, Math.max(n, jumlah));
  try {
    if (eventStore === undefined) return await periksaLog(folder, maju);
    const { periksaEsdb } = await import('../infra/event-store/buka-esdb.js');
    return await periksaEsdb({ folder, eventStore, basisData }, maju);
  } finally {
    layar.selesai();
  }
};

/** Views of a damaged log prove nothing, so they are looked at only where the log is whole. */
const periksa = async (): Promise<{ ukuran: number; akar: string; masalah: Masalah[] }> => {
  const tempat = tempatData();
  const { ukuran, akar, masalah } = await log(tempat);
  if (ukuran === 0 && masalah[0] !== undefined) throw new TokoTidakTersedia(`Log ${masalah[0].uraian}.`);
  const mundur = tempat.eventStore === undefined ? masalahTerlayani(tempat.folder) : undefined;
  const rusak = [...masalah, ...(mundur === undefined ? [] : [{ posisi: null, uraian: mundur }])].map(
    (m): Masalah => ({ ...kosong, bagian: 'log', ...m }),
  );
  return { ukuran, akar, masalah: rusak.length > 0 ? rusak : await denganBacaan(tampilan) };
};

const tempat = (m: Masalah): string =>
  m.bagian === 'log'
    ? `log${m.posisi === null ? '' : ` posisi ${m.posisi}`}`
    : `tampilan ${m.tampilan ?? ''}${m.kunci === null ? '' : ` baris ${m.kunci}`}`;

/** `verifikasi`: the whole log, and every view against a clean fold of it. Changes nothing of either but a view that lags. */
export const jalankan = async (argumen: readonly string[]): Promise<Keluaran> => {
  tanpaPosisi(bacaPilihan(argumen, []));
  const { ukuran, akar, masalah } = await periksa();
  const utuh = masalah.length === 0;
  const hasil = utuh
    ? 'Log utuh, dan setiap tampilan sama dengan lipatan log yang bersih.'
    : `${masalah.length} masalah:\n${masalah.map((m) => `  ${tempat(m)}: ${m.uraian}`).join('\n')}`;
  return {
    json: { ukuran, akar, utuh, masalah },
    teks: () => `${ukuran} peristiwa, akar ${akar}\n${hasil}`,
    // A view can be built again; a log that is not whole cannot.
    status: utuh ? 0 : masalah.some((m) => m.bagian === 'log') ? 3 : 1,
  };
};
