import { sql } from 'kysely';
import * as kueri from './kueri.js';
import { Pernyataan, penulis, polosan, RAGAM, SKEMA } from './postgres.pernyataan.js';
import type { Sambungan, Transaksi } from './postgres.sambungan.js';

/** Raised when the layout of the tables changes: tables of another layout are dropped, and the views are built again. */
const TATA_LETAK = 1;

const skema = sql.id(SKEMA);
const tataLetak = sql.id(SKEMA, 'tata_letak');

/** One instance at a time creates or drops tables, until the end of its transaction. */
const KUNCI_SUSUNAN = polosan(sql`select pg_advisory_xact_lock(hashtextextended(${SKEMA}, 0))`);
export const kunciSusunan = async (t: Transaksi): Promise<void> => {
  await t.semua(KUNCI_SUSUNAN);
};

const TERCATAT = polosan(sql`select to_regclass(${`${SKEMA}.tata_letak`}) is not null`);
const VERSI = polosan(sql`select versi from ${tataLetak}`);
const SEMUA_TABEL = polosan(sql`select tablename from pg_tables where schemaname = ${SKEMA}`);

const DASAR = [
  sql`create schema if not exists ${skema}`,
  sql`create sequence if not exists ${sql.id(SKEMA, 'nomor_tabel')} as integer`,
  sql`create table ${sql.id(SKEMA, 'sewa')} (nama text collate "C" primary key, pemegang text not null, sampai timestamptz not null)`,
  sql`create table ${tataLetak} (versi integer not null)`,
  sql`insert into ${tataLetak} values (${sql.lit(TATA_LETAK)})`,
].map(polosan);
const TAMPILAN = [kueri.tabelTampilan(penulis, RAGAM), kueri.tabelTabel(penulis, RAGAM)];

const terpasang = async (t: Transaksi): Promise<number | undefined> => {
  const [[ada] = []] = await t.semua(TERCATAT);
  if (ada !== true) return undefined;
  const [[versi] = []] = await t.semua(VERSI);
  return versi as number | undefined;
};

/** Creates the tables that are common to all views, once, however many instances start together. */
export const pasangTataLetak = (s: Sambungan): Promise<void> =>
  s.transaksi(async (t) => {
    await kunciSusunan(t);
    const versi = await terpasang(t);
    if (versi === TATA_LETAK) return;
    if (versi !== undefined)
      for (const [nama] of await t.semua(SEMUA_TABEL))
        await t.ubah(polosan(sql`drop table ${sql.id(SKEMA, nama as string)} cascade`));
    for (const p of DASAR) await t.ubah(p);
    for (const q of TAMPILAN) await t.ubah(new Pernyataan(q));
  });
