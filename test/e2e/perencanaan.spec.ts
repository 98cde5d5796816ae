import { randomUUID } from 'node:crypto';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';

/** The chapter of the year in which everything is promised, through GraphQL alone; each step stands on the one before. */
describe('perencanaan satu OPD', () => {
  let app: AplikasiUji;
  const token: Record<'pengelola' | 'perencana' | 'kepala' | 'bidang' | 'luar', string> = {
    pengelola: '',
    perencana: '',
    kepala: '',
    bidang: '',
    luar: '',
  };
  beforeAll(async () => {
    app = await mulaiUji();
    const siapa = (peran: 'pengelola' | 'perencana' | 'kepala' | 'bidang', opd = 'disnaker') =>
      app.token({ akun: `akun-${peran}-${opd}`, peran, opd, jabatan: peran, subjek: null });
    token.pengelola = siapa('pengelola', 'pemda');
    token.perencana = siapa('perencana');
    token.kepala = siapa('kepala');
    token.bidang = siapa('bidang');
    token.luar = siapa('perencana', 'dikbud');
  });
  afterAll(() => app.tutup());

  const OPD = { pemda: '61.71', opd: 'disnaker' };
  const TAHUN = { ...OPD, tahun: 2023 };
  const RENSTRA = { ...OPD, mulai: 2022 };
  type Siapa = keyof typeof token;
  const kode = async (mutasi: string, masukan: object, siapa: Siapa): Promise<string | undefined> =>
    (await app.jalankan(mutasi, masukan, token[siapa])).errors[0]?.extensions.kode;
  /** Carries it out, and says what became of the document. */
  const jadi = async (mutasi: string, masukan: object, siapa: Siapa, pilihan = ''): Promise<unknown> => {
    const { data, errors } = await app.jalankan(mutasi, masukan, token[siapa], pilihan);
    expect(errors).toEqual([]);
    const { posisi: _posisi, revisi: _revisi, ...dokumen } = data[mutasi];
    return dokumen;
  };

  it('OPD tidak dapat didaftarkan sebelum pemdanya', async () => {
    const opd = { ...OPD, nama: 'Dinas Tenaga Kerja' };
    expect(await kode('daftarkanOpd', opd, 'pengelola')).toBe('PEMDA_BELUM_TERDAFTAR');
    await jadi('daftarkanPemda', { pemda: '61.71', nama: 'Kota Pontianak', zona: 'WIB' }, 'pengelola');
    expect(await jadi('daftarkanOpd', opd, 'pengelola', 'opd { kode nama skala { tahun } }')).toEqual({
      opd: { kode: 'disnaker', nama: 'Dinas Tenaga Kerja', skala: [] },
    });
  });

  it('mencatat nama, skala, dan kalender', async () => {
    await jadi('ubahNamaPemda', { pemda: '61.71', nama: 'Pontianak', alasan: 'uji' }, 'pengelola');
    await jadi('ubahNamaOpd', { ...OPD, nama: 'Disnaker', alasan: 'SOTK baru' }, 'pengelola');
    const skala = {
      kode: 'kota',
      nama: 'Skala kota',
      kelas: [{ predikat: 'Baik', batasBawah: '70', termasukBatas: false }, { predikat: 'Kurang' }],
    };
    const pilihan =
      'pemda { skala { kode sumber kelas { predikat batasBawah termasukBatas } } tahunKalender }';
    await jadi('tetapkanSkalaOpd', { ...TAHUN, skala }, 'pengelola');
    expect(await jadi('tetapkanSkalaPemda', { pemda: '61.71', skala }, 'pengelola', pilihan)).toEqual({
      pemda: {
        skala: {
          kode: 'kota',
          sumber: null,
          kelas: [
            { predikat: 'Baik', batasBawah: '70', termasukBatas: false },
            { predikat: 'Kurang', batasBawah: null, termasukBatas: true },
          ],
        },
        tahunKalender: [],
      },
    });
    const kalender = { tahun: 2023, hariKerja: [1, 2, 3, 4, 5], jamMulai: '07:30', jamSelesai: '16:00' };
    const libur = [{ tanggal: '2023-01-01', uraian: 'Tahun Baru' }];
    const masukan = { pemda: '61.71', ...kalender, libur };
    expect(await jadi('tetapkanKalender', masukan, 'pengelola', 'pemda { tahunKalender }')).toEqual({
      pemda: { tahunKalender: [2023] },
    });
  });

  it('membuka triwulan bagi semua OPD, menutupnya bagi satu OPD', async () => {
    const periode = { pemda: '61.71', tahun: 2023, triwulan: 1 };
    await jadi('bukaPeriode', periode, 'pengelola');
    const pilihan = 'periode { triwulan { triwulan terbuka kecuali } }';
    expect(await jadi('tutupPeriode', { ...periode, opd: 'disnaker' }, 'pengelola', pilihan)).toEqual({
      periode: { triwulan: [{ triwulan: 1, terbuka: true, kecuali: ['disnaker'] }] },
    });
    expect(await kode('bukaPeriode', { ...periode, triwulan: 5 }, 'pengelola')).toBe('TRIWULAN_TIDAK_SAH');
    expect(await kode('bukaPeriode', { ...periode, opd: 'tiada' }, 'pengelola')).toBe('OPD_BELUM_TERDAFTAR');
    expect(await kode('bukaPeriode', periode, 'perencana')).toBe('TIDAK_BERWENANG');
  });

  it('membentuk jabatan dan mencatat pemegangnya', async () => {
    const kepala = { ...OPD, jabatan: 'kepala' };
    const atasan = { opd: 'pemda', jabatan: 'kepala-daerah' };
    const wali = { pemda: '61.71', ...atasan, sebutan: 'Wali Kota Pontianak' };
    await jadi('bentukJabatan', wali, 'pengelola');
    await jadi('bentukJabatan', { ...kepala, sebutan: 'Kepala Dinas', atasan }, 'pengelola');
    const masa = { ...kepala, subjek: 'S-kadis', status: 'definitif', mulai: '2022-01-03' };
    await jadi('tetapkanPejabat', masa, 'pengelola');
    expect(await kode('tetapkanPejabat', { ...masa, subjek: 'S-lain' }, 'pengelola')).toBe(
      'PEJABAT_TUMPANG_TINDIH',
    );
    const pilihan = 'jabatan { kode atasan masa { subjek status mulai selesai } }';
    expect(
      await jadi('berhentikanPejabat', { ...masa, selesai: '2023-12-31' }, 'pengelola', pilihan),
    ).toEqual({
      jabatan: {
        kode: 'kepala',
        atasan: '61.71.pemda.kepala-daerah',
        masa: [{ subjek: 'S-kadis', status: 'definitif', mulai: '2022-01-03', selesai: '2023-12-31' }],
      },
    });
  });

  it('menyusun Renstra sampai ditetapkan', async () => {
    expect(await kode('tambahTujuan', { ...RENSTRA, kode: 'T1', uraian: 'x' }, 'perencana')).toBe(
      'RENSTRA_BELUM_ADA',
    );
    await jadi('susunRenstra', { ...RENSTRA, selesai: 2024 }, 'perencana');
    await jadi('tambahTujuan', { ...RENSTRA, kode: 'T1', uraian: 'Tujuan' }, 'perencana');
    const strategi = [{ uraian: 'Strategi', arahKebijakan: ['Arah'] }];
    const sasaran = { ...RENSTRA, tujuan: 'T1', kode: 'S1', uraian: 'Sasaran', strategi };
    await jadi('tambahSasaran', sasaran, 'perencana');
    const indikator = { ...RENSTRA, kode: 'IKU-1', nama: 'Rasio', satuan: '%', polaritas: 'naik' };
    await jadi('tetapkanIndikator', { ...indikator, level: 'sasaran', iku: true }, 'perencana');
    const hubungan = { ...RENSTRA, indikator: 'IKU-1', tingkat: 'sasaran', kode: 'S1' };
    await jadi('hubungkanIndikator', hubungan, 'perencana');
    const target = { ...RENSTRA, indikator: 'IKU-1', tahun: 2023, target: '91.50' };
    await jadi('tetapkanTargetRenstra', target, 'perencana');
    await jadi('tetapkanTargetRenstra', { ...target, tahun: null, target: '92' }, 'perencana');
    const lampau = { ...RENSTRA, indikator: 'IKU-1', tahun: 2021, realisasi: '90.08' };
    const pilihan = `renstra { mulai selesai status jumlahTujuan jumlahSasaran jumlahIndikator
      indikator { kode agregasi target { tahun nilai } targetAkhir realisasiLampau { tahun nilai } } }`;
    expect(await jadi('catatRealisasiLampau', lampau, 'perencana', pilihan)).toEqual({
      renstra: {
        mulai: 2022,
        selesai: 2024,
        status: 'disusun',
        jumlahTujuan: 1,
        jumlahSasaran: 1,
        jumlahIndikator: 1,
        indikator: {
          kode: 'IKU-1',
          agregasi: 'posisi-akhir',
          target: [{ tahun: 2023, nilai: '91.50' }],
          targetAkhir: '92',
          realisasiLampau: [{ tahun: 2021, nilai: '90.08' }],
        },
      },
    });
    expect(await kode('tetapkanRenstra', RENSTRA, 'perencana')).toBe('TIDAK_BERWENANG');
    await jadi('tetapkanRenstra', RENSTRA, 'kepala');
    expect(await kode('tetapkanTargetRenstra', { ...target, target: '95' }, 'perencana')).toBe(
      'RENSTRA_SUDAH_DITETAPKAN',
    );
  });

  it('menyusun pohon program dengan indikatornya', async () => {
    const program = { ...TAHUN, kode: '2.07.03', nama: 'Pelatihan', tingkat: 'program' };
    const kegiatan = { ...TAHUN, kode: '2.07.03.2.01', nama: 'Kegiatan', tingkat: 'kegiatan' };
    expect(await kode('tambahProgram', { ...program, tahun: 2026 }, 'perencana')).toBe('RENSTRA_BELUM_ADA');
    await jadi('tambahProgram', program, 'perencana');
    await jadi('tambahProgram', { ...kegiatan, induk: '2.07.03' }, 'perencana');
    const dukungan = { ...TAHUN, program: '2.07.03', sasaran: 'S1' };
    await jadi('dukungSasaran', dukungan, 'perencana');
    expect(await kode('dukungSasaran', { ...dukungan, sasaran: 'S9' }, 'perencana')).toBe(
      'SASARAN_TIDAK_DIKENAL',
    );
    const indikator = { ...RENSTRA, kode: 'I-1', nama: 'Peserta', satuan: 'orang', polaritas: 'naik' };
    await jadi('tetapkanIndikator', { ...indikator, level: 'program', desimal: 0 }, 'perencana');
    const hubungan = { ...TAHUN, kode: '2.07.03', indikator: 'I-1' };
    const pilihan = 'program { jumlah simpul { kode tingkat induk sasaran indikator } }';
    expect(await jadi('hubungkanIndikatorProgram', hubungan, 'perencana', pilihan)).toEqual({
      program: {
        jumlah: 2,
        simpul: { kode: '2.07.03', tingkat: 'program', induk: null, sasaran: ['S1'], indikator: ['I-1'] },
      },
    });
  });

  it('menetapkan RKT, pagu, dan rencana aksi', async () => {
    const target = { ...TAHUN, jenis: 'murni', indikator: 'I-1', target: '30' };
    await jadi('catatTargetRkt', target, 'perencana');
    const pilihanRkt = 'rencanaKinerja { murni { status jumlah target } perubahan { status jumlah target } }';
    await jadi('tetapkanRkt', { ...TAHUN, jenis: 'murni' }, 'kepala');
    expect(
      await jadi('catatTargetRkt', { ...target, jenis: 'perubahan', target: '25' }, 'perencana', pilihanRkt),
    ).toEqual({
      rencanaKinerja: {
        murni: { status: 'ditetapkan', jumlah: 1, target: '30' },
        perubahan: { status: 'disusun', jumlah: 1, target: '25' },
      },
    });

    const pagu = { ...TAHUN, jenis: 'murni', kode: '2.07.03', pagu: '516543100' };
    await jadi('tetapkanPagu', pagu, 'perencana');
    await jadi('tetapkanPagu', { ...pagu, kode: '5.1.02' }, 'perencana');
    expect(await kode('tetapkanPagu', { ...pagu, kode: '2.07.99' }, 'perencana')).toBe(
      'ANGGARAN_TIDAK_DIKENAL',
    );
    const perubahan = { ...pagu, jenis: 'perubahan', pagu: '600000000' };
    expect(
      await jadi('tetapkanPagu', perubahan, 'perencana', 'anggaran { kode tingkat murni perubahan berlaku }'),
    ).toEqual({
      anggaran: {
        kode: '2.07.03',
        tingkat: 'program',
        murni: '516543100',
        perubahan: '600000000',
        berlaku: '600000000',
      },
    });

    const aksi = { ...TAHUN, indikator: 'IKU-1', triwulan: 1, target: '90', aksi: 'Pelatihan' };
    const pilihanAksi = 'rencanaAksi { status jumlahIndikator target { triwulan target aksi } }';
    expect(await jadi('catatTargetRencanaAksi', aksi, 'perencana', pilihanAksi)).toEqual({
      rencanaAksi: {
        status: 'disusun',
        jumlahIndikator: 1,
        target: [{ triwulan: 1, target: '90', aksi: 'Pelatihan' }],
      },
    });
    expect(await jadi('tetapkanRencanaAksi', TAHUN, 'kepala', 'rencanaAksi { status }')).toEqual({
      rencanaAksi: { status: 'ditetapkan' },
    });
  });

  const pagu = { ...TAHUN, jenis: 'murni', kode: '2.07.03', pagu: '516543100' };
  it.each<[string, string, object, Siapa, string]>([
    ['rupiah negatif', 'tetapkanPagu', { ...pagu, pagu: '-1' }, 'perencana', 'RUPIAH_TIDAK_SAH'],
    ['2^53+1 tanpa tanda kutip', 'tetapkanPagu', { ...pagu, pagu: 2 ** 53 }, 'perencana', 'RUPIAH_TIDAK_SAH'],
    ['isian asing', 'tetapkanPagu', { ...pagu, asing: 1 }, 'perencana', 'MASUKAN_TIDAK_SAH'],
    ['kode yang memuat titik', 'tetapkanPagu', { ...pagu, opd: 'a.b' }, 'perencana', 'TIDAK_BERWENANG'],
    ['OPD lain', 'tetapkanPagu', pagu, 'luar', 'TIDAK_BERWENANG'],
    ['bidang', 'tetapkanPagu', pagu, 'bidang', 'TIDAK_BERWENANG'],
    ['pemda lain', 'tetapkanPagu', { ...pagu, pemda: '35.75' }, 'perencana', 'TIDAK_DITEMUKAN'],
    ['revisi basi', 'tetapkanPagu', { ...pagu, pagu: '1', revisi: 0 }, 'perencana', 'KONFLIK_REVISI'],
  ])('menolak %s tanpa menambah apa pun ke log', async (_, mutasi, masukan, siapa, harapan) => {
    const sebelum = await app.posisi();
    expect(await kode(mutasi, masukan, siapa)).toBe(harapan);
    expect(await app.posisi()).toBe(sebelum);
  });

  it('perintah yang dikirim ulang mendapat jawaban yang sama dan tidak menambah apa pun', async () => {
    const masukan = { ...TAHUN, jenis: 'murni', kode: '5.2', pagu: '1', idPerintah: randomUUID() };
    const pertama = await app.jalankan('tetapkanPagu', masukan, token.perencana);
    const posisi = await app.posisi();
    expect(await app.jalankan('tetapkanPagu', masukan, token.perencana)).toEqual(pertama);
    expect(await kode('tetapkanPagu', { ...masukan, pagu: '2' }, 'perencana')).toBe('PERINTAH_BERBEDA');
    expect(await app.posisi()).toBe(posisi);
  });
});
