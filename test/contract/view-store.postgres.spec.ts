import { setTimeout } from 'node:timers/promises';
import { PostgresViewStore } from '../../src/infra/view-store/postgres.view-store.js';
import type { Berkas } from '../../src/kernel/view-store.js';
import {
  barisSql,
  denganPostgres,
  type Gugus,
  jalankanSql,
  mulaiPostgres,
  putuskanSambungan,
} from '../support/postgres.js';
import { viewStoreContract } from './view-store.contract.js';

denganPostgres('PostgreSQL', () => {
  let gugus: Gugus;
  beforeAll(async () => {
    gugus = await mulaiPostgres();
  });
  afterAll(() => gugus.henti());

  viewStoreContract('PostgreSQL', async () => {
    const alamat = await gugus.kosong();
    const store = await PostgresViewStore.open(alamat);
    return { store, lain: () => PostgresViewStore.open(alamat), tutup: () => store.close() };
  });

  describe('basis data bersama', () => {
    let alamat: string;
    let store: PostgresViewStore;
    const laporan: string[] = [];
    const satu = (dari: number, sampai: number, isi: string | null = '1'): Berkas => ({
      dari,
      sampai,
      peristiwa: `p${sampai}`,
      perubahan: [
        {
          kunci: 'a',
          posisi: sampai,
          streams: ['Uji-1'],
          isi,
          tanda: [{ tag: 'x', urut: '1' }],
          baru: dari < 0,
        },
      ],
    });
    const hidup = async (): Promise<number> => (await store.keadaan('uji'))?.hidup.nomor ?? -1;
    const putuskan = (): Promise<void> => putuskanSambungan(alamat);

    beforeEach(async () => {
      alamat = await gugus.kosong();
      laporan.length = 0;
      store = await PostgresViewStore.open(alamat, { lapor: (p) => laporan.push(p) });
      await store.daftarkan('uji', 1);
      await store.tulis(await hidup(), satu(-1, 0));
    });
    afterEach(() => store.close());

    it('disusun sekali oleh banyak proses yang mulai bersamaan', async () => {
      const lain = await gugus.kosong();
      const semua = await Promise.all(
        Array.from({ length: 8 }, () => PostgresViewStore.open(lain, { banyak: 2 })),
      );
      await Promise.all(semua.map((s) => s.daftarkan('uji', 1)));
      expect(await semua[0]?.semuaKeadaan()).toHaveLength(1);
      for (const s of semua) await s.close();
    });

    it('dari tata letak lain dibuang dan disusun lagi, dan nomor tabel tidak pernah dipakai dua kali', async () => {
      const lama = await hidup();
      await jalankanSql(alamat, 'update amanah_tampilan.tata_letak set versi = 999');
      const baru = await PostgresViewStore.open(alamat);
      expect(await baru.semuaKeadaan()).toEqual([]);
      await baru.daftarkan('uji', 1);
      expect((await baru.keadaan('uji'))?.hidup.nomor).toBeGreaterThan(lama);
      expect(await store.baca('uji', ['a'])).toEqual([null]); // though it knows the old number
      await baru.close();
    });

    it('yang sambungannya putus dilaporkan, dan dijawab lagi pada permintaan berikutnya', async () => {
      await Promise.all([1, 2, 3].map(() => store.baca('uji', ['a'])));
      await putuskan();
      const galat = await store.baca('uji', ['a']).then(
        () => undefined,
        (e: unknown) => e,
      );
      if (galat !== undefined) expect(galat).toMatchObject({ kode: 'COBA_LAGI' });
      expect(await store.baca('uji', ['a'])).toMatchObject([{ isi: 1 }]);
      expect(laporan.every((p) => p.includes('terputus'))).toBe(true);
    });

    it('yang sambungannya putus di tengah berkas tidak menyimpan separuhnya', async () => {
      const nomor = await hidup();
      const putus = async () => {
        const perubahan = function* () {
          yield* satu(0, 1, '2').perubahan;
          void putuskan();
          for (let i = 0; i < 200_000; i++)
            yield { kunci: `b${i}`, posisi: 1, streams: [], isi: '"x"', tanda: [], baru: true };
        };
        return store.tulis(nomor, { dari: 0, sampai: 1, peristiwa: 'p1', perubahan: perubahan() });
      };
      await expect(putus()).rejects.toMatchObject({ kode: 'COBA_LAGI' });
      expect(await store.posisi('uji')).toBe(0);
      expect(await store.baca('uji', ['a', 'b0'])).toMatchObject([{ isi: 1 }, null]);
      expect(await store.tulis(nomor, satu(0, 1, '2'))).toBe('maju');
    });

    it('mengulang transaksi yang kalah oleh kunci transaksi lain, sampai berhasil', async () => {
      // Another program holds the live table for longer than a lock is waited for.
      const tabel = `baris_${await hidup()}`;
      const menahan = jalankanSql(
        alamat,
        `begin; lock table amanah_tampilan.${tabel} in access exclusive mode; select pg_sleep(3); commit`,
      );
      const tertahan = `select 1 from pg_locks l join pg_class c on c.oid = l.relation
        where c.relname = '${tabel}' and l.mode = 'AccessExclusiveLock' and l.granted`;
      while ((await barisSql(alamat, tertahan)).length === 0) await setTimeout(20);
      const nomor = await store.mulaiBangun('uji', 1);
      await store.tulis(nomor, satu(-1, 0));
      expect(await store.tukar('uji', nomor)).toBe(true);
      await menahan;
      expect(await store.baca('uji', ['a'])).toMatchObject([{ isi: 1 }]);
    });

    it('menolak NUL di kunci dan tanda sebelum sampai ke basis data', async () => {
      const [p] = satu(0, 1).perubahan;
      const dengan = (ganti: object): Berkas => ({ ...satu(0, 1), perubahan: [{ ...p, ...ganti } as never] });
      for (const ganti of [
        { kunci: 'a\0' },
        { tanda: [{ tag: 'x\0', urut: '' }] },
        { tanda: [{ tag: 'x', urut: '\0' }] },
      ])
        await expect(store.tulis(await hidup(), dengan(ganti))).rejects.toThrow('memuat NUL');
      expect(await store.posisi('uji')).toBe(0);
    });

    it('menolak posisi yang tidak dapat dinyatakan dengan tepat', async () => {
      await jalankanSql(alamat, 'update amanah_tampilan.tabel set posisi = 9007199254740993');
      await expect(store.posisi('uji')).rejects.toMatchObject({
        message: expect.stringMatching('9007199254740993'),
      });
    });

    it('yang tidak dapat dihubungi ditolak tanpa menyebut sandinya', async () => {
      const buka = PostgresViewStore.open('postgres://amanah:sandi-saya@127.0.0.1:1/amanah');
      await expect(buka).rejects.toMatchObject({
        kode: 'COBA_LAGI',
        message: expect.stringContaining('ECONNREFUSED'),
      });
      await expect(buka).rejects.not.toMatchObject({ message: expect.stringContaining('sandi-saya') });
    });
  });
});
