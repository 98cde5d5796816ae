import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Codec } from '../../src/infra/event-store/codec.js';
import { SqliteEventStore } from '../../src/infra/event-store/sqlite.event-store.js';
import type { Decider } from '../../src/kernel/decider.js';
import {
  type Append,
  Clock,
  EventStore,
  HasilBelumPasti,
  type Pending,
  type Recorded,
  RevisiBentrok,
  type Stream,
} from '../../src/kernel/event-store.js';
import { type Amplop, type Baca, Executor } from '../../src/kernel/execute.js';
import { tolak } from '../../src/kernel/penolakan.js';
import { kode } from '../support/kode.js';

// A document of parts: each holds a text once; the page's revision is that of the part it shows.
type Event = { type: 'BagianDicatat'; data: { bagian: string; teks: string } };
type Command =
  | { type: 'Catat'; bagian: string; teks: string }
  | { type: 'Ganti'; bagian: string; teks: string };
type State = ReadonlyMap<string, { readonly teks: string; readonly rev: number }>;

const buku: Decider<State, Command, Event> = {
  kategori: 'Buku',
  initial: new Map(),
  decide: ({ type, bagian, teks }, state) => {
    const ada = state.get(bagian);
    if (ada?.teks === teks) return [];
    if (ada !== undefined && type === 'Catat') return tolak('SUDAH_ADA_BERBEDA', { sebelum: ada.teks });
    return [{ type: 'BagianDicatat', data: { bagian, teks } }];
  },
  evolve: (state, { data }, rev) => new Map(state).set(data.bagian, { teks: data.teks, rev }),
  revisi: ({ bagian }, state) => state.get(bagian)?.rev ?? -1,
};
const catat = (bagian: string, teks: string): Command => ({ type: 'Catat', bagian, teks });
const ganti = (bagian: string, teks: string): Command => ({ type: 'Ganti', bagian, teks });

class JamTetap extends Clock {
  now(): Date {
    return new Date('2024-01-01T08:00:00.000Z');
  }
}

const codec = new Codec({ versi: { BagianDicatat: 1 }, naikkan: {} });
let folder: string;
let store: SqliteEventStore;
let executor: Executor;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amanah-execute-'));
  store = SqliteEventStore.open(folder, { codec });
  executor = new Executor(store, new JamTetap());
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

let nomor = 0;
const amplop = (isi: Partial<Amplop> = {}): Amplop => ({
  idPerintah: `${String(++nomor).padStart(8, '0')}-0000-4000-8000-000000000000`,
  sidikMasukan: 'a'.repeat(64),
  actor: 'akun-1',
  ...isi,
});
const teks = (state: State): Record<string, string> =>
  Object.fromEntries([...state].map(([bagian, { teks }]) => [bagian, teks]));
const tersimpan = async (id = '1'): Promise<string[]> =>
  (await store.read(`Buku-${id}`)).events.map((e) => (e as unknown as Event).data.teks);
/** Lets the log grow by so many pages and no more: the disk is full. */
const batasiRuang = (halaman: number): void => {
  const { db } = store as unknown as { db: DatabaseSync };
  const kini = Number(db.prepare('PRAGMA page_count').get()?.page_count);
  db.exec(`PRAGMA max_page_count = ${kini + halaman}`);
};

describe('satu perintah', () => {
  it('membaca, memutuskan, menyimpan, dan menjawab dari peristiwa yang tersimpan', async () => {
    const a = amplop();
    const hasil = await executor.execute(buku, '1', catat('x', 'satu'), a);
    expect(hasil).toMatchObject({ letak: 0, revisi: 0 });
    expect(teks(hasil.state)).toEqual({ x: 'satu' });
    expect((await store.read('Buku-1')).events).toEqual(hasil.events);
    expect(hasil.events[0]?.meta).toMatchObject({ at: '2024-01-01T08:00:00.000Z', actor: 'akun-1' });
    expect(hasil.events[0]?.meta.cmd).toEqual({ id: a.idPerintah, sidik: a.sidikMasukan });
  });

  it('yang tidak mengubah apa pun menjawab dengan revisi dan posisi dokumen', async () => {
    await executor.execute(buku, '1', catat('x', 'satu'), amplop());
    await executor.execute(buku, 'lain', catat('x', 'satu'), amplop());
    const hasil = await executor.execute(buku, '1', catat('x', 'satu'), amplop());
    expect(hasil).toMatchObject({ letak: 0, revisi: 0, events: [] });
  });

  it('yang ditolak tidak meninggalkan jejak dan boleh dikirim lagi', async () => {
    await executor.execute(buku, '1', catat('x', 'satu'), amplop());
    const a = amplop();
    const ditolak = executor.execute(buku, '1', catat('x', 'dua'), a);
    await expect(ditolak).rejects.toMatchObject({ kode: 'SUDAH_ADA_BERBEDA' });
    await executor.execute(buku, '1', ganti('x', 'dua'), a);
    expect(await tersimpan()).toEqual(['satu', 'dua']);
  });

  it('yang terlalu panjang ditolak tanpa merusak keadaan yang disimpan', async () => {
    const panjang = executor.execute(buku, '1', catat('x', 'a'.repeat(60_000)), amplop());
    await expect(panjang).rejects.toMatchObject({ kode: 'TEKS_TERLALU_PANJANG' });
    await executor.execute(buku, '1', catat('x', 'satu'), amplop());
    expect(await tersimpan()).toEqual(['satu']);
  });
});

