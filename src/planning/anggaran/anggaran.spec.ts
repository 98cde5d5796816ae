import { given } from '../../../test/support/given.js';
import { dicatat } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import { paguDitetapkan, tetapkanPagu } from './anggaran.contoh.js';
import { type AnggaranEvent, anggaran, paguBerlaku } from './anggaran.decider.js';

const paguPerubahan = { ...tetapkanPagu, jenis: 'perubahan', pagu: '600000000' } as const;
const perubahanDitetapkan = paguDitetapkan({ jenis: 'perubahan', pagu: '600000000' });

describe('TetapkanPagu', () => {
  it('menetapkan pagu murni', () => given(anggaran).when(tetapkanPagu).then(paguDitetapkan()));
  it('tidak berubah bila diulang', () => given(anggaran, paguDitetapkan()).when(tetapkanPagu).then());
  it('tidak berubah bila kertas hanya tidak menyebut nama dan sumber dana', () =>
    given(anggaran, paguDitetapkan())
      .when({ ...tetapkanPagu, nama: null, sumberDana: null, ...dicatat })
      .then());
  it('mengganti pagu dengan menyebut yang lama', () =>
    given(anggaran, paguDitetapkan())
      .when({ ...tetapkanPagu, pagu: '500000000' })
      .then(paguDitetapkan({ pagu: '500000000', sebelum: '516543100' })));
  it('menetapkan pagu perubahan setelah murni', () =>
    given(anggaran, paguDitetapkan()).when(paguPerubahan).then(perubahanDitetapkan));
  it('menerima pagu nol dan menulis rupiah tanpa nol di depan', () => {
    given(anggaran)
      .when({ ...tetapkanPagu, pagu: '0' })
      .then(paguDitetapkan({ pagu: '0' }));
    given(anggaran)
      .when({ ...tetapkanPagu, pagu: '007' })
      .then(paguDitetapkan({ pagu: '7' }));
  });
  it.each([
    ['perubahan sebelum murni kode itu', { jenis: 'perubahan', kode: '2.07.04' }, 'MURNI_BELUM_DITETAPKAN'],
    ['kode yang tidak dikenal', { kodeDikenal: false }, 'ANGGARAN_TIDAK_DIKENAL'],
    ['rupiah negatif', { pagu: '-1' }, 'RUPIAH_TIDAK_SAH'],
    ['rupiah berpecahan', { pagu: '1.5' }, 'RUPIAH_TIDAK_SAH'],
    ['kertas dengan pagu lain', { pagu: '1', ...dicatat }, 'SUDAH_ADA_BERBEDA'],
    ['kertas dengan nama lain', { nama: 'Program Lain', ...dicatat }, 'SUDAH_ADA_BERBEDA'],
  ] as const)('menolak %s', (_, isi, kode) =>
    given(anggaran, paguDitetapkan())
      .when({ ...tetapkanPagu, ...isi })
      .ditolak(kode),
  );
  it('menolak perubahan murni setelah ada perubahannya', () =>
    given(anggaran, paguDitetapkan(), perubahanDitetapkan)
      .when({ ...tetapkanPagu, pagu: '1' })
      .ditolak('MURNI_SUDAH_DITETAPKAN'));
  it.each([
    ['2.07.03', 'program'],
    ['2.07.03.2.01', 'kegiatan'],
    ['2.07.03.2.01.01', 'sub-kegiatan'],
    ['2.07.03.2.01.0001', 'sub-kegiatan'],
    ['5.01.02', 'program'],
    ['5', 'belanja'],
    ['5.1', 'belanja'],
    ['5.1.02', 'belanja'],
    ['5.1.02.01.01.0001', 'belanja'],
    ['X.XX.01', 'program'],
  ] as const)('menerima %s sebagai %s', (kode, tingkat) =>
    given(anggaran)
      .when({ ...tetapkanPagu, kode, tingkat })
      .then(paguDitetapkan({ kode, tingkat })),
  );
  it.each([
    ['2.07.03', 'kegiatan'],
    ['2.07.03.2.01', 'sub-kegiatan'],
    ['2.07.03', 'belanja'],
    ['5.1', 'program'],
    ['4.1', 'belanja'],
    ['2.07', 'belanja'],
  ] as const)('menolak %s sebagai %s', (kode, tingkat) =>
    given(anggaran)
      .when({ ...tetapkanPagu, kode, tingkat })
      .ditolak('ANGGARAN_TIDAK_DIKENAL'),
  );
});

describe('paguBerlaku', () => {
  const pagu = (...events: AnggaranEvent[]) =>
    paguBerlaku(
      events.reduce((s, e, i) => anggaran.evolve(s, e, i), anggaran.initial),
      '2.07.03',
    );
  it('tidak ada sebelum ditetapkan', () => expect(pagu()).toBeNull());
  it('adalah murni, lalu perubahannya', () => {
    expect(pagu(paguDitetapkan())).toBe('516543100');
    expect(pagu(paguDitetapkan(), perubahanDitetapkan)).toBe('600000000');
  });
});
