import { given } from '../../../test/support/given.js';
import { opdDidaftarkan } from '../opd/opd.contoh.js';
import { opd } from '../opd/opd.decider.js';
import { dicatat, elektronik } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import { berlakuPada, type DasarHukumEvent, type IsiDasarHukum } from './dasar-hukum.decider.js';
import { pemdaDidaftarkan } from './pemda.contoh.js';
import { pemda } from './pemda.decider.js';

const isi: IsiDasarHukum = {
  jenis: 'Peraturan Daerah',
  nomor: '3 Tahun 2022',
  tanggal: '2022-03-01',
  tentang: 'Susunan perangkat daerah',
  mulaiBerlaku: '2022-04-01',
};
const catat = { type: 'CatatDasarHukum', kode: 'perda-3-2022', ...isi, ...elektronik } as const;
const tercatat = (
  ganti: Partial<Extract<DasarHukumEvent, { type: 'DasarHukumDicatat' }>['data']> = {},
): DasarHukumEvent => ({
  type: 'DasarHukumDicatat',
  data: { kode: 'perda-3-2022', ...isi, sebelum: null, ...elektronik, ...ganti },
});
const cabut = {
  type: 'CabutDasarHukum',
  kode: 'perda-3-2022',
  tanggal: '2025-01-01',
  pengganti: null,
  alasan: 'Diganti',
  ...elektronik,
} as const;
const dicabut: DasarHukumEvent = {
  type: 'DasarHukumDicabut',
  data: {
    kode: 'perda-3-2022',
    tanggal: '2025-01-01',
    pengganti: null,
    alasan: 'Diganti',
    sebelum: null,
    ...elektronik,
  },
};
const ada = (...events: DasarHukumEvent[]) => given(pemda, pemdaDidaftarkan, ...events);

describe('CatatDasarHukum', () => {
  it('mencatat dasar hukum pemda, dan dasar hukum satu OPD', () => {
    ada().when(catat).then(tercatat());
    given(opd, opdDidaftarkan).when(catat).then(tercatat());
  });
  it('tidak berubah bila diulang', () => ada(tercatat()).when(catat).then());
  it('membetulkan dengan menyebut yang lama, kecuali dari kertas', () => {
    const betul = { ...catat, tentang: 'Perangkat daerah' };
    ada(tercatat())
      .when(betul)
      .then(tercatat({ tentang: 'Perangkat daerah', sebelum: isi }));
    ada(tercatat())
      .when({ ...betul, ...dicatat })
      .ditolak('SUDAH_ADA_BERBEDA');
  });
  it('tetap dicabut setelah dibetulkan', () => {
    const events = [tercatat(), dicabut, tercatat({ tentang: 'Lain', sebelum: isi })];
    const { dasarHukum } = events.reduce((s, e, i) => pemda.evolve(s, e, i), pemda.initial);
    expect(dasarHukum).toMatchObject([{ tentang: 'Lain', dicabut: { tanggal: '2025-01-01' } }]);
  });
  it('menolak tanggal yang tidak ada, dan mulai berlaku sesudah dicabut', () => {
    ada()
      .when({ ...catat, mulaiBerlaku: '2022-02-30' })
      .ditolak('TANGGAL_TIDAK_SAH');
    ada(tercatat(), dicabut)
      .when({ ...catat, mulaiBerlaku: '2025-01-01' })
      .ditolak('TANGGAL_TIDAK_SAH');
  });
  it('menolak pemda yang belum terdaftar', () => given(pemda).when(catat).ditolak('PEMDA_BELUM_TERDAFTAR'));
});

describe('CabutDasarHukum', () => {
  it('mencatat sejak kapan tidak berlaku', () => ada(tercatat()).when(cabut).then(dicabut));
  it('tidak berubah bila diulang', () => ada(tercatat(), dicabut).when(cabut).then());
  it('menolak yang belum tercatat, juga sebagai pengganti', () => {
    ada().when(cabut).ditolak('DASAR_HUKUM_TIDAK_DIKENAL');
    ada(tercatat())
      .when({ ...cabut, pengganti: 'perda-9-2024' })
      .ditolak('DASAR_HUKUM_TIDAK_DIKENAL');
  });
  it('menolak dicabut sebelum berlaku, atau diganti dirinya sendiri', () => {
    ada(tercatat())
      .when({ ...cabut, tanggal: '2022-04-01' })
      .ditolak('DASAR_HUKUM_TIDAK_DAPAT_DICABUT');
    ada(tercatat())
      .when({ ...cabut, pengganti: 'perda-3-2022' })
      .ditolak('DASAR_HUKUM_TIDAK_DAPAT_DICABUT');
  });
  it('mengganti tanggalnya dengan menyebut yang lama, kecuali dari kertas', () => {
    const lain = { ...cabut, tanggal: '2025-02-01' };
    const sebelum = { tanggal: '2025-01-01', pengganti: null };
    ada(tercatat(), dicabut)
      .when(lain)
      .then({
        type: 'DasarHukumDicabut',
        data: { ...dicabut.data, tanggal: '2025-02-01', sebelum },
      } as DasarHukumEvent);
    ada(tercatat(), dicabut)
      .when({ ...lain, ...dicatat })
      .ditolak('SUDAH_ADA_BERBEDA');
  });
  it('kertas melengkapi penggantinya, dan tidak menghapusnya', () => {
    const penerus = tercatat({ kode: 'perda-9-2024', mulaiBerlaku: '2025-01-01' });
    const sebelum = { tanggal: '2025-01-01', pengganti: null };
    const lengkap = {
      type: 'DasarHukumDicabut',
      data: { ...dicabut.data, pengganti: 'perda-9-2024', sebelum, ...dicatat },
    } as DasarHukumEvent;
    const menyebut = { ...cabut, pengganti: 'perda-9-2024', ...dicatat };
    ada(tercatat(), dicabut, penerus).when(menyebut).then(lengkap);
    ada(tercatat(), dicabut, penerus, lengkap)
      .when({ ...cabut, ...dicatat })
      .then();
  });
  it('menolak tanpa alasan', () =>
    ada(tercatat())
      .when({ ...cabut, alasan: '' })
      .ditolak('ALASAN_WAJIB'));
});

it.each([
  ['2022-03-31', 0],
  ['2022-04-01', 1],
  ['2024-12-31', 1],
  ['2025-01-01', 0],
])('pada %s berlaku %i dasar hukum', (tanggal, banyak) => {
  const { dasarHukum } = [tercatat(), dicabut].reduce((s, e, i) => pemda.evolve(s, e, i), pemda.initial);
  expect(berlakuPada(dasarHukum, tanggal)).toHaveLength(banyak);
});