// Found by trying: the executor remembers 31 bits of each id, and of these two the same.
const KEMBAR = ['86832ad4-8caa-439c-aebd-92ec0d85f0ca', '35d8f347-0818-42da-b7ef-372092cdb23a'] as const;

describe('perintah yang diulang', () => {
  it('dua puluh kali bersamaan: satu akibat, satu jawaban', async () => {
    const a = amplop();
    const hasil = await Promise.all(
      Array.from({ length: 20 }, () => executor.execute(buku, '1', catat('x', 'satu'), a)),
    );
    expect(await store.posisi()).toBe(0);
    for (const h of hasil) expect(h).toEqual(hasil[0]);
  });

  it('dua puluh kali bersamaan selagi faktanya masih dikumpulkan: satu akibat, satu jawaban', async () => {
    const a = amplop();
    const fakta = (baca: Baca) => {
      baca(buku, '2'); // is not in memory yet
      return catat('x', 'satu');
    };
    const hasil = await Promise.all(Array.from({ length: 20 }, () => executor.execute(buku, '1', fakta, a)));
    expect(await store.posisi()).toBe(0);
    for (const h of hasil) expect(h).toEqual(hasil[0]);
  });

  it('mendapat jawaban yang sama walaupun dokumennya sudah berubah lagi', async () => {
    const a = amplop();
    const pertama = await executor.execute(buku, '1', catat('x', 'satu'), a);
    await executor.execute(buku, '1', ganti('x', 'dua'), amplop());
    expect(await executor.execute(buku, '1', catat('x', 'satu'), a)).toEqual(pertama);
  });

  it('mendapat jawaban yang sama setelah dijalankan ulang, tanpa mengumpulkan fakta lagi', async () => {
    const a = amplop();
    const pertama = await executor.execute(buku, '1', catat('x', 'satu'), a);
    await store.close();
    store = SqliteEventStore.open(folder, { codec });
    const baru = new Executor(store, new JamTetap());
    const tanpaFakta = () => {
      throw new Error('fakta dikumpulkan lagi');
    };
    expect(await baru.execute(buku, '1', tanpaFakta, a)).toEqual(pertama);
    expect(await store.posisi()).toBe(0);
  });

  it('dengan masukan lain adalah PERINTAH_BERBEDA', async () => {
    const a = amplop();
    await executor.execute(buku, '1', catat('x', 'satu'), a);
    const lain = executor.execute(buku, '1', catat('y', 'satu'), { ...a, sidikMasukan: 'b'.repeat(64) });
    await expect(lain).rejects.toMatchObject({ kode: 'PERINTAH_BERBEDA' });
  });

  it('yang nomornya berawal sama (UUIDv7) tidak membaca ulang dokumennya', async () => {
    await executor.execute(buku, '1', catat('x', '0'), amplop());
    const baca = jest.spyOn(store, 'read');
    const v7 = (i: number) => `019a0000-0000-7000-8000-${String(i).padStart(12, '0')}`;
    await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        executor.execute(buku, '1', catat(`b${i}`, `${i}`), { ...amplop(), idPerintah: v7(i) }),
      ),
    );
    expect(baca).not.toHaveBeenCalled();
    expect(await tersimpan()).toHaveLength(51);
  });

  it('dibedakan juga bila jejak nomornya kebetulan sama', async () => {
    const [pertama, kembar] = KEMBAR;
    await executor.execute(buku, '1', catat('x', 'satu'), amplop({ idPerintah: pertama }));
    const baca = jest.spyOn(store, 'read');
    const a = amplop({ idPerintah: kembar });
    const hasil = await Promise.all(
      Array.from({ length: 20 }, () => executor.execute(buku, '1', catat('y', 'dua'), a)),
    );
    expect(baca).toHaveBeenCalled(); // or the two are twins no more
    for (const h of hasil) expect(h).toEqual(hasil[0]);
    expect(await tersimpan()).toEqual(['satu', 'dua']);
  });

  it('dengan jejak yang kebetulan sama tidak menunggu dokumen menjadi sepi', async () => {
    const [pertama, kembar] = KEMBAR;
    await executor.execute(buku, '1', catat('x', 'satu'), amplop({ idPerintah: pertama }));
    let jalan = true;
    const ramai = Array.from({ length: 8 }, async (_, i) => {
      for (let n = 0; jalan; n++) await executor.execute(buku, '1', ganti(`r${i}`, `${n}`), amplop());
    });
    const baca = jest.spyOn(store, 'read');
    await executor.execute(buku, '1', catat('y', 'dua'), amplop({ idPerintah: kembar }));
    jalan = false;
    await Promise.all(ramai);
    expect(baca.mock.calls.length).toBeLessThanOrEqual(2);
  });

  it('dengan jejak yang kebetulan sama selesai juga bila ingatannya tidak muat', async () => {
    const [pertama, kembar] = KEMBAR;
    const sempit = new Executor(store, new JamTetap(), 1_000);
    const semua = Array.from({ length: 12 }, (_, i) => `${i}`);
    for (const id of semua)
      await sempit.execute(buku, id, catat('x', 'satu'), amplop({ idPerintah: pertama }));
    await Promise.all(
      semua.map((id) => sempit.execute(buku, id, catat('y', 'dua'), amplop({ idPerintah: kembar }))),
    );
    for (const id of semua) expect(await tersimpan(id)).toEqual(['satu', 'dua']);
  });

  it('tidak disangka terulang hanya karena awal nomornya sama', async () => {
    const a = amplop();
    await executor.execute(buku, '1', catat('x', 'satu'), a);
    const mirip = { ...a, idPerintah: a.idPerintah.replace('4000', '4001') };
    await executor.execute(buku, '1', catat('y', 'dua'), mirip);
    expect(await tersimpan()).toEqual(['satu', 'dua']);
  });
});

