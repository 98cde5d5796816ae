import { randomUUID } from 'node:crypto';
import { akunJadi, Peramban } from '../support/akun.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';
import { type Cerita, daftarkan, mulaiCerita, NASKAH_PK, PK, rencanakan } from '../support/cerita.js';

const SANDI = 'kuda besi menyeberang kapuas';

describe('server tanpa penyedia tanda tangan, seperti production tanpa isian', () => {
  let app: AplikasiUji;
  let cerita: Cerita;
  let kadis: Peramban;
  let naskah: { sidik: string; berkas: string };
  beforeAll(async () => {
    app = await mulaiUji(undefined, {}, { penyedia: undefined, tanpaBukti: false });
    cerita = mulaiCerita(app);
    await daftarkan(cerita);
    await rencanakan(cerita);
    await cerita.jadi('kadis', 'ajukanPerjanjianKinerja', NASKAH_PK);
    await app.aplikasi.rakitan.pemantau.tungguSemua(await app.posisi());
    const isi = { nama: 'Drs. Ratna Contoh, M.Si.', nip: null, nik: null, pangkat: null, surel: null };
    const id = randomUUID();
    const orang = { pemda: '61.71', subjek: 'S-kadis' };
    await app.aplikasi.rakitan.orang.catat(orang, { mulai: '2020-01-01', data: isi }, { id, sidik: id });
    await akunJadi(app, 'akun.kadis', 'S-kadis');
    kadis = new Peramban(app.alamat);
    await kadis.masuk('akun.kadis');
    await kadis.post('/sesi/jabatan', { jabatan: '61.71.disnaker.kepala' });
    const { badan } = await kadis.gql(
      '{ menungguTandaTangan(first: 1) { edges { node { sidik berkas } } } }',
    );
    naskah = badan.data.menungguTandaTangan.edges[0].node;
  }, 60_000);
  afterAll(() => app.tutup());

  const mutasi = () =>
    `mutation { tandatanganiPerjanjianKinerja(masukan: { idPerintah: "${randomUUID()}", pemda: "61.71", opd: "disnaker", jabatan: "kepala", tahun: 2023, sidik: "${naskah.sidik}" }) { posisi } }`;

  it('mengatakannya sekali saat mulai', () =>
    expect(app.catatan.filter((c) => String(c.pesan).includes('AMANAH_TTE'))).toMatchObject([
      { tingkat: 'warn', pesan: 'tanda tangan berkas mati: isi AMANAH_TTE' },
    ]));

  it('menyebut tidak ada penyedia, dan tidak membuat kunci', async () => {
    const { badan } = await kadis.get('/sesi/kunci-tte');
    expect(badan).toEqual({ penyedia: null, jaminan: null, keadaan: null, sampai: null, sertifikat: null });
    await kadis.bukti();
    const buat = await kadis.post('/sesi/kunci-tte', { frasa: SANDI, ulangi: SANDI });
    expect(buat.badan.errors[0].extensions.kode).toBe('TTE_TIDAK_DIPASANG');
  });

  it('menolak menandatangani berkas dengan sebabnya sendiri, bukan "coba lagi nanti"', async () => {
    await kadis.bukti();
    const { sidik, berkas: berkasDilihat } = naskah;
    const isi = { idPerintah: randomUUID(), daftar: [{ ...PK, sidik, berkasDilihat }], frasa: SANDI };
    const res = await fetch(`${app.alamat}/berkas/tandatangani`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-amanah': '1', cookie: kadis.kuki ?? '' },
      body: JSON.stringify(isi),
    });
    const [baris] = (await res.text()).trim().split('\n');
    expect(JSON.parse(baris ?? '').dokumen.galat.extensions.kode).toBe('TTE_TIDAK_DIPASANG');
  });

  it('tanpa berkas: token orang tidak menandatangani, sesi yang membuktikan diri menandatangani', async () => {
    const { errors } = await app.gql(mutasi(), {}, cerita.token.kadis);
    expect(errors[0]?.extensions).toMatchObject({
      kode: 'BUKTI_ULANG_DIPERLUKAN',
      rincian: { sebab: 'bukan sesi' },
    });
    await kadis.bukti();
    const { badan } = await kadis.gql(mutasi());
    expect(badan.data.tandatanganiPerjanjianKinerja.posisi).toMatch(/^\d+$/);
  });
});
