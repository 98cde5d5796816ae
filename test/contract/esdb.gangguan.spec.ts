import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as jeda } from 'node:timers/promises';
import { EsdbEventStore } from '../../src/infra/event-store/esdb.event-store.js';
import type { Penomoran } from '../../src/infra/event-store/penomoran.js';
import { penomoranSqlite } from '../../src/infra/event-store/penomoran.sqlite.js';
import { JamSistem } from '../../src/infra/rakitan.js';
import { Executor } from '../../src/kernel/execute.js';
import { Penolakan } from '../../src/kernel/penolakan.js';
import { amplopUji, catatan, codecCatatan, tulis } from '../support/buku.js';
import { mulaiTiruan, type Tiruan } from '../support/esdb-tiruan/tiruan.js';

const PEMANGGIL = 16;
const DOKUMEN = 8;
const JAWAB_PALING_LAMA = 5_000;

let folder: string;
let tiruan: Tiruan;
let penomoran: Penomoran;
let store: EsdbEventStore;
let executor: Executor;
const takTertangani: unknown[] = [];
const catatTakTertangani = (e: unknown): void => void takTertangani.push(e);

const buka = () => EsdbEventStore.open({ url: tiruan.url, penomoran, codec: codecCatatan });
const mulai = async (anggota: 1 | 3): Promise<void> => {
  folder = mkdtempSync(join(tmpdir(), 'amanah-esdb-'));
  tiruan = await mulaiTiruan({ anggota });
  penomoran = await penomoranSqlite(folder);
  store = await buka();
  executor = new Executor(store, new JamSistem());
  takTertangani.length = 0;
  process.on('unhandledRejection', catatTakTertangani);
};
afterEach(async () => {
  process.off('unhandledRejection', catatTakTertangani);
  tiruan.gangguan.reda();
  await store.close();
  await penomoran.tutup();
  await tiruan.tutup();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends commands without a pause and repeats each, under its own id, until it is carried out. */
class Beban {
  readonly diakui: string[] = [];
  readonly jawaban = new Map<string, number>();
  terlama = 0;
  private berhenti = false;
  private readonly kerja: Promise<unknown>;

  constructor(para: readonly Executor[]) {
    this.kerja = Promise.all(
      Array.from({ length: PEMANGGIL }, async (_, i) => {
        for (let n = 0; !this.berhenti; n++) await this.satu(para[i % para.length] as Executor, i, n);
      }),
    );
  }

  /** Lets what was begun come to its end; no fault stands any more. */
  async selesai(): Promise<void> {
    this.berhenti = true;
    await this.kerja;
  }

  private async satu(executor: Executor, pemanggil: number, n: number): Promise<void> {
    const amplop = amplopUji();
    const id = String((pemanggil + n) % DOKUMEN);
    for (;;) {
      const mulai = performance.now();
      const kode = await executor.execute(catatan, id, tulis(amplop.idPerintah), amplop).then(
        () => 'BERHASIL',
        (e: unknown) => (e instanceof Penolakan ? e.kode : String(e)),
      );
      this.terlama = Math.max(this.terlama, performance.now() - mulai);
      this.jawaban.set(kode, (this.jawaban.get(kode) ?? 0) + 1);
      if (kode === 'BERHASIL') {
        this.diakui.push(amplop.idPerintah);
        return;
      }
      expect(['COBA_LAGI', 'HASIL_BELUM_PASTI']).toContain(kode);
      await jeda(20);
    }
  }
}

/** How often each acknowledged command stands in the log. */
const periksa = (beban: Beban): { hilang: number; ganda: number } => {
  const kali = new Map<string, number>();
  for (const { data } of tiruan.isi()) {
    const { cmd } = JSON.parse(Buffer.from(data).toString()) as { cmd: { id: string } };
    kali.set(cmd.id, (kali.get(cmd.id) ?? 0) + 1);
  }
  return {
    hilang: beban.diakui.filter((id) => !kali.has(id)).length,
    ganda: [...kali.values()].filter((n) => n > 1).length,
  };
};

const ringkas = (apa: string, beban: Beban): string =>
  `${apa}: ${beban.diakui.length} diakui, ${Object.entries(periksa(beban))
    .map(([k, n]) => `${n} ${k}`)
    .join(', ')}, jawaban terlama ${beban.terlama.toFixed(0)} ms`;

const tidakAdaYangHilang = (beban: Beban): void => {
  expect(periksa(beban)).toEqual({ hilang: 0, ganda: 0 });
  expect(beban.diakui.length).toBeGreaterThan(PEMANGGIL);
  expect(beban.terlama).toBeLessThan(JAWAB_PALING_LAMA);
  expect(takTertangani).toEqual([]);
};

describe('EventStoreDB yang terganggu, dengan 16 pemanggil', () => {
  it('50 kali padam: tidak ada yang hilang, tidak ada yang ganda', async () => {
    await mulai(1);
    const beban = new Beban([executor]);
    for (let i = 0; i < 50; i++) {
      await jeda(30 + (i % 5) * 10);
      await tiruan.kluster.padam();
      await jeda(10 + (i % 7) * 15);
      await tiruan.kluster.nyala();
    }
    await beban.selesai();
    process.stdout.write(`${ringkas('50 kali padam', beban)}\n`);
    tidakAdaYangHilang(beban);
  }, 60_000);

  it('20 kali ganti pemimpin, dengan dua aplikasi: tidak ada yang hilang, tidak ada yang ganda', async () => {
    await mulai(3);
    const kedua = await buka();
    const beban = new Beban([executor, new Executor(kedua, new JamSistem())]);
    for (let i = 0; i < 20; i++) {
      await jeda(80);
      await tiruan.kluster.gantiPemimpin({ jedaMs: 20 + (i % 5) * 40, bunuh: i % 2 === 0 });
    }
    await beban.selesai();
    await kedua.close();
    process.stdout.write(`${ringkas('20 kali ganti pemimpin', beban)}\n`);
    tidakAdaYangHilang(beban);
  }, 60_000);

  it('500 jawaban hilang setelah tersimpan: tidak ada yang hilang, tidak ada yang ganda', async () => {
    await mulai(1);
    tiruan.gangguan.hilangJawaban({ peluang: 0.3, benih: 7 });
    const beban = new Beban([executor]);
    while (tiruan.statistik.jawabanHilang < 500) await jeda(20);
    tiruan.gangguan.reda();
    await beban.selesai();
    process.stdout.write(`${ringkas(`${tiruan.statistik.jawabanHilang} jawaban hilang`, beban)}\n`);
    tidakAdaYangHilang(beban);
  }, 120_000);
});
