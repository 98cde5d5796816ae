import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { TokoTidakTersedia } from '../../kernel/event-store.js';
import { tolak } from '../../kernel/penolakan.js';
import { berkasLog, bukaBerkas } from '../event-store/berkas-log.js';
import type { TempatKluster } from '../event-store/buka-esdb.js';
import { buatFolderData } from '../event-store/folder-data.js';
import { kunciLog } from '../event-store/kunci-log.js';
import { LogMundur } from '../event-store/log-mundur.js';
import {
  bacaTerlayani,
  catatTerlayani,
  memuat,
  sinkronkanFolder,
  type UkuranAkar,
  ukuranAkar,
} from '../event-store/terlayani.js';
import { periksaLog } from '../integrity/periksa-log.js';
import { bacaManifes, type Manifes } from './manifes.js';
import {
  type IdentitasTerpasang,
  pasangIdentitas,
  salinIdentitasTerperiksa,
  wajibKunciCocok,
} from './pasang-identitas.js';
import { catatPenggantian } from './penggantian.js';
import { type Lapor, sidikBerkas } from './salin-log.js';

export type Terpulihkan = UkuranAkar & { readonly identitas?: IdentitasTerpasang };

const TIDAK_TERBACA = { ukuran: null, akar: null };

/** The log that stands in a folder: as it says of itself, or why it cannot be read. */
type Semula = UkuranAkar | { readonly rusak: string };

/**
 * Puts a backup in place as the log of `folder`, which no process may be using. Its file, every leaf and chain, and the
 * root are checked first, on the copy. Where the backup does not hold all that stands there or was ever served from
 * there, it is refused with LOG_AKAN_HILANG unless `alasan` is given. What stood there is kept beside it, and each
 * replacement has its line in penggantian.jsonl. Identity database and archive come with it; whom a log here says to be
 * erased stays erased. Views notice by themselves. Other errors: CADANGAN_RUSAK, LogTerkunci.
 */
export const pulihkan = async (
  cadangan: string,
  folder: string,
  alasan: string | null,
  lapor: Lapor,
): Promise<Terpulihkan> => {
  const manifes = bacaManifes(cadangan, basename(berkasLog(folder)));
  const lepas = kunciLog(folder);
  let sementara: string | undefined;
  try {
    sementara = await mkdtemp(join(folder, 'pulihan.baru-'));
    await salinTerperiksa(cadangan, sementara, manifes, lapor);
    await salinIdentitasTerperiksa(cadangan, sementara, manifes, lapor);
    wajibKunciCocok(cadangan, folder);
    const pasang = (): Promise<IdentitasTerpasang | undefined> =>
      pasangIdentitas(cadangan, sementara as string, folder, lapor);
    const identitas = await tempatkan(sementara, folder, manifes, alasan, pasang);
    return { ukuran: manifes.ukuran, akar: manifes.akar, ...(identitas && { identitas }) };
  } finally {
    if (sementara !== undefined) await rm(sementara, { recursive: true, force: true });
    lepas();
  }
};

/**
 * Puts a backup into an EventStoreDB that holds nothing, or the beginning of this very log: there nothing can be taken
 * away again, so what holds anything else is refused (CADANGAN_SUDAH_ADA). Checked first, on a copy, as in `pulihkan`.
 */
export const pulihkanKeKluster = async (
  cadangan: string,
  tempat: TempatKluster,
  lapor: Lapor,
): Promise<Terpulihkan> => {
  const manifes = bacaManifes(cadangan, basename(berkasLog(tempat.folder)));
  buatFolderData(tempat.folder);
  const sementara = await mkdtemp(join(tempat.folder, 'pulihan.baru-'));
  try {
    await salinTerperiksa(cadangan, sementara, manifes, lapor);
    const { pindahkanKeKluster } = await import('./pindahkan.js'); // the clients are loaded only where they are used
    const hasil = await pindahkanKeKluster(sementara, tempat, lapor);
    if (tempat.basisData !== undefined) return hasil; // its identities are in PostgreSQL
    await salinIdentitasTerperiksa(cadangan, sementara, manifes, lapor);
    wajibKunciCocok(cadangan, tempat.folder);
    const identitas = await pasangIdentitas(cadangan, sementara, tempat.folder, lapor);
    return { ...hasil, ...(identitas && { identitas }) };
  } finally {
    await rm(sementara, { recursive: true, force: true });
  }
};

const salinTerperiksa = async (
  cadangan: string,
  sementara: string,
  manifes: Manifes,
  lapor: Lapor,
): Promise<void> => {
  const asal = join(cadangan, manifes.berkas.nama);
  if (!existsSync(asal)) return tolak('CADANGAN_RUSAK', { sebab: `${asal} tidak ada` });
  const sidik = await sidikBerkas(asal, berkasLog(sementara), lapor);
  if (sidik !== manifes.berkas.sha256)
    return tolak('CADANGAN_RUSAK', { sebab: `sidik ${asal} tidak sama dengan manifesnya` });
  const { ukuran, akar, masalah } = await periksaLog(sementara, (n) =>
    lapor('Memeriksa cadangan', n, manifes.ukuran),
  );
  const [satu] = masalah;
  if (satu !== undefined)
    return tolak('CADANGAN_RUSAK', { sebab: `posisi ${satu.posisi ?? '-'}: ${satu.uraian}` });
  if (ukuran !== manifes.ukuran || akar !== manifes.akar)
    return tolak('CADANGAN_RUSAK', {
      sebab: `isinya ${kata({ ukuran, akar })}, manifesnya ${kata(manifes)}`,
    });
};

