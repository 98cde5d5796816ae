import { given } from '../../../test/support/given.js';
import { dicatat, elektronik, iku } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import {
  dialihkan,
  dihubungkan,
  dilepas,
  diterima,
  iku1,
  ikuProgram,
  indikatorDihapus,
  indikatorDitetapkan,
  naskah,
  perubahanDibatalkan,
  perubahanDimulai,
  perubahanDitetapkan,
  renstraDibatalkan,
  renstraDitetapkan,
  susun,
  tambahTujuan,
  target2023,
  tetapkanIndikator,
  tetapkanTarget,
} from './renstra.contoh.js';
import { type RenstraCommand, type RenstraEvent, renstra } from './renstra.decider.js';
import { definisiIndikator, definisiTerukur } from './renstra.fakta.js';
import { versiTahun } from './versi.decider.js';

const berlaku = [...naskah, dihubungkan, target2023, renstraDitetapkan];
const disusun = [...berlaku, perubahanDimulai];
const target = (
  tahun: number | null,
  nilai: string,
  sebelum: string | null,
  cara: typeof elektronik | typeof dicatat = elektronik,
): RenstraEvent => ({
  type: 'TargetRenstraDitetapkan',
  data: { indikator: 'IKU-1', tahun, target: nilai, sebelum, ...cara },
});
const lipat = (...events: RenstraEvent[]) =>
  events.reduce((r, e, i) => renstra.evolve(r, e, i), renstra.initial);
const targetTahun = (tahun: number, ...events: RenstraEvent[]) =>
  versiTahun(lipat(...events), tahun)
    .indikator.get('IKU-1')
    ?.target.get(tahun);

const mulai = {
  type: 'MulaiPerubahan',
  mulaiBerlaku: 2024,
  alasan: 'Perubahan RPJMD',
  terukur: [],
  ...elektronik,
} as const;
const tetapkan = { type: 'Tetapkan', keputusan: 'Perwa 9/2024', terukur: [], ...elektronik } as const;
const batalkan = { type: 'BatalkanPerubahan', alasan: 'RPJMD tidak jadi diubah', ...elektronik } as const;

describe('MulaiPerubahan', () => {
  it('memulai versi kedua dengan alasan dan tahun berlakunya', () =>
    given(renstra, ...berlaku)
      .when(mulai)
      .then(perubahanDimulai));
  it('tidak berubah bila diulang, menolak perubahan lain selama satu disusun', () => {
    given(renstra, ...disusun)
      .when(mulai)
      .then();
    given(renstra, ...disusun)
      .when({ ...mulai, mulaiBerlaku: 2023 })
      .ditolak('PERUBAHAN_SEDANG_DISUSUN');
  });
  it('menolak Renstra yang belum ditetapkan', () =>
    given(renstra, ...naskah)
      .when(mulai)
      .ditolak('MURNI_BELUM_DITETAPKAN'));
  it.each([
    ['tanpa alasan', { alasan: ' ' }, 'ALASAN_WAJIB'],
    ['tahun setelah masa Renstra', { mulaiBerlaku: 2025 }, 'TAHUN_DI_LUAR_RENSTRA'],
    ['tahun sebelum masa Renstra', { mulaiBerlaku: 2021 }, 'TAHUN_DI_LUAR_RENSTRA'],
    ['tahun yang tidak sah', { mulaiBerlaku: 24 }, 'TAHUN_TIDAK_SAH'],
  ] as const)('menolak %s', (_, isi, kode) =>
    given(renstra, ...berlaku)
      .when({ ...mulai, ...isi })
      .ditolak(kode),
  );
  it('menolak versi ketiga yang menjangkau tahun sebelum versi kedua', () =>
    given(renstra, ...disusun, perubahanDitetapkan)
      .when({ ...mulai, mulaiBerlaku: 2023 })
      .ditolak('TAHUN_SEBELUM_PERUBAHAN'));
  it('memberi nomor yang sama lagi setelah yang pertama dibatalkan', () =>
    given(renstra, ...disusun, perubahanDibatalkan)
      .when(mulai)
      .then(perubahanDimulai));
});

