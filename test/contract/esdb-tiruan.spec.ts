import { randomUUID } from 'node:crypto';
import {
  type AllStreamResolvedEvent,
  ANY,
  type AppendExpectedRevision,
  type AppendResult,
  BACKWARDS,
  binaryEvent,
  END,
  EventStoreDBClient,
  FORWARDS,
  NO_STREAM,
  type ResolvedEvent,
  STREAM_EXISTS,
  streamNameFilter,
} from '@eventstore/db-client';
import { mulaiTiruan, type Tiruan } from '../support/esdb-tiruan/tiruan.js';

const credentials = { username: 'admin', password: 'changeit' };
const peristiwa = (isi: string, id: string = randomUUID()) =>
  binaryEvent({ id, type: 'Dicatat', data: new TextEncoder().encode(isi) });
const teks = (r: ResolvedEvent | AllStreamResolvedEvent): string =>
  r.event?.data instanceof Uint8Array ? new TextDecoder().decode(r.event.data) : '';

let tiruan: Tiruan;
let klien: EventStoreDBClient;
beforeEach(async () => {
  tiruan = await mulaiTiruan();
  klien = EventStoreDBClient.connectionString(tiruan.url);
});
afterEach(async () => {
  await klien.dispose();
  await tiruan.tutup();
});

type Tambahan = {
  rev?: AppendExpectedRevision;
  deadline?: number;
  klien?: EventStoreDBClient;
  requiresLeader?: boolean;
};
const tambah = (
  stream: string,
  isi: ReturnType<typeof peristiwa> | ReturnType<typeof peristiwa>[],
  { rev = ANY, deadline = 5_000, klien: k = klien, requiresLeader = false }: Tambahan = {},
): Promise<AppendResult> =>
  k.appendToStream(stream, isi, { expectedRevision: rev, credentials, deadline, requiresLeader });
const galatDari = (janji: Promise<unknown>): Promise<unknown> =>
  janji.then(
    () => null,
    (galat: unknown) => galat,
  );
const baca = async (
  stream: string,
  opsi: Parameters<EventStoreDBClient['readStream']>[1] = {},
): Promise<string[]> => {
  const hasil: string[] = [];
  for await (const r of klien.readStream(stream, opsi)) hasil.push(teks(r));
  return hasil;
};
const bacaSemua = async (opsi: Parameters<EventStoreDBClient['readAll']>[0] = {}) => {
  const hasil: AllStreamResolvedEvent[] = [];
  for await (const r of klien.readAll(opsi)) hasil.push(r);
  return hasil;
};

