import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { AKAR } from '../../src/akar.js';
import type { BarisKeamanan } from '../../src/infra/identity/log-keamanan.js';
import { type AplikasiUji, type Galat, type Jawaban, mulaiUji } from '../support/aplikasi.js';
import { bangun } from '../support/bangun.js';
import {
  ajukanPk,
  type Cerita,
  daftarkan,
  mulaiCerita,
  NASKAH_PK,
  OPD,
  PK,
  rencanakan,
  TAHUN,
  TW1,
} from '../support/cerita.js';
import { hari } from '../support/kantor-uji.js';

const KADIS = '61.71.disnaker.kepala';
const MAJU = 'subscription { tampilanMaju(tampilan: ["riwayat"]) { tampilan } }';
const CATATAN = `query($j: String!) { keamananJabatan(jabatan: $j, first: 100) {
  edges { node { jenis tindakan kode akun alamat } } pageInfo { hasNextPage } } }`;
/** Offices of one OPD besides its head, each with one term. */
const BERJANGKA = {
  kemarin: { status: 'definitif', mulai: '2021-01-04', selesai: hari(-1) },
  plt: { status: 'Plt.', mulai: hari(-30), selesai: hari(-1) },
  plh: { status: 'Plh.', mulai: hari(1), selesai: hari(5) },
} as const;

