import { given } from '../../../test/support/given.js';
import { dicatat } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import {
  catatUsulan,
  putuskanUsulan,
  rktDitetapkan,
  targetRktDicatat,
  usulanDicatat,
  usulanDiputuskan,
  usulkanRkt,
} from './rencana-kinerja.contoh.js';
import { type RencanaKinerjaEvent, rencanaKinerja } from './rencana-kinerja.decider.js';

const murni = [targetRktDicatat(), rktDitetapkan('murni')];
const dariTahunLalu = usulanDicatat({ berdasarkan: usulkanRkt.berdasarkanUsulan });
const isi = {
  uraian: 'Bursa kerja di setiap kecamatan',
  tahunAsal: 2022,
  sumber: 'tindak-lanjut',
  indikator: 'IKU-1',
} as const;

describe('Usulkan', () => {
  it('mengusulkan target Renstra yang belum tercatat, dan yang tersisa dari tahun lalu', () =>
    given(rencanaKinerja, targetRktDicatat())
      .when(usulkanRkt)
      .then(targetRktDicatat({ indikator: 'IKU-1', target: '91.50', asal: 'renstra' }), dariTahunLalu));
  it('melewati indikator yang ada di PK', () =>
    given(rencanaKinerja)
      .when({ ...usulkanRkt, dalamPk: ['IKU-1'], usulan: [] })
      .then(targetRktDicatat({ asal: 'renstra' })));
  it('tidak berubah bila diulang, juga setelah ditetapkan', () => {
    const diusulkan = [targetRktDicatat(), targetRktDicatat({ indikator: 'IKU-1' }), dariTahunLalu];
    given(rencanaKinerja, ...diusulkan)
      .when(usulkanRkt)
      .then();
    given(rencanaKinerja, ...diusulkan, rktDitetapkan('murni'))
      .when(usulkanRkt)
      .then();
  });
  it('tidak menimpa usulan yang sudah diubah atau diputuskan', () =>
    given(rencanaKinerja, usulanDicatat({ uraian: 'Bursa kerja daring' }), usulanDiputuskan())
      .when({ ...usulkanRkt, target: [] })
      .then());
  it('RKT perubahan bertolak dari murni; Renstra hanya melengkapi', () =>
    given(rencanaKinerja, targetRktDicatat({ target: '60' }), rktDitetapkan('murni'))
      .when({ ...usulkanRkt, jenis: 'perubahan', usulan: [] })
      .then(
        targetRktDicatat({ jenis: 'perubahan', indikator: 'IKU-1', target: '91.50', asal: 'renstra' }),
        targetRktDicatat({ jenis: 'perubahan', target: '60', asal: 'murni' }),
      ));
  it('RKT perubahan tidak membawa indikator yang sudah keluar dari Renstra', () =>
    given(rencanaKinerja, ...murni)
      .when({ ...usulkanRkt, jenis: 'perubahan', dikenal: ['IKU-1'], target: [], usulan: [] })
      .then());
  it('menolak perubahan sebelum murni ditetapkan', () =>
    given(rencanaKinerja, targetRktDicatat())
      .when({ ...usulkanRkt, jenis: 'perubahan' })
      .ditolak('MURNI_BELUM_DITETAPKAN'));
  it('menolak target baru setelah ditetapkan, tetapi menerima usulan', () => {
    given(rencanaKinerja, ...murni)
      .when(usulkanRkt)
      .ditolak('MURNI_SUDAH_DITETAPKAN');
    given(rencanaKinerja, ...murni)
      .when({ ...usulkanRkt, target: [] })
      .then(dariTahunLalu);
  });
});

describe('CatatUsulan', () => {
  it('mencatat usulan', () => given(rencanaKinerja).when(catatUsulan).then(usulanDicatat()));
  it('tidak berubah bila diulang', () => given(rencanaKinerja, usulanDicatat()).when(catatUsulan).then());
  it('mengubah usulan dengan menyebut yang lama', () =>
    given(rencanaKinerja, usulanDicatat())
      .when({ ...catatUsulan, uraian: 'Bursa kerja daring' })
      .then(usulanDicatat({ uraian: 'Bursa kerja daring', sebelum: isi })));
  it('mengenal kode yang dibentuk dari kode indikator panjang, walau lebih dari 60 huruf', () => {
    const kode = `RA-2022-${'I'.repeat(60)}-tw1`;
    given(rencanaKinerja, usulanDicatat({ kode }))
      .when({ ...catatUsulan, kode, uraian: 'Lain' })
      .then(usulanDicatat({ kode, uraian: 'Lain', sebelum: isi }));
    given(rencanaKinerja)
      .when({ ...catatUsulan, kode })
      .ditolak('KODE_TIDAK_SAH');
  });
  it.each([
    ['indikator yang tidak dikenal', { indikatorDikenal: false }, 'INDIKATOR_TIDAK_DIKENAL'],
    ['uraian kosong', { uraian: ' ' }, 'TEKS_TIDAK_SAH'],
    ['tahun yang tidak masuk akal', { tahunAsal: 22 }, 'TAHUN_TIDAK_SAH'],
    ['kertas dengan uraian lain', { uraian: 'Lain', ...dicatat }, 'SUDAH_ADA_BERBEDA'],
  ] as const)('menolak %s', (_, ubah, kode) =>
    given(rencanaKinerja, usulanDicatat())
      .when({ ...catatUsulan, ...ubah })
      .ditolak(kode),
  );
});

describe('PutuskanUsulan', () => {
  it('memutuskan usulan dengan alasannya', () =>
    given(rencanaKinerja, usulanDicatat()).when(putuskanUsulan).then(usulanDiputuskan()));
  it('tidak berubah bila diulang', () =>
    given(rencanaKinerja, usulanDicatat(), usulanDiputuskan()).when(putuskanUsulan).then());
  it('mengubah putusan dengan menyebut yang lama; menerima tidak memerlukan alasan', () =>
    given(rencanaKinerja, usulanDicatat(), usulanDiputuskan())
      .when({ ...putuskanUsulan, putusan: 'diterima', alasan: null })
      .then(
        usulanDiputuskan({
          putusan: 'diterima',
          alasan: null,
          sebelum: { putusan: 'ditolak', alasan: 'Tanpa anggaran' },
        }),
      ));
  it.each([
    ['usulan yang tidak ada', { kode: 'X' }, 'USULAN_TIDAK_DIKENAL'],
    ['penolakan tanpa alasan', { alasan: null }, 'ALASAN_WAJIB'],
    ['penundaan tanpa alasan', { putusan: 'ditunda', alasan: null }, 'ALASAN_WAJIB'],
    ['alasan kosong', { alasan: ' ' }, 'ALASAN_WAJIB'],
  ] as const)('menolak %s', (_, ubah, kode) =>
    given(rencanaKinerja, usulanDicatat())
      .when({ ...putuskanUsulan, ...ubah })
      .ditolak(kode),
  );
  it('putusan gugur bila usulannya berubah', () => {
    const putusan = (...events: RencanaKinerjaEvent[]) =>
      events
        .reduce((s, e, i) => rencanaKinerja.evolve(s, e, i), rencanaKinerja.initial)
        .usulan.get(catatUsulan.kode)?.putusan ?? null;
    const diputuskan = [usulanDicatat(), usulanDiputuskan()];
    expect(putusan(...diputuskan)).toEqual({ putusan: 'ditolak', alasan: 'Tanpa anggaran' });
    expect(putusan(...diputuskan, usulanDicatat({ uraian: 'Lain', sebelum: isi }))).toBeNull();
  });
});
