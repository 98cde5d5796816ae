import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cadangkan } from '../../src/infra/cadangan/cadangkan.js';
import { BERKAS_PENGGANTIAN, type Penggantian } from '../../src/infra/cadangan/penggantian.js';
import { pulihkan, terima } from '../../src/infra/cadangan/pulihkan.js';
import { berkasLog } from '../../src/infra/event-store/berkas-log.js';
import { LogTerkunci } from '../../src/infra/event-store/kunci-log.js';
import { LogMundur } from '../../src/infra/event-store/log-mundur.js';
import { SqliteEventStore } from '../../src/infra/event-store/sqlite.event-store.js';
import { bacaTerlayani, masalahTerlayani } from '../../src/infra/event-store/terlayani.js';
import { periksaLog } from '../../src/infra/integrity/periksa-log.js';
import { SqliteViewStore } from '../../src/infra/view-store/sqlite.view-store.js';
import { Executor } from '../../src/kernel/execute.js';
import { DAFTAR_TAMPILAN } from '../../src/projections/runtime/daftar-tampilan.js';
import { periksaTampilan } from '../../src/projections/runtime/periksa-tampilan.js';
import { Runner } from '../../src/projections/runtime/runner.js';
import { PelaksanaImpor } from '../../src/reporting/impor/impor.pelaksana.js';
import { mulaiUji } from '../support/aplikasi.js';
import { berkasKota, JamUji, type Kota } from './impor.ruang.js';

const diam = (): void => undefined;
const SELAIN_INTERVAL = [
  'Date',
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setTimeout',
  'clearTimeout',
] as const;
const akarUji = mkdtempSync(join(tmpdir(), 'amanah-cadangan-'));
afterAll(() => rmSync(akarUji, { recursive: true }));

let nomor = 0;
const folderBaru = (): string => join(akarUji, `f${++nomor}`);

const tulis = async (folder: string, ...kota: readonly Kota[]): Promise<void> => {
  const store = SqliteEventStore.open(folder);
  const jam = new JamUji();
  const pelaksana = new PelaksanaImpor(store, new Executor(store, jam), jam);
  for (const k of kota) expect((await pelaksana.impor(berkasKota(k))).ditolak).toEqual([]);
  await store.close();
};
/** A folder with one city, its backup, and then the second city. */
const duaKota = async (): Promise<{ data: string; lama: string }> => {
  const [data, lama] = [folderBaru(), folderBaru()];
  await tulis(data, 'pontianak-2023');
  await cadangkan({ folder: data }, lama, diam);
  await tulis(data, 'pasuruan-2022');
  return { data, lama };
};
const penggantian = (folder: string): Penggantian[] =>
  readFileSync(join(folder, BERKAS_PENGGANTIAN), 'utf8')
    .trimEnd()
    .split('\n')
    .map((baris) => JSON.parse(baris) as Penggantian);
const kode = (kode: string) => expect.objectContaining({ kode });
const ukuran = async (folder: string): Promise<number> => (await periksaLog(folder)).ukuran;

/** Views as a start would bring them up, against a clean fold. */
const bedaTampilan = async (folder: string) => {
  const store = SqliteEventStore.open(folder);
  const views = SqliteViewStore.open(folder);
  const lapor: string[] = [];
  const runner = new Runner(store, views, DAFTAR_TAMPILAN, { lapor: (pesan) => lapor.push(pesan) });
  await runner.kejar();
  const beda = await periksaTampilan(store, views, DAFTAR_TAMPILAN);
  const [posisi, ujung] = [await views.posisi('capaian'), await store.posisi()];
  await runner.berhenti();
  await views.close();
  await store.close();
  return { beda, lapor, tertinggal: ujung - posisi };
};