describe('fakta dari dokumen lain', () => {
  /** The texts of '2' and '3' as the preparation of a command sees them, joined into one. */
  const gabungan = (baca: Baca) =>
    catat('x', ['2', '3'].map((id) => Object.values(teks(baca(buku, id).state)).at(-1) ?? '-').join('+'));

  it('dibaca dari log bila belum ada di ingatan', async () => {
    await executor.execute(buku, '2', catat('a', 'dua'), amplop());
    await new Executor(store, new JamTetap()).execute(buku, '1', gabungan, amplop());
    expect(await tersimpan()).toEqual(['dua+-']);
  });

  it('hanya yang sudah tersimpan: yang sedang ditulis ditunggu', async () => {
    await Promise.all(['2', '3'].map((id) => executor.state(buku, id)));
    const ditulis = executor.execute(buku, '2', catat('a', 'dua'), amplop());
    const posisi = await executor.execute(
      buku,
      '1',
      (baca) => catat('x', `${teks(baca(buku, '2').state).a} di revisi ${baca(buku, '2').rev}`),
      amplop(),
    );
    expect((await ditulis).letak).toBeLessThan(posisi.letak);
    expect(await tersimpan()).toEqual(['dua di revisi 0']);
  });

  it('yang tulisannya gagal dibaca ulang', async () => {
    await Promise.all(['2', '3'].map((id) => executor.state(buku, id)));
    batasiRuang(0);
    const ditulis = executor.execute(buku, '2', catat('a', 'a'.repeat(50_000)), amplop());
    const bergantung = executor.execute(buku, '1', gabungan, amplop());
    await expect(ditulis).rejects.toMatchObject({ kode: 'COBA_LAGI' });
    batasiRuang(1_000);
    await bergantung;
    expect(await tersimpan()).toEqual(['-+-']);
  });

  it('dari dokumen yang ditulis tanpa henti tidak menahan siapa pun', async () => {
    let jalan = true;
    const penulis = (async () => {
      for (let i = 0; jalan; i++) {
        await executor.execute(buku, '2', i === 0 ? catat('a', '0') : ganti('a', `${i}`), amplop());
      }
    })();
    for (let i = 0; i < 50; i++)
      await executor.execute(
        buku,
        '1',
        (baca) => catat(`x${i}`, `${teks(baca(buku, '2').state).a}`),
        amplop(),
      );
    jalan = false;
    await penulis;
    expect(await tersimpan()).toHaveLength(50);
  });
});

