import { given } from '../../../test/support/given.js';
import { dicatat } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import {
  aksiDitandai,
  catatTargetTriwulan,
  mulaiPerubahan,
  perubahanDimulai,
  perubahanDitetapkan,
  rencanaAksiDitetapkan,
  tandaiAksi,
  targetTriwulanDicatat,
  tetapkanRencanaAksi,
} from './rencana-aksi.contoh.js';
import { aksiTerbuka, type RencanaAksiEvent, rencanaAksi, targetBerlaku } from './rencana-aksi.decider.js';

const murni = [targetTriwulanDicatat(), rencanaAksiDitetapkan];
const keadaan = (...events: RencanaAksiEvent[]) =>
  events.reduce((s, e, i) => rencanaAksi.evolve(s, e, i), rencanaAksi.initial);

describe('CatatTarget', () => {
  it('mencatat target satu triwulan', () =>
    given(rencanaAksi).when(catatTargetTriwulan).then(targetTriwulanDicatat()));
  it('tidak berubah bila diulang, juga bila angkanya hanya ditulis lain atau aksi tidak disebut', () => {
    given(rencanaAksi, targetTriwulanDicatat()).when(catatTargetTriwulan).then();
    given(rencanaAksi, targetTriwulanDicatat())
      .when({ ...catatTargetTriwulan, target: '90.00' })
      .then();
    given(rencanaAksi, targetTriwulanDicatat())
      .when({ ...catatTargetTriwulan, aksi: null, ...dicatat })
      .then();
  });
  it('mengganti target dengan menyebut yang lama', () =>
    given(rencanaAksi, targetTriwulanDicatat())
      .when({ ...catatTargetTriwulan, target: '91' })
      .then(targetTriwulanDicatat({ target: '91', sebelum: '90' })));
  it('mengganti aksi tanpa mengubah target', () =>
    given(rencanaAksi, targetTriwulanDicatat())
      .when({ ...catatTargetTriwulan, aksi: 'Pelatihan angkatan II' })
      .then(
        targetTriwulanDicatat({
          aksi: 'Pelatihan angkatan II',
          sebelum: '90',
          semula: { aksi: 'Pelatihan angkatan I', penanggungJawab: null },
        }),
      ));
  it('menyebut yang melaksanakan aksinya, dan mengganti keterangan itu', () => {
    const bidang = { penanggungJawab: 'Bidang Penempatan' };
    given(rencanaAksi)
      .when({ ...catatTargetTriwulan, ...bidang })
      .then(targetTriwulanDicatat(bidang));
    given(rencanaAksi, targetTriwulanDicatat(bidang))
      .when({ ...catatTargetTriwulan, ...bidang })
      .then();
    given(rencanaAksi, targetTriwulanDicatat())
      .when({ ...catatTargetTriwulan, ...bidang })
      .then(
        targetTriwulanDicatat({
          ...bidang,
          sebelum: '90',
          semula: { aksi: 'Pelatihan angkatan I', penanggungJawab: null },
        }),
      );
  });
  it('membedakan triwulan', () =>
    given(rencanaAksi, targetTriwulanDicatat())
      .when({ ...catatTargetTriwulan, triwulan: 2, ...dicatat })
      .then(targetTriwulanDicatat({ triwulan: 2, ...dicatat })));
  it.each([
    ['indikator yang tidak dikenal', { definisi: null }, 'INDIKATOR_TIDAK_DIKENAL'],
    ['triwulan 5', { triwulan: 5 as 4 }, 'TRIWULAN_TIDAK_SAH'],
    ['target yang bukan angka', { target: 'banyak' }, 'NILAI_TIDAK_SAH'],
    ['aksi yang memuat NIP', { aksi: 'oleh 197001011995031001' }, 'TEKS_MEMUAT_DATA_PRIBADI'],
    ['kertas dengan target lain', { target: '91', ...dicatat }, 'SUDAH_ADA_BERBEDA'],
  ] as const)('menolak %s', (_, isi, kode) =>
    given(rencanaAksi, targetTriwulanDicatat())
      .when({ ...catatTargetTriwulan, ...isi })
      .ditolak(kode),
  );
  it('menolak perubahan setelah ditetapkan, kecuali yang baru dari kertas', () => {
    const baru = { ...catatTargetTriwulan, triwulan: 2 } as const;
    given(rencanaAksi, targetTriwulanDicatat(), rencanaAksiDitetapkan)
      .when(baru)
      .ditolak('MURNI_SUDAH_DITETAPKAN');
    given(rencanaAksi, targetTriwulanDicatat(), rencanaAksiDitetapkan)
      .when({ ...baru, ...dicatat })
      .then(targetTriwulanDicatat({ triwulan: 2, ...dicatat }));
  });
});

