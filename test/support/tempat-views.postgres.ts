import type pg from 'pg';
import { SKEMA } from '../../src/infra/view-store/postgres.pernyataan.js';
import { kolam } from '../../src/infra/view-store/postgres.sambungan.js';
import { PostgresViewStore } from '../../src/infra/view-store/postgres.view-store.js';
import { type Gugus, jalankanSql } from './postgres.js';
import { ListrikPadam, type Rencana, type TempatViews } from './tempat-views.js';

type Tanya = (...isi: unknown[]) => Promise<unknown>;

/** Statements fail as they do when the server goes away: before they arrive, or after their work and before the answer. */
const rapuh = (asli: Tanya, rencana: Rencana, hitung: { n: number }): Tanya => {
  return async (...isi) => {
    const giliran = ++hitung.n === rencana.ke;
    if (giliran && rencana.sebelum) throw new ListrikPadam();
    const hasil = await asli(...isi);
    if (giliran) throw new ListrikPadam();
    return hasil;
  };
};

const kolamRapuh = (pool: pg.Pool, rencana: Rencana, hitung: { n: number }): pg.Pool => {
  const sambung = pool.connect.bind(pool) as () => Promise<pg.PoolClient>;
  const ganti = {
    query: rapuh(pool.query.bind(pool) as unknown as Tanya, rencana, hitung),
    connect: async () => {
      const client = await sambung();
      return {
        query: rapuh(client.query.bind(client) as unknown as Tanya, rencana, hitung),
        release: (buang: boolean) => client.release(buang),
      };
    },
  };
  return new Proxy(pool, {
    get: (_, nama) => {
      if (nama in ganti) return Reflect.get(ganti, nama);
      const nilai = Reflect.get(pool, nama);
      return typeof nilai === 'function' ? nilai.bind(pool) : nilai;
    },
  });
};

export const diPostgres = async (gugus: Gugus): Promise<TempatViews> => {
  const alamat = await gugus.kosong();
  return {
    buka: () => PostgresViewStore.open(alamat),
    sql: (sql) => jalankanSql(alamat, `set search_path to ${SKEMA}; ${sql}`),
    rapuh: async (rencana) => {
      const [hitung, ke] = [{ n: 0 }, rencana.ke];
      rencana.ke = 0; // as on SQLite: what opens the store is not counted
      const views = await PostgresViewStore.atas(kolamRapuh(kolam(alamat, 4), rencana, hitung));
      Object.assign(rencana, { ke });
      hitung.n = 0;
      return { views, hitung, tutup: () => views.close() };
    },
    hapus: async () => undefined,
  };
};