describe('cadangkan', () => {
  it('menyalin log selagi ditulis, dan yang dipulihkan sama sampai ke akar dan tampilannya', async () => {
    const [data, cadangan, lain] = [folderBaru(), folderBaru(), folderBaru()];
    await tulis(data, 'pontianak-2023');
    const [manifes] = await Promise.all([
      cadangkan({ folder: data }, cadangan, diam),
      tulis(data, 'pasuruan-2022'),
    ]);
    expect(readdirSync(cadangan).sort()).toEqual(['cadangan.json', 'log.sqlite']);
    const isi = JSON.parse(readFileSync(join(cadangan, 'cadangan.json'), 'utf8'));
    expect(isi).toEqual(manifes);
    expect(isi.berkas.bita).toBe(statSync(join(cadangan, 'log.sqlite')).size);
    expect(await pulihkan(cadangan, lain, null, diam)).toEqual({
      ukuran: manifes.ukuran,
      akar: manifes.akar,
    });
    expect(await periksaLog(lain)).toEqual({ ukuran: manifes.ukuran, akar: manifes.akar, masalah: [] });
    expect(await bedaTampilan(lain)).toEqual({ beda: [], lapor: [], tertinggal: 0 });
    expect(bacaTerlayani(lain)).toEqual({ ukuran: manifes.ukuran, akar: manifes.akar });
  });

  it('tidak menimpa apa pun, tetapi memakai folder yang kosong', async () => {
    const { data, lama } = await duaKota();
    const sebelum = readFileSync(join(lama, 'cadangan.json'), 'utf8');
    await expect(cadangkan({ folder: data }, lama, diam)).rejects.toEqual(kode('CADANGAN_SUDAH_ADA'));
    await expect(cadangkan({ folder: data }, join(lama, 'log.sqlite'), diam)).rejects.toEqual(
      kode('CADANGAN_SUDAH_ADA'),
    );
    expect(readFileSync(join(lama, 'cadangan.json'), 'utf8')).toBe(sebelum);
    const kosong = folderBaru();
    mkdirSync(kosong);
    expect((await cadangkan({ folder: data }, kosong, diam)).ukuran).toBe(await ukuran(data));
  });

  it('dari log yang rusak tidak ada cadangan, dan tidak ada sisa', async () => {
    const [data, cadangan] = [folderBaru(), folderBaru()];
    await tulis(data, 'pontianak-2023');
    ubahIsi(berkasLog(data));
    await expect(cadangkan({ folder: data }, cadangan, diam)).rejects.toThrow(/^Log peristiwa rusak/);
    expect(readdirSync(akarUji).filter((n) => cadangan.endsWith(n) || n.includes('.baru-'))).toEqual([]);
  });

  it('yang terputus di tengah tidak pernah bernama cadangan', async () => {
    const [data, cadangan] = [folderBaru(), folderBaru()];
    await tulis(data, 'pontianak-2023');
    const putus = (): never => {
      expect(existsSync(cadangan)).toBe(false);
      throw new Error('terputus');
    };
    await expect(cadangkan({ folder: data }, cadangan, putus)).rejects.toThrow('terputus');
    expect(existsSync(cadangan)).toBe(false);
  });
});

/** Changes one figure inside the file without changing its length. */
const ubahIsi = (berkas: string): void => {
  const isi = readFileSync(berkas);
  const letak = isi.indexOf('"91.08"');
  expect(letak).toBeGreaterThan(0);
  isi.write('95', letak + 1);
  writeFileSync(berkas, isi);
};