describe('revisi halaman', () => {
  it('yang basi ditolak dengan revisi yang berlaku', async () => {
    await executor.execute(buku, '1', catat('x', 'satu'), amplop());
    await executor.execute(buku, '1', ganti('x', 'dua'), amplop({ revisi: 0 }));
    const basi = executor.execute(buku, '1', ganti('x', 'tiga'), amplop({ revisi: 0 }));
    await expect(basi).rejects.toMatchObject({ kode: 'KONFLIK_REVISI', rincian: { revisi: 1, diminta: 0 } });
  });

  it('bagian lain yang berubah tidak membuatnya basi, juga bila proses lain yang mengubahnya', async () => {
    await executor.execute(buku, '1', catat('x', 'satu'), amplop());
    await new Executor(store, new JamTetap()).execute(buku, '1', catat('y', 'dua'), amplop());
    const { revisi } = await executor.execute(buku, '1', ganti('x', 'tiga'), amplop({ revisi: 0 }));
    expect(revisi).toBe(2);
  });

  it('yang menjadi basi oleh proses lain ditolak dengan revisi yang berlaku', async () => {
    await executor.execute(buku, '1', catat('x', 'satu'), amplop());
    await new Executor(store, new JamTetap()).execute(buku, '1', ganti('x', 'dua'), amplop());
    const basi = executor.execute(buku, '1', ganti('x', 'tiga'), amplop({ revisi: 0 }));
    await expect(basi).rejects.toMatchObject({ kode: 'KONFLIK_REVISI', rincian: { revisi: 1 } });
    expect(await tersimpan()).toEqual(['satu', 'dua']);
  });

  it('tanpa revisi, perintah diputuskan ulang atas apa yang ditulis proses lain', async () => {
    await executor.execute(buku, '1', catat('x', 'satu'), amplop());
    await new Executor(store, new JamTetap()).execute(buku, '1', catat('y', 'dua'), amplop());
    await executor.execute(buku, '1', catat('z', 'tiga'), amplop());
    expect(await tersimpan()).toEqual(['satu', 'dua', 'tiga']);
    await new Executor(store, new JamTetap()).execute(buku, '1', catat('w', 'empat'), amplop());
    const ditolak = executor.execute(buku, '1', catat('w', 'lima'), amplop());
    await expect(ditolak).rejects.toMatchObject({ kode: 'SUDAH_ADA_BERBEDA', rincian: { sebelum: 'empat' } });
  });

  it('beberapa proses pada satu dokumen bersamaan: semua tersimpan, satu urutan', async () => {
    const banyak = Array.from({ length: 4 }, () => new Executor(store, new JamTetap()));
    await Promise.all(banyak.map((e, i) => e.execute(buku, '1', catat(`b${i}`, `t${i}`), amplop())));
    expect((await tersimpan()).sort()).toEqual(['t0', 't1', 't2', 't3']);
  });
});

