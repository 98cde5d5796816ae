import { LembarKerjaAdaptor } from '../../src/infra/documents/lembar-kerja.adaptor.js';
import { PelaksanaNomenklatur } from '../../src/planning/nomenklatur/nomenklatur.pelaksana.js';
import { VERSI_NOMENKLATUR } from '../../src/planning/nomenklatur/versi.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';

/** The money of a year: its chain of pagu, two years side by side, and the official names; each step stands on the one before. */
describe('anggaran satu OPD', () => {
  let app: AplikasiUji;
  const token: Record<'pengelola' | 'perencana', string> = { pengelola: '', perencana: '' };
  beforeAll(async () => {
    app = await mulaiUji();
    const siapa = (peran: 'pengelola' | 'perencana', opd: string) =>
      app.token({ akun: `akun-${peran}`, peran, opd, jabatan: peran, subjek: `S-${peran}` });
    token.pengelola = siapa('pengelola', 'pemda');
    token.perencana = siapa('perencana', 'disnaker');
  });
  afterAll(() => app.tutup());

  const OPD = { pemda: '61.71', opd: 'disnaker' };
  const TAHUN = { ...OPD, tahun: 2023 };
  const [PROGRAM, KEGIATAN, SUB] = ['2.07.03', '2.07.03.2.01', '2.07.03.2.01.0001'];
  type Siapa = keyof typeof token;
  const jadi = async (mutasi: string, masukan: object, siapa: Siapa = 'perencana', pilihan = '') => {
    const { data, errors } = await app.jalankan(mutasi, masukan, token[siapa], pilihan);
    expect(errors).toEqual([]);
    return data[mutasi];
  };
  const kode = async (mutasi: string, masukan: object, siapa: Siapa = 'perencana') =>
    (await app.jalankan(mutasi, masukan, token[siapa])).errors[0]?.extensions.kode;
  const tanya = async (isi: string) => {
    const posisi = await app.posisi();
    const { data, errors } = await app.gql(
      `{ ${isi.replaceAll('$SETELAH', `setelahPosisi: "${posisi}"`)} }`,
      {},
      token.perencana,
    );
    expect(errors).toEqual([]);
    return data;
  };
  const ARGUMEN = 'pemda: "61.71", opd: "disnaker", tahun: 2023, $SETELAH';
  const serapan = async () => {
    const isi = `capaianKinerja(${ARGUMEN}) { anggaran { kode pagu serapan } total { dasar pagu } }`;
    return (await tanya(isi)).capaianKinerja;
  };
  const dpa = (tanggal: string, nomor: string) => ({
    akta: { jenis: 'DPA', nomor, tanggal, pejabat: 'Sekretaris Daerah' },
  });
  const pohon = async (tahun: number) => {
    const simpul = { ...OPD, tahun };
    const isi = { nama: 'Program Pelatihan Kerja', tingkat: 'program' };
    await jadi('tambahProgram', { ...simpul, kode: PROGRAM, ...isi });
    await jadi('tambahProgram', {
      ...simpul,
      kode: KEGIATAN,
      nama: 'Kegiatan',
      tingkat: 'kegiatan',
      induk: PROGRAM,
    });
    const sub = { kode: SUB, nama: 'Sub Kegiatan', tingkat: 'sub-kegiatan', induk: KEGIATAN };
    await jadi('tambahProgram', { ...simpul, ...sub });
  };

  it('memuat nomenklatur dari berkas: semuanya, atau tidak satu pun', async () => {
    const { store, executor, clock } = app.aplikasi.rakitan;
    const pelaksana = new PelaksanaNomenklatur(store, executor, clock, new LembarKerjaAdaptor(null));
    const versi = VERSI_NOMENKLATUR.find((v) => v.versi === '2021');
    if (versi === undefined) throw new Error('versi 2021 tidak ada');
    const muatan = { ...versi, mulaiBerlaku: versi.dasar.tanggal, perbaiki: false };
    const muat = (isi: string, perbaiki = false) => pelaksana.muat({ ...muatan, perbaiki }, Buffer.from(isi));
    const baik =
      'kode;nama;satuan\n2.07.03.2.01;Kegiatan;\n2.07.03;Program Pelatihan Kerja;\n2;URUSAN DUA;\n2.07;Tenaga Kerja;\n2.07.03.2.01.01;Sub Kegiatan;Orang\n';
    const salah = await muat(`${baik}2.07.04;;\n2.07.99.2.01;Tanpa induk;\n2.07;Ganda;\n`);
    expect(salah.ditolak.map((d) => [d.jalur, d.kode])).toEqual([
      ['/baris/9', 'PAKET_GANDA'],
      ['/baris/7', 'TEKS_TIDAK_SAH'],
      ['/baris/8', 'INDUK_NOMENKLATUR_TIDAK_DIKENAL'],
    ]);
    expect(await app.posisi()).toBe(-1);
    expect(await muat(baik)).toEqual({ peristiwa: 7, ditolak: [] });
    expect(await muat(baik)).toEqual({ peristiwa: 0, ditolak: [] });
    const lain = baik.replace('Tenaga Kerja', 'Ketenagakerjaan');
    expect((await muat(lain)).ditolak).toMatchObject([{ jalur: '/baris/5', kode: 'SUDAH_ADA_BERBEDA' }]);
    expect(await muat(lain, true)).toEqual({ peristiwa: 1, ditolak: [] });
    expect(await muat(baik, true)).toEqual({ peristiwa: 1, ditolak: [] });
  });

  it('murni: pagu program, kegiatan, sub kegiatan, dan belanja; DPA menutupnya', async () => {
    await jadi('daftarkanPemda', { pemda: '61.71', nama: 'Kota Pontianak', zona: 'WIB' }, 'pengelola');
    await jadi('daftarkanOpd', { ...OPD, nama: 'Dinas Tenaga Kerja' }, 'pengelola');
    await jadi('daftarkanOpd', { pemda: '61.71', opd: 'dinkes', nama: 'Dinas Kesehatan' }, 'pengelola');
    await jadi('susunRenstra', { ...OPD, mulai: 2022, selesai: 2024 });
    await pohon(2022);
    await pohon(2023);
    await jadi('tetapkanPagu', { ...OPD, tahun: 2022, jenis: 'murni', kode: PROGRAM, pagu: '900' });
    const murni = { ...TAHUN, jenis: 'murni', pagu: '1000', sumberDana: 'DAU' };
    await jadi('tetapkanPagu', { ...murni, kode: SUB });
    await jadi('tetapkanPagu', { ...murni, kode: PROGRAM });
    await jadi('tetapkanPagu', { ...murni, kode: `${SUB}/5.1.02` });
    expect(await kode('tetapkanPagu', { ...murni, kode: `${KEGIATAN}/5.1.02` })).toBe(
      'ANGGARAN_TIDAK_DIKENAL',
    );
    expect(
      await kode('tetapkanDokumenAnggaran', { ...TAHUN, jenis: 'murni', ...dpa('2023-01-02', '1') }),
    ).toBe('TIDAK_BERWENANG');
    const dokumen = { ...TAHUN, jenis: 'murni', ...dpa('2023-01-02', '1') };
    const pilihan = 'tahap { jenis nomor akta { nomor tanggal } }';
    expect((await jadi('tetapkanDokumenAnggaran', dokumen, 'pengelola', pilihan)).tahap).toEqual([
      { jenis: 'murni', nomor: 0, akta: { nomor: '1', tanggal: '2023-01-02' } },
    ]);
    expect(await kode('tetapkanPagu', { ...murni, kode: SUB, pagu: '1' })).toBe('TAHAP_ANGGARAN_DITUTUP');
  });

  it('serapan mengikuti murni, dua pergeseran, perubahan, lalu pergeseran sesudahnya', async () => {
    await jadi('bukaPeriode', { pemda: '61.71', tahun: 2023, triwulan: 4 }, 'pengelola');
    await jadi('catatRealisasiAnggaran', { ...TAHUN, triwulan: 4, kode: PROGRAM, realisasi: '600' });
    const program = async () => {
      const { anggaran, total } = await serapan();
      const baris = anggaran.find((a: { kode: string }) => a.kode === PROGRAM);
      return [baris.pagu, baris.serapan, total.pagu];
    };
    expect(await program()).toEqual(['1000', '60.00', '1000']);
    const geser = (nomor: number, pagu: string) =>
      jadi('geserPagu', { ...TAHUN, nomor, kode: PROGRAM, pagu });
    await geser(1, '1100');
    expect(await kode('geserPagu', { ...TAHUN, nomor: 3, kode: PROGRAM, pagu: '1' })).toBe(
      'PERGESERAN_TIDAK_URUT',
    );
    await geser(2, '1200');
    expect(await program()).toEqual(['1200', '50.00', '1200']);
    const perubahan = { ...TAHUN, jenis: 'perubahan' };
    await jadi('tetapkanPagu', { ...perubahan, kode: PROGRAM, pagu: '800' });
    await jadi('tetapkanDokumenAnggaran', { ...perubahan, ...dpa('2023-10-02', '2') }, 'pengelola');
    expect(await program()).toEqual(['800', '75.00', '800']);
    await geser(3, '750');
    expect(await program()).toEqual(['750', '80.00', '750']);
  });

  it('menyandingkan tahun dari urusan sampai sub kegiatan, dan menyebut yang berbeda dari jumlah bagiannya', async () => {
    const { anggaranBerjenjang: a } = await tanya(`anggaranBerjenjang(${ARGUMEN}, sampai: belanja) {
      tahunan { tahun alasan pagu tahap { jenis nomor akta { nomor } } rantai { pagu } jumlah { program kegiatan subKegiatan } }
      baris { kode induk tingkat nama tahun { tahun pagu alasan tercatat turunan beda bagian rantai { sumberDana } } }
    }`);
    expect(
      a.tahunan.map((t: { tahun: number; pagu: string; alasan: string }) => [t.tahun, t.pagu, t.alasan]),
    ).toEqual([
      [2021, null, 'BELUM_ADA_ANGGARAN'],
      [2022, '900', null],
      [2023, '750', null],
      [2024, null, 'BELUM_ADA_ANGGARAN'],
    ]);
    const [, , kini] = a.tahunan;
    expect(
      kini.tahap.map((t: { jenis: string; nomor: number; akta: object | null }) => [
        t.jenis,
        t.nomor,
        t.akta,
      ]),
    ).toEqual([
      ['murni', 0, { nomor: '1' }],
      ['pergeseran', 1, null],
      ['pergeseran', 2, null],
      ['perubahan', 0, { nomor: '2' }],
      ['pergeseran', 3, null],
    ]);
    expect(kini.rantai.map((r: { pagu: string }) => r.pagu)).toEqual(['1000', '1100', '1200', '800', '750']);
    expect(kini.jumlah).toEqual({ program: 1, kegiatan: 1, subKegiatan: 1 });
    type Baris = { kode: string; tingkat: string; nama: string; tahun: { pagu: string }[] };
    expect(a.baris.map((b: Baris) => [b.kode, b.tingkat, b.nama, ...b.tahun.map((t) => t.pagu)])).toEqual([
      ['2', 'urusan', 'URUSAN DUA', null, '900', '750', null],
      ['2.07', 'bidang', 'Tenaga Kerja', null, '900', '750', null],
      [PROGRAM, 'program', 'Program Pelatihan Kerja', null, '900', '750', null],
      [KEGIATAN, 'kegiatan', 'Kegiatan', null, null, '1000', null],
      [SUB, 'sub_kegiatan', 'Sub Kegiatan', null, null, '1000', null],
      [`${SUB}/5.1.02`, 'belanja', null, null, null, '1000', null],
    ]);
    expect(a.baris[2].tahun[2]).toMatchObject({
      tercatat: '750',
      turunan: '1000',
      beda: true,
      bagian: '100.00',
    });
    expect(a.baris[4].tahun[2].rantai[0].sumberDana).toBe('DAU');
  });

  it('menjumlah seluruh pemda menurut OPD dan menurut urusan', async () => {
    const { anggaranPemda } = await tanya(`anggaranPemda(pemda: "61.71", tahun: 2023, $SETELAH) {
      pagu diketahui opd { opd nama murni pagu alasan bagian } urusan { kode tingkat nama pagu bagian opd } }`);
    expect(anggaranPemda).toEqual({
      pagu: '750',
      diketahui: '750',
      opd: [
        {
          opd: 'dinkes',
          nama: 'Dinas Kesehatan',
          murni: null,
          pagu: null,
          alasan: 'BELUM_ADA_ANGGARAN',
          bagian: null,
        },
        {
          opd: 'disnaker',
          nama: 'Dinas Tenaga Kerja',
          murni: '1000',
          pagu: '750',
          alasan: null,
          bagian: '100.00',
        },
      ],
      urusan: [
        {
          kode: '2',
          tingkat: 'urusan',
          nama: 'URUSAN DUA',
          pagu: '750',
          bagian: '100.00',
          opd: ['disnaker'],
        },
        {
          kode: '2.07',
          tingkat: 'bidang',
          nama: 'Tenaga Kerja',
          pagu: '750',
          bagian: '100.00',
          opd: ['disnaker'],
        },
      ],
    });
  });

  it('memberi tahu kode dan nama yang berbeda dari nomenklatur', async () => {
    const { periksaNamaProgram, nomenklatur } = await tanya(`
      periksaNamaProgram(${ARGUMEN}) { versi diperiksa temuan { kode jenis nama namaResmi } }
      nomenklatur(versi: "2021", kode: "2.07", $SETELAH) { ditetapkan jumlah mulaiBerlaku kode { kode nama } }`);
    expect(periksaNamaProgram).toEqual({
      versi: '2021',
      diperiksa: 3,
      temuan: [{ kode: SUB, jenis: 'DIGIT_LAMA', nama: 'Sub Kegiatan', namaResmi: null }],
    });
    expect(nomenklatur).toEqual({
      ditetapkan: true,
      jumlah: 5,
      mulaiBerlaku: '2021-12-27',
      kode: [{ kode: PROGRAM, nama: 'Program Pelatihan Kerja' }],
    });
    const { events } = await app.aplikasi.rakitan.store.read('Program-61.71.disnaker.2023');
    expect(events.map((e) => (e.data as { nomenklatur?: string }).nomenklatur)).toEqual([
      '2021',
      '2021',
      '2021',
    ]);
  });
});
