import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tolak } from '../../kernel/penolakan.js';

/** What a backup says of itself, in `cadangan.json` beside its files; written last, so that a half one has none. */
export type Manifes = {
  readonly bentuk: (typeof TERBACA)[number];
  readonly penyimpanan: 'sqlite';
  readonly ukuran: number; // events
  readonly akar: string; // RFC 6962 root over them, hex
  readonly pada: string; // when it was made, ISO 8601 UTC
  readonly versi: string; // of the program that made it
  readonly berkas: BerkasCadangan;
  /** The identity database; undefined where it is not in the data folder. */
  readonly identitas?: BerkasCadangan;
  readonly arsip?: { readonly berkas: number; readonly bita: number };
  /** Whether the master key is with it: who holds such a backup can read the names in it. */
  readonly kunciInduk?: boolean;
};
export type BerkasCadangan = { readonly nama: string; readonly bita: number; readonly sha256: string };

/** The first held the log alone. */
const TERBACA = ['amanah-cadangan@1', 'amanah-cadangan@2'] as const;
export const BENTUK = 'amanah-cadangan@2';
export const BERKAS_MANIFES = 'cadangan.json';
const HEX = /^[0-9a-f]{64}$/;

const sah = (m: Partial<Manifes> | null, nama: string): m is Manifes =>
  m?.bentuk !== undefined &&
  TERBACA.includes(m.bentuk) &&
  (m.identitas === undefined || HEX.test(m.identitas.sha256)) &&
  m.penyimpanan === 'sqlite' &&
  Number.isSafeInteger(m.ukuran) &&
  HEX.test(m.akar ?? '') &&
  HEX.test(m.berkas?.sha256 ?? '') &&
  m.berkas?.nama === nama;

/** Of a backup whose log is the file `nama`. Refuses CADANGAN_RUSAK. */
export const bacaManifes = (cadangan: string, nama: string): Manifes => {
  const berkas = join(cadangan, BERKAS_MANIFES);
  let isi: unknown;
  try {
    isi = JSON.parse(readFileSync(berkas, 'utf8'));
  } catch (e) {
    const kode = (e as NodeJS.ErrnoException).code ?? 'bukan JSON';
    return tolak('CADANGAN_RUSAK', { sebab: `${berkas} tidak dapat dibaca (${kode})` });
  }
  const m = isi as Partial<Manifes> | null;
  if (sah(m, nama)) return m;
  return tolak('CADANGAN_RUSAK', { sebab: `${berkas} bukan manifes ${BENTUK}` });
};