describe('perintah bersamaan pada satu dokumen', () => {
  it('diputuskan satu per satu di atas hasil yang mendahuluinya, dalam satu kelompok', async () => {
    const kabar: number[] = [];
    await executor.state(buku, '1');
    store.onCommit((posisi) => kabar.push(posisi));
    const hasil = await Promise.all(
      ['a', 'b', 'c'].map((b) => executor.execute(buku, '1', catat(b, b), amplop())),
    );
    expect(hasil.map((h) => [h.letak, Object.keys(teks(h.state)).length])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
    expect(kabar).toEqual([2]);
  });

  it('penolakan atas keadaan yang belum tersimpan menunggu sampai keadaan itu tersimpan', async () => {
    await executor.state(buku, '1');
    void executor.execute(buku, '1', catat('x', 'satu'), amplop());
    const posisi = await executor.execute(buku, '1', catat('x', 'dua'), amplop()).then(
      () => 'tersimpan',
      () => store.posisi(),
    );
    expect(posisi).toBe(0);
  });

  it('keadaan bagi dokumen lain juga hanya yang sudah tersimpan', async () => {
    await executor.state(buku, '1');
    void executor.execute(buku, '1', catat('x', 'satu'), amplop());
    const { state, stream, rev } = await executor.state(buku, '1');
    expect([await store.posisi(), teks(state), stream, rev]).toEqual([0, { x: 'satu' }, 'Buku-1', 0]);
  });
});

describe('penyimpanan yang gagal', () => {
  it('membuang keadaan yang berdiri di atasnya, dan berjalan lagi setelah ada ruang', async () => {
    await executor.execute(buku, '1', catat('x', 'satu'), amplop());
    batasiRuang(0);
    const a = amplop();
    const gagal = [
      executor.execute(buku, '1', catat('y', 'a'.repeat(50_000)), a),
      executor.execute(buku, '1', catat('y', 'lain'), amplop()), // a refusal, but on what was never stored
      executor.execute(buku, '1', catat('z', 'tiga'), amplop()),
    ];
    for (const g of gagal) await expect(g).rejects.toMatchObject({ kode: 'COBA_LAGI' });
    expect(teks((await executor.state(buku, '1')).state)).toEqual({ x: 'satu' });
    batasiRuang(1_000);
    await executor.execute(buku, '1', catat('y', 'dua'), a);
    expect(await tersimpan()).toEqual(['satu', 'dua']);
  });

  it('toko yang sudah ditutup menjawab COBA_LAGI', async () => {
    await executor.state(buku, '1');
    await store.close();
    const ditolak = executor.execute(buku, '1', catat('x', 'satu'), amplop());
    await expect(ditolak).rejects.toMatchObject({ kode: 'COBA_LAGI' });
  });

  it('hasil yang belum pasti dikatakan demikian, dan pengulangannya menemukan apa yang ternyata tersimpan', async () => {
    const hilang = new Executor(new JawabanHilang(store), new JamTetap());
    const a = amplop();
    const pertama = hilang.execute(buku, '1', catat('x', 'satu'), a);
    await expect(pertama).rejects.toMatchObject({ kode: 'HASIL_BELUM_PASTI' });
    expect(await hilang.execute(buku, '1', catat('x', 'satu'), a)).toMatchObject({ letak: 0, revisi: 0 });
    expect(await tersimpan()).toEqual(['satu']);
  });
});

describe('keadaan yang disimpan di memori', () => {
  const bacaan = (read: jest.SpiedFunction<SqliteEventStore['read']>, id: string): number =>
    read.mock.calls.filter(([stream]) => stream === `Buku-${id}`).length;

  it('dibatasi, dan dokumen yang terbuang dibaca lagi', async () => {
    const sempit = new Executor(store, new JamTetap(), 4_000); // four or five documents
    for (let i = 0; i < 10; i++) await sempit.execute(buku, String(i), catat('x', 'satu'), amplop());
    const read = jest.spyOn(store, 'read');
    const { revisi } = await sempit.execute(buku, '0', ganti('x', 'dua'), amplop());
    expect(revisi).toBe(1);
    await sempit.state(buku, '9');
    expect([bacaan(read, '0'), bacaan(read, '9')]).toEqual([1, 0]);
  });

  it('yang terus dipakai tidak terbuang oleh yang dibaca sekali', async () => {
    const read = jest.spyOn(store, 'read');
    const sempit = new Executor(store, new JamTetap(), 20_000);
    for (let i = 0; i < 100; i++) {
      await sempit.state(buku, 'tetap');
      await sempit.state(buku, `sekali-${i}`);
    }
    expect(bacaan(read, 'tetap')).toBe(1);
  });

  it('ditimbang menurut isinya: yang terus menimpa hal yang sama tidak mendesak yang lain', async () => {
    const sempit = new Executor(store, new JamTetap(), 60_000);
    const semua = ['1', '2', '3', '4'];
    for (const id of semua) await sempit.execute(buku, id, catat('x', 'awal'), amplop());
    const read = jest.spyOn(store, 'read');
    for (let i = 0; i < 200; i++)
      await Promise.all(
        semua.map((id) => sempit.execute(buku, id, ganti('x', `${i}`.repeat(100)), amplop())),
      );
    expect(read).not.toHaveBeenCalled();
    expect(await tersimpan('4')).toHaveLength(201);
  });

  it('yang masih disimpan tidak pernah terbuang', async () => {
    const sempit = new Executor(store, new JamTetap(), 1);
    const satuKali = (bagian: string) =>
      Promise.all(
        Array.from({ length: 6 }, (_, i) => sempit.execute(buku, String(i), catat(bagian, 'teks'), amplop())),
      );
    const [a, b] = await Promise.all([satuKali('a'), satuKali('b')]);
    expect([...a, ...b].map((h) => h.revisi).sort()).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]);
  });

  it('dilupakan bila diminta, sebab ditulis lewat jalan lain', async () => {
    await executor.execute(buku, '1', catat('x', 'satu'), amplop());
    await new Executor(store, new JamTetap()).execute(buku, '1', catat('y', 'dua'), amplop());
    expect(teks((await executor.state(buku, '1')).state)).toEqual({ x: 'satu' });
    executor.lupakan(['Buku-1']);
    expect(teks((await executor.state(buku, '1')).state)).toEqual({ x: 'satu', y: 'dua' });
  });
});

