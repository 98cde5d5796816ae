import { MURNI, PERUBAHAN, type Tahap } from '../../planning/anggaran/tahap.decider.js';
import type { PaguTahap, SimpulProgram } from './anggaran.projection.js';
import { sandingkan } from './sanding.js';
import { type SimpulAnggaran, susunAnggaran } from './susun.js';

const GESER: Tahap = { jenis: 'pergeseran', nomor: 1, setelahPerubahan: false };
const TINGKAT = ['program', 'kegiatan', 'sub-kegiatan'] as const;
const simpul = (kode: string): SimpulProgram => {
  const titik = kode.split('.').length;
  const tingkat = TINGKAT[titik < 5 ? 0 : titik - 4] ?? 'program';
  const induk =
    tingkat === 'program'
      ? null
      : kode
          .split('.')
          .slice(0, titik === 5 ? 3 : -1)
          .join('.');
  return { kode, nama: `Nama ${kode}`, tingkat, induk, nomenklatur: null };
};
const pagu = (kode: string, nilai: string, tahap: Tahap = MURNI): PaguTahap => ({
  kode,
  tingkat: kode.includes('/') || kode.startsWith('5') ? 'belanja' : simpul(kode).tingkat,
  nama: null,
  sumberDana: 'DAU',
  pagu: nilai,
  tahap,
  posisi: 7,
});
const susun = (kode: readonly string[], isi: readonly PaguTahap[], tahap: readonly Tahap[] = [MURNI]) =>
  susunAnggaran(
    { simpul: kode.map(simpul), pagu: isi, tahap: tahap.map((t) => ({ ...t, akta: null })) },
    new Map([['2.07', 'Tenaga Kerja']]),
  );
const POHON = ['2.07.03', '2.07.03.2.01', '2.07.03.2.01.0001', '2.07.03.2.01.0002'];
const cari = (s: { simpul: readonly SimpulAnggaran[] }, kode: string) =>
  s.simpul.find((x) => x.kode === kode);

