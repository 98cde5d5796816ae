import { given } from '../../../test/support/given.js';
import { dicatat, elektronik, iku } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import type { PerintahPeralihan } from './peralihan.decider.js';
import { isiPeralihan, naskahTahun } from './peralihan.decider.js';
import {
  dialihkan,
  dihubungkan,
  diterima,
  iku1,
  indikatorDihapus,
  indikatorDitetapkan,
  naskah,
  perubahanDimulai,
  perubahanDitetapkan,
  renstraDitetapkan,
  rpjmdDisusun,
  target2023,
  tetapkanIndikator,
  tetapkanTarget,
} from './renstra.contoh.js';
import { type RenstraEvent, renstra } from './renstra.decider.js';
import { definisiIndikator, definisiTerukur } from './renstra.fakta.js';

type Perintah<T extends PerintahPeralihan['type']> = Extract<PerintahPeralihan, { type: T }>;
const asal = [...naskah, dihubungkan, target2023, renstraDitetapkan];
const lipat = (...events: RenstraEvent[]) =>
  events.reduce((r, e, i) => renstra.evolve(r, e, i), renstra.initial);
const { data: pergi } = dialihkan;
const { data: datang } = diterima;

const alihkan: Perintah<'Alihkan'> = {
  type: 'Alihkan',
  indikator: 'IKU-1',
  ke: pergi.ke,
  sejak: 2023,
  alasan: pergi.alasan,
  berdasarkan: pergi.berdasarkan,
  ...elektronik,
};
/** The successor's Renstra, of the same years; what it takes over is called IKU-3 there. */
const penerima = [...naskah, renstraDitetapkan];
const terima: Perintah<'Terima'> = {
  type: 'Terima',
  indikator: 'IKU-3',
  dari: datang.dari,
  sejak: 2023,
  isi: isiPeralihan(lipat(...asal), 'IKU-1', 2023),
  induk: { tingkat: 'sasaran', kode: 'S1' },
  penanggungJawab: null,
  penerima: { terdaftar: true, bubar: null, bersotk: true },
  alasan: datang.alasan,
  berdasarkan: datang.berdasarkan,
  ...elektronik,
};

describe('Alihkan', () => {
  it('mencatat ke mana indikator pindah dan sejak kapan, juga setelah Renstra ditetapkan', () =>
    given(renstra, ...asal)
      .when(alihkan)
      .then(dialihkan));
  it('tidak berubah bila diulang, menolak tujuan atau tahun lain', () => {
    const sudah = given(renstra, ...asal, dialihkan);
    sudah.when({ ...alihkan, alasan: 'kata lain' }).then();
    sudah.when({ ...alihkan, sejak: 2024 }).ditolak('INDIKATOR_SUDAH_DIALIHKAN');
    sudah.when({ ...alihkan, ke: { ...pergi.ke, opd: 'dinkes' } }).ditolak('INDIKATOR_SUDAH_DIALIHKAN');
  });
  it('menolak indikator yang tidak dikenal, tahun di luar masa, alasan kosong, dan rencana pemda', () => {
    const ini = given(renstra, ...asal);
    ini.when({ ...alihkan, indikator: 'IKU-9' }).ditolak('INDIKATOR_TIDAK_DIKENAL');
    ini.when({ ...alihkan, sejak: 2021 }).ditolak('TAHUN_DI_LUAR_RENSTRA');
    ini.when({ ...alihkan, sejak: 2026 }).ditolak('TAHUN_DI_LUAR_RENSTRA');
    ini.when({ ...alihkan, alasan: ' ' }).ditolak('ALASAN_WAJIB');
    given(renstra).when(alihkan).ditolak('RENSTRA_BELUM_ADA');
    given(renstra, rpjmdDisusun, indikatorDitetapkan(iku1))
      .when(alihkan)
      .ditolak('JENIS_RENCANA_TIDAK_SESUAI');
  });
  it('boleh mulai tahun sesudah Renstra berakhir, bila penerima meneruskannya di masa berikutnya', () =>
    given(renstra, ...asal)
      .when({ ...alihkan, sejak: 2025 })
      .then({ type: 'IndikatorDialihkan', data: { ...pergi, sejak: 2025 } }));
  it('mengalihkan juga yang sudah keluar oleh Perubahan Renstra', () =>
    given(renstra, ...naskah, renstraDitetapkan, perubahanDimulai, indikatorDihapus, perubahanDitetapkan)
      .when({ ...alihkan, sejak: 2024 })
      .then({ type: 'IndikatorDialihkan', data: { ...pergi, sejak: 2024 } }));
  it('meneruskan yang diterima, tetapi tidak dari tahun sebelum diterima', () => {
    const ini = given(renstra, ...penerima, diterima);
    const { ke, ...lain } = pergi;
    const terus = { ...alihkan, indikator: 'IKU-3', ke: { ...ke, opd: 'dinkes' } };
    ini.when({ ...terus, sejak: 2022 }).ditolak('INDIKATOR_MILIK_OPD_LAIN');
    ini.when({ ...terus, sejak: 2024 }).then({
      type: 'IndikatorDialihkan',
      data: { ...lain, indikator: 'IKU-3', ke: { ...ke, opd: 'dinkes' }, sejak: 2024 },
    });
  });
});

