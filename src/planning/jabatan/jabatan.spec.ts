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
import { type JabatanCommand, type JabatanEvent, jabatan, type Masa, pemegang } from './jabatan.decider.js';

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
