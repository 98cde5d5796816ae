import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { dalamWaktu } from '../../kernel/tenggat.js';
import type { Log } from '../event-store/buka-log.js';
import type { Rakitan } from '../rakitan.js';
import { versiProgram } from '../versi.js';
import type { Pencatat } from './pencatat.js';

type LogTerukur = Pick<Log, 'posisi' | 'readAll' | 'antre' | 'onKelompok' | 'penomoran' | 'menerima'>;
type Sumber = Pick<Rakitan, 'pemantau' | 'executor' | 'clock' | 'rusak'> & { readonly store: LogTerukur };

const DETIK = [0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const BANYAK = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024];
const BACA_MS = 1_500; // who scrapes waits for all of them together
const STATUS = ['berjalan', 'berhenti', 'menunggu versi baru', 'dibangun ulang'] as const;

let proses: Registry | undefined;
/** Of the process, so one for all: prom-client watches the event loop and the collector, and never stops doing so. */
const registriProses = (): Registry => {
  if (proses !== undefined) return proses;
  proses = new Registry();
  collectDefaultMetrics({ register: proses });
  return proses;
};

/**
 * What Prometheus is told. Only a stored group is noted as it happens, not a command; all else is counted by those who
 * do it, and read when somebody asks. Labels are names of ours: views, codes, outcomes.
 */
export class Metrik {
  private readonly registry = new Registry();

  constructor(
    private readonly sumber: Sumber,
    private readonly pencatat: Pencatat,
  ) {
    this.daftarkanLog();
    this.daftarkanPerintah();
    this.daftarkanTampilan();
    this.ukuran('amanah_program_info', 'Versi program dan Node; nilainya selalu 1.', ['versi', 'node'], (g) =>
      g.set({ versi: versiProgram(), node: process.versions.node }, 1),
    );
  }

  readonly contentType = this.registry.contentType;

  async teks(): Promise<string> {
    return `${await this.registry.metrics()}\n${await registriProses().metrics()}`;
  }

  private daftarkanLog(): void {
    const { store, rusak } = this.sumber;
    const simpan = new Histogram({
      name: 'amanah_log_simpan_seconds',
      help: 'Lama satu kelompok perintah, sejak yang pertama menunggu sampai semuanya tersimpan dengan aman.',
      buckets: DETIK,
      registers: [this.registry],
    });
    const kelompok = new Histogram({
      name: 'amanah_log_kelompok_peristiwa',
      help: 'Banyaknya peristiwa yang disimpan sebagai satu kelompok (satu fsync).',
      buckets: BANYAK,
      registers: [this.registry],
    });
    store.onKelompok(({ peristiwa, ms }) => {
      simpan.observe(ms / 1_000);
      kelompok.observe(peristiwa);
    });
    this.ukuran(
      'amanah_log_antre',
      'Perintah yang belum terjawab log: menunggu atau sedang ditulis.',
      [],
      (g) => g.set(store.antre),
    );
    this.ukuran('amanah_log_peristiwa', 'Banyaknya peristiwa di log.', [], async (g) =>
      g.set((await store.posisi()) + 1),
    );
    this.ukuran(
      'amanah_sequencer_tertinggal_bytes',
      'Bagian log EventStoreDB yang sudah terlihat tetapi belum dinomori; 0 di ukuran satu mesin.',
      [],
      async (g) => g.set((await store.penomoran())?.tertinggal ?? 0),
    );
    this.ukuran(
      'amanah_log_belum_pasti',
      'Dokumen dengan penambahan yang hasilnya belum diketahui; 0 di ukuran satu mesin.',
      [],
      async (g) => g.set((await store.penomoran())?.belumPasti ?? 0),
    );
    this.ukuran(
      'amanah_log_menerima',
      '1 bila log menerima peristiwa, 0 bila berhenti atau tidak terjangkau.',
      [],
      (g) => g.set(rusak() === undefined && store.menerima ? 1 : 0),
    );
  }

  private daftarkanPerintah(): void {
    const { executor } = this.sumber;
    this.hitungan('amanah_perintah_total', 'Perintah menurut hasilnya.', 'hasil', () =>
      Object.entries(executor.jumlah),
    );
    this.hitungan('amanah_penolakan_total', 'Penolakan yang dijawabkan, menurut kodenya.', 'kode', () =>
      this.pencatat.jumlahDitolak.entries(),
    );
  }

  private daftarkanTampilan(): void {
    const { store, pemantau } = this.sumber;
    this.ukuran(
      'amanah_tampilan_tertinggal_peristiwa',
      'Peristiwa di log yang belum dibaca tampilan.',
      ['tampilan'],
      async (g) => {
        const ujung = await store.posisi();
        for (const { tampilan, posisi } of pemantau.status())
          g.set({ tampilan }, Math.max(0, ujung - posisi));
      },
    );
    this.ukuran(
      'amanah_tampilan_tertinggal_seconds',
      'Umur peristiwa tertua yang belum dibaca tampilan; 0 bila tidak ada.',
      ['tampilan'],
      async (g) => {
        const ujung = await store.posisi();
        for (const { tampilan, posisi } of pemantau.status())
          g.set({ tampilan }, posisi >= ujung ? 0 : await this.umur(posisi + 1));
      },
    );
    this.ukuran(
      'amanah_tampilan_status',
      '1 pada status tampilan yang sekarang, 0 pada yang lain.',
      ['tampilan', 'status'],
      (g) => {
        for (const { tampilan, status: kini } of pemantau.status())
          for (const status of STATUS) g.set({ tampilan, status }, status === kini ? 1 : 0);
      },
    );
  }

  /** Seconds since the event at `posisi` was recorded; NaN where it cannot be read, which is why a view waits there. */
  private async umur(posisi: number): Promise<number> {
    const { store, clock } = this.sumber;
    const [event] = await store.readAll(posisi, 1).catch(() => []);
    if (event === undefined) return Number.NaN;
    return Math.max(0, (clock.now().getTime() - Date.parse(event.meta.at)) / 1_000);
  }

  private ukuran<L extends string>(
    name: string,
    help: string,
    labelNames: readonly L[],
    baca: (gauge: Gauge<L>) => void | Promise<void>,
  ): void {
    new Gauge<L>({
      name,
      help,
      labelNames: [...labelNames],
      registers: [this.registry],
      async collect() {
        try {
          await dalamWaktu(Promise.resolve(baca(this)), BACA_MS, () => {
            throw new Error('tidak menjawab');
          });
        } catch {
          this.reset(); // not known now (a database is away): left out, so that all else is still told
        }
      },
    });
  }

  /** A counter that is kept elsewhere. */
  private hitungan(
    name: string,
    help: string,
    label: string,
    baca: () => Iterable<readonly [string, number]>,
  ): void {
    new Counter({
      name,
      help,
      labelNames: [label],
      registers: [this.registry],
      collect() {
        this.reset();
        for (const [nilai, banyak] of baca()) this.inc({ [label]: nilai }, banyak);
      },
    });
  }
}