describe('BatalkanPerubahan', () => {
  it('meninggalkan rancangan dengan alasan', () =>
    given(renstra, ...disusun)
      .when(batalkan)
      .then(perubahanDibatalkan));
  it('menolak bila tidak ada rancangan, juga bila diulang', () => {
    given(renstra, ...berlaku)
      .when(batalkan)
      .ditolak('PERUBAHAN_BELUM_DIMULAI');
    given(renstra, ...disusun, perubahanDibatalkan)
      .when(batalkan)
      .ditolak('PERUBAHAN_BELUM_DIMULAI');
  });
  it('menolak tanpa alasan', () =>
    given(renstra, ...disusun)
      .when({ ...batalkan, alasan: '' })
      .ditolak('ALASAN_WAJIB'));
});

describe('Batalkan', () => {
  const tinggalkan = {
    type: 'Batalkan',
    alasan: 'Keliru tahun pertamanya',
    terukur: [],
    ...elektronik,
  } as const;
  it('meninggalkan Renstra yang belum pernah ditetapkan; sesudahnya ia boleh disusun lagi', () => {
    given(renstra, ...naskah)
      .when(tinggalkan)
      .then(renstraDibatalkan);
    expect(lipat(...naskah, renstraDibatalkan)).toEqual(renstra.initial);
    given(renstra, ...naskah, renstraDibatalkan)
      .when(susun)
      .then(...naskah.slice(0, 1));
  });
  it('menolak bila tidak ada yang disusun, juga bila diulang', () => {
    given(renstra).when(tinggalkan).ditolak('RENSTRA_BELUM_ADA');
    given(renstra, ...naskah, renstraDibatalkan)
      .when(tinggalkan)
      .ditolak('RENSTRA_BELUM_ADA');
  });
  it.each([
    ['yang sudah ditetapkan', berlaku, 'RENSTRA_SUDAH_DITETAPKAN'],
    ['yang perubahannya sedang disusun', disusun, 'RENSTRA_SUDAH_DITETAPKAN'],
    ['yang melepas indikator ke perangkat daerah lain', [...naskah, dialihkan], 'KEADAAN_TIDAK_SESUAI'],
    ['yang menerima indikator perangkat daerah lain', [...naskah, diterima], 'KEADAAN_TIDAK_SESUAI'],
  ] as const)('menolak %s', (_, events, kode) =>
    given(renstra, ...events)
      .when(tinggalkan)
      .ditolak(kode),
  );
  it('menolak tanpa alasan, dan dari kertas', () => {
    given(renstra, ...naskah)
      .when({ ...tinggalkan, alasan: ' ' })
      .ditolak('ALASAN_WAJIB');
    given(renstra, ...naskah)
      .when({ ...tinggalkan, ...dicatat })
      .ditolak('KEADAAN_TIDAK_SESUAI');
  });
});

describe('Tetapkan', () => {
  it('menetapkan rancangan perubahan, dengan aktanya', () => {
    const akta = {
      jenis: 'Peraturan Wali Kota',
      nomor: '9/2024',
      tanggal: '2024-03-01',
      pejabat: 'Wali Kota',
    };
    given(renstra, ...disusun)
      .when(tetapkan)
      .then(perubahanDitetapkan);
    given(renstra, ...disusun)
      .when({ ...tetapkan, akta })
      .then({
        type: 'RenstraDitetapkan',
        data: { keputusan: 'Perwa 9/2024', versi: 2, akta, ...elektronik },
      });
  });
  it('tidak berubah bila diulang', () =>
    given(renstra, ...disusun, perubahanDitetapkan)
      .when(tetapkan)
      .then());
  it('dari kertas tidak mengakhiri perubahan: kertas menyebut naskah pertama', () =>
    given(renstra, ...disusun)
      .when({ ...tetapkan, ...dicatat })
      .then());
  it('menolak akta tanpa tanggal yang sah', () =>
    given(renstra, ...disusun)
      .when({ ...tetapkan, akta: { jenis: 'SK', nomor: '1', tanggal: '2024-02-30', pejabat: 'Wali Kota' } })
      .ditolak('TANGGAL_TIDAK_SAH'));
});