describe('serangan atas wewenang', () => {
  let app: AplikasiUji;
  let cerita: Cerita;
  let sidik: string;
  let dinkes: string; // the head of another OPD of the same pemda
  let orangSama: string; // verifies what the same person entered
  const berjangka: Record<string, string> = {};
  beforeAll(async () => {
    app = await mulaiUji();
    cerita = mulaiCerita(app);
    await daftarkan(cerita);
    await rencanakan(cerita);
    const { jadi } = cerita;
    await jadi('pengelola', 'daftarkanOpd', { pemda: '61.71', opd: 'dinkes', nama: 'Dinas Kesehatan' });
    dinkes = app.token({ akun: 'akun-dinkes', opd: 'dinkes', subjek: 'S-dinkes' });
    orangSama = app.token({
      akun: 'akun-rangkap',
      peran: 'perencana',
      jabatan: 'perencana',
      subjek: 'S-bid',
    });
    for (const [jabatan, masa] of Object.entries(BERJANGKA)) {
      const kantor = { ...OPD, jabatan };
      await jadi('pengelola', 'bentukJabatan', {
        ...kantor,
        sebutan: jabatan,
        atasan: { opd: 'disnaker', jabatan: 'kepala' },
      });
      await jadi('pengelola', 'tetapkanPejabat', { ...kantor, subjek: `S-${jabatan}`, ...masa });
      berjangka[jabatan] = app.token({ akun: `akun-${jabatan}`, jabatan, subjek: `S-${jabatan}` });
    }
    await jadi('pengelola', 'bukaPeriode', { pemda: '61.71', tahun: 2023, triwulan: 1 });
    await jadi('bidang', 'catatRealisasi', { ...TW1, indikator: 'IKU-1', realisasi: '88.00' });
    await jadi('bidang', 'catatRealisasi', { ...TW1, indikator: 'IKU-2', realisasi: '70.00' });
    sidik = await ajukanPk(cerita);
  }, 60_000);
  afterAll(() => app.tutup());

  const catatan = (): Promise<BarisKeamanan[]> => app.aplikasi.rakitan.keamanan.semua(0, 100_000);
  const periksa = (galat: Galat | undefined): string => {
    expect(galat?.message).toMatch(/^[A-Z].*\.$/);
    expect(galat?.extensions.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.stringify(galat)).not.toMatch(/node_modules|\.[jt]s:\d|stack|sqlite|"stream"|S-[a-z]/i);
    return String(galat?.extensions.kode);
  };
  /** The code of a refusal after which nothing was appended; with how many notes the security log grew. */
  const tertolak = async (kerja: () => Promise<readonly Galat[]>): Promise<readonly [string, number]> => {
    const [posisi, sebelum] = [await app.posisi(), (await catatan()).length];
    const [galat] = await kerja();
    expect(await app.posisi()).toBe(posisi);
    return [periksa(galat), (await catatan()).length - sebelum];
  };
  const mutasi = (token: string, nama: string, masukan: object) => async (): Promise<readonly Galat[]> =>
    (await app.jalankan(nama, masukan, token)).errors;
  const kueri =
    (token: string, query: string, variables: object = {}) =>
    async (): Promise<readonly Galat[]> =>
      (await app.gql(query, variables, token)).errors;
  const berkas = async (
    token: string,
    jalur: string,
  ): Promise<{ status: number; errors: readonly Galat[] }> => {
    const res = await fetch(`${app.alamat}${jalur}`, { headers: { authorization: `Bearer ${token}` } });
    return { status: res.status, errors: ((await res.json()) as Jawaban).errors };
  };
  const soket = async (params: Record<string, unknown>): Promise<readonly Galat[]> => {
    const url = `${app.alamat.replace('http', 'ws')}/graphql`;
    const k = createClient({ url, webSocketImpl: WebSocket, connectionParams: params, retryAttempts: 0 });
    try {
      for await (const { errors } of k.iterate({ query: MAJU })) return (errors ?? []) as unknown as Galat[];
      return [];
    } catch (e) {
      return e as Galat[];
    } finally {
      await k.dispose();
    }
  };

  describe('18: pejabat OPD lain dan pemda lain', () => {
    it.each<readonly [string, string, () => object]>([
      ['menandatangani', 'tandatanganiPerjanjianKinerja', () => ({ ...PK, sidik })],
      ['mengajukan', 'ajukanPerjanjianKinerja', () => NASKAH_PK],
      ['menarik', 'batalkanPerjanjianKinerja', () => ({ ...PK, alasan: 'bukan milik saya' })],
      ['menetapkan Renstra', 'tetapkanRenstra', () => ({ ...OPD, mulai: 2021 })],
      ['menyetujui pengukuran', 'setujuiPengukuran', () => TW1],
    ])(
      '%s dokumen OPD ini: ditolak di pemda sendiri, tidak ada bagi pemda lain',
      async (_, nama, masukan) => {
        expect(await tertolak(mutasi(dinkes, nama, masukan()))).toEqual(['TIDAK_BERWENANG', 1]);
        expect(await tertolak(mutasi(cerita.token.kotaLain, nama, masukan()))).toEqual([
          'TIDAK_DITEMUKAN',
          1,
        ]);
      },
    );

    it('pemda lain mendapat jawaban yang sama atas yang ada dan yang tidak ada', async () => {
      const [ada] = await mutasi(cerita.token.kotaLain, 'setujuiPengukuran', TW1)();
      const [tiada] = await mutasi(cerita.token.kotaLain, 'setujuiPengukuran', { ...TW1, opd: 'tiada' })();
      const tanpaId = (g: Galat | undefined): unknown => ({ ...g, extensions: { ...g?.extensions, id: '' } });
      expect(tanpaId(ada)).toEqual(tanpaId(tiada));
    });

    it.each(['/berkas/tabel', '/berkas/templat/rencana-aksi'])(
      'berkas pemda lain: 404 di %s',
      async (jalur) => {
        const { status, errors } = await berkas(
          cerita.token.kotaLain,
          `${jalur}?pemda=61.71&opd=disnaker&tahun=2023`,
        );
        expect([status, periksa(errors[0])]).toEqual([404, 'TIDAK_DITEMUKAN']);
      },
    );
  });

  describe('19: lewat jalan bersarang', () => {
    it.each([
      [
        'daftar lalu capaiannya',
        '{ daftarOpd(pemda: "61.71") { edges { node { capaian(tahun: 2023) { posisi } } } } }',
      ],
      [
        'daftar PK lalu capaiannya',
        '{ daftarPerjanjianKinerja(pemda: "61.71", tahun: 2023) { edges { node { capaian { posisi } } } } }',
      ],
      ['kotak masuk jabatan lain', `{ kotakMasuk(jabatan: "${KADIS}") { edges { cursor } } }`],
      ['catatan keamanan jabatan lain', `{ keamananJabatan(jabatan: "${KADIS}") { edges { cursor } } }`],
    ])('%s di pemda lain tidak ditemukan', async (_, query) =>
      expect(await tertolak(kueri(cerita.token.kotaLain, query))).toEqual(['TIDAK_DITEMUKAN', 1]),
    );

    it('posisi peristiwa pemda lain dijawab seolah tidak ada', async () => {
      const semua = Array.from({ length: 20 }, (_, i) => String(i));
      const query = 'query($p: [String!]!) { peristiwa(posisi: $p) { posisi } }';
      expect((await app.gql(query, { p: semua }, cerita.token.kotaLain)).data.peristiwa).toEqual([]);
      expect((await app.gql(query, { p: semua }, cerita.token.bidang)).data.peristiwa).toHaveLength(20);
    });

    it('tidak ada jalan umum menurut id', async () =>
      expect(await tertolak(kueri(cerita.token.kadis, '{ node(id: "1") { id } }'))).toEqual([
        'MASUKAN_TIDAK_SAH',
        0,
      ]));
  });

  describe('20: bidang yang hanya untuk inspektorat', () => {
    const tanya = (token: string, j = KADIS): Promise<Jawaban> => app.gql(CATATAN, { j }, token);
    beforeAll(async () => {
      await mutasi(cerita.token.kadis, 'verifikasiPengukuran', TW1)(); // leaves a note of the office
    });

    it('bagi jabatan itu sendiri bidangnya saja yang ditolak, selebihnya dijawab', async () => {
      const { data, errors } = await tanya(cerita.token.kadis);
      expect(data.keamananJabatan.edges[0].node).toEqual({
        jenis: 'AKSES_DITOLAK',
        tindakan: 'pengukuran.verifikasi',
        kode: 'TIDAK_BERWENANG',
        akun: 'akun-S-kadis',
        alamat: null,
      });
      expect(periksa(errors[0])).toBe('TIDAK_BERWENANG');
      expect(errors[0]?.path?.slice(-2)).toEqual(['node', 'alamat']);
    });
    it('inspektorat mendapat alamatnya', async () => {
      const { data, errors } = await tanya(cerita.token.inspektorat);
      expect(errors).toEqual([]);
      expect(data.keamananJabatan.edges.at(-1).node.alamat).toMatch(/127\.0\.0\.1$/);
    });
    it('atasan dan pengelola membaca catatannya, rekan dan bawahan tidak', async () => {
      for (const siapa of ['wali', 'pengelola'] as const)
        expect((await tanya(cerita.token[siapa])).data.keamananJabatan.edges.length).toBeGreaterThan(0);
      for (const token of [cerita.token.bidang, dinkes])
        expect(periksa((await tanya(token)).errors[0])).toBe('TIDAK_BERWENANG');
    });
    it('halamannya bersambung dan kursor karangan ditolak', async () => {
      const query = (after: string): string =>
        `{ keamananJabatan(jabatan: "${KADIS}", first: 1${after}) { edges { cursor } pageInfo { hasNextPage endCursor } } }`;
      const satu = (await app.gql(query(''), {}, cerita.token.inspektorat)).data.keamananJabatan;
      expect(satu.pageInfo.hasNextPage).toBe(true);
      const dua = (
        await app.gql(query(`, after: "${satu.pageInfo.endCursor}"`), {}, cerita.token.inspektorat)
      ).data;
      expect(dua.keamananJabatan.edges[0].cursor).not.toBe(satu.edges[0].cursor);
      expect(await tertolak(kueri(cerita.token.inspektorat, query(', after: "x"')))).toEqual([
        'KURSOR_TIDAK_SAH',
        0,
      ]);
    });
  });

  describe('21: isian tambahan tidak memberi wewenang', () => {
    it.each(['peran', 'opdId', 'signedAt', 'versi', 'oleh', 'kedudukan', 'juga'])(
      '%s ditolak',
      async (isian) =>
        expect(
          await tertolak(mutasi(cerita.token.bidang, 'setujuiPengukuran', { ...TW1, [isian]: 'operator' })),
        ).toEqual(['MASUKAN_TIDAK_SAH', 0]),
    );

    it('peran di alamat berkas dan di sambungan WebSocket tidak dibaca', async () => {
      const jalur = '/berkas/tabel?pemda=61.71&opd=disnaker&tahun=2023&peran=operator';
      expect((await berkas(cerita.token.kotaLain, jalur)).status).toBe(404);
      const params = {
        authorization: `Bearer ${berjangka.kemarin}`,
        peran: 'operator',
        kedudukan: 'menjabat',
      };
      expect(periksa((await soket(params))[0])).toBe('TIDAK_BERWENANG');
    });
  });

  describe('28: langkah yang dilompati', () => {
    it.each<readonly [string, 'kadis' | 'wali' | 'perencana', string, () => object, string]>([
      [
        'Pihak Kedua sebelum Pihak Pertama',
        'wali',
        'tandatanganiPerjanjianKinerja',
        () => ({ ...PK, sidik }),
        'PK_MENUNGGU_PIHAK_PERTAMA',
      ],
      [
        'menyetujui yang belum diajukan',
        'kadis',
        'setujuiPengukuran',
        () => TW1,
        'PENGUKURAN_BELUM_DIAJUKAN',
      ],
      [
        'memverifikasi yang belum diajukan',
        'perencana',
        'verifikasiPengukuran',
        () => TW1,
        'PENGUKURAN_BELUM_DIAJUKAN',
      ],
      [
        'naskah yang tidak dibaca',
        'kadis',
        'tandatanganiPerjanjianKinerja',
        () => ({ ...PK, sidik: '0'.repeat(64) }),
        'PK_NASKAH_BERBEDA',
      ],
    ])('%s', async (_, siapa, nama, masukan, kode) =>
      expect(await tertolak(mutasi(cerita.token[siapa], nama, masukan()))).toEqual([kode, 0]),
    );
  });

  it('29: yang mencatat realisasi tidak memverifikasinya, walaupun tokennya lain', async () => {
    await cerita.jadi('bidang', 'ajukanPengukuran', TW1);
    expect(await tertolak(mutasi(orangSama, 'verifikasiPengukuran', TW1))).toEqual(['ORANG_SAMA', 0]);
  });

  describe('30: di luar masa jabatan', () => {
    it.each([
      ['yang masa jabatannya berakhir kemarin', 'kemarin', 'masa jabatan berakhir'],
      ['Plt. setelah tanggalnya', 'plt', 'masa jabatan berakhir'],
      ['Plh. sebelum tanggalnya', 'plh', 'masa jabatan belum mulai'],
    ])('%s tidak menandatangani, tidak membaca, lewat jalan mana pun', async (_, siapa, alasan) => {
      const token = berjangka[siapa] ?? '';
      const tanda = { ...TAHUN, jabatan: siapa, sidik };
      expect(await tertolak(mutasi(token, 'tandatanganiPerjanjianKinerja', tanda))).toEqual([
        'TIDAK_BERWENANG',
        1,
      ]);
      const [galat] = await mutasi(token, 'tandatanganiPerjanjianKinerja', tanda)();
      expect(galat?.message).toContain(alasan);
      expect(await tertolak(kueri(token, '{ tampilan { posisi } }'))).toEqual(['TIDAK_BERWENANG', 1]);
      expect(await tertolak(() => soket({ authorization: `Bearer ${token}` }))).toEqual([
        'TIDAK_BERWENANG',
        1,
      ]);
      const tabel = await berkas(token, '/berkas/tabel?pemda=61.71&opd=disnaker&tahun=2023');
      expect([tabel.status, periksa(tabel.errors[0])]).toEqual([403, 'TIDAK_BERWENANG']);
    });

    it('selama ada Plh., pemegang definitif membaca dan tidak menandatangani; Plh. tidak menetapkan', async () => {
      const kantor = { ...OPD, jabatan: 'kepala', subjek: 'S-plh-kini', status: 'Plh.', mulai: hari(-1) };
      await cerita.jadi('pengelola', 'tetapkanPejabat', { ...kantor, selesai: hari(1) });
      const plh = app.token({ akun: 'akun-plh', subjek: 'S-plh-kini', status: 'Plh.' });
      const [galat] = await mutasi(cerita.token.kadis, 'tandatanganiPerjanjianKinerja', { ...PK, sidik })();
      expect(galat?.message).toContain('sedang dijalankan pejabat lain');
      expect((await app.gql('{ tampilan { posisi } }', {}, cerita.token.kadis)).errors).toEqual([]);
      const tetapkan = { ...OPD, mulai: 2021 };
      expect(await tertolak(mutasi(plh, 'tetapkanRenstra', tetapkan))).toEqual(['TIDAK_BERWENANG', 1]);
      await cerita.jadi('pengelola', 'berhentikanPejabat', { ...kantor, selesai: hari(-1) });
      expect(await tertolak(kueri(plh, '{ tampilan { posisi } }'))).toEqual(['TIDAK_BERWENANG', 1]);
    });

    it('token yang tadi berlaku tidak berlaku lagi begitu masa jabatan diakhiri', async () => {
      expect((await app.gql('{ tampilan { posisi } }', {}, cerita.token.kadis)).errors).toEqual([]);
      const kantor = {
        ...OPD,
        jabatan: 'kepala',
        subjek: 'S-kadis',
        status: 'definitif',
        mulai: '2021-01-04',
      };
      await cerita.jadi('pengelola', 'berhentikanPejabat', { ...kantor, selesai: hari(-1) });
      expect(
        await tertolak(mutasi(cerita.token.kadis, 'tandatanganiPerjanjianKinerja', { ...PK, sidik })),
      ).toEqual(['TIDAK_BERWENANG', 1]);
      expect(await tertolak(() => soket({ authorization: `Bearer ${cerita.token.kadis}` }))).toEqual([
        'TIDAK_BERWENANG',
        1,
      ]);
    });
  });

  it('klien mesin tanpa subjek tetap bekerja seperti tokennya', async () => {
    const mesin = app.token({
      akun: 'mesin',
      peran: 'perencana',
      jabatan: 'kepala',
      subjek: null,
      status: null,
    });
    expect((await app.gql('{ tampilan { posisi } }', {}, mesin)).errors).toEqual([]);
    expect(await tertolak(mutasi(mesin, 'tetapkanRenstra', { ...OPD, mulai: 2021 }))).toEqual([
      'TIDAK_BERWENANG',
      1,
    ]);
  });

  it('catatan keamanan menyebut siapa mencoba apa, tanpa isi permintaannya', async () => {
    const [baris] = (await catatan()).filter(({ akun }) => akun === 'akun-dinkes');
    expect(baris).toMatchObject({
      jenis: 'AKSES_DITOLAK',
      pemda: '61.71',
      subjek: 'S-dinkes',
      jabatan: '61.71.dinkes.kepala',
      rincian: {
        tindakan: 'pk.tandatangani',
        kode: 'TIDAK_BERWENANG',
        kebijakan: 'opd-sendiri',
        opd: 'disnaker',
      },
    });
    expect(JSON.stringify(await catatan())).not.toContain(sidik);
  });
});

