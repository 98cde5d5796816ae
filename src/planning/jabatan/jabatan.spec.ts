import { given } from '../../../test/support/given.js';
import { elektronik } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import {
  bentukKepala,
  berhentikanPejabat,
  ditetapkan,
  isiKepala,
  kepalaDibentuk,
  kertas,
  pejabatDiberhentikan,
  tetapkanPejabat,
} from './jabatan.contoh.js';
import { type JabatanCommand, type JabatanEvent, jabatan, pemegang } from './jabatan.decider.js';
import type { Masa } from './masa.decider.js';

describe('Bentuk', () => {
  it('membentuk jabatan', () => given(jabatan).when(bentukKepala).then(kepalaDibentuk));
  it('tidak berubah bila diulang', () => given(jabatan, kepalaDibentuk).when(bentukKepala).then());
  it('mengganti sebutan dengan menyebut yang lama', () =>
    given(jabatan, kepalaDibentuk)
      .when({ ...bentukKepala, sebutan: 'Kepala Dinas' })
      .then({
        type: 'JabatanDibentuk',
        data: { ...isiKepala, sebutan: 'Kepala Dinas', sebelum: isiKepala, ...elektronik },
      }));
  it('tidak menganggap beda sebutan yang tercetak lain di kertas', () =>
    given(jabatan, kepalaDibentuk)
      .when({ ...bentukKepala, sebutan: 'KEPALA DINAS', atasan: null, ...kertas })
      .then());
  it('menolak OPD yang belum terdaftar', () =>
    given(jabatan)
      .when({ ...bentukKepala, terdaftar: false })
      .ditolak('OPD_BELUM_TERDAFTAR'));

  const letak = { jenis: 'kepala', unit: 'pimpinan', eselon: 'II.b' } as const;
  it('mencatat jenis, unit, dan eselon', () =>
    given(jabatan, kepalaDibentuk)
      .when({ ...bentukKepala, ...letak })
      .then({
        type: 'JabatanDibentuk',
        data: { ...isiKepala, ...letak, sebelum: isiKepala, ...elektronik },
      }));
  it('melengkapi dari kertas yang belum diketahui, tanpa menyentuh sebutan', () => {
    const kertasLengkap = { ...bentukKepala, ...letak, sebutan: 'KEPALA DINAS', ...kertas };
    const lengkap: JabatanEvent = {
      type: 'JabatanDibentuk',
      data: { ...isiKepala, ...letak, sebelum: isiKepala, ...kertas },
    };
    given(jabatan, kepalaDibentuk).when(kertasLengkap).then(lengkap);
    given(jabatan, kepalaDibentuk, lengkap).when(kertasLengkap).then();
    given(jabatan, kepalaDibentuk, lengkap)
      .when({ ...kertasLengkap, eselon: 'II.a' })
      .ditolak('SUDAH_ADA_BERBEDA');
  });
  it('menolak eselon yang tidak ada', () =>
    given(jabatan)
      .when({ ...bentukKepala, eselon: '2b' })
      .ditolak('ESELON_TIDAK_SAH'));
  it('menolak atasan dan unit yang tidak dikenal, kecuali dari kertas', () => {
    const asing = { ...bentukKepala, atasanDikenal: 'tidak-dikenal', unitDikenal: false } as const;
    given(jabatan).when(asing).ditolak('ATASAN_TIDAK_DIKENAL');
    given(jabatan)
      .when({ ...asing, atasanDikenal: 'dikenal' })
      .ditolak('UNIT_TIDAK_DIKENAL');
    given(jabatan)
      .when({ ...asing, ...kertas })
      .then({ type: 'JabatanDibentuk', data: { ...isiKepala, sebelum: null, ...kertas } });
  });
  it('menolak jabatan yang menjadi bawahan dirinya sendiri, juga dari kertas', () => {
    const berputar = { ...bentukKepala, atasanDikenal: 'berputar' } as const;
    given(jabatan).when(berputar).ditolak('JABATAN_BERPUTAR');
    given(jabatan)
      .when({ ...berputar, ...kertas })
      .ditolak('JABATAN_BERPUTAR');
  });
});

