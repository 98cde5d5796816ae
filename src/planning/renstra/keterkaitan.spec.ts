import { given } from '../../../test/support/given.js';
import { dicatat, elektronik } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import {
  diselaraskan,
  isuDicatat,
  keselarasanDilepas,
  melayani,
  misiDitambahkan,
  naskah,
  permasalahanDicatat,
  prioritasDitetapkan,
  renstraDitetapkan,
  rpjmdDisusun,
  sasaranDitambahkan,
  susun,
  tambahTujuan,
  tujuanDitambahkan,
} from './renstra.contoh.js';
import { type RenstraEvent, renstra } from './renstra.decider.js';

const berdasarkan = [{ stream: 'Pemda-61.71', rev: 0 }];
const susunRpjmd = { ...susun, milik: 'pemda', berdasarkan };
const rpd = { ...susunRpjmd, jenis: 'rpd', visi: null, alasanTanpaVisi: 'Masa peralihan' } as const;
const rpdDisusun: RenstraEvent = {
  type: 'RenstraDisusun',
  data: {
    mulai: 2022,
    selesai: 2024,
    visi: null,
    misi: null,
    jenis: 'rpd',
    alasanTanpaVisi: 'Masa peralihan',
    sebelum: null,
    ...elektronik,
    berdasarkan,
  },
};
const rpjmd = [rpjmdDisusun, tujuanDitambahkan, sasaranDitambahkan];
const berlaku = [...naskah, renstraDitetapkan];

describe('Susun rencana pemda', () => {
  it('memulai RPJMD bila jenisnya tidak disebut', () => given(renstra).when(susunRpjmd).then(rpjmdDisusun));
  it('memulai RPD dengan alasan tanpa visi, dan tidak berubah bila diulang', () => {
    given(renstra).when(rpd).then(rpdDisusun);
    given(renstra, rpdDisusun).when(rpd).then();
    given(renstra, rpdDisusun)
      .when({ ...rpd, jenis: null, alasanTanpaVisi: null })
      .then();
  });
  it('menolak RPD tanpa visi dan tanpa alasan, kecuali dari kertas', () => {
    given(renstra)
      .when({ ...rpd, alasanTanpaVisi: null })
      .ditolak('ALASAN_WAJIB');
    given(renstra)
      .when({ ...rpd, alasanTanpaVisi: ' ' })
      .ditolak('ALASAN_WAJIB');
    const { alasanTanpaVisi: _, ...data } = rpdDisusun.data as Extract<
      RenstraEvent,
      { type: 'RenstraDisusun' }
    >['data'];
    given(renstra)
      .when({ ...rpd, alasanTanpaVisi: null, ...dicatat })
      .then({ type: 'RenstraDisusun', data: { ...data, ...dicatat } });
  });
  it.each([
    ['RPD satu tahun', { ...rpd, selesai: 2022 }, 'MASA_TIDAK_SAH'],
    ['RPD empat tahun', { ...rpd, selesai: 2025 }, 'MASA_TIDAK_SAH'],
    ['Renstra pemda', { ...susunRpjmd, jenis: 'renstra' }, 'JENIS_RENCANA_TIDAK_SESUAI'],
    ['RPJMD perangkat daerah', { ...susun, jenis: 'rpjmd' }, 'JENIS_RENCANA_TIDAK_SESUAI'],
    ['pemda yang belum terdaftar', { ...susunRpjmd, opdTerdaftar: false }, 'PEMDA_BELUM_TERDAFTAR'],
  ] as const)('menolak %s', (_, perintah, kode) => given(renstra).when(perintah).ditolak(kode));
});