describe('baris perintah', () => {
  let hasil: ReturnType<typeof bangun>;
  let data: string;
  beforeAll(() => {
    hasil = bangun();
    data = mkdtempSync(join(tmpdir(), 'amanah-wewenang-'));
  }, 180_000);
  afterAll(() => {
    hasil.hapus();
    rmSync(data, { recursive: true, force: true });
  });

  const amanah = (
    ...argumen: string[]
  ): Promise<{ status: number; json: { ditolak?: { kode: string }[] } }> =>
    new Promise((jawab) => {
      const anak = execFile(
        process.execPath,
        [join(hasil.folder, 'cli/main.js'), ...argumen, '--json'],
        { cwd: AKAR, env: { ...process.env, AMANAH_DATA: data } },
        (_, stdout) => jawab({ status: anak.exitCode ?? -1, json: JSON.parse(stdout) }),
      );
    });

  it.each([
    [
      '21: peran yang tidak ada',
      ['token', '--peran', 'raja', '--pemda', '61.71', '--jabatan', 'kepala', '--sebutan', 'Raja'],
    ],
    [
      '21: pilihan peran di perintah lain',
      ['capaian', '--pemda', '61.71', '--opd', 'disnaker', '--tahun', '2023', '--peran', 'operator'],
    ],
    [
      '28: perintah menandatangani',
      ['tandatangani', '--pemda', '61.71', '--opd', 'disnaker', '--tahun', '2023'],
    ],
  ])('%s ditolak', async (_, argumen) => {
    const { status, json } = await amanah(...argumen);
    expect([status, json.ditolak?.[0]?.kode]).toEqual([2, 'MASUKAN_TIDAK_SAH']);
  });
});
