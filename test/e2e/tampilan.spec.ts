import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';
import { di } from '../support/project.js';
import { STREAM, TAHUN } from '../support/tahun.contoh.js';
import { PenulisUji } from '../support/tampilan-uji.js';

const TAHUN_OPD = 'pemda: "61.71", opd: "disnaker", tahun: 2023';

/** The four views as a client asks them, over a year that stands in the log. */
describe('kueri atas tampilan', () => {
  let app: AplikasiUji;
  let posisi: number;
  let [kepala, wali, kotaLain, operator] = ['', '', '', ''];

  beforeAll(async () => {
    app = await mulaiUji();
    const opdDua = TAHUN.filter((e) => e.type === 'OpdDidaftarkan').map(({ type, data }) => ({ type, data }));
    posisi = await new PenulisUji(app.aplikasi.rakitan.store).catat(
      TAHUN.map(({ meta, ...event }) => ({ stream: meta.stream, event })),
      di('Opd-61.71.dinkes', ...opdDua),
      di(
        'PerjanjianKinerja-61.71.dinkes.kepala.2023',
        ...TAHUN.filter((e) => e.meta.stream === STREAM.pk)
          .slice(0, 2)
          .map(({ type, data }) => ({ type, data })),
      ),
    );
    kepala = app.token({ subjek: null, status: null });
    wali = app.token({
      akun: 'akun-wali',
      peran: 'kepala-daerah',
      opd: 'pemda',
      jabatan: 'kepala-daerah',
      subjek: null,
    });
    kotaLain = app.token({ akun: 'akun-lain', pemda: '35.75' });
    operator = app.token({ akun: 'akun-op', peran: 'operator', opd: 'pemda', jabatan: 'operator' });
  });
  afterAll(() => app.tutup());

  const jawab = async (query: string, token = kepala) => {
    const { data, errors } = await app.gql(query, {}, token);
    expect(errors).toEqual([]);
    return data;
  };
  const kode = async (query: string, token = kepala): Promise<string | undefined> =>
    (await app.gql(query, {}, token)).errors[0]?.extensions.kode;

  it('angka, asalnya, dan peristiwa yang membuatnya', async () => {
    const { capaianKinerja } = await jawab(
      `{ capaianKinerja(${TAHUN_OPD}, setelahPosisi: "${posisi}") { posisi indikator { kode status level realisasi asal { realisasi } } } }`,
    );
    expect(capaianKinerja.posisi).toBe(`${posisi}`);
    const [iku1] = capaianKinerja.indikator;
    expect(iku1).toMatchObject({ kode: 'IKU-1', status: 'draf', level: 'sasaran', realisasi: '91.20' });
    const { peristiwa } = await jawab(
      `{ peristiwa(posisi: ${JSON.stringify(iku1.asal.realisasi)}) { jenis kalimat cara } }`,
    );
    expect(peristiwa.at(-1)).toMatchObject({ jenis: 'RealisasiDikoreksi', cara: 'elektronik' });
    expect(peristiwa.at(-1).kalimat).toMatch(/dari 91,08 menjadi 91,20/);
  });

  it('Perjanjian Kinerja dan OPD sebuah pemda, dengan angkanya masing-masing', async () => {
    const {
      daftarPerjanjianKinerja: pk,
      daftarOpd,
      pemda,
    } = await jawab(
      `{ daftarPerjanjianKinerja(pemda: "61.71", tahun: 2023, setelahPosisi: "${posisi}") { edges { node { opd versi { versi status naskah { sebab } } capaian { total { indikator } } } } }
         daftarOpd(pemda: "61.71") { edges { node { kode capaian(tahun: 2023) { total { indikator } } } } }
         pemda { kode nama } }`,
    );
    expect(pk.edges.map(({ node }: { node: { opd: string } }) => node.opd)).toEqual(['dinkes', 'disnaker']);
    expect(pk.edges[1].node).toMatchObject({
      versi: [
        { versi: 1, status: 'digantikan' },
        { versi: 2, status: 'berlaku', naskah: { sebab: 'perubahan_apbd' } },
      ],
      capaian: { total: { indikator: 2 } },
    });
    expect(daftarOpd.edges.map(({ node }: { node: { kode: string } }) => node.kode)).toEqual([
      'dinkes',
      'disnaker',
    ]);
    expect(pemda).toEqual({ kode: '61.71', nama: 'Kota Pontianak' });
  });

  it('satu Perjanjian Kinerja; kosong bila tidak ada', async () => {
    const { ada, tidak } = await jawab(
      `{ ada: perjanjianKinerja(${TAHUN_OPD}) { revisi jabatan } tidak: perjanjianKinerja(${TAHUN_OPD}, jabatan: "sekretaris") { revisi } }`,
    );
    expect([ada, tidak]).toEqual([{ revisi: 8, jabatan: 'kepala' }, null]);
  });

  it('kotak masuk: milik sendiri, atau milik jabatan lain di pemda yang sama', async () => {
    const isi = '{ edges { node { tugas opd versi jabatan } } }';
    const { kotakMasuk } = await jawab(`{ kotakMasuk(setelahPosisi: "${posisi}") ${isi} }`, wali);
    expect(kotakMasuk.edges).toEqual([
      { node: { tugas: 'tandatangani', opd: 'dinkes', versi: 1, jabatan: '61.71.pemda.kepala-daerah' } },
    ]);
    const lain = await jawab(`{ kotakMasuk(jabatan: "61.71.pemda.kepala-daerah") ${isi} }`, kepala);
    expect(lain.kotakMasuk).toEqual(kotakMasuk);
    expect(await kode(`{ kotakMasuk(jabatan: "61.71.pemda.kepala-daerah") ${isi} }`, kotaLain)).toBe(
      'TIDAK_DITEMUKAN',
    );
    expect(await kode(`{ kotakMasuk(jabatan: "aneh") ${isi} }`, operator)).toBe('KODE_TIDAK_SAH');
  });

  it('riwayat berhalaman; penanda daftar lain ditolak', async () => {
    const halaman = (argumen: string) =>
      `{ riwayat(${TAHUN_OPD}, ${argumen}) { edges { node { posisi } } pageInfo { hasNextPage endCursor } } }`;
    const { riwayat: satu } = await jawab(halaman('first: 3'));
    const { riwayat: dua } = await jawab(halaman(`first: 3, after: "${satu.pageInfo.endCursor}"`));
    const posisiDari = (r: { edges: { node: { posisi: string } }[] }) => r.edges.map((e) => e.node.posisi);
    expect([...posisiDari(satu), ...posisiDari(dua)]).toEqual(['0', '1', '2', '3', '4', '5']);
    const penanda = `after: "${satu.pageInfo.endCursor}"`;
    expect(await kode(halaman(`indikator: "IKU-1", ${penanda}`))).toBe('KURSOR_TIDAK_SAH');
    expect(await kode(halaman('first: 101'))).toBe('TERLALU_BANYAK');
    expect(await kode(halaman('first: 0'))).toBe('MASUKAN_TIDAK_SAH');
  });

  it('pemda lain tidak diberi tahu apa pun, juga bahwa sesuatu ada', async () => {
    for (const query of [
      `{ capaianKinerja(${TAHUN_OPD}) { posisi } }`,
      `{ perjanjianKinerja(${TAHUN_OPD}) { revisi } }`,
      '{ daftarPerjanjianKinerja(pemda: "61.71", tahun: 2023) { edges { cursor } } }',
      `{ riwayat(${TAHUN_OPD}) { edges { cursor } } }`,
      '{ daftarOpd(pemda: "61.71") { edges { cursor } } }',
      '{ pemda(kode: "61.71") { nama } }',
    ])
      expect([query, await kode(query, kotaLain)]).toEqual([query, 'TIDAK_DITEMUKAN']);
    expect(await jawab('{ peristiwa(posisi: ["0", "1"]) { kalimat } pemda { nama } }', kotaLain)).toEqual({
      peristiwa: [],
      pemda: null,
    });
    const { peristiwa } = await jawab('{ peristiwa(posisi: ["0"]) { jenis } }', operator);
    expect(peristiwa).toEqual([{ jenis: 'PemdaDidaftarkan' }]);
  });

  it('menolak triwulan, tahun, saat, dan posisi yang tidak ada', async () => {
    const capaian = (argumen: string) => kode(`{ capaianKinerja(${argumen}) { posisi } }`);
    const opd = 'pemda: "61.71", opd: "disnaker"';
    expect(await capaian(`${opd}, tahun: 2023, triwulan: 5`)).toBe('TRIWULAN_TIDAK_SAH');
    expect(await capaian(`${opd}, tahun: 1999`)).toBe('TAHUN_TIDAK_SAH');
    expect(await capaian(`${opd}, tahun: 2023, pada: "kemarin"`)).toBe('WAKTU_TIDAK_SAH');
    expect(await capaian(`${opd}, tahun: 2023, pada: "2022-01-01T00:00:00Z"`)).toBe('TIDAK_DITEMUKAN');
    expect(await capaian(`${opd}, tahun: 2023, setelahPosisi: "-1"`)).toBe('MASUKAN_TIDAK_SAH');
    expect(await capaian('pemda: "61.71", opd: "DISNAKER", tahun: 2023')).toBe('KODE_TIDAK_SAH');
  });
});