describe('Tetapkan', () => {
  it('menetapkan rencana aksi', () =>
    given(rencanaAksi, targetTriwulanDicatat()).when(tetapkanRencanaAksi).then(rencanaAksiDitetapkan));
  it('tidak berubah bila diulang', () =>
    given(rencanaAksi, targetTriwulanDicatat(), rencanaAksiDitetapkan).when(tetapkanRencanaAksi).then());
  it('menolak rencana aksi tanpa target', () =>
    given(rencanaAksi).when(tetapkanRencanaAksi).ditolak('KEADAAN_TIDAK_SESUAI'));
  it('mencatat aktanya, dan menolak akta yang tanggalnya tidak ada', () => {
    const akta = {
      jenis: 'Keputusan Kepala Dinas',
      nomor: '050/1',
      tanggal: '2023-02-01',
      pejabat: 'Kepala Dinas',
    };
    given(rencanaAksi, targetTriwulanDicatat())
      .when({ ...tetapkanRencanaAksi, akta })
      .then({ ...rencanaAksiDitetapkan, data: { ...rencanaAksiDitetapkan.data, akta } } as RencanaAksiEvent);
    given(rencanaAksi, targetTriwulanDicatat())
      .when({ ...tetapkanRencanaAksi, akta: { ...akta, tanggal: '2023-02-31' } })
      .ditolak('TANGGAL_TIDAK_SAH');
  });
});

describe('MulaiPerubahan', () => {
  it('membuka perubahan atas rencana aksi yang ditetapkan', () =>
    given(rencanaAksi, ...murni)
      .when(mulaiPerubahan)
      .then(perubahanDimulai()));
  it('tidak berubah bila diulang', () =>
    given(rencanaAksi, ...murni, perubahanDimulai())
      .when(mulaiPerubahan)
      .then());
  it('membetulkan sebab selagi disusun, dengan menyebut yang lama', () =>
    given(rencanaAksi, ...murni, perubahanDimulai())
      .when({ ...mulaiPerubahan, sebab: 'lain' })
      .then(
        perubahanDimulai({
          sebab: 'lain',
          sebelum: { sebab: 'perubahan-apbd', alasan: 'Mengikuti PK Perubahan' },
        }),
      ));
  it('membuka perubahan kedua setelah yang pertama ditetapkan', () =>
    given(rencanaAksi, ...murni, perubahanDimulai(), perubahanDitetapkan)
      .when(mulaiPerubahan)
      .then(perubahanDimulai({ versi: 3 })));
  it('menolak sebelum murni ditetapkan, juga dari kertas, dan tanpa alasan', () => {
    given(rencanaAksi).when(mulaiPerubahan).ditolak('MURNI_BELUM_DITETAPKAN');
    given(rencanaAksi, targetTriwulanDicatat())
      .when({ ...mulaiPerubahan, versi: 2, ...dicatat })
      .ditolak('MURNI_BELUM_DITETAPKAN');
    given(rencanaAksi, ...murni)
      .when({ ...mulaiPerubahan, alasan: null })
      .ditolak('ALASAN_WAJIB');
  });
  it('kertas menyebut nomornya dan tidak mengulang yang sudah ada; murni bukan perubahan', () => {
    const kertas = { ...mulaiPerubahan, alasan: null, ...dicatat };
    given(rencanaAksi, ...murni)
      .when({ ...kertas, versi: 2 })
      .then(perubahanDimulai({ alasan: null, ...dicatat }));
    given(rencanaAksi, ...murni, perubahanDimulai(), perubahanDitetapkan, perubahanDimulai({ versi: 3 }))
      .when({ ...kertas, versi: 2 })
      .then();
    given(rencanaAksi, ...murni)
      .when({ ...kertas, versi: 1 })
      .ditolak('KEADAAN_TIDAK_SESUAI');
  });
  it('menolak dari kertas perubahan ketiga sebelum yang kedua: murninya sudah ditetapkan', () => {
    const ketiga = { ...mulaiPerubahan, versi: 3, ...dicatat };
    given(rencanaAksi, ...murni)
      .when(ketiga)
      .ditolak('KEADAAN_TIDAK_SESUAI');
    given(rencanaAksi, ...murni, perubahanDimulai())
      .when(ketiga)
      .ditolak('KEADAAN_TIDAK_SESUAI');
  });
});

