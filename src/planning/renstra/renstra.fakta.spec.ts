import { bacaDari } from '../../../test/support/baca.js';
import type { DomainEvent } from '../../kernel/decider.js';
import { disusun, iku1, naskah } from './renstra.contoh.js';
import type { RenstraEvent } from './renstra.decider.js';
import { definisiIndikator, renstraTahun } from './renstra.fakta.js';

const masa = (mulai: number, selesai: number): RenstraEvent =>
  ({ ...disusun, data: { ...disusun.data, mulai, selesai } }) as RenstraEvent;
const cari = (isi: Record<string, DomainEvent[]>, tahun: number) =>
  renstraTahun(bacaDari(isi), '61.71', 'disnaker', tahun)?.dasar ?? null;

describe('renstraTahun', () => {
  const log = { 'Renstra-61.71.disnaker.2021': [masa(2021, 2026)] };
  it.each([2021, 2023, 2026])('menemukan Renstra yang mencakup %d', (tahun) =>
    expect(cari(log, tahun)).toEqual({ stream: 'Renstra-61.71.disnaker.2021', rev: 0 }),
  );
  it.each([2020, 2027])('tidak menemukan apa pun untuk %d', (tahun) => expect(cari(log, tahun)).toBeNull());
  it('memilih Renstra termuda bila dua masa beririsan', () => {
    const dua = { ...log, 'Renstra-61.71.disnaker.2024': [masa(2024, 2029)] };
    expect(cari(dua, 2025)?.stream).toBe('Renstra-61.71.disnaker.2024');
    expect(cari(dua, 2023)?.stream).toBe('Renstra-61.71.disnaker.2021');
  });
  it('kembali ke Renstra yang lebih tua bila yang termuda tidak mencakup', () => {
    const pendek = { ...log, 'Renstra-61.71.disnaker.2022': [masa(2022, 2022)] };
    expect(cari(pendek, 2023)?.stream).toBe('Renstra-61.71.disnaker.2021');
  });
  it('menerima tahun pertama yang mungkin', () => expect(cari(log, 2000)).toBeNull());
});

describe('definisiIndikator', () => {
  it('memberi definisi, atau null untuk kode yang tidak dikenal', () => {
    const log = { 'Renstra-61.71.disnaker.2022': naskah };
    const r = renstraTahun(bacaDari(log), '61.71', 'disnaker', 2023);
    expect(r && definisiIndikator(r.state, 'IKU-1')).toEqual(iku1);
    expect(r && definisiIndikator(r.state, 'IKU-9')).toBeNull();
  });
});
