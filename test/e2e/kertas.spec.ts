import { createHash, randomUUID } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { cetakSidik } from '../../src/exchange/periksa/kata-periksa.js';
import { tandaTanganPdf, teksPdf } from '../support/alat-pdf.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';
import { ajukanPk, type Cerita, daftarkan, mulaiCerita, PK, rencanakan, TAHUN } from '../support/cerita.js';

type Isi = {
  readonly berkas: string;
  readonly jenis: string;
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly kode: string } }[];
};
const pdf = (isi = ''): Buffer =>
  Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog ${isi} >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`,
    'latin1',
  );
const dalamAliran = (isi: string): Buffer => {
  const aliran = deflateSync(Buffer.from(isi)).toString('latin1');
  return pdf(
    `>>\nendobj\n2 0 obj\n<< /Type /ObjStm /Length ${aliran.length} /Filter /FlateDecode >>\nstream\n${aliran}\nendstream\nendobj\n3 0 obj\n<< `,
  );
};
const PNG = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  Buffer.from('0000000049454e44ae426082', 'hex'),
]);
const TENTANG = {
  ...TAHUN,
  dokumen: 'perjanjian-kinerja',
  bentuk: 'pindaian-basah',
  jabatan: 'kepala',
  tanggal: '2023-01-31',
};

describe('kertas: pindaian dan PDF dari luar Amanah', () => {
  let app: AplikasiUji;
  let cerita: Cerita;
  let sidik: string;
  beforeAll(async () => {
    app = await mulaiUji();
    cerita = mulaiCerita(app);
    await daftarkan(cerita);
    await rencanakan(cerita);
    sidik = await ajukanPk(cerita);
  });
  afterAll(() => app.tutup());

  const alamat = (isi: object): string =>
    `${app.alamat}/berkas/kertas?${new URLSearchParams(isi as Record<string, string>)}`;
  const kirim = async (
    bita: Buffer,
    isi: object = TENTANG,
    token = cerita.token.perencana,
    idPerintah = randomUUID(),
  ) => {
    const res = await fetch(alamat({ ...isi, idPerintah }), {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${token}` },
      body: new Uint8Array(bita),
    });
    return { status: res.status, isi: (await res.json()) as Isi };
  };
  const ambil = (berkas: string, token = cerita.token.kadis): Promise<Response> =>
    fetch(alamat({ ...TAHUN, berkas }), { headers: { authorization: `Bearer ${token}` } });
  const daftar = async (token = cerita.token.kadis) =>
    app.gql(
      `{ berkasKertas(pemda: "61.71", opd: "disnaker", tahun: 2023, setelahPosisi: "${await app.posisi()}") { edges { node { berkas bentuk tanggal jenis ukuran diarsipkanOleh } } } }`,
      {},
      token,
    );

  it('menyimpan bita apa adanya menurut sidiknya, dan perintah yang sama dijawab sama', async () => {
    const [id, sebelum] = [randomUUID(), await app.posisi()];
    const pertama = await kirim(
      pdf(),
      { ...TENTANG, dokumen: 'lkjip', bentuk: 'pdf-tertandatangani' },
      undefined,
      id,
    );
    const kedua = await kirim(
      pdf(),
      { ...TENTANG, dokumen: 'lkjip', bentuk: 'pdf-tertandatangani' },
      undefined,
      id,
    );
    const berkas = createHash('sha256').update(pdf()).digest('hex');
    expect(pertama).toMatchObject({ status: 200, isi: { berkas, jenis: 'pdf', ukuran: pdf().length } });
    expect(kedua.isi).toEqual(pertama.isi);
    expect(await app.posisi()).toBe(sebelum + 1);
    const { data } = await daftar();
    expect(data.berkasKertas.edges).toEqual([
      {
        node: expect.objectContaining({
          berkas,
          bentuk: 'pdf-tertandatangani',
          diarsipkanOleh: '61.71.disnaker.perencana',
        }),
      },
    ]);
    const res = await ambil(berkas);
    expect(Buffer.from(await res.arrayBuffer())).toEqual(pdf());
    expect(res.headers.get('content-disposition')).toMatch(
      /^attachment; filename="lkjip-61\.71\.disnaker\.2023-\w{12}\.pdf"$/,
    );
    expect(res.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    ['kosong', Buffer.alloc(0)],
    ['program Windows bernama PDF', Buffer.from('MZ%PDF-1.7 %%EOF')],
    ['HTML', Buffer.from('<html><script>alert(1)</script>')],
    ['SVG dengan skrip', Buffer.from('<svg><script>1</script></svg>')],
    ['PDF terpotong', pdf().subarray(0, 40)],
    ['PDF berskrip', pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>')],
    ['PDF berskrip dengan nama tersamar', pdf('/OpenAction << /S /J#61vaScript >>')],
    ['PDF yang menjalankan program', pdf('/AA << /S /Launch /F (cmd.exe) >>')],
    ['PDF dengan berkas di dalamnya', pdf('/Names << /EmbeddedFiles 9 0 R >>')],
    ['PDF dengan XFA', pdf('/AcroForm << /XFA 3 0 R >>')],
    ['PDF yang membuka berkas lain', pdf('/S /GoToR')],
    ['PDF bersandi', pdf('/Encrypt 4 0 R')],
    ['PDF yang juga ZIP', Buffer.concat([pdf(), Buffer.from('PK\x05\x06'), Buffer.from('\n%%EOF\n')])],
    ['skrip di dalam aliran objek', dalamAliran('1 0 << /S /JavaScript >>')],
    ['bom di dalam aliran objek', dalamAliran('x'.repeat(20_000_000))],
    ['PNG dengan ekor', Buffer.concat([PNG, Buffer.from('<script>')])],
    ['JPEG tanpa akhir', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ])('menolak %s menurut isinya', async (_, bita) => {
    const sebelum = await app.posisi();
    const { isi } = await kirim(bita);
    expect(isi.errors[0]?.extensions.kode).toBe('BERKAS_KERTAS_TIDAK_SAH');
    expect(isi.errors[0]?.message).toMatch(/PDF|JPEG/);
    expect(await app.posisi()).toBe(sebelum);
  });

  it('menerima PNG, dan menolak yang lebih dari batas sebelum selesai dibaca', async () => {
    expect((await kirim(PNG, { ...TENTANG, dokumen: 'lain' })).isi.jenis).toBe('png');
    const { isi } = await kirim(Buffer.alloc(25 * 1024 * 1024 + 1, 0x20));
    expect(isi.errors[0]?.extensions.kode).toBe('BERKAS_TERLALU_BESAR');
  });

  it.each([
    ['tanpa token', {}, '', 'TANPA_TOKEN'],
    ['dokumen yang tidak dikenal', { dokumen: 'sk' }, undefined, 'MASUKAN_TIDAK_SAH'],
    ['tanggal besok-besok', { tanggal: '2999-01-01' }, undefined, 'TANGGAL_TIDAK_SAH'],
    ['tanggal yang tidak ada', { tanggal: '2023-02-30' }, undefined, 'TANGGAL_TIDAK_SAH'],
    ['jabatan yang belum pernah dibentuk', { jabatan: 'kasir' }, undefined, 'JABATAN_BELUM_ADA'],
    ['jabatan kosong', { jabatan: '' }, undefined, 'KODE_TIDAK_SAH'],
    ['keterangan berisi NIP', { keterangan: '198001012005011001' }, undefined, 'TEKS_MEMUAT_DATA_PRIBADI'],
    ['jalur di dalam jabatan', { jabatan: '../../x' }, undefined, 'KODE_TIDAK_SAH'],
    ['tahun yang tidak ada', { tahun: '20' }, undefined, 'TAHUN_TIDAK_SAH'],
    ['jalur di dalam OPD', { opd: '../../x' }, undefined, 'KODE_TIDAK_SAH'],
  ] as const)('menolak %s, dan bitanya tidak masuk arsip', async (_, ubahan, token, kode) => {
    const bita = pdf(`/Lang (${kode})`);
    const { isi } = await kirim(bita, { ...TENTANG, ...ubahan }, token);
    expect(isi.errors[0]?.extensions.kode).toBe(kode);
    const sidik = createHash('sha256').update(bita).digest('hex');
    expect(await app.aplikasi.rakitan.arsip.baca(sidik)).toBeNull();
  });

  it('bidang dan kota lain tidak mengarsipkan atau mengambil; yang tidak tercatat tidak ditemukan', async () => {
    expect(
      (await kirim(pdf('/Lang (id)'), TENTANG, cerita.token.bidang)).isi.errors[0]?.extensions.kode,
    ).toBe('TIDAK_BERWENANG');
    expect(
      (await kirim(pdf('/Lang (id)'), TENTANG, cerita.token.kotaLain)).isi.errors[0]?.extensions.kode,
    ).toBe('TIDAK_DITEMUKAN');
    const berkas = createHash('sha256').update(pdf()).digest('hex');
    expect((await ambil(berkas, cerita.token.kotaLain)).status).not.toBe(200);
    expect((await ambil('0'.repeat(64))).status).not.toBe(200);
  });

  it('hari kertas: naskah dicetak, ditandatangani basah, dipindai, dan berlaku dengan tandanya di mana-mana', async () => {
    const { isi } = await kirim(pdf('/Lang (id-ID)'));
    const basah = { ...PK, sidik, berkas: isi.berkas };
    const catat = (token: string) =>
      app.jalankan('catatTandaTanganBasahPerjanjianKinerja', basah, token, 'perjanjianKinerja { status }');
    expect((await catat(cerita.token.perencana)).errors[0]?.extensions.kode).toBe('ORANG_SAMA');
    const jawab = await catat(cerita.token.pengelola);
    expect(jawab.errors).toEqual([]);
    expect(jawab.data.catatTandaTanganBasahPerjanjianKinerja.perjanjianKinerja.status).toBe('berlaku');
    const { data, errors } = await app.gql(
      `{ perjanjianKinerja(pemda: "61.71", opd: "disnaker", jabatan: "kepala", tahun: 2023, setelahPosisi: "${await app.posisi()}") { versi { status tandaTangan { pihak cara basah { berkas tanggal dicatatOleh } } } } }`,
      {},
      cerita.token.wali,
    );
    expect(errors).toEqual([]);
    const tertulis = {
      berkas: isi.berkas,
      tanggal: '2023-01-31',
      dicatatOleh: '61.71.pemda.bagian-organisasi',
    };
    expect(data.perjanjianKinerja.versi[0]).toMatchObject({
      tandaTangan: [1, 2].map((pihak) => ({ pihak, basah: tertulis })),
    });
    const salinan = await fetch(`${app.alamat}/berkas/pk?${new URLSearchParams({ ...PK, tahun: '2023' })}`, {
      headers: { authorization: `Bearer ${cerita.token.kadis}` },
    });
    expect(salinan.headers.get('content-disposition')).toContain('-v1-salinan.pdf');
    const tercetak = new Uint8Array(await salinan.arrayBuffer());
    const teks = teksPdf(tercetak)?.replace(/\s+/g, ' ') ?? null;
    if (teks !== null) {
      expect(teks).toContain('Salinan: ditandatangani basah, tanggal dokumen 31 Januari 2023');
      expect(teks).not.toMatch(/DRAF|\/v\//);
    }
    expect(tandaTanganPdf(tercetak) ?? '').not.toContain('PihakPertama');
    const { events } = await app.aplikasi.rakitan.store.read('PerjanjianKinerja-61.71.disnaker.kepala.2023');
    const { idPeriksa } = (events[0]?.data ?? {}) as { idPeriksa?: string };
    const periksa = await (await fetch(`${app.alamat}/v/${idPeriksa}`)).text();
    for (const bagian of ['31 Januari 2023', 'Tanda tangan basah', cetakSidik(isi.berkas)])
      expect(periksa).toContain(bagian);
    const tarik = await app.jalankan(
      'tarikBerkasKertas',
      { ...TAHUN, berkas: isi.berkas, alasan: 'salah' },
      cerita.token.perencana,
      'jumlah',
    );
    expect(tarik.errors[0]?.extensions.kode).toBe('MASIH_DIPAKAI');
  });
});
