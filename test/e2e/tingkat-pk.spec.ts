import { tanggalDi } from '../../src/approval/pemegang-kini.js';
import type { Peran } from '../../src/approval/wewenang.js';
import { elektronik, iku } from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import { type RenstraCommand, renstra } from '../../src/planning/renstra/renstra.decider.js';
import { sebulanSetelah } from '../../src/projections/perjanjian-kinerja/tenggat.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';
import { amplopUji } from '../support/ruang-pk.js';

// Officials come and go today: the year is the one the test runs in.
const HARI_INI = tanggalDi('WIB', new Date());
const TAHUN_INI = Number(HARI_INI.slice(0, 4));
const OPD = { pemda: '61.71', opd: 'disnaker' };
const TAHUN = { ...OPD, tahun: TAHUN_INI };
const RENSTRA = { ...OPD, mulai: TAHUN_INI };
const dinas = (kode: string): string => `61.71.disnaker.${kode}`;
const WALI = '61.71.pemda.kepala-daerah';

let app: AplikasiUji;
beforeAll(async () => {
  app = await mulaiUji();
});
afterAll(() => app.tutup());

const token = new Map<string, string>();
/** The token of who holds this office. */
const milik = (jabatan: string, peran: Peran, subjek = `S-${jabatan}`, opd = 'disnaker'): string => {
  const kunci = `${opd} ${jabatan} ${subjek}`;
  const ada =
    token.get(kunci) ?? app.token({ akun: `akun-${subjek}`, peran, opd, jabatan, subjek, sebutan: jabatan });
  token.set(kunci, ada);
  return ada;
};
const pengelola = () => milik('bagian-organisasi', 'pengelola', 'S-org', 'pemda');
const perencana = () => milik('perencana', 'perencana');
const kadis = () => milik('kepala', 'kepala');
const wali = () => milik('kepala-daerah', 'kepala-daerah', 'S-kepala-daerah', 'pemda');
const bidang = (jabatan: string) => milik(jabatan, 'bidang');

const jadi = async (siapa: string, mutasi: string, masukan: object, pilihan = '') => {
  const { data, errors } = await app.jalankan(mutasi, masukan, siapa, pilihan);
  if (errors.length > 0) throw new Error(`${mutasi}: ${JSON.stringify(errors)}`);
  return data[mutasi];
};
const kode = async (siapa: string, mutasi: string, masukan: object): Promise<string | undefined> =>
  (await app.jalankan(mutasi, masukan, siapa)).errors[0]?.extensions.kode;
const tanya = async (siapa: string, kueri: string) => {
  const { data, errors } = await app.gql(kueri, {}, siapa);
  expect(errors).toEqual([]);
  return data;
};

type Naskah = { target: object[]; anggaran: object[] };
const PILIHAN = 'perjanjianKinerja { sidik status versi naskah { pihakKedua { jabatan } } }';
const naskah = (jabatan: string, isi: Naskah, opd = 'disnaker') => ({
  ...TAHUN,
  opd,
  jabatan,
  jenis: 'murni',
  ...isi,
});
/** Proposed by the first, signed by each of them in turn; gives what became of it. */
const sepakati = async (
  masukan: object & { opd: string; jabatan: string },
  pengaju: string,
  ...ttd: string[]
) => {
  const { opd, jabatan } = masukan;
  let { perjanjianKinerja: pk } = await jadi(pengaju, 'ajukanPerjanjianKinerja', masukan, PILIHAN);
  for (const siapa of ttd) {
    const tanda = { ...TAHUN, opd, jabatan, sidik: pk.sidik };
    ({ perjanjianKinerja: pk } = await jadi(siapa, 'tandatanganiPerjanjianKinerja', tanda, PILIHAN));
  }
  return pk;
};

const KANTOR: [opd: string, jabatan: string, atasan: object | null][] = [
  ['pemda', 'kepala-daerah', null],
  ['disnaker', 'kepala', { opd: 'pemda', jabatan: 'kepala-daerah' }],
  ['disnaker', 'bidang-1', { opd: 'disnaker', jabatan: 'kepala' }],
  ['disnaker', 'seksi-1', { opd: 'disnaker', jabatan: 'bidang-1' }],
  ['disnaker', 'pengantar-kerja', { opd: 'disnaker', jabatan: 'seksi-1' }],
];

