import { denganPostgres, type Gugus, mulaiPostgres } from '../support/postgres.js';
import { diPostgres } from '../support/tempat-views.postgres.js';
import { runnerContract } from './runner.contract.js';
import { runnerGangguan } from './runner.gangguan.js';

denganPostgres('runner di PostgreSQL', () => {
  let gugus: Gugus;
  beforeAll(async () => {
    gugus = await mulaiPostgres();
  });
  afterAll(() => gugus.henti());

  runnerContract('PostgreSQL', () => diPostgres(gugus));
  runnerGangguan('PostgreSQL', () => diPostgres(gugus), { jadwal: 100, pernyataan: 150, berdua: 20 });
});
