import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SqliteViewStore } from '../../src/infra/view-store/sqlite.view-store.js';
import { sebagaiTampilan, type TampilanApa } from '../../src/kernel/view.js';
import { type OpsiPemantau, Pemantau } from '../../src/projections/runtime/pemantau.js';
import { periksaTampilan } from '../../src/projections/runtime/periksa-tampilan.js';
import { type Kabar, Runner } from '../../src/projections/runtime/runner.js';
import {
  acak,
  saldo,
  semuaEvent,
  TAMPILAN,
  type Tempat,
  tambahkanAcak,
  tempatBaru,
} from './runner.contoh.js';

let tempat: Tempat;
let views: SqliteViewStore;
beforeEach(async () => {
  tempat = tempatBaru();
  views = SqliteViewStore.open(tempat.folder);
  await tambahkanAcak(tempat.store, acak(21), 90);
});
afterEach(async () => {
  await views.close();
  await tempat.hapus();
});

describe('pemantau tampilan', () => {
  let pemantau: Pemantau;
  const laporan: string[] = [];
  const mulai = (opsi: Partial<OpsiPemantau> = {}): Pemantau => {
    laporan.length = 0;
    const lapor = (p: string) => laporan.push(p);
    pemantau = Pemantau.mulai({
      store: tempat.store,
      views,
      daftar: TAMPILAN,
      folder: null,
      lapor,
      ...opsi,
    });
    return pemantau;
  };
  const pekerja = (isi: string): Partial<OpsiPemantau> => {
    const berkas = join(tempat.folder, 'pekerja.cjs');
    writeFileSync(berkas, `const { parentPort, workerData } = require('node:worker_threads');\n${isi}`);
    return { folder: tempat.folder, pekerja: berkas };
  };
  afterEach(() => pemantau.berhenti());

  it('menjawab begitu tampilan melihat peristiwa yang baru disimpan', async () => {
    mulai();
    expect(await pemantau.tungguSemua(89)).toBe(true);
    for (let i = 0; i < 20; i++) {
      await tambahkanAcak(tempat.store, acak(i), 3);
      const posisi = await tempat.store.posisi();
      expect(await pemantau.tunggu('saldo', posisi)).toBe(true);
      expect(await views.posisi('saldo')).toBeGreaterThanOrEqual(posisi);
    }
  });

  it('menjawab tidak untuk posisi yang belum ada, setelah tenggatnya', async () => {
    mulai();
    expect(await pemantau.tunggu('saldo', 500, 20)).toBe(false);
    await expect(pemantau.tunggu('lain', 0)).rejects.toThrow('tidak dikenal');
  });

  it('menjawab tidak, tanpa menunggu, untuk tampilan yang berhenti; yang lain tetap berjalan', async () => {
    const racun = (await semuaEvent(tempat.store)).findIndex((e, i) => i > 40 && e.type === 'Ditambah');
    const rusak: TampilanApa = {
      ...sebagaiTampilan(saldo),
      kunci: (e) => {
        if (e.meta.posisi === racun) throw new Error('rusak');
        return saldo.kunci(e as never);
      },
    };
    mulai({ daftar: [rusak, ...TAMPILAN.slice(1)] });
    expect(await pemantau.tunggu('saldo', 89, 60_000)).toBe(false);
    expect(await pemantau.tunggu('saldo', racun - 1, 60_000)).toBe(true);
    expect(await pemantau.tunggu('catatan', 89)).toBe(true);
    expect(pemantau.status()).toMatchObject([
      { tampilan: 'saldo', status: 'berhenti', posisi: racun - 1, sebab: { posisi: racun } },
      { tampilan: 'catatan', status: 'berjalan', posisi: 89, sebab: null },
    ]);
  });

  it('memberi tahu pendengarnya setiap kali tampilan maju, juga bila satu pendengar gagal', async () => {
    mulai();
    const kabar: Kabar[] = [];
    pemantau.onMaju(() => {
      throw new Error('pendengar rusak');
    });
    const lepas = pemantau.onMaju((k) => kabar.push(k));
    await pemantau.tungguSemua(89);
    lepas();
    await tambahkanAcak(tempat.store, acak(1), 3);
    await pemantau.tungguSemua(92);
    expect(kabar.map((k) => `${k.tampilan} ${k.posisi}`).sort()).toEqual(['catatan 89', 'saldo 89']);
    expect(laporan[0]).toContain('pendengar rusak');
  });

  it('melepaskan yang menunggu ketika berhenti', async () => {
    mulai();
    const menunggu = pemantau.tunggu('saldo', 500, 60_000);
    await pemantau.berhenti();
    expect(await menunggu).toBe(false);
  });

  it('meneruskan kabar pekerja, dan memberi tahu pekerja setiap posisi baru', async () => {
    mulai(
      pekerja(`parentPort.on('message', (p) => {
        if (p.berhenti) return parentPort.close();
        for (const tampilan of ['saldo', 'catatan'])
          parentPort.postMessage({ kabar: { tampilan, posisi: p.posisi, status: 'berjalan', sebab: null } });
      });`),
    );
    await tambahkanAcak(tempat.store, acak(1), 3);
    await tambahkanAcak(tempat.store, acak(1), 1);
    expect(await pemantau.tungguSemua(93)).toBe(true);
    expect(laporan).toEqual([]);
  });

  it('memulai lagi pekerja yang mati, dengan nyaring, dan tidak ada yang menggantung', async () => {
    mulai(pekerja(`setTimeout(() => { throw new Error('pekerja rusak'); }, 20);`));
    const mati = () => laporan.filter((l) => l.includes('pekerja rusak')).length;
    while (mati() < 2) expect(await pemantau.tunggu('saldo', 89, 50)).toBe(false);
    expect(laporan).toContainEqual(expect.stringContaining('dimulai lagi dalam 250 ms'));
    expect(await pemantau.tunggu('saldo', 89, 50)).toBe(false);
  });

  it('bertanya kepada toko sendiri bila kabar pekerja tidak sampai', async () => {
    mulai(pekerja(`parentPort.on('message', () => parentPort.close());`));
    await new Runner(tempat.store, views, TAMPILAN).kejar();
    expect(await pemantau.tunggu('saldo', 89, 10)).toBe(true);
  });
});