it('sebuah pemda dengan pohon jabatan, rencana, dan anggarannya', async () => {
  await jadi(pengelola(), 'daftarkanPemda', { pemda: '61.71', nama: 'Kota Pontianak', zona: 'WIB' });
  await jadi(pengelola(), 'daftarkanOpd', { ...OPD, nama: 'Dinas Tenaga Kerja' });
  for (const [opd, jabatan, atasan] of KANTOR) {
    const kantor = { pemda: '61.71', opd, jabatan };
    await jadi(pengelola(), 'bentukJabatan', { ...kantor, sebutan: `Sebutan ${jabatan}`, atasan });
    const masa = { subjek: `S-${jabatan}`, status: 'definitif', mulai: `${TAHUN_INI - 1}-01-04` };
    await jadi(pengelola(), 'tetapkanPejabat', { ...kantor, ...masa });
  }

  await jadi(perencana(), 'susunRenstra', { ...RENSTRA, selesai: TAHUN_INI + 4 });
  for (const [kode, level] of [
    ['IKU-1', 'sasaran'],
    ['IK-PROGRAM', 'program'],
    ['IK-KEGIATAN', 'kegiatan'],
    ['IK-SUB', 'sub-kegiatan'],
  ])
    await jadi(perencana(), 'tetapkanIndikator', {
      ...RENSTRA,
      kode,
      nama: `Indikator ${kode}`,
      satuan: '%',
      polaritas: 'naik',
      level,
    });
  for (const [kode, tingkat, induk] of [
    ['2.07.03', 'program', null],
    ['2.07.03.2.01', 'kegiatan', '2.07.03'],
    ['2.07.03.2.01.0001', 'sub-kegiatan', '2.07.03.2.01'],
  ])
    await jadi(perencana(), 'tambahProgram', { ...TAHUN, kode, nama: `Nama ${kode}`, tingkat, induk });
  await jadi(perencana(), 'tetapkanPagu', { ...TAHUN, jenis: 'murni', kode: '2.07.03', pagu: '500' });

  // The pemda's own plan, as its planners would enter it.
  const rpjmd = (c: object, i: number) =>
    app.aplikasi.rakitan.executor.execute(
      renstra,
      `61.71.pemda.${TAHUN_INI}`,
      { ...c, ...elektronik } as RenstraCommand,
      amplopUji(i),
    );
  const masa = { mulai: TAHUN_INI, selesai: TAHUN_INI + 4, visi: null, misi: null };
  await rpjmd({ type: 'Susun', ...masa, opdTerdaftar: true, berdasarkan: [] }, 1);
  await rpjmd({ type: 'TetapkanIndikator', ...iku('IKD-1') }, 2);
});

