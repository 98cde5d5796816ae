import { given } from '../../../test/support/given.js';
import type { Kode } from '../../kernel/penolakan.js';
import {
  ajukan,
  berlaku,
  berlakuPerubahan,
  dibatalkan,
  dicatat,
  digantikan,
  dikembalikan,
  iku,
  kadis,
  murniBerlaku,
  naskahMurni,
  naskahPerubahan,
  pengajuan,
  pengajuanPerubahan,
  perencana,
  perubahanBerlaku,
  pihakWali,
  sidikMurni,
  sidikPerubahan,
  tandatangani,
  tercetak,
  ttdKadis,
  ttdKadisPerubahan,
  ttdWali,
  ttdWaliPerubahan,
  wali,
} from './perjanjian-kinerja.contoh.js';
import {
  dalamPk,
  type Naskah,
  type PkCommand,
  type PkEvent,
  perjanjianKinerja,
  pkBerlaku,
} from './perjanjian-kinerja.decider.js';

const diberi = (...events: PkEvent[]) => given(perjanjianKinerja, ...events);
const keadaan = (...events: PkEvent[]) =>
  events.reduce((s, e, i) => perjanjianKinerja.evolve(s, e, i), perjanjianKinerja.initial);
const [t1] = naskahMurni.target as [Naskah['target'][number]];
const [p1] = naskahMurni.anggaran as [Naskah['anggaran'][number]];
const NIP = '19800101 200501 1 001';

describe('Ajukan', () => {
  it('mengajukan naskah murni sebagai versi 1, dengan sidik seluruh naskah', () =>
    diberi().when(ajukan(naskahMurni)).then(pengajuan));

  it('tidak berubah bila naskah yang sama diajukan lagi selagi menunggu tanda tangan', () =>
    diberi(pengajuan).when(ajukan(naskahMurni)).then());

  it('menolak naskah lain selagi satu naskah menunggu tanda tangan', () =>
    diberi(pengajuan)
      .when(ajukan(naskahMurni, { tanggal: null }))
      .ditolak('PK_SUDAH_ADA'));

  it('menolak naskah yang sama bila pejabatnya sudah berganti: yang lama harus dibatalkan dahulu', () =>
    diberi(pengajuan)
      .when({ ...ajukan(naskahMurni), pemegang: { pertama: 'orang-baru', kedua: wali.subjek } })
      .ditolak('PK_SUDAH_ADA'));

  it('menolak murni kedua setelah berlaku', () =>
    diberi(...murniBerlaku)
      .when(ajukan(naskahMurni))
      .ditolak('PK_SUDAH_BERLAKU'));

  it.each([
    ['dikembalikan', [pengajuan, ttdKadis, dikembalikan]],
    ['dibatalkan', [pengajuan, dibatalkan]],
  ])('mengajukan kembali versi yang %s', (_, sebelumnya) =>
    diberi(...sebelumnya)
      .when(ajukan(naskahMurni))
      .then(pengajuan),
  );

  it('mengajukan perubahan sebagai versi 2 setelah murni berlaku', () =>
    diberi(...murniBerlaku)
      .when(ajukan(naskahPerubahan))
      .then(pengajuanPerubahan));

  it.each([
    ['belum ada apa-apa', []],
    ['murni baru diajukan', [pengajuan, ttdKadis]],
  ])('menolak perubahan selagi %s', (_, sebelumnya) =>
    diberi(...sebelumnya)
      .when(ajukan(naskahPerubahan))
      .ditolak('PK_MURNI_BELUM_BERLAKU'),
  );

  it('menolak perubahan tanpa sebab', () =>
    diberi(...murniBerlaku)
      .when(ajukan(naskahPerubahan, { sebab: null }))
      .ditolak('PK_SEBAB_WAJIB'));

  it.each<[string, Partial<Naskah>, Kode]>([
    ['naskah tanpa target', { target: [] }, 'PK_TANPA_TARGET'],
    ['indikator yang tercantum dua kali', { target: [t1, { ...t1, target: '1' }] }, 'PK_TARGET_GANDA'],
    ['program yang tercantum dua kali', { anggaran: [p1, p1] }, 'PK_TARGET_GANDA'],
    ['indikator yang tidak dikenal', { target: [{ ...t1, indikator: 'IKU-9' }] }, 'INDIKATOR_TIDAK_DIKENAL'],
    ['program yang tidak dikenal', { anggaran: [{ ...p1, program: '9.99' }] }, 'PROGRAM_TIDAK_DIKENAL'],
    ['target yang kosong', { target: [{ ...t1, target: '' }] }, 'NILAI_TIDAK_SAH'],
    ['target bukan desimal', { target: [{ ...t1, target: '91,50' }] }, 'NILAI_TIDAK_SAH'],
    ['pagu kurang dari nol', { anggaran: [{ ...p1, pagu: '-1' }] }, 'RUPIAH_TIDAK_SAH'],
    ['tanggal yang tidak ada', { tanggal: '2023-02-30' }, 'TANGGAL_TIDAK_SAH'],
    ['keterangan yang memuat NIP', { anggaran: [{ ...p1, keterangan: NIP }] }, 'TEKS_MEMUAT_DATA_PRIBADI'],
    ['sebutan jabatan yang kosong', { pihakKedua: { ...pihakWali, sebutan: ' ' } }, 'TEKS_TIDAK_SAH'],
    ['satu jabatan sebagai kedua pihak', { pihakKedua: naskahMurni.pihakPertama }, 'ORANG_SAMA'],
  ])('menolak %s', (_, isi, kode) => diberi().when(ajukan(naskahMurni, isi)).ditolak(kode));

  it('menerima target menurut polaritas indikatornya, dan menolak yang lain', () => {
    const dikenal = { indikator: [iku('IKU-1', { polaritas: 'rentang' })], program: ['2.07.03'], atasan: [] };
    const dengan = (target: string): PkCommand => ({
      ...ajukan(naskahMurni, { target: [{ ...t1, target }] }),
      dikenal,
    });
    expect(perjanjianKinerja.decide(dengan('20.00..25.00'), perjanjianKinerja.initial)).toHaveLength(1);
    diberi().when(dengan('25.00..20.00')).ditolak('NILAI_TIDAK_SAH');
  });

  it('menolak pengajuan oleh Pihak Kedua', () =>
    diberi()
      .when({ ...ajukan(naskahMurni), oleh: wali })
      .ditolak('PK_BUKAN_PENGAJU'));

  it.each([
    ['Pihak Pertama', { pertama: null, kedua: 'orang-wali' }],
    ['Pihak Kedua', { pertama: 'orang-kadis', kedua: null }],
  ])('menolak pengajuan selagi jabatan %s kosong', (_, pemegang) =>
    diberi()
      .when({ ...ajukan(naskahMurni), pemegang })
      .ditolak('JABATAN_TANPA_PEJABAT'),
  );

  it('menolak bila satu orang memegang kedua jabatan', () =>
    diberi()
      .when({ ...ajukan(naskahMurni), pemegang: { pertama: 'orang-kadis', kedua: 'orang-kadis' } })
      .ditolak('ORANG_SAMA'));
});

