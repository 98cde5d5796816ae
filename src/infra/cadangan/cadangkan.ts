import { readdirSync, rmdirSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ArsipRusak } from '../../kernel/arsip.js';
import { TokoTidakTersedia } from '../../kernel/event-store.js';
import { tolak } from '../../kernel/penolakan.js';
import { berkasLog, bukaBerkas } from '../event-store/berkas-log.js';
import type { TempatLog } from '../event-store/buka-log.js';
import { buatFolderData } from '../event-store/folder-data.js';
import { gantiBerkas, sinkronkanFolder, ukuranAkar } from '../event-store/terlayani.js';
import { periksaLog } from '../integrity/periksa-log.js';
import { versiProgram } from '../versi.js';
import { BENTUK, BERKAS_MANIFES, type Manifes } from './manifes.js';
import { salinArsip, salinIdentitas, salinKunci } from './salin-identitas.js';
import { type Lapor, rapikanSalinan, salinPotret, sidikBerkas } from './salin-log.js';

/** Refuses CADANGAN_SUDAH_ADA unless nothing stands there, or an empty folder. */
const wajibKosong = (ke: string): void => {
  const ada = statSync(ke, { throwIfNoEntry: false });
  if (ada === undefined) return;
  if (!ada.isDirectory() || readdirSync(ke).length > 0) tolak('CADANGAN_SUDAH_ADA', { folder: ke });
};

/**
 * Backs a log up to a new folder `ke`, with the identity database and the archive where they are in the data folder,
 * beside a server that goes on writing. The master key comes with it only when asked for. Made under another name and
 * renamed when all of it is durable, so that one that was broken off is never taken for a backup. A copy that is not
 * whole is no backup: every leaf and chain of it is checked first. Errors: CADANGAN_SUDAH_ADA; TokoTidakTersedia when
 * there is no log, or it is damaged.
 */
export const cadangkan = async (
  tempat: TempatLog,
  ke: string,
  lapor: Lapor,
  denganKunci = false,
): Promise<Manifes> => {
  wajibKosong(ke);
  const pada = new Date().toISOString();
  const sementara = `${ke}.baru-${process.pid}`;
  buatFolderData(sementara);
  try {
    const salinan = berkasLog(sementara);
    await salin(tempat, sementara, lapor);
    const { ukuran, akar } = await wajibUtuh(sementara, lapor);
    const sha256 = await sidikBerkas(salinan, null, lapor);
    const berkas = { nama: basename(salinan), bita: statSync(salinan).size, sha256 };
    const manifes: Manifes = {
      bentuk: BENTUK,
      penyimpanan: 'sqlite',
      ukuran,
      akar,
      pada,
      versi: versiProgram(),
      berkas,
      ...(await salinSamping(tempat, sementara, lapor, denganKunci)),
    };
    await gantiBerkas(join(sementara, BERKAS_MANIFES), `${JSON.stringify(manifes, null, 2)}\n`);
    wajibKosong(ke);
    if (statSync(ke, { throwIfNoEntry: false }) !== undefined) rmdirSync(ke); // empty; Windows renames onto nothing else
    await rename(sementara, ke);
    await sinkronkanFolder(dirname(ke));
    return manifes;
  } finally {
    await rm(sementara, { recursive: true, force: true });
  }
};

/** What stands beside the log in the data folder, after it: an event names only files that are archived already. */
const salinSamping = async (
  { folder, basisData }: TempatLog,
  ke: string,
  lapor: Lapor,
  denganKunci: boolean,
): Promise<Pick<Manifes, 'identitas' | 'arsip' | 'kunciInduk'>> => {
  if (basisData !== undefined) return {}; // in PostgreSQL, which is backed up by its own means
  const identitas = await salinIdentitas(folder, ke, lapor);
  if (identitas === undefined) return {};
  const arsip = await salinArsip(folder, ke, lapor).catch((e: unknown) => {
    if (!(e instanceof ArsipRusak)) throw e;
    throw new TokoTidakTersedia(`${e.message}. Cadangan tidak dibuat.`, e);
  });
  return { identitas, arsip, kunciInduk: denganKunci && (await salinKunci(folder, ke)) };
};

/** A backup of either size is a log in one file: the same bytes, the same order, the same root. */
const salin = async (
  { folder, eventStore, basisData }: TempatLog,
  ke: string,
  lapor: Lapor,
): Promise<void> => {
  if (eventStore === undefined) return salinPotret(folder, berkasLog(ke), lapor);
  const { salinDariKluster } = await import('./pindahkan.js'); // the clients are loaded only where they are used
  await salinDariKluster({ folder, eventStore, basisData }, ke, lapor);
  await rapikanSalinan(berkasLog(ke));
};

const wajibUtuh = async (folder: string, lapor: Lapor): Promise<{ ukuran: number; akar: string }> => {
  const db = bukaBerkas(folder, true);
  const tercatat = ukuranAkar(db).ukuran;
  db.close();
  const { ukuran, akar, masalah } = await periksaLog(folder, (n) => lapor('Memeriksa cadangan', n, tercatat));
  const [satu] = masalah;
  if (satu === undefined) return { ukuran, akar };
  const tempat = satu.posisi === null ? '' : ` di posisi ${satu.posisi}`;
  throw new TokoTidakTersedia(
    `Log rusak${tempat}: ${satu.uraian}. Cadangan tidak dibuat; jalankan verifikasi.`,
  );
};
