import {
  type AllStreamResolvedEvent,
  ANY,
  BACKWARDS,
  binaryEvent,
  END,
  FORWARDS,
  NO_STREAM,
  type ResolvedEvent,
  STREAM_EXISTS,
  streamNameFilter,
} from '@eventstore/db-client';
import { credentials, galatDari, KlienUji, peristiwa, teks } from '../support/esdb-tiruan/klien-uji.js';
import { mulaiTiruan, type Tiruan } from '../support/esdb-tiruan/tiruan.js';

let tiruan: Tiruan;
let k: KlienUji;
beforeEach(async () => {
  tiruan = await mulaiTiruan();
  k = new KlienUji(tiruan.url);
});
afterEach(async () => {
  await k.tutup();
  await tiruan.tutup();
});

describe('tambahan dan bacaan', () => {
  it('menyimpan byte apa adanya dan membacanya maju, mundur, dari revisi, dan sebanyak yang diminta', async () => {
    const hasil = await k.tambah('A-1', [peristiwa('satu'), peristiwa('dua'), peristiwa('tiga')], {
      rev: NO_STREAM,
    });
    expect(hasil).toMatchObject({ success: true, nextExpectedRevision: 2n });
    expect(await k.baca('A-1')).toEqual(['satu', 'dua', 'tiga']);
    expect(await k.baca('A-1', { direction: BACKWARDS, fromRevision: END })).toEqual(['tiga', 'dua', 'satu']);
    expect(await k.baca('A-1', { fromRevision: 1n, maxCount: 1 })).toEqual(['dua']);
    expect(await k.baca('A-1', { fromRevision: 3n })).toEqual([]);
    expect(await k.baca('A-1', { direction: BACKWARDS, fromRevision: 1n, maxCount: 1 })).toEqual(['dua']);
    expect(tiruan.isi().map((e) => [e.stream, e.rev, e.json])).toEqual([
      ['A-1', 0n, false],
      ['A-1', 1n, false],
      ['A-1', 2n, false],
    ]);
  });

  it('menjawab stream yang tidak ada dengan galatnya sendiri', async () => {
    expect(await galatDari(k.baca('A-tiada'))).toMatchObject({
      type: 'stream-not-found',
      streamName: expect.anything(),
    });
  });

  it('menolak revisi yang tidak cocok di kedua jalur, dan menyebut yang berlaku', async () => {
    await k.tambah('A-1', peristiwa('satu'));
    for (const [rev, sebut] of [
      [NO_STREAM, NO_STREAM],
      [3n, 3n],
    ] as const) {
      const galat = { type: 'wrong-expected-version', actualVersion: 0n, expectedVersion: sebut };
      expect(await galatDari(k.tambah('A-1', peristiwa('lain'), { rev }))).toMatchObject(galat);
      expect(
        await galatDari(k.klien.appendToStream('A-1', peristiwa('lain'), { expectedRevision: rev })),
      ).toMatchObject(galat);
    }
    expect(await galatDari(k.tambah('A-2', peristiwa('x'), { rev: STREAM_EXISTS }))).toMatchObject({
      type: 'wrong-expected-version',
      actualVersion: NO_STREAM,
    });
    expect(tiruan.isi()).toHaveLength(1);
  });

  it('tambahan yang sama dengan revisi yang sama berhasil lagi dengan jawaban yang lama', async () => {
    const isi = [peristiwa('satu'), peristiwa('dua')];
    const pertama = await k.tambah('A-1', isi, { rev: NO_STREAM });
    await k.tambah('A-1', peristiwa('tiga'), { rev: 1n });
    expect(await k.tambah('A-1', isi, { rev: NO_STREAM })).toEqual(pertama);
    expect(await k.tambah('A-1', isi, { rev: ANY })).toEqual(pertama);
    expect(await k.klien.appendToStream('A-1', isi, { expectedRevision: NO_STREAM })).toEqual(pertama);
    const sebagian = [...isi.slice(0, 1), peristiwa('lain')];
    expect(await galatDari(k.tambah('A-1', sebagian, { rev: ANY }))).toMatchObject({
      type: 'wrong-expected-version',
    });
    expect(await galatDari(k.tambah('A-1', sebagian, { rev: NO_STREAM }))).toMatchObject({
      type: 'wrong-expected-version',
    });
    expect(tiruan.isi()).toHaveLength(3);
    expect(tiruan.statistik.diulang).toBe(3);
  });

  it('menolak tambahan di atas 1 MB di kedua jalur', async () => {
    const besar = binaryEvent({ type: 'Besar', data: new Uint8Array(1024 * 1024) });
    const galat = { type: 'maximum-append-size-exceeded', maxAppendSize: 1024 * 1024 };
    expect(await galatDari(k.klien.appendToStream('A-1', besar, { credentials }))).toMatchObject(galat);
    expect(await galatDari(k.klien.appendToStream('A-1', besar))).toMatchObject(galat);
    expect(tiruan.isi()).toEqual([]);
  });

  it('menomori semua stream dalam satu garis posisi yang berlubang, dengan peristiwa sistem di antaranya', async () => {
    const a = await k.tambah('A-1', peristiwa('satu'));
    tiruan.sisipkanSistem();
    const b = await k.tambah('B-1', peristiwa('dua'));
    const semua = await k.bacaSemua();
    const posisi = semua.map((r) => r.event?.position.commit ?? 0n);
    expect(posisi).toEqual([...posisi].sort((x, y) => (x < y ? -1 : 1)));
    expect(semua.filter((r) => r.event?.streamId.startsWith('$')).length).toBeGreaterThan(1);
    expect(semua.filter((r) => r.event?.type === 'Dicatat').map((r) => r.event?.position)).toEqual([
      a.position,
      b.position,
    ]);
    expect((b.position?.commit ?? 0n) - (a.position?.commit ?? 0n)).toBeGreaterThan(1n);
  });

  it('membaca semua per halaman: posisi awal ikut maju, tidak ikut mundur, dan posisi di sela rekaman ditolak', async () => {
    const hasil = await Promise.all(['1', '2', '3', '4'].map((n) => k.tambah(`A-${n}`, peristiwa(n))));
    const [, kedua] = hasil
      .map((h) => h.position)
      .sort((x, y) => Number((x?.commit ?? 0n) - (y?.commit ?? 0n)));
    if (kedua === undefined) throw new Error('tanpa posisi');
    const maju = await k.bacaSemua({ fromPosition: kedua, direction: FORWARDS, maxCount: 2 });
    expect(maju.map((r) => r.event?.position.commit)).toEqual([kedua.commit, expect.any(BigInt)]);
    const mundur = await k.bacaSemua({ fromPosition: kedua, direction: BACKWARDS, maxCount: 1 });
    expect(mundur[0]?.event?.position.commit).toBeLessThan(kedua.commit);
    expect(await k.bacaSemua({ fromPosition: END, direction: BACKWARDS, maxCount: 1 })).toHaveLength(1);
    const sela = { commit: kedua.commit + 1n, prepare: kedua.prepare + 1n };
    expect(await galatDari(k.bacaSemua({ fromPosition: sela, maxCount: 1 }))).toMatchObject({
      type: 'unknown',
    });
  });
});