describe('Tandatangani', () => {
  it('mencatat tanda tangan Pihak Pertama', () =>
    diberi(pengajuan).when(tandatangani(kadis, sidikMurni)).then(ttdKadis));

  it('memberlakukan PK setelah Pihak Kedua menandatangani', () =>
    diberi(pengajuan, ttdKadis).when(tandatangani(wali, sidikMurni)).then(ttdWali, berlaku));

  it('memberlakukan perubahan dan menggantikan murni', () =>
    diberi(...murniBerlaku, pengajuanPerubahan, ttdKadisPerubahan)
      .when(tandatangani(wali, sidikPerubahan))
      .then(ttdWaliPerubahan, berlakuPerubahan, digantikan));

  it.each([
    ['Pihak Pertama', kadis, [pengajuan, ttdKadis]],
    ['Pihak Pertama setelah PK berlaku', kadis, murniBerlaku],
    ['Pihak Kedua setelah PK berlaku', wali, murniBerlaku],
    ['Pihak Kedua setelah PK digantikan', wali, perubahanBerlaku],
  ])('tidak berubah bila %s mengulang', (_, oleh, sebelumnya) =>
    diberi(...sebelumnya)
      .when(tandatangani(oleh, sidikMurni))
      .then(),
  );

  it('menolak jabatan yang bukan pihak', () =>
    diberi(pengajuan).when(tandatangani(perencana, sidikMurni)).ditolak('PK_BUKAN_PENANDATANGAN'));

  it('menolak naskah yang berbeda dari yang diajukan', () =>
    diberi(pengajuan).when(tandatangani(kadis, sidikPerubahan)).ditolak('PK_NASKAH_BERBEDA'));

  it('menolak Pihak Kedua sebelum Pihak Pertama', () =>
    diberi(pengajuan).when(tandatangani(wali, sidikMurni)).ditolak('PK_MENUNGGU_PIHAK_PERTAMA'));

  it.each([
    ['belum diajukan', [], 'PK_BELUM_DIAJUKAN'],
    ['sudah dikembalikan', [pengajuan, ttdKadis, dikembalikan], 'PK_BELUM_DIAJUKAN'],
    ['sudah dibatalkan', [pengajuan, dibatalkan], 'PK_BELUM_DIAJUKAN'],
  ] as const)('menolak bila naskah %s', (_, sebelumnya, kode) =>
    diberi(...sebelumnya)
      .when(tandatangani(kadis, sidikMurni))
      .ditolak(kode),
  );

  it('menolak naskah lain setelah berlaku', () =>
    diberi(...murniBerlaku)
      .when(tandatangani(kadis, sidikPerubahan))
      .ditolak('PK_SUDAH_BERLAKU'));

  it('meminta tanda tangan baru setelah naskah yang sama diajukan kembali', () =>
    diberi(pengajuan, ttdKadis, dikembalikan, pengajuan)
      .when(tandatangani(wali, sidikMurni))
      .ditolak('PK_MENUNGGU_PIHAK_PERTAMA'));

  it('menolak bila jabatan tidak dipegang siapa pun hari ini', () =>
    diberi(pengajuan)
      .when({ ...tandatangani(kadis, sidikMurni), pemegangKini: null })
      .ditolak('JABATAN_TANPA_PEJABAT'));

  it('menolak orang yang bukan pemegang jabatan hari ini', () =>
    diberi(pengajuan)
      .when({ ...tandatangani(kadis, sidikMurni), pemegangKini: 'orang-baru' })
      .ditolak('TIDAK_BERWENANG'));

  it('menolak pejabat baru: naskah harus diajukan kembali', () =>
    diberi(pengajuan)
      .when(tandatangani({ ...kadis, subjek: 'orang-baru' }, sidikMurni))
      .ditolak('PEJABAT_BERGANTI'));

  it('menolak satu orang menandatangani untuk kedua pihak, walau menjadi Plt.', () =>
    diberi(pengajuan, ttdKadis)
      .when(tandatangani({ ...wali, subjek: kadis.subjek, status: 'Plt.' }, sidikMurni))
      .ditolak('ORANG_SAMA'));
});

