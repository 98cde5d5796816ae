import type { Tanda } from '../../src/kernel/view.js';
import type { BarisBertanda, Berkas, ViewStore } from '../../src/kernel/view-store.js';

const baris = (kunci: string, posisi: number, isi: unknown, ...tanda: Tanda[]): BarisBertanda => ({
  kunci,
  posisi,
  streams: ['Uji-1'],
  isi: isi === null ? null : JSON.stringify(isi),
  tanda,
});
const t = (tag: string, urut: string): Tanda => ({ tag, urut });
const berkas = (dari: number, sampai: number, ...perubahan: BarisBertanda[]): Berkas => ({
  dari,
  sampai,
  peristiwa: `p${sampai}`,
  perubahan: perubahan.map((p) => ({ ...p, baru: dari === -1 })),
});

/** What every view store must do. `make` gives a fresh store, and another connection to the same one. */
export const viewStoreContract = (
  name: string,
  make: () => Promise<{ store: ViewStore; lain: () => Promise<ViewStore>; tutup: () => Promise<void> }>,
): void => {
  describe(`view store: ${name}`, () => {
    let store: ViewStore;
    let lain: () => Promise<ViewStore>;
    let tutup: () => Promise<void>;
    const hidup = async (s = store): Promise<number> => (await s.keadaan('uji'))?.hidup.nomor ?? -1;
    const isi = async (...kunci: string[]) => (await store.baca('uji', kunci)).map((b) => b?.isi ?? null);
    const kunciDaftar = async (tag: string[], h: Parameters<ViewStore['daftar']>[2]) =>
      (await store.daftar('uji', tag, h)).map((b) => `${b.urut}/${b.kunci}`);

    beforeEach(async () => {
      ({ store, lain, tutup } = await make());
      await store.daftarkan('uji', 1);
    });
    afterEach(() => tutup());

    it('menjawab kosong untuk tampilan yang tidak dikenal', async () => {
      expect(await store.baca('lain', ['a'])).toEqual([null]);
      expect(await store.daftar('lain', ['t'], { batas: 5 })).toEqual([]);
      expect(await store.posisi('lain')).toBe(-1);
      expect(await store.keadaan('lain')).toBeNull();
    });

    it('mendaftarkan tampilan sekali saja', async () => {
      const nomor = await hidup();
      await store.daftarkan('uji', 2);
      expect(await store.keadaan('uji')).toEqual({
        nama: 'uji',
        hidup: { nomor, versi: 1, posisi: -1, peristiwa: null },
        bangun: null,
        status: 'berjalan',
        sebab: null,
      });
    });

    it('menulis baris, tanda, dan posisi bersama-sama, dan membacanya menurut urutan kunci yang diminta', async () => {
      const a = baris('a', 3, { nilai: '1.50', daftar: [null, true] }, t('x', '1'));
      expect(await store.tulis(await hidup(), berkas(-1, 4, a))).toBe('maju');
      expect(await store.baca('uji', ['b', 'a'])).toEqual([
        null,
        { kunci: 'a', posisi: 3, streams: ['Uji-1'], isi: { nilai: '1.50', daftar: [null, true] } },
      ]);
      expect((await store.keadaan('uji'))?.hidup).toMatchObject({ posisi: 4, peristiwa: 'p4' });
      expect(await store.posisi('uji')).toBe(4);
    });

    it('menolak berkas yang tidak berdiri di atas posisinya, tanpa menulis apa pun', async () => {
      const nomor = await hidup();
      await store.tulis(nomor, berkas(-1, 4, baris('a', 4, 1)));
      expect(await store.tulis(nomor, berkas(-1, 4, baris('a', 4, 2)))).toBe('sudah');
      expect(await store.tulis(nomor, berkas(-1, 2, baris('a', 2, 2)))).toBe('sudah');
      expect(await store.tulis(nomor, berkas(-1, 9, baris('a', 9, 2)))).toBe('bentrok');
      expect(await store.tulis(nomor, berkas(7, 9, baris('a', 9, 2)))).toBe('bentrok');
      expect(await store.tulis(nomor + 99, berkas(-1, 9, baris('a', 9, 2)))).toBe('bentrok');
      expect(await isi('a')).toEqual([1]);
      expect(await store.posisi('uji')).toBe(4);
    });

    it('hanya satu dari dua sambungan yang memajukan posisi yang sama', async () => {
      const kedua = await lain();
      const nomor = await hidup();
      const hasil = await Promise.all([
        store.tulis(nomor, berkas(-1, 0, baris('a', 0, 1))),
        kedua.tulis(nomor, berkas(-1, 0, baris('a', 0, 1))),
      ]);
      expect(hasil.sort()).toEqual(['maju', 'sudah']);
      await kedua.close();
    });

    it('menyimpan baris yang hilang tanpa memperlihatkannya', async () => {
      const nomor = await hidup();
      await store.tulis(nomor, berkas(-1, 0, baris('a', 0, 1, t('x', '1'))));
      await store.tulis(nomor, berkas(0, 1, baris('a', 1, null)));
      expect(await isi('a')).toEqual([null]);
      expect(await kunciDaftar(['x'], { batas: 5 })).toEqual([]);
      expect(await store.muat(nomor, ['a', 'b'])).toEqual([
        { kunci: 'a', posisi: 1, streams: ['Uji-1'], isi: null },
        null,
      ]);
    });

    it('mengganti tanda baris yang berubah dan membiarkan baris lain', async () => {
      const nomor = await hidup();
      await store.tulis(
        nomor,
        berkas(-1, 0, baris('a', 0, 1, t('x', '1'), t('y', '1')), baris('b', 0, 1, t('x', '2'))),
      );
      await store.tulis(nomor, berkas(0, 1, baris('a', 1, 1, t('x', '3'), t('y', '1'))));
      expect(await kunciDaftar(['x'], { batas: 5 })).toEqual(['2/b', '3/a']);
      expect(await kunciDaftar(['y'], { batas: 5 })).toEqual(['1/a']);
      expect(await kunciDaftar(['z'], { batas: 5 })).toEqual([]);
    });

    it('menyimpan tanda yang disebut dua kali sekali saja', async () => {
      await store.tulis(await hidup(), berkas(-1, 0, baris('a', 0, 1, t('x', '1'), t('x', '1'))));
      await store.tulis(await hidup(), berkas(0, 1, baris('a', 1, 1, t('x', '2'), t('x', '2'))));
      expect(await kunciDaftar(['x'], { batas: 5 })).toEqual(['2/a']);
    });

    it('membatalkan seluruh berkas bila satu barisnya gagal dibuat, dan meneruskan galatnya', async () => {
      const perubahan = function* () {
        yield { ...baris('a', 0, 1, t('x', '1')), baru: true };
        throw new RangeError('tidak dapat dibuat');
      };
      const rusak = { dari: -1, sampai: 0, peristiwa: 'p0', perubahan: perubahan() };
      await expect(store.tulis(await hidup(), rusak)).rejects.toThrow(RangeError);
      expect(await store.posisi('uji')).toBe(-1);
      expect(await isi('a')).toEqual([null]);
    });

    describe('daftar', () => {
      beforeEach(async () => {
        const banyak = Array.from({ length: 7 }, (_, i) =>
          baris(`k${i}`, 0, i, t('x', `0${Math.floor(i / 2)}`)),
        );
        const dua = baris('dua', 0, 'dua', t('x', '02'), t('y', '00'), t('z', '05'));
        await store.tulis(await hidup(), berkas(-1, 0, ...banyak, dua));
      });

      it('berurut menurut (urut, kunci) dan berlanjut dari tempat mana pun', async () => {
        const semua = ['00/k0', '00/k1', '01/k2', '01/k3', '02/dua', '02/k4', '02/k5', '03/k6'];
        expect(await kunciDaftar(['x'], { batas: 50 })).toEqual(semua);
        expect(await kunciDaftar(['x'], { batas: 50, mundur: true })).toEqual(semua.toReversed());
        for (const [i, tempat] of semua.entries()) {
          const [urut = '', kunci = ''] = tempat.split('/');
          const setelah = { urut, kunci };
          expect(await kunciDaftar(['x'], { batas: 3, setelah })).toEqual(semua.slice(i + 1, i + 4));
          expect(await kunciDaftar(['x'], { batas: 50, setelah, mundur: true })).toEqual(
            semua.slice(0, i).toReversed(),
          );
        }
      });

      it('memuat baris yang bertanda ganda sekali, pada tempatnya yang pertama, di halaman mana pun', async () => {
        const semua = ['00/dua', '00/k0', '00/k1', '01/k2', '01/k3', '02/k4', '02/k5', '03/k6'];
        expect(await kunciDaftar(['x', 'z', 'y', 'x'], { batas: 50 })).toEqual(semua);
        expect(await kunciDaftar(['x', 'z', 'y'], { batas: 50, mundur: true })).toEqual(semua.toReversed());
        const setelah = { urut: '00', kunci: 'k1' };
        expect(await kunciDaftar(['y', 'x', 'z'], { batas: 4, setelah })).toEqual(semua.slice(3, 7));
        expect(await kunciDaftar(['z', 'y'], { batas: 50 })).toEqual(['00/dua']);
      });

      it('kosong tanpa tanda', async () => {
        expect(await kunciDaftar([], { batas: 5 })).toEqual([]);
      });
    });

    describe('pembangunan', () => {
      beforeEach(async () => {
        await store.tulis(await hidup(), berkas(-1, 5, baris('a', 5, 'lama', t('x', '1'))));
      });

      it('tidak terlihat sebelum ditukar, dan seluruhnya terlihat sesudahnya', async () => {
        const pembaca = await lain();
        const lama = await hidup();
        const baru = await store.mulaiBangun('uji', 2);
        await store.tulis(baru, berkas(-1, 5, baris('a', 5, 'baru'), baris('b', 5, 'baru', t('x', '0'))));
        expect((await pembaca.baca('uji', ['a', 'b'])).map((b) => b?.isi ?? null)).toEqual(['lama', null]);
        expect(await store.keadaan('uji')).toMatchObject({ status: 'dibangun ulang', bangun: { versi: 2 } });
        expect(await store.tukar('uji', baru)).toBe(true);
        expect((await pembaca.baca('uji', ['a', 'b'])).map((b) => b?.isi)).toEqual(['baru', 'baru']);
        expect((await pembaca.daftar('uji', ['x'], { batas: 5 })).map((b) => b.kunci)).toEqual(['b']);
        expect(await pembaca.keadaan('uji')).toMatchObject({
          status: 'berjalan',
          bangun: null,
          hidup: { nomor: baru, versi: 2, posisi: 5 },
        });
        expect(await store.tulis(lama, berkas(5, 6, baris('a', 6, 'lama')))).toBe('bentrok');
        expect(await store.muat(lama, ['a'])).toBeNull();
        expect(await pembaca.muat(lama, ['a'])).toBeNull();
        await pembaca.close();
      });

      it('tidak ditukar selama tertinggal dari yang hidup', async () => {
        const baru = await store.mulaiBangun('uji', 1);
        await store.tulis(baru, berkas(-1, 4));
        expect(await store.tukar('uji', baru)).toBe(false);
        await store.tulis(baru, berkas(4, 5));
        expect(await store.tukar('uji', baru)).toBe(true);
        expect(await store.tukar('uji', baru)).toBe(false);
      });

      it('digantikan oleh pembangunan berikutnya, dan dapat dibatalkan', async () => {
        const pertama = await store.mulaiBangun('uji', 1);
        const kedua = await store.mulaiBangun('uji', 1);
        expect(kedua).not.toBe(pertama);
        expect(await store.tulis(pertama, berkas(-1, 5))).toBe('bentrok');
        expect(await store.tukar('uji', pertama)).toBe(false);
        await store.batalBangun('uji', pertama);
        expect((await store.keadaan('uji'))?.bangun?.nomor).toBe(kedua);
        await store.batalBangun('uji', kedua);
        expect(await store.keadaan('uji')).toMatchObject({ bangun: null, status: 'berjalan' });
        expect(await isi('a')).toEqual(['lama']);
      });

      it('mengosongkan tampilan yang posisinya bukan dari log ini', async () => {
        const lama = await hidup();
        await store.mulaiBangun('uji', 1);
        await store.kosongkan('uji', 3);
        expect(await store.keadaan('uji')).toMatchObject({ bangun: null, hidup: { versi: 3, posisi: -1 } });
        expect(await hidup()).not.toBe(lama);
        expect(await isi('a')).toEqual([null]);
      });
    });

    it('mencatat status dan sebabnya', async () => {
      const sebab = { idPeristiwa: 'p', posisi: 7, pesan: 'rusak' };
      await store.catatStatus('uji', 'berhenti', sebab);
      expect(await store.semuaKeadaan()).toMatchObject([{ nama: 'uji', status: 'berhenti', sebab }]);
      await store.catatStatus('uji', 'berjalan', null);
      expect(await store.keadaan('uji')).toMatchObject({ status: 'berjalan', sebab: null });
    });

    it('memotret baris menurut kunci bersama tanda dan posisinya', async () => {
      const semua = [baris('a', 1, 1, t('x', '1'), t('y', '2')), baris('b', 2, null), baris('c', 3, 3)];
      await store.tulis(await hidup(), berkas(-1, 3, ...semua));
      expect(await store.potret('uji', '', 2)).toEqual({ posisi: 3, baris: semua.slice(0, 2) });
      expect(await store.potret('uji', 'b', 2)).toEqual({ posisi: 3, baris: semua.slice(2) });
      expect(await store.potret('lain', '', 2)).toEqual({ posisi: -1, baris: [] });
    });

    it('mengurutkan teks menurut bitanya, tanpa memandang bahasa', async () => {
      const urut = ['-', '10', '9', 'A', 'B', '_', 'a', 'ab', 'é', '中', '😀'];
      const semua = urut.toReversed().map((k) => baris(k, 0, k, t('x', k)));
      await store.tulis(await hidup(), berkas(-1, 0, ...semua));
      expect((await store.potret('uji', '', 50)).baris.map((b) => b.kunci)).toEqual(urut);
      expect((await store.daftar('uji', ['x'], { batas: 50 })).map((b) => b.urut)).toEqual(urut);
      expect((await store.potret('uji', 'B', 3)).baris.map((b) => b.kunci)).toEqual(['_', 'a', 'ab']);
    });

    it('mengembalikan isi apa pun huruf demi huruf, dan posisi setinggi apa pun sebagai bilangan', async () => {
      const posisi = 2 ** 52 + 1;
      const isi = { a: 'nul \0, kutip "\'\\, {kurung}, NULL, baris\n', b: ['', null, 0.1, '😀'] };
      const berisi = { ...baris('{"k",}', posisi, isi, t('{}', 'NULL')), streams: ['Uji-{"1",\\}', ''] };
      await store.tulis(await hidup(), { ...berkas(-1, posisi, berisi), peristiwa: "p'1" });
      const { tanda, isi: _, ...sisa } = berisi;
      expect(await store.baca('uji', ['{"k",}'])).toEqual([{ ...sisa, isi }]);
      expect(await store.potret('uji', '', 5)).toEqual({ posisi, baris: [berisi] });
      expect((await store.keadaan('uji'))?.hidup).toMatchObject({ posisi, peristiwa: "p'1" });
      expect(
        await kunciDaftar(
          tanda.map((x) => x.tag),
          { batas: 5 },
        ),
      ).toEqual(['NULL/{"k",}']);
    });

    it('tidak menemukan apa pun di bawah kunci atau tanda yang memuat NUL', async () => {
      await store.tulis(await hidup(), berkas(-1, 0, baris('a', 0, 1, t('x', '1'))));
      expect(await isi('a\0', 'a', '\0')).toEqual([null, 1, null]);
      expect(await store.muat(await hidup(), ['a\0'])).toEqual([null]);
      expect(await kunciDaftar(['x\0', 'x'], { batas: 5 })).toEqual(['1/a']);
    });

    it('menulis berkas besar sekaligus, baris baru maupun yang berubah', async () => {
      const banyak = 2_500;
      const kunci = Array.from({ length: banyak }, (_, i) => `k${`${i}`.padStart(5, '0')}`);
      const buat = (posisi: number, urut: string) =>
        kunci.map((k) => baris(k, posisi, urut, t('x', urut), t(k, '')));
      await store.tulis(await hidup(), berkas(-1, 0, ...buat(0, 'lama')));
      const campur = [...buat(1, 'baru').slice(0, banyak - 1), baris('z', 1, 'z')];
      const perubahan = campur.map((p) => ({ ...p, baru: p.kunci === 'z' }));
      expect(await store.tulis(await hidup(), { dari: 0, sampai: 1, peristiwa: 'p1', perubahan })).toBe(
        'maju',
      );
      const { baris: tersimpan } = await store.potret('uji', '', banyak + 5);
      expect(tersimpan.map((b) => b.kunci)).toEqual([...kunci, 'z']);
      expect(tersimpan.filter((b) => b.posisi === 0).map((b) => b.kunci)).toEqual(kunci.slice(-1));
      expect(await kunciDaftar(['x'], { batas: banyak + 5 })).toHaveLength(banyak);
      expect(await kunciDaftar(['x'], { batas: 5, mundur: true })).toContain('lama/k02499');
    });

    it('terbaca terus selagi tampilannya dibangun ulang dan ditukar oleh sambungan lain', async () => {
      await store.tulis(await hidup(), berkas(-1, 0, baris('a', 0, 'a', t('x', '1'))));
      const kedua = await lain();
      let selesai = false;
      const membangun = (async () => {
        for (let i = 0; i < 25; i++) {
          const nomor = await kedua.mulaiBangun('uji', 1);
          await kedua.tulis(nomor, berkas(-1, 0, baris('a', 0, 'a', t('x', '1'))));
          expect(await kedua.tukar('uji', nomor)).toBe(true);
        }
        selesai = true;
      })();
      for (let kali = 0; !selesai || kali < 5; kali++) {
        expect(await isi('a')).toEqual(['a']);
        expect(await kunciDaftar(['x'], { batas: 5 })).toEqual(['1/a']);
        expect((await store.potret('uji', '', 5)).baris).toHaveLength(1);
        await new Promise((lanjut) => setImmediate(lanjut));
      }
      await membangun;
      await kedua.close();
    });

    it('didaftarkan oleh beberapa sambungan sekaligus menjadi satu', async () => {
      const toko = await Promise.all([lain(), lain(), lain()]);
      await Promise.all(toko.map((s) => s.daftarkan('bersama', 1)));
      const keadaan = await Promise.all(toko.map((s) => s.keadaan('bersama')));
      expect(new Set(keadaan.map((k) => k?.hidup.nomor)).size).toBe(1);
      for (const s of toko) await s.close();
    });
  });
};
