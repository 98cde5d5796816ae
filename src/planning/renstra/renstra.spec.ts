import { given } from '../../../test/support/given.js';
import { dicatat, elektronik, iku } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import {
  disusun,
  iku1,
  iku1Ditetapkan,
  ikuProgram,
  indikatorDitetapkan,
  naskah,
  renstraDitetapkan,
  sasaranDitambahkan,
  susun,
  tambahSasaran,
  tambahTujuan,
  target2023,
  tetapkanIndikator,
  tetapkanTarget,
  tujuanDitambahkan,
} from './renstra.contoh.js';
import {
  type DefinisiIndikator,
  type RenstraCommand,
  type RenstraEvent,
  renstra,
} from './renstra.decider.js';

const sudahDitetapkan = [...naskah, target2023, renstraDitetapkan];

describe('Susun', () => {
  it('memulai Renstra satu masa', () => given(renstra).when(susun).then(disusun));
  it('tidak berubah bila diulang', () => given(renstra, disusun).when(susun).then());
  it('mengganti visi dengan menyebut yang lama', () =>
    given(renstra, disusun)
      .when({ ...susun, visi: 'Visi baru' })
      .then({
        type: 'RenstraDisusun',
        data: {
          ...(disusun.data as Extract<RenstraEvent, { type: 'RenstraDisusun' }>['data']),
          visi: 'Visi baru',
          sebelum: { selesai: 2024, visi: 'Pontianak bermartabat', misi: null },
        },
      }));
  it('melengkapi dari kertas apa yang belum diketahui, tanpa menghapus', () =>
    given(renstra, disusun)
      .when({ ...susun, visi: null, misi: 'Misi kelima', ...dicatat })
      .then({
        type: 'RenstraDisusun',
        data: {
          mulai: 2022,
          selesai: 2024,
          visi: 'Pontianak bermartabat',
          misi: 'Misi kelima',
          sebelum: { selesai: 2024, visi: 'Pontianak bermartabat', misi: null },
          ...dicatat,
          berdasarkan: susun.berdasarkan,
        },
      }));
  it('menerima masa enam tahun, menolak tujuh tahun', () => {
    given(renstra)
      .when({ ...susun, mulai: 2021, selesai: 2027 })
      .ditolak('MASA_TIDAK_SAH');
    const enam = { mulai: 2021, selesai: 2026, visi: null, misi: null };
    given(renstra)
      .when({ ...susun, ...enam })
      .then({
        type: 'RenstraDisusun',
        data: { ...enam, sebelum: null, ...elektronik, berdasarkan: susun.berdasarkan },
      });
  });
  it.each([
    ['masa yang berakhir sebelum mulai', { selesai: 2021 }, 'MASA_TIDAK_SAH'],
    ['OPD yang belum terdaftar', { opdTerdaftar: false }, 'OPD_BELUM_TERDAFTAR'],
    ['kertas dengan masa lain', { selesai: 2025, ...dicatat }, 'SUDAH_ADA_BERBEDA'],
    ['visi yang memuat surel', { visi: 'a@contoh.go.id' }, 'TEKS_MEMUAT_DATA_PRIBADI'],
  ] as const)('menolak %s', (_, isi, kode) =>
    given(renstra, disusun)
      .when({ ...susun, ...isi })
      .ditolak(kode),
  );
  it('menolak masa yang diperpendek melewati target yang sudah ada', () =>
    given(renstra, ...naskah, target2023)
      .when({ ...susun, selesai: 2022 })
      .ditolak('TAHUN_DI_LUAR_RENSTRA'));
  it('target kertas di luar masa tidak menghalangi visi diubah', () =>
    given(renstra, ...naskah, {
      type: 'TargetRenstraDitetapkan',
      data: { indikator: 'IKU-1', tahun: 2025, target: '95', sebelum: null, ...dicatat },
    })
      .when({ ...susun, visi: 'Visi baru' })
      .then({
        type: 'RenstraDisusun',
        data: {
          ...(disusun.data as Extract<RenstraEvent, { type: 'RenstraDisusun' }>['data']),
          visi: 'Visi baru',
          sebelum: { selesai: 2024, visi: 'Pontianak bermartabat', misi: null },
        },
      }));
  it('menolak perubahan setelah Renstra ditetapkan', () =>
    given(renstra, ...sudahDitetapkan)
      .when({ ...susun, visi: 'Visi baru' })
      .ditolak('RENSTRA_SUDAH_DITETAPKAN'));
});