describe('tahun yang pengukurannya sudah disetujui', () => {
  const milikSendiri = (tahun: number) => [{ tahun, kini: true, nanti: true }];
  const milikLain = (tahun: number, nanti = true) => [{ tahun, kini: false, nanti }];

  it('tidak diatur lagi oleh Perubahan, saat dimulai maupun saat ditetapkan', () => {
    given(renstra, ...berlaku)
      .when({ ...mulai, terukur: milikSendiri(2024) })
      .ditolak('TAHUN_SUDAH_TERUKUR');
    given(renstra, ...disusun)
      .when({ ...tetapkan, terukur: milikSendiri(2024) })
      .ditolak('TAHUN_SUDAH_TERUKUR');
  });
  it('sebelum Perubahan berlaku tidak menghalanginya', () => {
    given(renstra, ...berlaku)
      .when({ ...mulai, terukur: milikSendiri(2023) })
      .then(perubahanDimulai);
    given(renstra, ...disusun)
      .when({ ...tetapkan, terukur: milikSendiri(2023) })
      .then(perubahanDitetapkan);
  });
  it('tidak diambil dari Renstra lain oleh Renstra yang baru ditetapkan', () =>
    given(renstra, ...naskah)
      .when({ ...tetapkan, terukur: milikLain(2022) })
      .ditolak('TAHUN_SUDAH_TERUKUR'));
  it.each([
    ['sudah dibaca dari Renstra ini', milikSendiri(2022)],
    ['tetap dibaca dari Renstra yang lebih baru', milikLain(2022, false)],
    ['di luar masanya', milikLain(2025)],
  ])('tidak menghalangi penetapan bila %s', (_, terukur) =>
    given(renstra, ...naskah)
      .when({ ...tetapkan, keputusan: 'Perwa 12/2022', terukur })
      .then(renstraDitetapkan),
  );
  it('tidak diperiksa pada yang dicatat dari kertas', () =>
    given(renstra, ...naskah)
      .when({ ...tetapkan, keputusan: 'Perwa 12/2022', ...dicatat, terukur: milikLain(2022) })
      .then({ type: 'RenstraDitetapkan', data: { keputusan: 'Perwa 12/2022', ...dicatat } }));
  it('tidak menghalangi perintah yang sama lagi', () => {
    given(renstra, ...disusun)
      .when({ ...mulai, terukur: milikSendiri(2024) })
      .then();
    given(renstra, ...disusun, perubahanDitetapkan)
      .when({ ...tetapkan, terukur: milikSendiri(2024) })
      .then();
  });
  it('tidak kehilangan Renstra yang dibacanya', () => {
    const tinggalkan = { type: 'Batalkan', alasan: 'Keliru', ...elektronik } as const;
    given(renstra, ...naskah)
      .when({ ...tinggalkan, terukur: milikSendiri(2022) })
      .ditolak('TAHUN_SUDAH_TERUKUR');
  });
});

