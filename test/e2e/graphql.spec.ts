import { randomUUID } from 'node:crypto';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';
import {
  ajukanPk,
  type Cerita,
  daftarkan,
  mulaiCerita,
  PK,
  rencanakan,
  TAHUN,
  TW1,
} from '../support/cerita.js';

const CAPAIAN = `query($pemda: String!, $opd: String!, $tahun: Int!, $triwulan: Int!, $pada: Waktu, $setelahPosisi: String) {
  capaianKinerja(pemda: $pemda, opd: $opd, tahun: $tahun, triwulan: $triwulan, pada: $pada, setelahPosisi: $setelahPosisi) {
    posisi
    indikator { kode pk status target sumberTarget realisasi capaian alasan asal { target realisasi } }
    anggaran { kode pagu realisasi serapan }
  }
}`;
const RIWAYAT = `query($pemda: String!, $opd: String!, $tahun: Int!, $indikator: String, $setelahPosisi: String) {
  riwayat(pemda: $pemda, opd: $opd, tahun: $tahun, indikator: $indikator, first: 100, setelahPosisi: $setelahPosisi) {
    edges { node { jenis kalimat jabatan sebelum sesudah posisi } } pageInfo { hasNextPage }
  }
}`;

/** One year of one OPD through GraphQL only: promise, two signatures, a quarter, a correction. Each step stands on those before. */
describe('satu tahun satu OPD', () => {
  let app: AplikasiUji;
  let cerita: Cerita;
  let sidik: string;
  let posisi: string;
  let sebelumTandaTangan: string;
  beforeAll(async () => {
    app = await mulaiUji();
    cerita = mulaiCerita(app);
  });
  afterAll(() => app.tutup());

  const tanya = async (query: string, variables: object) => {
    const { data, errors } = await app.gql(
      query,
      { setelahPosisi: posisi, ...variables },
      cerita.token.inspektorat,
    );
    expect(errors).toEqual([]);
    return data;
  };
  const iku1 = async (variables: object = {}) => {
    const { capaianKinerja } = await tanya(CAPAIAN, { ...TW1, ...variables });
    return capaianKinerja.indikator.find(({ kode }: { kode: string }) => kode === 'IKU-1');
  };
  const kode = async (
    siapa: keyof Cerita['token'],
    mutasi: string,
    masukan: object,
  ): Promise<string | undefined> =>
    (await app.jalankan(mutasi, masukan, cerita.token[siapa])).errors[0]?.extensions.kode;

  it('pemda, OPD, jabatan, dan pemegangnya terdaftar; Renstra, program, dan pagu ditetapkan', async () => {
    await daftarkan(cerita);
    await rencanakan(cerita);
  });

  it('PK diajukan, lalu ditandatangani berurutan atas naskah yang sama', async () => {
    sidik = await ajukanPk(cerita);
    expect(await kode('wali', 'tandatanganiPerjanjianKinerja', { ...PK, sidik })).toBe(
      'PK_MENUNGGU_PIHAK_PERTAMA',
    );
    expect(await kode('kadis', 'tandatanganiPerjanjianKinerja', { ...PK, sidik: '0'.repeat(64) })).toBe(
      'PK_NASKAH_BERBEDA',
    );
    const pertama = await cerita.jadi('kadis', 'tandatanganiPerjanjianKinerja', { ...PK, sidik });
    posisi = pertama.posisi;
    expect(await iku1()).toMatchObject({ pk: false, sumberTarget: 'renstra' });
    sebelumTandaTangan = new Date().toISOString();
    await new Promise((lalu) => setTimeout(lalu, 5)); // the log's clock counts milliseconds
    const pilihan = 'perjanjianKinerja { status versi penandatangan { pihak jabatan } }';
    const kedua = await cerita.jadi('wali', 'tandatanganiPerjanjianKinerja', { ...PK, sidik }, pilihan);
    posisi = kedua.posisi;
    expect(kedua.perjanjianKinerja).toEqual({
      status: 'berlaku',
      versi: 1,
      penandatangan: [
        { pihak: 1, jabatan: '61.71.disnaker.kepala' },
        { pihak: 2, jabatan: '61.71.pemda.kepala-daerah' },
      ],
    });
    expect(await iku1()).toMatchObject({
      pk: true,
      target: '91.50',
      sumberTarget: 'pk',
      alasan: 'BELUM_ADA_REALISASI',
    });
  });

  it('pada saat sebelum tanda tangan kedua, PK belum berlaku', async () => {
    expect(await iku1({ pada: sebelumTandaTangan, setelahPosisi: null })).toMatchObject({
      pk: false,
      sumberTarget: 'renstra',
    });
  });

  it('realisasi hanya masuk pada triwulan yang terbuka, lalu diajukan, diverifikasi, disetujui', async () => {
    const isian = { ...TW1, indikator: 'IKU-1', pembilang: '9108', penyebut: '10000' };
    expect(await kode('bidang', 'catatRealisasi', isian)).toBe('PERIODE_DITUTUP');
    await cerita.jadi('pengelola', 'bukaPeriode', { pemda: '61.71', tahun: 2023, triwulan: 1 });
    await cerita.jadi('bidang', 'catatRealisasi', isian);
    const serapan = { ...TW1, kode: '2.07.03', realisasi: '18711800' };
    await cerita.jadi('perencana', 'catatRealisasiAnggaran', serapan);
    await cerita.jadi('bidang', 'ajukanPengukuran', TW1);
    expect(await kode('kadis', 'setujuiPengukuran', TW1)).toBe('PENGUKURAN_BELUM_DIVERIFIKASI');
    await cerita.jadi('perencana', 'verifikasiPengukuran', TW1);
    ({ posisi } = await cerita.jadi('kadis', 'setujuiPengukuran', TW1));
    const lain = { ...isian, pembilang: '9200' };
    expect(await kode('bidang', 'catatRealisasi', lain)).toBe('PENGUKURAN_TERKUNCI');
  });

  it('capaian dihitung dari operan yang tercetak, dan menyebut peristiwa asalnya', async () => {
    const indikator = await iku1();
    expect(indikator).toMatchObject({
      status: 'disetujui',
      realisasi: '91.08',
      capaian: '99.54',
      alasan: null,
    });
    const { capaianKinerja } = await tanya(CAPAIAN, TW1);
    expect(capaianKinerja.anggaran).toEqual([
      { kode: '2.07.03', pagu: '516543100', realisasi: '18711800', serapan: '3.62' },
    ]);
    const asal = await tanya('query($p: [String!]!) { peristiwa(posisi: $p) { jenis kalimat } }', {
      p: indikator.asal.realisasi,
    });
    expect(asal.peristiwa).toMatchObject([{ jenis: 'RealisasiDicatat' }]);
  });

  it('koreksi beralasan mengubah capaian; riwayat menunjukkan kedua angka dan alasannya', async () => {
    const koreksi = { ...TW1, indikator: 'IKU-1', realisasi: '90.00', alasan: 'Salah salin dari buku bantu' };
    ({ posisi } = await cerita.jadi('perencana', 'koreksiRealisasi', koreksi));
    expect(await iku1()).toMatchObject({ realisasi: '90.00', capaian: '98.36' });
    const { riwayat } = await tanya(RIWAYAT, { ...TAHUN, indikator: 'IKU-1' });
    const kalimat = riwayat.edges.map(({ node }: { node: { kalimat: string } }) => node.kalimat).join('\n');
    expect(kalimat).toContain('Salah salin dari buku bantu');
    const akhir = riwayat.edges.at(-1).node;
    expect(akhir).toMatchObject({ jenis: 'RealisasiDikoreksi', jabatan: 'Sekretaris Dinas' });
    expect([akhir.sebelum, akhir.sesudah].map(String)).toEqual([
      expect.stringContaining('9108/10000'),
      expect.stringContaining('90.00'),
    ]);
  });

  it('perintah yang sama dua puluh kali bersamaan: satu peristiwa, satu jawaban', async () => {
    const idPerintah = randomUUID();
    const masukan = { ...TW1, idPerintah, indikator: 'IKU-1', realisasi: '91.00', alasan: 'Bukti baru' };
    const sebelum = await app.posisi();
    const jawaban = await Promise.all(
      Array.from({ length: 20 }, () => cerita.jadi('perencana', 'koreksiRealisasi', masukan)),
    );
    expect(new Set(jawaban.map((j) => JSON.stringify(j))).size).toBe(1);
    expect((await app.posisi()) - sebelum).toBe(1);
    expect(await kode('perencana', 'koreksiRealisasi', { ...masukan, realisasi: '92.00' })).toBe(
      'PERINTAH_BERBEDA',
    );
  });

  it('halaman yang basi mendapat KONFLIK_REVISI dengan revisi kini dan apa yang terjadi', async () => {
    const masukan = { ...TW1, revisi: 0, indikator: 'IKU-1', realisasi: '93.00', alasan: 'Halaman lama' };
    const { errors } = await app.jalankan('koreksiRealisasi', masukan, cerita.token.perencana);
    const { extensions, message } = errors[0] ?? {};
    expect(extensions).toMatchObject({ kode: 'KONFLIK_REVISI', revisi: expect.any(Number) });
    expect(extensions?.rincian.berubah).toEqual(
      expect.arrayContaining([
        { jenis: 'RealisasiDikoreksi', pada: expect.any(String), jabatan: 'Sekretaris Dinas' },
      ]),
    );
    expect(message).toContain('Muat ulang');
    expect(JSON.stringify(errors)).not.toContain('Pengukuran-61.71');
  });
});
