import { given } from '../../../test/support/given.js';
import {
  dikerjakan,
  fakta,
  kerjakan,
  lkjipDimulai,
  lkjipDimulaiLagi,
  mulaiLkjip,
  mulaiPk,
  orang,
  pkDimulai,
  SIDIK_PK,
  sampaiKompilasi,
  sampaiPermintaanData,
  sampaiVerifikasi,
} from './edaran.contoh.js';
import { type EdaranEvent, edaran, type PerintahEdaran } from './edaran.decider.js';
import { yangMenunggu } from './langkah.decider.js';

const diberi = (...events: EdaranEvent[]) => given(edaran, ...events);
const lipat = (...events: EdaranEvent[]) =>
  events.reduce((s, e, i) => edaran.evolve(s, e, i), edaran.initial);
const menunggu = (...events: EdaranEvent[]) =>
  yangMenunggu(lipat(...events)).map((g) => `${g.langkah.kode} ${g.jabatan.split('.').at(-1)}`);
const BERKAS = 'b'.repeat(64);
const KADIS = '61.71.disnaker.kepala';

describe('Mulai', () => {
  it('mengedarkan dokumen menurut rutenya', () => diberi().when(mulaiLkjip).then(lkjipDimulai));
  it('tidak berubah bila diulang', () => diberi(lkjipDimulai).when(mulaiLkjip).then());
  it('menolak rute lain selagi yang pertama berjalan', () =>
    diberi(lkjipDimulai)
      .when({ ...mulaiLkjip, langkah: mulaiLkjip.langkah.slice(1) })
      .ditolak('EDARAN_SEDANG_BERJALAN'));
  it('boleh lagi setelah yang pertama dibatalkan', () =>
    diberi(lkjipDimulai, dibatalkan).when(mulaiLkjip).then(lkjipDimulaiLagi));
  it('menolak PK yang belum diajukan', () =>
    diberi()
      .when({ ...mulaiPk, sidik: null })
      .ditolak('PK_BELUM_DIAJUKAN'));
  it('mengedarkan naskah PK yang diajukan lagi, menggantikan edaran naskah lama', () => {
    const sidik = 'c'.repeat(64);
    const { type: _, ...isi } = mulaiPk;
    diberi(pkDimulai)
      .when({ ...mulaiPk, sidik })
      .then({ type: 'EdaranDimulai', data: { nomor: 2, ...isi, sidik } });
  });
});

describe('KerjakanLangkah', () => {
  const registrasi = kerjakan('registrasi', 'umum', { nomorSurat: '065/1/2024' });

  it('mencatat langkah dengan isinya', () =>
    diberi(lkjipDimulai)
      .when(registrasi)
      .then(dikerjakan('registrasi', 'umum', { nomorSurat: '065/1/2024' })));
  it('tidak berubah bila diulang', () =>
    diberi(lkjipDimulai, dikerjakan('registrasi', 'umum', { nomorSurat: '065/1/2024' }))
      .when(registrasi)
      .then());
  it('menolak yang belum diedarkan', () => diberi().when(registrasi).ditolak('EDARAN_BELUM_DIMULAI'));
  it('menolak yang dibatalkan', () =>
    diberi(lkjipDimulai, dibatalkan).when(registrasi).ditolak('EDARAN_BELUM_DIMULAI'));
  it('menolak langkah yang tidak ada', () =>
    diberi(lkjipDimulai).when(kerjakan('lain', 'umum')).ditolak('LANGKAH_TIDAK_DIKENAL'));
  it('menolak langkah yang belum gilirannya', () =>
    diberi(lkjipDimulai)
      .when(kerjakan('disposisi', 'kepala', { catatan: 'x' }))
      .ditolak('LANGKAH_BELUM_GILIRAN'));
  it('menolak jabatan lain', () =>
    diberi(lkjipDimulai)
      .when(kerjakan('registrasi', 'bidang-1', { nomorSurat: '1' }))
      .ditolak('TIDAK_BERWENANG'));
  it('menolak yang tidak memegang jabatan itu hari ini', () => {
    diberi(lkjipDimulai)
      .when({ ...registrasi, fakta: fakta({ pemegang: 'orang-lain' }) })
      .ditolak('TIDAK_BERWENANG');
    diberi(lkjipDimulai)
      .when({ ...registrasi, fakta: fakta({ pemegang: null }) })
      .ditolak('JABATAN_TANPA_PEJABAT');
  });
  it.each([
    ['registrasi tanpa nomor', [lkjipDimulai], kerjakan('registrasi', 'umum', { catatan: 'x' })],
    ['data kosong', sampaiPermintaanData, kerjakan('permintaan-data', 'bidang-1', { catatan: ' ' })],
    ['kompilasi tanpa konsep', sampaiKompilasi, kerjakan('kompilasi', 'jfu-perencanaan')],
  ] as const)('menolak %s', (_, sebelum, perintah) =>
    diberi(...sebelum)
      .when(perintah)
      .ditolak('LANGKAH_TIDAK_LENGKAP'),
  );
  it('menolak berkas yang bukan sidik', () =>
    diberi(...sampaiPermintaanData)
      .when(kerjakan('permintaan-data', 'bidang-1', { berkas: '../data' }))
      .ditolak('BERKAS_TIDAK_DIARSIPKAN'));
  it('menolak NIP di dalam catatan', () =>
    diberi(...sampaiPermintaanData)
      .when(kerjakan('permintaan-data', 'bidang-1', { catatan: 'dari 198501012010011001' }))
      .ditolak('TEKS_MEMUAT_DATA_PRIBADI'));
  it('berjalan sampai dikirim, lalu tidak menunggu siapa pun', () => {
    const akhir = [
      ...sampaiVerifikasi,
      dikerjakan('verifikasi', 'perencana'),
      dikerjakan('paraf', 'sekretaris'),
      dikerjakan('tanda-tangan', 'kepala', { berkas: BERKAS }),
    ];
    expect(menunggu(...akhir)).toEqual(['kirim umum']);
    expect(menunggu(...akhir, dikerjakan('kirim', 'umum', { nomorSurat: '2' }))).toEqual([]);
  });
});

