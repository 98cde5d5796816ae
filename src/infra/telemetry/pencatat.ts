import type { LoggerService } from '@nestjs/common';
import { TINGKAT, type Tingkat } from '../konfigurasi/konfigurasi.js';

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
  private readonly batas: number;

  constructor(
    tingkat: Tingkat,
    private readonly keluar: (baris: string) => void = (baris) => process.stderr.write(baris),
  ) {
    this.batas = TINGKAT.indexOf(tingkat);
  }

  catat(tingkat: Tingkat, pesan: string, bidang: Bidang = {}): void {
    if (TINGKAT.indexOf(tingkat) > this.batas) return;
    this.keluar(`${JSON.stringify({ pada: new Date().toISOString(), tingkat, pesan, ...bidang })}\n`);
  }

  /** An error of ours, in full. */
  galat(pesan: string, galat: unknown, bidang: Bidang = {}): void {
    const jejak = galat instanceof Error ? galat.stack : teks(galat);
    this.catat('error', pesan, { ...bidang, jejak });
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