describe('setelah dialihkan', () => {
  const ini = given(renstra, ...asal, dialihkan);
  it('menolak target sejak tahun itu dan target akhir, di layar maupun dari kertas', () => {
    ini.when({ ...tetapkanTarget, ...dicatat, tahun: 2024 }).ditolak('INDIKATOR_MILIK_OPD_LAIN');
    ini.when({ ...tetapkanTarget, ...dicatat, tahun: null }).ditolak('INDIKATOR_MILIK_OPD_LAIN');
    given(renstra, ...naskah, dialihkan)
      .when({ ...tetapkanTarget, tahun: 2024 })
      .ditolak('INDIKATOR_MILIK_OPD_LAIN');
    ini.when({ ...tetapkanTarget, ...dicatat, tahun: 2022, target: '80' }).then({
      type: 'TargetRenstraDitetapkan',
      data: { indikator: 'IKU-1', tahun: 2022, target: '80', sebelum: null, ...dicatat },
    });
    ini.when({ ...tetapkanTarget, ...dicatat }).then();
  });
  it('menolak realisasi menurut laporan sejak tahun itu', () => {
    const lampau = { type: 'CatatRealisasiLampau', indikator: 'IKU-1', realisasi: '90', ...dicatat } as const;
    ini.when({ ...lampau, tahun: 2023 }).ditolak('INDIKATOR_MILIK_OPD_LAIN');
    const { type: _, ...isi } = lampau;
    ini
      .when({ ...lampau, tahun: 2022 })
      .then({ type: 'RealisasiLampauDicatat', data: { ...isi, tahun: 2022, sebelum: null } });
  });
  it('menolak definisi baru dan hubungan baru', () => {
    const draf = given(renstra, ...naskah, dialihkan);
    draf.when({ ...tetapkanIndikator(iku1), nama: 'Lain' }).ditolak('INDIKATOR_SUDAH_DIALIHKAN');
    draf
      .when({ type: 'HubungkanIndikator', indikator: 'IKU-1', tingkat: 'sasaran', kode: 'S1', ...elektronik })
      .ditolak('INDIKATOR_SUDAH_DIALIHKAN');
  });
  it('tahun sebelumnya tetap memuatnya, tahun sesudahnya tidak, juga lewat Perubahan yang sedang disusun', () => {
    for (const events of [
      [...asal, dialihkan],
      [...asal, perubahanDimulai, dialihkan, perubahanDitetapkan],
      [...asal, dialihkan, perubahanDimulai, perubahanDitetapkan],
    ]) {
      const r = lipat(...events);
      expect(definisiIndikator(naskahTahun(r, 2022), 'IKU-1')).toEqual(iku1);
      for (const tahun of [2023, 2024]) {
        expect(definisiIndikator(naskahTahun(r, tahun), 'IKU-1')).toBeNull();
        expect(definisiTerukur(naskahTahun(r, tahun), 'IKU-1')).toBeNull();
      }
    }
  });
});