describe('beberapa penulis atas satu log', () => {
  let toko: TokoBersama;
  let kami: Executor;
  const mereka = (command: Command, a = amplop()) =>
    new Executor(store, new JamTetap()).execute(buku, '1', command, a);
  beforeEach(async () => {
    toko = new TokoBersama(store);
    kami = new Executor(toko, new JamTetap());
    await kami.execute(buku, '1', catat('x', 'satu'), amplop());
  });

  it('penolakan diputuskan lagi atas keadaan yang dibaca ulang', async () => {
    await mereka(ganti('x', 'dua'));
    expect(await kode(kami.execute(buku, '1', catat('x', 'satu'), amplop()))).toBe('SUDAH_ADA_BERBEDA');
    expect(await kami.execute(buku, '1', catat('x', 'dua'), amplop())).toMatchObject({
      revisi: 1,
      events: [],
    });
  });

  it('yang tampak tidak mengubah apa pun diputuskan lagi', async () => {
    await mereka(ganti('x', 'dua'));
    const hasil = await kami.execute(buku, '1', ganti('x', 'satu'), amplop());
    expect([hasil.revisi, await tersimpan()]).toEqual([2, ['satu', 'dua', 'satu']]);
  });

  it('yang berulang kali didahului penulis lain diputuskan lagi sampai mendapat gilirannya', async () => {
    toko.didahului = 30;
    expect(await kami.execute(buku, '1', catat('z', 'tiga'), amplop())).toMatchObject({ revisi: 1 });
    expect([toko.didahului, await tersimpan()]).toEqual([0, ['satu', 'tiga']]);
  });

  it('yang berdiri di atas keadaan lama ditolak toko, lalu diputuskan lagi', async () => {
    await mereka(catat('y', 'dua'));
    const hasil = await kami.execute(buku, '1', catat('z', 'tiga'), amplop());
    expect(teks(hasil.state)).toEqual({ x: 'satu', y: 'dua', z: 'tiga' });
  });

  it('revisi halaman yang sudah basi ditolak, yang tampak basi tetapi benar diterima', async () => {
    await mereka(ganti('x', 'dua'));
    expect(await kode(kami.execute(buku, '1', ganti('x', 'tiga'), amplop({ revisi: 0 })))).toBe(
      'KONFLIK_REVISI',
    );
    await mereka(ganti('x', 'empat'));
    await kami.execute(buku, '1', ganti('x', 'tiga'), amplop({ revisi: 2 }));
    expect(await tersimpan()).toEqual(['satu', 'dua', 'empat', 'tiga']);
  });

  it('perintah yang sudah dijalankan penulis lain dijawab dari peristiwanya', async () => {
    const a = amplop();
    const pertama = await mereka(ganti('x', 'dua'), a);
    expect(await kami.execute(buku, '1', ganti('x', 'dua'), a)).toEqual(pertama);
    expect(
      await kode(kami.execute(buku, '1', ganti('x', 'tiga'), { ...a, sidikMasukan: 'b'.repeat(64) })),
    ).toBe('PERINTAH_BERBEDA');
  });

  it('fakta dokumen lain yang ditolak dibaca ulang dahulu', async () => {
    const denganFakta = (baca: Baca): Command => {
      const { state } = baca(buku, 'izin');
      return state.has('terbuka') ? catat('fakta', 'ada') : tolak('PERIODE_DITUTUP');
    };
    expect(await kode(kami.execute(buku, '1', denganFakta, amplop()))).toBe('PERIODE_DITUTUP');
    await new Executor(store, new JamTetap()).execute(buku, 'izin', catat('terbuka', 'ya'), amplop());
    const hasil = await kami.execute(buku, '1', denganFakta, amplop());
    expect(teks(hasil.state)).toEqual({ x: 'satu', fakta: 'ada' });
  });

  it('keadaan yang tersimpan dibuang begitu ada kabar peristiwa yang lebih baru, bukan yang sudah diketahui', async () => {
    await mereka(ganti('x', 'dua'));
    toko.kabari('Buku-1', 0);
    expect(teks((await kami.state(buku, '1')).state)).toEqual({ x: 'satu' });
    toko.kabari('Buku-1', 1);
    expect(teks((await kami.state(buku, '1')).state)).toEqual({ x: 'dua' });
  });

  it('juga bila kabarnya datang selagi stream dibaca', async () => {
    const baru = new Executor(toko, new JamTetap());
    toko.tahan();
    const dibaca = baru.state(buku, '1');
    await mereka(ganti('x', 'dua'));
    toko.kabari('Buku-1', 1);
    toko.lepas();
    await dibaca;
    expect(teks((await baru.state(buku, '1')).state)).toEqual({ x: 'dua' });
  });
});

