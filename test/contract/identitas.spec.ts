import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BasisArsip } from '../../src/infra/arsip/basis.arsip.js';
import { FolderArsip } from '../../src/infra/arsip/folder.arsip.js';
import { BERKAS_IDENTITAS, bukaBasisIdentitas } from '../../src/infra/identity/basis-identitas.js';
import { TokoTidakTersedia } from '../../src/kernel/event-store.js';
import { denganPostgres, type Gugus, mulaiPostgres } from '../support/postgres.js';
import { kontrakArsip } from './arsip.contract.js';
import { kontrakIdentitas } from './identitas.contract.js';

const folderBaru = () => {
  const folder = mkdtempSync(join(tmpdir(), 'amanah-identitas-'));
  return { folder, hapus: async () => rmSync(folder, { recursive: true }) };
};

kontrakIdentitas('SQLite', async () => {
  const { folder, hapus } = folderBaru();
  return { buka: () => bukaBasisIdentitas({ folder }), hapus };
});

it('berkas identitas hanya terbaca pemiliknya', async () => {
  const { folder, hapus } = folderBaru();
  await (await bukaBasisIdentitas({ folder })).tutup();
  expect(statSync(join(folder, BERKAS_IDENTITAS)).mode & 0o777).toBe(0o600);
  await hapus();
});

it('berkas yang bukan basis data ditolak dengan kalimatnya', async () => {
  const { folder, hapus } = folderBaru();
  writeFileSync(join(folder, BERKAS_IDENTITAS), 'bukan basis data sama sekali, cukup panjang');
  await expect(bukaBasisIdentitas({ folder })).rejects.toThrow(TokoTidakTersedia);
  await hapus();
});

kontrakArsip('folder', async () => {
  const { folder, hapus } = folderBaru();
  const berkas = (s: string): string => join(folder, s.slice(0, 2), s);
  return {
    arsip: new FolderArsip(folder),
    rusakkan: async (s) => writeFileSync(berkas(s), 'lain'),
    tutup: hapus,
  };
});

denganPostgres('identitas di PostgreSQL', () => {
  let gugus: Gugus;
  beforeAll(async () => {
    gugus = await mulaiPostgres();
  });
  afterAll(() => gugus.henti());

  kontrakIdentitas('PostgreSQL', async () => {
    const basisData = await gugus.kosong();
    return { buka: () => bukaBasisIdentitas({ folder: '', basisData }), hapus: async () => undefined };
  });

  kontrakArsip('PostgreSQL', async () => {
    const basisData = await gugus.kosong();
    const basis = await bukaBasisIdentitas({ folder: '', basisData });
    return {
      arsip: new BasisArsip(basis),
      rusakkan: async (sidik) => {
        await basis.db
          .updateTable('arsip')
          .set({ isi: Buffer.from('lain') })
          .where('sidik', '=', sidik)
          .execute();
      },
      tutup: () => basis.tutup(),
    };
  });
});
