import pg from 'pg';
import { penomoranPostgres } from '../../src/infra/event-store/postgres.penomoran.js';
import { denganPostgres, type Gugus, mulaiPostgres } from '../support/postgres.js';

denganPostgres('penomoran di PostgreSQL', () => {
  let gugus: Gugus;
  beforeAll(async () => {
    gugus = await mulaiPostgres();
  });
  afterAll(() => gugus.henti());

  it('dibuka selagi proses lain sedang menomori: tidak saling menunggu', async () => {
    const alamat = await gugus.kosong();
    const pertama = await penomoranPostgres(alamat);
    const lain = new pg.Client({ connectionString: alamat });
    await lain.connect();
    try {
      await lain.query('begin');
      await lain.query('update amanah_nomor.nomor_keadaan set ukuran = 1');
      await lain.query("insert into amanah_nomor.nomor values (0, 1, 1, 'Uji-1', 0, '', '')");
      const kedua = await penomoranPostgres(alamat);
      await lain.query('commit');
      expect((await kedua.akar()).ukuran).toBe(1);
      await kedua.tutup();
    } finally {
      await lain.end();
      await pertama.tutup();
    }
  });
});