describe('TambahMisi', () => {
  const tambah = {
    type: 'TambahMisi',
    nomor: 1,
    uraian: 'Meningkatkan kesejahteraan',
    ...elektronik,
  } as const;
  it('menambah misi bernomor, dan tidak berubah bila diulang', () => {
    given(renstra, rpjmdDisusun).when(tambah).then(misiDitambahkan);
    given(renstra, rpjmdDisusun, misiDitambahkan).when(tambah).then();
  });
  it('mengganti rumusan dengan menyebut yang lama', () =>
    given(renstra, rpjmdDisusun, misiDitambahkan)
      .when({ ...tambah, uraian: 'Misi baru' })
      .then({
        type: 'MisiDitambahkan',
        data: { nomor: 1, uraian: 'Misi baru', sebelum: 'Meningkatkan kesejahteraan', ...elektronik },
      }));
  it.each([0, 100, 1.5])('menolak nomor %d', (nomor) =>
    given(renstra, rpjmdDisusun)
      .when({ ...tambah, nomor })
      .ditolak('MASUKAN_TIDAK_SAH'),
  );
  it('menolak kertas dengan rumusan lain, dan misi baru setelah ditetapkan', () => {
    given(renstra, rpjmdDisusun, misiDitambahkan)
      .when({ ...tambah, uraian: 'Lain', ...dicatat })
      .ditolak('SUDAH_ADA_BERBEDA');
    given(renstra, ...berlaku)
      .when(tambah)
      .ditolak('RENSTRA_SUDAH_DITETAPKAN');
  });
  it('tujuan menyebut misi yang dilayaninya', () => {
    const melayaniMisi = { ...tambahTujuan, misi: [1, 1] };
    const tujuan: RenstraEvent = {
      type: 'TujuanDitambahkan',
      data: { kode: 'T1', uraian: tambahTujuan.uraian, misi: [1], sebelum: null, ...elektronik },
    };
    given(renstra, rpjmdDisusun, misiDitambahkan).when(melayaniMisi).then(tujuan);
    given(renstra, rpjmdDisusun, misiDitambahkan, tujuan).when(melayaniMisi).then();
    given(renstra, rpjmdDisusun, misiDitambahkan, tujuan).when(tambahTujuan).then();
    given(renstra, rpjmdDisusun, misiDitambahkan, tujuan)
      .when({ ...tambahTujuan, misi: [] })
      .then({
        type: 'TujuanDitambahkan',
        data: {
          kode: 'T1',
          uraian: tambahTujuan.uraian,
          misi: [],
          sebelum: tambahTujuan.uraian,
          misiSebelum: [1],
          ...elektronik,
        },
      });
  });
  it('menolak misi yang tidak dikenal', () =>
    given(renstra, rpjmdDisusun)
      .when({ ...tambahTujuan, misi: [2] })
      .ditolak('UNSUR_TIDAK_DIKENAL'));
});

describe('TetapkanPrioritas', () => {
  const tetapkan = {
    type: 'TetapkanPrioritas',
    kode: 'PP-1',
    nama: 'Pontianak bekerja',
    sasaran: ['S1'],
    opd: ['disnaker'],
    opdTidakTerdaftar: [],
    berdasarkan: [{ stream: 'Opd-61.71.disnaker', rev: 0 }],
    ...elektronik,
  } as const;
  const perintah = { ...tetapkan, berdasarkan: [...tetapkan.berdasarkan] };
  it('menetapkan program prioritas, dan tidak berubah bila diulang', () => {
    given(renstra, ...rpjmd)
      .when(perintah)
      .then(prioritasDitetapkan);
    given(renstra, ...rpjmd, prioritasDitetapkan)
      .when(perintah)
      .then();
  });
  it.each([
    ['sasaran yang tidak dikenal', { sasaran: ['S9'] }, 'SASARAN_TIDAK_DIKENAL'],
    ['OPD yang belum terdaftar', { opdTidakTerdaftar: ['disnaker'] }, 'OPD_BELUM_TERDAFTAR'],
    ['kode OPD yang tidak sah', { opd: ['a.b'] }, 'KODE_TIDAK_SAH'],
  ] as const)('menolak %s', (_, isi, kode) =>
    given(renstra, ...rpjmd)
      .when({ ...perintah, ...isi })
      .ditolak(kode),
  );
  it('menolak dalam Renstra perangkat daerah, dan setelah rencana ditetapkan', () => {
    given(renstra, ...naskah)
      .when(perintah)
      .ditolak('JENIS_RENCANA_TIDAK_SESUAI');
    given(renstra, ...rpjmd, renstraDitetapkan)
      .when(perintah)
      .ditolak('RENSTRA_SUDAH_DITETAPKAN');
  });
});

