import { randomUUID } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { SKRIP_PERIKSA } from '../../src/exchange/periksa/periksa.aset.js';
import type { DokumenDiminta } from '../../src/exchange/tanda-tangan/penandatanganan.js';
import type { GalatBerkode } from '../../src/infra/graphql/galat.js';
import { PK } from '../support/cerita.js';
import { FRASA, type JawabanTtd, KotaTte } from '../support/kota-tte.js';

const KENARI = 'kenari-frasa-yang-tidak-boleh-tercatat';
const DITANDATANGANI = 'PerjanjianKinerjaDitandatangani';

describe('serangan terhadap tanda tangan berkas', () => {
  let kota: KotaTte;
  let ke = 0;
  beforeAll(async () => {
    kota = await KotaTte.mulai();
  }, 60_000);
  afterAll(() => kota.app.tutup());

  const tarik = () =>
    kota.cerita.jadi('kadis', 'batalkanPerjanjianKinerja', { ...PK, alasan: 'Diganti naskah lain.' });
  /** A text of its own that waits for the first signature. */
  const menunggu = async (): Promise<DokumenDiminta> => {
    if (ke > 0) await tarik();
    ke++;
    await kota.ajukan({ tanggal: `2023-02-${String(ke).padStart(2, '0')}` });
    const [satu] = await kota.menunggu('kadis');
    if (satu === undefined) throw new Error('tidak ada yang menunggu');
    return satu;
  };
  const kodeDari = ({ kode, baris }: JawabanTtd): string | undefined =>
    kode ??
    baris.find((b) => b.dokumen?.galat)?.dokumen?.galat?.extensions.kode ??
    baris[0]?.dokumen?.keadaan;

  type Serangan = readonly [
    baris: string,
    judul: string,
    serang: (d: DokumenDiminta) => Promise<JawabanTtd>,
    kode: string,
    dicatat: boolean,
  ];
  const SERANGAN: readonly Serangan[] = [
    [
      '28',
      'Pihak Kedua mendahului Pihak Pertama',
      (d) => kota.tandatangani('wali', [d]),
      'PK_MENUNGGU_PIHAK_PERTAMA',
      true,
    ],
    [
      '28',
      'menandatangani naskah yang sudah ditarik',
      async (d) => {
        await tarik();
        ke = 0;
        return kota.tandatangani('kadis', [d]);
      },
      'PK_BELUM_DIAJUKAN',
      true,
    ],
    [
      '31',
      'sidik naskah yang lama',
      async (d) => {
        await menunggu();
        return kota.tandatangani('kadis', [d]);
      },
      'KONFLIK_REVISI',
      true,
    ],
    [
      '31',
      'berkas lain dari yang akan ditandatangani',
      (d) => kota.tandatangani('kadis', [{ ...d, berkasDilihat: 'a'.repeat(64) }]),
      'KONFLIK_REVISI',
      true,
    ],
    [
      '18',
      'dokumen kota lain',
      (d) => kota.tandatangani('kadis', [{ ...d, pemda: '35.75' }]),
      'TIDAK_DITEMUKAN',
      true,
    ],
    [
      '23',
      'kode yang bukan kode',
      (d) => kota.tandatangani('kadis', [{ ...d, jabatan: "kepala' or '1'='1" }]),
      'KODE_TIDAK_SAH',
      false,
    ],
    [
      '34',
      'token mesin, bukan sesi',
      (d) =>
        kota.tandatangani('kadis', [d], {
          headers: { cookie: '', authorization: `Bearer ${kota.cerita.token.kadis}` },
        }),
      'BUKTI_ULANG_DIPERLUKAN',
      false,
    ],
    [
      '7',
      'tanpa kepala yang hanya dikirim halaman kita',
      (d) => kota.tandatangani('kadis', [d], { headers: { 'x-amanah': '' } }),
      'ASAL_DITOLAK',
      false,
    ],
    ['36', 'frasa kosong', (d) => kota.tandatangani('kadis', [d], { frasa: '' }), 'FRASA_TIDAK_SAH', false],
    [
      '36',
      'frasa 10 KB',
      (d) => kota.tandatangani('kadis', [d], { frasa: 'a'.repeat(10_240) }),
      'FRASA_TIDAK_SAH',
      false,
    ],
    [
      '24',
      'tahun yang tidak ada',
      (d) => kota.tandatangani('kadis', [{ ...d, tahun: 1e308 }]),
      'MASUKAN_TIDAK_SAH',
      false,
    ],
    ['24', 'tanpa dokumen', () => kota.tandatangani('kadis', []), 'MASUKAN_TIDAK_SAH', false],
    [
      '24',
      '61 dokumen',
      (d) =>
        kota.tandatangani(
          'kadis',
          Array.from({ length: 61 }, () => d),
        ),
      'MASUKAN_TIDAK_SAH',
      false,
    ],
    [
      '24',
      'sidik yang bukan sidik',
      (d) => kota.tandatangani('kadis', [{ ...d, sidik: 'x' }]),
      'MASUKAN_TIDAK_SAH',
      false,
    ],
  ];

  it.each(SERANGAN)(
    'baris %s, %s: ditolak, tidak ada yang tercatat di dokumen',
    async (_, __, serang, kode, dicatat) => {
      const d = await menunggu();
      let jawab: JawabanTtd | undefined;
      const catatan = await kota.catatan(async () => {
        jawab = await serang(d);
      });
      expect(jawab && kodeDari(jawab)).toBe(kode);
      expect(await kota.jenis()).not.toContain(DITANDATANGANI);
      expect(catatan.some((c) => c.jenis === 'TANDA_TANGAN_DITOLAK' && c.kode === kode)).toBe(dicatat);
    },
  );

  it('baris 31: yang ditolak diberi tahu apa yang berubah', async () => {
    const lama = await menunggu();
    const kini = await menunggu();
    const { baris } = await kota.tandatangani('kadis', [lama]);
    expect(baris[0]?.dokumen?.galat?.extensions.rincian).toEqual({
      sebab: 'naskah',
      sidik: kini.sidik,
      berubah: [expect.objectContaining({ bagian: 'tanggal' })],
    });
  });

  it('mutasi tanpa berkas dari sesi perlu bukti ulang juga', async () => {
    const d = await menunggu();
    const { kadis } = kota.peramban;
    await kadis.masuk('akun.kadis');
    await kadis.post('/sesi/jabatan', { jabatan: '61.71.disnaker.kepala' });
    const masukan = `{ idPerintah: "${randomUUID()}", pemda: "61.71", opd: "disnaker", jabatan: "kepala", tahun: 2023, sidik: "${d.sidik}" }`;
    const { badan } = await kadis.gql(
      `mutation { tandatanganiPerjanjianKinerja(masukan: ${masukan}) { posisi } }`,
    );
    expect(badan.errors[0].extensions.kode).toBe('BUKTI_ULANG_DIPERLUKAN');
    expect(await kota.jenis()).not.toContain(DITANDATANGANI);
    await kadis.bukti();
  });

  it('baris 24: kepastian bagi tahun yang tidak ada ditolak', async () => {
    const isi = { pemda: '61.71', opd: 'disnaker', jabatan: 'kepala', tahun: 1e308, alasan: 'Diperiksa.' };
    const res = await fetch(`${kota.app.alamat}/berkas/tandatangani/kepastian`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${kota.cerita.token.pengelola}`,
      },
      body: JSON.stringify({ idPerintah: randomUUID(), idPermintaan: randomUUID(), ...isi }),
    });
    const { errors } = (await res.json()) as { errors: GalatBerkode[] };
    expect([res.status, errors[0]?.extensions.kode]).toEqual([400, 'MASUKAN_TIDAK_SAH']);
  });

  it.each(['            ', '111111111111', 'pontianak2026!'])(
    'frasa "%s" tidak menjadi frasa kunci, baru maupun ganti',
    async (frasa) => {
      const { kadis } = kota.peramban;
      const isi = { lama: FRASA.kadis, frasa, ulangi: frasa };
      for (const jalur of ['/sesi/kunci-tte', '/sesi/kunci-tte/frasa']) {
        const { badan } = await kadis.post(jalur, jalur.endsWith('frasa') ? isi : { frasa, ulangi: frasa });
        expect(badan.errors[0].extensions).toMatchObject({
          kode: 'FRASA_TIDAK_SAH',
          rincian: { sebab: 'mudah ditebak' },
        });
      }
    },
  );

  it('satu dokumen disebut dua kali: tidak satu pun ditandatangani', async () => {
    const d = await menunggu();
    const { baris } = await kota.tandatangani('kadis', [d, d]);
    expect(baris[0]?.galat?.extensions.kode).toBe('MASUKAN_TIDAK_SAH');
    expect(await kota.jenis()).not.toContain(DITANDATANGANI);
  });

  it('baris 36: frasa salah enam kali mengunci kuncinya, juga terhadap frasa yang benar; frasanya tidak tercatat di mana pun', async () => {
    const d = await menunggu();
    const kode: (string | undefined)[] = [];
    const catatan = await kota.catatan(async () => {
      for (let n = 0; n < 6; n++)
        kode.push(kodeDari(await kota.tandatangani('kadis', [d], { frasa: KENARI })));
      kode.push(kodeDari(await kota.tandatangani('kadis', [d])));
    });
    expect(kode).toEqual([...Array(5).fill('FRASA_SALAH'), 'KUNCI_TTE_TERKUNCI', 'KUNCI_TTE_TERKUNCI']);
    expect(await kota.jenis()).not.toContain(DITANDATANGANI);
    expect(catatan.filter((c) => c.jenis === 'TANDA_TANGAN_DITOLAK')).toHaveLength(7);
    expect(catatan.map((c) => c.jenis)).toContain('KUNCI_TTE_TERKUNCI');
    const { keamanan, store } = kota.app.aplikasi.rakitan;
    const milikKunci = (await keamanan.semua()).filter((c) =>
      ['FRASA_SANDI_SALAH', 'KUNCI_TTE_TERKUNCI'].includes(c.jenis),
    );
    expect(milikKunci).toHaveLength(6);
    for (const c of milikKunci)
      expect(c).toMatchObject({
        pemda: '61.71',
        jabatan: '61.71.disnaker.kepala',
        alamat: expect.stringContaining('127.0.0.1'),
      });
    const semua = [kota.app.catatan, await keamanan.semua(), await store.readAll(0, 10_000)].map((isi) =>
      JSON.stringify(isi),
    );
    for (const isi of semua)
      for (const frasa of [KENARI, ...Object.values(FRASA)]) expect(isi).not.toContain(frasa);
    await kota.app.aplikasi.rakitan.identitas.db
      .updateTable('kunci_tte')
      .set({ percobaan: 0, terkunci: null })
      .execute();
  });

  it('baris 32, 33, 34: satu perintah 20 kali satu peristiwa; masukan lain ditolak; ulangan dijawab dari simpanan, dan perlu bukti', async () => {
    const d = await menunggu();
    const idPerintah = randomUUID();
    const semua = await Promise.all(
      Array.from({ length: 20 }, () => kota.tandatangani('kadis', [d], { idPerintah })),
    );
    for (const { baris } of semua) expect(baris).toEqual(semua[0]?.baris);
    expect((await kota.jenis()).filter((j) => j === DITANDATANGANI)).toHaveLength(1);
    const beda = await kota.tandatangani('kadis', [{ ...d, berkasDilihat: 'b'.repeat(64) }], { idPerintah });
    expect(kodeDari(beda)).toBe('PERINTAH_BERBEDA');
    const posisi = await kota.app.posisi();
    const { peramban } = kota;
    await peramban.kadis.post('/keluar');
    expect((await kota.tandatangani('kadis', [d], { idPerintah })).status).toBe(401);
    await peramban.kadis.masuk('akun.kadis');
    await peramban.kadis.post('/sesi/jabatan', { jabatan: '61.71.disnaker.kepala' });
    expect(kodeDari(await kota.tandatangani('kadis', [d], { idPerintah }))).toBe('BUKTI_ULANG_DIPERLUKAN');
    await peramban.kadis.bukti();
    expect((await kota.tandatangani('kadis', [d], { idPerintah })).baris).toEqual(semua[0]?.baris);
    expect(await kota.app.posisi()).toBe(posisi);
  });

  it('baris 28: yang sudah berlaku tidak diajukan lagi dan tidak ditarik', async () => {
    const [d] = await kota.menunggu('wali');
    await kota.tandatangani('wali', [d ?? {}]);
    expect(await kota.jenis()).toContain('PerjanjianKinerjaBerlaku');
    await expect(tarik()).rejects.toThrow(/PK_SUDAH_BERLAKU/);
    await expect(kota.ajukan({ tanggal: '2023-03-31' })).rejects.toThrow(/PK_SUDAH_BERLAKU/);
  });

  describe('halaman periksa', () => {
    const halaman = async (): Promise<{ html: string; pdf: Uint8Array }> => {
      const { data } = await kota.app.gql(
        '{ perjanjianKinerja(pemda: "61.71", opd: "disnaker", tahun: 2023) { versi { idPeriksa tandaTangan { bukti { berkasHasil } } } } }',
        {},
        kota.cerita.token.kadis,
      );
      const versi = data.perjanjianKinerja.versi.at(-1);
      const html = await (await fetch(`${kota.app.alamat}/v/${versi.idPeriksa}`)).text();
      const pdf = await kota.app.aplikasi.rakitan.arsip.baca(versi.tandaTangan.at(-1).bukti.berkasHasil);
      return { html, pdf: pdf ?? new Uint8Array() };
    };

    /** The page's own script, over what its page says, in a world that has nothing but it needs. */
    const periksa = async (html: string, isi: Uint8Array): Promise<{ kelas: string; teks: string }> => {
      const daftar = [
        ...html.matchAll(
          /<li data-sidik="(\w*)" data-tanda="(\w*)" data-panjang="(\w*)" data-potongan="([\w ]*)"/g,
        ),
      ];
      const hasil = { className: '', textContent: '' };
      let ubah = async (): Promise<void> => undefined;
      const isian = {
        files: [new Blob([new Uint8Array(isi)])],
        addEventListener: (_: string, kerja: () => Promise<void>) => {
          ubah = kerja;
        },
      };
      const children = daftar.map(([, sidik, tanda, panjang, potongan]) => ({
        dataset: { sidik, tanda, panjang, potongan },
      }));
      const keadaan = /id="dikenal"[^>]*data-keadaan="(\w+)"/.exec(html)?.[1];
      const dikenal = { children, dataset: { keadaan } };
      const document = {
        getElementById: (id: string) => ({ berkas: isian, hasil, dikenal })[id as 'hasil'],
      };
      runInNewContext(SKRIP_PERIKSA, { document, crypto, Uint8Array });
      await ubah();
      return { kelas: hasil.className, teks: hasil.textContent };
    };

    it('baris 54: berkas kita cocok; satu bita berubah atau bertambah berarti berubah; berkas lain tidak dikenal', async () => {
      const { html, pdf } = await halaman();
      expect(await periksa(html, pdf)).toMatchObject({
        kelas: 'cocok',
        teks: expect.stringMatching(/^COCOK/),
      });
      for (const letak of [0, 1_000, Math.floor(pdf.length / 2), pdf.length - 1]) {
        const rusak = Uint8Array.from(pdf, (b, i) => (i === letak ? b ^ 1 : b));
        expect((await periksa(html, rusak)).kelas).toBe('berubah');
      }
      expect((await periksa(html, Buffer.concat([pdf, Buffer.from('\n')]))).kelas).toBe('berubah');
      expect((await periksa(html, pdf.subarray(0, -100))).kelas).toBe('berubah');
      for (const asing of [
        Buffer.from('%PDF-1.7 sistem lain'),
        Buffer.alloc(pdf.length, 65),
        Buffer.alloc(0),
      ])
        expect((await periksa(html, asing)).kelas).toBe('asing');
    });

    it('naskah yang tidak berlaku tidak pernah hijau, juga dengan berkas yang tepat', async () => {
      const { html, pdf } = await halaman();
      const { kelas, teks } = await periksa(
        html.replace('data-keadaan="berlaku"', 'data-keadaan="digantikan"'),
        pdf,
      );
      expect([kelas, teks]).toEqual(['', expect.stringMatching(/tidak sedang berlaku/)]);
    });

    it('baris 53: yang salah, yang rusak, dan yang hampir benar dijawab sama; lalu terlalu sering', async () => {
      const lihat = async (id: string): Promise<[number, string]> => {
        const res = await fetch(`${kota.app.alamat}/v/${encodeURIComponent(id)}`);
        return [res.status, await res.text()];
      };
      const [tidakAda, isi] = await lihat('AAAAAAAAAAAAAAAAAAAAAA');
      expect(tidakAda).toBe(404);
      for (const id of ['x', '../../etc/passwd', 'ź'.repeat(22), "' or 1=1 --", 'A'.repeat(500)])
        expect(await lihat(id)).toEqual([404, isi]);
      const status: number[] = [];
      for (let n = 0; n < 80; n++) status.push((await lihat(`${'B'.repeat(21)}A`))[0]);
      expect(status.at(-1)).toBe(429);
      expect(new Set(status)).toEqual(new Set([404, 429]));
    });
  });

  it('baris 30: sesi pejabat yang masa jabatannya berakhir kemarin diakhiri, dan tercatat', async () => {
    const d = await menunggu().catch(() => null);
    const kemarin = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const kadis = { pemda: '61.71', opd: 'disnaker', jabatan: 'kepala' };
    await kota.masuk('kadis');
    await kota.cerita.jadi('pengelola', 'berhentikanPejabat', {
      ...kadis,
      subjek: 'S-kadis',
      status: 'definitif',
      mulai: '2021-01-04',
      selesai: kemarin,
    });
    const diminta = d ?? { ...kadis, tahun: 2023, sidik: 'a'.repeat(64), berkasDilihat: 'a'.repeat(64) };
    let status = 0;
    const catatan = await kota.catatan(async () => {
      status = (await kota.tandatangani('kadis', [diminta])).status;
    });
    expect(status).toBe(401);
    expect(catatan.map((c) => c.jenis)).toContain('SESI_DIAKHIRI');
  });
});