describe('PK di setiap tingkat', () => {
  it('kepala daerah berjanji seorang diri', async () => {
    const masukan = naskah(
      'kepala-daerah',
      { target: [{ indikator: 'IKD-1', target: '72.10' }], anggaran: [] },
      'pemda',
    );
    expect(await kode(kadis(), 'ajukanPerjanjianKinerja', masukan)).toBe('TIDAK_BERWENANG');
    expect(await sepakati(masukan, wali(), wali())).toMatchObject({
      status: 'berlaku',
      naskah: { pihakKedua: null },
    });
  });

  const melayani = (indikator: string) => ({ melayani: { indikator } });
  it.each<[string, string, string, () => string, () => string, Naskah]>([
    [
      'kepala dinas kepada wali kota',
      'kepala',
      WALI,
      kadis,
      wali,
      {
        target: [{ indikator: 'IKU-1', target: '90.00', ...melayani('IKD-1') }],
        anggaran: [{ program: '2.07.03', pagu: '500' }],
      },
    ],
    [
      'administrator kepada kepala dinas',
      'bidang-1',
      dinas('kepala'),
      () => bidang('bidang-1'),
      kadis,
      {
        target: [{ indikator: 'IK-PROGRAM', target: '80.00', ...melayani('IKU-1') }],
        anggaran: [{ program: '2.07.03.2.01', pagu: '300' }],
      },
    ],
    [
      'pengawas kepada administrator',
      'seksi-1',
      dinas('bidang-1'),
      () => bidang('seksi-1'),
      () => bidang('bidang-1'),
      {
        target: [{ indikator: 'IK-KEGIATAN', target: '70.00', ...melayani('IK-PROGRAM') }],
        anggaran: [{ program: '2.07.03.2.01.0001', pagu: '100' }],
      },
    ],
    [
      'staf kepada pengawas',
      'pengantar-kerja',
      dinas('seksi-1'),
      () => bidang('pengantar-kerja'),
      () => bidang('seksi-1'),
      { target: [{ indikator: 'IK-SUB', target: '60.00', ...melayani('IK-KEGIATAN') }], anggaran: [] },
    ],
  ])('%s', async (_, jabatan, kedua, pertama, atasan, isi) => {
    expect(await sepakati(naskah(jabatan, isi), pertama(), pertama(), atasan())).toMatchObject({
      status: 'berlaku',
      naskah: { pihakKedua: { jabatan: kedua } },
    });
  });

  it('menolak target atasan yang tidak dijanjikannya, pengajuan untuk jabatan lain, dan target luar Renstra tanpa alasan', async () => {
    const target = { indikator: 'IK-SUB', target: '60.00' };
    const perubahan = (jabatan: string, t: object) => ({
      ...naskah(jabatan, { target: [{ ...target, ...t }], anggaran: [] }),
      jenis: 'perubahan',
      sebab: 'perubahan-prioritas',
    });
    const ajukan = (siapa: string, t: object) =>
      kode(siapa, 'ajukanPerjanjianKinerja', perubahan('pengantar-kerja', t));
    expect(await ajukan(bidang('pengantar-kerja'), melayani('IKU-1'))).toBe('PK_TARGET_ATASAN_TIDAK_DIKENAL');
    expect(await ajukan(bidang('bidang-1'), {})).toBe('PK_BUKAN_PENGAJU');
    const luarRenstra = {
      nama: 'Indikator baru',
      satuan: '%',
      polaritas: 'naik',
      sasaran: 'Sasaran',
      alasan: ' ',
    };
    expect(await ajukan(bidang('pengantar-kerja'), { indikator: 'LR-1', luarRenstra })).toBe('ALASAN_WAJIB');
    expect(await ajukan(bidang('pengantar-kerja'), { indikator: 'LR-1' })).toBe('INDIKATOR_TIDAK_DIKENAL');
    expect(
      await ajukan(bidang('pengantar-kerja'), { luarRenstra: { ...luarRenstra, alasan: 'Ditugaskan.' } }),
    ).toBe('PK_INDIKATOR_DALAM_RENSTRA');
  });

  it('semuanya terlihat, dengan target atasan yang dilayani', async () => {
    const posisi = await app.posisi();
    const isi =
      '{ edges { node { jabatan versi { naskah { target { indikator melayani { jabatan indikator } } } } } } }';
    const { daftarPerjanjianKinerja: daftar } = await tanya(
      wali(),
      `{ daftarPerjanjianKinerja(pemda: "61.71", tahun: ${TAHUN_INI}, setelahPosisi: "${posisi}") ${isi} }`,
    );
    type Tepi = { node: { jabatan: string; versi: { naskah: { target: object[] } }[] } };
    expect(daftar.edges.map(({ node }: Tepi) => [node.jabatan, node.versi[0]?.naskah.target[0]])).toEqual([
      ['bidang-1', { indikator: 'IK-PROGRAM', melayani: { jabatan: dinas('kepala'), indikator: 'IKU-1' } }],
      ['kepala', { indikator: 'IKU-1', melayani: { jabatan: WALI, indikator: 'IKD-1' } }],
      [
        'pengantar-kerja',
        { indikator: 'IK-SUB', melayani: { jabatan: dinas('seksi-1'), indikator: 'IK-KEGIATAN' } },
      ],
      [
        'seksi-1',
        { indikator: 'IK-KEGIATAN', melayani: { jabatan: dinas('bidang-1'), indikator: 'IK-PROGRAM' } },
      ],
      ['kepala-daerah', { indikator: 'IKD-1', melayani: null }],
    ]);
  });
});

it('tenggat PK adalah satu bulan setelah tanggal DPA, dan keterlambatan dihitung sampai hari berlaku', async () => {
  const kueri = (posisi: string | number) =>
    `{ perjanjianKinerja(pemda: "61.71", opd: "disnaker", tahun: ${TAHUN_INI}, setelahPosisi: "${posisi}") { tenggat berlakuSejak terlambat } }`;
  const { perjanjianKinerja: belum } = await tanya(kadis(), kueri(await app.posisi()));
  expect(belum).toEqual({ tenggat: null, berlakuSejak: HARI_INI, terlambat: null });
  const tanggal = `${TAHUN_INI - 1}-11-30`;
  const akta = { jenis: 'DPA', nomor: 'DPA/1', tanggal, pejabat: 'PPKD Kota Pontianak' };
  const { posisi } = await jadi(pengelola(), 'tetapkanDokumenAnggaran', { ...TAHUN, jenis: 'murni', akta });
  const { perjanjianKinerja } = await tanya(kadis(), kueri(posisi));
  const tenggat = sebulanSetelah(tanggal);
  const terlambat = (Date.parse(HARI_INI) - Date.parse(tenggat)) / 86_400_000;
  expect(perjanjianKinerja).toEqual({ tenggat, berlakuSejak: HARI_INI, terlambat });
});

