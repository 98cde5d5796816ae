import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bukaBasisIdentitas } from '../../src/infra/identity/basis-identitas.js';
import { denganPostgres, type Gugus, mulaiPostgres } from '../support/postgres.js';
import { kontrakOrang } from './orang.contract.js';

kontrakOrang('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'amanah-orang-'));
  return {
    buka: () => bukaBasisIdentitas({ folder }),
    hapus: async () => rmSync(folder, { recursive: true }),
  };
});

denganPostgres('buku orang di PostgreSQL', () => {
  let gugus: Gugus;
  beforeAll(async () => {
    gugus = await mulaiPostgres();
  });
  afterAll(() => gugus.henti());

  kontrakOrang('PostgreSQL', async () => {
    const basisData = await gugus.kosong();
    return { buka: () => bukaBasisIdentitas({ folder: '', basisData }), hapus: async () => undefined };
  });
});
