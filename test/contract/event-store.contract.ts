import { createHash } from 'node:crypto';
import { Codec } from '../../src/infra/event-store/codec.js';
import type { Registri } from '../../src/infra/event-store/registri.js';
import type { DomainEvent } from '../../src/kernel/decider.js';
import {
  type Append,
  type EventStore,
  HEAD_KOSONG,
  type Head,
  type Recorded,
  RevisiBentrok,
  type Tersimpan,
  TokoTidakTersedia,
} from '../../src/kernel/event-store.js';

/** A store under test. `bukaUlang` closes it and opens the same log again, as a restart would. */
export type Uji = {
  store: EventStore;
  tutup: () => Promise<void>;
  bukaUlang: (codec: Codec) => Promise<EventStore>;
  /** Root (hex) of the log's tree, as kept. */
  akar: () => Promise<{ ukuran: number; akar: string }>;
  /** Behind each stream's name, where the database is not empty. */
  akhiran?: string;
  /** Waits until everything stored has its position, where positions come later than the commit. */
  bernomor?: () => Promise<void>;
};

const LAMA: Registri = { versi: { Dicatat: 1, Ditutup: 1 }, naikkan: {} };
// Dicatat was { teks }; .v2 calls it { isi }; .v3 adds who wrote it down, which the past does not tell.
const BARU: Registri = {
  versi: { Dicatat: 3, Ditutup: 1 },
  naikkan: {
    Dicatat: { menjadi: 'Dicatat.v2', naikkan: (d) => ({ isi: (d as { teks: string }).teks }) },
    'Dicatat.v2': { menjadi: 'Dicatat.v3', naikkan: (d) => ({ ...d, pencatat: 'tidak diketahui' }) },
  },
};
const TANPA_DITUTUP: Registri = { versi: { Dicatat: 1 }, naikkan: {} };
export const codecUji = new Codec(LAMA);

const dicatat = (teks: string): DomainEvent => ({ type: 'Dicatat', data: { teks } });
const ditutup: DomainEvent = { type: 'Ditutup', data: {} };

let nomor = 0;
const idBaru = (): string => `00000000-0000-4000-8000-${String(++nomor).padStart(12, '0')}`;

/** One append of events onto a head, at 08.00 unless told. */
export const tambahan = (
  stream: string,
  head: Head,
  events: readonly DomainEvent[],
  at = '2024-01-01T08:00:00.000Z',
): Append => ({
  stream,
  head,
  events,
  at,
  actor: 'akun-1',
  cmd: { id: idBaru(), sidik: 'a'.repeat(64) },
  corr: idBaru(),
  cause: null,
});

const akhir = (heads: readonly Head[]): Head => heads.at(-1) ?? HEAD_KOSONG;
const teksDari = (events: readonly Tersimpan[]): unknown[] =>
  events.map((e) => (e.data as { teks?: string }).teks);

/** What two readings of an event have in common: where it stands may be told of a commit's last one only. */
const tanpaTempat = ({ type, data, meta }: Tersimpan) => {
  const { stream, rev, id, at, actor, cmd, corr, cause } = meta;
  return { type, data, meta: { stream, rev, id, at, actor, cmd, corr, cause } };
};

/** RFC 6962, 2.1, as it is written: split at the largest power of two below n. */
const akarRfc = (daun: readonly Buffer[]): Buffer => {
  const [satu] = daun;
  if (satu === undefined) return createHash('sha256').digest();
  if (daun.length === 1) return satu;
  let k = 1;
  while (k * 2 < daun.length) k *= 2;
  return createHash('sha256')
    .update(Buffer.of(1))
    .update(akarRfc(daun.slice(0, k)))
    .update(akarRfc(daun.slice(k)))
    .digest();
};