describe('Selaraskan', () => {
  const selaraskan = {
    type: 'Selaraskan',
    tingkat: 'sasaran',
    kode: 'S1',
    melayani,
    adaDiPemda: true,
    berdasarkan: [{ stream: 'Renstra-61.71.pemda.2022', rev: 4 }],
    ...elektronik,
  } as const;
  const perintah = { ...selaraskan, berdasarkan: [...selaraskan.berdasarkan] };
  it('menyebut apa dalam rencana pemda yang dilayani, juga setelah Renstra ditetapkan', () => {
    given(renstra, ...naskah)
      .when(perintah)
      .then(diselaraskan);
    given(renstra, ...berlaku)
      .when(perintah)
      .then(diselaraskan);
  });
  it('tidak berubah bila diulang', () =>
    given(renstra, ...naskah, diselaraskan)
      .when(perintah)
      .then());
  it('mengganti dengan menyebut yang lama; kertas tidak mengganti', () => {
    const lain = { ...perintah, melayani: { ...melayani, kode: 'S2' } };
    const { berdasarkan: dasar } = perintah;
    given(renstra, ...naskah, diselaraskan)
      .when(lain)
      .then({
        type: 'RenstraDiselaraskan',
        data: {
          tingkat: 'sasaran',
          kode: 'S1',
          melayani: lain.melayani,
          sebelum: melayani,
          ...elektronik,
          berdasarkan: dasar,
        },
      });
    given(renstra, ...naskah, diselaraskan)
      .when({ ...lain, ...dicatat })
      .ditolak('SUDAH_ADA_BERBEDA');
  });
  it.each([
    ['sasaran yang tidak dikenal', { kode: 'S9' }, 'SASARAN_TIDAK_DIKENAL'],
    ['tujuan yang tidak dikenal', { tingkat: 'tujuan', kode: 'T9' }, 'TUJUAN_TIDAK_DIKENAL'],
    ['sasaran yang tidak ada di rencana pemda', { adaDiPemda: false }, 'SASARAN_TIDAK_DIKENAL'],
    [
      'tujuan yang tidak ada di rencana pemda',
      { adaDiPemda: false, melayani: { ...melayani, tingkat: 'tujuan' } },
      'TUJUAN_TIDAK_DIKENAL',
    ],
  ] as const)('menolak %s', (_, isi, kode) =>
    given(renstra, ...naskah)
      .when({ ...perintah, ...isi })
      .ditolak(kode),
  );
  it('menolak rencana pemda yang diselaraskan dengan dirinya', () =>
    given(renstra, ...rpjmd)
      .when(perintah)
      .ditolak('JENIS_RENCANA_TIDAK_SESUAI'));
  it('dicabut dengan alasan; yang sudah dicabut ditolak', () => {
    const lepas = { type: 'LepasKeselarasan', tingkat: 'sasaran', kode: 'S1', ...elektronik } as const;
    given(renstra, ...naskah, diselaraskan)
      .when({ ...lepas, alasan: 'Salah rujuk' })
      .then(keselarasanDilepas);
    given(renstra, ...naskah, diselaraskan)
      .when({ ...lepas, alasan: ' ' })
      .ditolak('ALASAN_WAJIB');
    given(renstra, ...naskah, diselaraskan, keselarasanDilepas)
      .when({ ...lepas, alasan: 'Salah rujuk' })
      .ditolak('UNSUR_TIDAK_DIKENAL');
  });
});

