import { given } from '../../../test/support/given.js';
import { iku as definisi, dicatat } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import {
  ikuDikeluarkan,
  ikuDipilih,
  ikuDisusun,
  ikuDitetapkan,
  isiIku1,
  keluarkanIku,
  keputusanIku,
  pilihIku,
  setKeduaDisusun,
  setPertama,
  susunIku,
  tetapkanIku,
} from './iku.contoh.js';
import { type IkuEvent, iku, ikuTahun } from './iku.decider.js';

const susunKedua = { ...susunIku, mulaiBerlaku: 2024, alasan: 'Renstra Perubahan' };
const pilihIku2 = { ...pilihIku, indikator: 'IKU-2', definisi: definisi('IKU-2') };
const iku2Dipilih = ikuDipilih({
  indikator: 'IKU-2',
  formula: null,
  sumberData: null,
  penanggungJawab: null,
});

describe('Susun', () => {
  it('membuka set pertama', () => given(iku).when(susunIku).then(ikuDisusun()));
  it('tidak berubah bila diulang selagi disusun', () => given(iku, ikuDisusun()).when(susunIku).then());
  it('mengubah tahun mulai set yang sedang disusun, dengan menyebut yang lama', () =>
    given(iku, ikuDisusun())
      .when({ ...susunIku, mulaiBerlaku: 2023 })
      .then(ikuDisusun({ mulaiBerlaku: 2023, sebelum: { mulaiBerlaku: 2022, alasan: null } })));
  it('membuka set kedua setelah yang pertama ditetapkan, dengan alasannya', () =>
    given(iku, ...setPertama)
      .when(susunKedua)
      .then(setKeduaDisusun));
  it.each([
    ['tahun tanpa Renstra', { renstraAda: false }, 'RENSTRA_BELUM_ADA'],
    ['tahun yang tidak masuk akal', { mulaiBerlaku: 22 }, 'TAHUN_TIDAK_SAH'],
    ['set kedua tanpa alasan', { alasan: null }, 'ALASAN_WAJIB'],
    ['alasan kosong', { alasan: ' ' }, 'ALASAN_WAJIB'],
    ['set ketiga sebelum yang kedua', { versi: 3, ...dicatat }, 'KEADAAN_TIDAK_SESUAI'],
    ['kertas yang menyebut tahun lain', { versi: 1, mulaiBerlaku: 2023, ...dicatat }, 'SUDAH_ADA_BERBEDA'],
  ] as const)('menolak %s', (_, isi, kode) =>
    given(iku, ...setPertama)
      .when({ ...susunKedua, ...isi })
      .ditolak(kode),
  );
  it('kertas menyebut setnya menurut nomor, dan tidak mengulang yang sudah ada', () => {
    given(iku, ...setPertama)
      .when({ ...susunIku, versi: 1, ...dicatat })
      .then();
    given(iku, ...setPertama)
      .when({ ...susunIku, versi: 2, mulaiBerlaku: 2024, ...dicatat })
      .then(ikuDisusun({ versi: 2, mulaiBerlaku: 2024, ...dicatat }));
  });
});

describe('Pilih', () => {
  it('mengambil formula, sumber data, dan penanggung jawab dari Renstra bila tidak disebut', () =>
    given(iku, ikuDisusun()).when(pilihIku).then(ikuDipilih()));
  it('menulis formula dari Renstra tanpa kurung bila tidak ada yang dikalikan', () => {
    const perOrang = definisi('IKU-2', { satuan: 'orang', pembilang: 'dilatih', penyebut: 'bidang' });
    given(iku, ikuDisusun())
      .when({ ...pilihIku2, definisi: perOrang })
      .then({ ...iku2Dipilih, data: { ...iku2Dipilih.data, formula: 'dilatih / bidang' } } as IkuEvent);
  });
  it('membiarkan kosong yang tidak dikatakan siapa pun', () =>
    given(iku, ikuDisusun()).when(pilihIku2).then(iku2Dipilih));
  it('tidak berubah bila diulang, juga setelah ditetapkan', () => {
    given(iku, ikuDisusun(), ikuDipilih()).when(pilihIku).then();
    given(iku, ...setPertama)
      .when({ ...pilihIku, alasan: null })
      .then();
  });
  it('mengganti keterangan dengan menyebut yang lama; yang tidak disebut tetap', () =>
    given(iku, ikuDisusun(), ikuDipilih())
      .when({ ...pilihIku, alasan: null, formula: 'Dihitung BPS' })
      .then(ikuDipilih({ formula: 'Dihitung BPS', sebelum: isiIku1 })));
  it.each([
    ['indikator yang tidak ada di Renstra', { definisi: null }, 'INDIKATOR_TIDAK_DIKENAL'],
    ['indikator program', { definisi: definisi('IKU-2', { level: 'program' }) }, 'IKU_BUKAN_STRATEGIS'],
    ['pilihan tanpa alasan', { alasan: null }, 'ALASAN_WAJIB'],
    ['formula yang memuat NIP', { formula: 'oleh 197001011995031001' }, 'TEKS_MEMUAT_DATA_PRIBADI'],
  ] as const)('menolak %s', (_, isi, kode) =>
    given(iku, ikuDisusun())
      .when({ ...pilihIku2, ...isi })
      .ditolak(kode),
  );
  it('menolak bila tidak ada set yang disusun', () => {
    given(iku).when(pilihIku).ditolak('IKU_BELUM_DISUSUN');
    given(iku, ...setPertama)
      .when(pilihIku2)
      .ditolak('IKU_BELUM_DISUSUN');
  });
  it('kertas menambah yang belum disebut, juga setelah ditetapkan, tetapi tidak menimpa', () => {
    given(iku, ...setPertama)
      .when({ ...pilihIku2, versi: 1, alasan: null, ...dicatat })
      .then({ ...iku2Dipilih, data: { ...iku2Dipilih.data, alasan: null, ...dicatat } } as IkuEvent);
    given(iku, ...setPertama)
      .when({ ...pilihIku, versi: 1, formula: 'Lain', ...dicatat })
      .ditolak('SUDAH_ADA_BERBEDA');
  });
  it('kertas set kedua boleh berkata lain tentang yang terbawa dari set pertama', () =>
    given(iku, ...setPertama, setKeduaDisusun)
      .when({ ...pilihIku, versi: 2, formula: 'Dihitung BPS', ...dicatat })
      .then(ikuDipilih({ versi: 2, formula: 'Dihitung BPS', sebelum: isiIku1, ...dicatat })));
});

