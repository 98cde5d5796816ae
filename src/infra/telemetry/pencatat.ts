import type { LoggerService } from '@nestjs/common';
import type { Kode } from '../../kernel/penolakan.js';
import { TINGKAT, type Tingkat } from '../konfigurasi/konfigurasi.js';
import type { Pelacak } from './pelacak.js';

type Bidang = Readonly<Record<string, unknown>>;

const PANJANG = 2_000;

/** Text of anything, cut: a log line is bounded, and JSON.stringify escapes what could forge another line. */
const teks = (nilai: unknown): string =>
  (typeof nilai === 'string'
    ? nilai
    : nilai instanceof Error
      ? nilai.message
      : (JSON.stringify(nilai) ?? '')
  ).slice(0, PANJANG);

/**
 * One JSON line per message on standard error, for Nest and for us. Callers pass ids, codes and offices,
 * never an input or a name: the log is read by people who may not read the figures.
 */
export class Pencatat implements LoggerService {
  /** Where requests are traced: hears the code of each error told, and says to which trace a line belongs. */
  pelacak: Pick<Pelacak, 'gagal' | 'kini'> | undefined;
  private readonly batas: number;
  private readonly penolakan = new Map<Kode, number>();

  constructor(
    tingkat: Tingkat,
    private readonly keluar: (baris: string) => void = (baris) => process.stderr.write(baris),
  ) {
    this.batas = TINGKAT.indexOf(tingkat);
  }

  catat(tingkat: Tingkat, pesan: string, bidang: Bidang = {}): void {
    if (TINGKAT.indexOf(tingkat) > this.batas) return;
    const trace_id = this.pelacak?.kini(); // left out by JSON where there is none
    this.keluar(
      `${JSON.stringify({ pada: new Date().toISOString(), tingkat, pesan, ...bidang, trace_id })}\n`,
    );
  }

  /** An error of ours, in full. */
  galat(pesan: string, galat: unknown, bidang: Bidang = {}): void {
    const jejak = galat instanceof Error ? galat.stack : teks(galat);
    this.pelacak?.gagal('GALAT_DALAM');
    this.catat('error', pesan, { ...bidang, jejak });
  }

  /** A refusal that somebody was told; counted by its code, written at info. */
  ditolak(kode: Kode, bidang: Bidang): void {
    this.penolakan.set(kode, (this.penolakan.get(kode) ?? 0) + 1);
    this.pelacak?.gagal(kode);
    this.catat('info', 'ditolak', { ...bidang, kode });
  }

  /** How often each code was told since the start. */
  get jumlahDitolak(): ReadonlyMap<Kode, number> {
    return this.penolakan;
  }

  // What Nest itself says while it starts is of interest to those who debug it.
  log(pesan: unknown, konteks?: unknown): void {
    this.catat('debug', teks(pesan), { konteks });
  }

  error(pesan: unknown, ...lain: unknown[]): void {
    this.catat('error', teks(pesan), {
      jejak: pesan instanceof Error ? pesan.stack : lain.map(teks).join(' '),
    });
  }

  warn(pesan: unknown, konteks?: unknown): void {
    this.catat('warn', teks(pesan), { konteks });
  }

  debug(pesan: unknown, konteks?: unknown): void {
    this.catat('debug', teks(pesan), { konteks });
  }
}
