import type { Decider, DomainEvent } from '../../kernel/decider.js';
import type { Baca } from '../../kernel/execute.js';
import { type Kode, Penolakan } from '../../kernel/penolakan.js';
import { opdDibubarkan, opdDidaftarkan } from '../opd/opd.contoh.js';
import { dicatat, elektronik } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import type { Sah } from '../permintaan.js';
import { wajibPeriodeDokumen } from './periode-dokumen.fakta.js';

/** The documents that stand in these streams, folded as the executor folds them. */
const dengan =
  (isi: Record<string, DomainEvent[]>): Baca =>
  <S, C, E extends DomainEvent>(decider: Decider<S, C, E>, id: string) => {
    const stream = `${decider.kategori}-${id}`;
    const events = (isi[stream] ?? []) as E[];
    const state = events.reduce((s, e, i) => decider.evolve(s, e, i), decider.initial);
    return { state, stream, rev: events.length - 1 };
  };
const ditutup = (opd: string | null): DomainEvent => ({
  type: 'PeriodeDokumenDitutup',
  data: { dokumen: 'rkt', opd, sejak: '2025-02-01', alasan: null, ...elektronik },
});
const tanya = (
  log: Record<string, DomainEvent[]>,
  { opd = 'disnaker', tahun = 2025, sah = elektronik }: { opd?: string; tahun?: number; sah?: Sah } = {},
): Penolakan | null => {
  try {
    wajibPeriodeDokumen(dengan(log), { pemda: '61.71', opd, tahun }, 'rkt', sah);
    return null;
  } catch (e) {
    if (e instanceof Penolakan) return e;
    throw e;
  }
};
const kode = (...dari: Parameters<typeof tanya>): Kode | undefined => tanya(...dari)?.kode;

describe('wajibPeriodeDokumen', () => {
  const tutup = { 'Periode-61.71.2025': [ditutup(null)] };
  it('diam selama tidak ada yang menutupnya', () => expect(tanya({})).toBeNull());
  it('menolak dokumen yang ditutup, menyebut dokumen, tahun, siapa, dan sejak kapan', () =>
    expect(tanya(tutup)).toMatchObject({
      kode: 'PERIODE_DITUTUP',
      rincian: { dokumen: 'RKT', tahun: 2025, oleh: elektronik.oleh.sebutan, sejak: '2025-02-01' },
    }));
  it('tidak menolak tahun lain, atau OPD yang tidak ditutup', () => {
    expect(kode(tutup, { tahun: 2024 })).toBeUndefined();
    expect(kode({ 'Periode-61.71.2025': [ditutup('dinkes')] })).toBeUndefined();
  });
  it('berlaku juga bagi rencana pemda sendiri', () =>
    expect(kode(tutup, { opd: 'pemda' })).toBe('PERIODE_DITUTUP'));
  it('tidak bertanya atas yang sudah diputuskan di atas kertas', () =>
    expect(kode(tutup, { sah: dicatat })).toBeUndefined());
  it('menolak tahun yang dimulai sesudah OPD dibubarkan, kecuali dari kertas', () => {
    const log = { 'Opd-61.71.disnaker': [opdDidaftarkan, opdDibubarkan] };
    expect(tanya(log)).toMatchObject({
      kode: 'OPD_SUDAH_DIBUBARKAN',
      rincian: { tanggal: '2025-01-01', tahun: 2025 },
    });
    expect(kode(log, { tahun: 2024 })).toBeUndefined();
    expect(kode(log, { sah: dicatat })).toBeUndefined();
  });
});