describe('Kembalikan', () => {
  const kembalikan = {
    type: 'Kembalikan',
    catatan: 'Target IKU-2 terlalu rendah.',
    oleh: wali,
    cara: 'elektronik',
  } as const;

  it.each([
    ['sebelum siapa pun menandatangani', [pengajuan]],
    ['setelah Pihak Pertama menandatangani', [pengajuan, ttdKadis]],
  ])('mengembalikan naskah %s', (_, sebelumnya) =>
    diberi(...sebelumnya)
      .when(kembalikan)
      .then(dikembalikan),
  );

  it('menolak pengembalian oleh Pihak Pertama', () =>
    diberi(pengajuan)
      .when({ ...kembalikan, oleh: kadis })
      .ditolak('PK_BUKAN_PENANDATANGAN'));

  it('menolak pengembalian tanpa catatan', () =>
    diberi(pengajuan)
      .when({ ...kembalikan, catatan: '  ' })
      .ditolak('ALASAN_WAJIB'));

  it('menolak pengembalian kedua', () =>
    diberi(pengajuan, dikembalikan).when(kembalikan).ditolak('PK_BELUM_DIAJUKAN'));

  it('menolak pengembalian setelah berlaku', () =>
    diberi(...murniBerlaku)
      .when(kembalikan)
      .ditolak('PK_SUDAH_BERLAKU'));
});

describe('Batalkan', () => {
  const batalkan = { type: 'Batalkan', alasan: 'Salah pagu.', oleh: kadis, cara: 'elektronik' } as const;

  it('membatalkan naskah yang belum ditandatangani kedua pihak', () =>
    diberi(pengajuan).when(batalkan).then(dibatalkan));

  it('menolak pembatalan tanpa alasan', () =>
    diberi(pengajuan)
      .when({ ...batalkan, alasan: '' })
      .ditolak('ALASAN_WAJIB'));

  it('menolak pembatalan kedua', () =>
    diberi(pengajuan, dibatalkan).when(batalkan).ditolak('PK_BELUM_DIAJUKAN'));

  it('menolak pembatalan setelah berlaku', () =>
    diberi(...murniBerlaku)
      .when(batalkan)
      .ditolak('PK_SUDAH_BERLAKU'));

  it('membatalkan perubahan tanpa menyentuh murni yang berlaku', () => {
    const sesudah = keadaan(...murniBerlaku, pengajuanPerubahan, {
      ...dibatalkan,
      data: { versi: 2, alasan: 'Salah pagu.', oleh: kadis, cara: 'elektronik' },
    } as PkEvent);
    expect(pkBerlaku(sesudah)).toEqual(naskahMurni);
    expect(perjanjianKinerja.decide(ajukan(naskahPerubahan), sesudah)).toEqual([pengajuanPerubahan]);
  });
});