describe('PK Perubahan jatuh tempo', () => {
  const tugas = async (siapa: string, posisi: string | number) => {
    const isi = '{ edges { node { tugas jabatan versi sebab { sebab catatan } } } }';
    const { kotakMasuk } = await tanya(siapa, `{ kotakMasuk(setelahPosisi: "${posisi}") ${isi} }`);
    return kotakMasuk.edges.map(({ node }: { node: object }) => node);
  };
  const jatuhTempo = (sebab: string, catatan: string | null = null) => ({
    tugas: 'ajukan_perubahan',
    jabatan: dinas('kepala'),
    versi: 1,
    sebab: [{ sebab, catatan }],
  });
  const kebutuhan = { ...TAHUN, jabatan: 'kepala', sebab: 'perubahan-strategi' };

  it('dicatat dengan tangan, lalu ditutup dengan alasan', async () => {
    const alasan = 'Arah kebijakan berubah.';
    expect(await kode(perencana(), 'catatKebutuhanPkPerubahan', { ...kebutuhan, alasan })).toBe(
      'TIDAK_BERWENANG',
    );
    const dicatat = await jadi(kadis(), 'catatKebutuhanPkPerubahan', { ...kebutuhan, alasan });
    expect(await tugas(kadis(), dicatat.posisi)).toEqual([jatuhTempo('perubahan_strategi', alasan)]);
    const ditutup = await jadi(kadis(), 'tutupKebutuhanPkPerubahan', {
      ...kebutuhan,
      alasan: 'Target tetap sesuai.',
    });
    expect(await tugas(kadis(), ditutup.posisi)).toEqual([]);
    const isi = 'kebutuhan { status sebab alasan }';
    const { perjanjianKinerja } = await tanya(
      kadis(),
      `{ perjanjianKinerja(pemda: "61.71", opd: "disnaker", tahun: ${TAHUN_INI}, setelahPosisi: "${ditutup.posisi}") { ${isi} } }`,
    );
    expect(perjanjianKinerja.kebutuhan).toEqual([
      { status: 'dicatat', sebab: 'perubahan_strategi', alasan },
      { status: 'ditutup', sebab: 'perubahan_strategi', alasan: 'Target tetap sesuai.' },
    ]);
  });

  it('timbul ketika kepala dinas diganti, dan selesai ketika PK Perubahan ditandatangani', async () => {
    const masa = { subjek: 'S-plt', status: 'Plt.', mulai: HARI_INI };
    const { posisi } = await jadi(pengelola(), 'tetapkanPejabat', { ...OPD, jabatan: 'kepala', ...masa });
    const harus = [jatuhTempo('pergantian_pejabat')];
    expect(await tugas(milik('kepala', 'kepala', 'S-plt'), posisi)).toEqual(harus);
    expect(await tugas(perencana(), posisi)).toEqual(harus);

    const perubahan = {
      ...naskah('kepala', { target: [{ indikator: 'IKU-1', target: '91.00' }], anggaran: [] }),
      jenis: 'perubahan',
      sebab: 'pergantian-pejabat',
    };
    const plt = milik('kepala', 'kepala', 'S-plt');
    expect(await sepakati(perubahan, perencana(), plt, wali())).toMatchObject({
      status: 'berlaku',
      versi: 2,
    });
    expect(await tugas(plt, await app.posisi())).toEqual([]);
    expect(await tugas(perencana(), await app.posisi())).toEqual([]);
  });

  it('timbul lagi ketika APBD diubah', async () => {
    const pagu = { ...TAHUN, jenis: 'perubahan', kode: '2.07.03', pagu: '600' };
    const { posisi } = await jadi(perencana(), 'tetapkanPagu', pagu);
    expect(await tugas(perencana(), posisi)).toEqual([{ ...jatuhTempo('perubahan_apbd'), versi: 2 }]);
  });
});