describe('Tutup', () => {
  const tutup = { type: 'Tutup', tanggal: '2023-06-01', alasan: 'SOTK baru', ...elektronik } as const;
  const ditutup: JabatanEvent = {
    type: 'JabatanDitutup',
    data: { tanggal: '2023-06-01', alasan: 'SOTK baru', sebelum: null, ...elektronik },
  };
  it('menutup jabatan yang tidak dipegang lagi', () => {
    given(jabatan, kepalaDibentuk).when(tutup).then(ditutup);
    given(jabatan, kepalaDibentuk, ditetapkan(), pejabatDiberhentikan).when(tutup).then(ditutup);
  });
  it('tidak berubah bila diulang', () => given(jabatan, kepalaDibentuk, ditutup).when(tutup).then());
  it('menolak selagi dipegang pada tanggal itu atau sesudahnya', () => {
    given(jabatan, kepalaDibentuk, ditetapkan()).when(tutup).ditolak('JABATAN_MASIH_DIPEGANG');
    given(jabatan, kepalaDibentuk, ditetapkan(), pejabatDiberhentikan)
      .when({ ...tutup, tanggal: '2023-05-31' })
      .ditolak('JABATAN_MASIH_DIPEGANG');
  });
  it('mengganti tanggalnya dengan menyebut yang lama, kecuali dari kertas', () => {
    const mundur = { ...tutup, tanggal: '2023-07-01' };
    given(jabatan, kepalaDibentuk, ditutup)
      .when(mundur)
      .then({
        type: 'JabatanDitutup',
        data: { ...ditutup.data, tanggal: '2023-07-01', sebelum: '2023-06-01' },
      } as JabatanEvent);
    given(jabatan, kepalaDibentuk, ditutup)
      .when({ ...mundur, ...kertas })
      .ditolak('SUDAH_ADA_BERBEDA');
  });
  it('menolak tanpa alasan, dan jabatan yang belum dibentuk', () => {
    given(jabatan, kepalaDibentuk)
      .when({ ...tutup, alasan: ' ' })
      .ditolak('ALASAN_WAJIB');
    given(jabatan).when(tutup).ditolak('JABATAN_BELUM_ADA');
  });
  it('sesudahnya menerima hanya masa yang berakhir sebelum ditutup', () => {
    const ada = given(jabatan, kepalaDibentuk, ditutup);
    ada.when(tetapkanPejabat).ditolak('JABATAN_DITUTUP');
    ada.when({ ...tetapkanPejabat, selesai: '2023-06-01' }).ditolak('JABATAN_DITUTUP');
    ada.when({ ...tetapkanPejabat, selesai: '2023-05-31' }).then(ditetapkan({ selesai: '2023-05-31' }));
  });
  it('jabatan itu dapat dibentuk lagi di sini, tidak dari kertas', () => {
    const lagi: JabatanEvent = {
      type: 'JabatanDibentuk',
      data: { ...isiKepala, sebelum: isiKepala, ...elektronik },
    };
    given(jabatan, kepalaDibentuk, ditutup).when(bentukKepala).then(lagi);
    given(jabatan, kepalaDibentuk, ditutup, lagi).when(tetapkanPejabat).then(ditetapkan());
    given(jabatan, kepalaDibentuk, ditutup)
      .when({ ...bentukKepala, ...kertas })
      .then();
  });
});

const tetapkan = (masa: Partial<Masa>): JabatanCommand => ({ ...tetapkanPejabat, ...masa }) as JabatanCommand;

describe('TetapkanPejabat', () => {
  it('menetapkan pejabat definitif', () =>
    given(jabatan, kepalaDibentuk).when(tetapkanPejabat).then(ditetapkan()));
  it('tidak berubah bila diulang', () =>
    given(jabatan, kepalaDibentuk, ditetapkan()).when(tetapkanPejabat).then());
  it('menerima Plh. selagi ada pejabat definitif', () => {
    const plh = { subjek: 'orang-2', status: 'Plh.', mulai: '2023-03-01', selesai: '2023-03-14' } as const;
    given(jabatan, kepalaDibentuk, ditetapkan()).when(tetapkan(plh)).then(ditetapkan(plh));
  });
  it('menerima pengganti sejak sehari setelah masa yang lama berakhir', () => {
    const pengganti = { subjek: 'orang-2', mulai: '2023-06-01' };
    given(jabatan, kepalaDibentuk, ditetapkan(), pejabatDiberhentikan)
      .when(tetapkan(pengganti))
      .then(ditetapkan(pengganti));
  });
  it.each<[string, Partial<Masa>]>([
    ['di dalam masa yang lama', { mulai: '2023-01-01', selesai: '2023-02-01' }],
    ['pada hari terakhir masa yang lama', { mulai: '2023-05-31' }],
    ['yang melingkupi masa yang lama', { mulai: '2021-01-01' }],
    ['yang berakhir pada hari pertama masa yang lama', { mulai: '2021-01-01', selesai: '2022-01-03' }],
  ])('menolak pejabat sejenis %s', (_, masa) =>
    given(jabatan, kepalaDibentuk, ditetapkan(), pejabatDiberhentikan)
      .when(tetapkan({ subjek: 'orang-2', ...masa }))
      .ditolak('PEJABAT_TUMPANG_TINDIH'),
  );
  it('menolak masa yang selesai sebelum mulai, dan tanggal yang tidak ada', () => {
    given(jabatan, kepalaDibentuk)
      .when(tetapkan({ selesai: '2022-01-02' }))
      .ditolak('TANGGAL_TIDAK_SAH');
    given(jabatan, kepalaDibentuk)
      .when(tetapkan({ mulai: '2022-02-30' }))
      .ditolak('TANGGAL_TIDAK_SAH');
  });
  it('menolak NIP sebagai subjek', () =>
    given(jabatan, kepalaDibentuk)
      .when(tetapkan({ subjek: '197001011995031001' }))
      .ditolak('TEKS_MEMUAT_DATA_PRIBADI'));
  it('menolak jabatan yang belum dibentuk', () =>
    given(jabatan).when(tetapkanPejabat).ditolak('JABATAN_BELUM_ADA'));
});