describe('selama perubahan disusun', () => {
  it('tujuan, sasaran, dan visi dapat diubah lagi', () => {
    given(renstra, ...disusun)
      .when({ ...tambahTujuan, kode: 'T2' })
      .then({
        type: 'TujuanDitambahkan',
        data: { kode: 'T2', uraian: tambahTujuan.uraian, sebelum: null, ...elektronik },
      });
    given(renstra, ...disusun)
      .when({ ...susun, selesai: 2023 })
      .ditolak('MASA_TIDAK_SAH');
  });
  it('target tahun yang diaturnya dapat diubah, tahun sebelumnya tidak', () => {
    given(renstra, ...disusun)
      .when({ ...tetapkanTarget, tahun: 2024, target: '93' })
      .then(target(2024, '93', null));
    given(renstra, ...disusun)
      .when({ ...tetapkanTarget, tahun: 2023, target: '93' })
      .ditolak('TAHUN_SEBELUM_PERUBAHAN');
    given(renstra, ...disusun)
      .when(tetapkanTarget)
      .then();
  });
  it('yang berlaku tidak berubah sampai perubahan ditetapkan', () => {
    const baru = target(2024, '93', '92');
    const rancangan = [...naskah, target(2024, '92', null), renstraDitetapkan, perubahanDimulai, baru];
    expect(targetTahun(2024, ...rancangan)).toBe('92');
    expect(targetTahun(2024, ...rancangan, perubahanDibatalkan)).toBe('92');
    expect(targetTahun(2024, ...rancangan, perubahanDitetapkan)).toBe('93');
  });
  it('definisi indikator boleh berubah, dan tahun sebelumnya tetap menurut definisi lama', () => {
    const baru = { ...iku1, sumberData: 'BPS' };
    given(renstra, ...disusun)
      .when(tetapkanIndikator(baru))
      .then(indikatorDitetapkan(baru, iku1));
    const r = lipat(...disusun, indikatorDitetapkan(baru, iku1), perubahanDitetapkan);
    expect(definisiIndikator(versiTahun(r, 2023), 'IKU-1')).toEqual(iku1);
    expect(definisiIndikator(versiTahun(r, 2024), 'IKU-1')).toEqual(baru);
  });
  it('menolak definisi yang tidak lagi dapat membaca targetnya, dan tingkat yang lain', () => {
    given(renstra, ...disusun)
      .when(tetapkanIndikator({ ...iku1, polaritas: 'rentang' }))
      .ditolak('NILAI_TIDAK_SAH');
    given(renstra, ...disusun)
      .when(tetapkanIndikator({ ...iku1, level: 'tujuan' }))
      .ditolak('SUDAH_ADA_BERBEDA');
  });
  it('indikator program dan targetnya tetap langsung berlaku di semua versi', () => {
    const program = indikatorDitetapkan(ikuProgram);
    given(renstra, ...disusun)
      .when(tetapkanIndikator(ikuProgram))
      .then(program);
    const r = lipat(...disusun, program, perubahanDitetapkan);
    expect(definisiIndikator(versiTahun(r, 2023), ikuProgram.kode)).toEqual(ikuProgram);
    expect(definisiIndikator(versiTahun(r, 2024), ikuProgram.kode)).toEqual(ikuProgram);
    expect(definisiIndikator(lipat(...disusun, program), ikuProgram.kode)).toEqual(ikuProgram);
  });
  it('realisasi lampau indikator yang baru ada di rancangan dapat dicatat', () => {
    const baru = [...disusun, indikatorDitetapkan(iku('IKU-9'))];
    const catat = { type: 'CatatRealisasiLampau', indikator: 'IKU-9', tahun: 2021, realisasi: '1' } as const;
    given(renstra, ...baru)
      .when({ ...catat, ...elektronik })
      .then({
        type: 'RealisasiLampauDicatat',
        data: { indikator: 'IKU-9', tahun: 2021, realisasi: '1', sebelum: null, ...elektronik },
      });
  });
  it('kertas menambah ke yang berlaku, dan ke rancangan yang belum mengatakan lain', () => {
    const kertas = target(2024, '92', null, dicatat);
    expect(targetTahun(2024, ...disusun, kertas)).toBe('92');
    expect(targetTahun(2024, ...disusun, kertas, perubahanDitetapkan)).toBe('92');
    const didahului = [...disusun, target(2024, '93', null), kertas];
    expect(targetTahun(2024, ...didahului)).toBe('92');
    expect(targetTahun(2024, ...didahului, perubahanDitetapkan)).toBe('93');
  });
});

