import { existsSync, readdirSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { ArsipRusak } from '../../kernel/arsip.js';
import { tolak } from '../../kernel/penolakan.js';
import { berkasLog } from '../event-store/berkas-log.js';
import { sinkronkanFolder } from '../event-store/terlayani.js';
import { BERKAS_IDENTITAS } from '../identity/basis-identitas.js';
import { BERKAS_KUNCI_INDUK } from '../identity/kunci-induk.js';
import type { Manifes } from './manifes.js';
import {
  bersihkanSalinan,
  FOLDER_ARSIP,
  kunciCocok,
  salinArsip,
  salinKunci,
  terhapusDalam,
} from './salin-identitas.js';
import { type Lapor, sidikBerkas } from './salin-log.js';

/** What a restore did beside the log. */
export type IdentitasTerpasang = {
  /** Persons that the backup still knew, and some log here says are erased. */
  readonly dihapus: number;
  /** Under which name the database that stood there is kept; null: there was none. */
  readonly semula: string | null;
  /** Logs that could not be asked for erasures. */
  readonly tidakTerbaca: readonly string[];
  /** Whether a master key lies in the folder now. */
  readonly kunci: boolean;
};

/** Copies and checks what a backup holds beside the log. Refuses CADANGAN_RUSAK. */
export const salinIdentitasTerperiksa = async (
  cadangan: string,
  sementara: string,
  { identitas, arsip }: Manifes,
  lapor: Lapor,
): Promise<void> => {
  if (arsip !== undefined) {
    const ada = await salinArsip(cadangan, sementara, lapor).catch((e: unknown) =>
      e instanceof ArsipRusak ? tolak('CADANGAN_RUSAK', { sebab: e.message }) : Promise.reject(e),
    );
    if (ada.berkas < arsip.berkas)
      return tolak('CADANGAN_RUSAK', { sebab: `arsipnya ${ada.berkas} dari ${arsip.berkas} berkas` });
  }
  if (identitas === undefined) return;
  const asal = join(cadangan, BERKAS_IDENTITAS);
  if (!existsSync(asal)) return tolak('CADANGAN_RUSAK', { sebab: `${asal} tidak ada` });
  if ((await sidikBerkas(asal, join(sementara, BERKAS_IDENTITAS), lapor)) !== identitas.sha256)
    return tolak('CADANGAN_RUSAK', { sebab: `sidik ${asal} tidak sama dengan manifesnya` });
};

/** Refuses CADANGAN_RUSAK where the backup's own master key is another than the one that stands there. */
export const wajibKunciCocok = (cadangan: string, folder: string): void => {
  if (!kunciCocok(cadangan, folder))
    tolak('CADANGAN_RUSAK', {
      sebab: `kunci induk di cadangan lain daripada ${join(folder, BERKAS_KUNCI_INDUK)}; pindahkan dahulu yang ada di folder`,
    });
};

/** Logs that may know of erasures: the restored one, the one that stands there, and those that earlier restores put aside. */
const semuaLog = (sementara: string, folder: string): string[] => [
  berkasLog(sementara),
  berkasLog(folder),
  ...readdirSync(folder)
    .filter((nama) => /^log\.semula-.*\.sqlite$/.test(nama))
    .map((nama) => join(folder, nama)),
];

const namaSimpanan = (): string =>
  `identitas.semula-${new Date().toISOString().replaceAll(/[-:.]/g, '')}.sqlite`;

/**
 * Puts the backup's identity database, archive and key in place; the log comes after it. Whom any log that is here says
 * to be erased, the newer ones too, is taken out before the database is anybody's.
 */
export const pasangIdentitas = async (
  cadangan: string,
  sementara: string,
  folder: string,
  lapor: Lapor,
): Promise<IdentitasTerpasang | undefined> => {
  if (existsSync(join(sementara, FOLDER_ARSIP))) await salinArsip(sementara, folder, lapor); // names are contents: only ever added
  const salinan = join(sementara, BERKAS_IDENTITAS);
  if (!existsSync(salinan)) return undefined;
  const tidakTerbaca: string[] = [];
  const terhapus = semuaLog(sementara, folder).flatMap((log) => {
    try {
      return terhapusDalam(log);
    } catch {
      tidakTerbaca.push(log);
      return [];
    }
  });
  const dihapus = bersihkanSalinan(salinan, terhapus);
  const kunci = (await salinKunci(cadangan, folder)) || existsSync(join(folder, BERKAS_KUNCI_INDUK));
  const berkas = join(folder, BERKAS_IDENTITAS);
  const semula = existsSync(berkas) ? namaSimpanan() : null;
  if (semula !== null)
    for (const akhiran of ['-wal', '-shm', ''])
      if (existsSync(`${berkas}${akhiran}`))
        await rename(`${berkas}${akhiran}`, `${join(folder, semula)}${akhiran}`);
  await rename(salinan, berkas);
  await sinkronkanFolder(folder);
  return { dihapus, semula, tidakTerbaca, kunci };
};
