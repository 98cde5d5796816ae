import { setTimeout } from 'node:timers/promises';
import { TokoTidakTersedia } from '../../kernel/event-store.js';
import type { HasilPeriksa } from '../integrity/periksa-log.js';
import type { Log, OpsiLog, TempatLog } from './buka-log.js';
import { EsdbEventStore } from './esdb.event-store.js';
import { AksesDitolak, KlienEsdb, type LetakEsdb, type Rekaman, TanpaJawaban } from './esdb.klien.js';
import { NomorTidakCocok } from './esdb.pembaca.js';
import { cukup, sambilMenunggu, sebabSambungan } from './esdb.sambungan.js';
import { buatFolderData } from './folder-data.js';
import type { Penomoran } from './penomoran.js';
import { periksaNomor } from './periksa-nomor.js';
import { penomoranPostgres } from './postgres.penomoran.js';
import { PeristiwaAsing } from './sequencer.js';
import { penomoranSqlite } from './sqlite.penomoran.js';

const JEDA = 500; // ms

/** The numbers stand beside the views: in PostgreSQL where there is one, else in the data folder. */
const bukaPenomoran = async ({ folder, basisData }: TempatLog): Promise<Penomoran> => {
  if (basisData !== undefined) return penomoranPostgres(basisData);
  buatFolderData(folder);
  return penomoranSqlite(folder);
};

/** The log in EventStoreDB with its numbers. Errors: TokoTidakTersedia, PeristiwaAsing, NomorTidakCocok. */
export const bukaEsdb = async (
  tempat: TempatKluster,
  { bacaSaja = false, boleh, lepas, tersusul = false, lapor }: OpsiLog,
): Promise<Log> => {
  const penomoran = await dapatPenomoran(tempat);
  const opsi = {
    url: tempat.eventStore,
    penomoran,
    bacaSaja,
    ...(boleh && { boleh }),
    ...(lepas && { lepas }),
    ...(lapor && { lapor }),
  };
  const buka = () => sambilMenunggu(EsdbEventStore.open({ ...opsi, setelahTutup: () => penomoran.tutup() }));
  const store = await dapatServer(tempat.eventStore, buka).catch(async (e: unknown) => {
    await penomoran.tutup(); // nobody else has it yet
    throw e;
  });
  try {
    if (tersusul) await dapatServer(tempat.eventStore, () => store.sequencer.kejar());
    return store;
  } catch (e) {
    await store.close();
    throw e;
  }
};

export type TempatKluster = TempatLog & { readonly eventStore: string };

/** For work on the whole log beside whoever writes it. Errors as `bukaEsdb`, and those of the work. */
export const denganKluster = async <T>(
  tempat: TempatKluster,
  kerja: (klien: KlienEsdb, penomoran: Penomoran) => Promise<T>,
): Promise<T> => {
  const penomoran = await dapatPenomoran(tempat);
  let klien: KlienEsdb | undefined;
  try {
    klien = await dapatServer(tempat.eventStore, () => sambilMenunggu(klienMenjawab(tempat.eventStore)));
    return await kerja(klien, penomoran);
  } finally {
    await klien?.tutup();
    await penomoran.tutup();
  }
};

/** Asked again for a while, since a node may just be busy or be elected. */
const berulang = async <T>(tanya: () => Promise<T>): Promise<T> => {
  for (const sejak = performance.now(); ; await setTimeout(JEDA)) {
    try {
      return await tanya();
    } catch (e) {
      if (cukup(e, sejak)) throw e;
    }
  }
};

/** For work of minutes on the whole log: nobody waits for one page, and a late one must not undo all that were read. */
class KlienSabar extends KlienEsdb {
  override bacaSemua(dari: LetakEsdb | null): Promise<Rekaman[]> {
    return berulang(() => super.bacaSemua(dari));
  }
}

const klienMenjawab = async (url: string): Promise<KlienEsdb> => {
  const klien = new KlienSabar(url);
  try {
    await berulang(() => klien.bacaUjung(1));
    return klien;
  } catch (e) {
    await klien.tutup();
    throw e;
  }
};

/** The whole log in EventStoreDB against its numbers. */
export const periksaEsdb = (
  tempat: TempatKluster,
  maju: (diperiksa: number) => void,
): Promise<HasilPeriksa> => denganKluster(tempat, (klien, penomoran) => periksaNomor(klien, penomoran, maju));

const dapatPenomoran = async (tempat: TempatLog): Promise<Penomoran> => {
  try {
    return await bukaPenomoran(tempat);
  } catch (e) {
    if (e instanceof TokoTidakTersedia) throw e;
    const apa = tempat.basisData === undefined ? 'Berkas penomoran' : 'PostgreSQL (DATABASE_URL)';
    throw new TokoTidakTersedia(`${apa} tidak dapat dibuka: ${sebabBasisData(e)}.`, e);
  }
};

const dapatServer = async <T>(url: string, buka: () => Promise<T>): Promise<T> => {
  try {
    return await buka();
  } catch (e) {
    if (e instanceof PeristiwaAsing || e instanceof NomorTidakCocok) throw e;
    const sambungan =
      e instanceof AksesDitolak ? e.message : await sebabSambungan(url).catch(() => undefined);
    throw new TokoTidakTersedia(
      `EventStoreDB (EVENT_STORE_URL) tidak dapat dibuka: ${sambungan ?? sebab(e)}.`,
      e,
    );
  }
};

/** PostgreSQL's codes, and those of the line to it. */
const SEBAB_BASIS_DATA: Readonly<Record<string, string>> = {
  '3D000': 'basis data itu tidak ada',
  '28000': 'pengguna itu ditolak',
  '28P01': 'nama atau sandi ditolak',
  '42501': 'pengguna itu tidak boleh membuat skema',
  ECONNREFUSED: 'tidak ada yang mendengarkan di alamat itu',
  ENOTFOUND: 'nama hostnya tidak dikenal',
};

const sebabBasisData = (e: unknown): string => {
  const { code } = e as { code?: unknown };
  return code === undefined ? 'tidak menjawab' : (SEBAB_BASIS_DATA[String(code)] ?? `kode ${String(code)}`);
};

/** What went wrong, in words that hold neither address nor password: what cannot be parsed is quoted by who tries. */
const sebab = (e: unknown): string => {
  const { code } = e as { code?: unknown };
  if (code !== undefined) return `kode ${String(code)}`;
  if (e instanceof TanpaJawaban) return e.message;
  return e instanceof Error && e.name !== 'Error' ? e.name : 'belum ada simpul yang melayani';
};
