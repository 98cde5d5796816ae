import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';

/** How an OPD is made up, changes and ends, and which documents may be filled in, through GraphQL alone. */
describe('organisasi sebuah OPD', () => {
  let app: AplikasiUji;
  const token = { pengelola: '', perencana: '', inspektorat: '' };
  beforeAll(async () => {
    app = await mulaiUji();
    const siapa = (peran: keyof typeof token, opd: string) =>
      app.token({
        akun: `akun-${peran}`,
        peran,
        opd,
        jabatan: peran,
        sebutan: `Jabatan ${peran}`,
        subjek: `S-${peran}`,
      });
    token.pengelola = siapa('pengelola', 'pemda');
    token.perencana = siapa('perencana', 'disnaker');
    token.inspektorat = siapa('inspektorat', 'inspektorat');
  });
  afterAll(() => app.tutup());

  type Siapa = keyof typeof token;
  let posisi = '';
  const jadi = async (
    mutasi: string,
    masukan: object,
    siapa: Siapa = 'pengelola',
    pilihan = '',
  ): Promise<object> => {
    const { data, errors } = await app.jalankan(mutasi, masukan, token[siapa], pilihan);
    expect(errors).toEqual([]);
    const { posisi: di, revisi: _revisi, ...dokumen } = data[mutasi];
    posisi = di;
    return dokumen;
  };
  const tolakan = async (mutasi: string, masukan: object, siapa: Siapa = 'pengelola') =>
    (await app.jalankan(mutasi, masukan, token[siapa])).errors[0];
  const kode = async (mutasi: string, masukan: object, siapa: Siapa = 'pengelola') =>
    (await tolakan(mutasi, masukan, siapa))?.extensions.kode;
  const tanya = async (kueri: string, siapa: Siapa = 'pengelola') => {
    const { data, errors } = await app.gql(
      `query ($posisi: String) { jawab: ${kueri} }`.replace('PADA_POSISI', 'setelahPosisi: $posisi'),
      { posisi },
      token[siapa],
    );
    expect(errors).toEqual([]);
    return data.jawab;
  };
  const pada = (opd: string, tanggal: string): string =>
    `organisasi(pemda: "61.71", opd: "${opd}", pada: "${tanggal}", PADA_POSISI)`;

  const OPD = { pemda: '61.71', opd: 'disnaker' };
  const akta = (nomor: string, tanggal: string) => ({
    ...{ jenis: 'Peraturan Wali Kota', nomor, tanggal, pejabat: 'Wali Kota Pontianak' },
  });
  const sotk = {
    ...OPD,
    mulai: '2022-01-01',
    dasar: akta('60 Tahun 2021', '2021-11-01'),
    tugasPokok: 'Melaksanakan urusan bidang tenaga kerja',
    fungsi: ['Perumusan kebijakan', 'Pelaksanaan kebijakan'],
  };

  it('SOTK pertama: draf hanya dilihat penyusunnya, sampai ditetapkan', async () => {
    await jadi('daftarkanPemda', { pemda: '61.71', nama: 'Kota Pontianak', zona: 'WIB' });
    for (const [opd, nama] of [
      ['disnaker', 'Dinas Tenaga Kerja'],
      ['disnakerkop', 'Dinas Tenaga Kerja dan Koperasi'],
    ])
      await jadi('daftarkanOpd', { pemda: '61.71', opd, nama });
    expect(await jadi('susunSotk', sotk, 'pengelola', 'sotk { versi mulai status banyakUnit }')).toEqual({
      sotk: [{ versi: 1, mulai: '2022-01-01', status: 'disusun', banyakUnit: 0 }],
    });
    const unit = { ...OPD, versi: 1, fungsi: [] };
    await jadi('tetapkanUnitSotk', { ...unit, kode: 'penta', nama: 'Bidang Penempatan' });
    await jadi('tetapkanUnitSotk', { ...unit, kode: 'lattas', nama: 'Bidang Pelatihan' });
    await jadi('tetapkanUnitSotk', { ...unit, kode: 'bursa', nama: 'Seksi Bursa Kerja', induk: 'penta' });
    expect(await kode('tetapkanUnitSotk', { ...unit, kode: 'penta', nama: 'Bidang', induk: 'bursa' })).toBe(
      'UNIT_BERPUTAR',
    );
    expect(await kode('susunSotk', sotk, 'perencana')).toBe('TIDAK_BERWENANG');
    const pilihan = '{ sotk { versi } draf { versi } }';
    expect(await tanya(`${pada('disnaker', '2023-01-01')} ${pilihan}`)).toEqual({
      sotk: null,
      draf: { versi: 1 },
    });
    expect(await tanya(`${pada('disnaker', '2023-01-01')} ${pilihan}`, 'inspektorat')).toEqual({
      sotk: null,
      draf: null,
    });
    await jadi('tetapkanSotk', { ...OPD, versi: 1 });
    expect(await kode('hapusUnitSotk', { ...OPD, versi: 1, kode: 'bursa', alasan: 'x' })).toBe(
      'SOTK_SUDAH_DITETAPKAN',
    );
    expect(
      await tanya(
        `${pada('disnaker', '2023-01-01')} { sotk { mulai dasar { nomor } unit { kode induk tingkat } } draf { versi } }`,
      ),
    ).toEqual({
      sotk: {
        mulai: '2022-01-01',
        dasar: { nomor: '60 Tahun 2021' },
        unit: [
          { kode: 'penta', induk: null, tingkat: 0 },
          { kode: 'bursa', induk: 'penta', tingkat: 1 },
          { kode: 'lattas', induk: null, tingkat: 0 },
        ],
      },
      draf: null,
    });
    expect(await tanya(`${pada('disnaker', '2021-12-31')} { sotk { versi } }`)).toEqual({ sotk: null });
  });

  it('pohon jabatan mengikuti unit, dengan status pemegangnya pada tanggal itu', async () => {
    const wali = { pemda: '61.71', opd: 'pemda', jabatan: 'kepala-daerah' };
    const kepala = { ...OPD, jabatan: 'kepala', sebutan: 'Kepala Dinas', jenis: 'kepala', eselon: 'II.b' };
    const atasan = { opd: 'pemda', jabatan: 'kepala-daerah' };
    expect(await kode('bentukJabatan', { ...kepala, atasan })).toBe('ATASAN_TIDAK_DIKENAL');
    await jadi('bentukJabatan', { ...wali, sebutan: 'Wali Kota', jenis: 'kepala-daerah' });
    await jadi('bentukJabatan', { ...kepala, atasan });
    const kabid = {
      ...OPD,
      jabatan: 'kabid-penta',
      sebutan: 'Kepala Bidang',
      jenis: 'administrator',
      eselon: 'III.b',
    };
    const olehKepala = { opd: 'disnaker', jabatan: 'kepala' };
    expect(await kode('bentukJabatan', { ...kabid, unit: 'tiada', atasan: olehKepala })).toBe(
      'UNIT_TIDAK_DIKENAL',
    );
    await jadi('bentukJabatan', { ...kabid, unit: 'penta', atasan: olehKepala });
    expect(
      await kode('bentukJabatan', { ...kepala, atasan: { opd: 'disnaker', jabatan: 'kabid-penta' } }),
    ).toBe('JABATAN_BERPUTAR');
    await jadi('tetapkanPejabat', {
      ...OPD,
      jabatan: 'kepala',
      subjek: 'S-kadis',
      status: 'definitif',
      mulai: '2022-01-03',
    });
    const jabatan = 'jabatan { kode jenis unit eselon tingkat pemegang { status mulai } }';
    expect(await tanya(`${pada('disnaker', '2023-01-01')} { ${jabatan} }`, 'inspektorat')).toEqual({
      jabatan: [
        {
          ...{ kode: 'kepala', jenis: 'kepala', unit: null, eselon: 'II.b', tingkat: 0 },
          pemegang: { status: 'definitif', mulai: '2022-01-03' },
        },
        {
          ...{ kode: 'kabid-penta', jenis: 'administrator', unit: 'penta', eselon: 'III.b', tingkat: 1 },
          pemegang: null,
        },
      ],
    });
    await jadi('tutupJabatan', {
      ...OPD,
      jabatan: 'kabid-penta',
      tanggal: '2024-01-01',
      alasan: 'penyederhanaan',
    });
    expect(await tanya(`${pada('disnaker', '2024-01-01')} { jabatan { kode } }`)).toEqual({
      jabatan: [{ kode: 'kepala' }],
    });
  });

  it('tabel kepegawaian berupa angka saja, dicatat perencananya', async () => {
    const tabel = {
      ...OPD,
      tanggal: '2023-12-31',
      dimensi: 'golongan',
      rincian: [{ kelompok: 'IV', jumlah: 12 }],
    };
    await jadi('catatKepegawaian', tabel, 'perencana');
    expect(await kode('catatKepegawaian', { ...tabel, opd: 'disnakerkop' }, 'perencana')).toBe(
      'TIDAK_BERWENANG',
    );
    expect(await kode('catatKepegawaian', { ...tabel, dimensi: 'nama' }, 'perencana')).toBe(
      'MASUKAN_TIDAK_SAH',
    );
    const pilihan = '{ kepegawaian { dimensi tanggal rincian { kelompok jumlah } } }';
    expect(await tanya(`${pada('disnaker', '2024-06-01')} ${pilihan}`)).toEqual({
      kepegawaian: [
        { dimensi: 'golongan', tanggal: '2023-12-31', rincian: [{ kelompok: 'IV', jumlah: 12 }] },
      ],
    });
    expect(await tanya(`${pada('disnaker', '2023-12-30')} ${pilihan}`)).toEqual({ kepegawaian: [] });
  });

  it('dasar hukum dijawab menurut tanggal: milik pemda, lalu milik OPD', async () => {
    const perda = { pemda: '61.71', jenis: 'Peraturan Daerah', tentang: 'Perangkat daerah' };
    await jadi('catatDasarHukum', {
      ...perda,
      kode: 'perda-7-2016',
      nomor: '7 Tahun 2016',
      tanggal: '2016-10-01',
    });
    await jadi('catatDasarHukum', {
      ...perda,
      kode: 'perda-3-2022',
      nomor: '3 Tahun 2022',
      tanggal: '2022-03-01',
    });
    await jadi('catatDasarHukum', {
      ...perda,
      opd: 'disnaker',
      kode: 'perwal-60',
      nomor: '60',
      tanggal: '2021-11-01',
    });
    const cabut = {
      pemda: '61.71',
      kode: 'perda-7-2016',
      tanggal: '2022-03-01',
      pengganti: 'perda-3-2022',
      alasan: 'diganti',
    };
    expect(
      await jadi('cabutDasarHukum', cabut, 'pengelola', 'dasarHukum { dicabut { tanggal pengganti } }'),
    ).toEqual({
      dasarHukum: { dicabut: { tanggal: '2022-03-01', pengganti: 'perda-3-2022' } },
    });
    expect(
      await kode('catatDasarHukum', { ...perda, kode: 'x1', nomor: '1', tanggal: '2016-10-01' }, 'perencana'),
    ).toBe('TIDAK_BERWENANG');
    const berlaku = (tanggal: string, opd = '') =>
      tanya(`dasarHukum(pemda: "61.71", ${opd} pada: "${tanggal}", PADA_POSISI) { kode opd }`);
    expect(await berlaku('2022-02-28')).toEqual([{ kode: 'perda-7-2016', opd: null }]);
    expect(await berlaku('2022-03-01', 'opd: "disnaker",')).toEqual([
      { kode: 'perda-3-2022', opd: null },
      { kode: 'perwal-60', opd: 'disnaker' },
    ]);
  });

  it('SOTK kedua pada OPD penerus menyebut pendahulunya, dan OPD lama dibubarkan', async () => {
    const baru = {
      ...sotk,
      opd: 'disnakerkop',
      mulai: '2025-01-01',
      dasar: akta('12 Tahun 2024', '2024-12-01'),
    };
    expect(await kode('susunSotk', { ...baru, pendahulu: ['tiada'] })).toBe('OPD_TIDAK_DIKENAL');
    await jadi('susunSotk', { ...baru, pendahulu: ['disnaker'] });
    const penerus = (tanggal: string) => tanya(`${pada('disnaker', tanggal)} { penerus { opd sejak } }`);
    expect(await penerus('2025-01-01')).toEqual({ penerus: [] });
    await jadi('tetapkanSotk', { pemda: '61.71', opd: 'disnakerkop', versi: 1 });
    expect(await penerus('2024-12-31')).toEqual({ penerus: [] });
    expect(await penerus('2025-01-01')).toEqual({ penerus: [{ opd: 'disnakerkop', sejak: '2025-01-01' }] });
    const bubar = {
      ...OPD,
      tanggal: '2025-01-01',
      pengganti: ['disnakerkop'],
      akta: baru.dasar,
      alasan: 'penggabungan',
    };
    expect(await jadi('bubarkanOpd', bubar, 'pengelola', 'opd { dibubarkan }')).toEqual({
      opd: { dibubarkan: '2025-01-01' },
    });
    expect(await penerus('2025-01-01')).toEqual({ penerus: [{ opd: 'disnakerkop', sejak: '2025-01-01' }] });
  });

  it('SOTK kedua sebuah OPD dimulai dengan unit yang berlaku, dan tidak menyentuh tahun lama', async () => {
    await jadi('susunSotk', { ...sotk, mulai: '2024-01-01', salinUnit: true });
    await jadi('hapusUnitSotk', { ...OPD, versi: 2, kode: 'bursa', alasan: 'penyederhanaan birokrasi' });
    await jadi('tetapkanSotk', { ...OPD, versi: 2 });
    const unit = (tanggal: string) =>
      tanya(`${pada('disnaker', tanggal)} { sotk { versi unit { kode } } versi { mulai } }`);
    const versi = [{ mulai: '2022-01-01' }, { mulai: '2024-01-01' }];
    expect(await unit('2023-12-31')).toEqual({
      sotk: { versi: 1, unit: [{ kode: 'penta' }, { kode: 'bursa' }, { kode: 'lattas' }] },
      versi,
    });
    expect(await unit('2024-01-01')).toEqual({
      sotk: { versi: 2, unit: [{ kode: 'penta' }, { kode: 'lattas' }] },
      versi,
    });
  });

  it('kalender satu tahun dapat ditanya', async () => {
    const isi = { hariKerja: [1, 2, 3, 4, 5], jamMulai: '07:30', jamSelesai: '16:00' };
    const libur = [{ tanggal: '2023-08-17', uraian: 'Hari Kemerdekaan' }];
    await jadi('tetapkanKalender', { pemda: '61.71', tahun: 2023, ...isi, libur });
    const kueri = (tahun: number) =>
      tanya(
        `kalender(pemda: "61.71", tahun: ${tahun}, PADA_POSISI) { tahun hariKerja jamMulai jamSelesai libur { tanggal uraian } oleh }`,
      );
    expect(await kueri(2023)).toEqual({ tahun: 2023, ...isi, libur, oleh: 'Jabatan pengelola' });
    expect(await kueri(2024)).toBeNull();
  });

  it('periode dokumen: siapa membuka dan menutup, dan mengapa', async () => {
    const rkt = { pemda: '61.71', tahun: 2023, dokumen: 'rkt' };
    const pilihan = 'periode { dokumen { dokumen terbuka kecuali } }';
    await jadi('tutupPeriodeDokumen', { ...rkt, alasan: 'batas waktu' });
    expect(await kode('bukaPeriodeDokumen', { ...rkt, opd: 'disnaker' })).toBe('ALASAN_WAJIB');
    expect(await kode('tutupPeriodeDokumen', { ...rkt, dokumen: 'lkjip' })).toBe('MASUKAN_TIDAK_SAH');
    expect(
      await jadi(
        'bukaPeriodeDokumen',
        { ...rkt, opd: 'disnaker', alasan: 'perbaikan' },
        'pengelola',
        pilihan,
      ),
    ).toEqual({ periode: { dokumen: [{ dokumen: 'rkt', terbuka: false, kecuali: ['disnaker'] }] } });
    const semua = await tanya(
      'periodeDokumen(pemda: "61.71", tahun: 2023, PADA_POSISI) { dokumen triwulan terbuka kecuali catatan { dibuka opd alasan oleh } }',
    );
    expect(semua).toHaveLength(11);
    const oleh = 'Jabatan pengelola';
    expect(semua).toContainEqual({
      ...{ dokumen: 'rkt', triwulan: null, terbuka: false, kecuali: ['disnaker'] },
      catatan: [
        { dibuka: false, opd: null, alasan: 'batas waktu', oleh },
        { dibuka: true, opd: 'disnaker', alasan: 'perbaikan', oleh },
      ],
    });
    expect(semua).toContainEqual({ dokumen: 'iku', triwulan: null, terbuka: true, kecuali: [], catatan: [] });
    expect(semua).toContainEqual({
      dokumen: 'pengukuran',
      triwulan: 1,
      terbuka: false,
      kecuali: [],
      catatan: [],
    });
  });

  const TAHUN = { ...OPD, tahun: 2024 };
  const disusun: readonly [dokumen: string, mutasi: string, masukan: object][] = [
    ['rkt', 'catatTargetRkt', { ...TAHUN, jenis: 'murni', indikator: 'IKU-1', target: '90' }],
    ['rencana-aksi', 'catatTargetRencanaAksi', { ...TAHUN, indikator: 'IKU-1', triwulan: 1, target: '90' }],
    ['iku', 'susunIku', { ...OPD, mulaiBerlaku: 2024 }],
    ['program', 'tambahProgram', { ...TAHUN, kode: '2.07.03', nama: 'Program', tingkat: 'program' }],
    ['renstra', 'susunRenstra', { ...OPD, mulai: 2024, selesai: 2026 }],
    ['anggaran', 'tetapkanPagu', { ...TAHUN, jenis: 'murni', kode: '2.07.03', pagu: '1000' }],
  ];
  it.each(disusun)(
    '%s yang ditutup menolak perencana, sampai dibuka lagi baginya',
    async (dokumen, mutasi, masukan) => {
      const belumDitutup = await kode(mutasi, masukan, 'perencana');
      expect(belumDitutup).not.toBe('PERIODE_DITUTUP');
      const tutup = { pemda: '61.71', tahun: 2024, dokumen };
      await jadi('tutupPeriodeDokumen', tutup);
      const galat = await tolakan(mutasi, masukan, 'perencana');
      expect(galat?.extensions.kode).toBe('PERIODE_DITUTUP');
      expect(galat?.message).toMatch(
        /tahun 2024 ditutup oleh Jabatan pengelola sejak \d{1,2} [A-Z][a-z]+ \d{4}\./,
      );
      await jadi('bukaPeriodeDokumen', { ...tutup, opd: 'disnaker', alasan: 'perpanjangan' });
      expect(await kode(mutasi, masukan, 'perencana')).toBe(belumDitutup);
    },
  );

  it('OPD yang dibubarkan tidak merencanakan tahun sesudahnya', async () => {
    for (const [, mutasi, masukan] of disusun) {
      const awal = ['mulaiBerlaku', 'mulai', 'tahun'].find((a) => a in masukan) ?? '';
      const sesudah = { [awal]: 2025 };
      expect(await kode(mutasi, { ...masukan, ...sesudah }, 'perencana')).toBe('OPD_SUDAH_DIBUBARKAN');
    }
  });
});