describe('Keluarkan', () => {
  it('mengeluarkan indikator yang terbawa dari set sebelumnya', () =>
    given(iku, ...setPertama, setKeduaDisusun)
      .when(keluarkanIku)
      .then(ikuDikeluarkan({ versi: 2 })));
  it('menolak bila diulang, sebab indikator itu sudah tidak ada di set ini', () =>
    given(iku, ...setPertama, setKeduaDisusun, ikuDikeluarkan({ versi: 2 }))
      .when(keluarkanIku)
      .ditolak('INDIKATOR_TIDAK_DIKENAL'));
  it('kertas yang diulang tidak berubah', () =>
    given(iku, ...setPertama, setKeduaDisusun, ikuDikeluarkan({ versi: 2 }))
      .when({ ...keluarkanIku, versi: 2, ...dicatat })
      .then());
  it('menolak tanpa alasan, tanpa set, dan dari set yang sudah ditetapkan', () => {
    given(iku, ikuDisusun(), ikuDipilih())
      .when({ ...keluarkanIku, alasan: ' ' })
      .ditolak('ALASAN_WAJIB');
    given(iku).when(keluarkanIku).ditolak('IKU_BELUM_DISUSUN');
    given(iku, ...setPertama)
      .when(keluarkanIku)
      .ditolak('IKU_BELUM_DISUSUN');
  });
});

describe('Tetapkan', () => {
  it('menetapkan set dengan keputusannya', () =>
    given(iku, ikuDisusun(), ikuDipilih()).when(tetapkanIku).then(ikuDitetapkan()));
  it('tidak berubah bila diulang', () =>
    given(iku, ...setPertama)
      .when(tetapkanIku)
      .then());
  it('menolak keputusan kedua atas set yang sama', () => {
    const lain = { ...tetapkanIku, akta: { ...keputusanIku, nomor: '051' } };
    given(iku, ...setPertama)
      .when(lain)
      .ditolak('IKU_BELUM_DISUSUN');
    given(iku, ...setPertama)
      .when({ ...lain, versi: 1, ...dicatat })
      .ditolak('SUDAH_ADA_BERBEDA');
  });
  it.each([
    ['tanggal yang tidak ada', { akta: { ...keputusanIku, tanggal: '2022-02-30' } }, 'TANGGAL_TIDAK_SAH'],
    ['indikator yang tidak lagi ada di Renstra', { dikenal: ['IKU-2'] }, 'INDIKATOR_TIDAK_DIKENAL'],
  ] as const)('menolak %s', (_, isi, kode) =>
    given(iku, ikuDisusun(), ikuDipilih())
      .when({ ...tetapkanIku, ...isi })
      .ditolak(kode),
  );
  it('menolak set kosong, dan tanpa set', () => {
    given(iku, ikuDisusun()).when(tetapkanIku).ditolak('KEADAAN_TIDAK_SESUAI');
    given(iku).when(tetapkanIku).ditolak('IKU_BELUM_DISUSUN');
  });
});

describe('ikuTahun', () => {
  const keadaan = (...events: IkuEvent[]) => events.reduce((s, e, i) => iku.evolve(s, e, i), iku.initial);
  const isi = (tahun: number, ...events: IkuEvent[]) => {
    const set = ikuTahun(keadaan(...events), tahun);
    return set && [set.versi, ...set.indikator.keys()];
  };
  const kedua = [setKeduaDisusun, ikuDipilih({ versi: 2, indikator: 'IKU-2' }), ikuDikeluarkan({ versi: 2 })];
  const keduaDitetapkan = ikuDitetapkan({ versi: 2 });

  it('memberi set yang berlaku sejak tahun mulainya, bukan sebelumnya', () => {
    expect(isi(2021, ...setPertama)).toBeNull();
    expect(isi(2022, ...setPertama)).toEqual([1, 'IKU-1']);
    expect(isi(2030, ...setPertama)).toEqual([1, 'IKU-1']);
  });
  it('tidak memberi rancangan', () => {
    expect(isi(2022, ikuDisusun(), ikuDipilih())).toBeNull();
    expect(isi(2024, ...setPertama, ...kedua)).toEqual([1, 'IKU-1']);
  });
  it('memberi set kedua sejak tahunnya; tahun sebelumnya tetap memakai yang pertama', () => {
    const semua = [...setPertama, ...kedua, keduaDitetapkan];
    expect(isi(2023, ...semua)).toEqual([1, 'IKU-1']);
    expect(isi(2024, ...semua)).toEqual([2, 'IKU-2']);
  });
  it('set baru bertolak dari set yang berlaku pada tahun mulainya, bukan dari set yang lebih baru', () => {
    const ketiga = ikuDisusun({ versi: 3, mulaiBerlaku: 2023, alasan: 'Pembetulan' });
    const state = keadaan(...setPertama, ...kedua, keduaDitetapkan, ketiga);
    expect([...(state.versi[2]?.indikator.keys() ?? [])]).toEqual(['IKU-1']);
  });
});
