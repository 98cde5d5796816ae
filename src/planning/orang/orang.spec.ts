import { given } from '../../../test/support/given.js';
import { dataPribadiDihapus, hapusOrang } from './orang.contoh.js';
import { orang } from './orang.decider.js';

describe('Hapus data pribadi', () => {
  it('mencatat penghapusan dengan alasan dan tanpa satu pun data pribadi', () =>
    given(orang).when(hapusOrang).then(dataPribadiDihapus));

  it('menyebut akta yang memerintahkannya', () => {
    const akta = {
      jenis: 'Berita Acara',
      nomor: '1/BA/2034',
      tanggal: '2034-01-02',
      pejabat: 'Sekretaris Daerah',
    };
    given(orang)
      .when({ ...hapusOrang, akta })
      .then({ ...dataPribadiDihapus, data: { ...dataPribadiDihapus.data, akta } });
  });

  it('tidak berubah bila diulang, juga setelah orangnya tidak dikenal lagi', () =>
    given(orang, dataPribadiDihapus)
      .when({ ...hapusOrang, dikenal: false })
      .then());

  it('menolak orang yang tidak tercatat di pemda ini', () =>
    given(orang)
      .when({ ...hapusOrang, dikenal: false })
      .ditolak('TIDAK_DITEMUKAN'));

  it('menolak tanpa alasan', () =>
    given(orang)
      .when({ ...hapusOrang, alasan: ' ' })
      .ditolak('ALASAN_WAJIB'));

  it('menolak alasan yang memuat NIP', () =>
    given(orang)
      .when({ ...hapusOrang, alasan: 'Pensiun, NIP 19700101 199503 1 999' })
      .ditolak('TEKS_MEMUAT_DATA_PRIBADI'));
});
