import { aktaSah } from './akta.js';
import { Penolakan } from './penolakan.js';

const akta = {
  jenis: 'Keputusan Wali Kota',
  nomor: '188.45/123/2023',
  tanggal: '2023-01-31',
  pejabat: 'Wali Kota',
};

it('menerima keputusan bernomor, bertanggal, dan berpejabat', () => expect(aktaSah(akta)).toEqual(akta));
it.each([
  ['tanggal yang tidak ada di kalender', { tanggal: '2023-02-30' }, 'TANGGAL_TIDAK_SAH'],
  ['nomor kosong', { nomor: ' ' }, 'TEKS_TIDAK_SAH'],
  ['nomor yang memuat NIP', { nomor: '198001012005011001' }, 'TEKS_MEMUAT_DATA_PRIBADI'],
  ['jenis yang terlalu panjang', { jenis: 'x'.repeat(201) }, 'TEKS_TERLALU_PANJANG'],
])('menolak %s', (_, ganti, kode) =>
  expect(() => aktaSah({ ...akta, ...ganti })).toThrow(expect.objectContaining({ kode }) as Penolakan),
);
