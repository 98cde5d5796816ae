import { randomUUID } from 'node:crypto';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';

/** The chapter in which the promise is signed and what came of it is measured, through GraphQL alone. */
describe('dari tanda tangan sampai koreksi', () => {
  let app: AplikasiUji;
  type Siapa = 'pengelola' | 'perencana' | 'kepala' | 'bidang' | 'wali';
  const token = {} as Record<Siapa, string>;
  const OPD = { pemda: '61.71', opd: 'disnaker' };
  const TAHUN = { ...OPD, tahun: 2023 };
  const PK = { ...TAHUN, jabatan: 'kepala' };
  const TW1 = { ...TAHUN, triwulan: 1 };

  const kode = async (mutasi: string, masukan: object, siapa: Siapa): Promise<string | undefined> =>
    (await app.jalankan(mutasi, masukan, token[siapa])).errors[0]?.extensions.kode;
  // biome-ignore lint/suspicious/noExplicitAny: the answer of a query written as text has no type here
  const jadi = async (mutasi: string, masukan: object, siapa: Siapa, pilihan = ''): Promise<any> => {
    const { data, errors } = await app.jalankan(mutasi, masukan, token[siapa], pilihan);
    expect(errors).toEqual([]);
    return data[mutasi];
  };

  beforeAll(async () => {
    app = await mulaiUji();
    const siapa = (peran: 'pengelola' | 'perencana' | 'kepala' | 'bidang' | 'kepala-daerah', opd: string) =>
      app.token({ akun: `akun-${peran}`, peran, opd, jabatan: peran, subjek: `S-${peran}` });
    Object.assign(token, {
      pengelola: siapa('pengelola', 'pemda'),
      perencana: siapa('perencana', 'disnaker'),
      kepala: siapa('kepala', 'disnaker'),
      bidang: siapa('bidang', 'disnaker'),
      wali: siapa('kepala-daerah', 'pemda'),
    });
    await jadi('daftarkanPemda', { pemda: '61.71', nama: 'Kota Pontianak', zona: 'WIB' }, 'pengelola');
    await jadi('daftarkanOpd', { ...OPD, nama: 'Dinas Tenaga Kerja' }, 'pengelola');
    const wali = { pemda: '61.71', opd: 'pemda', jabatan: 'kepala-daerah' };
    const atasan = { opd: 'pemda', jabatan: 'kepala-daerah' };
    await jadi('bentukJabatan', { ...wali, sebutan: 'Wali Kota Pontianak' }, 'pengelola');
    await jadi('bentukJabatan', { ...OPD, jabatan: 'kepala', sebutan: 'Kepala Dinas', atasan }, 'pengelola');
    const renstra = { ...OPD, mulai: 2022 };
    await jadi('susunRenstra', { ...renstra, selesai: 2024 }, 'perencana');
    const indikator = { ...renstra, kode: 'IKU-1', nama: 'Rasio', satuan: '%', polaritas: 'naik' };
    await jadi('tetapkanIndikator', { ...indikator, level: 'sasaran' }, 'perencana');
    const program = { ...TAHUN, kode: '2.07.03', nama: 'Pelatihan', tingkat: 'program' };
    await jadi('tambahProgram', program, 'perencana');
    await jadi('tetapkanPagu', { ...TAHUN, jenis: 'murni', kode: '2.07.03', pagu: '1000' }, 'perencana');
  });
  afterAll(() => app.tutup());

  const naskah = {
    ...PK,
    jenis: 'murni',
    target: [{ indikator: 'IKU-1', target: '91.50' }],
    anggaran: [{ program: '2.07.03', pagu: '1000' }],
  };
  const pilihanPk =
    'perjanjianKinerja { status versi sidik penandatangan { pihak jabatan status cara } naskah { pihakPertama { sebutan } target { nama target } anggaran { nama pagu } } }';
  const tetapkan = (opd: string, jabatan: string, subjek: string) =>
    jadi(
      'tetapkanPejabat',
      { pemda: '61.71', opd, jabatan, subjek, status: 'definitif', mulai: '2022-01-03' },
      'pengelola',
    );

  it('naskah tidak diajukan selagi jabatan salah satu pihak kosong, sebab tidak seorang pun dapat menandatanganinya', async () => {
    expect(await kode('ajukanPerjanjianKinerja', naskah, 'perencana')).toBe('JABATAN_TANPA_PEJABAT');
    await tetapkan('disnaker', 'kepala', 'S-kepala');
    expect(await kode('ajukanPerjanjianKinerja', naskah, 'perencana')).toBe('JABATAN_TANPA_PEJABAT');
    await tetapkan('pemda', 'kepala-daerah', 'S-kepala-daerah');
    const { perjanjianKinerja } = await jadi('ajukanPerjanjianKinerja', naskah, 'perencana', pilihanPk);
    expect(perjanjianKinerja).toMatchObject({
      status: 'diajukan',
      versi: 1,
      penandatangan: [],
      naskah: {
        pihakPertama: { sebutan: 'Kepala Dinas' },
        target: [{ nama: 'Rasio', target: '91.50' }],
        anggaran: [{ nama: 'Pelatihan', pagu: '1000' }],
      },
    });
  });

  it('Wali Kota menunggu, mengembalikan dengan catatan, lalu keduanya menandatangani', async () => {
    const { perjanjianKinerja: pertama } = await jadi(
      'ajukanPerjanjianKinerja',
      naskah,
      'perencana',
      pilihanPk,
    );
    const ttd = { ...PK, sidik: pertama.sidik };
    expect(await kode('tandatanganiPerjanjianKinerja', ttd, 'wali')).toBe('PK_MENUNGGU_PIHAK_PERTAMA');
    expect(await kode('tandatanganiPerjanjianKinerja', ttd, 'bidang')).toBe('PK_BUKAN_PENANDATANGAN');
    expect(await kode('kembalikanPerjanjianKinerja', { ...PK, catatan: ' ' }, 'wali')).toBe('ALASAN_WAJIB');
    await jadi('kembalikanPerjanjianKinerja', { ...PK, catatan: 'Naikkan target.' }, 'wali');
    const baru = { ...naskah, target: [{ indikator: 'IKU-1', target: '92.00' }] };
    const { perjanjianKinerja: kedua } = await jadi('ajukanPerjanjianKinerja', baru, 'perencana', pilihanPk);
    expect(await kode('tandatanganiPerjanjianKinerja', ttd, 'kepala')).toBe('PK_NASKAH_BERBEDA');
    const ttdBaru = { ...PK, sidik: kedua.sidik };
    const { revisi } = await jadi('tandatanganiPerjanjianKinerja', ttdBaru, 'kepala');
    expect(await kode('tandatanganiPerjanjianKinerja', { ...ttdBaru, revisi: revisi - 1 }, 'wali')).toBe(
      'KONFLIK_REVISI',
    );
    const akhir = await jadi('tandatanganiPerjanjianKinerja', { ...ttdBaru, revisi }, 'wali', pilihanPk);
    expect(akhir.perjanjianKinerja).toMatchObject({
      status: 'berlaku',
      penandatangan: [
        { pihak: 1, jabatan: '61.71.disnaker.kepala', status: 'definitif', cara: 'elektronik' },
        { pihak: 2, jabatan: '61.71.pemda.kepala-daerah', status: 'definitif', cara: 'elektronik' },
      ],
    });
    expect(await kode('ajukanPerjanjianKinerja', { ...baru, jenis: 'perubahan' }, 'perencana')).toBe(
      'PK_SEBAB_WAJIB',
    );
  });

  it('membawa satu triwulan dari isian sampai koreksi', async () => {
    const isi = { ...TW1, indikator: 'IKU-1', pembilang: '9', penyebut: '27' };
    expect(await kode('catatRealisasi', isi, 'bidang')).toBe('PERIODE_DITUTUP');
    await jadi('bukaPeriode', { pemda: '61.71', tahun: 2023, triwulan: 1 }, 'pengelola');
    const pilihan = 'pengukuran { status terisi isian { indikator realisasi pembilang penyebut revisi } }';
    expect((await jadi('catatRealisasi', { ...isi, revisi: -1 }, 'bidang', pilihan)).pengukuran).toEqual({
      status: 'draf',
      terisi: 1,
      isian: { indikator: 'IKU-1', realisasi: null, pembilang: '9', penyebut: '27', revisi: 0 },
    });
    expect(await kode('catatRealisasi', { ...isi, pembilang: '8', revisi: -1 }, 'bidang')).toBe(
      'KONFLIK_REVISI',
    );
    await jadi('ajukanPengukuran', TW1, 'bidang');
    expect(await kode('catatRealisasi', { ...isi, pembilang: '8' }, 'bidang')).toBe('PENGUKURAN_TERKUNCI');
    await jadi('kembalikanPengukuran', { ...TW1, catatan: 'Sebutkan sumbernya.' }, 'perencana');
    await jadi('catatRealisasi', { ...isi, faktorPendukung: 'Job fair.' }, 'bidang');
    await jadi('ajukanPengukuran', TW1, 'bidang');
    expect(await kode('setujuiPengukuran', TW1, 'kepala')).toBe('PENGUKURAN_BELUM_DIVERIFIKASI');
    await jadi('verifikasiPengukuran', TW1, 'perencana');
    await jadi('setujuiPengukuran', TW1, 'kepala');
    const koreksi = { ...TW1, indikator: 'IKU-1', realisasi: '33.40', alasan: 'Satu kasus terlewat.' };
    expect((await jadi('koreksiRealisasi', koreksi, 'perencana', pilihan)).pengukuran).toMatchObject({
      status: 'disetujui',
      isian: { realisasi: '33.40', pembilang: null },
    });
  });

  it('mencatat dan mengoreksi realisasi anggaran dan pembanding', async () => {
    const baris = { ...TW1, kode: '2.07.03', realisasi: '250' };
    await jadi('catatRealisasiAnggaran', baris, 'perencana');
    const pilihan = 'realisasiAnggaran { kode triwulan realisasi revisi }';
    const koreksi = { ...baris, realisasi: '300', alasan: 'SP2D terlewat.' };
    expect(await jadi('koreksiRealisasiAnggaran', koreksi, 'perencana', pilihan)).toMatchObject({
      realisasiAnggaran: { kode: '2.07.03', triwulan: 1, realisasi: '300', revisi: 1 },
    });
    const banding = {
      ...OPD,
      tahunKinerja: 2023,
      indikator: 'IKU-1',
      tingkat: 'nasional',
      tahun: 2022,
      nilai: '94.14',
    };
    expect(
      await jadi(
        'catatPembanding',
        { ...banding, wilayah: ' Indonesia ' },
        'perencana',
        'pembanding { wilayah nilai revisi }',
      ),
    ).toMatchObject({ pembanding: { wilayah: 'Indonesia', nilai: '94.14', revisi: 0 } });
  });

  const isi = { ...TW1, indikator: 'IKU-1', realisasi: '1' };
  it.each<[string, string, object, Siapa, string]>([
    [
      'desimal sebagai angka',
      'catatRealisasi',
      { ...isi, pembilang: 2 ** 53 },
      'bidang',
      'DESIMAL_TIDAK_SAH',
    ],
    [
      '1e400',
      'koreksiRealisasi',
      { ...isi, realisasi: '1e400', alasan: 'x' },
      'perencana',
      'NILAI_TIDAK_SAH',
    ],
    ['triwulan 5', 'ajukanPengukuran', { ...TAHUN, triwulan: 5 }, 'bidang', 'TRIWULAN_TIDAK_SAH'],
    [
      'surogat tanpa pasangan',
      'koreksiRealisasi',
      { ...isi, realisasi: '2', alasan: 'a\ud800' },
      'perencana',
      'TEKS_TIDAK_SAH',
    ],
    [
      'NIP dalam alasan',
      'koreksiRealisasi',
      { ...isi, realisasi: '2', alasan: 'NIP 198001012005011001' },
      'perencana',
      'TEKS_MEMUAT_DATA_PRIBADI',
    ],
    [
      'isian asing di dalam daftar',
      'ajukanPerjanjianKinerja',
      { ...naskah, target: [{ indikator: 'IKU-1', target: '1', asing: 1 }] },
      'perencana',
      'MASUKAN_TIDAK_SAH',
    ],
    ['jenis lain', 'ajukanPerjanjianKinerja', { ...naskah, jenis: 'lain' }, 'perencana', 'MASUKAN_TIDAK_SAH'],
    ['jabatan orang lain', 'verifikasiPengukuran', TW1, 'bidang', 'TIDAK_BERWENANG'],
  ])('menolak %s tanpa menambah apa pun ke log', async (_, mutasi, masukan, siapa, harapan) => {
    const sebelum = await app.posisi();
    expect(await kode(mutasi, masukan, siapa)).toBe(harapan);
    expect(await app.posisi()).toBe(sebelum);
  });

  it('satu mutasi terkirim 20 kali serentak: satu akibat, satu jawaban', async () => {
    const sebelum = await app.posisi();
    const masukan = {
      ...TW1,
      indikator: 'IKU-1',
      realisasi: '34.00',
      alasan: 'Dua kasus terlewat.',
      idPerintah: randomUUID(),
    };
    const jawaban = await Promise.all(
      Array.from({ length: 20 }, () => app.jalankan('koreksiRealisasi', masukan, token.perencana)),
    );
    for (const j of jawaban) expect(j).toEqual(jawaban[0]);
    expect(jawaban[0]?.errors).toEqual([]);
    expect(await app.posisi()).toBe(sebelum + 1);
  });
});
