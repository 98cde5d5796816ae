import fc from 'fast-check';
import { Desimal } from '../kernel/desimal.js';
import type { Polaritas } from './capaian.js';
import { type IndikatorDiperiksa, targetLemah } from './target-lemah.js';

const URUTAN = ['CC', 'B', 'BB', 'A'];
const indikator = (polaritas: Polaritas, satuan = '%'): IndikatorDiperiksa => ({
  satuan,
  polaritas,
  urutanPredikat: polaritas === 'predikat' ? URUTAN : null,
});
const lalu = (target: string | null, realisasi: string | null) => ({
  target: target === null ? null : { tahun: 2021, nilai: target },
  realisasi: realisasi === null ? null : { tahun: 2021, nilai: realisasi },
});
const kode = (p: Polaritas, target: string, t: string | null, r: string | null): string[] =>
  targetLemah(indikator(p), { target }, lalu(t, r)).map((x) => x.kode);

const [NOL, BURUK, TURUN] = [
  'TARGET_NOL',
  'LEBIH_BURUK_DARI_REALISASI_LALU',
  'TURUN_UNTUK_POLARITAS_NAIK',
] as const;

describe('target lemah', () => {
  it.each<[string, Polaritas, string, string | null, string | null, string[]]>([
    ['naik di atas segalanya', 'naik', '72', '70', '71.66', []],
    ['naik sama dengan tahun lalu', 'naik', '70.0', '70', '70.00', []],
    ['naik di bawah realisasi lalu', 'naik', '67.80', '67', '71.66', [BURUK]],
    ['naik di bawah target lalu', 'naik', '93.80', '94.29', null, [TURUN]],
    ['naik di bawah keduanya', 'naik', '60', '70', '65', [BURUK, TURUN]],
    ['naik tanpa tahun lalu', 'naik', '1', null, null, []],
    ['naik nol', 'naik', '0.00', null, null, [NOL]],
    ['naik nol di bawah tahun lalu', 'naik', '0', '5', '4', [NOL, BURUK, TURUN]],
    ['turun nol adalah yang terbaik', 'turun-linear', '0', '5', '4', []],
    ['turun di bawah keduanya', 'turun-rasio', '3', '5', '4', []],
    ['turun di atas realisasi lalu', 'turun-linear', '4.5', '5', '4', [BURUK]],
    ['turun di atas keduanya', 'turun-rasio', '6', '5', '4', [BURUK, TURUN]],
    ['rentang yang lebih sempit', 'rentang', '20..24', '20..25', '30', []],
    ['rentang yang lebih lebar', 'rentang', '19..25', '20..25', '22', [TURUN]],
    ['rentang yang bergeser', 'rentang', '21..26', '20..25', '22', []],
    ['rentang nol', 'rentang', '0..0', null, null, [NOL]],
    ['predikat naik', 'predikat', 'A', 'BB', 'B', []],
    ['predikat di bawah realisasi lalu', 'predikat', 'B', 'CC', 'BB', [BURUK]],
    ['predikat di bawah keduanya', 'predikat', 'CC', 'B', 'BB', [BURUK, TURUN]],
    ['predikat yang dahulu tidak dikenal', 'predikat', 'CC', 'Baik', 'Baik', []],
    ['angka yang dahulu berupa predikat', 'naik', '10', 'BB', 'BB', []],
  ])('%s', (_, p, target, t, r, harapan) => expect(kode(p, target, t, r)).toEqual(harapan));

  it('menyebut kedua angka dan tahunnya dengan cara Indonesia', () => {
    const [temuan] = targetLemah(indikator('naik', 'orang'), { target: '1250.5' }, lalu(null, '12345.75'));
    expect(temuan).toEqual({
      kode: BURUK,
      nilai: '1250.5',
      pembanding: '12345.75',
      tahun: 2021,
      kalimat: 'Target 1.250,5 orang lebih rendah daripada realisasi tahun 2021, 12.345,75 orang.',
    });
    expect(targetLemah(indikator('rentang'), { target: '1..9' }, lalu('2..8', null))[0]?.kalimat).toBe(
      'Target 1 sampai 9 % lebih longgar daripada target tahun 2021, 2 sampai 8 %.',
    );
    expect(targetLemah(indikator('predikat'), { target: 'B' }, lalu(null, 'A'))[0]?.kalimat).toBe(
      'Target B di bawah realisasi tahun 2021, A.',
    );
    expect(targetLemah(indikator('naik'), { target: '0' }, lalu('5', null))[0]?.kalimat).toBe(
      'Target 0 % berarti nol: capaiannya tidak dapat dihitung; target tahun 2021 5 %.',
    );
  });

  it('membedakan satuan, bukan cara menulisnya', () => {
    const i = indikator('naik', 'Orang per tahun');
    const dengan = (satuan: string | null) =>
      targetLemah(i, { target: '5', satuan }, lalu(null, null)).map((x) => [x.kode, x.kalimat]);
    expect(dengan(null)).toEqual([]);
    expect(dengan(' orang  per Tahun ')).toEqual([]);
    expect(dengan('%')).toEqual([
      ['SATUAN_BERBEDA', 'Satuan target ditulis "%", sedangkan satuan indikatornya "Orang per tahun".'],
    ]);
  });
});

describe('target lemah, untuk angka apa pun', () => {
  const angka = fc.integer({ min: -100_000, max: 100_000 }).map((n) => (n / 100).toFixed(2));
  const arah = fc.constantFrom<Polaritas>('naik', 'turun-linear', 'turun-rasio');
  const cermin = (teks: string): string => Desimal.bulat(0n).minus(Desimal.dari(teks)).toString();
  const tanpaNol = (semua: string[]): string[] => semua.filter((k) => k !== NOL);

  it('yang turun adalah cermin yang naik', () =>
    fc.assert(
      fc.property(angka, angka, angka, (target, t, r) => {
        expect(kode('turun-linear', cermin(target), cermin(t), cermin(r))).toEqual(
          tanpaNol(kode('naik', target, t, r)),
        );
      }),
    ));

  it('yang menyamai tahun lalu tidak pernah lebih lemah', () =>
    fc.assert(fc.property(arah, angka, (p, a) => expect(tanpaNol(kode(p, a, a, a))).toEqual([]))));

  it('dari dua target yang berbeda tepat satu lebih lemah daripada yang lain', () =>
    fc.assert(
      fc.property(arah, angka, angka, (p, a, b) => {
        const lemah = [kode(p, a, b, null), kode(p, b, a, null)].filter((k) => k.includes(TURUN));
        expect(lemah).toHaveLength(a === b ? 0 : 1);
      }),
    ));
});
