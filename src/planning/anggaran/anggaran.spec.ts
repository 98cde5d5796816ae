import { given } from '../../../test/support/given.js';
import { dicatat } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import {
  dokumenDitetapkan,
  dpa,
  geserPagu,
  paguDigeser,
  paguDitetapkan,
  tetapkanDokumen,
  tetapkanPagu,
} from './anggaran.contoh.js';
import { type AnggaranEvent, anggaran, paguBerlaku, tanggalDpa } from './anggaran.decider.js';
import { barisDikenal } from './kode.decider.js';

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
    ['2.07.03.2.01.0001/5.1.02', 'belanja'],
    ['X.XX.01/5', 'belanja'],
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
    ['2.07.03.2.01.0001/4.1', 'belanja'],
    ['2.07.03.2.01.0001/5.1.02', 'sub-kegiatan'],
  ] as const)('menolak %s sebagai %s', (kode, tingkat) =>
    given(anggaran)
      .when({ ...tetapkanPagu, kode, tingkat })
      .ditolak('ANGGARAN_TIDAK_DIKENAL'),
  );
});

describe('GeserPagu', () => {
  it('menggeser pagu dengan menyebut pagu yang digantikannya di rantai', () =>
    given(anggaran, paguDitetapkan()).when(geserPagu).then(paguDigeser()));
  it('tidak berubah bila diulang', () =>
    given(anggaran, paguDitetapkan(), paguDigeser()).when(geserPagu).then());
  it('membetulkan pergeseran yang masih terakhir', () =>
    given(anggaran, paguDitetapkan(), paguDigeser())
      .when({ ...geserPagu, pagu: '530000000' })
      .then(paguDigeser({ pagu: '530000000', sebelum: '520000000' })));
  it('melanjutkan nomor setelah perubahan, dan menempatkannya sesudah perubahan', () =>
    given(anggaran, paguDitetapkan(), paguDigeser(), perubahanDitetapkan)
      .when({ ...geserPagu, nomor: 2 })
      .then(paguDigeser({ nomor: 2, setelahPerubahan: true, sebelum: '600000000' })));
  it('melanjutkan sesudah pergeseran kertas yang mendahului catatan perubahannya', () =>
    given(anggaran, paguDitetapkan(), paguDigeser({ setelahPerubahan: true, ...dicatat }))
      .when({ ...geserPagu, nomor: 2, pagu: '530000000' })
      .then(paguDigeser({ nomor: 2, setelahPerubahan: true, pagu: '530000000', sebelum: '520000000' })));
  it.each([0, -1, 1.5, 2, 100])('menolak nomor %s sebagai pergeseran pertama', (nomor) =>
    given(anggaran, paguDitetapkan())
      .when({ ...geserPagu, nomor })
      .ditolak('PERGESERAN_TIDAK_URUT'),
  );
  it('menolak kode tanpa pagu murni selama DPA belum ditetapkan, dan menerimanya sesudah itu', () => {
    const baru = { kode: '2.07.04' } as const;
    given(anggaran, paguDitetapkan())
      .when({ ...geserPagu, ...baru })
      .ditolak('MURNI_BELUM_DITETAPKAN');
    given(anggaran, paguDitetapkan(), dokumenDitetapkan())
      .when({ ...geserPagu, ...baru })
      .then(paguDigeser({ ...baru, sebelum: null }));
  });
  it.each([
    ['kode yang tidak dikenal', { kodeDikenal: false }, 'ANGGARAN_TIDAK_DIKENAL'],
    ['rupiah negatif', { pagu: '-1' }, 'RUPIAH_TIDAK_SAH'],
    ['kertas dengan pagu lain', { pagu: '1', ...dicatat }, 'SUDAH_ADA_BERBEDA'],
    [
      'kertas yang menaruh pergeseran itu di sisi lain perubahan',
      { setelahPerubahan: true, ...dicatat },
      'PERGESERAN_TIDAK_URUT',
    ],
  ] as const)('menolak %s', (_, isi, kode) =>
    given(anggaran, paguDitetapkan(), paguDigeser())
      .when({ ...geserPagu, ...isi })
      .ditolak(kode),
  );
  it('menolak mengubah pergeseran yang sudah ada tahap sesudahnya', () => {
    given(anggaran, paguDitetapkan(), paguDigeser(), perubahanDitetapkan)
      .when({ ...geserPagu, pagu: '1' })
      .ditolak('TAHAP_ANGGARAN_DITUTUP');
    given(anggaran, paguDitetapkan(), paguDigeser(), paguDigeser({ nomor: 2 }))
      .when({ ...geserPagu, pagu: '1' })
      .ditolak('TAHAP_ANGGARAN_DITUTUP');
  });
  it('menolak mengubah murni setelah pergeseran menyebut kode itu', () =>
    given(anggaran, paguDitetapkan(), paguDigeser())
      .when({ ...tetapkanPagu, pagu: '1' })
      .ditolak('MURNI_SUDAH_DITETAPKAN'));
  it('mengambil dari kertas pergeseran yang terlewat, di sisi perubahan yang disebutnya', () => {
    const terlewat = { ...geserPagu, ...dicatat };
    given(anggaran, paguDitetapkan(), perubahanDitetapkan)
      .when({ ...terlewat, setelahPerubahan: false })
      .then(paguDigeser({ ...dicatat }));
    given(anggaran, paguDitetapkan(), paguDigeser({ nomor: 2 }), perubahanDitetapkan)
      .when(terlewat)
      .then(paguDigeser({ ...dicatat }));
  });
  it('menolak dari kertas nomor di depan perubahan yang lebih besar daripada nomor di belakangnya', () =>
    given(anggaran, paguDitetapkan(), paguDigeser({ nomor: 2, setelahPerubahan: true }))
      .when({ ...geserPagu, nomor: 3, setelahPerubahan: false, ...dicatat })
      .ditolak('PERGESERAN_TIDAK_URUT'));
});

