import { type Berstream, di, project, rekam } from '../../../test/support/project.js';
import type { DomainEvent } from '../../kernel/decider.js';
import { paguDitetapkan } from '../../planning/anggaran/anggaran.contoh.js';
import { ditetapkan } from '../../planning/jabatan/jabatan.contoh.js';
import type { Masa } from '../../planning/jabatan/masa.decider.js';
import * as pk from '../../planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import type { PkEvent } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import { kotakMasukView, tandaKotakMasuk } from './kotak-masuk.projection.js';
import type { BarisPerubahan } from './perubahan-jatuh-tempo.projection.js';

const PK = 'PerjanjianKinerja-61.71.disnaker.kepala.2023';
const JABATAN = 'Jabatan-61.71.disnaker.kepala';
const ANGGARAN = 'Anggaran-61.71.disnaker.2023';

const baris = (...bagian: Berstream<DomainEvent>[][]): BarisPerubahan | undefined =>
  project(kotakMasukView, rekam<DomainEvent>(...bagian)).get(`${PK}#perubahan`) as BarisPerubahan | undefined;
const sebab = (...bagian: Berstream<DomainEvent>[][]): string[] =>
  (baris(...bagian)?.jatuhTempo ?? []).map((j) => j.sebab);

const murni = di<DomainEvent>(PK, ...pk.murniBerlaku); // signed by orang-kadis on 2023-01-01
const baru: Partial<Masa> = { subjek: 'orang-baru', mulai: '2023-06-01' };
const pengganti = (masa: Partial<Masa> = {}) => di<DomainEvent>(JABATAN, ditetapkan({ ...baru, ...masa }));
const pagu = (jenis: 'murni' | 'perubahan', cara: 'elektronik' | 'dicatat' = 'elektronik') =>
  di<DomainEvent>(ANGGARAN, paguDitetapkan({ jenis, cara }));
const dpa = (jenis: string): Berstream<DomainEvent>[] => {
  const akta = { jenis: 'DPPA', nomor: '1', tanggal: '2023-10-02', pejabat: 'PPKD' };
  return di(ANGGARAN, { type: 'DokumenAnggaranDitetapkan', data: { jenis, akta, cara: 'elektronik' } });
};
/** The PK Perubahan, signed first by this person. */
const perubahan = (subjek: string | null, cara: 'elektronik' | 'dicatat' = 'elektronik') =>
  di<DomainEvent>(
    PK,
    ...[pk.pengajuanPerubahan, pk.ttdKadisPerubahan, pk.ttdWaliPerubahan, pk.berlakuPerubahan].map((e) =>
      'oleh' in e.data
        ? ({ ...e, data: { ...e.data, cara, oleh: { ...e.data.oleh, subjek } } } as PkEvent)
        : e,
    ),
    pk.digantikan,
  );
const ditutup = (s: string) =>
  di<DomainEvent>(PK, { ...pk.kebutuhanDitutup, data: { ...pk.kebutuhanDitutup.data, sebab: s } });

describe('pejabat berganti', () => {
  const HARUS = ['pergantian-pejabat'];

  it.each(['definitif', 'Plt.', 'Pj.'] as const)(
    'membuat PK Perubahan jatuh tempo bila penggantinya %s',
    (status) => expect(sebab(murni, pengganti({ status }))).toEqual(HARUS),
  );
  it.each(['Plh.', 'Pjs.'] as const)('tidak, bila hanya digantikan sementara oleh %s', (status) =>
    expect(sebab(murni, pengganti({ status }))).toEqual([]),
  );
  it('tidak, bila PK ditandatangani pejabat baru itu sendiri', () =>
    expect(sebab(pengganti({ subjek: 'orang-kadis', mulai: '2023-01-01' }), murni)).toEqual([]));
  it('tidak, bila PK berlaku setelah pengganti mulai', () =>
    expect(sebab(pengganti({ mulai: '2022-12-31' }), murni)).toEqual([]));
  it('tidak, bila yang sama hanya berganti status', () =>
    expect(sebab(murni, pengganti({ subjek: 'orang-kadis' }))).toEqual([]));
  it('tidak, bila yang dicatat belakangan adalah pendahulunya', () =>
    expect(sebab(di(PK, ...pk.murniBerlaku), pengganti({ mulai: '2022-06-01' }))).toEqual([]));
  it('juga bila penggantinya sudah dicatat sebelum PK berlaku, tetapi baru mulai sesudahnya', () =>
    expect(sebab(pengganti(), murni)).toEqual(HARUS));
  it('tidak menyentuh PK tahun lain', () =>
    expect(sebab(murni, pengganti({ mulai: '2024-01-02' }))).toEqual([]));
  it('tidak selagi belum ada PK yang berlaku', () =>
    expect(sebab(di(PK, pk.pengajuan, pk.ttdKadis), pengganti())).toEqual([]));

  it('selesai bila pejabat baru menandatangani PK Perubahan', () =>
    expect(sebab(murni, pengganti(), perubahan('orang-baru'))).toEqual([]));
  it('selesai bila PK Perubahan disalin dari kertas bertanggal sesudahnya', () =>
    expect(sebab(murni, pengganti(), perubahan(null, 'dicatat'))).toEqual([]));
  it('selesai bila ditutup dengan alasan, dan timbul lagi bila pejabat berganti lagi', () => {
    expect(sebab(murni, pengganti(), ditutup('pergantian-pejabat'))).toEqual([]);
    const lagi = pengganti({ subjek: 'orang-ketiga', mulai: '2023-09-01' });
    expect(sebab(murni, pengganti(), ditutup('pergantian-pejabat'), lagi)).toEqual(HARUS);
  });
  it('tidak selesai oleh PK Perubahan yang baru diajukan atau ditarik', () => {
    const ditarik = { ...pk.dibatalkan, data: { ...pk.dibatalkan.data, versi: 2 } };
    expect(sebab(murni, pengganti(), di(PK, pk.pengajuanPerubahan))).toEqual(HARUS);
    expect(sebab(murni, pengganti(), di<DomainEvent>(PK, pk.pengajuanPerubahan, ditarik))).toEqual(HARUS);
  });
});

