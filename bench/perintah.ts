import { randomBytes, randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import type { Pelaku } from '../src/approval/wewenang.js';
import { BERKAS_PENULIS } from '../src/infra/event-store/penulis.js';
import { SqliteEventStore } from '../src/infra/event-store/sqlite.event-store.js';
import { KonfigurasiAmanah } from '../src/infra/konfigurasi/konfigurasi.js';
import { JamSistem, rakit } from '../src/infra/rakitan.js';
import type { EventStore } from '../src/kernel/event-store.js';
import { Executor } from '../src/kernel/execute.js';
import {
  JalankanPengukuran,
  JalankanPengukuranHandler,
} from '../src/reporting/pengukuran/pengukuran.handler.js';
import { type Dinas, INDIKATOR, kodeIndikator, PENJELASAN, pelakuBidang, TAHUN, TRIWULAN } from './kota.js';
import type { Logs } from './logs.js';
import { PolosSqlite } from './polos-sqlite.js';
import { type Hasil, kabar, selangSeling, simpulkan, TOLOK } from './tolok.js';

const PEMANGGIL = 64;
const RONDE = 9; // the rounds of one run lie as far apart as 0.4 and 0.7
const SERONDE = 40_000;
const SIDIK = '5f'.repeat(32); // of the input: the edge has computed it before a command is sent
const TUNGGU_TAMPILAN = 300_000; // ms; the first time the views read the whole log

@Module({})
class RuangPerintah {}

/** No more of Nest than commands pass through. */
export const ruangPerintah = (executor: Executor): DynamicModule => ({
  module: RuangPerintah,
  imports: [CqrsModule.forRoot()],
  providers: [{ provide: Executor, useValue: executor }, JalankanPengukuranHandler],
});

/** What is measured: a store, an executor over it, and the views if they run. */
type Panggung = {
  readonly store: EventStore;
  readonly executor: Executor;
  /** Waits until every view has seen the whole log; ms that it took. */
  readonly susulTampilan: () => Promise<number>;
  readonly tutup: () => Promise<void>;
};

const tanpaTampilan = async (folder: string): Promise<Panggung> => {
  const store = SqliteEventStore.open(folder, { pekerja: BERKAS_PENULIS });
  const executor = new Executor(store, new JamSistem());
  return { store, executor, susulTampilan: async () => 0, tutup: () => store.close() };
};

const denganTampilan = async (folder: string): Promise<Panggung> => {
  const { store, executor, pemantau, tutup } = await rakit(
    new KonfigurasiAmanah(folder, 0, '127.0.0.1', 'error'),
  );
  const susulTampilan = async (): Promise<number> => {
    const mulai = performance.now();
    if (!(await pemantau.tungguSemua(await store.posisi(), TUNGGU_TAMPILAN)))
      throw new Error('tampilan tidak menyusul');
    return performance.now() - mulai;
  };
  return { store, executor, susulTampilan, tutup };
};

/**
 * Commands that differ from what stands, document after document, so that each appends one event. Made when they are
 * sent, as callers make them: 40,000 made beforehand would be copied by the collector while the clock runs.
 */
export class Antrean {
  private n = 0;
  // A run on the same log must not say what an earlier one said: the same value again is no event.
  private readonly awal = randomBytes(3).readUIntBE(0, 3);
  private readonly pelaku: readonly Pelaku[];

  constructor(private readonly dinas: readonly Dinas[]) {
    this.pelaku = dinas.map(pelakuBidang);
  }

  berikut(): JalankanPengukuran {
    const n = this.n++;
    const ke = n % this.dinas.length;
    const indikator = kodeIndikator(Math.floor(n / this.dinas.length) % INDIKATOR);
    const realisasi = `${this.awal + n}.${n % 10}5`;
    const { pemda, opd } = this.dinas[ke] as Dinas;
    return new JalankanPengukuran(
      { pemda, opd, tahun: TAHUN, triwulan: TRIWULAN },
      { type: 'CatatRealisasi', indikator, realisasi, pembilang: null, penyebut: null, ...PENJELASAN },
      this.pelaku[ke] as Pelaku,
      { idPerintah: randomUUID(), sidikMasukan: SIDIK, actor: 'akun-tolok-ukur' },
    );
  }
}

/** Carries out `jumlah` commands with so many callers, each waiting for its answer. Commands per second. */
export const kirim = async (
  bus: CommandBus,
  antrean: Antrean,
  jumlah: number,
  pemanggil = PEMANGGIL,
): Promise<number> => {
  let sisa = jumlah;
  const mulai = performance.now();
  await Promise.all(
    Array.from({ length: pemanggil }, async () => {
      while (sisa-- > 0) await bus.execute(antrean.berikut());
    }),
  );
  return (jumlah * 1_000) / (performance.now() - mulai);
};

const bukaRuang = async (panggung: Panggung): Promise<INestApplicationContext> =>
  NestFactory.createApplicationContext(ruangPerintah(panggung.executor), { logger: false });

/**
 * Durable commands per second: CommandBus, handler with its facts, decider, append. Against it the very rows that each
 * round stored, written by a bare loop into a copy of the log as it stood before.
 */
const ukur = async (logs: Logs, tampilan: boolean): Promise<Hasil> => {
  const { folder, dinas } = await logs.untuk('10^6');
  const polos = await PolosSqlite.salinan(folder);
  const panggung = await (tampilan ? denganTampilan(folder) : tanpaTampilan(folder));
  const ruang = await bukaRuang(panggung);
  const bus = ruang.get(CommandBus);
  const antrean = new Antrean(dinas);
  const susulan: number[] = [];
  kabar(tampilan ? '  menunggu tampilan membaca log' : '  memanaskan dokumen aktif');
  await panggung.susulTampilan();
  let dari = (await panggung.store.posisi()) + 1;
  const satuRonde = async (jumlah: number): Promise<number> => {
    const perDetik = await kirim(bus, antrean, jumlah);
    susulan.push(await panggung.susulTampilan());
    return perDetik;
  };
  const ulangPolos = async (): Promise<number> => {
    const { jumlah, perDetik } = await polos.tulisSejak(dari);
    dari += jumlah;
    return perDetik;
  };
  await satuRonde(SERONDE); // every active document is in memory and the code is compiled, as on a working day
  await ulangPolos();
  susulan.length = 0;
  const ronde = await selangSeling(RONDE, () => satuRonde(SERONDE), ulangPolos);
  await ruang.close();
  await panggung.tutup();
  await polos.tutup();
  const catatan = tampilan
    ? `tampilan menyusul ${Math.max(...susulan).toFixed(0)} ms setelah perintah terakhir`
    : null;
  return simpulkan(TOLOK[tampilan ? 'perintah-tampilan' : 'perintah'], ronde, catatan);
};

export const ukurPerintah = (logs: Logs): Promise<Hasil> => ukur(logs, false);
export const ukurPerintahTampilan = (logs: Logs): Promise<Hasil> => ukur(logs, true);