describe('TambahTujuan', () => {
  it('menambah tujuan', () => given(renstra, disusun).when(tambahTujuan).then(tujuanDitambahkan));
  it('tidak berubah bila diulang, juga setelah Renstra ditetapkan', () => {
    given(renstra, disusun, tujuanDitambahkan).when(tambahTujuan).then();
    given(renstra, ...sudahDitetapkan)
      .when(tambahTujuan)
      .then();
  });
  it('mengganti rumusan dengan menyebut yang lama', () =>
    given(renstra, disusun, tujuanDitambahkan)
      .when({ ...tambahTujuan, uraian: 'Rumusan baru' })
      .then({
        type: 'TujuanDitambahkan',
        data: {
          kode: 'T1',
          uraian: 'Rumusan baru',
          sebelum: 'Meningkatnya kesempatan kerja',
          ...elektronik,
        },
      }));
  it('menolak kertas dengan rumusan lain', () =>
    given(renstra, disusun, tujuanDitambahkan)
      .when({ ...tambahTujuan, uraian: 'Rumusan lain', ...dicatat })
      .ditolak('SUDAH_ADA_BERBEDA'));
  it('menolak tujuan baru setelah ditetapkan, kecuali dari kertas', () => {
    const baru = { ...tambahTujuan, kode: 'T2' };
    given(renstra, ...sudahDitetapkan)
      .when(baru)
      .ditolak('RENSTRA_SUDAH_DITETAPKAN');
    given(renstra, ...sudahDitetapkan)
      .when({ ...baru, ...dicatat })
      .then({
        type: 'TujuanDitambahkan',
        data: { kode: 'T2', uraian: tambahTujuan.uraian, sebelum: null, ...dicatat },
      });
  });
  it('menolak kode yang berspasi, uraian kosong, dan Renstra yang belum ada', () => {
    given(renstra, disusun)
      .when({ ...tambahTujuan, kode: 'T 1' })
      .ditolak('KODE_TIDAK_SAH');
    given(renstra, disusun)
      .when({ ...tambahTujuan, uraian: ' ' })
      .ditolak('TEKS_TIDAK_SAH');
    given(renstra).when(tambahTujuan).ditolak('RENSTRA_BELUM_ADA');
  });
});

describe('TambahSasaran', () => {
  const awal = [disusun, tujuanDitambahkan];
  it('menambah sasaran dengan strateginya', () =>
    given(renstra, ...awal)
      .when(tambahSasaran)
      .then(sasaranDitambahkan));
  it('tidak berubah bila diulang, atau bila kertas tidak menyebut strategi', () => {
    given(renstra, ...awal, sasaranDitambahkan)
      .when(tambahSasaran)
      .then();
    given(renstra, ...awal, sasaranDitambahkan)
      .when({ ...tambahSasaran, strategi: [], ...dicatat })
      .then();
  });
  it('mengganti strategi dengan menyebut yang lama', () => {
    const { tujuan, uraian, strategi } = tambahSasaran;
    given(renstra, ...awal, sasaranDitambahkan)
      .when({ ...tambahSasaran, strategi: [] })
      .then({
        type: 'SasaranDitambahkan',
        data: {
          kode: 'S1',
          tujuan,
          uraian,
          strategi: [],
          sebelum: { tujuan, uraian, strategi },
          ...elektronik,
        },
      });
  });
  it('menolak tujuan yang tidak dikenal', () =>
    given(renstra, disusun).when(tambahSasaran).ditolak('TUJUAN_TIDAK_DIKENAL'));
  it('menolak kertas dengan rumusan lain, dan sasaran baru setelah ditetapkan', () => {
    given(renstra, ...awal, sasaranDitambahkan)
      .when({ ...tambahSasaran, uraian: 'Lain', ...dicatat })
      .ditolak('SUDAH_ADA_BERBEDA');
    given(renstra, ...sudahDitetapkan)
      .when({ ...tambahSasaran, kode: 'S2' })
      .ditolak('RENSTRA_SUDAH_DITETAPKAN');
  });
});