describe('tambahan dan bacaan', () => {
  it('menyimpan byte apa adanya dan membacanya maju, mundur, dari revisi, dan sebanyak yang diminta', async () => {
    const hasil = await tambah('A-1', [peristiwa('satu'), peristiwa('dua'), peristiwa('tiga')], {
      rev: NO_STREAM,
    });
    expect(hasil).toMatchObject({ success: true, nextExpectedRevision: 2n });
    expect(await baca('A-1')).toEqual(['satu', 'dua', 'tiga']);
    expect(await baca('A-1', { direction: BACKWARDS, fromRevision: END })).toEqual(['tiga', 'dua', 'satu']);
    expect(await baca('A-1', { fromRevision: 1n, maxCount: 1 })).toEqual(['dua']);
    expect(await baca('A-1', { fromRevision: 3n })).toEqual([]);
    expect(await baca('A-1', { direction: BACKWARDS, fromRevision: 1n, maxCount: 1 })).toEqual(['dua']);
    expect(tiruan.isi().map((e) => [e.stream, e.rev, e.json])).toEqual([
      ['A-1', 0n, false],
      ['A-1', 1n, false],
      ['A-1', 2n, false],
    ]);
  });

  it('menjawab stream yang tidak ada dengan galatnya sendiri', async () => {
    expect(await galatDari(baca('A-tiada'))).toMatchObject({
      type: 'stream-not-found',
      streamName: expect.anything(),
    });
  });

  it('menolak revisi yang tidak cocok di kedua jalur, dan menyebut yang berlaku', async () => {
    await tambah('A-1', peristiwa('satu'));
    for (const [rev, sebut] of [
      [NO_STREAM, NO_STREAM],
      [3n, 3n],
    ] as const) {
      const galat = { type: 'wrong-expected-version', actualVersion: 0n, expectedVersion: sebut };
      expect(await galatDari(tambah('A-1', peristiwa('lain'), { rev }))).toMatchObject(galat);
      expect(
        await galatDari(klien.appendToStream('A-1', peristiwa('lain'), { expectedRevision: rev })),
      ).toMatchObject(galat);
    }
    expect(await galatDari(tambah('A-2', peristiwa('x'), { rev: STREAM_EXISTS }))).toMatchObject({
      type: 'wrong-expected-version',
      actualVersion: NO_STREAM,
    });
    expect(tiruan.isi()).toHaveLength(1);
  });

  it('tambahan yang sama dengan revisi yang sama berhasil lagi dengan jawaban yang lama', async () => {
    const isi = [peristiwa('satu'), peristiwa('dua')];
    const pertama = await tambah('A-1', isi, { rev: NO_STREAM });
    await tambah('A-1', peristiwa('tiga'), { rev: 1n });
    expect(await tambah('A-1', isi, { rev: NO_STREAM })).toEqual(pertama);
    expect(await tambah('A-1', isi, { rev: ANY })).toEqual(pertama);
    expect(await klien.appendToStream('A-1', isi, { expectedRevision: NO_STREAM })).toEqual(pertama);
    const sebagian = [...isi.slice(0, 1), peristiwa('lain')];
    expect(await galatDari(tambah('A-1', sebagian, { rev: NO_STREAM }))).toMatchObject({
      type: 'wrong-expected-version',
    });
    expect(tiruan.isi()).toHaveLength(3);
    expect(tiruan.statistik.diulang).toBe(3);
  });

  it('menolak tambahan di atas 1 MB di kedua jalur', async () => {
    const besar = binaryEvent({ type: 'Besar', data: new Uint8Array(1024 * 1024) });
    const galat = { type: 'maximum-append-size-exceeded', maxAppendSize: 1024 * 1024 };
    expect(await galatDari(klien.appendToStream('A-1', besar, { credentials }))).toMatchObject(galat);
    expect(await galatDari(klien.appendToStream('A-1', besar))).toMatchObject(galat);
    expect(tiruan.isi()).toEqual([]);
  });

  it('menomori semua stream dalam satu garis posisi yang berlubang, dengan peristiwa sistem di antaranya', async () => {
    const a = await tambah('A-1', peristiwa('satu'));
    tiruan.sisipkanSistem();
    const b = await tambah('B-1', peristiwa('dua'));
    const semua = await bacaSemua();
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
    const hasil = await Promise.all(['1', '2', '3', '4'].map((n) => tambah(`A-${n}`, peristiwa(n))));
    const [, kedua] = hasil
      .map((h) => h.position)
      .sort((x, y) => Number((x?.commit ?? 0n) - (y?.commit ?? 0n)));
    if (kedua === undefined) throw new Error('tanpa posisi');
    const maju = await bacaSemua({ fromPosition: kedua, direction: FORWARDS, maxCount: 2 });
    expect(maju.map((r) => r.event?.position.commit)).toEqual([kedua.commit, expect.any(BigInt)]);
    const mundur = await bacaSemua({ fromPosition: kedua, direction: BACKWARDS, maxCount: 1 });
    expect(mundur[0]?.event?.position.commit).toBeLessThan(kedua.commit);
    expect(await bacaSemua({ fromPosition: END, direction: BACKWARDS, maxCount: 1 })).toHaveLength(1);
    const sela = { commit: kedua.commit + 1n, prepare: kedua.prepare + 1n };
    expect(await galatDari(bacaSemua({ fromPosition: sela, maxCount: 1 }))).toMatchObject({
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
    await tambah('A-1', [peristiwa('1'), peristiwa('2')]);
    const sub = klien.subscribeToAll();
    const kabar: string[] = [];
    const tersusul = new Promise<void>((jadi) => sub.on('caughtUp', () => jadi()));
    sub.on('confirmation', () => kabar.push('konfirmasi')).on('caughtUp', () => kabar.push('tersusul'));
    const isi = kumpulkan(sub, 3);
    await tersusul;
    await tambah('A-1', peristiwa('3'));
    expect(await isi).toEqual(['1', '2', '3']);
    expect(kabar).toEqual(['konfirmasi', 'tersusul']);
  });

  it('mulai sesudah posisi atau revisi yang disebut, atau dari ujung', async () => {
    const { position } = await tambah('A-1', [peristiwa('1'), peristiwa('2')]);
    if (position === undefined) throw new Error('tanpa posisi');
    const dariUjung = klien.subscribeToAll({ fromPosition: END });
    const terkonfirmasi = new Promise<void>((jadi) => dariUjung.on('caughtUp', () => jadi()));
    const ujung = kumpulkan(dariUjung, 1);
    await terkonfirmasi;
    await tambah('A-1', [peristiwa('3'), peristiwa('4')]);
    expect(await ujung).toEqual(['3']);
    expect(await kumpulkan(klien.subscribeToAll({ fromPosition: position }), 2)).toEqual(['3', '4']);
    expect(await kumpulkan(klien.subscribeToStream('A-1', { fromRevision: 0n }), 3)).toEqual(['2', '3', '4']);
    expect(await kumpulkan(klien.subscribeToStream('A-1'), 1)).toEqual(['1']);
  });

  it('menyaring menurut awalan stream dan memberi titik simpan', async () => {
    for (let i = 0; i < 5; i++) await tambah(i % 2 === 0 ? 'A-1' : 'B-1', peristiwa(String(i)));
    const titik: bigint[] = [];
    const filter = streamNameFilter({
      prefixes: ['A-'],
      maxSearchWindow: 1,
      checkpointInterval: 2,
      checkpointReached: (_, p) => void titik.push(p.commit),
    });
    expect(await kumpulkan(klien.subscribeToAll({ filter }), 3)).toEqual(['0', '2', '4']);
    expect(titik.length).toBeGreaterThanOrEqual(2);
  });

  it('yang putus di tengah memberi galat dan tidak kembali sendiri', async () => {
    await tambah(
      'A-1',
      ['1', '2', '3', '4'].map((n) => peristiwa(n)),
    );
    tiruan.gangguan.putuskan('langganan', 2);
    const dapat: string[] = [];
    const galat = await galatDari(kumpulkan(klien.subscribeToStream('A-1'), 4, dapat));
    expect(galat).toMatchObject({ type: 'unavailable' });
    expect(dapat).toEqual(['1', '2']);
    expect(tiruan.statistik).toMatchObject({ langganan: 1, putus: 1 });
    expect(await kumpulkan(klien.subscribeToStream('A-1', { fromRevision: 1n }), 2)).toEqual(['3', '4']);
  });

  it('yang diakhiri server terlihat sebagai UnknownError', async () => {
    const sub = klien.subscribeToAll({ fromPosition: END });
    const tersusul = new Promise<void>((jadi) => sub.on('caughtUp', () => jadi()));
    const galat = galatDari(kumpulkan(sub, 1));
    await tersusul;
    tiruan.kluster.akhiriLangganan('INTERNAL');
    expect(await galat).toMatchObject({ type: 'unknown', code: 13 });
  });

  it('mengirim dua kali di dalam satu langganan, dan mengulang yang sudah terkirim sesudah tersambung lagi', async () => {
    await tambah(
      'A-1',
      ['1', '2', '3', '4'].map((n) => peristiwa(n)),
    );
    tiruan.gangguan.gandakan(2);
    expect(await kumpulkan(klien.subscribeToStream('A-1'), 6)).toEqual(['1', '2', '2', '3', '4', '4']);
    tiruan.gangguan.reda();
    tiruan.gangguan.mundurkan(2);
    expect(await kumpulkan(klien.subscribeToStream('A-1', { fromRevision: 2n }), 3)).toEqual(['2', '3', '4']);
  });
});

describe('gangguan', () => {
  it('padam menolak sambungan; nyala di port yang sama dengan log yang sama', async () => {
    await tambah('A-1', peristiwa('satu'));
    await tiruan.kluster.padam();
    expect(await galatDari(tambah('A-1', peristiwa('dua')))).toMatchObject({ code: 14 });
    expect(await galatDari(baca('A-1'))).toMatchObject({ type: 'unavailable' });
    await tiruan.kluster.nyala();
    expect(await sampaiBerhasil(() => baca('A-1'))).toEqual(['satu']);
  });

  it('jawaban yang hilang: tersimpan tetapi tidak diketahui; diulang tidak menjadi dua', async () => {
    await tambah('A-0', peristiwa('nol'));
    tiruan.gangguan.hilangJawaban({ ke: 2 });
    const isi = [peristiwa('satu'), peristiwa('dua')];
    await tambah('A-1', peristiwa('sebelum'), { rev: NO_STREAM });
    expect(await galatDari(tambah('A-1', isi, { rev: 0n }))).toMatchObject({ code: 14 });
    expect(tiruan.isi()).toHaveLength(4);
    expect(await sampaiBerhasil(() => tambah('A-1', isi, { rev: 0n }))).toMatchObject({
      nextExpectedRevision: 2n,
    });
    expect(tiruan.isi()).toHaveLength(4);
    expect(tiruan.statistik).toMatchObject({ jawabanHilang: 1, diulang: 1 });
  });

  it('jawaban yang hilang menurut peluang sama untuk benih yang sama', async () => {
    const jalankan = async (): Promise<boolean[]> => {
      tiruan.gangguan.hilangJawaban({ peluang: 0.4, benih: 7 });
      const nasib: boolean[] = [];
      for (let i = 0; i < 20; i++) {
        const sebelum = tiruan.statistik.jawabanHilang;
        // Each on a client of its own: none waits for another's line to come back.
        const sendiri = EventStoreDBClient.connectionString(tiruan.url);
        await galatDari(tambah('A-1', peristiwa(String(i)), { klien: sendiri }));
        await sendiri.dispose();
        nasib.push(tiruan.statistik.jawabanHilang > sebelum);
      }
      return nasib;
    };
    const pertama = await jalankan();
    expect(await jalankan()).toEqual(pertama);
    expect(new Set(pertama).size).toBe(2);
    expect(tiruan.isi()).toHaveLength(40);
  });

  it.each(['UNKNOWN', 'INTERNAL', 'DATA_LOSS', 'DEADLINE_EXCEEDED'] as const)(
    'kode %s dapat berarti tersimpan atau tidak',
    async (kode) => {
      tiruan.gangguan.jawabKode(kode);
      expect(await galatDari(tambah('A-1', peristiwa('satu')))).toBeInstanceOf(Error);
      expect(tiruan.isi()).toHaveLength(0);
      tiruan.gangguan.jawabKode(kode, { tersimpan: true });
      expect(await galatDari(tambah('A-1', peristiwa('dua')))).toBeInstanceOf(Error);
      expect(tiruan.isi()).toHaveLength(1);
      tiruan.gangguan.jawabKode(kode, { panggilan: 'baca' });
      expect(await galatDari(baca('A-1'))).toBeInstanceOf(Error);
      expect(await baca('A-1')).toEqual(['dua']);
    },
  );

  it('versi salah padahal peristiwa yang sama sudah tersimpan', async () => {
    tiruan.gangguan.versiSalah();
    const isi = peristiwa('satu');
    expect(await galatDari(tambah('A-1', isi, { rev: NO_STREAM }))).toMatchObject({
      type: 'wrong-expected-version',
      actualVersion: 0n,
    });
    expect(tiruan.isi().map((e) => e.id)).toEqual([isi.id]);
  });

  it('bacaan yang putus di tengah memberi galat, bukan akhir yang diam', async () => {
    await tambah(
      'A-1',
      ['1', '2', '3'].map((n) => peristiwa(n)),
    );
    tiruan.gangguan.putuskan('baca', 2);
    expect(await galatDari(baca('A-1'))).toMatchObject({ type: 'unavailable' });
    expect(await sampaiBerhasil(() => baca('A-1'))).toEqual(['1', '2', '3']);
  });

  it('lambat: melewati tenggat, tersimpan juga', async () => {
    tiruan.gangguan.lambat({ sesudah: 500 });
    expect(await galatDari(tambah('A-1', peristiwa('satu'), { deadline: 100 }))).toMatchObject({
      type: 'deadline-exceeded',
    });
    expect(tiruan.isi()).toHaveLength(1);
  });

  it('beku: tidak menjawab apa pun; yang terkirim saat itu dilayani sesudah cair, biarpun pengirimnya sudah pergi', async () => {
    await tambah('A-1', peristiwa('satu'));
    tiruan.kluster.bekukan();
    expect(await galatDari(tambah('A-1', peristiwa('dua'), { deadline: 200 }))).toMatchObject({
      type: 'deadline-exceeded',
    });
    expect(tiruan.isi()).toHaveLength(1);
    tiruan.kluster.cairkan();
    expect(await sampaiBerhasil(() => baca('A-1', { maxCount: 1 }))).toEqual(['satu']);
  });
});

/** Tries again until it does not fail: the client needs a moment to find that its line is gone. */
const sampaiBerhasil = async <T>(kerja: () => Promise<T>, batasMs = 10_000): Promise<T> => {
  const batas = Date.now() + batasMs;
  for (;;) {
    try {
      return await kerja();
    } catch (galat) {
      if (Date.now() > batas) throw galat;
      await new Promise((lanjut) => setTimeout(lanjut, 20));
    }
  }
};