describe('langkah bersama', () => {
  it('menunggu setiap Bidang, dan langkah berikutnya menunggu semuanya', () => {
    expect(menunggu(...sampaiPermintaanData)).toEqual([
      'permintaan-data bidang-1',
      'permintaan-data bidang-2',
    ]);
    const satu = dikerjakan('permintaan-data', 'bidang-2', { catatan: 'x' });
    expect(menunggu(...sampaiPermintaanData, satu)).toEqual(['permintaan-data bidang-1']);
    diberi(...sampaiPermintaanData, satu)
      .when(kerjakan('kompilasi', 'jfu-perencanaan', { catatan: 'x' }))
      .ditolak('LANGKAH_BELUM_GILIRAN');
    expect(menunggu(...sampaiKompilasi)).toEqual(['kompilasi jfu-perencanaan']);
  });
});

describe('pemisahan tugas', () => {
  const olehSatuOrang = (kode: string): EdaranEvent[] => [
    ...sampaiKompilasi,
    {
      ...dikerjakan('kompilasi', 'jfu-perencanaan', { catatan: 'x' }),
      data: {
        ...dikerjakan('kompilasi', 'jfu-perencanaan', { catatan: 'x' }).data,
        oleh: orang('jfu-perencanaan', 'disnaker', `orang-${kode}`),
      },
    } as EdaranEvent,
  ];
  it('yang menyusun tidak memeriksa, walau memegang kedua jabatan', () =>
    diberi(...olehSatuOrang('perencana'))
      .when(kerjakan('verifikasi', 'perencana'))
      .ditolak('ORANG_SAMA'));
  it('yang mengirim data tidak memeriksa', () =>
    diberi(...sampaiVerifikasi)
      .when({
        ...kerjakan('verifikasi', 'perencana', {}, { pemegang: 'orang-bidang-1' }),
        oleh: orang('perencana', 'disnaker', 'orang-bidang-1'),
      })
      .ditolak('ORANG_SAMA'));
  it('yang menyusun boleh memaraf', () =>
    diberi(...olehSatuOrang('sekretaris'), dikerjakan('verifikasi', 'perencana'))
      .when(kerjakan('paraf', 'sekretaris'))
      .then(dikerjakan('paraf', 'sekretaris')));
});

