import { given } from '../../../test/support/given.js';
import { definisi } from '../pengukuran/pengukuran.contoh.js';
import { catat, tercatat } from './pembanding.contoh.js';
import { barisPembanding, type PembandingEvent, pembanding } from './pembanding.decider.js';

const diberi = (...events: PembandingEvent[]) => given(pembanding, ...events);
const berisi = (data: Partial<PembandingEvent['data']>): PembandingEvent => ({
  ...tercatat,
  data: { ...tercatat.data, ...data },
});

describe('Catat', () => {
  it('mencatat angka wilayah lain', () => diberi().when(catat).then(tercatat));
  it.each(['94.14', '94.140'])('tidak berubah bila %s terkirim lagi', (nilai) =>
    diberi(tercatat)
      .when({ ...catat, nilai })
      .then(),
  );
  it('mengenali wilayah yang sama walau tertulis dengan spasi di tepinya', () =>
    diberi(tercatat)
      .when({ ...catat, wilayah: ' Indonesia ' })
      .then());
  it('tidak menghapus sumber yang tidak disebut lagi', () =>
    diberi(tercatat)
      .when({ ...catat, sumber: null })
      .then());
  it('mencatat angka baru bersama angka sebelumnya', () =>
    diberi(tercatat)
      .when({ ...catat, nilai: '94.20' })
      .then(berisi({ nilai: '94.20', sebelum: '94.14' })));
  it('mencatat sumber baru untuk angka yang sama', () =>
    diberi(tercatat)
      .when({ ...catat, sumber: 'BPS 2023' })
      .then(berisi({ sumber: 'BPS 2023', sebelum: '94.14' })));
  it.each([
    ['tingkat lain', { tingkat: 'provinsi' as const }],
    ['wilayah lain', { wilayah: 'Kalimantan Barat' }],
    ['wilayah yang tidak disebut', { wilayah: null }],
    ['tahun lain', { tahun: 2021 }],
  ])('memisahkan %s', (_, lain) =>
    diberi(tercatat)
      .when({ ...catat, ...lain, nilai: '90' })
      .then(berisi({ ...lain, nilai: '90' })),
  );
  it('menolak indikator yang tidak dikenal', () =>
    diberi()
      .when({ ...catat, definisi: null })
      .ditolak('INDIKATOR_TIDAK_DIKENAL'));
  it('menolak nilai yang bukan desimal', () =>
    diberi()
      .when({ ...catat, nilai: '94,14' })
      .ditolak('NILAI_TIDAK_SAH'));
  it('menerima satu angka, bukan rentang, untuk indikator rentang', () => {
    const rentang = definisi('IKU-1', { polaritas: 'rentang' });
    diberi()
      .when({ ...catat, definisi: rentang })
      .then(tercatat);
    diberi()
      .when({ ...catat, definisi: rentang, nilai: '1..2' })
      .ditolak('NILAI_TIDAK_SAH');
  });
  it('menolak tahun di luar batas', () =>
    diberi()
      .when({ ...catat, tahun: 1999 })
      .ditolak('TAHUN_TIDAK_SAH'));
  it('menolak sumber yang memuat alamat surel', () =>
    diberi()
      .when({ ...catat, sumber: 'data@bps.go.id' })
      .ditolak('TEKS_MEMUAT_DATA_PRIBADI'));
});

describe('dicatat dari laporan kertas', () => {
  it('tidak mengubah angka yang sama', () =>
    diberi(tercatat)
      .when({ ...catat, cara: 'dicatat' })
      .then());
  it.each([
    ['angka lain', { nilai: '94.20' }],
    ['sumber lain', { sumber: 'BPS 2023' }],
  ])('menolak %s untuk yang sudah tercatat', (_, lain) =>
    diberi(tercatat)
      .when({ ...catat, ...lain, cara: 'dicatat' })
      .ditolak('SUDAH_ADA_BERBEDA'),
  );
});

it('revisi adalah milik satu pembanding', () => {
  const s = pembanding.evolve(pembanding.initial, tercatat, 7);
  expect(pembanding.revisi?.(catat, s)).toBe(7);
  expect(pembanding.revisi?.({ ...catat, tahun: 2021 }, s)).toBe(-1);
  expect(barisPembanding(s, { ...catat, wilayah: ' Indonesia ' })).toMatchObject({
    nilai: '94.14',
    sumber: 'BPS 2022',
    rev: 7,
  });
});