describe('Terima', () => {
  it('memuat definisi dengan kode baru, target sejak tahun itu, dan induknya di Renstra yang sudah ditetapkan', () =>
    given(renstra, ...penerima)
      .when(terima)
      .then(diterima));
  it('membawa target akhir hanya ke masa yang berakhir pada tahun yang sama', () => {
    const target = new Map<number | null, string>([
      [2022, '80'],
      [2023, '81'],
      [2024, '82'],
      [2025, '83'],
      [null, '90'],
    ]);
    const terbawa = (selesai: number) => {
      const isi = { definisi: iku1, target, selesai };
      const [event] = renstra.decide({ ...terima, isi }, lipat(...penerima));
      return event?.type === 'IndikatorDiterima' ? event.data.target.map((t) => t.tahun) : [];
    };
    expect(terbawa(2024)).toEqual([2023, 2024, null]);
    expect(terbawa(2026)).toEqual([2023, 2024]);
  });
  it('tidak membawa Bidang dari OPD lama; yang baru boleh disebut', () => {
    const isi = { definisi: iku('IKU-1', { penanggungJawab: 'bidang-1' }), target: new Map(), selesai: 2024 };
    const bidang = (penanggungJawab: string | null) => {
      const [event] = renstra.decide({ ...terima, isi, penanggungJawab }, lipat(...penerima));
      return event?.type === 'IndikatorDiterima' ? event.data.definisi.penanggungJawab : undefined;
    };
    expect(bidang(null)).toBeNull();
    expect(bidang('bidang-pelatihan')).toBe('bidang-pelatihan');
  });
  it('tidak berubah bila diulang, menolak induk lain kemudian', () => {
    const sudah = given(renstra, ...penerima, diterima);
    sudah.when(terima).then();
    sudah.when({ ...terima, induk: null }).then();
    sudah.when({ ...terima, induk: { tingkat: 'tujuan', kode: 'T1' } }).ditolak('SUDAH_ADA_BERBEDA');
  });
  it('tidak berubah bila diulang, juga bila tempatnya dihapus oleh Perubahan untuk tahun-tahun sesudahnya', () => {
    const s2: RenstraEvent = {
      type: 'SasaranDitambahkan',
      data: { kode: 'S2', tujuan: 'T1', uraian: 'Lama', strategi: [], sebelum: null, ...elektronik },
    };
    const s2Dihapus: RenstraEvent = {
      type: 'UnsurRenstraDihapus',
      data: { unsur: 'sasaran', kode: 'S2', alasan: 'Digabung', ...elektronik },
    };
    const berubah = [...naskah, s2, renstraDitetapkan, perubahanDimulai, s2Dihapus, perubahanDitetapkan];
    const diS2 = { ...terima, induk: { tingkat: 'sasaran', kode: 'S2' } } as const;
    const baru: RenstraEvent = { type: 'IndikatorDiterima', data: { ...datang, induk: diS2.induk } };
    given(renstra, ...berubah)
      .when(diS2)
      .then(baru);
    given(renstra, ...berubah, baru)
      .when(diS2)
      .then();
  });
  it('menolak kode yang sudah dipakai, juga oleh rancangan Perubahan atau peralihan lain', () => {
    given(renstra, ...penerima)
      .when({ ...terima, indikator: 'IKU-1' })
      .ditolak('INDIKATOR_SUDAH_ADA');
    given(renstra, ...penerima, perubahanDimulai, indikatorDitetapkan(iku('IKU-3')))
      .when(terima)
      .ditolak('INDIKATOR_SUDAH_ADA');
    given(renstra, ...penerima, diterima)
      .when({ ...terima, dari: { ...datang.dari, opd: 'dinkes' } })
      .ditolak('INDIKATOR_SUDAH_ADA');
  });
  it('menolak tahun di luar Renstra penerima, juga sebelum mulainya', () => {
    const ini = given(renstra, ...penerima);
    ini.when({ ...terima, sejak: 2021 }).ditolak('TAHUN_DI_LUAR_RENSTRA');
    ini.when({ ...terima, sejak: 2025 }).ditolak('TAHUN_DI_LUAR_RENSTRA');
    given(renstra).when(terima).ditolak('RENSTRA_BELUM_ADA');
  });
  it('menolak OPD yang belum terdaftar, sudah dibubarkan, atau belum punya SOTK', () => {
    const oleh = (p: Partial<typeof terima.penerima>) =>
      given(renstra, ...penerima).when({ ...terima, penerima: { ...terima.penerima, ...p } });
    oleh({ terdaftar: false }).ditolak('OPD_BELUM_TERDAFTAR');
    oleh({ bubar: '2023-06-01' }).ditolak('OPD_SUDAH_DIBUBARKAN');
    oleh({ bersotk: false }).ditolak('SOTK_BELUM_BERLAKU');
  });
  it('menolak indikator, induk, dan rencana yang tidak dikenal', () => {
    const ini = given(renstra, ...penerima);
    ini.when({ ...terima, isi: null }).ditolak('INDIKATOR_TIDAK_DIKENAL');
    ini.when({ ...terima, induk: { tingkat: 'sasaran', kode: 'S9' } }).ditolak('SASARAN_TIDAK_DIKENAL');
    ini.when({ ...terima, induk: { tingkat: 'tujuan', kode: 'T9' } }).ditolak('TUJUAN_TIDAK_DIKENAL');
    given(renstra, rpjmdDisusun).when(terima).ditolak('JENIS_RENCANA_TIDAK_SESUAI');
  });
});

describe('setelah diterima', () => {
  const draf = given(renstra, ...naskah, diterima);
  const target = { ...tetapkanTarget, indikator: 'IKU-3' };
  it('menolak target tahun sebelumnya yang diputuskan di sini; kertas mencetaknya seperti miliknya', () => {
    draf.when({ ...target, tahun: 2022 }).ditolak('INDIKATOR_MILIK_OPD_LAIN');
    draf.when({ ...target, ...dicatat, tahun: 2022 }).then({
      type: 'TargetRenstraDitetapkan',
      data: { indikator: 'IKU-3', tahun: 2022, target: '91.50', sebelum: null, ...dicatat },
    });
    draf.when({ ...target, tahun: 2024 }).then({
      type: 'TargetRenstraDitetapkan',
      data: { indikator: 'IKU-3', tahun: 2024, target: '91.50', sebelum: null, ...elektronik },
    });
  });
  it('dikenal sejak tahun itu saja, di setiap versi, dan tergantung di tempat yang disebut', () => {
    for (const events of [
      [...penerima, diterima],
      [...penerima, perubahanDimulai, diterima, perubahanDitetapkan],
      [...penerima, perubahanDimulai, perubahanDitetapkan, diterima],
    ]) {
      const r = lipat(...events);
      expect(definisiIndikator(naskahTahun(r, 2022), 'IKU-3')).toBeNull();
      for (const tahun of [2023, 2024]) {
        expect(definisiIndikator(naskahTahun(r, tahun), 'IKU-3')).toEqual(datang.definisi);
        expect(naskahTahun(r, tahun).hubungan.has('sasaran S1 IKU-3')).toBe(true);
      }
    }
  });
});