/** Passes everything on to another store. */
class TokoTerusan extends EventStore {
  readonly atomik: boolean = true;
  readonly byteSekali = null;
  readonly satuPenulis: boolean = true;
  constructor(protected readonly asli: EventStore) {
    super();
  }
  append(appends: readonly Append[]): Pending {
    return this.asli.append(appends);
  }
  read(stream: string): Promise<Stream> {
    return this.asli.read(stream);
  }
  readSampai(stream: string, posisi: number): Promise<readonly Recorded[]> {
    return this.asli.readSampai(stream, posisi);
  }
  readAll(from: number, limit: number): Promise<readonly Recorded[]> {
    return this.asli.readAll(from, limit);
  }
  posisi(): Promise<number> {
    return this.asli.posisi();
  }
  posisiDari(letak: number): Promise<number | null> {
    return this.asli.posisiDari(letak);
  }
  posisiPada(at: string): Promise<number> {
    return this.asli.posisiPada(at);
  }
  onCommit(listener: (posisi: number) => void): () => void {
    return this.asli.onCommit(listener);
  }
  onPeristiwa(listener: (stream: string, rev: number) => void): () => void {
    return this.asli.onPeristiwa(listener);
  }
  close(): Promise<void> {
    return this.asli.close();
  }
}

/** Stores as it should, and loses the first answer on the way back. */
class JawabanHilang extends TokoTerusan {
  private hilang = false;
  override append(appends: readonly Append[]): Pending {
    const { heads, committed } = this.asli.append(appends);
    if (this.hilang) return { heads, committed };
    this.hilang = true;
    const tidakSampai = committed.then((): never => {
      throw new HasilBelumPasti(appends[0]?.stream ?? '');
    });
    return { heads, committed: tidakSampai };
  }
}

/** A log that others write to as well; what they wrote is told when the test says so. */
class TokoBersama extends TokoTerusan {
  override readonly satuPenulis = false;
  private readonly pendengar = new Set<(stream: string, rev: number) => void>();
  private ditahan = Promise.resolve();
  lepas: () => void = () => undefined;
  /** So many appends from now on find that somebody else was first. */
  didahului = 0;
  override append(appends: readonly Append[]): Pending {
    if (this.didahului === 0) return super.append(appends);
    this.didahului--;
    const committed = Promise.reject(new RevisiBentrok(appends[0]?.stream ?? ''));
    return { heads: appends.map(({ head }) => head), committed };
  }
  kabari(stream: string, rev: number): void {
    for (const satu of this.pendengar) satu(stream, rev);
  }
  /** What is read from now on is answered only after `lepas`, as it stood when it was asked for. */
  tahan(): void {
    const { promise, resolve } = Promise.withResolvers<void>();
    [this.ditahan, this.lepas] = [promise, resolve];
  }
  override async read(stream: string): Promise<Stream> {
    const isi = await this.asli.read(stream);
    await this.ditahan;
    return isi;
  }
  override onPeristiwa(listener: (stream: string, rev: number) => void): () => void {
    this.pendengar.add(listener);
    return () => this.pendengar.delete(listener);
  }
}