describe('pulihkan', () => {
  it.each([
    ['isi yang berubah', (c: string) => ubahIsi(join(c, 'log.sqlite')), /sidik/],
    ['berkas yang terpotong', (c: string) => writeFileSync(join(c, 'log.sqlite'), 'SQLite'), /sidik/],
    ['berkas yang hilang', (c: string) => rmSync(join(c, 'log.sqlite')), /tidak ada/],
    ['manifes yang hilang', (c: string) => rmSync(join(c, 'cadangan.json')), /tidak dapat dibaca/],
    ['manifes yang lain', (c: string) => writeFileSync(join(c, 'cadangan.json'), '{}'), /bukan manifes/],
    ['akar yang lain', (c: string) => ubahManifes(c, { akar: 'f'.repeat(64) }), /manifesnya/],
    ['ukuran yang lain', (c: string) => ubahManifes(c, { ukuran: 1 }), /manifesnya/],
  ])('menolak cadangan dengan %s, dan tidak menyentuh folder', async (_, rusakkan, sebab) => {
    const { lama } = await duaKota();
    rusakkan(lama);
    const folder = folderBaru();
    const galat = await pulihkan(lama, folder, null, diam).catch((e: unknown) => e);
    expect(galat).toEqual(kode('CADANGAN_RUSAK'));
    expect(String((galat as { rincian: { sebab: string } }).rincian.sebab)).toMatch(sebab);
    expect(existsSync(berkasLog(folder))).toBe(false);
  });

  const ubahManifes = (cadangan: string, ubah: object): void => {
    const berkas = join(cadangan, 'cadangan.json');
    writeFileSync(berkas, JSON.stringify({ ...JSON.parse(readFileSync(berkas, 'utf8')), ...ubah }));
  };

  it('menolak log yang isinya disusun ulang walaupun sidik berkasnya cocok', async () => {
    const { lama } = await duaKota();
    ubahIsi(join(lama, 'log.sqlite'));
    const { createHash } = await import('node:crypto');
    const sha256 = createHash('sha256')
      .update(readFileSync(join(lama, 'log.sqlite')))
      .digest('hex');
    ubahManifes(lama, { berkas: { nama: 'log.sqlite', bita: 1, sha256 } });
    await expect(pulihkan(lama, folderBaru(), null, diam)).rejects.toEqual(kode('CADANGAN_RUSAK'));
  });

  it('menolak cadangan lama di atas log yang lebih baru; dengan alasan, log itu disimpan dan penggantiannya dicatat', async () => {
    const { data, lama } = await duaKota();
    expect((await bedaTampilan(data)).tertinggal).toBe(0); // views that are ahead of the backup
    const semula = await periksaLog(data);
    const cadangan = await periksaLog(lama);
    await expect(pulihkan(lama, data, null, diam)).rejects.toEqual(kode('LOG_AKAN_HILANG'));
    expect(await ukuran(data)).toBe(semula.ukuran);
    expect(existsSync(join(data, BERKAS_PENGGANTIAN))).toBe(false);

    await pulihkan(lama, data, 'salah impor, disepakati kembali ke kemarin', diam);
    expect(await periksaLog(data)).toEqual(cadangan);
    const [baris, ...lain] = penggantian(data);
    expect(lain).toEqual([]);
    expect(baris).toMatchObject({
      pada: expect.stringMatching(/^\d{4}-.*Z$/),
      oleh: expect.stringMatching(/./),
      alasan: 'salah impor, disepakati kembali ke kemarin',
      semula: { ukuran: semula.ukuran, akar: semula.akar },
      terlayani: { ukuran: semula.ukuran, akar: semula.akar },
      menjadi: { ukuran: cadangan.ukuran, akar: cadangan.akar },
    });
    const simpanan = join(data, baris?.semula?.berkas ?? '');
    expect(simpanan).toContain(`log.semula-${semula.ukuran}-`);
    const folder = folderBaru();
    mkdirSync(folder);
    copyFileSync(simpanan, berkasLog(folder));
    expect(await periksaLog(folder)).toEqual(semula);

    // The start is allowed, and the views that saw more than the log holds begin anew.
    const { beda, lapor, tertinggal } = await bedaTampilan(data);
    expect({ beda, tertinggal }).toEqual({ beda: [], tertinggal: 0 });
    expect(lapor.length).toBe(DAFTAR_TAMPILAN.length);
    expect(lapor.every((pesan) => pesan.includes('berasal dari log lain'))).toBe(true);
  });

  it('di atas log yang seluruhnya ada di cadangan tidak perlu alasan', async () => {
    const { data, lama } = await duaKota();
    const baru = folderBaru();
    await cadangkan({ folder: data }, baru, diam);
    const folder = folderBaru();
    await pulihkan(lama, folder, null, diam);
    await pulihkan(baru, folder, null, diam);
    expect(await periksaLog(folder)).toEqual(await periksaLog(data));
    expect(penggantian(folder).map((p) => [p.alasan, p.semula?.ukuran ?? null])).toEqual([
      [null, null],
      [null, await ukuran(lama)],
    ]);
  });

  it('log yang rusak hanya diganti dengan alasan, dan tetap disimpan', async () => {
    const { data, lama } = await duaKota();
    writeFileSync(berkasLog(data), 'bukan SQLite, tetapi barangkali masih dapat diselamatkan orang');
    await expect(pulihkan(lama, data, null, diam)).rejects.toEqual(kode('LOG_AKAN_HILANG'));
    await pulihkan(lama, data, 'disk rusak', diam);
    expect(await ukuran(data)).toBe(await ukuran(lama));
    expect(readdirSync(data).filter((n) => n.startsWith('log.semula-rusak-'))).toHaveLength(1);
  });

  it('tidak pernah selagi ada yang memegang log', async () => {
    const { data, lama } = await duaKota();
    const store = SqliteEventStore.open(data);
    await expect(pulihkan(lama, data, 'apa pun', diam)).rejects.toBeInstanceOf(LogTerkunci);
    await expect(terima(data, 'apa pun', diam)).rejects.toBeInstanceOf(LogTerkunci);
    await store.close();
  });
});