describe('sesudah perubahan ditetapkan', () => {
  const dua = [...disusun, target(null, '95', null), dilepas, indikatorDihapus, perubahanDitetapkan];
  it('indikator yang keluar tidak dikenal lagi sejak tahun itu, tetapi tetap terbaca untuk diukur', () => {
    const r = lipat(...dua);
    expect(definisiIndikator(versiTahun(r, 2024), 'IKU-1')).toBeNull();
    expect(definisiTerukur(versiTahun(r, 2024), 'IKU-1')).toEqual(iku1);
    expect(definisiIndikator(versiTahun(r, 2023), 'IKU-1')).toEqual(iku1);
    expect(definisiIndikator(versiTahun(r, 2022), 'IKU-1')).toEqual(iku1);
  });
  it('kertas yang mengulang isi versi lama tidak menambah apa pun', () => {
    given(renstra, ...dua)
      .when({ ...tetapkanIndikator(iku1), ...dicatat })
      .then();
    given(renstra, ...dua)
      .when({ ...tetapkanTarget, ...dicatat })
      .then();
  });
  it('kertas yang menyalahi setiap versi tetap ditolak', () => {
    const ganti = {
      type: 'TujuanDitambahkan',
      data: { kode: 'T1', uraian: 'Baru', sebelum: tambahTujuan.uraian, ...elektronik },
    } as const;
    given(renstra, ...disusun, ganti, perubahanDitetapkan)
      .when({ ...tambahTujuan, uraian: 'Lain', ...dicatat })
      .ditolak('SUDAH_ADA_BERBEDA');
  });
  it('yang menunjuk bagian yang baru ada di versi ini tidak masuk ke versi sebelumnya', () => {
    const sasaran: RenstraEvent = {
      type: 'SasaranDitambahkan',
      data: { kode: 'S2', tujuan: 'T1', uraian: 'Baru', strategi: [], sebelum: null, ...elektronik },
    };
    const misi: RenstraEvent = {
      type: 'MisiDitambahkan',
      data: { nomor: 1, uraian: 'Misi', sebelum: null, ...elektronik },
    };
    const menunjuk: RenstraEvent[] = [
      {
        type: 'IsuStrategisDicatat',
        data: { kode: 'ISU-1', uraian: 'Isu', sasaran: ['S2'], sebelum: null, ...elektronik },
      },
      {
        type: 'PermasalahanDicatat',
        data: {
          kode: 'P-1',
          uraian: 'x',
          isu: 'ISU-1',
          sasaran: [],
          solusi: null,
          sebelum: null,
          ...elektronik,
        },
      },
      {
        type: 'RenstraDiselaraskan',
        data: {
          tingkat: 'sasaran',
          kode: 'S2',
          melayani: { mulai: 2022, tingkat: 'sasaran', kode: 'S1' },
          sebelum: null,
          ...elektronik,
          berdasarkan: [],
        },
      },
      {
        type: 'TujuanDitambahkan',
        data: { kode: 'T2', uraian: 'Dari kertas', misi: [1], sebelum: null, ...dicatat },
      },
    ];
    const r = lipat(...disusun, sasaran, misi, perubahanDitetapkan, ...menunjuk);
    const isi = (v: typeof r | undefined) =>
      v && [v.isu.size, v.permasalahan.size, v.keselarasan.size, v.tujuan.get('T2')?.misi];
    expect(isi(r)).toEqual([1, 1, 1, [1]]);
    expect(isi(r.terdahulu[0])).toEqual([0, 0, 0, []]);
  });
  it('isu yang dihapus tetap di versi sebelumnya selama permasalahannya di sana menunjuknya', () => {
    const isu: RenstraEvent = {
      type: 'IsuStrategisDicatat',
      data: { kode: 'ISU-1', uraian: 'Isu', sasaran: [], sebelum: null, ...elektronik },
    };
    const permasalahan: RenstraEvent = {
      type: 'PermasalahanDicatat',
      data: {
        kode: 'P-1',
        uraian: 'x',
        isu: 'ISU-1',
        sasaran: [],
        solusi: null,
        sebelum: null,
        ...elektronik,
      },
    };
    const hapus = (unsur: 'permasalahan' | 'isu-strategis', kode: string): RenstraEvent => ({
      type: 'UnsurRenstraDihapus',
      data: { unsur, kode, alasan: 'Selesai', ...elektronik },
    });
    const r = lipat(
      ...[...berlaku, isu, permasalahan, perubahanDimulai],
      ...[hapus('permasalahan', 'P-1'), perubahanDitetapkan, hapus('isu-strategis', 'ISU-1')],
    );
    expect([r.isu.has('ISU-1'), r.terdahulu[0]?.isu.has('ISU-1')]).toEqual([false, true]);
  });
  it('isu yang dirumuskan lain oleh Perubahan lalu dihapus tetap di versi sebelumnya seperti dulu', () => {
    const isu = (uraian: string, sebelum: string | null): RenstraEvent => ({
      type: 'IsuStrategisDicatat',
      data: {
        kode: 'ISU-1',
        uraian,
        sasaran: [],
        sebelum: sebelum === null ? null : { uraian: sebelum, sasaran: [] },
        ...elektronik,
      },
    });
    const hapus: RenstraEvent = {
      type: 'UnsurRenstraDihapus',
      data: { unsur: 'isu-strategis', kode: 'ISU-1', alasan: 'Selesai', ...elektronik },
    };
    const dua = [isu('Lama', null), perubahanDimulai, isu('Baru', 'Lama'), perubahanDitetapkan];
    const r = lipat(...berlaku, ...dua, hapus);
    expect([r.isu.get('ISU-1'), r.terdahulu[0]?.isu.get('ISU-1')?.uraian]).toEqual([undefined, 'Lama']);
  });
  it('menolak perubahan tanpa Perubahan baru', () =>
    given(renstra, ...dua)
      .when({ ...tambahTujuan, kode: 'T2' })
      .ditolak('RENSTRA_SUDAH_DITETAPKAN'));
  it('versi yang menggantikan seluruh masa berlaku sejak tahun pertama', () => {
    const penuh: RenstraEvent = {
      type: 'PerubahanRenstraDimulai',
      data: { versi: 2, alasan: 'Disusun ulang', mulaiBerlaku: 2022, ...elektronik },
    };
    const r = [...berlaku, penuh, target(2023, '80', '91.50'), perubahanDitetapkan];
    expect(targetTahun(2023, ...r)).toBe('80');
  });
});

