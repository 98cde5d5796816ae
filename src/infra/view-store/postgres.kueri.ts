import { type Kysely, sql } from 'kysely';
import { baris, isian, type Skema, tanda } from './kueri.js';
import { SKEMA } from './postgres.pernyataan.js';

type Db = Kysely<Skema>;

// Arrays are one parameter each, however many rows: one statement is prepared for all batches.
const larikTeks = (nama: string) => sql`${isian(nama)}::text[]`;
const larikAngka = (nama: string) => sql`${isian(nama)}::bigint[]`;
const kunciDiminta = sql<string>`any(${larikTeks('kunci')})`;

/** Tags before rows, as every reader of both does (see `hapusTabel`). */
export const kunciBaca = (nomor: number) =>
  sql`lock table ${sql.id(SKEMA, tanda(nomor))}, ${sql.id(SKEMA, baris(nomor))} in access share mode`;

export const barisBanyak = (db: Db, nomor: number) =>
  db.selectFrom(baris(nomor)).select(['kunci', 'posisi', 'streams', 'isi']).where('kunci', '=', kunciDiminta);

const barisMasuk = sql`unnest(${larikTeks('kunci')}, ${larikAngka('posisi')}, ${larikTeks('streams')}, ${larikTeks('isi')})`;
export const sisipBarisBanyak = (db: Db, nomor: number) =>
  db
    .insertInto(baris(nomor))
    .columns(['kunci', 'posisi', 'streams', 'isi'])
    .expression(sql`select * from ${barisMasuk}`);
export const ubahBarisBanyak = (db: Db, nomor: number) =>
  db
    .updateTable(`${baris(nomor)} as b`)
    .from(barisMasuk.as<'m'>(sql`m(kunci, posisi, streams, isi)`))
    .set({
      posisi: sql<number>`m.posisi`,
      streams: sql<string>`m.streams`,
      isi: sql<string | null>`m.isi`,
    })
    .where(sql<boolean>`b.kunci = m.kunci`);

const tandaMasuk = sql`unnest(${larikTeks('tag')}, ${larikTeks('urut')}, ${larikTeks('kunci')})`;
export const tandaBanyak = (db: Db, nomor: number) =>
  db
    .selectFrom(tanda(nomor))
    .select(['kunci', 'tag', 'urut'])
    .where('kunci', '=', kunciDiminta)
    .orderBy('kunci')
    .orderBy('tag')
    .orderBy('urut');
export const simpanTandaBanyak = (db: Db, nomor: number) =>
  db
    .insertInto(tanda(nomor))
    .columns(['tag', 'urut', 'kunci'])
    .expression(sql`select * from ${tandaMasuk}`)
    .onConflict((c) => c.doNothing());
export const hapusTandaBanyak = (db: Db, nomor: number) =>
  db
    .deleteFrom(`${tanda(nomor)} as t`)
    .using(tandaMasuk.as<'m'>(sql`m(tag, urut, kunci)`))
    .where(sql<boolean>`(t.tag, t.urut, t.kunci) = (m.tag, m.urut, m.kunci)`);
