import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SqliteViewStore } from '../../src/infra/view-store/sqlite.view-store.js';
import { viewStoreContract } from './view-store.contract.js';

const folderBaru = (): string => mkdtempSync(join(tmpdir(), 'amanah-tampilan-'));

viewStoreContract('SQLite', async () => {
  const folder = folderBaru();
  const store = SqliteViewStore.open(folder);
  return {
    store,
    lain: async () => SqliteViewStore.open(folder),
    tutup: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
});

describe('berkas tampilan.sqlite', () => {
  let folder: string;
  beforeEach(() => {
    folder = folderBaru();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const isi = { kunci: 'a', posisi: 0, streams: ['Uji-1'], isi: '1', tanda: [], baru: true };
  const terisi = async (): Promise<void> => {
    const store = SqliteViewStore.open(folder);
    await store.daftarkan('uji', 1);
    const nomor = (await store.keadaan('uji'))?.hidup.nomor ?? -1;
    await store.tulis(nomor, { dari: -1, sampai: 0, peristiwa: 'p0', perubahan: [isi] });
    await store.close();
  };

  it('menyimpan tampilan setelah ditutup, dan dapat dibuka hanya untuk membaca', async () => {
    await terisi();
    const pembaca = SqliteViewStore.open(folder, { bacaSaja: true });
    expect(await pembaca.baca('uji', ['a'])).toMatchObject([{ isi: 1 }]);
    await expect(pembaca.daftarkan('lain', 1)).rejects.toThrow(/readonly/);
    await pembaca.close();
  });

  it('yang rusak dibuang, karena dapat dibangun lagi dari log', async () => {
    await terisi();
    writeFileSync(join(folder, 'tampilan.sqlite'), 'bukan basis data '.repeat(400));
    const store = SqliteViewStore.open(folder);
    expect(await store.semuaKeadaan()).toEqual([]);
    await store.close();
  });

  it('dari tata letak lain dibuang, karena dapat dibangun lagi dari log', async () => {
    await terisi();
    const db = new DatabaseSync(join(folder, 'tampilan.sqlite'));
    db.exec('pragma user_version=999');
    db.close();
    const store = SqliteViewStore.open(folder);
    expect(await store.semuaKeadaan()).toEqual([]);
    await store.close();
  });
});