describe('CatatIsu', () => {
  const catat = {
    type: 'CatatIsu',
    kode: 'ISU-1',
    uraian: 'Pengangguran muda',
    sasaran: ['S1'],
    ...elektronik,
  } as const;
  it('mencatat isu strategis, juga setelah ditetapkan; tidak berubah bila diulang', () => {
    given(renstra, ...naskah)
      .when(catat)
      .then(isuDicatat);
    given(renstra, ...berlaku)
      .when(catat)
      .then(isuDicatat);
    given(renstra, ...naskah, isuDicatat)
      .when(catat)
      .then();
  });
  it('menolak sasaran yang tidak dikenal, uraian kosong, dan kertas yang berbeda', () => {
    given(renstra, ...naskah)
      .when({ ...catat, sasaran: ['S9'] })
      .ditolak('SASARAN_TIDAK_DIKENAL');
    given(renstra, ...naskah)
      .when({ ...catat, uraian: ' ' })
      .ditolak('TEKS_TIDAK_SAH');
    given(renstra, ...naskah, isuDicatat)
      .when({ ...catat, uraian: 'Lain', ...dicatat })
      .ditolak('SUDAH_ADA_BERBEDA');
  });
  it('sasaran yang dijawabnya tidak dapat dihapus, isu yang menaungi permasalahan pun tidak', () => {
    const hapus = { type: 'Hapus', alasan: 'Digabung', ...elektronik } as const;
    given(renstra, ...naskah, isuDicatat)
      .when({ ...hapus, unsur: 'sasaran', kode: 'S1' })
      .ditolak('MASIH_DIPAKAI');
    given(renstra, ...naskah, isuDicatat, permasalahanDicatat)
      .when({ ...hapus, unsur: 'isu-strategis', kode: 'ISU-1' })
      .ditolak('MASIH_DIPAKAI');
    given(renstra, ...berlaku, isuDicatat)
      .when({ ...hapus, unsur: 'isu-strategis', kode: 'ISU-1' })
      .then({
        type: 'UnsurRenstraDihapus',
        data: { unsur: 'isu-strategis', kode: 'ISU-1', alasan: 'Digabung', ...elektronik },
      });
  });
});

describe('CatatPermasalahan', () => {
  const catat = {
    type: 'CatatPermasalahan',
    kode: 'P-1',
    uraian: 'Pelatihan belum sesuai industri',
    isu: 'ISU-1',
    sasaran: ['S1'],
    solusi: null,
    ...elektronik,
  } as const;
  it('mencatat permasalahan di bawah isunya, dan tidak berubah bila diulang', () => {
    given(renstra, ...naskah, isuDicatat)
      .when(catat)
      .then(permasalahanDicatat);
    given(renstra, ...naskah, isuDicatat, permasalahanDicatat)
      .when(catat)
      .then();
  });
  it('kertas melengkapi solusinya', () => {
    const sebelum = { uraian: catat.uraian, isu: 'ISU-1', sasaran: ['S1'], solusi: null };
    given(renstra, ...naskah, isuDicatat, permasalahanDicatat)
      .when({ ...catat, solusi: 'Kerja sama', ...dicatat })
      .then({
        type: 'PermasalahanDicatat',
        data: { kode: 'P-1', ...sebelum, solusi: 'Kerja sama', sebelum, ...dicatat },
      });
  });
  it('menolak isu dan sasaran yang tidak dikenal', () => {
    given(renstra, ...naskah)
      .when(catat)
      .ditolak('UNSUR_TIDAK_DIKENAL');
    given(renstra, ...naskah, isuDicatat)
      .when({ ...catat, sasaran: ['S9'] })
      .ditolak('SASARAN_TIDAK_DIKENAL');
  });
  it('menolak Renstra yang belum ada', () => given(renstra).when(catat).ditolak('RENSTRA_BELUM_ADA'));
});