describe('TetapkanDokumen', () => {
  it('menetapkan DPA dengan aktanya', () =>
    given(anggaran, paguDitetapkan()).when(tetapkanDokumen).then(dokumenDitetapkan()));
  it('tidak berubah bila diulang', () =>
    given(anggaran, paguDitetapkan(), dokumenDitetapkan()).when(tetapkanDokumen).then());
  it('membetulkan akta dengan menyebut yang lama', () => {
    const akta = { ...dpa, nomor: '900/13/BKD/2023' };
    given(anggaran, paguDitetapkan(), dokumenDitetapkan())
      .when({ ...tetapkanDokumen, akta })
      .then(dokumenDitetapkan({ akta, sebelum: dpa }));
    given(anggaran, paguDitetapkan(), dokumenDitetapkan())
      .when({ ...tetapkanDokumen, akta, ...dicatat })
      .ditolak('SUDAH_ADA_BERBEDA');
  });
  it('menetapkan pergeseran menurut nomornya', () =>
    given(anggaran, paguDitetapkan(), paguDigeser())
      .when({ ...tetapkanDokumen, jenis: 'pergeseran', nomor: 1 })
      .then(dokumenDitetapkan({ jenis: 'pergeseran', nomor: 1 })));
  it('menolak tahap tanpa pagu, kecuali dari kertas', () => {
    given(anggaran).when(tetapkanDokumen).ditolak('TAHAP_TANPA_PAGU');
    given(anggaran)
      .when({ ...tetapkanDokumen, ...dicatat })
      .then(dokumenDitetapkan({ ...dicatat }));
  });
  it.each([
    ['tanggal yang tidak ada', { akta: { ...dpa, tanggal: '2023-02-30' } }, 'TANGGAL_TIDAK_SAH'],
    ['nomor pada dokumen murni', { nomor: 1 }, 'PERGESERAN_TIDAK_URUT'],
    ['pergeseran yang dilompati', { jenis: 'pergeseran', nomor: 2 }, 'PERGESERAN_TIDAK_URUT'],
  ] as const)('menolak %s', (_, isi, kode) =>
    given(anggaran, paguDitetapkan())
      .when({ ...tetapkanDokumen, ...isi })
      .ditolak(kode),
  );
  it('menutup tahap itu dan tahap sebelumnya bagi perubahan di Amanah, tidak bagi kertas', () => {
    const digeser = [paguDitetapkan(), paguDigeser(), dokumenDitetapkan({ jenis: 'pergeseran', nomor: 1 })];
    const lain = { kode: '2.07.04' } as const;
    given(anggaran, ...digeser)
      .when({ ...tetapkanPagu, ...lain })
      .ditolak('TAHAP_ANGGARAN_DITUTUP');
    given(anggaran, ...digeser)
      .when({ ...geserPagu, pagu: '1' })
      .ditolak('TAHAP_ANGGARAN_DITUTUP');
    given(anggaran, ...digeser)
      .when({ ...tetapkanPagu, ...lain, ...dicatat })
      .then(paguDitetapkan({ ...lain, ...dicatat }));
  });
  it('memberi tanggal DPA, yang memulai waktu PK', () => {
    const pada = (...events: AnggaranEvent[]) => tanggalDpa(lipat(events));
    expect(pada(paguDitetapkan())).toBeNull();
    expect(pada(paguDitetapkan(), dokumenDitetapkan({ jenis: 'perubahan' }))).toBeNull();
    expect(pada(paguDitetapkan(), dokumenDitetapkan(), paguDigeser())).toBe('2023-01-02');
  });
});

const lipat = (events: readonly AnggaranEvent[]) =>
  events.reduce((s, e, i) => anggaran.evolve(s, e, i), anggaran.initial);

describe('paguBerlaku', () => {
  const pagu = (...events: AnggaranEvent[]) => paguBerlaku(lipat(events), '2.07.03');
  const murni = paguDitetapkan();
  it('tidak ada sebelum ditetapkan', () => expect(pagu()).toBeNull());
  it('adalah pagu tahap terakhir, menurut rantai dan bukan menurut waktu mencatat', () => {
    expect(pagu(murni)).toBe('516543100');
    expect(pagu(murni, paguDigeser())).toBe('520000000');
    expect(pagu(murni, perubahanDitetapkan)).toBe('600000000');
    expect(pagu(murni, perubahanDitetapkan, paguDigeser())).toBe('600000000');
    expect(pagu(murni, perubahanDitetapkan, paguDigeser({ nomor: 1, setelahPerubahan: true }))).toBe(
      '520000000',
    );
  });
});

describe('barisDikenal', () => {
  const pohon = new Map([
    ['2.07.03', { tingkat: 'program' }],
    ['2.07.03.2.01.0001', { tingkat: 'sub-kegiatan' }],
  ] as const);
  it.each([
    ['2.07.03', 'program', true],
    ['5.1.02', 'belanja', true],
    ['2.07.03.2.01.0001/5.1.02', 'belanja', true],
    ['2.07.03/5.1.02', 'belanja', false],
    ['2.07.04.2.01.0001/5.1.02', 'belanja', false],
    ['2.07.04', 'belanja', false],
  ] as const)('%s: %s, dikenal %s', (kode, tingkat, kodeDikenal) =>
    expect(barisDikenal(pohon, kode)).toEqual({ tingkat, kodeDikenal }),
  );
});