type Unsur = Extract<RenstraCommand, { type: 'Hapus' }>['unsur'];
const dihapus = (unsur: Unsur, kode: string): RenstraEvent => ({
  type: 'UnsurRenstraDihapus',
  data: { unsur, kode, alasan: 'Diganti IKU-2', ...elektronik },
});
const hapus = (unsur: Unsur, kode: string) =>
  ({ type: 'Hapus', unsur, kode, alasan: 'Diganti IKU-2', ...elektronik }) as const;
const lepas = {
  type: 'LepasIndikator',
  indikator: 'IKU-1',
  tingkat: 'sasaran',
  kode: 'S1',
  alasan: 'Diganti IKU-2',
  ...elektronik,
} as const;

describe('LepasIndikator', () => {
  it('melepas indikator dari sasarannya dalam perubahan', () =>
    given(renstra, ...disusun)
      .when(lepas)
      .then(dilepas));
  it('menolak bila tidak terhubung, juga bila diulang', () =>
    given(renstra, ...disusun, dilepas)
      .when(lepas)
      .ditolak('UNSUR_TIDAK_DIKENAL'));
  it('menolak di luar perubahan, dari kertas, dan tanpa alasan', () => {
    given(renstra, ...berlaku)
      .when(lepas)
      .ditolak('RENSTRA_SUDAH_DITETAPKAN');
    given(renstra, ...disusun)
      .when({ ...lepas, ...dicatat })
      .ditolak('KEADAAN_TIDAK_SESUAI');
    given(renstra, ...disusun)
      .when({ ...lepas, alasan: '' })
      .ditolak('ALASAN_WAJIB');
  });
});

