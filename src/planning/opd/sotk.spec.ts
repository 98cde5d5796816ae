import { given } from '../../../test/support/given.js';
import { dicatat, elektronik } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import {
  isiBidang,
  isiSotk,
  opdDidaftarkan,
  sotkDisusun,
  sotkDitetapkan,
  susunSotk,
  tetapkanBidang,
  unitDitetapkan,
} from './opd.contoh.js';
import { type OpdEvent, opd } from './opd.decider.js';
import { sotkPada } from './sotk.decider.js';

const terdaftar = (...events: OpdEvent[]) => given(opd, opdDidaftarkan, ...events);
const draf = (...events: OpdEvent[]) => terdaftar(sotkDisusun(), ...events);
const baru = { ...susunSotk, mulai: '2025-01-01' };

describe('SusunSotk', () => {
  it('memulai versi pertama', () => terdaftar().when(susunSotk).then(sotkDisusun()));
  it('tidak berubah bila diulang, juga setelah ditetapkan', () => {
    draf().when(susunSotk).then();
    draf(sotkDitetapkan()).when(susunSotk).then();
  });
  it('mengubah pokok draf dengan menyebut yang lama', () =>
    draf()
      .when({ ...susunSotk, sejarah: 'Berdiri tahun 1960' })
      .then(sotkDisusun({ sejarah: 'Berdiri tahun 1960', sebelum: isiSotk })));
  it('memulai versi berikut setelah yang pertama ditetapkan', () =>
    draf(sotkDitetapkan())
      .when(baru)
      .then(sotkDisusun({ versi: 2, mulai: '2025-01-01' })));
  it('menyalin unit dari versi yang berlaku pada tanggal mulai, bila diminta', () => {
    const lengkap = draf(unitDitetapkan(), sotkDitetapkan());
    const kedua = sotkDisusun({ versi: 2, mulai: '2025-01-01' });
    lengkap.when({ ...baru, salinUnit: true }).then(kedua, unitDitetapkan({ versi: 2 }));
    lengkap
      .when({ ...susunSotk, mulai: '2020-01-01', salinUnit: true })
      .then(sotkDisusun({ versi: 2, mulai: '2020-01-01' }));
  });
  it('menolak isi lain bagi tanggal yang sudah ditetapkan', () =>
    draf(sotkDitetapkan())
      .when({ ...susunSotk, tugasPokok: 'Lain' })
      .ditolak('SOTK_SUDAH_DITETAPKAN'));
  it('melengkapi dari kertas yang belum diketahui, dan menolak yang berbeda', () => {
    draf()
      .when({ ...susunSotk, sejarah: 'Berdiri tahun 1960', fungsi: [], ...dicatat })
      .then(sotkDisusun({ sejarah: 'Berdiri tahun 1960', sebelum: isiSotk, ...dicatat }));
    draf()
      .when({ ...baru, ...dicatat })
      .ditolak('SUDAH_ADA_BERBEDA');
  });
  it('menolak pendahulu yang tidak terdaftar, kecuali dari kertas', () => {
    const asing = { ...susunSotk, takDikenal: ['dpmptsp'] };
    terdaftar().when(asing).ditolak('OPD_TIDAK_DIKENAL');
    terdaftar()
      .when({ ...asing, ...dicatat })
      .then(sotkDisusun(dicatat));
  });
  it('menolak dirinya sendiri sebagai pendahulu, juga dari kertas', () =>
    terdaftar()
      .when({ ...susunSotk, pendahulu: ['disnaker'], ...dicatat })
      .ditolak('OPD_TIDAK_DIKENAL'));
  it.each([
    ['tanggal yang tidak ada', { mulai: '2022-02-30' }, 'TANGGAL_TIDAK_SAH'],
    ['tanpa tugas pokok', { tugasPokok: ' ' }, 'TEKS_TIDAK_SAH'],
    ['terlalu banyak fungsi', { fungsi: Array.from({ length: 31 }, () => 'Fungsi') }, 'TERLALU_BANYAK'],
    ['pendahulu berkode rusak', { pendahulu: ['a.b'] }, 'KODE_TIDAK_SAH'],
  ] as const)('menolak %s', (_, ganti, kode) =>
    terdaftar()
      .when({
        ...susunSotk,
        ...ganti,
        fungsi: 'fungsi' in ganti ? [...ganti.fungsi] : [],
        pendahulu: 'pendahulu' in ganti ? [...ganti.pendahulu] : [],
      })
      .ditolak(kode),
  );
  it('menolak OPD yang belum terdaftar', () => given(opd).when(susunSotk).ditolak('OPD_BELUM_TERDAFTAR'));
});

