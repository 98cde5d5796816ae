import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { bukaLog } from '../infra/event-store/buka-log.js';
import { buatFolderData } from '../infra/event-store/folder-data.js';
import { LogTerkunci } from '../infra/event-store/kunci-log.js';
import type { Lapor } from '../infra/soket/protokol.js';
import { BATAS_BERKAS, ditolak, terlaluBesar } from '../reporting/impor/impor.berkas.js';
import type { HasilImpor } from '../reporting/impor/impor.paket.js';
import { PelaksanaImpor } from '../reporting/impor/impor.pelaksana.js';
import { kemajuan } from './kemajuan.js';
import { bacaPilihan, tempatData } from './pilihan.js';
import { type Keluaran, SalahPakai } from './salah-pakai.js';
import { imporLewatServer } from './soket.js';

type Impor = (berkas: Uint8Array, lapor: Lapor) => Promise<HasilImpor>;
type HasilBerkas = { readonly berkas: string } & HasilImpor;

const SABAR = 10_000; // ms that a server may take between taking the lock and listening
const SELANG = 100;

/** Where a path given on the command line leads: from where npm was called, else from here (npm goes to the installation). */
const letak = (berkas: string): string => {
  const [awal, sini] = [resolve(process.env.INIT_CWD ?? '.', berkas), resolve(berkas)];
  return existsSync(awal) ? awal : sini;
};

const baca = (berkas: string): Uint8Array | HasilImpor => {
  try {
    const jalur = letak(berkas);
    if (statSync(jalur).size > BATAS_BERKAS) return { peristiwa: 0, ditolak: [terlaluBesar()] };
    return readFileSync(jalur);
  } catch (e) {
    const kode = (e as NodeJS.ErrnoException).code ?? '';
    const pesan = `Berkas ${berkas} tidak dapat dibuka (${kode}).`;
    return { peristiwa: 0, ditolak: [ditolak('', 'BERKAS_TIDAK_TERBACA', pesan)] };
  }
};

/** With the lock of the data folder when it is free, else through the server that has it. */
const denganPelaksana = async <T>(kerja: (impor: Impor) => Promise<T>): Promise<T> => {
  const tempat = tempatData();
  const { folder } = tempat;
  buatFolderData(folder);
  for (const tenggat = performance.now() + SABAR; ; await setTimeout(SELANG)) {
    try {
      const store = await bukaLog(tempat);
      const pelaksana = new PelaksanaImpor(store, { lupakan: () => undefined }, { now: () => new Date() });
      return await kerja((berkas, lapor) => pelaksana.impor(berkas, lapor)).finally(() => store.close());
    } catch (e) {
      if (!(e instanceof LogTerkunci)) throw e;
      const lewat = await lewatServer(folder, kerja);
      if (lewat !== undefined) return lewat.hasil;
      if (performance.now() > tenggat) throw e;
    }
  }
};

const lewatServer = async <T>(
  folder: string,
  kerja: (impor: Impor) => Promise<T>,
): Promise<{ readonly hasil: T } | undefined> => {
  let adaServer = false;
  try {
    const hasil = await kerja(async (berkas, lapor) => {
      const jawaban = await imporLewatServer(folder, berkas, lapor);
      if (jawaban === undefined) throw new TanpaServer();
      adaServer = true;
      return jawaban;
    });
    return { hasil };
  } catch (e) {
    if (e instanceof TanpaServer && !adaServer) return undefined;
    throw e;
  }
};

/** The lock is held, and nobody listens (yet). */
class TanpaServer extends Error {}

const satu = async (impor: Impor, berkas: string): Promise<HasilBerkas> => {
  const isi = baca(berkas);
  if (!(isi instanceof Uint8Array)) return { berkas, ...isi };
  const layar = kemajuan();
  try {
    const { peristiwa, ditolak } = await impor(isi, (k) =>
      layar.maju(`${berkas}: ${k.tahap}`, k.selesai, k.dari),
    );
    return { berkas, peristiwa, ditolak };
  } finally {
    layar.selesai();
  }
};

const teks = ({ berkas, peristiwa, ditolak }: HasilBerkas): string => {
  if (ditolak.length > 0)
    return [
      `${berkas}: ditolak, tidak ada yang disimpan kali ini.`,
      ...ditolak.map((d) => `  ${d.jalur || '(berkas)'}: ${d.pesan} [${d.kode}]`),
    ].join('\n');
  return peristiwa === 0
    ? `${berkas}: semua isinya sudah tercatat, tidak ada yang berubah.`
    : `${berkas}: ${peristiwa} peristiwa disimpan.`;
};

/** `impor`: each file all or nothing, one after another. */
export const jalankan = async (argumen: readonly string[]): Promise<Keluaran> => {
  const { posisi: daftar } = bacaPilihan(argumen, []);
  if (daftar.length === 0) throw new SalahPakai('Sebutkan paling sedikit satu berkas paket kinerja.');
  const hasil = await denganPelaksana(async (impor) => {
    const hasil: HasilBerkas[] = [];
    for (const berkas of daftar) hasil.push(await satu(impor, berkas));
    return hasil;
  });
  return {
    json: hasil.length === 1 ? hasil[0] : { hasil },
    teks: () => hasil.map(teks).join('\n'),
    status: hasil.some((h) => h.ditolak.length > 0) ? 1 : 0,
  };
};
