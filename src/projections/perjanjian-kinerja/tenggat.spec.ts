import { di, project, rekam } from '../../../test/support/project.js';
import type { DomainEvent } from '../../kernel/decider.js';
import * as pk from '../../planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import type { PkEvent } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import { type BarisPk, kunciLatar, perjanjianKinerjaView } from './perjanjian-kinerja.projection.js';
import { berlakuSejak, hariTerlambat, sebulanSetelah } from './tenggat.js';

it.each([
  ['2023-01-02', '2023-02-02'],
  ['2023-01-31', '2023-02-28'],
  ['2024-01-31', '2024-02-29'],
  ['2023-02-28', '2023-03-28'],
  ['2023-08-31', '2023-09-30'],
  ['2022-12-30', '2023-01-30'],
])('satu bulan setelah %s adalah %s', (dpa, tenggat) => expect(sebulanSetelah(dpa)).toBe(tenggat));

it.each<[string, string | null, string | null | undefined, number | null]>([
  ['belum berlaku, tenggat belum lewat', '2023-02-02', null, 0],
  ['belum berlaku, tenggat lewat', '2023-01-31', null, 1],
  ['berlaku pada tenggatnya', '2023-01-20', '2023-01-20', 0],
  ['berlaku sebelum tenggatnya', '2023-01-20', '2023-01-02', 0],
  ['berlaku tiga hari terlambat: hari ini tidak lagi dihitung', '2023-01-20', '2023-01-23', 3],
  ['berlaku pada hari yang tidak tercatat', '2023-01-20', undefined, null],
  ['DPA belum tercatat', null, null, null],
])('%s', (_, tenggat, berlaku, hari) => expect(hariTerlambat(tenggat, berlaku, '2023-02-01')).toBe(hari));

const KUNCI = '61.71.disnaker.kepala.2023';
const STREAM = `PerjanjianKinerja-${KUNCI}`;
const baris = (...events: PkEvent[]): BarisPk =>
  project(perjanjianKinerjaView, rekam(di(STREAM, ...events))).get(KUNCI) as BarisPk;
const dariKertas = (tanggal: string | null): PkEvent[] =>
  pk.murniBerlaku.map((e) => {
    if (e.type === 'PerjanjianKinerjaDiajukan')
      return { ...e, data: { ...e.data, naskah: { ...e.data.naskah, tanggal } } };
    return 'cara' in e.data ? ({ ...e, data: { ...e.data, cara: 'dicatat' } } as PkEvent) : e;
  });

describe('murni mulai berlaku', () => {
  it('belum, selagi satu tanda tangan belum ada', () =>
    expect(berlakuSejak(baris(pk.pengajuan, pk.ttdKadis), 'WIB')).toBeNull());
  it('pada hari setempat tanda tangan kedua, juga setelah digantikan', () => {
    expect(berlakuSejak(baris(...pk.murniBerlaku), 'WIB')).toBe('2023-01-01');
    expect(berlakuSejak(baris(...pk.perubahanBerlaku), 'WIB')).toBe('2023-01-01');
  });
  it('pada tanggal naskah bila disalin dari kertas', () =>
    expect(berlakuSejak(baris(...dariKertas('2023-01-31')), 'WIB')).toBe('2023-01-31'));
  it('pada hari yang tidak diketahui bila kertas tidak bertanggal', () =>
    expect(berlakuSejak(baris(...dariKertas(null)), 'WIB')).toBeUndefined());
});

it('tampilan mengingat tanggal DPA murni yang terakhir, tanpa menampilkannya di daftar', () => {
  const dokumen = (jenis: string, tanggal: string): DomainEvent => ({
    type: 'DokumenAnggaranDitetapkan',
    data: { jenis, akta: { jenis: 'DPA', nomor: '1', tanggal, pejabat: 'PPKD' } },
  });
  const rows = project(
    perjanjianKinerjaView,
    rekam<DomainEvent>(
      di('Anggaran-61.71.disnaker.2023', dokumen('murni', '2023-01-03'), dokumen('murni', '2023-01-05')),
      di('Anggaran-61.71.disnaker.2023', dokumen('perubahan', '2023-10-09')),
    ),
  );
  const kunci = kunciLatar.dpa('61.71', 'disnaker', 2023);
  const dpa = rows.get(kunci);
  expect(dpa).toEqual({ latar: 'dpa', tanggal: '2023-01-05' });
  expect(dpa && perjanjianKinerjaView.tanda(dpa, kunci)).toEqual([]);
});
