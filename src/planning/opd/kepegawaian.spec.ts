import { given } from '../../../test/support/given.js';
import { dicatat, elektronik } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import { kepegawaianPada, type Rincian, type TabelKepegawaian } from './kepegawaian.decider.js';
import { opdDidaftarkan } from './opd.contoh.js';
import { type OpdEvent, opd } from './opd.decider.js';

const rincian: Rincian = [
  { kelompok: 'IV', jumlah: 12 },
  { kelompok: 'III', jumlah: 41 },
];
const tabel = { tanggal: '2023-12-31', dimensi: 'golongan', rincian } as const;
const catat = { type: 'CatatKepegawaian', ...tabel, ...elektronik } as const;
const dicatatkan = (sebelum: Rincian | null = null, baru: Rincian = rincian): OpdEvent => ({
  type: 'KepegawaianDicatat',
  data: { ...tabel, rincian: baru, sebelum, ...elektronik },
});

describe('CatatKepegawaian', () => {
  it('mencatat jumlah pegawai menurut golongan', () =>
    given(opd, opdDidaftarkan).when(catat).then(dicatatkan()));
  it('tidak berubah bila diulang', () => given(opd, opdDidaftarkan, dicatatkan()).when(catat).then());
  it('mengganti hitungan tanggal itu dengan menyebut yang lama, kecuali dari kertas', () => {
    const lain: Rincian = [{ kelompok: 'IV', jumlah: 13 }];
    const ganti = { ...catat, rincian: lain };
    given(opd, opdDidaftarkan, dicatatkan()).when(ganti).then(dicatatkan(rincian, lain));
    given(opd, opdDidaftarkan, dicatatkan())
      .when({ ...ganti, ...dicatat })
      .ditolak('SUDAH_ADA_BERBEDA');
  });
  it('menerima nol: kelompok yang dihitung dan kosong', () => {
    const nol: Rincian = [{ kelompok: 'I', jumlah: 0 }];
    given(opd, opdDidaftarkan)
      .when({ ...catat, rincian: nol })
      .then(dicatatkan(null, nol));
  });
  it.each<[string, Rincian]>([
    ['tanpa kelompok', []],
    ['kelompok yang disebut dua kali', [...rincian, { kelompok: 'IV ', jumlah: 1 }]],
    ['jumlah negatif', [{ kelompok: 'IV', jumlah: -1 }]],
    ['jumlah pecahan', [{ kelompok: 'IV', jumlah: 1.5 }]],
  ])('menolak %s', (_, salah) =>
    given(opd, opdDidaftarkan)
      .when({ ...catat, rincian: salah })
      .ditolak('KEPEGAWAIAN_TIDAK_SAH'),
  );
  it('menolak NIP sebagai kelompok', () =>
    given(opd, opdDidaftarkan)
      .when({ ...catat, rincian: [{ kelompok: '197001011995031001', jumlah: 1 }] })
      .ditolak('TEKS_MEMUAT_DATA_PRIBADI'));
  it('menolak OPD yang belum terdaftar', () => given(opd).when(catat).ditolak('OPD_BELUM_TERDAFTAR'));
});

it('menjawab hitungan terbaru tiap pembagian sampai tanggal itu, tanpa yang belum pernah dihitung', () => {
  const pada = (tanggal: string, dimensi: TabelKepegawaian['dimensi']) => ({ tanggal, dimensi, rincian });
  const semua = [
    pada('2023-12-31', 'golongan'),
    pada('2022-12-31', 'golongan'),
    pada('2023-12-31', 'eselon'),
  ];
  expect(kepegawaianPada(semua, '2022-12-30')).toEqual([]);
  expect(kepegawaianPada(semua, '2023-06-30')).toEqual([pada('2022-12-31', 'golongan')]);
  expect(kepegawaianPada(semua, '2024-01-01')).toEqual([
    pada('2023-12-31', 'eselon'),
    pada('2023-12-31', 'golongan'),
  ]);
});
