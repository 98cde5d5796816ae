import { bacaDari } from '../../../test/support/baca.js';
import type { DomainEvent } from '../../kernel/decider.js';
import type { PengukuranEvent } from '../../reporting/pengukuran/pengukuran.decider.js';
import { elektronik } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import {
  dialihkan,
  disusun,
  iku1,
  melayani,
  naskah,
  perubahanDimulai,
  perubahanDitetapkan,
  renstraDitetapkan,
  rpjmdDisusun,
  sasaranDitambahkan,
  tambahTujuan,
  tujuanDitambahkan,
} from './renstra.contoh.js';
import type { RenstraEvent } from './renstra.decider.js';
import {
  definisiIndikator,
  renstraTahun,
  renstraTercatat,
  tahunTerukur,
  unsurPemda,
} from './renstra.fakta.js';

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
  it('memilih Renstra termuda bila dua masa beririsan, dan tidak satu pun atau keduanya ditetapkan', () => {
    const dua = { ...log, 'Renstra-61.71.disnaker.2024': [masa(2024, 2029)] };
    const duaDitetapkan = Object.fromEntries(
      Object.entries(dua).map(([stream, events]) => [stream, [...events, renstraDitetapkan]]),
    );
    expect(cari(duaDitetapkan, 2025)?.stream).toBe('Renstra-61.71.disnaker.2024');
    expect(cari(dua, 2025)?.stream).toBe('Renstra-61.71.disnaker.2024');
    expect(cari(dua, 2023)?.stream).toBe('Renstra-61.71.disnaker.2021');
  });
  it('tetap membaca yang ditetapkan selama penggantinya baru disusun', () => {
    const dua = {
      'Renstra-61.71.disnaker.2021': [masa(2021, 2026), renstraDitetapkan],
      'Renstra-61.71.disnaker.2024': [masa(2024, 2029)],
    };
    expect(cari(dua, 2025)?.stream).toBe('Renstra-61.71.disnaker.2021');
    expect(cari(dua, 2027)?.stream).toBe('Renstra-61.71.disnaker.2024');
  });
  it('kembali ke Renstra yang lebih tua bila yang termuda tidak mencakup', () => {
    const pendek = { ...log, 'Renstra-61.71.disnaker.2022': [masa(2022, 2022)] };
    expect(cari(pendek, 2023)?.stream).toBe('Renstra-61.71.disnaker.2021');
  });
  it('memberi versi yang berlaku pada tahun itu, bukan rancangan perubahan', () => {
    const tujuan: RenstraEvent = {
      type: 'TujuanDitambahkan',
      data: { kode: 'T1', uraian: 'Rumusan 2024', sebelum: tambahTujuan.uraian, ...elektronik },
    };
    const rancangan = [...naskah, renstraDitetapkan, perubahanDimulai, tujuan];
    const uraian = (events: RenstraEvent[], tahun: number) =>
      renstraTahun(
        bacaDari({ 'Renstra-61.71.disnaker.2022': events }),
        '61.71',
        'disnaker',
        tahun,
      )?.state.tujuan.get('T1')?.uraian;
    expect(uraian(rancangan, 2024)).toBe(tambahTujuan.uraian);
    expect(uraian([...rancangan, perubahanDitetapkan], 2024)).toBe('Rumusan 2024');
    expect(uraian([...rancangan, perubahanDitetapkan], 2023)).toBe(tambahTujuan.uraian);
  });
  it('menerima tahun pertama yang mungkin', () => expect(cari(log, 2000)).toBeNull());
});

describe('tahunTerukur', () => {
  const disetujui: PengukuranEvent[] = [{ type: 'PengukuranDisetujui', data: elektronik }];
  const terukur = (tahun: number, tw: number) => ({
    [`Pengukuran-61.71.disnaker.${tahun}.tw${tw}`]: disetujui,
  });
  const cariTerukur = (mulai: number, isi: Record<string, DomainEvent[]>) =>
    tahunTerukur(bacaDari(isi), '61.71', 'disnaker', mulai);
  const lama = { 'Renstra-61.71.disnaker.2021': [masa(2021, 2026), renstraDitetapkan] };

  it('adalah tahun yang triwulan keempatnya disetujui', () => {
    expect(cariTerukur(2021, { ...lama, ...terukur(2022, 4) })).toEqual([
      { tahun: 2022, kini: true, nanti: true },
    ]);
    expect(cariTerukur(2021, { ...lama, ...terukur(2022, 3), ...terukur(2020, 4) })).toEqual([]);
  });
  it('menyebut apakah Renstra itu berbicara bagi tahun itu, dan apakah akan', () => {
    const baru = { 'Renstra-61.71.disnaker.2022': [masa(2022, 2026)] };
    expect(cariTerukur(2022, { ...lama, ...baru, ...terukur(2022, 4) })).toEqual([
      { tahun: 2022, kini: false, nanti: true },
    ]);
    const ditetapkan = { 'Renstra-61.71.disnaker.2022': [masa(2022, 2026), renstraDitetapkan] };
    expect(cariTerukur(2021, { ...lama, ...ditetapkan, ...terukur(2022, 4) })).toEqual([
      { tahun: 2022, kini: false, nanti: false },
    ]);
  });
  it('berhenti pada tahun terakhir yang mungkin', () => expect(cariTerukur(2099, {})).toEqual([]));
});

describe('indikator yang dialihkan', () => {
  const baca = bacaDari({ 'Renstra-61.71.disnaker.2022': [...naskah, dialihkan] });
  const definisi = (cari: typeof renstraTahun, tahun: number) => {
    const r = cari(baca, '61.71', 'disnaker', tahun);
    return r && definisiIndikator(r.state, 'IKU-1');
  };
  it('dikenal sampai tahun sebelum dialihkan', () => {
    expect(definisi(renstraTahun, 2022)).toEqual(iku1);
    expect(definisi(renstraTahun, 2023)).toBeNull();
  });
  it('tetap dikenal bagi yang sudah tercatat di sini', () =>
    expect(definisi(renstraTercatat, 2023)).toEqual(iku1));
});

describe('definisiIndikator', () => {
  it('memberi definisi, atau null untuk kode yang tidak dikenal', () => {
    const log = { 'Renstra-61.71.disnaker.2022': naskah };
    const r = renstraTahun(bacaDari(log), '61.71', 'disnaker', 2023);
    expect(r && definisiIndikator(r.state, 'IKU-1')).toEqual(iku1);
    expect(r && definisiIndikator(r.state, 'IKU-9')).toBeNull();
  });
});

describe('unsurPemda', () => {
  const log = { 'Renstra-61.71.pemda.2022': [rpjmdDisusun, tujuanDitambahkan, sasaranDitambahkan] };
  it.each([
    ['sasaran', 'S1', true],
    ['tujuan', 'T1', true],
    ['sasaran', 'T1', false],
  ] as const)('%s %s dalam rencana pemda: %s', (tingkat, kode, ada) =>
    expect(unsurPemda(bacaDari(log), '61.71', { mulai: 2022, tingkat, kode })).toEqual({
      ada,
      dasar: { stream: 'Renstra-61.71.pemda.2022', rev: 2 },
    }),
  );
  it('rencana yang tidak ada tidak memuat apa pun', () =>
    expect(unsurPemda(bacaDari({}), '61.71', melayani).ada).toBe(false));
});
