import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JamTetap } from '../../test/support/ruang-pk.js';
import { TokoTerpisah } from '../../test/support/toko-terpisah.js';
import { SqliteEventStore } from '../infra/event-store/sqlite.event-store.js';
import type { EventStore } from '../kernel/event-store.js';
import { type Amplop, Executor } from '../kernel/execute.js';
import { Penolakan } from '../kernel/penolakan.js';
import { opd } from '../planning/opd/opd.decider.js';
import { elektronik } from '../planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import { renstra } from '../planning/renstra/renstra.decider.js';
import { impor } from '../reporting/impor/impor.decider.js';
import { Borongan, type HasilBorongan, type PerintahBorongan, perintahBorongan } from './borongan.js';

const TAHUN = { pemda: '61.71', opd: 'disnaker', tahun: 2023 };
const asal = (baris: number) => ({ lembar: 'Isi', baris, kolom: null });
const amplop = (isi: string): Amplop => ({ idPerintah: isi, sidikMasukan: 'a'.repeat(64), actor: 'akun' });

describe('Borongan', () => {
  let folder: string;
  let store: SqliteEventStore;
  const jam = new JamTetap();
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'amanah-borongan-'));
    store = SqliteEventStore.open(folder);
    const e = new Executor(store, jam);
    const daftar = { type: 'Daftarkan', kode: 'disnaker', nama: 'Dinas', pemdaTerdaftar: true } as const;
    await e.execute(opd, '61.71.disnaker', { ...daftar, berdasarkan: [], ...elektronik }, amplop('opd'));
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  /** A Renstra of that first year, made of what the OPD says, and a tujuan in it. */
  const susun = (mulai: number, baris: number): PerintahBorongan =>
    perintahBorongan(
      renstra,
      `61.71.disnaker.${mulai}`,
      (baca) => {
        const o = baca(opd, '61.71.disnaker');
        const opdTerdaftar = o.state.status === 'terdaftar';
        const isi = { mulai, selesai: mulai + 4, visi: null, misi: null, milik: 'disnaker' };
        return {
          type: 'Susun' as const,
          ...isi,
          opdTerdaftar,
          berdasarkan: [{ stream: o.stream, rev: o.rev }],
          ...elektronik,
        };
      },
      asal(baris),
    );
  const tujuan = (mulai: number, kode: string, uraian: string, baris: number): PerintahBorongan =>
    perintahBorongan(
      renstra,
      `61.71.disnaker.${mulai}`,
      () => ({ type: 'TambahTujuan' as const, kode, uraian, ...elektronik }),
      asal(baris),
    );
  const borongan = (toko: EventStore = store): Borongan => new Borongan(toko, new Executor(toko, jam), jam);
  const minta = (perintah: readonly PerintahBorongan[], id = 'id-1', sidik = 'b'.repeat(64)) => ({
    perintah,
    tunggal: { id, sidik, actor: 'akun' },
    sah: elektronik,
    tahun: TAHUN,
  });
  const BAIK = [susun(2016, 2), tujuan(2016, 'T1', 'Satu', 3), susun(2021, 4), tujuan(2021, 'T1', 'Dua', 5)];
  const jenis = (h: HasilBorongan): string[] =>
    'ditolak' in h
      ? h.ditolak.map(({ asal, penolakan }) => `${asal.baris} ${penolakan.kode}`)
      : h.peristiwa.map(({ stream, event }) => `${stream.split('.').at(-1)} ${event.type}`);
  const SEMUA = [
    '2016 RenstraDisusun',
    '2016 TujuanDitambahkan',
    '2021 RenstraDisusun',
    '2021 TujuanDitambahkan',
  ];
  const kode = async (kerja: Promise<unknown>): Promise<string> => {
    const e: unknown = await kerja.then(
      () => undefined,
      (e: unknown) => e,
    );
    if (e !== undefined && !(e instanceof Penolakan)) throw e;
    return e?.kode ?? 'diterima';
  };

  it('percobaan menyebut yang akan dicatat, dan tidak menyimpan apa pun', async () => {
    const sebelum = await store.posisi();
    expect(jenis(await borongan().coba(minta(BAIK)))).toEqual(SEMUA);
    expect(await store.posisi()).toBe(sebelum);
  });
  it('menyimpan semuanya dengan satu idPerintah; diulang: jawaban yang sama, tanpa peristiwa baru', async () => {
    const pertama = await borongan().jalankan(minta(BAIK));
    expect(jenis(pertama)).toEqual(SEMUA);
    const ujung = await store.posisi();
    expect(await borongan().jalankan(minta(BAIK))).toEqual(pertama);
    expect(await borongan().coba(minta(BAIK))).toEqual(pertama);
    expect(await store.posisi()).toBe(ujung);
  });
  it('yang tidak mengubah apa pun menjawab letak keadaan yang dibacanya, supaya dapat ditunggu', async () => {
    const pertama = await borongan().jalankan(minta(BAIK));
    const kedua = await borongan().jalankan(minta(BAIK, 'id-2'));
    expect(kedua).toEqual({ peristiwa: [], letak: 'letak' in pertama ? pertama.letak : undefined });
  });
  it('yang diulang tidak menimpa yang diubah orang sesudahnya', async () => {
    await borongan().jalankan(minta(BAIK));
    await borongan().jalankan(minta([tujuan(2016, 'T1', 'Diubah', 2)], 'id-2'));
    expect(jenis(await borongan().jalankan(minta(BAIK)))).toEqual(SEMUA);
    const { state } = await new Executor(store, jam).state(renstra, '61.71.disnaker.2016');
    expect(state.tujuan.get('T1')?.uraian).toBe('Diubah');
  });
  it('id yang sama dengan isi lain ditolak', async () => {
    await borongan().jalankan(minta(BAIK));
    expect(await kode(borongan().jalankan(minta(BAIK, 'id-1', 'c'.repeat(64))))).toBe('PERINTAH_BERBEDA');
  });
  it('satu baris salah: tidak satu pun disimpan, dan setiap baris yang salah disebut', async () => {
    const sebelum = await store.posisi();
    const salah = [...BAIK, tujuan(2016, 'T 2', 'Kode berspasi', 6), tujuan(2010, 'T1', 'Renstra tiada', 7)];
    expect(jenis(await borongan().jalankan(minta(salah)))).toEqual([
      '6 KODE_TIDAK_SAH',
      '7 RENSTRA_BELUM_ADA',
    ]);
    expect(await store.posisi()).toBe(sebelum);
  });
  it('menyebut paling banyak 100 kesalahan', async () => {
    const salah = Array.from({ length: 150 }, (_, i) => tujuan(2016, 'T1', 'x', i));
    expect(jenis(await borongan().coba(minta(salah)))).toHaveLength(100);
  });
  it('stream yang berubah di tengah jalan diputuskan lagi', async () => {
    await borongan().jalankan(minta([susun(2016, 2)], 'id-0'));
    let sekali = true;
    const sela = perintahBorongan(
      renstra,
      '61.71.disnaker.2016',
      () => {
        if (sekali) {
          sekali = false;
          const lain = { type: 'TambahTujuan', kode: 'T9', uraian: 'Orang lain', ...elektronik } as const;
          void new Executor(store, jam).execute(renstra, '61.71.disnaker.2016', lain, amplop('lain'));
        }
        return { type: 'TambahTujuan' as const, kode: 'T1', uraian: 'Kami', ...elektronik };
      },
      asal(2),
    );
    const lambat = Array.from({ length: 400 }, (_, i) => tujuan(2016, `A${i}`, 'Lambat', i));
    await borongan().jalankan(minta([sela, ...lambat]));
    const { state } = await new Executor(store, jam).state(renstra, '61.71.disnaker.2016');
    expect([...['T1', 'T9'].map((kode) => state.tujuan.get(kode)?.uraian), state.tujuan.size]).toEqual([
      'Kami',
      'Orang lain',
      402,
    ]);
  });

  describe('toko tanpa transaksi antar-stream', () => {
    it.each([0, 1, 2, 3])(
      'yang terputus setelah %i penambahan diselesaikan dengan mengirimnya lagi',
      async (putus) => {
        await expect(borongan(new TokoTerpisah(store, putus)).jalankan(minta(BAIK))).rejects.toThrow(
          'sambungan putus',
        );
        expect(jenis(await borongan(new TokoTerpisah(store, 99)).jalankan(minta(BAIK)))).toEqual(SEMUA);
        const { events } = await store.read(`${impor.kategori}-61.71.disnaker.2023`);
        expect(events.map(({ type }) => type)).toEqual(['ImporDimulai', 'ImporSelesai']);
        expect(jenis(await borongan(new TokoTerpisah(store, 99)).jalankan(minta(BAIK)))).toEqual(SEMUA);
      },
    );
    it('selagi satu berkas setengah jalan, berkas lain ditolak', async () => {
      await expect(borongan(new TokoTerpisah(store, 2)).jalankan(minta(BAIK))).rejects.toThrow(
        'sambungan putus',
      );
      expect(await kode(borongan(new TokoTerpisah(store, 99)).coba(minta(BAIK, 'id-2')))).toBe(
        'IMPOR_BELUM_SELESAI',
      );
    });
    it('satu dokumen yang muat sekali simpan tidak perlu kurung', async () => {
      await borongan(new TokoTerpisah(store, 99)).jalankan(minta(BAIK.slice(0, 2)));
      expect((await store.read(`${impor.kategori}-61.71.disnaker.2023`)).events).toEqual([]);
    });
  });
});