describe('rancangan perubahan', () => {
  const rancangan = [...murni, perubahanDimulai(), targetTriwulanDicatat({ target: '95', sebelum: '90' })];
  const berlaku = (...events: RencanaAksiEvent[]) =>
    targetBerlaku(keadaan(...events))
      ?.get('IKU-1')
      ?.get(1)?.target ?? null;

  it('menerima target lagi', () =>
    given(rencanaAksi, ...murni, perubahanDimulai())
      .when({ ...catatTargetTriwulan, target: '95' })
      .then(targetTriwulanDicatat({ target: '95', sebelum: '90' })));
  it('tidak mengubah yang berlaku sampai ditetapkan', () => {
    expect(berlaku(targetTriwulanDicatat())).toBeNull();
    expect(berlaku(...rancangan)).toBe('90');
    expect(berlaku(...rancangan, perubahanDitetapkan)).toBe('95');
  });
  it('ditetapkan dengan nomor versinya', () =>
    given(rencanaAksi, ...rancangan)
      .when(tetapkanRencanaAksi)
      .then(perubahanDitetapkan));
  it('kertas yang mengulang versi mana pun tidak berubah, juga selagi versi lain disusun', () => {
    for (const akhir of [[], [perubahanDitetapkan]])
      given(rencanaAksi, ...rancangan, ...akhir)
        .when({ ...catatTargetTriwulan, ...dicatat })
        .then();
  });
  it('kertas tidak menimpa rancangan yang disusun di sini', () =>
    given(rencanaAksi, ...murni, perubahanDimulai())
      .when({ ...catatTargetTriwulan, target: '96', ...dicatat })
      .ditolak('SUDAH_ADA_BERBEDA'));
  it('perubahan dari kertas menggantikan yang terbawa, tetapi tidak perkataannya sendiri', () => {
    const kertas = perubahanDimulai(dicatat);
    const target96 = { ...catatTargetTriwulan, target: '96', ...dicatat };
    given(rencanaAksi, ...murni, kertas)
      .when(target96)
      .then(targetTriwulanDicatat({ target: '96', sebelum: '90', ...dicatat }));
    given(rencanaAksi, ...murni, kertas, targetTriwulanDicatat({ target: '95', sebelum: '90', ...dicatat }))
      .when(target96)
      .ditolak('SUDAH_ADA_BERBEDA');
  });
  it('yang tidak disebut perubahan dari kertas tetap seperti yang terbawa', () =>
    given(rencanaAksi, ...murni, perubahanDimulai(dicatat))
      .when({ ...catatTargetTriwulan, target: '96', aksi: null, ...dicatat })
      .then(targetTriwulanDicatat({ target: '96', sebelum: '90', ...dicatat })));
  it('penanggung jawab mengikuti aksinya: perubahan dari kertas yang menyebut aksi tanpa dia berarti tanpa dia', () => {
    const terbawa = targetTriwulanDicatat({ penanggungJawab: 'Bidang Pelatihan' });
    given(rencanaAksi, terbawa, rencanaAksiDitetapkan, perubahanDimulai(dicatat))
      .when({ ...catatTargetTriwulan, target: '96', ...dicatat })
      .then(
        targetTriwulanDicatat({
          target: '96',
          sebelum: '90',
          semula: { aksi: 'Pelatihan angkatan I', penanggungJawab: 'Bidang Pelatihan' },
          ...dicatat,
        }),
      );
  });
  it('perubahan dari kertas tetap dari kertas, walau sebabnya dibetulkan di sini', () =>
    given(
      rencanaAksi,
      ...murni,
      perubahanDimulai({ alasan: null, ...dicatat }),
      perubahanDimulai({ sebelum: { sebab: 'perubahan-apbd', alasan: null } }),
    )
      .when({ ...catatTargetTriwulan, target: '96', ...dicatat })
      .then(targetTriwulanDicatat({ target: '96', sebelum: '90', ...dicatat })));
});