/** What every event store of Amanah keeps to. `make` gives an empty log that speaks `codec`. */
export const eventStoreContract = (name: string, make: (codec: Codec) => Promise<Uji>): void => {
  describe(`toko peristiwa: ${name}`, () => {
    let uji: Uji;
    let store: EventStore;
    const N = (stream: string): string => `${stream}${uji.akhiran ?? ''}`;
    beforeEach(async () => {
      uji = await make(codecUji);
      store = uji.store;
    });
    afterEach(() => uji.tutup());

    const simpan = (...appends: Append[]) => store.append(appends).committed;
    const isi = async (stream: string, ...teks: string[]): Promise<Head> => {
      const { head } = await store.read(stream);
      await simpan(tambahan(stream, head, teks.map(dicatat)));
      return (await store.read(stream)).head;
    };

    const bernomor = async (): Promise<void> => uji.bernomor?.();
    const posisi = async (): Promise<number> => {
      await bernomor();
      return store.posisi();
    };
    const semuaBernomor = async (): Promise<readonly Recorded[]> => {
      await bernomor();
      return store.readAll(0, 100);
    };

    describe('menambah', () => {
      it('menyimpan peristiwa pertama sebuah stream pada revisi 0 dan posisi 0', async () => {
        const append = tambahan(N('Uji-a'), HEAD_KOSONG, [dicatat('satu'), ditutup]);
        const { heads, committed } = store.append([append]);
        const tersimpan = await committed;
        const { head, events } = await store.read(N('Uji-a'));
        expect([head, events.map(tanpaTempat)]).toEqual([heads[0], tersimpan.map(tanpaTempat)]);
        expect(events.at(-1)?.meta.letak).toBe(tersimpan.at(-1)?.meta.letak);
        const semua = await semuaBernomor();
        expect(semua.map((e) => [e.type, e.meta.posisi, e.meta.rev])).toEqual([
          ['Dicatat', 0, 0],
          ['Ditutup', 1, 1],
        ]);
      });

      it('menyimpan amplop apa adanya: waktu, akun, perintah, korelasi, dan sebab', async () => {
        const append = { ...tambahan(N('Uji-a'), HEAD_KOSONG, [dicatat('"at":"é\u2028')]), cause: idBaru() };
        await simpan(append);
        const [event] = (await store.read(N('Uji-a'))).events;
        const { at, actor, cmd, corr, cause } = append;
        expect(event?.data).toEqual({ teks: '"at":"é\u2028' });
        expect(event?.meta).toMatchObject({ stream: N('Uji-a'), at, actor, cmd, corr, cause });
      });

      it('memberi nomor peristiwa yang tetap dari stream, perintah, dan urutan', async () => {
        const append = tambahan(N('Uji-a'), HEAD_KOSONG, [dicatat('satu'), dicatat('dua')]);
        const [satu, dua] = await simpan(append);
        expect(satu?.meta.id).not.toBe(dua?.meta.id);
        const tersandi = codecUji.encode(append).events.map((e) => e.id);
        expect([satu?.meta.id, dua?.meta.id]).toEqual(tersandi);
      });

      it('memberi kepala stream sebelum tersimpan', async () => {
        const { heads, committed } = store.append([tambahan(N('Uji-a'), HEAD_KOSONG, [dicatat('satu')])]);
        await committed;
        expect(heads).toEqual([(await store.read(N('Uji-a'))).head]);
      });

      it('menolak revisi yang sudah ditempati, dan tidak menyimpan apa pun', async () => {
        await isi(N('Uji-a'), 'satu');
        const tolakan = simpan(tambahan(N('Uji-a'), HEAD_KOSONG, [dicatat('lain')]));
        await expect(tolakan).rejects.toBeInstanceOf(RevisiBentrok);
        await expect(tolakan).rejects.toMatchObject({ stream: N('Uji-a') });
        expect(await posisi()).toBe(0);
      });

      it('menolak revisi yang belum ada', async () => {
        const { prev } = await isi(N('Uji-a'), 'satu');
        await expect(simpan(tambahan(N('Uji-a'), { rev: 1, prev }, [ditutup]))).rejects.toBeInstanceOf(
          RevisiBentrok,
        );
        await expect(simpan(tambahan(N('Uji-b'), { rev: 0, prev }, [ditutup]))).rejects.toBeInstanceOf(
          RevisiBentrok,
        );
      });

      it('menolak revisi yang benar di atas peristiwa yang lain', async () => {
        await isi(N('Uji-a'), 'satu');
        const salah = { rev: 0, prev: 'f'.repeat(64) };
        await expect(simpan(tambahan(N('Uji-a'), salah, [ditutup]))).rejects.toBeInstanceOf(RevisiBentrok);
      });

      it('menolak peristiwa yang terlalu panjang, dan tidak menyimpan apa pun', async () => {
        const panjang = tambahan(N('Uji-a'), HEAD_KOSONG, [dicatat('é'.repeat(30_000))]);
        expect(() => store.append([panjang])).toThrow(
          expect.objectContaining({ kode: 'TEKS_TERLALU_PANJANG' }),
        );
        await isi(N('Uji-b'), 'é'.repeat(29_000));
        expect(await posisi()).toBe(0);
      });

      it('menolak jenis yang tidak terdaftar dan isi yang bukan JSON kanonik sebagai kesalahan program', () => {
        const coba = (event: DomainEvent) => () => store.append([tambahan(N('Uji-a'), HEAD_KOSONG, [event])]);
        expect(coba({ type: 'TidakAda', data: {} })).toThrow(TypeError);
        expect(coba({ type: 'Dicatat', data: { teks: 1.5 } })).toThrow(TypeError);
        expect(coba({ type: 'Dicatat', data: { teks: undefined } })).toThrow(TypeError);
      });
    });

    describe('menambah bersamaan', () => {
      it('mendudukkan beberapa penambahan dalam satu putaran di atas satu sama lain', async () => {
        let head = HEAD_KOSONG;
        const janji = ['satu', 'dua', 'tiga'].map((teks) => {
          const pending = store.append([tambahan(N('Uji-a'), head, [dicatat(teks)])]);
          head = akhir(pending.heads);
          return pending.committed;
        });
        await Promise.all(janji);
        const { head: tersimpan, events } = await store.read(N('Uji-a'));
        expect(teksDari(events)).toEqual(['satu', 'dua', 'tiga']);
        expect(tersimpan).toEqual(head);
      });

      it('memenangkan tepat satu dari 20 penambahan di atas kepala yang sama', async () => {
        const head = await isi(N('Uji-a'), 'awal');
        const hasil = await Promise.allSettled(
          Array.from({ length: 20 }, (_, i) => simpan(tambahan(N('Uji-a'), head, [dicatat(String(i))]))),
        );
        const gagal = hasil.filter((h) => h.status === 'rejected');
        expect(gagal).toHaveLength(19);
        for (const { reason } of gagal) expect(reason).toBeInstanceOf(RevisiBentrok);
        expect((await store.read(N('Uji-a'))).events).toHaveLength(2);
      });

      it('menolak juga yang berdiri di atas penambahan yang ditolak, sedangkan yang lain tersimpan', async () => {
        const head = await isi(N('Uji-a'), 'awal');
        const pertama = store.append([tambahan(N('Uji-a'), head, [dicatat('pertama')])]);
        const kedua = store.append([tambahan(N('Uji-a'), head, [dicatat('kedua')])]);
        const diAtasKedua = store.append([tambahan(N('Uji-a'), akhir(kedua.heads), [ditutup])]);
        const lain = store.append([tambahan(N('Uji-b'), HEAD_KOSONG, [dicatat('lain')])]);
        const diAtasPertama = store.append([tambahan(N('Uji-a'), akhir(pertama.heads), [dicatat('ketiga')])]);
        const hasil = await Promise.allSettled(
          [pertama, kedua, diAtasKedua, lain, diAtasPertama].map((p) => p.committed),
        );
        expect(hasil.map((h) => h.status)).toEqual([
          'fulfilled',
          'rejected',
          'rejected',
          'fulfilled',
          'fulfilled',
        ]);
        expect(teksDari((await store.read(N('Uji-a'))).events)).toEqual(['awal', 'pertama', 'ketiga']);
        expect(teksDari((await store.read(N('Uji-b'))).events)).toEqual(['lain']);
      });

      it('yang tidak ditunggu siapa pun tidak menjatuhkan proses', async () => {
        await isi(N('Uji-a'), 'awal');
        store.append([tambahan(N('Uji-a'), HEAD_KOSONG, [dicatat('lain')])]);
        await isi(N('Uji-b'), 'satu');
        expect(await posisi()).toBe(1);
      });
    });

    describe('beberapa stream dalam satu penambahan', () => {
      it('disimpan menurut urutannya', async () => {
        const tersimpan = await simpan(
          tambahan(N('Uji-a'), HEAD_KOSONG, [dicatat('a0')]),
          tambahan(N('Uji-b'), HEAD_KOSONG, [dicatat('b0'), dicatat('b1')]),
        );
        expect(tersimpan.map((e) => [e.meta.stream, e.meta.rev])).toEqual([
          [N('Uji-a'), 0],
          [N('Uji-b'), 0],
          [N('Uji-b'), 1],
        ]);
      });

      it('disimpan semua atau tidak sama sekali, bila toko menjanjikannya', async () => {
        if (!store.atomik) return;
        await isi(N('Uji-b'), 'awal');
        const kelompok = store.append([
          tambahan(N('Uji-a'), HEAD_KOSONG, [dicatat('a0')]),
          tambahan(N('Uji-b'), HEAD_KOSONG, [dicatat('salah kepala')]),
        ]);
        const diAtasnya = simpan(tambahan(N('Uji-a'), kelompok.heads[0] ?? HEAD_KOSONG, [ditutup]));
        const lain = simpan(tambahan(N('Uji-c'), HEAD_KOSONG, [dicatat('c0')]));
        await expect(kelompok.committed).rejects.toMatchObject({ name: 'RevisiBentrok', stream: N('Uji-b') });
        await expect(diAtasnya).rejects.toBeInstanceOf(RevisiBentrok);
        await lain;
        expect((await store.read(N('Uji-a'))).events).toEqual([]);
        expect(await posisi()).toBe(1);
      });
    });

    describe('membaca', () => {
      it('stream yang belum ada adalah kosong', async () =>
        expect(await store.read(N('Uji-a'))).toEqual({ head: HEAD_KOSONG, events: [] }));

      it('log yang kosong berakhir di posisi -1', async () => {
        expect(await posisi()).toBe(-1);
        expect(await store.readAll(0, 10)).toEqual([]);
      });

      it('memberi posisi rapat menurut urutan penyimpanan, halaman demi halaman', async () => {
        for (const i of [0, 1, 2, 3, 4]) await isi(N(`Uji-${i % 2}`), `t${i}`);
        await bernomor();
        const semua = [
          ...(await store.readAll(0, 2)),
          ...(await store.readAll(2, 2)),
          ...(await store.readAll(4, 2)),
        ];
        expect(semua.map((e) => e.meta.posisi)).toEqual([0, 1, 2, 3, 4]);
        expect(teksDari(semua)).toEqual(['t0', 't1', 't2', 't3', 't4']);
        expect(await posisi()).toBe(4);
      });

      it('mulai dari posisi mana pun, juga di luar akhir log', async () => {
        await isi(N('Uji-a'), 'satu', 'dua', 'tiga');
        await bernomor();
        expect(teksDari(await store.readAll(1, 10))).toEqual(['dua', 'tiga']);
        expect(await store.readAll(3, 10)).toEqual([]);
      });

      it('memberi stream sampai suatu posisi', async () => {
        for (const i of [0, 1, 2, 3]) await isi(N(`Uji-${i % 2}`), `t${i}`);
        await bernomor();
        const sampai = await store.readSampai(N('Uji-0'), 1);
        expect(sampai.map((e) => [(e.data as { teks: string }).teks, e.meta.posisi])).toEqual([['t0', 0]]);
        expect(teksDari(await store.readSampai(N('Uji-0'), 2))).toEqual(['t0', 't2']);
        expect(await store.readSampai(N('Uji-1'), 0)).toEqual([]);
      });

      it('memberi posisi dari letak yang dijawab penambahan, dan dari letak yang dibaca', async () => {
        const a = await simpan(tambahan(N('Uji-a'), HEAD_KOSONG, [dicatat('a0'), dicatat('a1')]));
        const b = await simpan(tambahan(N('Uji-b'), HEAD_KOSONG, [dicatat('b0')]));
        await bernomor();
        const letak = [a.at(-1), b.at(-1), (await store.read(N('Uji-a'))).events.at(-1)].map(
          (e) => e?.meta.letak,
        );
        expect(await Promise.all(letak.map((l = -1) => store.posisiDari(l)))).toEqual([1, 2, 1]);
        expect(await store.posisiDari(Number.MAX_SAFE_INTEGER)).toBeNull();
      });

      it('membedakan stream yang namanya hampir sama', async () => {
        await isi(N('Uji-a'), 'satu');
        await isi(N('Uji-a.b'), 'dua');
        expect(teksDari((await store.read(N('Uji-a'))).events)).toEqual(['satu']);
      });
    });

    describe('kabar', () => {
      it('sampai setelah tiap penyimpanan, dengan posisi terbaru, sampai diakhiri', async () => {
        const kabar: number[] = [];
        const akhiri = store.onCommit((posisi) => kabar.push(posisi));
        await isi(N('Uji-a'), 'satu', 'dua');
        await isi(N('Uji-b'), 'tiga');
        await bernomor();
        akhiri();
        await isi(N('Uji-a'), 'empat');
        expect(kabar.at(-1)).toBe(2);
        expect(kabar).toEqual([...kabar].sort((a, b) => a - b));
      });

      it('tidak sampai bila tidak ada yang tersimpan', async () => {
        await isi(N('Uji-a'), 'satu');
        await bernomor();
        const kabar: number[] = [];
        store.onCommit((posisi) => kabar.push(posisi));
        await expect(simpan(tambahan(N('Uji-a'), HEAD_KOSONG, [ditutup]))).rejects.toBeInstanceOf(
          RevisiBentrok,
        );
        await bernomor();
        expect(kabar).toEqual([]);
      });
    });

    describe('posisi pada suatu waktu', () => {
      const pada = async (...jam: string[]) => {
        let head = HEAD_KOSONG;
        for (const j of jam) {
          const pending = store.append([tambahan(N('Uji-a'), head, [dicatat(j)], `2024-01-01T${j}:00.000Z`)]);
          head = akhir(pending.heads);
          await pending.committed;
        }
        await bernomor();
      };
      const posisiPada = (jam: string) => store.posisiPada(`2024-01-01T${jam}:00.000Z`);

      it('adalah -1 pada log yang kosong dan sebelum peristiwa pertama', async () => {
        expect(await posisiPada('08:00')).toBe(-1);
        await pada('09:00');
        expect(await posisiPada('08:00')).toBe(-1);
      });

      it('adalah posisi terakhir yang dicatat pada atau sebelum waktu itu', async () => {
        await pada('08:00', '09:00', '09:00', '10:00');
        expect(await Promise.all(['08:00', '08:59', '09:00', '09:30', '23:00'].map(posisiPada))).toEqual([
          0, 0, 2, 2, 3,
        ]);
      });

      it('mengikuti urutan log ketika jam pernah mundur', async () => {
        await pada('08:00', '12:00', '09:00', '13:00');
        expect(await Promise.all(['08:30', '10:00', '12:30', '13:00'].map(posisiPada))).toEqual([0, 2, 2, 3]);
      });

      it('menerima waktu dengan zona', async () => {
        await pada('08:00', '09:00');
        expect(await store.posisiPada('2024-01-01T15:30:00+07:00')).toBe(0);
      });
    });

    describe('membuka kembali', () => {
      const bukaUlang = async (codec: Codec): Promise<void> => {
        store = await uji.bukaUlang(codec);
      };

      it('menjaga semua peristiwa, kepala, dan urutan posisi', async () => {
        const head = await isi(N('Uji-a'), 'satu', 'dua');
        await isi(N('Uji-b'), 'tiga');
        await bukaUlang(codecUji);
        expect((await store.read(N('Uji-a'))).head).toEqual(head);
        await isi(N('Uji-a'), 'empat');
        const semua = await semuaBernomor();
        expect(semua.map((e) => e.meta.posisi)).toEqual([0, 1, 2, 3]);
        expect(teksDari(semua)).toEqual(['satu', 'dua', 'tiga', 'empat']);
      });

      it('menaikkan peristiwa versi lama, baik lewat stream maupun lewat log', async () => {
        await isi(N('Uji-a'), 'satu');
        await bukaUlang(new Codec(BARU));
        const baru = { type: 'Dicatat', data: { isi: 'satu', pencatat: 'tidak diketahui' } };
        const { head, events } = await store.read(N('Uji-a'));
        expect(events).toMatchObject([baru]);
        expect(await semuaBernomor()).toMatchObject([baru]);
        const kini: DomainEvent = { type: 'Dicatat', data: { isi: 'dua', pencatat: 'akun-1' } };
        await simpan(tambahan(N('Uji-a'), head, [kini]));
        expect((await store.read(N('Uji-a'))).events).toMatchObject([baru, kini]);
      });

      it('menolak jenis yang tidak dikenal, tetapi memberi apa yang berdiri sebelumnya', async () => {
        await isi(N('Uji-a'), 'satu');
        await isi(N('Uji-b'), 'dua');
        const { head } = await store.read(N('Uji-a'));
        await simpan(tambahan(N('Uji-a'), head, [ditutup]));
        await bernomor();
        await bukaUlang(new Codec(TANPA_DITUTUP));
        const tolakan = { kode: 'JENIS_PERISTIWA_TIDAK_DIKENAL', rincian: { jenis: 'Ditutup' } };
        await expect(store.read(N('Uji-a'))).rejects.toMatchObject(tolakan);
        expect((await store.read(N('Uji-b'))).events).toHaveLength(1);
        expect(teksDari(await store.readAll(0, 10))).toEqual(['satu', 'dua']);
        await expect(store.readAll(2, 10)).rejects.toMatchObject({
          ...tolakan,
          rincian: { posisi: 2, jenis: 'Ditutup' },
        });
      });
    });

    it('menutup menyelesaikan yang sedang disimpan dan menolak yang sesudahnya', async () => {
      const terakhir = simpan(tambahan(N('Uji-a'), HEAD_KOSONG, [dicatat('terakhir')]));
      await store.close();
      expect(teksDari(await terakhir)).toEqual(['terakhir']);
      await expect(simpan(tambahan(N('Uji-b'), HEAD_KOSONG, [ditutup]))).rejects.toBeInstanceOf(
        TokoTidakTersedia,
      );
    });

    it('akar log sama dengan akar RFC 6962 atas semua daun yang disandi ulang', async () => {
      for (let i = 0; i < 13; i++) await isi(N(`Uji-${i % 3}`), `t${i}`, `u${i}`);
      const daun: Buffer[] = [];
      const kepala = new Map<string, Head>();
      const semua = await semuaBernomor();
      for (const [i, { meta }] of semua.entries()) {
        if (meta.cmd.id === semua[i - 1]?.meta.cmd.id) continue;
        const events = semua.filter((e) => e.meta.cmd.id === meta.cmd.id);
        const head = kepala.get(meta.stream) ?? HEAD_KOSONG;
        const tersandi = codecUji.encode({ ...meta, head, events });
        kepala.set(meta.stream, tersandi.head);
        daun.push(...tersandi.events.map((e) => Buffer.from(e.leaf, 'hex')));
      }
      expect(await uji.akar()).toEqual({ ukuran: 26, akar: akarRfc(daun).toString('hex') });
    });
  });
};
