import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';

/** The plan of a period through GraphQL alone: the pemda's, an OPD's that serves it, and its Perubahan in the third year. */
describe('rencana lima tahun dan perubahannya', () => {
  let app: AplikasiUji;
  let posisi: string | null = null;
  const token: Record<'pengelola' | 'wali' | 'perencana' | 'kepala', string> = {
    pengelola: '',
    wali: '',
    perencana: '',
    kepala: '',
  };
  beforeAll(async () => {
    app = await mulaiUji();
    const siapa = (peran: 'pengelola' | 'kepala-daerah' | 'perencana' | 'kepala', opd: string) =>
      app.token({ akun: `akun-${peran}`, peran, opd, jabatan: peran, subjek: `S-${peran}` });
    token.pengelola = siapa('pengelola', 'pemda');
    token.wali = siapa('kepala-daerah', 'pemda');
    token.perencana = siapa('perencana', 'disnaker');
    token.kepala = siapa('kepala', 'disnaker');
  });
  afterAll(() => app.tutup());

  const OPD = { pemda: '61.71', opd: 'disnaker' };
  const PEMDA = { pemda: '61.71', opd: 'pemda' };
  const RENSTRA = { ...OPD, mulai: 2021 };
  const RPJMD = { ...PEMDA, mulai: 2021 };
  type Siapa = keyof typeof token;
  const kode = async (mutasi: string, masukan: object, siapa: Siapa): Promise<string | undefined> =>
    (await app.jalankan(mutasi, masukan, token[siapa])).errors[0]?.extensions.kode;
  const jadi = async (mutasi: string, masukan: object, siapa: Siapa, pilihan = ''): Promise<unknown> => {
    const { data, errors } = await app.jalankan(mutasi, masukan, token[siapa], pilihan);
    expect(errors).toEqual([]);
    const { posisi: letak, revisi: _revisi, ...dokumen } = data[mutasi];
    posisi = letak;
    return dokumen;
  };
  const KUERI = `query($pemda: String!, $opd: String!, $tahun: Int!, $setelahPosisi: String) {
    capaianKinerja(pemda: $pemda, opd: $opd, tahun: $tahun, setelahPosisi: $setelahPosisi) {
      indikator { kode nama target sumberTarget kemajuanRenstra } } }`;
  const indikator = async (tahun: number, opd = OPD): Promise<unknown> => {
    const { data, errors } = await app.gql(KUERI, { ...opd, tahun, setelahPosisi: posisi }, token.perencana);
    expect(errors).toEqual([]);
    return data.capaianKinerja.indikator;
  };
  const semua = () => Promise.all([2021, 2022, 2023, 2024].map((tahun) => indikator(tahun)));

  it('pemda menyusun RPJMD dengan misi, sasaran daerah, dan program prioritas', async () => {
    await jadi('daftarkanPemda', { pemda: '61.71', nama: 'Kota Pontianak', zona: 'WIB' }, 'pengelola');
    await jadi('daftarkanOpd', { ...OPD, nama: 'Dinas Tenaga Kerja' }, 'pengelola');
    expect(await kode('susunRenstra', { ...RPJMD, selesai: 2026 }, 'perencana')).toBe('TIDAK_BERWENANG');
    expect(await kode('susunRenstra', { ...RPJMD, selesai: 2023, jenis: 'rpd' }, 'pengelola')).toBe(
      'ALASAN_WAJIB',
    );
    await jadi('susunRenstra', { ...RPJMD, selesai: 2026, visi: 'Pontianak maju' }, 'pengelola');
    await jadi('tambahMisi', { ...RPJMD, nomor: 1, uraian: 'Meningkatkan kesejahteraan' }, 'pengelola');
    await jadi('tambahTujuan', { ...RPJMD, kode: 'TD1', uraian: 'Sejahtera', misi: [1] }, 'pengelola');
    const sasaran = { ...RPJMD, tujuan: 'TD1', kode: 'SD1', uraian: 'Pengangguran turun', strategi: [] };
    await jadi('tambahSasaran', sasaran, 'pengelola');
    const iku = {
      ...RPJMD,
      kode: 'TPT',
      nama: 'Pengangguran terbuka',
      satuan: '%',
      polaritas: 'turun-linear',
    };
    await jadi('tetapkanIndikator', { ...iku, level: 'sasaran', iku: true }, 'pengelola');
    await jadi(
      'hubungkanIndikator',
      { ...RPJMD, indikator: 'TPT', tingkat: 'sasaran', kode: 'SD1' },
      'pengelola',
    );
    await jadi(
      'tetapkanTargetRenstra',
      { ...RPJMD, indikator: 'TPT', tahun: 2023, target: '8.2' },
      'pengelola',
    );
    const prioritas = { ...RPJMD, kode: 'PP-1', nama: 'Pontianak bekerja', sasaran: ['SD1'] };
    expect(await kode('tetapkanProgramPrioritas', { ...prioritas, pelaksana: ['tiada'] }, 'pengelola')).toBe(
      'OPD_BELUM_TERDAFTAR',
    );
    await jadi('tetapkanProgramPrioritas', { ...prioritas, pelaksana: ['disnaker'] }, 'pengelola');
    expect(await kode('tetapkanRenstra', RPJMD, 'pengelola')).toBe('TIDAK_BERWENANG');
    expect(await jadi('tetapkanRenstra', RPJMD, 'wali', 'renstra { jenis status versi }')).toEqual({
      renstra: { jenis: 'rpjmd', status: 'ditetapkan', versi: 1 },
    });
  });

  it('rencana pemda punya angka sendiri, dan pemda bukan salah satu OPD', async () => {
    expect(await indikator(2023, PEMDA)).toEqual([
      {
        kode: 'TPT',
        nama: 'Pengangguran terbuka',
        target: '8.2',
        sumberTarget: 'renstra',
        kemajuanRenstra: null,
      },
    ]);
    const daftar = '{ daftarOpd(pemda: "61.71") { edges { node { kode } } } }';
    const { data } = await app.gql(daftar, {}, token.pengelola);
    expect(data.daftarOpd.edges).toEqual([{ node: { kode: 'disnaker' } }]);
  });

  it('OPD menyusun Renstra yang melayani sasaran daerah, sampai ditetapkan dengan akta', async () => {
    await jadi('susunRenstra', { ...RENSTRA, selesai: 2026 }, 'perencana');
    await jadi('tambahTujuan', { ...RENSTRA, kode: 'T1', uraian: 'Tujuan' }, 'perencana');
    const sasaran = { ...RENSTRA, tujuan: 'T1', kode: 'S1', uraian: 'Sasaran', strategi: [] };
    await jadi('tambahSasaran', sasaran, 'perencana');
    for (const k of ['IKU-1', 'IKU-2']) {
      const iku = { ...RENSTRA, kode: k, nama: `Nama ${k}`, satuan: '%', polaritas: 'naik' };
      await jadi('tetapkanIndikator', { ...iku, level: 'sasaran', iku: true }, 'perencana');
      await jadi(
        'hubungkanIndikator',
        { ...RENSTRA, indikator: k, tingkat: 'sasaran', kode: 'S1' },
        'perencana',
      );
      for (const [tahun, target] of [
        [2021, '80'],
        [2022, '81'],
        [2023, '82'],
        [2024, '83'],
        [null, '85'],
      ] as const)
        await jadi('tetapkanTargetRenstra', { ...RENSTRA, indikator: k, tahun, target }, 'perencana');
    }
    const akta = { jenis: 'Peraturan Wali Kota', nomor: '12', tanggal: '2021-09-01', pejabat: 'Wali Kota' };
    await jadi('tetapkanRenstra', { ...RENSTRA, akta }, 'kepala');

    const selaras = { ...RENSTRA, tingkat: 'sasaran', kode: 'S1' };
    const melayani = { mulai: 2021, tingkat: 'sasaran', kode: 'SD1' };
    expect(
      await kode('selaraskanRenstra', { ...selaras, melayani: { ...melayani, kode: 'SD9' } }, 'perencana'),
    ).toBe('SASARAN_TIDAK_DIKENAL');
    await jadi('selaraskanRenstra', { ...selaras, melayani }, 'perencana');
    await jadi('lepasKeselarasanRenstra', { ...selaras, alasan: 'salah' }, 'perencana');
    await jadi('selaraskanRenstra', { ...selaras, melayani }, 'perencana');
    await jadi(
      'catatIsuStrategis',
      { ...RENSTRA, kode: 'ISU-1', uraian: 'Isu', sasaran: ['S1'] },
      'perencana',
    );
    const masalah = { ...RENSTRA, kode: 'P-1', uraian: 'Masalah', isu: 'ISU-1', sasaran: ['S1'] };
    await jadi('catatPermasalahan', { ...masalah, solusi: 'Pelatihan' }, 'perencana');
  });

  it('rancangan perubahan tidak mengubah satu angka pun, dan RKT tetap menurut yang berlaku', async () => {
    const sebelum = await semua();
    const perubahan = { ...RENSTRA, mulaiBerlaku: 2023, alasan: 'Perubahan RPJMD' };
    expect(
      await jadi(
        'mulaiPerubahanRenstra',
        perubahan,
        'perencana',
        'renstra { status versi perubahan { versi mulaiBerlaku } }',
      ),
    ).toEqual({
      renstra: { status: 'ditetapkan', versi: 1, perubahan: { versi: 2, mulaiBerlaku: 2023 } },
    });
    const target = { ...RENSTRA, indikator: 'IKU-1', tahun: 2023, target: '90' };
    expect(await kode('tetapkanTargetRenstra', { ...target, tahun: 2022 }, 'perencana')).toBe(
      'TAHUN_SEBELUM_PERUBAHAN',
    );
    await jadi('tetapkanTargetRenstra', target, 'perencana');
    await jadi('tetapkanTargetRenstra', { ...target, tahun: null, target: '95' }, 'perencana');
    const iku = { ...RENSTRA, kode: 'IKU-1', nama: 'Nama baru', satuan: '%', polaritas: 'naik' };
    await jadi('tetapkanIndikator', { ...iku, level: 'sasaran', iku: true }, 'perencana');
    const iku2 = { ...RENSTRA, alasan: 'tidak relevan' };
    const hapus = { ...iku2, unsur: 'indikator', kode: 'IKU-2' };
    expect(await kode('hapusUnsurRenstra', hapus, 'perencana')).toBe('MASIH_DIPAKAI');
    const hubungan = { indikator: 'IKU-2', tingkat: 'sasaran', kode: 'S1' };
    await jadi('lepasIndikatorRenstra', { ...iku2, ...hubungan }, 'perencana');
    await jadi('hapusUnsurRenstra', hapus, 'perencana');
    expect(await semua()).toEqual(sebelum);

    const rkt = { ...OPD, tahun: 2023, jenis: 'murni', indikator: 'IKU-2', target: '82' };
    await jadi('catatTargetRkt', rkt, 'perencana');
  });

  it('dibatalkan, lalu disusun dan ditetapkan: tahun pertama dan kedua tetap, tahun ketiga berubah', async () => {
    await jadi('batalkanPerubahanRenstra', { ...RENSTRA, alasan: 'disusun ulang' }, 'perencana');
    const [pertama, kedua] = await semua();
    await jadi('mulaiPerubahanRenstra', { ...RENSTRA, mulaiBerlaku: 2023, alasan: 'RPJMD' }, 'perencana');
    await jadi(
      'tetapkanTargetRenstra',
      { ...RENSTRA, indikator: 'IKU-1', tahun: 2023, target: '90' },
      'perencana',
    );
    const iku = { ...RENSTRA, kode: 'IKU-1', nama: 'Nama baru', satuan: '%', polaritas: 'naik' };
    await jadi('tetapkanIndikator', { ...iku, level: 'sasaran', iku: true }, 'perencana');
    const lepas = { indikator: 'IKU-2', tingkat: 'sasaran', kode: 'S1', alasan: 'tidak relevan' };
    await jadi('lepasIndikatorRenstra', { ...RENSTRA, ...lepas }, 'perencana');
    await jadi(
      'hapusUnsurRenstra',
      { ...RENSTRA, unsur: 'indikator', kode: 'IKU-2', alasan: 'x' },
      'perencana',
    );
    await jadi('tetapkanRenstra', RENSTRA, 'kepala');
    expect(await indikator(2021)).toEqual(pertama);
    expect(await indikator(2022)).toEqual(kedua);
    const baru = { kode: 'IKU-1', nama: 'Nama baru', sumberTarget: 'renstra', kemajuanRenstra: null };
    expect(await indikator(2024)).toEqual([{ ...baru, target: '83' }]);
    // The RKT of 2023 was drafted while IKU-2 was in force: what it holds is still listed, with its old name.
    expect(await indikator(2023)).toEqual([
      { ...baru, target: '90' },
      { kode: 'IKU-2', nama: 'Nama IKU-2', target: null, sumberTarget: null, kemajuanRenstra: null },
    ]);
    const rkt = { ...OPD, tahun: 2024, jenis: 'murni', indikator: 'IKU-2', target: '83' };
    expect(await kode('catatTargetRkt', rkt, 'perencana')).toBe('INDIKATOR_TIDAK_DIKENAL');
  });

  it('Renstra berikutnya yang beririsan tidak mengubah apa pun selama disusun, dan dapat dibatalkan', async () => {
    const sebelum = await semua();
    const berikut = { ...OPD, mulai: 2023 };
    const susun = () =>
      jadi('susunRenstra', { ...berikut, selesai: 2027, visi: 'Baru' }, 'perencana', 'peringatan');
    const peringatan = [
      'Tahun 2023–2026 juga dicakup Renstra 2021–2026; yang lama tetap berlaku sampai yang ini ditetapkan.',
    ];
    expect(await susun()).toEqual({ peringatan });
    expect(await semua()).toEqual(sebelum);
    const target = { ...OPD, tahun: 2024, jenis: 'murni', indikator: 'IKU-1', target: '83' };
    await jadi('catatTargetRkt', target, 'perencana');
    const sesudah = await semua();
    const batal = { ...berikut, alasan: 'keliru tahun pertamanya' };
    await jadi('batalkanRenstra', batal, 'perencana');
    expect(await kode('batalkanRenstra', batal, 'perencana')).toBe('RENSTRA_BELUM_ADA');
    expect(await semua()).toEqual(sesudah);
    expect(await susun()).toEqual({ peringatan });
  });
});
