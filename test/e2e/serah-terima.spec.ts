import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';
import { ajukanPk, type Cerita, daftarkan, mulaiCerita, PK, rencanakan } from '../support/cerita.js';

const KEPALA = { pemda: '61.71', opd: 'disnaker', jabatan: 'kepala' };

describe('serah terima jabatan', () => {
  let app: AplikasiUji;
  let cerita: Cerita;
  beforeAll(async () => {
    app = await mulaiUji();
    cerita = mulaiCerita(app);
    await daftarkan(cerita);
    await rencanakan(cerita);
    const sidik = await ajukanPk(cerita);
    for (const siapa of ['kadis', 'wali'] as const)
      await cerita.jadi(siapa, 'tandatanganiPerjanjianKinerja', { ...PK, sidik });
    await cerita.jadi('kadis', 'catatKebutuhanPkPerubahan', {
      ...PK,
      sebab: 'perubahan-strategi',
      alasan: 'Arah kebijakan berubah',
    });
    const baru = { ...KEPALA, subjek: 'S-baru', status: 'definitif' };
    await cerita.jadi('pengelola', 'berhentikanPejabat', {
      ...KEPALA,
      subjek: 'S-kadis',
      status: 'definitif',
      mulai: '2021-01-04',
      selesai: '2023-06-30',
    });
    await cerita.jadi('pengelola', 'tetapkanPejabat', {
      ...baru,
      mulai: '2023-07-01',
      keputusan: '<b>SK 821/12</b>',
    });
  });
  afterAll(() => app.tutup());

  const ambil = async (isi: object, token: string): Promise<{ res: Response; teks: string }> => {
    const q = new URLSearchParams({ ...isi, setelahPosisi: String(await app.posisi()) });
    const res = await fetch(`${app.alamat}/berkas/serah-terima?${q}`, {
      headers: token === '' ? {} : { authorization: `Bearer ${token}` },
    });
    return { res, teks: await res.text() };
  };

  it('mencetak masa jabatan, tugas PK Perubahan, Perjanjian Kinerja, dan tempat kedua tanda tangan', async () => {
    const { res, teks } = await ambil(KEPALA, cerita.token.pengelola);
    expect(res.status).toBe(200);
    expect(teks).toContain('Keadaan saat serah terima: Kepala Dinas Tenaga Kerja');
    expect(teks).toMatch(/<td>definitif<\/td><td>4 Januari 2021<\/td><td>30 Juni 2023<\/td>/);
    expect(teks).toMatch(/<td>definitif<\/td><td>1 Juli 2023<\/td><td>sekarang<\/td>/);
    expect(teks).toContain('mengajukan PK Perubahan');
    expect(teks).toMatch(
      /<td>2023<\/td><td>1<\/td><td>murni<\/td><td>berlaku<\/td><td>1 indikator<\/td><td>Rp516\.543\.100<\/td>/,
    );
    expect(teks).toContain('Yang menyerahkan');
    expect(teks).not.toMatch(/S-kadis|S-baru/);
  });

  it('teks dari luar tercetak sebagai teks, dan tidak ada yang dapat berjalan', async () => {
    const { res, teks } = await ambil(KEPALA, cerita.token.pengelola);
    expect(teks).toContain('&lt;b&gt;SK 821/12&lt;/b&gt;');
    expect(teks).not.toMatch(/<script|javascript:|<b>/);
    expect(res.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  });

  it('jabatan tanpa tugas mencetak tabelnya sebagai kosong', async () => {
    const { teks } = await ambil(
      { pemda: '61.71', opd: 'pemda', jabatan: 'kepala-daerah' },
      cerita.token.wali,
    );
    expect(teks).toContain('<p>Tidak ada.</p>');
  });

  it.each([
    ['tanpa token', KEPALA, '', 'TANPA_TOKEN'],
    ['jabatan yang tidak dibentuk', { ...KEPALA, jabatan: 'tiada' }, 'pengelola', 'JABATAN_BELUM_ADA'],
    ['kode yang bukan kode', { ...KEPALA, jabatan: '../x' }, 'pengelola', 'KODE_TIDAK_SAH'],
    ['kota lain', KEPALA, 'kotaLain', 'TIDAK_DITEMUKAN'],
  ] as const)('menolak %s', async (_, isi, siapa, kode) => {
    const { teks } = await ambil(isi, siapa === '' ? '' : cerita.token[siapa]);
    expect(JSON.parse(teks).errors[0].extensions.kode).toBe(kode);
  });
});