describe('Hapus', () => {
  it('menghapus indikator yang tidak mengukur apa pun lagi', () =>
    given(renstra, ...disusun, dilepas)
      .when(hapus('indikator', 'IKU-1'))
      .then(indikatorDihapus));
  it('menghapus sasaran, lalu tujuannya', () => {
    const sasaran = dihapus('sasaran', 'S1');
    given(renstra, ...disusun, dilepas)
      .when(hapus('sasaran', 'S1'))
      .then(sasaran);
    given(renstra, ...disusun, dilepas, sasaran)
      .when(hapus('tujuan', 'T1'))
      .then({ type: 'UnsurRenstraDihapus', data: { ...sasaran.data, unsur: 'tujuan', kode: 'T1' } as never });
  });
  it('yang dihapus tidak kembali sebagai ukuran lain: yang berlaku masih memakai kodenya', () => {
    const sebagaiProgram = tetapkanIndikator({ ...ikuProgram, kode: 'IKU-1' });
    given(renstra, ...disusun, dilepas, indikatorDihapus)
      .when(sebagaiProgram)
      .ditolak('SUDAH_ADA_BERBEDA');
    given(renstra, ...disusun, dilepas, indikatorDihapus, perubahanDitetapkan)
      .when(sebagaiProgram)
      .ditolak('SUDAH_ADA_BERBEDA');
  });
  it('menolak yang masih dipakai', () => {
    given(renstra, ...disusun)
      .when(hapus('indikator', 'IKU-1'))
      .ditolak('MASIH_DIPAKAI');
    given(renstra, ...disusun)
      .when(hapus('sasaran', 'S1'))
      .ditolak('MASIH_DIPAKAI');
    given(renstra, ...disusun)
      .when(hapus('tujuan', 'T1'))
      .ditolak('MASIH_DIPAKAI');
  });
  it('menolak yang tidak ada, juga bila diulang', () => {
    given(renstra, ...disusun, dilepas, indikatorDihapus)
      .when(hapus('indikator', 'IKU-1'))
      .ditolak('INDIKATOR_TIDAK_DIKENAL');
    given(renstra, ...disusun)
      .when(hapus('tujuan', 'T9'))
      .ditolak('TUJUAN_TIDAK_DIKENAL');
    given(renstra, ...disusun)
      .when(hapus('misi', '1'))
      .ditolak('UNSUR_TIDAK_DIKENAL');
  });
  it('menolak indikator di naskah pertama dan indikator program: dokumen lain sudah memakainya', () => {
    given(renstra, ...naskah)
      .when(hapus('indikator', 'IKU-1'))
      .ditolak('KEADAAN_TIDAK_SESUAI');
    given(renstra, ...disusun, indikatorDitetapkan(ikuProgram))
      .when(hapus('indikator', ikuProgram.kode))
      .ditolak('KEADAAN_TIDAK_SESUAI');
  });
  it('menolak di luar perubahan, dari kertas, dan tanpa alasan', () => {
    given(renstra, ...berlaku)
      .when(hapus('tujuan', 'T1'))
      .ditolak('RENSTRA_SUDAH_DITETAPKAN');
    given(renstra, ...disusun, dilepas)
      .when({ ...hapus('indikator', 'IKU-1'), ...dicatat })
      .ditolak('KEADAAN_TIDAK_SESUAI');
    given(renstra, ...disusun, dilepas)
      .when({ ...hapus('indikator', 'IKU-1'), alasan: ' ' })
      .ditolak('ALASAN_WAJIB');
  });
});

it('melipat 6.000 peristiwa satu Renstra jauh di bawah satu detik', () => {
  const indikator = Array.from({ length: 1_500 }, (_, i) => ({ ...iku1, kode: `I-${i}` }));
  const banyak = indikator.flatMap((d): RenstraEvent[] => [
    indikatorDitetapkan(d),
    ...[2022, 2023, 2024].map((tahun): RenstraEvent => {
      const data = { indikator: d.kode, tahun, target: '1', sebelum: null, ...elektronik };
      return { type: 'TargetRenstraDitetapkan', data };
    }),
  ]);
  const sejak = performance.now();
  expect(lipat(...naskah, ...banyak).indikator.size).toBe(1_501);
  expect(performance.now() - sejak).toBeLessThan(1_000);
});