describe('dicatat dari naskah kertas', () => {
  const catat = (naskah: Naskah, isi: Partial<Naskah> = {}): PkCommand => ({
    ...ajukan(naskah, isi),
    versi: naskah.versi,
    pemegang: { pertama: null, kedua: null },
    ...dicatat,
  });
  const ttd = (oleh: typeof kadis, sidik: string): PkCommand => ({
    ...tandatangani(tercetak(oleh), sidik),
    cara: 'dicatat',
  });

  it('dapat ditandatangani tanpa pejabat yang dikenal, dengan urutan yang sama', () => {
    const [diajukan] = perjanjianKinerja.decide(catat(naskahMurni), perjanjianKinerja.initial);
    const satu = keadaan(diajukan as PkEvent);
    expect(() => perjanjianKinerja.decide(ttd(wali, sidikMurni), satu)).toThrow('PK_MENUNGGU_PIHAK_PERTAMA');
    const events = perjanjianKinerja.decide(ttd(kadis, sidikMurni), satu);
    const dua = keadaan(diajukan as PkEvent, ...events);
    const akhir = perjanjianKinerja.decide(ttd(wali, sidikMurni), dua);
    expect(akhir.map((e) => e.type)).toEqual(['PerjanjianKinerjaDitandatangani', 'PerjanjianKinerjaBerlaku']);
    expect(akhir[0]?.data).toMatchObject({ cara: 'dicatat', oleh: { subjek: null } });
  });

  it.each([
    ['yang masih berlaku', naskahMurni, murniBerlaku],
    ['yang sudah digantikan', naskahMurni, perubahanBerlaku],
    ['perubahan yang berlaku', naskahPerubahan, perubahanBerlaku],
    ['yang masih menunggu tanda tangan', naskahMurni, [pengajuan]],
  ])('tidak mengubah naskah yang sama %s', (_, naskah, sebelumnya) =>
    diberi(...sebelumnya)
      .when(catat(naskah))
      .then(),
  );

  it('tidak menganggap berbeda apa yang tidak disebut atau ditulis dengan desimal lain', () =>
    diberi(...murniBerlaku)
      .when(catat(naskahMurni, { tanggal: null, target: [{ ...t1, target: '91.5' }], anggaran: [] }))
      .then());

  it.each<[string, Partial<Naskah>]>([
    ['target lain', { target: [{ ...t1, target: '90.00' }] }],
    ['indikator yang tidak ada di naskah tercatat', { target: [{ ...t1, indikator: 'IKU-3' }] }],
    ['pagu lain', { anggaran: [{ ...p1, pagu: '1' }] }],
    ['tanggal lain', { tanggal: '2023-02-01' }],
  ])('menolak %s untuk versi yang sama', (_, isi) => {
    const c = catat(naskahMurni, isi) as Extract<PkCommand, { type: 'Ajukan' }>;
    diberi(...murniBerlaku)
      .when({ ...c, dikenal: { ...c.dikenal, indikator: [...c.dikenal.indikator, iku('IKU-3')] } })
      .ditolak('SUDAH_ADA_BERBEDA');
  });

  it('menyebut apa yang berbeda', () => {
    const c = catat(naskahMurni, { target: [{ ...t1, target: '90.00' }] });
    expect(() => perjanjianKinerja.decide(c, keadaan(...murniBerlaku))).toThrow(
      expect.objectContaining({
        rincian: { bagian: 'target', kode: 'IKU-1', sebelum: '91.50', sesudah: '90.00' },
      }),
    );
  });

  it('menolak perubahan yang melompati versi', () =>
    diberi(...murniBerlaku)
      .when(catat({ ...naskahPerubahan, versi: 3 }))
      .ditolak('PK_MURNI_BELUM_BERLAKU'));

  it('menolak perubahan sebagai versi 1', () =>
    diberi()
      .when(catat({ ...naskahPerubahan, versi: 1 }))
      .ditolak('PK_MURNI_BELUM_BERLAKU'));
});

describe('PK yang berlaku', () => {
  it('tidak ada sebelum kedua pihak menandatangani', () =>
    expect(pkBerlaku(keadaan(pengajuan, ttdKadis))).toBeNull());

  it('tetap yang murni selagi perubahannya menunggu tanda tangan', () =>
    expect(pkBerlaku(keadaan(...murniBerlaku, pengajuanPerubahan, ttdKadisPerubahan))).toEqual(naskahMurni));

  it('adalah perubahan setelah kedua pihak menandatanganinya', () =>
    expect(pkBerlaku(keadaan(...perubahanBerlaku))).toEqual(naskahPerubahan));

  it('memuat indikator yang dijanjikan saja', () => {
    expect(dalamPk(keadaan(...murniBerlaku), 'IKU-1')).toBe(true);
    expect(dalamPk(keadaan(...murniBerlaku), 'IKU-3')).toBe(false);
    expect(dalamPk(keadaan(pengajuan), 'IKU-1')).toBe(false);
  });
});
