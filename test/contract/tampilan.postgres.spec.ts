import { PostgresViewStore } from '../../src/infra/view-store/postgres.view-store.js';
import { denganPostgres, type Gugus, mulaiPostgres } from '../support/postgres.js';
import { setiapTampilan } from './tampilan.contract.js';

denganPostgres('tampilan di PostgreSQL', () => {
  let gugus: Gugus;
  beforeAll(async () => {
    gugus = await mulaiPostgres();
  });
  afterAll(() => gugus.henti());

  setiapTampilan('PostgreSQL', async () => PostgresViewStore.open(await gugus.kosong()));
});