const tempatkan = async (
  sementara: string,
  folder: string,
  manifes: Manifes,
  alasan: string | null,
  pasang: () => Promise<IdentitasTerpasang | undefined>,
): Promise<IdentitasTerpasang | undefined> => {
  const { ukuran, akar, berkas } = manifes;
  const semula = bacaSemula(folder);
  const terlayani = catatanTerlayani(folder);
  const hilang = yangHilang(sementara, semula, terlayani);
  if (hilang !== undefined && alasan === null)
    return tolak('LOG_AKAN_HILANG', { semula: hilang, cadangan: kata(manifes) });
  const nama = namaSimpanan(semula);
  await catatPenggantian(folder, {
    alasan,
    semula: semula === null ? null : { ...(terbaca(semula) ?? TIDAK_TERBACA), berkas: nama },
    terlayani: terbaca(terlayani),
    menjadi: { ukuran, akar, cadangan: berkas.sha256 },
  });
  const identitas = await pasang();
  await singkirkan(folder, nama);
  await rename(berkasLog(sementara), berkasLog(folder));
  await sinkronkanFolder(folder);
  await catatTerlayani(folder, { ukuran, akar });
  return identitas;
};

/** Opened to write, so that what still stands in its WAL goes into the file before that is renamed. Null where there is none, or nothing in it. */
const bacaSemula = (folder: string): Semula | null => {
  if (!existsSync(berkasLog(folder))) return null;
  try {
    const db = bukaBerkas(folder, false);
    try {
      const semula = ukuranAkar(db);
      return semula.ukuran === 0 ? null : semula;
    } finally {
      db.close();
    }
  } catch (e) {
    if (e instanceof TokoTidakTersedia) return { rusak: e.message };
    throw e;
  }
};

const catatanTerlayani = (folder: string): Semula | null => {
  try {
    return bacaTerlayani(folder);
  } catch (e) {
    if (e instanceof LogMundur) return { rusak: e.message };
    throw e;
  }
};

/** What the folder holds, or held, and the backup does not; nobody can say that of what cannot be read. */
const yangHilang = (sementara: string, ...ada: readonly (Semula | null)[]): string | undefined => {
  const db = new DatabaseSync(berkasLog(sementara), { readOnly: true });
  try {
    for (const satu of ada) {
      if (satu === null) continue;
      if ('rusak' in satu) return `log yang tidak dapat dibaca seluruhnya (${satu.rusak})`;
      if (!memuat(db, satu)) return kata(satu);
    }
    return undefined;
  } finally {
    db.close();
  }
};

const kata = ({ ukuran, akar }: UkuranAkar): string => `${ukuran} peristiwa dengan akar ${akar}`;
const terbaca = (s: Semula | null): UkuranAkar | null => (s === null || 'rusak' in s ? null : s);
const namaSimpanan = (semula: Semula | null): string => {
  const saat = new Date().toISOString().replaceAll(/[-:.]/g, '');
  return `log.semula-${semula === null ? 0 : 'rusak' in semula ? 'rusak' : semula.ukuran}-${saat}.sqlite`;
};

/** A WAL that is still there goes first: left behind, it would be taken for that of the next log. */
const singkirkan = async (folder: string, nama: string): Promise<void> => {
  for (const akhiran of ['-wal', '-shm', '']) {
    const asal = `${berkasLog(folder)}${akhiran}`;
    if (existsSync(asal)) await rename(asal, `${join(folder, nama)}${akhiran}`);
  }
  await sinkronkanFolder(folder);
};

/**
 * Accepts the log of a folder as it stands, though more was served from there once: for who put a file in place by
 * other means than `pulihkan`. The log must be whole. Gives what stands there; writes nothing where nothing is missing.
 */
export const terima = async (folder: string, alasan: string, lapor: Lapor): Promise<UkuranAkar> => {
  const lepas = kunciLog(folder);
  try {
    const { ukuran, akar, masalah } = await periksaLog(folder, (n) => lapor('Memeriksa log', n, n));
    const [satu] = masalah;
    if (satu !== undefined) throw new TokoTidakTersedia(`Log rusak: ${satu.uraian}. Pulihkan cadangan.`);
    const kini = { ukuran, akar };
    const terlayani = catatanTerlayani(folder);
    if (yangHilang(folder, terlayani) === undefined) return kini;
    await catatPenggantian(folder, {
      alasan,
      semula: null,
      terlayani: terbaca(terlayani),
      menjadi: { ...kini, cadangan: null },
    });
    await catatTerlayani(folder, kini);
    return kini;
  } finally {
    lepas();
  }
};