describe('TetapkanIndikator', () => {
  it('menetapkan definisi indikator', () =>
    given(renstra, disusun).when(tetapkanIndikator(iku1)).then(iku1Ditetapkan));
  it('tidak berubah bila diulang', () =>
    given(renstra, ...naskah)
      .when(tetapkanIndikator(iku1))
      .then());
  it('memakai posisi akhir, dua desimal, bukan IKU bila tidak disebut', () =>
    given(renstra, disusun)
      .when({ ...tetapkanIndikator(iku1), iku: null, agregasi: null, desimal: null })
      .then(indikatorDitetapkan({ ...iku1, iku: false, agregasi: 'posisi-akhir', desimal: 2 })));
  it('mengganti definisi selama belum ada angka di atasnya', () => {
    const turun = { ...iku1, polaritas: 'turun-linear' } as const;
    given(renstra, ...naskah)
      .when(tetapkanIndikator(turun))
      .then(indikatorDitetapkan(turun, iku1));
  });
  it('menolak definisi lain bila sudah ada target atau realisasi lampau', () => {
    const lain = tetapkanIndikator({ ...iku1, polaritas: 'turun-linear' });
    const lampau: RenstraEvent = {
      type: 'RealisasiLampauDicatat',
      data: { indikator: 'IKU-1', tahun: 2021, realisasi: '1', sebelum: null, ...elektronik },
    };
    given(renstra, ...naskah, target2023)
      .when(lain)
      .ditolak('SUDAH_ADA_BERBEDA');
    given(renstra, ...naskah, lampau)
      .when(lain)
      .ditolak('SUDAH_ADA_BERBEDA');
  });
  it('melengkapi definisi dari kertas, juga setelah ada target', () => {
    const lengkap = { ...iku1, sumberData: 'BPS' };
    given(renstra, ...sudahDitetapkan)
      .when({ ...tetapkanIndikator(lengkap), iku: null, agregasi: null, desimal: null, ...dicatat })
      .then({ type: 'IndikatorDitetapkan', data: { ...lengkap, sebelum: iku1, ...dicatat } });
  });
  it('menolak kertas dengan definisi lain', () =>
    given(renstra, ...naskah)
      .when({ ...tetapkanIndikator({ ...iku1, nama: 'Nama lain' }), ...dicatat })
      .ditolak('SUDAH_ADA_BERBEDA'));
  it('setelah ditetapkan hanya menerima indikator baru di bawah sasaran', () => {
    given(renstra, ...sudahDitetapkan)
      .when(tetapkanIndikator(ikuProgram))
      .then(indikatorDitetapkan(ikuProgram));
    given(renstra, ...sudahDitetapkan)
      .when(tetapkanIndikator(iku('IKU-9')))
      .ditolak('RENSTRA_SUDAH_DITETAPKAN');
    given(renstra, ...sudahDitetapkan, indikatorDitetapkan(ikuProgram))
      .when(tetapkanIndikator({ ...ikuProgram, satuan: 'orang' }))
      .ditolak('RENSTRA_SUDAH_DITETAPKAN');
  });
  it.each<[string, Partial<DefinisiIndikator>]>([
    ['predikat tanpa urutan', { polaritas: 'predikat' }],
    ['predikat dengan satu label', { polaritas: 'predikat', urutanPredikat: ['A'] }],
    ['predikat dengan label ganda', { polaritas: 'predikat', urutanPredikat: ['A', 'A'] }],
    ['urutan predikat pada polaritas lain', { urutanPredikat: ['B', 'A'] }],
    ['kondisi awal yang bukan nilai', { kondisiAwal: { tahun: 2021, nilai: 'tinggi' } }],
  ])('menolak %s', (_, isi) =>
    given(renstra, disusun)
      .when(tetapkanIndikator({ ...iku1, ...isi }))
      .ditolak('NILAI_TIDAK_SAH'),
  );
  it('menerima predikat dengan urutannya dan kondisi awal', () => {
    const opini = iku('OPINI', {
      polaritas: 'predikat',
      urutanPredikat: ['WDP', 'WTP'],
      kondisiAwal: { tahun: 2021, nilai: 'WDP' },
    });
    given(renstra, disusun).when(tetapkanIndikator(opini)).then(indikatorDitetapkan(opini));
  });
  it.each([[-1], [7], [1.5], [Number.NaN]])('menolak %d desimal', (desimal) =>
    given(renstra, disusun)
      .when(tetapkanIndikator({ ...iku1, desimal }))
      .ditolak('MASUKAN_TIDAK_SAH'),
  );
});