describe('BerhentikanPejabat', () => {
  it('mengakhiri masa jabatan', () =>
    given(jabatan, kepalaDibentuk, ditetapkan()).when(berhentikanPejabat).then(pejabatDiberhentikan));
  it('tidak berubah bila diulang', () =>
    given(jabatan, kepalaDibentuk, ditetapkan(), pejabatDiberhentikan).when(berhentikanPejabat).then());
  it('memperpanjang masa dengan menyebut akhir yang lama', () =>
    given(jabatan, kepalaDibentuk, ditetapkan(), pejabatDiberhentikan)
      .when({ ...berhentikanPejabat, selesai: '2023-06-30' })
      .then({
        type: 'PejabatDiberhentikan',
        data: { ...pejabatDiberhentikan.data, selesai: '2023-06-30', sebelum: '2023-05-31' },
      } as JabatanEvent));
  it('menolak perpanjangan ke masa penggantinya', () =>
    given(
      jabatan,
      kepalaDibentuk,
      ditetapkan(),
      pejabatDiberhentikan,
      ditetapkan({ subjek: 'orang-2', mulai: '2023-06-01' }),
    )
      .when({ ...berhentikanPejabat, selesai: '2023-06-30' })
      .ditolak('PEJABAT_TUMPANG_TINDIH'));
  it('menolak orang yang tidak memegang jabatan itu', () =>
    given(jabatan, kepalaDibentuk, ditetapkan())
      .when({ ...berhentikanPejabat, subjek: 'orang-9' })
      .ditolak('JABATAN_TANPA_PEJABAT'));
  it('menolak akhir sebelum mulai', () =>
    given(jabatan, kepalaDibentuk, ditetapkan())
      .when({ ...berhentikanPejabat, selesai: '2021-12-31' })
      .ditolak('TANGGAL_TIDAK_SAH'));
  it('menolak jabatan yang belum dibentuk', () =>
    given(jabatan).when(berhentikanPejabat).ditolak('JABATAN_BELUM_ADA'));
});

describe('pemegang', () => {
  const pada = (tanggal: string, ...events: JabatanEvent[]) =>
    pemegang(
      [kepalaDibentuk, ...events].reduce((s, e, i) => jabatan.evolve(s, e, i), jabatan.initial),
      tanggal,
    );
  const plh = ditetapkan({ subjek: 'plh', status: 'Plh.', mulai: '2023-03-01', selesai: '2023-03-14' });
  const plt = ditetapkan({ subjek: 'plt', status: 'Plt.', mulai: '2023-06-01' });
  it('tidak ada sebelum masa pertama', () => {
    expect(pada('2022-01-02', ditetapkan())).toBeNull();
    expect(pada('2022-01-03', ditetapkan())).toEqual({ subjek: 'orang-1', status: 'definitif' });
  });
  it('Plh. bertindak pada hari-harinya, lalu kembali ke pejabat definitif', () => {
    expect(pada('2023-03-14', ditetapkan(), plh)?.subjek).toBe('plh');
    expect(pada('2023-03-15', ditetapkan(), plh)?.subjek).toBe('orang-1');
  });
  it('Plt. mendahului pejabat definitif, Plh. mendahului Plt.', () => {
    const plhLagi = ditetapkan({
      subjek: 'plh-2',
      status: 'Plh.',
      mulai: '2023-07-01',
      selesai: '2023-07-02',
    });
    expect(pada('2023-06-30', ditetapkan(), plt, plhLagi)?.subjek).toBe('plt');
    expect(pada('2023-07-01', ditetapkan(), plt, plhLagi)?.subjek).toBe('plh-2');
  });
  it('dari Plt. dan Pj. sekaligus, yang lebih akhir ditetapkan', () => {
    const pj = ditetapkan({ subjek: 'pj', status: 'Pj.', mulai: '2023-08-01' });
    expect(pada('2023-09-01', plt, pj)?.subjek).toBe('pj');
    expect(pada('2023-09-01', pj, plt)?.subjek).toBe('pj');
  });
  it('riwayat pejabat lama tetap dapat ditanya setelah diberhentikan', () => {
    const baru = ditetapkan({ subjek: 'orang-2', mulai: '2023-06-01' });
    expect(pada('2023-05-31', ditetapkan(), pejabatDiberhentikan, baru)?.subjek).toBe('orang-1');
    expect(pada('2023-06-01', ditetapkan(), pejabatDiberhentikan, baru)?.subjek).toBe('orang-2');
  });
});