describe('TetapkanUnitSotk', () => {
  const seksi = { ...tetapkanBidang, kode: 'seksi', nama: 'Seksi', induk: 'bidang-penta' };
  const seksiDitetapkan = unitDitetapkan({ kode: 'seksi', nama: 'Seksi', induk: 'bidang-penta' });
  it('menambah unit', () => draf().when(tetapkanBidang).then(unitDitetapkan()));
  it('tidak berubah bila diulang, juga setelah ditetapkan', () => {
    draf(unitDitetapkan()).when(tetapkanBidang).then();
    draf(unitDitetapkan(), sotkDitetapkan()).when(tetapkanBidang).then();
  });
  it('mengubah unit dengan menyebut yang lama', () =>
    draf(unitDitetapkan())
      .when({ ...tetapkanBidang, nama: 'Bidang Baru' })
      .then(unitDitetapkan({ nama: 'Bidang Baru', sebelum: isiBidang })));
  it('menggantungkan unit pada unit lain', () => draf(unitDitetapkan()).when(seksi).then(seksiDitetapkan));
  it('menolak induk yang tidak ada', () => draf().when(seksi).ditolak('UNIT_TIDAK_DIKENAL'));
  it('menolak unit di bawah dirinya sendiri, langsung atau lewat bawahannya', () => {
    draf(unitDitetapkan())
      .when({ ...tetapkanBidang, induk: 'bidang-penta' })
      .ditolak('UNIT_BERPUTAR');
    draf(unitDitetapkan(), seksiDitetapkan)
      .when({ ...tetapkanBidang, induk: 'seksi' })
      .ditolak('UNIT_BERPUTAR');
  });
  it('menolak perubahan atas SOTK yang sudah ditetapkan', () =>
    draf(sotkDitetapkan()).when(tetapkanBidang).ditolak('SOTK_SUDAH_DITETAPKAN'));
  it('menolak versi yang belum disusun', () =>
    terdaftar().when(tetapkanBidang).ditolak('SOTK_BELUM_DISUSUN'));
  it('tidak berubah bila kertas hanya tidak menyebut sebagian, juga setelah ditetapkan', () => {
    const sebagian = { ...tetapkanBidang, tugasPokok: null, fungsi: [], ...dicatat };
    draf(unitDitetapkan()).when(sebagian).then();
    draf(unitDitetapkan(), sotkDitetapkan()).when(sebagian).then();
  });
  it('tidak mengganti dari kertas', () =>
    draf(unitDitetapkan())
      .when({ ...tetapkanBidang, nama: 'Bidang Baru', ...dicatat })
      .ditolak('SUDAH_ADA_BERBEDA'));
});

describe('HapusUnitSotk', () => {
  const hapus = {
    type: 'HapusUnitSotk',
    versi: 1,
    kode: 'bidang-penta',
    alasan: 'digabung',
    ...elektronik,
  } as const;
  const dihapus: OpdEvent = {
    type: 'UnitSotkDihapus',
    data: { versi: 1, kode: 'bidang-penta', alasan: 'digabung', ...elektronik },
  };
  it('menghapus unit dari draf', () => draf(unitDitetapkan()).when(hapus).then(dihapus));
  it('menolak pengulangan: unitnya tidak ada lagi', () =>
    draf(unitDitetapkan(), dihapus).when(hapus).ditolak('UNIT_TIDAK_DIKENAL'));
  it('menolak unit yang mempunyai bawahan', () =>
    draf(unitDitetapkan(), unitDitetapkan({ kode: 'seksi', induk: 'bidang-penta' }))
      .when(hapus)
      .ditolak('UNIT_PUNYA_BAWAHAN'));
  it('menolak tanpa alasan, dan setelah ditetapkan', () => {
    draf(unitDitetapkan())
      .when({ ...hapus, alasan: '' })
      .ditolak('ALASAN_WAJIB');
    draf(unitDitetapkan(), sotkDitetapkan()).when(hapus).ditolak('SOTK_SUDAH_DITETAPKAN');
  });
});

describe('TetapkanSotk', () => {
  const tetapkan = { type: 'TetapkanSotk', versi: 1, ...elektronik } as const;
  it('menetapkan draf', () => draf().when(tetapkan).then(sotkDitetapkan()));
  it('tidak berubah bila diulang', () => draf(sotkDitetapkan()).when(tetapkan).then());
  it('menolak versi yang belum disusun', () => terdaftar().when(tetapkan).ditolak('SOTK_BELUM_DISUSUN'));
});

describe('sotkPada', () => {
  const { sotk } = [
    opdDidaftarkan,
    sotkDisusun({ mulai: '2022-01-01' }),
    sotkDitetapkan(),
    sotkDisusun({ versi: 2, mulai: '2017-01-01' }),
    sotkDitetapkan(2),
    sotkDisusun({ versi: 3, mulai: '2025-01-01' }),
  ].reduce((s, e, i) => opd.evolve(s, e, i), opd.initial);
  it.each([
    ['2016-12-31', undefined],
    ['2017-01-01', 2],
    ['2021-12-31', 2],
    ['2022-01-01', 1],
    ['2025-01-01', 1], // the third is a draft
  ])('pada %s berlaku versi %s', (tanggal, versi) => expect(sotkPada(sotk, tanggal)?.versi).toBe(versi));
});