describe('HubungkanIndikator', () => {
  const hubungkan = {
    type: 'HubungkanIndikator',
    indikator: 'IKU-1',
    tingkat: 'sasaran',
    kode: 'S1',
    ...elektronik,
  } as const;
  const dihubungkan = {
    type: 'IndikatorDihubungkan',
    data: { indikator: 'IKU-1', tingkat: 'sasaran', kode: 'S1', ...elektronik },
  } as const;
  it('menghubungkan indikator dengan sasaran', () =>
    given(renstra, ...naskah)
      .when(hubungkan)
      .then(dihubungkan));
  it('tidak berubah bila diulang', () =>
    given(renstra, ...naskah, dihubungkan)
      .when(hubungkan)
      .then());
  it('menerima indikator yang sama pada tujuan', () =>
    given(renstra, ...naskah, dihubungkan)
      .when({ ...hubungkan, tingkat: 'tujuan', kode: 'T1' })
      .then({ ...dihubungkan, data: { ...dihubungkan.data, tingkat: 'tujuan', kode: 'T1' } }));
  it.each([
    ['indikator', { indikator: 'IKU-9' }, 'INDIKATOR_TIDAK_DIKENAL'],
    ['sasaran', { kode: 'S9' }, 'SASARAN_TIDAK_DIKENAL'],
    ['tujuan', { tingkat: 'tujuan', kode: 'T9' }, 'TUJUAN_TIDAK_DIKENAL'],
  ] as const)('menolak %s yang tidak dikenal', (_, isi, kode) =>
    given(renstra, ...naskah)
      .when({ ...hubungkan, ...isi })
      .ditolak(kode),
  );
  it('menolak hubungan baru setelah ditetapkan', () =>
    given(renstra, ...sudahDitetapkan)
      .when(hubungkan)
      .ditolak('RENSTRA_SUDAH_DITETAPKAN'));
});

describe('TetapkanTarget', () => {
  it('menetapkan target satu tahun', () =>
    given(renstra, ...naskah)
      .when(tetapkanTarget)
      .then(target2023));
  it('tidak berubah bila diulang, juga bila angkanya hanya ditulis lain', () => {
    given(renstra, ...naskah, target2023)
      .when(tetapkanTarget)
      .then();
    given(renstra, ...naskah, target2023)
      .when({ ...tetapkanTarget, target: '91.5', ...dicatat })
      .then();
  });
  it('mengganti target dengan menyebut yang lama', () =>
    given(renstra, ...naskah, target2023)
      .when({ ...tetapkanTarget, target: '92' })
      .then({
        type: 'TargetRenstraDitetapkan',
        data: { indikator: 'IKU-1', tahun: 2023, target: '92', sebelum: '91.50', ...elektronik },
      }));
  it('menetapkan target akhir terpisah dari target tahunan', () =>
    given(renstra, ...naskah, target2023)
      .when({ ...tetapkanTarget, tahun: null, target: '93' })
      .then({
        type: 'TargetRenstraDitetapkan',
        data: { indikator: 'IKU-1', tahun: null, target: '93', sebelum: null, ...elektronik },
      }));
  it.each([
    ['indikator yang tidak dikenal', { indikator: 'IKU-9' }, 'INDIKATOR_TIDAK_DIKENAL'],
    ['target yang bukan angka', { target: 'tinggi' }, 'NILAI_TIDAK_SAH'],
    ['target 1e400', { target: '1e400' }, 'NILAI_TIDAK_SAH'],
    ['rentang pada polaritas naik', { target: '20..25' }, 'NILAI_TIDAK_SAH'],
    ['tahun sebelum masa Renstra', { tahun: 2021 }, 'TAHUN_DI_LUAR_RENSTRA'],
    ['tahun setelah masa Renstra', { tahun: 2025 }, 'TAHUN_DI_LUAR_RENSTRA'],
    ['tahun yang tidak sah', { tahun: 1999 }, 'TAHUN_TIDAK_SAH'],
    ['kertas dengan target lain', { target: '92', ...dicatat }, 'SUDAH_ADA_BERBEDA'],
  ] as const)('menolak %s', (_, isi, kode) =>
    given(renstra, ...naskah, target2023)
      .when({ ...tetapkanTarget, ...isi })
      .ditolak(kode),
  );
  it('menolak label yang tidak ada dalam urutan predikat', () => {
    const opini = iku('IKU-1', { polaritas: 'predikat', urutanPredikat: ['WDP', 'WTP'] });
    given(renstra, disusun, indikatorDitetapkan(opini))
      .when({ ...tetapkanTarget, target: 'TMP' })
      .ditolak('NILAI_TIDAK_SAH');
  });
  it('mencatat dari kertas target tahun lain, juga di luar masa dan setelah ditetapkan', () =>
    given(renstra, ...sudahDitetapkan)
      .when({ ...tetapkanTarget, tahun: 2021, target: '90', ...dicatat })
      .then({
        type: 'TargetRenstraDitetapkan',
        data: { indikator: 'IKU-1', tahun: 2021, target: '90', sebelum: null, ...dicatat },
      }));
  it('setelah ditetapkan menolak target sasaran, menerima target indikator program', () => {
    const targetProgram: RenstraCommand = { ...tetapkanTarget, indikator: ikuProgram.kode };
    given(renstra, ...sudahDitetapkan)
      .when({ ...tetapkanTarget, tahun: 2024 })
      .ditolak('RENSTRA_SUDAH_DITETAPKAN');
    given(renstra, ...sudahDitetapkan, indikatorDitetapkan(ikuProgram))
      .when(targetProgram)
      .then({
        type: 'TargetRenstraDitetapkan',
        data: {
          indikator: ikuProgram.kode,
          tahun: 2023,
          target: '91.50',
          sebelum: null,
          ...elektronik,
        },
      });
  });
});

