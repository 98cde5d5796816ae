import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JamTetap, PELAKU } from '../../test/support/ruang-pk.js';
import { TokoTerpisah } from '../../test/support/toko-terpisah.js';
import { SqliteEventStore } from '../infra/event-store/sqlite.event-store.js';
import type { DomainEvent } from '../kernel/decider.js';
import { type EventStore, HEAD_KOSONG } from '../kernel/event-store.js';
import { Executor } from '../kernel/execute.js';
import { Penolakan } from '../kernel/penolakan.js';
import { opdDidaftarkan, sotkDisusun, sotkDitetapkan } from '../planning/opd/opd.contoh.js';
import { naskah, renstraDitetapkan } from '../planning/renstra/renstra.contoh.js';
import { PengalihIndikator, type SemuaDiminta } from './peralihan.js';

const OPERATOR = { ...PELAKU.perencana, peran: 'operator' } as const;
const MINTA = {
  pemda: '61.71',
  dari: { opd: 'disnaker', mulai: 2022 },
  ke: { opd: 'distrans', mulai: 2022 },
  sejak: 2023,
  alasan: 'SOTK baru',
};
const INDIKATOR = [{ kode: 'IKU-1', kodeBaru: 'IKU-3', induk: null, penanggungJawab: null }];
const [LAMA, BARU] = ['Renstra-61.71.disnaker.2022', 'Renstra-61.71.distrans.2022'];

describe('PengalihIndikator', () => {
  let folder: string;
  let store: SqliteEventStore;
  const jam = new JamTetap();
  const isi = async (stream: string, ...events: DomainEvent[]): Promise<void> => {
    const cmd = { id: `isi-${stream}`, sidik: 'a'.repeat(64) };
    const amplop = { at: jam.now().toISOString(), actor: 'uji', cmd, corr: cmd.id, cause: null };
    await store.append([{ stream, head: HEAD_KOSONG, events, ...amplop }]).committed;
  };
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'amanah-peralihan-'));
    store = SqliteEventStore.open(folder);
    await isi(LAMA, ...naskah, renstraDitetapkan);
    await isi(BARU, ...naskah, renstraDitetapkan);
    await isi('Opd-61.71.distrans', opdDidaftarkan, sotkDisusun(), sotkDitetapkan());
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const alihkan = (
    id: string,
    s: EventStore = store,
    indikator: typeof INDIKATOR | SemuaDiminta = INDIKATOR,
  ) =>
    new PengalihIndikator(s, new Executor(s, jam), jam).alihkan(
      MINTA,
      indikator,
      { id, sidik: 'b'.repeat(64) },
      OPERATOR,
    );
  const akhir = async (stream: string) => (await store.read(stream)).events.at(-1);
  const kode = (p: Promise<unknown>): Promise<unknown> =>
    p.then(
      () => 'berhasil',
      (e) => (e instanceof Penolakan ? e.kode : e),
    );

  it('mencatat kedua sisi sekaligus, masing-masing atas dasar dokumen yang lain', async () => {
    const hasil = await alihkan('satu');
    const [pergi, datang] = [await akhir(LAMA), await akhir(BARU)];
    expect([pergi?.type, datang?.type]).toEqual(['IndikatorDialihkan', 'IndikatorDiterima']);
    expect(pergi?.data).toMatchObject({
      berdasarkan: [{ stream: BARU, rev: 4 }, { stream: 'Opd-61.71.distrans' }],
    });
    expect(datang?.data).toMatchObject({
      berdasarkan: [{ stream: LAMA, rev: pergi?.meta.rev }, { stream: 'Opd-61.71.distrans' }],
    });
    expect(hasil.letak).toBe(datang?.meta.letak);
    expect(hasil.ke.indikator.has('IKU-3')).toBe(true);
  });

  it('menolak semua bila satu ditolak, atau bila tidak ada yang dapat dialihkan', async () => {
    const ujung = await store.posisi();
    const dua = [...INDIKATOR, { ...INDIKATOR[0], kode: 'IKU-9', kodeBaru: 'IKU-8' }] as typeof INDIKATOR;
    expect(await kode(alihkan('dua', store, dua))).toBe('INDIKATOR_TIDAK_DIKENAL');
    expect(await store.posisi()).toBe(ujung);
    await alihkan('satu');
    expect(await kode(alihkan('semua', store, { gantung: [] }))).toBe('KEADAAN_TIDAK_SESUAI');
  });

  it('menyebut yang tidak tergantung di penerima', async () => {
    expect((await alihkan('satu')).lepas).toEqual(['IKU-3']);
  });
  it('semua dapat digantungkan dalam perintah yang sama, dan yang tidak dialihkan ditolak', async () => {
    await isi('Renstra-61.71.distrans.2024', ...naskah.slice(0, 3), renstraDitetapkan);
    const semua = (id: string, kodeIndikator: string) =>
      new PengalihIndikator(store, new Executor(store, jam), jam).alihkan(
        { ...MINTA, ke: { opd: 'distrans', mulai: 2024 }, sejak: 2024 },
        { gantung: [{ indikator: kodeIndikator, tingkat: 'sasaran', kode: 'S1' }] },
        { id, sidik: 'b'.repeat(64) },
        OPERATOR,
      );
    expect(await kode(semua('asing', 'IKU-9'))).toBe('INDIKATOR_TIDAK_DIKENAL');
    const { lepas, ke } = await semua('semua', 'IKU-1');
    expect([lepas, [...ke.hubungan.values()]]).toEqual([
      [],
      [{ indikator: 'IKU-1', tingkat: 'sasaran', kode: 'S1' }],
    ]);
  });

  it.each([1, 2, 3])(
    'tanpa transaksi antar-stream, yang terputus setelah %i penambahan selesai bila dikirim lagi',
    async (putus) => {
      expect(await kode(alihkan('satu', new TokoTerpisah(store, putus)))).toBe('COBA_LAGI');
      await alihkan('satu', new TokoTerpisah(store, 99));
      const ini = (await store.readAll(0, 1_000)).filter((e) => e.meta.cmd.id === 'satu');
      expect(ini.map((e) => e.type)).toEqual([
        'ImporDimulai',
        'IndikatorDialihkan',
        'IndikatorDiterima',
        'ImporSelesai',
      ]);
    },
  );
});