describe('susunan anggaran', () => {
  it('menurunkan pagu dari bagian-bagiannya sampai urusan, dengan nama bidang bila nomenklatur dimuat', () => {
    const s = susun(POHON, [pagu('2.07.03.2.01.0001', '300'), pagu('2.07.03.2.01.0002', '200')]);
    expect(s.simpul.map((x) => [x.kode, x.tingkat, x.nama, x.turunan, x.tercatat])).toEqual([
      ['2', 'urusan', null, '500', null],
      ['2.07', 'bidang', 'Tenaga Kerja', '500', null],
      ['2.07.03', 'program', 'Nama 2.07.03', '500', null],
      ['2.07.03.2.01', 'kegiatan', 'Nama 2.07.03.2.01', '500', null],
      ['2.07.03.2.01.0001', 'sub-kegiatan', 'Nama 2.07.03.2.01.0001', null, '300'],
      ['2.07.03.2.01.0002', 'sub-kegiatan', 'Nama 2.07.03.2.01.0002', null, '200'],
    ]);
    expect(s.total).toMatchObject({ pagu: '500', alasan: null, beda: false });
    expect(s.jumlah).toEqual({ program: 1, kegiatan: 1, subKegiatan: 2 });
  });

  it('tidak menjumlah selama satu bagian belum diketahui, dan tidak menulis nol', () => {
    const s = susun(POHON, [pagu('2.07.03.2.01.0001', '300')]);
    expect(cari(s, '2.07.03')).toMatchObject({ pagu: null, turunan: null, alasan: 'BAGIAN_BELUM_LENGKAP' });
    expect(cari(s, '2.07.03.2.01.0002')).toMatchObject({ pagu: null, alasan: 'BELUM_ADA_PAGU' });
    expect(s.total).toMatchObject({ pagu: null, alasan: 'BAGIAN_BELUM_LENGKAP' });
  });

  it('menyebut kedua angka bila yang tercatat berbeda dari jumlah bagiannya', () => {
    const rinci = [pagu('2.07.03.2.01.0001', '300'), pagu('2.07.03.2.01.0002', '200')];
    const s = susun(POHON, [pagu('2.07.03', '450'), ...rinci]);
    expect(cari(s, '2.07.03')).toMatchObject({ tercatat: '450', turunan: '500', pagu: '450', beda: true });
    expect(cari(s, '2.07.03.2.01')).toMatchObject({ turunan: '500', beda: false });
    expect(s.total.pagu).toBe('450');
  });

  it('memberi rantai setiap simpul; tahap yang tidak menyebut kode meneruskan pagu sebelumnya', () => {
    const isi = [
      pagu('2.07.03.2.01.0001', '300'),
      pagu('2.07.03.2.01.0001', '250', GESER),
      pagu('2.07.03.2.01.0002', '200'),
      pagu('2.07.03.2.01.0002', '260', PERUBAHAN),
    ];
    const s = susun(POHON, isi, [PERUBAHAN, MURNI, GESER]);
    const rantai = (kode: string) => cari(s, kode)?.rantai.map((r) => [r.tahap.jenis, r.tercatat, r.pagu]);
    expect(rantai('2.07.03.2.01.0002')).toEqual([
      ['murni', '200', '200'],
      ['pergeseran', null, '200'],
      ['perubahan', '260', '260'],
    ]);
    expect(rantai('2.07')?.map((r) => r[2])).toEqual(['500', '450', '510']);
    expect(s.total.rantai.map((r) => r.pagu)).toEqual(['500', '450', '510']);
  });

  it('tidak menganggap kurang sub kegiatan yang baru masuk pada perubahan', () => {
    const isi = [pagu('2.07.03.2.01.0001', '300'), pagu('2.07.03.2.01.0002', '50', PERUBAHAN)];
    const s = susun(POHON, isi, [MURNI, PERUBAHAN]);
    expect(s.total.rantai.map((r) => r.pagu)).toEqual(['300', '350']);
  });

  it('memberi bagian setiap program dari seluruhnya', () => {
    const s = susun(['2.07.03', '2.07.04'], [pagu('2.07.03', '100'), pagu('2.07.04', '200')]);
    expect([cari(s, '2.07.03')?.bagian, cari(s, '2.07.04')?.bagian]).toEqual(['33.33', '66.67']);
  });

  it('menyusun akun belanja di bawah sub kegiatannya, tanpa menghitung ganda akun di bawah akun', () => {
    const sub = '2.07.03.2.01.0001';
    const isi = [
      pagu(sub, '300'),
      ...[pagu(`${sub}/5.1`, '300'), pagu(`${sub}/5.1.02`, '200'), pagu(`${sub}/5.1.01`, '100')],
    ];
    const s = susun(POHON.slice(0, 3), isi);
    expect(cari(s, sub)).toMatchObject({ tercatat: '300', turunan: '300', beda: false });
    expect(cari(s, `${sub}/5.1`)).toMatchObject({ induk: sub, turunan: '300' });
    expect(s.total.pagu).toBe('300');
  });

  it('tidak pernah menambahkan belanja seluruh OPD kepada program, juga bukan akun 5 kepada urusan 5', () => {
    const s = susun(['5.01.02'], [pagu('5.01.02', '100'), pagu('5', '100'), pagu('5.1', '100')]);
    // pagu() reads 5.01.02 as belanja by its first digit: the level of the tree is what counts
    expect(s.total.pagu).toBeNull();
    const benar = susun(
      ['5.01.02'],
      [{ ...pagu('5.01.02', '100'), tingkat: 'program' }, pagu('5', '90'), pagu('5.1', '90')],
    );
    expect(benar.total.pagu).toBe('100');
    expect(benar.simpul.map((x) => [x.kode, x.tingkat, x.pagu])).toEqual([
      ['5', 'urusan', '100'],
      ['5.01', 'bidang', '100'],
      ['5.01.02', 'program', '100'],
      ['5', 'belanja', '90'],
      ['5.1', 'belanja', '90'],
    ]);
  });

  it('memakai akun 5 sebagai jumlah hanya bila tidak ada program', () =>
    expect(susun([], [pagu('5', '90'), pagu('5.1', '90')]).total.pagu).toBe('90'));
});

describe('tahun bersanding', () => {
  it('satu baris untuk setiap kode, dengan alasan di mana tidak ada angkanya', () => {
    const lalu = susun(['2.07.03'], [pagu('2.07.03', '100')]);
    const kini = susun(['2.07.03', '2.07.04'], [pagu('2.07.03', '110')]);
    const baris = sandingkan(
      [
        { tahun: 2021, susunan: null, alasan: 'BELUM_ADA_ANGGARAN' },
        { tahun: 2022, susunan: lalu, alasan: null },
        { tahun: 2023, susunan: kini, alasan: null },
      ],
      2023,
    );
    expect(baris.map((b) => [b.kode, ...b.tahun.map((t) => t.pagu ?? t.alasan)])).toEqual([
      ['2', 'BELUM_ADA_ANGGARAN', '100', 'BAGIAN_BELUM_LENGKAP'],
      ['2.07', 'BELUM_ADA_ANGGARAN', '100', 'BAGIAN_BELUM_LENGKAP'],
      ['2.07.03', 'BELUM_ADA_ANGGARAN', '100', '110'],
      ['2.07.04', 'BELUM_ADA_ANGGARAN', 'TIDAK_ADA_TAHUN_ITU', 'BELUM_ADA_PAGU'],
    ]);
  });
});