describe('CatatRealisasiLampau', () => {
  const catat = {
    type: 'CatatRealisasiLampau',
    indikator: 'IKU-1',
    tahun: 2020,
    realisasi: '90.08',
    ...dicatat,
  } as const;
  const dicatatLampau = {
    type: 'RealisasiLampauDicatat',
    data: { indikator: 'IKU-1', tahun: 2020, realisasi: '90.08', sebelum: null, ...dicatat },
  } as const;
  it('mencatat realisasi tahun sebelum Amanah, juga setelah ditetapkan', () =>
    given(renstra, ...sudahDitetapkan)
      .when(catat)
      .then(dicatatLampau));
  it('tidak berubah bila diulang', () =>
    given(renstra, ...naskah, dicatatLampau)
      .when(catat)
      .then());
  it.each([
    ['indikator yang tidak dikenal', { indikator: 'IKU-9' }, 'INDIKATOR_TIDAK_DIKENAL'],
    ['realisasi yang bukan angka', { realisasi: 'naik' }, 'NILAI_TIDAK_SAH'],
    ['tahun yang tidak sah', { tahun: 20 }, 'TAHUN_TIDAK_SAH'],
    ['kertas dengan realisasi lain', { realisasi: '90.09' }, 'SUDAH_ADA_BERBEDA'],
  ] as const)('menolak %s', (_, isi, kode) =>
    given(renstra, ...naskah, dicatatLampau)
      .when({ ...catat, ...isi })
      .ditolak(kode),
  );
});

describe('Tetapkan', () => {
  const tetapkan = { type: 'Tetapkan', keputusan: 'Perwa 12/2022', terukur: [], ...elektronik } as const;
  it('menetapkan Renstra', () =>
    given(renstra, ...naskah)
      .when(tetapkan)
      .then(renstraDitetapkan));
  it('tidak berubah bila diulang', () =>
    given(renstra, ...sudahDitetapkan)
      .when(tetapkan)
      .then());
  it('menolak Renstra tanpa sasaran, kecuali dari kertas', () => {
    given(renstra, disusun).when(tetapkan).ditolak('KEADAAN_TIDAK_SESUAI');
    given(renstra, disusun)
      .when({ ...tetapkan, keputusan: null, ...dicatat })
      .then({ type: 'RenstraDitetapkan', data: { keputusan: null, ...dicatat } });
  });
  it('menolak Renstra yang belum ada', () => given(renstra).when(tetapkan).ditolak('RENSTRA_BELUM_ADA'));
});