describe('APBD berubah', () => {
  const HARUS = ['perubahan-apbd'];

  it('membuat PK kepala OPD jatuh tempo sekali, berapa pun kode yang berubah', () => {
    expect(sebab(murni, pagu('perubahan'), pagu('perubahan'))).toEqual(HARUS);
    expect(sebab(murni, dpa('perubahan'), pagu('perubahan'))).toEqual(HARUS);
  });
  it.each(['murni', 'pergeseran'])('tidak oleh dokumen anggaran %s', (jenis) =>
    expect(sebab(murni, dpa(jenis), pagu('murni'))).toEqual([]),
  );
  it('tidak bila PK baru berlaku sesudahnya', () => expect(sebab(pagu('perubahan'), murni)).toEqual([]));
  it('selesai oleh PK Perubahan, dan timbul lagi bila anggaran berubah lagi', () => {
    expect(sebab(murni, pagu('perubahan'), perubahan('orang-kadis'))).toEqual([]);
    expect(sebab(murni, perubahan('orang-kadis'), pagu('perubahan'))).toEqual(HARUS);
  });
  it('tidak timbul dari pagu yang disalin dari kertas sesudah PK Perubahan yang menjawabnya', () =>
    expect(sebab(murni, perubahan(null, 'dicatat'), pagu('perubahan', 'dicatat'))).toEqual([]));
  it('hanya PK kepala, bukan PK di bawahnya', () => {
    const bawahan = 'PerjanjianKinerja-61.71.disnaker.bidang-1.2023';
    const rows = project(
      kotakMasukView,
      rekam<DomainEvent>(di(bawahan, ...pk.murniBerlaku), pagu('perubahan')),
    );
    expect((rows.get(`${bawahan}#perubahan`) as BarisPerubahan).jatuhTempo).toEqual([]);
  });
  it('di pemda jatuh pada PK kepala daerah', () => {
    const pemda = 'PerjanjianKinerja-61.71.pemda.kepala-daerah.2023';
    const uang = di<DomainEvent>('Anggaran-61.71.pemda.2023', paguDitetapkan({ jenis: 'perubahan' }));
    const rows = project(kotakMasukView, rekam<DomainEvent>(di(pemda, ...pk.murniBerlaku), uang));
    expect((rows.get(`${pemda}#perubahan`) as BarisPerubahan).jatuhTempo).toMatchObject([
      { sebab: 'perubahan-apbd' },
    ]);
  });
});

describe('dicatat dengan tangan', () => {
  it('jatuh tempo dengan alasannya, sejak pertama kali dicatat', () => {
    const lagi = { ...pk.kebutuhanDicatat, data: { ...pk.kebutuhanDicatat.data, alasan: 'Alasan baru.' } };
    const [satu] = baris(murni, di(PK, pk.kebutuhanDicatat))?.jatuhTempo ?? [];
    expect(satu).toMatchObject({
      sebab: 'perubahan-strategi',
      posisi: 4,
      catatan: 'Arah kebijakan pasar kerja berubah.',
    });
    expect(baris(murni, di<DomainEvent>(PK, pk.kebutuhanDicatat, lagi))?.jatuhTempo).toEqual([
      { ...satu, catatan: 'Alasan baru.' },
    ]);
  });
  it('menutup satu sebab membiarkan yang lain', () =>
    expect(
      sebab(murni, di(PK, pk.kebutuhanDicatat), pagu('perubahan'), ditutup('perubahan-strategi')),
    ).toEqual(['perubahan-apbd']));
  it('satu PK Perubahan menjawab semua sebab yang timbul sebelumnya', () =>
    expect(
      sebab(murni, di(PK, pk.kebutuhanDicatat), pagu('perubahan'), pengganti(), perubahan('orang-baru')),
    ).toEqual([]));
});

it('ditunjukkan kepada jabatan Pihak Pertama dan perencananya, sejak sebab yang pertama', () => {
  const row = baris(murni, pagu('perubahan'), pengganti());
  const urut = '4'.padStart(16, '0');
  expect(row && kotakMasukView.tanda(row, '')).toEqual([
    { tag: tandaKotakMasuk('61.71.disnaker.kepala'), urut },
    { tag: tandaKotakMasuk('61.71.disnaker.perencana'), urut },
  ]);
  const selesai = baris(murni, pagu('perubahan'), perubahan('orang-kadis'));
  expect(selesai && kotakMasukView.tanda(selesai, '')).toEqual([]);
});

it('PK yang menunggu tanda tangan dan PK yang harus diubah adalah dua tugas', () => {
  const rows = project(
    kotakMasukView,
    rekam<DomainEvent>(murni, pagu('perubahan'), di(PK, pk.pengajuanPerubahan)),
  );
  expect([...rows.keys()].sort()).toEqual([PK, `${PK}#perubahan`]);
});