describe('periksaTampilan', () => {
  const periksa = (batas?: number) => periksaTampilan(tempat.store, views, TAMPILAN, batas);
  const ubah = (sql: string): void => {
    const db = new DatabaseSync(join(tempat.folder, 'tampilan.sqlite'));
    db.exec(sql);
    db.close();
  };
  let nomor: number;
  let kunci: readonly string[];
  beforeEach(async () => {
    await new Runner(tempat.store, views, TAMPILAN).kejar();
    nomor = (await views.keadaan('saldo'))?.hidup.nomor ?? -1;
    kunci = (await views.potret('saldo', '', 100)).baris.filter((b) => b.isi !== null).map((b) => b.kunci);
  });

  it('tidak menemukan apa pun pada tampilan yang utuh, sekaligus maupun sebagian demi sebagian', async () => {
    expect(await periksa()).toEqual([]);
    expect(await periksa(4)).toEqual([]);
    expect(kunci.length).toBeGreaterThan(3);
  });

  it('memeriksa pada posisi tampilan, bukan pada akhir log', async () => {
    await tambahkanAcak(tempat.store, acak(1), 30);
    expect(await periksa()).toEqual([]);
  });

  it.each([
    ['isi berbeda', "isi = json_set(isi, '$.jumlah', 999)"],
    ['isi berbeda', 'isi = null'],
    ['isi berbeda', "isi = 'bukan json'"],
    ['posisi berbeda', 'posisi = posisi - 1'],
    ['stream berbeda', "streams = '[]'"],
  ])('menemukan baris yang diubah langsung di berkas: %s (%s)', async (masalah, isi) => {
    ubah(`update baris_${nomor} set ${isi} where kunci = '${kunci[1]}'`);
    for (const batas of [3, 50_000])
      expect(await periksa(batas)).toEqual([{ tampilan: 'saldo', kunci: kunci[1], masalah }]);
  });

  it('menemukan baris dan tanda yang dihapus atau diselipkan', async () => {
    ubah(`delete from baris_${nomor} where kunci = '${kunci[0]}'`);
    ubah(`delete from tanda_${nomor} where kunci = '${kunci[1]}' and tag = 'semua'`);
    ubah(`insert into tanda_${nomor} values ('semua', '0', '${kunci[2]}')`);
    ubah(`insert into baris_${nomor} values ('zz', 3, '[]', '{}')`);
    expect(await periksa(5)).toEqual([
      { tampilan: 'saldo', kunci: kunci[1], masalah: 'tanda berbeda' },
      { tampilan: 'saldo', kunci: kunci[2], masalah: 'tanda berbeda' },
      { tampilan: 'saldo', kunci: kunci[0], masalah: 'baris tidak ada di tampilan' },
      { tampilan: 'saldo', kunci: 'zz', masalah: 'baris tidak berasal dari log' },
    ]);
    await new Runner(tempat.store, views, TAMPILAN).bangunUlang('saldo');
    expect(await periksa()).toEqual([]);
  });
});
