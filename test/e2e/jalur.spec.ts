import { randomUUID } from 'node:crypto';
import type { Peran } from '../../src/approval/wewenang.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';

/** Which way a document goes, through GraphQL and the files: the LKjIP by its nine steps, a PK with paraf koordinasi. */
describe('rute persetujuan', () => {
  let app: AplikasiUji;
  const token: Record<string, string> = {};
  const DISNAKER = { pemda: '61.71', opd: 'disnaker' };
  const LKJIP = { ...DISNAKER, dokumen: 'lkjip', tahun: 2023 };
  const PK = { ...DISNAKER, jabatan: 'kepala', tahun: 2023 };
  const EDARAN_PK = { ...DISNAKER, dokumen: 'perjanjian-kinerja', tahun: 2023 };
  const PARA: readonly (readonly [kode: string, opd: string, peran: Peran])[] = [
    ['kepala-daerah', 'pemda', 'kepala-daerah'],
    ['bagian-hukum', 'pemda', 'pengelola'],
    ['asisten', 'pemda', 'pengelola'],
    ['sekda', 'pemda', 'pengelola'],
    ['kepala', 'disnaker', 'kepala'],
    ['umum', 'disnaker', 'bidang'],
    ['sekretaris', 'disnaker', 'bidang'],
    ['perencana', 'disnaker', 'perencana'],
    ['jfu-perencanaan', 'disnaker', 'bidang'],
    ['bidang-1', 'disnaker', 'bidang'],
    ['bidang-2', 'disnaker', 'bidang'],
  ];

  // biome-ignore lint/suspicious/noExplicitAny: the answer of a query written as text has no type here
  const jadi = async (mutasi: string, masukan: object, siapa: string): Promise<any> => {
    const { data, errors } = await app.jalankan(mutasi, masukan, token[siapa] ?? '');
    expect(errors).toEqual([]);
    return data[mutasi];
  };
  const kode = async (mutasi: string, masukan: object, siapa: string): Promise<string | undefined> =>
    (await app.jalankan(mutasi, masukan, token[siapa] ?? '')).errors[0]?.extensions.kode;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const tanya = async (query: string, siapa = 'perencana'): Promise<any> => {
    const sesudah = `setelahPosisi: "${await app.posisi()}"`;
    const { data, errors } = await app.gql(query.replace('SESUDAH', sesudah), {}, token[siapa]);
    expect(errors).toEqual([]);
    return data;
  };
  const menunggu = async (siapa: string): Promise<string[]> => {
    const { kotakMasuk } = await tanya(
      '{ kotakMasuk(SESUDAH) { edges { node { dokumen tugas menitMenunggu langkah { kode sebagai terlambat } } } } }',
      siapa,
    );
    return kotakMasuk.edges.map(
      // biome-ignore lint/suspicious/noExplicitAny: as above
      ({ node: n }: any) =>
        `${n.dokumen} ${n.langkah?.kode ?? n.tugas}${n.langkah?.sebagai === 'sendiri' ? '' : ` ${n.langkah?.sebagai ?? ''}`}`.trim(),
    );
  };
  const langkah = (k: object, kodeLangkah: string, siapa: string, isi: object = {}) =>
    jadi('kerjakanLangkah', { ...k, langkah: kodeLangkah, ...isi }, siapa);

  beforeAll(async () => {
    app = await mulaiUji();
    token.pengelola = app.token({
      akun: 'akun-organisasi',
      peran: 'pengelola',
      opd: 'pemda',
      jabatan: 'organisasi',
    });
    await jadi('daftarkanPemda', { pemda: '61.71', nama: 'Kota Pontianak', zona: 'WIB' }, 'pengelola');
    await jadi('daftarkanOpd', { ...DISNAKER, nama: 'Dinas Tenaga Kerja' }, 'pengelola');
    for (const [jabatan, opd, peran] of PARA) {
      const subjek = `S-${jabatan}`;
      const k = { pemda: '61.71', opd, jabatan };
      const atasan = jabatan === 'kepala' ? { opd: 'pemda', jabatan: 'kepala-daerah' } : null;
      token[jabatan] = app.token({ akun: `akun-${jabatan}`, peran, opd, jabatan, sebutan: jabatan, subjek });
      await jadi('bentukJabatan', { ...k, sebutan: jabatan, atasan }, 'pengelola');
      await jadi('tetapkanPejabat', { ...k, subjek, status: 'definitif', mulai: '2022-01-03' }, 'pengelola');
    }
  }, 60_000);
  afterAll(() => app.tutup());

  it('laporan kinerja menempuh sembilan langkah bawaannya, setiap Bidang sendiri-sendiri', async () => {
    expect(await kode('mulaiEdaran', LKJIP, 'perencana')).toBe('EDARAN_BIDANG_WAJIB');
    expect(await kode('mulaiEdaran', { ...LKJIP, bidang: ['bidang-9'] }, 'perencana')).toBe(
      'JABATAN_BELUM_ADA',
    );
    expect(await kode('mulaiEdaran', { ...LKJIP, bidang: ['bidang-1'] }, 'bidang-1')).toBe('TIDAK_BERWENANG');
    await jadi('mulaiEdaran', { ...LKJIP, bidang: ['bidang-1', 'bidang-2'] }, 'perencana');
    expect(await menunggu('umum')).toEqual(['lkjip registrasi']);
    await langkah(LKJIP, 'registrasi', 'umum', { nomorSurat: '065/1/2024' });
    await langkah(LKJIP, 'disposisi', 'kepala', { catatan: 'Tindak lanjuti' });
    await langkah(LKJIP, 'perintah-susun', 'sekretaris', { catatan: 'Susun' });
    expect([await menunggu('bidang-1'), await menunggu('bidang-2')]).toEqual([
      ['lkjip permintaan-data'],
      ['lkjip permintaan-data'],
    ]);
    await langkah(LKJIP, 'permintaan-data', 'bidang-1', { catatan: 'Data terlampir' });
    expect(await menunggu('bidang-1')).toEqual([]);
    expect(
      await kode('kerjakanLangkah', { ...LKJIP, langkah: 'kompilasi', catatan: 'x' }, 'jfu-perencanaan'),
    ).toBe('LANGKAH_BELUM_GILIRAN');
    await langkah(LKJIP, 'permintaan-data', 'bidang-2', { catatan: 'Data terlampir' });
    await langkah(LKJIP, 'kompilasi', 'jfu-perencanaan', { catatan: 'Konsep I' });
    await jadi('kembalikanEdaran', { ...LKJIP, ke: 'kompilasi', catatan: 'Perbaiki tabel.' }, 'perencana');
    expect(await menunggu('jfu-perencanaan')).toEqual(['lkjip kompilasi']);
    await langkah(LKJIP, 'kompilasi', 'jfu-perencanaan', { catatan: 'Konsep II' });
    await langkah(LKJIP, 'verifikasi', 'perencana');
  });

  it('paraf didelegasikan dari hari sampai hari, tanda tangan tidak; berkas harus ada di arsip', async () => {
    const delegasi = { ...LKJIP, kepada: '61.71.disnaker.umum', mulai: '2022-01-03', selesai: '2100-12-31' };
    await jadi('delegasikanLangkah', { ...delegasi, langkah: 'paraf' }, 'sekretaris');
    expect(await kode('delegasikanLangkah', { ...delegasi, langkah: 'tanda-tangan' }, 'kepala')).toBe(
      'LANGKAH_TIDAK_DIDELEGASIKAN',
    );
    expect(await menunggu('umum')).toEqual(['lkjip paraf delegasi']);
    await langkah(LKJIP, 'paraf', 'umum');
    const ttd = { ...LKJIP, langkah: 'tanda-tangan' };
    expect(await kode('kerjakanLangkah', { ...ttd, berkas: 'a'.repeat(64) }, 'kepala')).toBe(
      'BERKAS_TIDAK_DIARSIPKAN',
    );
    const berkas = await app.aplikasi.rakitan.arsip.simpan(Buffer.from('laporan'));
    await langkah(LKJIP, 'tanda-tangan', 'kepala', { berkas });
    await langkah(LKJIP, 'kirim', 'umum', { nomorSurat: '065/2/2024' });
    const { edaran } = await tanya(
      '{ edaran(pemda: "61.71", dokumen: "lkjip", opd: "disnaker", tahun: 2023, SESUDAH) { status nomor kembali { dari ke catatan } langkah { kode pelaksana { jabatan keadaan oleh } } } }',
    );
    expect(edaran).toMatchObject({
      status: 'selesai',
      kembali: [{ dari: 'verifikasi', ke: 'kompilasi', catatan: 'Perbaiki tabel.' }],
    });
    expect(edaran.langkah[6]).toEqual({
      kode: 'paraf',
      pelaksana: [{ jabatan: '61.71.disnaker.sekretaris', keadaan: 'selesai', oleh: 'umum' }],
    });
  });

  describe('PK dengan paraf koordinasi', () => {
    let sidik = '';
    const tandatangani = (siapa: string) => kode('tandatanganiPerjanjianKinerja', { ...PK, sidik }, siapa);

    const ditandatangani = async (siapa: string, pilihan = ''): Promise<object[]> => {
      const { menungguTandaTangan } = await tanya(
        `{ menungguTandaTangan(first: 9, SESUDAH) { edges { node { belumGiliran langkahDitunggu ${pilihan} } } } }`,
        siapa,
      );
      return menungguTandaTangan.edges.map((e: { node: object }) => e.node);
    };

    beforeAll(async () => {
      const renstra = { ...DISNAKER, mulai: 2022 };
      await jadi('susunRenstra', { ...renstra, selesai: 2024 }, 'perencana');
      const indikator = { kode: 'IKU-1', nama: 'Rasio', satuan: '%', polaritas: 'naik', level: 'sasaran' };
      await jadi('tetapkanIndikator', { ...renstra, ...indikator }, 'perencana');
      const { rute } = await tanya(
        '{ rute(pemda: "61.71", dokumen: "perjanjian-kinerja", SESUDAH) { versi contohParafKoordinasi { kode tahap jenis uraian perlu hasil norma oleh { cara opd jabatan sebutan } eskalasi { cara opd jabatan sebutan } } } }',
      );
      const kunci = { pemda: '61.71', dokumen: 'perjanjian-kinerja' };
      const inspektorat = { cara: 'jabatan', opd: 'inspektorat', jabatan: 'auditor', sebutan: 'Auditor' };
      const reviu = {
        kode: 'reviu',
        tahap: 2,
        jenis: 'paraf',
        uraian: 'Mereviu',
        oleh: inspektorat,
        norma: 60,
      };
      const [pertama, ...lain] = rute.contohParafKoordinasi;
      await jadi('susunRute', { ...kunci, langkah: [pertama, reviu, ...lain] }, 'pengelola');
      const akta = {
        jenis: 'Keputusan Wali Kota',
        nomor: '1',
        tanggal: '2023-01-02',
        pejabat: 'Wali Kota',
      };
      expect(await kode('tetapkanRute', { ...kunci, akta }, 'kepala')).toBe('TIDAK_BERWENANG');
      expect(await kode('tetapkanRute', { ...kunci, akta }, 'pengelola')).toBe('JABATAN_BELUM_ADA');
      const auditor = { pemda: '61.71', opd: 'inspektorat', jabatan: 'auditor' };
      await jadi('daftarkanOpd', { ...auditor, jabatan: undefined, nama: 'Inspektorat' }, 'pengelola');
      await jadi('bentukJabatan', { ...auditor, sebutan: 'Auditor' }, 'pengelola');
      const masa = { subjek: 'S-auditor', status: 'definitif', mulai: '2022-01-03' };
      await jadi('tetapkanPejabat', { ...auditor, ...masa }, 'pengelola');
      token.auditor = app.token({
        ...{ akun: 'akun-auditor', peran: 'inspektorat', subjek: 'S-auditor', sebutan: 'Auditor' },
        ...{ opd: 'inspektorat', jabatan: 'auditor' },
      });
      await jadi('tetapkanRute', { ...kunci, akta }, 'pengelola');
      const naskah = {
        ...PK,
        jenis: 'murni',
        target: [{ indikator: 'IKU-1', target: '91.50' }],
        anggaran: [],
      };
      const { data, errors } = await app.jalankan(
        'ajukanPerjanjianKinerja',
        naskah,
        token.perencana ?? '',
        'perjanjianKinerja { sidik }',
      );
      expect(errors).toEqual([]);
      sidik = data.ajukanPerjanjianKinerja.perjanjianKinerja.sidik;
    });

    it('tidak ditandatangani sebelum diedarkan, dan Pihak Kedua menunggu setiap paraf', async () => {
      expect(await tandatangani('kepala')).toBe('EDARAN_BELUM_DIMULAI');
      expect(await ditandatangani('kepala')).toEqual([{ belumGiliran: true, langkahDitunggu: null }]);
      await jadi('mulaiEdaran', EDARAN_PK, 'perencana');
      expect(await ditandatangani('kepala')).toEqual([{ belumGiliran: false, langkahDitunggu: null }]);
      expect(await tandatangani('kepala')).toBeUndefined();
      expect(await ditandatangani('kepala-daerah', 'berkas')).toEqual([
        { belumGiliran: true, langkahDitunggu: 'reviu', berkas: null },
      ]);
      expect(await tandatangani('kepala-daerah')).toBe('LANGKAH_BELUM_GILIRAN');
      expect(await menunggu('kepala-daerah')).toEqual([]);
      for (const [kodeLangkah, siapa] of [
        ['reviu', 'auditor'],
        ['paraf-hukum', 'bagian-hukum'],
        ['paraf-asisten', 'asisten'],
        ['paraf-sekda', 'sekda'],
      ] as const) {
        expect(await menunggu(siapa)).toEqual([`perjanjian_kinerja ${kodeLangkah}`]);
        expect(await tandatangani('kepala-daerah')).toBe('LANGKAH_BELUM_GILIRAN');
        await langkah(EDARAN_PK, kodeLangkah, siapa);
      }
      expect(await menunggu('kepala-daerah')).toEqual(['perjanjian_kinerja pihak-kedua']);
      expect(await ditandatangani('kepala-daerah')).toEqual([{ belumGiliran: false, langkahDitunggu: null }]);
      expect(await tandatangani('kepala-daerah')).toBeUndefined();
      expect(await menunggu('kepala-daerah')).toEqual([]);
      const { edaran } = await tanya(
        '{ edaran(pemda: "61.71", dokumen: "perjanjian-kinerja", opd: "disnaker", tahun: 2023, SESUDAH) { status versiRute } }',
      );
      expect(edaran).toEqual({ status: 'selesai', versiRute: 1 });
    });
  });

  it('pemda lain tidak tahu apa pun, dan masukan yang tidak masuk akal ditolak dengan kodenya', async () => {
    const asing = app.token({ pemda: '35.75', akun: 'akun-asing', peran: 'pengelola', opd: 'pemda' });
    token.asing = asing;
    const isi = { nomorSurat: '1', langkah: 'registrasi' };
    expect(await kode('kerjakanLangkah', { ...LKJIP, ...isi }, 'asing')).toBe('TIDAK_DITEMUKAN');
    expect(await kode('mulaiEdaran', { ...LKJIP, dokumen: 'lain' }, 'perencana')).toBe('MASUKAN_TIDAK_SAH');
    expect(await kode('mulaiEdaran', { ...LKJIP, tahun: 1 }, 'perencana')).toBe('TAHUN_TIDAK_SAH');
    expect(
      await kode(
        'delegasikanLangkah',
        { ...LKJIP, langkah: 'paraf', kepada: '../x', mulai: '2024-01-01', selesai: '2024-01-02' },
        'sekretaris',
      ),
    ).toBe('KODE_TIDAK_SAH');
    expect(await kode('kerjakanLangkah', { ...LKJIP, ...isi, idPerintah: randomUUID() }, 'umum')).toBe(
      undefined, // done already: nothing changes
    );
  });

  it('rute tercetak sebagai lembar SOP, dan hanya bagi yang membawa token', async () => {
    const minta = (q: string, t?: string) =>
      fetch(
        `${app.alamat}/berkas/sop?${q}`,
        t === undefined ? {} : { headers: { authorization: `Bearer ${t}` } },
      );
    const ada = await minta('pemda=61.71&dokumen=perjanjian-kinerja', token.perencana);
    expect([ada.status, ada.headers.get('content-security-policy')]).toEqual([
      200,
      "default-src 'none'; style-src 'unsafe-inline'",
    ]);
    const html = await ada.text();
    expect(html).toContain('Perjanjian Kinerja, Kota Pontianak');
    expect(html).toContain('Versi 1, Keputusan Wali Kota nomor 1 tanggal 2 Januari 2023 (Wali Kota)');
    expect(html).toContain('Memaraf koordinasi');
    expect((await minta('pemda=61.71&dokumen=lkjip')).status).toBe(401);
    expect((await minta('pemda=61.71&dokumen=lain', token.perencana)).status).toBe(400);
    expect((await minta('pemda=61.71', token.perencana)).status).toBe(400);
    expect((await minta('pemda=61.71&dokumen=lkjip', token.asing)).status).toBe(404);
  });
});