describe('Kembalikan', () => {
  const kembali: PerintahEdaran<'Kembalikan'> = {
    type: 'Kembalikan',
    ke: 'permintaan-data',
    jabatan: '61.71.disnaker.bidang-1',
    catatan: 'Lengkapi penyebut.',
    fakta: fakta(),
    oleh: orang('perencana'),
    cara: 'elektronik',
  };
  const dikembalikan = (jabatan: string | null = kembali.jabatan): EdaranEvent => ({
    type: 'EdaranDikembalikan',
    data: {
      ...{ nomor: 1, dari: 'verifikasi', ke: 'permintaan-data', jabatan, catatan: 'Lengkapi penyebut.' },
      ...{ oleh: kembali.oleh, cara: 'elektronik' },
    },
  });

  it('mengembalikan ke langkah mana pun sebelumnya, dengan catatan', () =>
    diberi(...sampaiVerifikasi)
      .when(kembali)
      .then(dikembalikan()));
  it('satu Bidang mengerjakan lagi, yang lain tetap; langkah sesudahnya diulang', () => {
    expect(menunggu(...sampaiVerifikasi, dikembalikan())).toEqual(['permintaan-data bidang-1']);
    const lagi = dikerjakan('permintaan-data', 'bidang-1', { catatan: 'y' });
    expect(menunggu(...sampaiVerifikasi, dikembalikan(), lagi)).toEqual(['kompilasi jfu-perencanaan']);
    expect(menunggu(...sampaiVerifikasi, dikembalikan(null))).toHaveLength(2);
  });
  it('menolak bila diulang, sebab tidak lagi menunggu jabatan itu', () =>
    diberi(...sampaiVerifikasi, dikembalikan())
      .when(kembali)
      .ditolak('LANGKAH_BELUM_GILIRAN'));
  it.each([
    ['tanpa catatan', { catatan: ' ' }, 'ALASAN_WAJIB'],
    ['ke langkah sesudahnya', { ke: 'paraf', jabatan: null }, 'LANGKAH_BUKAN_SEBELUMNYA'],
    ['ke langkah yang tidak ada', { ke: 'lain' }, 'LANGKAH_TIDAK_DIKENAL'],
    ['kepada jabatan di luar langkah itu', { jabatan: KADIS }, 'LANGKAH_TIDAK_DIKENAL'],
  ] as const)('menolak %s', (_, isi, kode) =>
    diberi(...sampaiVerifikasi)
      .when({ ...kembali, ...isi })
      .ditolak(kode),
  );
});

describe('Delegasikan', () => {
  const delegasikan: PerintahEdaran<'Delegasikan'> = {
    type: 'Delegasikan',
    langkah: 'paraf',
    kepada: '61.71.disnaker.bidang-1',
    mulai: '2024-01-15',
    selesai: '2024-01-19',
    catatan: null,
    dikenal: true,
    fakta: fakta({}, 'sekretaris'),
    oleh: orang('sekretaris'),
    cara: 'elektronik',
  };
  const didelegasikan: EdaranEvent = {
    type: 'LangkahDidelegasikan',
    data: {
      ...{ nomor: 1, langkah: 'paraf', jabatan: '61.71.disnaker.sekretaris' },
      ...{ kepada: delegasikan.kepada, mulai: '2024-01-15', selesai: '2024-01-19', catatan: null },
      ...{ oleh: delegasikan.oleh, cara: 'elektronik' },
    },
  };
  const siap = [...sampaiVerifikasi, dikerjakan('verifikasi', 'perencana'), didelegasikan];
  const pemberi = { '61.71.disnaker.sekretaris': 'orang-sekretaris' };

  it('mendelegasikan langkah yang menunggu, atau yang akan menunggu', () =>
    diberi(...sampaiVerifikasi)
      .when(delegasikan)
      .then(didelegasikan));
  it('tidak berubah bila diulang', () =>
    diberi(...siap)
      .when(delegasikan)
      .then());
  it('penerimanya memaraf untuk jabatan itu pada hari pertama dan hari terakhir', () => {
    for (const tanggal of ['2024-01-15', '2024-01-19'])
      diberi(...siap)
        .when(kerjakan('paraf', 'bidang-1', {}, { tanggal, pemberi }))
        .then(dikerjakan('paraf', 'bidang-1', {}, 'disnaker', '61.71.disnaker.sekretaris'));
  });
  it('penerimanya ditolak sehari sebelum dan sehari sesudahnya', () => {
    for (const tanggal of ['2024-01-14', '2024-01-20'])
      diberi(...siap)
        .when(kerjakan('paraf', 'bidang-1', {}, { tanggal, pemberi }))
        .ditolak('DELEGASI_TIDAK_BERLAKU');
  });
  it('berakhir bila pemberinya tidak lagi memegang jabatannya', () =>
    diberi(...siap)
      .when(kerjakan('paraf', 'bidang-1', {}, { pemberi: { '61.71.disnaker.sekretaris': 'orang-baru' } }))
      .ditolak('DELEGASI_TIDAK_BERLAKU'));
  it('pemberinya tetap dapat mengerjakannya sendiri', () =>
    diberi(...siap)
      .when(kerjakan('paraf', 'sekretaris'))
      .then(dikerjakan('paraf', 'sekretaris')));
  it('menolak mendelegasikan tanda tangan', () =>
    diberi(...sampaiVerifikasi)
      .when({
        ...delegasikan,
        langkah: 'tanda-tangan',
        oleh: orang('kepala'),
        fakta: fakta({}, 'kepala'),
      })
      .ditolak('LANGKAH_TIDAK_DIDELEGASIKAN'));
  it.each([
    ['langkah jabatan lain', { langkah: 'verifikasi' }, 'TIDAK_BERWENANG'],
    ['kepada jabatan yang tidak ada', { dikenal: false }, 'JABATAN_BELUM_ADA'],
    ['kepada diri sendiri', { kepada: '61.71.disnaker.sekretaris' }, 'JABATAN_BELUM_ADA'],
    ['masa yang terbalik', { mulai: '2024-01-20' }, 'TANGGAL_TIDAK_SAH'],
    ['masa yang sudah lewat', { mulai: '2024-01-01', selesai: '2024-01-14' }, 'TANGGAL_TIDAK_SAH'],
  ] as const)('menolak %s', (_, isi, kode) =>
    diberi(...sampaiVerifikasi)
      .when({ ...delegasikan, ...isi })
      .ditolak(kode),
  );
  it('menolak langkah yang sudah dikerjakan', () =>
    diberi(...siap, dikerjakan('paraf', 'sekretaris'))
      .when({ ...delegasikan, selesai: '2024-01-20' })
      .ditolak('LANGKAH_SUDAH_DIKERJAKAN'));
});

