import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';
import {
  type Cerita,
  daftarkan,
  mulaiCerita,
  OPD,
  rencanakan,
  type Siapa,
  TAHUN,
} from '../support/cerita.js';

/** What is planned year by year: the IKU set, the RKT and the rencana aksi with its Perubahan, through GraphQL alone. */
describe('rencana tahunan satu OPD', () => {
  let app: AplikasiUji;
  let cerita: Cerita;
  const LALU = { ...OPD, tahun: 2022 };
  const TW4_LALU = { ...LALU, triwulan: 4 };

  beforeAll(async () => {
    app = await mulaiUji();
    cerita = mulaiCerita(app);
    await daftarkan(cerita);
    await rencanakan(cerita);
    const program = { kode: 'I-2.07.03', nama: 'Lulusan yang kompeten', satuan: '%', polaritas: 'naik' };
    const renstra = { ...OPD, mulai: 2021 };
    await jadi('perencana', 'tetapkanIndikator', { ...renstra, ...program, level: 'program' });
    const target = { indikator: 'I-2.07.03', tahun: 2023, target: '52.00' };
    await jadi('perencana', 'tetapkanTargetRenstra', { ...renstra, ...target });
  });
  afterAll(() => app.tutup());

  const jadi: Cerita['jadi'] = (...perintah) => cerita.jadi(...perintah);
  const kode = async (siapa: Siapa, mutasi: string, masukan: object): Promise<string | undefined> =>
    (await app.jalankan(mutasi, masukan, cerita.token[siapa])).errors[0]?.extensions.kode;
  /** The figures of the first quarter as a client sees them, once this mutation is in them. */
  const triwulanSatu = async ({ posisi }: { posisi: string }) => {
    const { data, errors } = await app.gql(
      `{ capaianKinerja(pemda: "61.71", opd: "disnaker", tahun: 2023, triwulan: 1, setelahPosisi: "${posisi}") { total { indikator } indikator { kode target sumberTarget capaian } } }`,
      {},
      cerita.token.perencana,
    );
    expect(errors).toEqual([]);
    return data.capaianKinerja;
  };
  const targetIku1 = ({ indikator }: { indikator: { kode: string; target: string }[] }) =>
    indikator.find((i) => i.kode === 'IKU-1')?.target;

  describe('IKU', () => {
    const akta = {
      jenis: 'Keputusan Kepala Dinas',
      nomor: '050/12/2021',
      tanggal: '2021-01-18',
      pejabat: 'Kepala Dinas Tenaga Kerja',
    };
    const pilihan =
      'iku { versi mulaiBerlaku status akta { nomor tanggal } indikator { indikator alasan formula } }';

    it('dipilih dari tujuan dan sasaran Renstra, lalu ditetapkan dengan keputusan', async () => {
      const alasan = 'Menggambarkan tugas utama dinas';
      expect(await kode('perencana', 'pilihIku', { ...OPD, indikator: 'IKU-1', alasan })).toBe(
        'IKU_BELUM_DISUSUN',
      );
      await jadi('perencana', 'susunIku', { ...OPD, mulaiBerlaku: 2021 });
      const formula = '(ditempatkan / terdaftar) × 100';
      await jadi('perencana', 'pilihIku', { ...OPD, indikator: 'IKU-1', alasan, formula });
      expect(await kode('perencana', 'pilihIku', { ...OPD, indikator: 'I-2.07.03', alasan })).toBe(
        'IKU_BUKAN_STRATEGIS',
      );
      expect(await kode('perencana', 'tetapkanIku', { ...OPD, akta })).toBe('TIDAK_BERWENANG');
      expect((await jadi('kadis', 'tetapkanIku', { ...OPD, akta }, pilihan)).iku).toEqual({
        versi: 1,
        mulaiBerlaku: 2021,
        status: 'ditetapkan',
        akta: { nomor: '050/12/2021', tanggal: '2021-01-18' },
        indikator: [{ indikator: 'IKU-1', alasan, formula }],
      });
    });

    it('set berikutnya beralasan dan bertolak dari set yang berlaku', async () => {
      expect(await kode('perencana', 'susunIku', { ...OPD, mulaiBerlaku: 2023 })).toBe('ALASAN_WAJIB');
      const kedua = { ...OPD, mulaiBerlaku: 2023, alasan: 'Penyesuaian kewenangan' };
      const { iku } = await jadi('perencana', 'susunIku', kedua, pilihan);
      expect(iku).toMatchObject({
        versi: 2,
        status: 'disusun',
        akta: null,
        indikator: [{ indikator: 'IKU-1' }],
      });
      const alasan = 'Kewenangan provinsi';
      await jadi('perencana', 'pilihIku', { ...OPD, indikator: 'IKU-2', alasan: 'Kewenangan baru' });
      expect(
        (await jadi('perencana', 'keluarkanIku', { ...OPD, indikator: 'IKU-1', alasan }, pilihan)).iku
          .indikator,
      ).toMatchObject([{ indikator: 'IKU-2' }]);
    });

    it('milik pemda disusun pengelola dan ditetapkan kepala daerah, bukan oleh OPD', async () => {
      const kota = { ...OPD, opd: 'pemda', mulaiBerlaku: 2021 };
      expect(await kode('perencana', 'susunIku', kota)).toBe('TIDAK_BERWENANG');
      expect(await kode('pengelola', 'susunIku', kota)).toBe('RENSTRA_BELUM_ADA');
      expect(await kode('kadis', 'tetapkanIku', { pemda: '61.71', opd: 'pemda', akta })).toBe(
        'TIDAK_BERWENANG',
      );
      expect(await kode('wali', 'tetapkanIku', { pemda: '61.71', opd: 'pemda', akta })).toBe(
        'IKU_BELUM_DISUSUN',
      );
      expect(await kode('pengelola', 'susunIku', { ...kota, opd: 'disnaker' })).toBe('TIDAK_BERWENANG');
    });
  });

  describe('RKT', () => {
    beforeAll(async () => {
      const aksi = { ...LALU, indikator: 'IKU-1', target: '90', aksi: 'Pelatihan' };
      await jadi('perencana', 'catatTargetRencanaAksi', { ...aksi, triwulan: 1 });
      await jadi('perencana', 'catatTargetRencanaAksi', { ...aksi, triwulan: 2, aksi: 'Bursa kerja' });
      await jadi('perencana', 'catatTargetRencanaAksi', { ...aksi, triwulan: 3, aksi: 'Bursa kerja' });
      await jadi('kadis', 'tetapkanRencanaAksi', LALU);
      await jadi('perencana', 'tandaiAksi', {
        ...LALU,
        indikator: 'IKU-1',
        triwulan: 1,
        keadaan: 'selesai',
      });
      await jadi('pengelola', 'bukaPeriode', { pemda: '61.71', tahun: 2022, triwulan: 4 });
      const realisasi = { indikator: 'IKU-2', realisasi: '70.00', tindakLanjut: 'Mendampingi perusahaan' };
      await jadi('bidang', 'catatRealisasi', { ...TW4_LALU, ...realisasi });
      await jadi('bidang', 'ajukanPengukuran', TW4_LALU);
    });
    const murni = { ...TAHUN, jenis: 'murni' };
    const pilihan = 'rencanaKinerja { murni { status jumlah } perubahan { jumlah } jumlahUsulan }';

    it('diusulkan dari Renstra dan dari yang tersisa dari tahun lalu, sekali saja', async () => {
      const { rencanaKinerja } = await jadi('perencana', 'usulkanRkt', murni, pilihan);
      expect(rencanaKinerja).toEqual({
        murni: { status: 'disusun', jumlah: 3 },
        perubahan: { jumlah: 0 },
        jumlahUsulan: 2,
      });
      const posisi = await app.posisi();
      await jadi('perencana', 'usulkanRkt', murni);
      expect(await app.posisi()).toBe(posisi);
    });

    it('usulannya diputuskan, dan sebuah saran ditambahkan', async () => {
      const isi = 'rencanaKinerja { usulan { uraian tahunAsal sumber indikator putusan alasan } }';
      const tunda = { ...TAHUN, kode: 'RA-2022-IKU-1-tw2', putusan: 'ditunda', alasan: 'Menunggu APBD-P' };
      expect((await jadi('perencana', 'putuskanUsulanRkt', tunda, isi)).rencanaKinerja.usulan).toEqual({
        uraian: 'Bursa kerja',
        tahunAsal: 2022,
        sumber: 'rencana-aksi',
        indikator: 'IKU-1',
        putusan: 'ditunda',
        alasan: 'Menunggu APBD-P',
      });
      const terima = { ...TAHUN, kode: 'TL-2022-IKU-2', putusan: 'diterima' };
      expect((await jadi('perencana', 'putuskanUsulanRkt', terima, isi)).rencanaKinerja.usulan).toMatchObject(
        {
          uraian: 'Mendampingi perusahaan',
          sumber: 'tindak-lanjut',
          putusan: 'diterima',
        },
      );
      const saran = { ...TAHUN, kode: 'S-1', uraian: 'Data terpadu', tahunAsal: 2022, sumber: 'saran' };
      await jadi('perencana', 'catatUsulanRkt', saran);
      expect(await kode('perencana', 'catatUsulanRkt', { ...saran, indikator: 'IKU-9' })).toBe(
        'INDIKATOR_TIDAK_DIKENAL',
      );
      expect(await kode('perencana', 'putuskanUsulanRkt', { ...terima, kode: 'S-2' })).toBe(
        'USULAN_TIDAK_DIKENAL',
      );
    });

    it('ditetapkan dengan akta; RKT perubahan bertolak dari murni', async () => {
      const akta = { jenis: 'Keputusan Kepala Dinas', nomor: '1', tanggal: '2023-01-02', pejabat: 'Kepala' };
      const hasil = await jadi('kadis', 'tetapkanRkt', { ...murni, akta }, pilihan);
      expect(hasil.rencanaKinerja.murni).toEqual({ status: 'ditetapkan', jumlah: 3 });
      const perubahan = await jadi('perencana', 'usulkanRkt', { ...TAHUN, jenis: 'perubahan' }, pilihan);
      expect(perubahan.rencanaKinerja.perubahan).toEqual({ jumlah: 3 });
    });
  });

  describe('rencana aksi', () => {
    const iku1 = { ...TAHUN, indikator: 'IKU-1', triwulan: 1, target: '20', aksi: 'Pelatihan' };
    const pilihan = 'posisi rencanaAksi { versi status aksiTerbuka target { target penanggungJawab } }';

    it('rancangan perubahannya tidak mengubah satu angka pun sampai ditetapkan', async () => {
      await jadi('perencana', 'catatTargetRencanaAksi', { ...iku1, penanggungJawab: 'Bidang Pelatihan' });
      const murni = await jadi('kadis', 'tetapkanRencanaAksi', TAHUN, pilihan);
      const semula = await triwulanSatu(murni);
      expect(targetIku1(semula)).toBe('20');
      expect(await kode('perencana', 'catatTargetRencanaAksi', { ...iku1, target: '25' })).toBe(
        'MURNI_SUDAH_DITETAPKAN',
      );

      const mulai = { ...TAHUN, sebab: 'perubahan-apbd', alasan: 'Mengikuti PK Perubahan' };
      await jadi('perencana', 'mulaiPerubahanRencanaAksi', mulai);
      const rancangan = { ...iku1, target: '25', aksi: 'Pelatihan dan magang' };
      const dirancang = await jadi('perencana', 'catatTargetRencanaAksi', rancangan, pilihan);
      expect(dirancang.rencanaAksi).toEqual({
        versi: 2,
        status: 'disusun',
        aksiTerbuka: 1,
        target: [{ target: '25', penanggungJawab: null }],
      });
      expect(await triwulanSatu(dirancang)).toEqual(semula);

      const perubahan = await jadi('kadis', 'tetapkanRencanaAksi', TAHUN, pilihan);
      expect(perubahan.rencanaAksi).toMatchObject({ versi: 2, status: 'ditetapkan' });
      expect(targetIku1(await triwulanSatu(perubahan))).toBe('25');
    });

    it('aksinya ditandai selesai atau dibatalkan', async () => {
      const tanda = { ...TAHUN, indikator: 'IKU-1', triwulan: 1, keadaan: 'dibatalkan' };
      expect(await kode('perencana', 'tandaiAksi', tanda)).toBe('ALASAN_WAJIB');
      const { rencanaAksi } = await jadi(
        'perencana',
        'tandaiAksi',
        { ...tanda, catatan: 'Tanpa anggaran' },
        pilihan,
      );
      expect(rencanaAksi.aksiTerbuka).toBe(0);
      expect(await kode('perencana', 'tandaiAksi', { ...tanda, triwulan: 2 })).toBe('AKSI_TIDAK_DIKENAL');
    });
  });
});