describe('log lama di sistem yang lebih baru', () => {
  const pasangDenganTangan = (lama: string, data: string): void =>
    copyFileSync(join(lama, 'log.sqlite'), berkasLog(data));

  it('tidak dijalankan sebelum diterima dengan alasan yang dicatat', async () => {
    const { data, lama } = await duaKota();
    const semula = await periksaLog(data);
    pasangDenganTangan(lama, data);
    expect(() => SqliteEventStore.open(data)).toThrow(LogMundur);
    expect(() => SqliteEventStore.open(data)).toThrow(
      `lebih pendek daripada checkpoint ${semula.ukuran} yang pernah dilayani`,
    );
    expect(masalahTerlayani(data)).toMatch(/pulihkan --terima/);
    const diterima = await terima(data, 'mesin maya dikembalikan ke potret kemarin', diam);
    expect(masalahTerlayani(data)).toBeUndefined();
    expect(penggantian(data)).toMatchObject([
      {
        alasan: 'mesin maya dikembalikan ke potret kemarin',
        semula: null,
        terlayani: { ukuran: semula.ukuran, akar: semula.akar },
        menjadi: { ...diterima, cadangan: null },
      },
    ]);
    await tulis(data, 'pasuruan-2022');
    await terima(data, 'tidak ada yang perlu diterima', diam);
    expect(penggantian(data)).toHaveLength(1);
  });

  it('log yang hilang sama sekali juga ditolak, dan cadangannya dapat dipasang', async () => {
    const { data, lama } = await duaKota();
    const baru = folderBaru();
    await cadangkan({ folder: data }, baru, diam);
    rmSync(berkasLog(data));
    expect(() => SqliteEventStore.open(data)).toThrow(LogMundur);
    await expect(pulihkan(lama, data, null, diam)).rejects.toEqual(kode('LOG_AKAN_HILANG'));
    await pulihkan(baru, data, null, diam);
    await SqliteEventStore.open(data).close();
  });

  it('server mencatat yang dilayaninya tiap menit, tidak baru saat berhenti', async () => {
    const data = folderBaru();
    mkdirSync(data);
    jest.useFakeTimers({ doNotFake: [...SELAIN_INTERVAL] });
    const uji = await mulaiUji(data);
    try {
      const { store, executor, clock } = uji.aplikasi.rakitan;
      await new PelaksanaImpor(store, executor, clock).impor(berkasKota('pontianak-2023'));
      expect(bacaTerlayani(data)).toBeNull();
      jest.advanceTimersByTime(60_000);
      const tenggat = performance.now() + 5_000;
      while (bacaTerlayani(data) === null && performance.now() < tenggat) await new Promise(setImmediate);
      expect(bacaTerlayani(data)).toEqual(await store.akar());
    } finally {
      await uji.tutup();
      jest.useRealTimers();
    }
  });

  it('log lain yang tidak lebih pendek ditolak: akarnya pada ukuran itu berbeda', async () => {
    const [data, lain] = [folderBaru(), folderBaru()];
    await tulis(data, 'pontianak-2023');
    await tulis(lain, 'pasuruan-2022', 'pontianak-2023');
    copyFileSync(berkasLog(lain), berkasLog(data));
    expect(() => SqliteEventStore.open(data)).toThrow(/Log berbeda dari yang pernah dilayani/);
  });

  it('catatan yang rusak tidak dikira tidak ada', async () => {
    const { data } = await duaKota();
    writeFileSync(join(data, 'log.terlayani'), 'amanah');
    expect(() => SqliteEventStore.open(data)).toThrow(/tidak terbaca/);
    await terima(data, 'berkas catatan rusak setelah pemulihan disk', diam);
    await SqliteEventStore.open(data).close();
  });

  it('catatan tidak pernah mendahului log: yang ditulis selagi log tumbuh selalu ada di dalamnya', async () => {
    const data = folderBaru();
    const store = SqliteEventStore.open(data);
    const jam = new JamUji();
    const pelaksana = new PelaksanaImpor(store, new Executor(store, jam), jam);
    const menulis = pelaksana.impor(berkasKota('pontianak-2023'));
    for (let selesai = false; !selesai; ) {
      await store.catatTerlayani();
      expect(masalahTerlayani(data)).toBeUndefined();
      selesai = await Promise.race([
        menulis.then(() => true),
        new Promise<false>((r) => setImmediate(r, false)),
      ]);
    }
    await store.close();
    expect(bacaTerlayani(data)?.ukuran).toBe(await ukuran(data));
  });
});