describe('TandaiAksi', () => {
  it('menandai aksi yang berlaku selesai', () =>
    given(rencanaAksi, ...murni)
      .when(tandaiAksi)
      .then(aksiDitandai()));
  it('tidak berubah bila diulang', () =>
    given(rencanaAksi, ...murni, aksiDitandai())
      .when(tandaiAksi)
      .then());
  it('mengganti tanda dengan menyebut yang lama', () =>
    given(rencanaAksi, ...murni, aksiDitandai())
      .when({ ...tandaiAksi, keadaan: 'dibatalkan', catatan: 'Tanpa anggaran' })
      .then(
        aksiDitandai({
          keadaan: 'dibatalkan',
          catatan: 'Tanpa anggaran',
          sebelum: { keadaan: 'selesai', catatan: null },
        }),
      ));
  it.each([
    ['aksi triwulan lain', { triwulan: 2 }, 'AKSI_TIDAK_DIKENAL'],
    ['indikator lain', { indikator: 'IKU-9' }, 'AKSI_TIDAK_DIKENAL'],
    ['triwulan 5', { triwulan: 5 as 4 }, 'TRIWULAN_TIDAK_SAH'],
    ['pembatalan tanpa catatan', { keadaan: 'dibatalkan' }, 'ALASAN_WAJIB'],
    ['pembatalan dengan catatan kosong', { keadaan: 'dibatalkan', catatan: ' ' }, 'ALASAN_WAJIB'],
  ] as const)('menolak %s', (_, isi, kode) =>
    given(rencanaAksi, ...murni)
      .when({ ...tandaiAksi, ...isi })
      .ditolak(kode),
  );
  it('menolak aksi rancangan, dan target tanpa aksi', () => {
    given(rencanaAksi, targetTriwulanDicatat()).when(tandaiAksi).ditolak('AKSI_TIDAK_DIKENAL');
    given(rencanaAksi, targetTriwulanDicatat({ aksi: null }), rencanaAksiDitetapkan)
      .when(tandaiAksi)
      .ditolak('AKSI_TIDAK_DIKENAL');
  });
});

describe('aksiTerbuka', () => {
  const terbuka = (...events: RencanaAksiEvent[]) => aksiTerbuka(keadaan(...events)).map((a) => a.aksi);
  const diganti = targetTriwulanDicatat({ aksi: 'Bursa kerja', sebelum: '90' });

  it('memuat aksi yang berlaku dan belum ditandai', () => {
    expect(terbuka(targetTriwulanDicatat())).toEqual([]);
    expect(terbuka(...murni)).toEqual(['Pelatihan angkatan I']);
    expect(terbuka(...murni, aksiDitandai())).toEqual([]);
  });
  it('aksi lain di tempat yang sama mulai dari awal, sejak perubahannya berlaku', () => {
    const rancangan = [...murni, aksiDitandai(), perubahanDimulai(), diganti];
    expect(terbuka(...rancangan)).toEqual([]);
    expect(terbuka(...rancangan, perubahanDitetapkan)).toEqual(['Bursa kerja']);
  });
});