describe('langganan', () => {
  const kumpulkan = async (
    sub: AsyncIterable<AllStreamResolvedEvent | ResolvedEvent>,
    banyak: number,
    wadah: string[] = [],
  ): Promise<string[]> => {
    for await (const r of sub) if (r.event?.type === 'Dicatat' && wadah.push(teks(r)) >= banyak) break;
    return wadah;
  };

  it('semua: konfirmasi, yang tersimpan, tersusul sekali, lalu yang baru', async () => {
    await k.tambah('A-1', [peristiwa('1'), peristiwa('2')]);
    const sub = k.klien.subscribeToAll();
    const kabar: string[] = [];
    const tersusul = new Promise<void>((jadi) => sub.on('caughtUp', () => jadi()));
    sub.on('confirmation', () => kabar.push('konfirmasi')).on('caughtUp', () => kabar.push('tersusul'));
    const isi = kumpulkan(sub, 4);
    await tersusul;
    const ketiga = new Promise<void>((jadi) => sub.on('data', (r) => teks(r) === '3' && jadi()));
    await k.tambah('A-1', peristiwa('3'));
    await ketiga;
    await k.tambah('A-1', peristiwa('4'));
    expect(await isi).toEqual(['1', '2', '3', '4']);
    expect(kabar).toEqual(['konfirmasi', 'tersusul']);
  });

  it('mulai sesudah posisi atau revisi yang disebut, atau dari ujung', async () => {
    const { position } = await k.tambah('A-1', [peristiwa('1'), peristiwa('2')]);
    if (position === undefined) throw new Error('tanpa posisi');
    const dariUjung = k.klien.subscribeToAll({ fromPosition: END });
    const terkonfirmasi = new Promise<void>((jadi) => dariUjung.on('caughtUp', () => jadi()));
    const ujung = kumpulkan(dariUjung, 1);
    await terkonfirmasi;
    await k.tambah('A-1', [peristiwa('3'), peristiwa('4')]);
    expect(await ujung).toEqual(['3']);
    expect(await kumpulkan(k.klien.subscribeToAll({ fromPosition: position }), 2)).toEqual(['3', '4']);
    expect(await kumpulkan(k.klien.subscribeToStream('A-1', { fromRevision: 0n }), 3)).toEqual([
      '2',
      '3',
      '4',
    ]);
    expect(await kumpulkan(k.klien.subscribeToStream('A-1'), 1)).toEqual(['1']);
    const nol = { commit: 0n, prepare: 0n }; // the start, not "after the first event"
    for await (const r of k.klien.subscribeToAll({ fromPosition: nol })) {
      expect(r.event?.streamId).toBe('$$$scavenges');
      break;
    }
    const sela = { commit: position.commit + 1n, prepare: position.prepare + 1n };
    const galat = await galatDari(kumpulkan(k.klien.subscribeToAll({ fromPosition: sela }), 1));
    expect(galat).toMatchObject({ type: 'unknown' });
  });

  it('menyaring menurut awalan stream dan memberi titik simpan', async () => {
    for (let i = 0; i < 5; i++) await k.tambah(i % 2 === 0 ? 'A-1' : 'B-1', peristiwa(String(i)));
    const titik: bigint[] = [];
    const filter = streamNameFilter({
      prefixes: ['A-'],
      maxSearchWindow: 1,
      checkpointInterval: 2,
      checkpointReached: (_, p) => void titik.push(p.commit),
    });
    expect(await kumpulkan(k.klien.subscribeToAll({ filter }), 3)).toEqual(['0', '2', '4']);
    expect(titik.length).toBeGreaterThanOrEqual(2);
  });

  it('yang putus di tengah memberi galat dan tidak kembali sendiri', async () => {
    await k.tambah(
      'A-1',
      ['1', '2', '3', '4'].map((n) => peristiwa(n)),
    );
    tiruan.gangguan.putuskan('langganan', 2);
    const dapat: string[] = [];
    const galat = await galatDari(kumpulkan(k.klien.subscribeToStream('A-1'), 4, dapat));
    expect(galat).toMatchObject({ type: 'unavailable' });
    expect(dapat).toEqual(['1', '2']);
    expect(tiruan.statistik).toMatchObject({ langganan: 1, putus: 1 });
    expect(await kumpulkan(k.klien.subscribeToStream('A-1', { fromRevision: 1n }), 2)).toEqual(['3', '4']);
  });

  it('yang diakhiri server terlihat sebagai UnknownError', async () => {
    const sub = k.klien.subscribeToAll({ fromPosition: END });
    const tersusul = new Promise<void>((jadi) => sub.on('caughtUp', () => jadi()));
    const galat = galatDari(kumpulkan(sub, 1));
    await tersusul;
    tiruan.kluster.akhiriLangganan('INTERNAL');
    expect(await galat).toMatchObject({ type: 'unknown', code: 13 });
  });

  it('mengirim dua kali di dalam satu langganan, dan mengulang yang sudah terkirim sesudah tersambung lagi', async () => {
    await k.tambah(
      'A-1',
      ['1', '2', '3', '4'].map((n) => peristiwa(n)),
    );
    tiruan.gangguan.gandakan(2);
    expect(await kumpulkan(k.klien.subscribeToStream('A-1'), 6)).toEqual(['1', '2', '2', '3', '4', '4']);
    tiruan.gangguan.reda();
    tiruan.gangguan.mundurkan(2);
    expect(await kumpulkan(k.klien.subscribeToStream('A-1', { fromRevision: 2n }), 3)).toEqual([
      '2',
      '3',
      '4',
    ]);
  });
});
