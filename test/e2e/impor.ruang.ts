import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AKAR } from '../../src/akar.js';
import { SqliteEventStore } from '../../src/infra/event-store/sqlite.event-store.js';
import { SqliteViewStore } from '../../src/infra/view-store/sqlite.view-store.js';
import { Clock } from '../../src/kernel/event-store.js';
import { Executor } from '../../src/kernel/execute.js';
import { KueriCapaian } from '../../src/projections/capaian/capaian.query.js';
import { KueriRiwayat } from '../../src/projections/riwayat/riwayat.query.js';
import { DAFTAR_TAMPILAN } from '../../src/projections/runtime/daftar-tampilan.js';
import { Runner } from '../../src/projections/runtime/runner.js';
import type { HasilImpor, Paket } from '../../src/reporting/impor/impor.paket.js';
import { PelaksanaImpor } from '../../src/reporting/impor/impor.pelaksana.js';

export const KOTA = ['pontianak-2023', 'pasuruan-2022'] as const;
export type Kota = (typeof KOTA)[number];

export const berkasKota = (kota: Kota): Buffer => readFileSync(join(AKAR, 'contoh', `${kota}.json`));
export const paketKota = (kota: Kota): Paket => JSON.parse(berkasKota(kota).toString('utf8')) as Paket;
export const harapanKota = (kota: Kota): Harapan =>
  JSON.parse(readFileSync(join(AKAR, 'test', 'fixtures', 'kota', `${kota}.json`), 'utf8')) as Harapan;

export type Isi = Readonly<Record<string, unknown>>;
export type Harapan = Readonly<{
  pemda: string;
  opd: string;
  tahun: number;
  indikator: Record<string, Isi>;
  sasaran: Record<string, Isi>;
  anggaran: Record<string, Isi>;
  total: Isi;
}>;

/** A clock that the test moves. */
export class JamUji extends Clock {
  constructor(private saat = '2026-01-05T02:00:00.000Z') {
    super();
  }
  now(): Date {
    return new Date(this.saat);
  }
  pindah(saat: string): void {
    this.saat = saat;
  }
}

/** A data folder of its own with everything that an import and its questions need. */
export class Ruang {
  readonly folder = mkdtempSync(join(tmpdir(), 'amanah-impor-'));
  readonly jam = new JamUji();
  readonly store = SqliteEventStore.open(this.folder);
  readonly views = SqliteViewStore.open(this.folder);
  readonly executor = new Executor(this.store, this.jam);
  readonly capaian = new KueriCapaian(this.views, this.store);
  readonly riwayat = new KueriRiwayat(this.views, this.store);
  readonly pelaksana = new PelaksanaImpor(this.store, this.executor, this.jam);
  private readonly runner = new Runner(this.store, this.views, DAFTAR_TAMPILAN);

  async impor(isi: Uint8Array | object): Promise<HasilImpor> {
    const hasil = await this.pelaksana.impor(
      isi instanceof Uint8Array ? isi : Buffer.from(JSON.stringify(isi)),
    );
    await this.runner.kejar();
    return hasil;
  }

  async kejar(): Promise<void> {
    await this.runner.kejar();
  }

  async tutup(): Promise<void> {
    await this.runner.berhenti();
    await this.views.close();
    await this.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