const dibatalkan: EdaranEvent = {
  type: 'EdaranDibatalkan',
  data: { nomor: 1, alasan: 'Permintaan ditarik', oleh: orang('kepala'), cara: 'elektronik' },
};
describe('Batalkan', () => {
  const batalkan = {
    type: 'Batalkan',
    alasan: 'Permintaan ditarik',
    oleh: orang('kepala'),
    cara: 'elektronik',
  } as const;
  it('menghentikan edaran', () => {
    diberi(lkjipDimulai).when(batalkan).then(dibatalkan);
    expect(menunggu(lkjipDimulai, dibatalkan)).toEqual([]);
  });
  it('menolak tanpa alasan', () =>
    diberi(lkjipDimulai)
      .when({ ...batalkan, alasan: '' })
      .ditolak('ALASAN_WAJIB'));
  it('menolak bila diulang', () =>
    diberi(lkjipDimulai, dibatalkan).when(batalkan).ditolak('EDARAN_BELUM_DIMULAI'));
});

describe('edaran PK', () => {
  const pk = { sidik: SIDIK_PK, ditandatangani: [KADIS] };
  const hukum = (lain = {}) => kerjakan('paraf-hukum', 'bagian-hukum', {}, { ...pk, ...lain }, 'pemda');

  it('paraf koordinasi menunggu tanda tangan Pihak Pertama, yang dicatat di PK sendiri', () => {
    diberi(pkDimulai)
      .when(hukum())
      .then(dikerjakan('paraf-hukum', 'bagian-hukum', {}, 'pemda'));
    diberi(pkDimulai)
      .when(hukum({ ditandatangani: [] }))
      .ditolak('LANGKAH_BELUM_GILIRAN');
  });
  it('menolak menandatangani PK lewat edarannya', () =>
    diberi(pkDimulai)
      .when(kerjakan('pihak-pertama', 'kepala', { berkas: BERKAS }, { sidik: SIDIK_PK }))
      .ditolak('LANGKAH_DI_DOKUMEN'));
  it('menolak paraf atas naskah yang sudah berganti', () =>
    diberi(pkDimulai)
      .when(hukum({ sidik: 'd'.repeat(64) }))
      .ditolak('EDARAN_NASKAH_BERGANTI'));
});
