import type { Response } from 'express';
import type { Cara } from '../kernel/decider.js';
import type { BentukBerkas } from '../kernel/lembar-kerja.js';
import { tolak } from '../kernel/penolakan.js';
import type { KunciTemplat } from './templat.js';

const MIME: Readonly<Record<BentukBerkas, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

export type Isian = Readonly<Record<string, unknown>>;

/** A query parameter; one that stands twice is refused, since it says two things. */
export const satu = (q: Isian, nama: string): string | undefined => {
  const nilai = q[nama];
  if (nilai === undefined || (typeof nilai === 'string' && nilai.length <= 100)) return nilai;
  return tolak('MASUKAN_TIDAK_SAH', { jalur: nama });
};
export const wajib = (q: Isian, nama: string): string =>
  satu(q, nama) ?? tolak('MASUKAN_TIDAK_SAH', { jalur: nama });

/** Whose document: pemda, opd and tahun, each needed; of a PK the jabatan. */
export const kunciDari = (q: Isian): KunciTemplat => {
  const [tahun, jabatan] = [wajib(q, 'tahun'), satu(q, 'jabatan')];
  return {
    pemda: wajib(q, 'pemda'),
    opd: wajib(q, 'opd'),
    tahun: /^\d{4}$/.test(tahun) ? Number(tahun) : tolak('TAHUN_TIDAK_SAH'),
    ...(jabatan !== undefined && { jabatan }),
  };
};

/** How a file is taken in: decided here, unless it says that paper decided it. */
export const caraDari = (q: Isian): Cara => {
  const cara = satu(q, 'cara') ?? 'elektronik';
  return cara === 'elektronik' || cara === 'dicatat' ? cara : tolak('MASUKAN_TIDAK_SAH', { jalur: 'cara' });
};

export const bentukDari = (q: Isian): BentukBerkas => {
  const bentuk = satu(q, 'format') ?? 'xlsx';
  return bentuk === 'xlsx' || bentuk === 'csv' ? bentuk : tolak('MASUKAN_TIDAK_SAH', { jalur: 'format' });
};

/** A file as an answer; its name is made of checked codes only. */
export const kirimBerkas = (res: Response, nama: string, bentuk: BentukBerkas, bita: Uint8Array): void => {
  res.setHeader('Content-Type', MIME[bentuk]);
  res.setHeader('Content-Disposition', `attachment; filename="${nama}"`);
  res.end(bita);
};
