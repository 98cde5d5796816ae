import { randomUUID } from 'node:crypto';
import { jalankan as riwayatCli } from '../../src/cli/riwayat.js';
import { KueriCapaian } from '../../src/projections/capaian/capaian.query.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';

/** A dinas with two years of figures is split: two of its three indicators go to a new one, with their history. */
describe('peralihan indikator karena perubahan SOTK', () => {
  let app: AplikasiUji;
  let posisi: string | null = null;
  let sebelumPindah = '';
  const token: Record<'pengelola' | 'operator' | 'perencana', string> = {
    pengelola: '',
    operator: '',
    perencana: '',
  };
  type Siapa = keyof typeof token;
  const LAMA = { pemda: '61.71', opd: 'disnaker' };
  const BARU = { pemda: '61.71', opd: 'distrans' };
  const RENSTRA = { ...LAMA, mulai: 2021 };
  const RENSTRA_BARU = { ...BARU, mulai: 2021 };
  const MINTA = {
    pemda: '61.71',
    dari: { opd: 'disnaker', mulai: 2021 },
    ke: { opd: 'distrans', mulai: 2021 },
    indikator: [
      { kode: 'IKU-1', tingkat: 'sasaran', induk: 'SB1' },
      { kode: 'IKU-2', kodeBaru: 'IKU-T2' },
    ],
    sejak: 2024,
    alasan: 'Perwa 8/2023 tentang SOTK',
  };

  const kode = async (mutasi: string, masukan: object, siapa: Siapa): Promise<string | undefined> =>
    (await app.jalankan(mutasi, masukan, token[siapa])).errors[0]?.extensions.kode;
  const jadi = async (mutasi: string, masukan: object, pilihan = '', siapa: Siapa = 'operator') => {
    const { data, errors } = await app.jalankan(mutasi, masukan, token[siapa], pilihan);
    expect(errors).toEqual([]);
    posisi = data[mutasi].posisi;
    return data[mutasi];
  };
  const ALIHKAN =
    'mutation($m: AlihkanIndikatorMasukan!) { alihkanIndikator(masukan: $m) { posisi dari { jumlahIndikator } ke { status versi jumlahIndikator } } }';
  const alihkan = (masukan: object, siapa: Siapa = 'pengelola') =>
    app.gql(ALIHKAN, { m: { idPerintah: randomUUID(), ...masukan } }, token[siapa]);
  const ditolak = async (masukan: object, siapa?: Siapa) =>
    (await alihkan(masukan, siapa)).errors[0]?.extensions.kode;
  const dialihkan = async (masukan: object) => {
    const { data, errors } = await alihkan(masukan);
    expect(errors).toEqual([]);
    posisi = data.alihkanIndikator.posisi;
    return data.alihkanIndikator;
  };
  const tanya = async (kueri: string, isi: object) => {
    const { data, errors } = await app.gql(kueri, { setelahPosisi: posisi, ...isi }, token.perencana);
    expect(errors).toEqual([]);
    return data;
  };
  const ANGKA =
    'kode target sumberTarget realisasi capaian kemajuanRenstra tahunLalu { tahun realisasi selisih arah } tahunSebelumnya { tahun target realisasi capaian } pembanding { tingkat tahun nilai capaian } asal { target realisasi }';
  const KUERI = `query($pemda: String!, $opd: String!, $tahun: Int!, $setelahPosisi: String, $pada: Waktu) {
    capaianKinerja(pemda: $pemda, opd: $opd, tahun: $tahun, setelahPosisi: $setelahPosisi, pada: $pada) {
      indikator { ${ANGKA} } sasaran { kode capaian } } }`;
  const capaian = async (opd: object, tahun: number, pada?: string) =>
    (await tanya(KUERI, { ...opd, tahun, ...(pada && { pada, setelahPosisi: null }) })).capaianKinerja;
  const indikator = async (opd: object, tahun: number, k: string, pada?: string) =>
    (await capaian(opd, tahun, pada)).indikator.find((i: { kode: string }) => i.kode === k);
  const RIWAYAT = `query($pemda: String!, $opd: String!, $tahun: Int!, $indikator: String, $first: Int!, $after: String, $setelahPosisi: String, $pada: Waktu) {
    riwayat(pemda: $pemda, opd: $opd, tahun: $tahun, indikator: $indikator, first: $first, after: $after, setelahPosisi: $setelahPosisi, pada: $pada) {
      edges { node { posisi opd tahun jenis kalimat } } pageInfo { hasNextPage endCursor } } }`;
  type Peristiwa = { posisi: string; opd: string; tahun: number | null; jenis: string; kalimat: string };
  const riwayat = async (opd: object, tahun: number, k: string, first = 100, lain = {}) => {
    const semua: Peristiwa[] = [];
    for (let after: string | null = null; ; ) {
      const { riwayat: r } = await tanya(RIWAYAT, { ...opd, tahun, indikator: k, first, after, ...lain });
      semua.push(...r.edges.map((e: { node: Peristiwa }) => e.node));
      if (!r.pageInfo.hasNextPage) return semua;
      after = r.pageInfo.endCursor;
    }
  };

  const dasar = { jenis: 'Peraturan Wali Kota', nomor: '8', tanggal: '2023-11-01', pejabat: 'Wali Kota' };
  const sotk = (opd: object, mulai: string, pendahulu: string[] = []) => ({
    ...opd,
    mulai,
    dasar,
    tugasPokok: 'Urusan tenaga kerja',
    fungsi: ['Pelatihan'],
    pendahulu,
  });
  const naskah = async (renstra: object, sasaran: string) => {
    await jadi('susunRenstra', { ...renstra, selesai: 2026 });
    await jadi('tambahTujuan', { ...renstra, kode: 'T1', uraian: 'Tujuan' });
    await jadi('tambahSasaran', { ...renstra, tujuan: 'T1', kode: sasaran, uraian: 'Sasaran', strategi: [] });
  };

  beforeAll(async () => {
    app = await mulaiUji();
    const siapa = (peran: Siapa, opd: string) =>
      app.token({ akun: `akun-${peran}`, peran, opd, jabatan: peran, sebutan: peran, subjek: `S-${peran}` });
    token.pengelola = siapa('pengelola', 'pemda');
    token.operator = siapa('operator', 'pemda');
    token.perencana = siapa('perencana', 'disnaker');
    await jadi('daftarkanPemda', { pemda: '61.71', nama: 'Kota Pontianak', zona: 'WIB' });
    await jadi('daftarkanOpd', { ...LAMA, nama: 'Dinas Tenaga Kerja dan Transmigrasi' });
    await naskah(RENSTRA, 'S1');
    for (const k of ['IKU-1', 'IKU-2', 'IKU-3']) {
      const iku = { ...RENSTRA, kode: k, nama: `Nama ${k}`, satuan: '%', polaritas: 'naik' };
      await jadi('tetapkanIndikator', { ...iku, level: 'sasaran', iku: true });
      await jadi('hubungkanIndikator', { ...RENSTRA, indikator: k, tingkat: 'sasaran', kode: 'S1' });
      for (const [tahun, target] of [
        [2022, '81'],
        [2023, '82'],
        [2024, '83'],
        [null, '85'],
      ] as const)
        await jadi('tetapkanTargetRenstra', { ...RENSTRA, indikator: k, tahun, target });
    }
    await jadi('tetapkanRenstra', RENSTRA);
    for (const tahun of [2022, 2023]) {
      await jadi('bukaPeriode', { pemda: '61.71', tahun, triwulan: 4 });
      for (const k of ['IKU-1', 'IKU-2', 'IKU-3']) {
        if (tahun === 2023 && k === 'IKU-1')
          await jadi('catatTargetRkt', { ...LAMA, tahun, jenis: 'murni', indikator: k, target: '84' });
        const isi = { ...LAMA, tahun, triwulan: 4, indikator: k, realisasi: `${tahun - 1940}.5` };
        await jadi('catatRealisasi', isi);
      }
      if (tahun === 2023) await jadi('tetapkanRkt', { ...LAMA, tahun, jenis: 'murni' });
    }
    const pembanding = { ...LAMA, tahunKinerja: 2023, indikator: 'IKU-1', tingkat: 'nasional' };
    await jadi('catatPembanding', { ...pembanding, tahun: 2023, nilai: '90' });
    await jadi('daftarkanOpd', { ...BARU, nama: 'Dinas Transmigrasi' });
    await naskah(RENSTRA_BARU, 'SB1');
    await jadi('tetapkanRenstra', RENSTRA_BARU);
  });
  afterAll(() => app.tutup());

  it('menolak selama penerima belum punya SOTK, dan siapa yang tidak berwenang', async () => {
    expect(await ditolak(MINTA)).toBe('SOTK_BELUM_BERLAKU');
    await jadi('susunSotk', sotk(BARU, '2024-01-02', ['disnaker']), '', 'pengelola');
    expect(await ditolak(MINTA)).toBe('SOTK_BELUM_BERLAKU');
    await jadi('tetapkanSotk', { ...BARU, versi: 1 }, '', 'pengelola');
    expect(await ditolak({ ...MINTA, sejak: 2023 })).toBe('SOTK_BELUM_BERLAKU');
    expect(await ditolak(MINTA, 'perencana')).toBe('TIDAK_BERWENANG');
    expect(await ditolak({ ...MINTA, pemda: '35.75' })).toBe('TIDAK_DITEMUKAN');
  });

  it('menolak yang tidak masuk akal, tanpa mencatat apa pun', async () => {
    const semula = await app.posisi();
    const tolak = (lain: object) => ditolak({ ...MINTA, ...lain });
    const [satu] = MINTA.indikator;
    expect(await tolak({ indikator: [satu, { kode: 'IKU-9' }] })).toBe('INDIKATOR_TIDAK_DIKENAL');
    expect(await tolak({ indikator: [satu, { kode: 'IKU-2', kodeBaru: 'IKU-1' }] })).toBe(
      'INDIKATOR_SUDAH_ADA',
    );
    expect(await tolak({ indikator: [{ kode: 'IKU-1', tingkat: 'sasaran', induk: 'S9' }] })).toBe(
      'SASARAN_TIDAK_DIKENAL',
    );
    expect(await tolak({ indikator: [{ kode: 'IKU-1', induk: 'SB1' }] })).toBe('MASUKAN_TIDAK_SAH');
    expect(await tolak({ indikator: [] })).toBe('MASUKAN_TIDAK_SAH');
    expect(await tolak({ semua: true })).toBe('MASUKAN_TIDAK_SAH');
    expect(await tolak({ sejak: 2020 })).toBe('TAHUN_DI_LUAR_RENSTRA');
    expect(await tolak({ ke: MINTA.dari })).toBe('OPD_TIDAK_DIKENAL');
    expect(await tolak({ ke: { opd: 'distrans', mulai: 2022 } })).toBe('RENSTRA_BELUM_ADA');
    expect(await tolak({ alasan: '' })).toBe('ALASAN_WAJIB');
    expect(await app.posisi()).toBe(semula);
  });

  it('memindahkan dua indikator dalam satu perintah; mengulangnya tidak mengubah apa pun', async () => {
    const sebelum = await Promise.all([2022, 2023].map((tahun) => capaian(LAMA, tahun)));
    const [lamaDi2024, baruDi2024] = [await capaian(LAMA, 2024), await capaian(BARU, 2024)];
    sebelumPindah = new Date().toISOString();
    await new Promise((selesai) => setTimeout(selesai, 5));
    const idPerintah = randomUUID();
    const hasil = await dialihkan({ ...MINTA, idPerintah });
    expect(hasil).toMatchObject({ ke: { status: 'ditetapkan', versi: 1, jumlahIndikator: 2 } });
    const sesudah = await app.posisi();
    expect(await dialihkan({ ...MINTA, idPerintah })).toEqual(hasil);
    await dialihkan(MINTA);
    expect(await app.posisi()).toBe(sesudah);
    expect(await ditolak({ ...MINTA, alasan: 'x', idPerintah })).toBe('PERINTAH_BERBEDA');
    expect(await ditolak({ ...MINTA, sejak: 2025 })).toBe('INDIKATOR_SUDAH_DIALIHKAN');

    expect(await Promise.all([2022, 2023].map((tahun) => capaian(LAMA, tahun)))).toEqual(sebelum);
    expect(await capaian(LAMA, 2024, sebelumPindah)).toEqual(lamaDi2024);
    expect(await capaian(BARU, 2024, sebelumPindah)).toEqual(baruDi2024);
  });

  const KODE = [
    ['IKU-1', 'IKU-1'],
    ['IKU-2', 'IKU-T2'],
  ] as const;

  it.each(KODE)(
    '%s di OPD lama tampak di OPD baru sebagai %s, dengan dua tahun angkanya',
    async (lama, baru) => {
      const angka = async (tahun: number) => {
        const { target, realisasi, capaian: hasil } = await indikator(LAMA, tahun, lama);
        return { tahun, target, realisasi, capaian: hasil };
      };
      const dua = [await angka(2023), await angka(2022)];
      expect(dua.map((t) => t.realisasi)).toEqual(['83.50', '82.50']);
      const i = await indikator(BARU, 2024, baru);
      expect(i).toMatchObject({ target: '83', sumberTarget: 'renstra', tahunSebelumnya: dua });
      expect(i.tahunLalu).toEqual({ tahun: 2023, realisasi: '83.50', selisih: null, arah: null });
      expect(i.pembanding).toHaveLength(lama === 'IKU-1' ? 1 : 0);
      const { peristiwa } = await tanya(
        'query($posisi: [String!]!) { peristiwa(posisi: $posisi) { opd jenis } }',
        {
          posisi: i.asal.target,
        },
      );
      expect(peristiwa).toEqual([
        { opd: 'disnaker', jenis: 'TargetRenstraDitetapkan' },
        { opd: 'distrans', jenis: 'IndikatorDiterima' },
      ]);
    },
  );

  it('OPD lama tidak lagi merencanakan dan mengukurnya; OPD baru melanjutkan', async () => {
    expect((await capaian(LAMA, 2024)).indikator.map((i: { kode: string }) => i.kode)).toEqual(['IKU-3']);
    const rkt = { tahun: 2024, jenis: 'murni', indikator: 'IKU-1', target: '88' };
    expect(await kode('catatTargetRkt', { ...LAMA, ...rkt }, 'operator')).toBe('INDIKATOR_TIDAK_DIKENAL');
    await jadi('bukaPeriode', { pemda: '61.71', tahun: 2024, triwulan: 4 });
    const ukur = { tahun: 2024, triwulan: 4, indikator: 'IKU-1', realisasi: '85' };
    expect(await kode('catatRealisasi', { ...LAMA, ...ukur }, 'operator')).toBe('INDIKATOR_TIDAK_DIKENAL');
    await jadi('catatTargetRkt', { ...BARU, ...rkt });
    await jadi('tetapkanRkt', { ...BARU, tahun: 2024, jenis: 'murni' });
    await jadi('catatRealisasi', { ...BARU, ...ukur });
    expect(await indikator(BARU, 2024, 'IKU-1')).toMatchObject({
      target: '88',
      realisasi: '85.00',
      kemajuanRenstra: '100.00',
      tahunLalu: { realisasi: '83.50', selisih: '1.50', arah: 'naik' },
    });
  });

  it('riwayatnya utuh dan berurutan, dengan OPD asal tiap peristiwa, juga halaman demi halaman', async () => {
    const milikLama = new Map<string, Peristiwa>();
    for (const tahun of [2021, 2022, 2023])
      for (const p of await riwayat(LAMA, tahun, 'IKU-2')) milikLama.set(p.posisi, p);
    const semua = await riwayat(BARU, 2024, 'IKU-T2');
    const nomor = semua.map((p) => Number(p.posisi));
    expect(nomor).toEqual(nomor.toSorted((a, b) => a - b));
    const pindah = nomor[semua.findIndex((p) => p.jenis === 'IndikatorDiterima')] ?? -1;
    const lama = semua.filter((p) => p.opd === 'disnaker');
    expect(lama).toEqual(
      [...milikLama.values()]
        .filter((p) => Number(p.posisi) < pindah)
        .toSorted((a, b) => Number(a.posisi) - Number(b.posisi)),
    );
    expect(lama.map((p) => p.jenis)).toEqual(
      expect.arrayContaining(['IndikatorDitetapkan', 'RealisasiDicatat', 'IndikatorDialihkan']),
    );
    expect(lama.filter((p) => p.jenis === 'RealisasiDicatat').map((p) => p.tahun)).toEqual([2022, 2023]);
    expect(semua.find((p) => p.jenis === 'IndikatorDiterima')).toMatchObject({
      opd: 'distrans',
      kalimat:
        'pengelola menerima indikator IKU-T2 dari IKU-2 di Renstra disnaker 2021 mulai tahun 2024 dengan alasan: Perwa 8/2023 tentang SOTK.',
    });
    expect(await riwayat(BARU, 2024, 'IKU-T2', 3)).toEqual(semua);
    const dahulu = await riwayat(BARU, 2024, 'IKU-1', 100, { pada: sebelumPindah, setelahPosisi: null });
    expect(dahulu.every((p) => p.opd === 'distrans')).toBe(true);
  });

  it('di baris perintah peristiwa dari OPD lama disebut dengan OPD-nya, yang sendiri tidak', async () => {
    const semula = process.env.AMANAH_DATA;
    process.env.AMANAH_DATA = app.aplikasi.rakitan.konfigurasi.data;
    try {
      const pilihan = ['--pemda', '61.71', '--opd', 'distrans', '--tahun', '2024', '--indikator', 'IKU-T2'];
      const keluaran = await riwayatCli(pilihan);
      const { peristiwa } = keluaran.json as { peristiwa: { jenis: string; opd?: string }[] };
      expect(peristiwa.find((p) => p.jenis === 'IndikatorDialihkan')?.opd).toBe('disnaker');
      expect(peristiwa.find((p) => p.jenis === 'IndikatorDiterima')).not.toHaveProperty('opd');
      expect(keluaran.teks()).toMatch(/ {2}\[disnaker\] .* mencatat realisasi IKU-2 triwulan 4 tahun 2022/);
    } finally {
      if (semula === undefined) delete process.env.AMANAH_DATA;
      else process.env.AMANAH_DATA = semula;
    }
  });

  it('OPD tanpa peralihan dijawab dengan bacaan yang sama banyaknya', async () => {
    const { views, store } = app.aplikasi.rakitan;
    const baca = jest.spyOn(views, 'baca');
    const daftar = jest.spyOn(views, 'daftar');
    try {
      await new KueriCapaian(views, store).capaian({ ...LAMA, tahun: 2024 });
      expect([baca.mock.calls.length, daftar.mock.calls.length]).toEqual([1, 1]);
      expect(baca.mock.calls[0]?.[1]).toHaveLength(2);
      await new KueriCapaian(views, store).capaian({ ...BARU, tahun: 2024 });
      expect([baca.mock.calls.length, daftar.mock.calls.length]).toEqual([3, 3]);
    } finally {
      baca.mockRestore();
      daftar.mockRestore();
    }
  });

  it('semua yang tersisa dapat dialihkan sekaligus; sesudahnya tidak ada lagi', async () => {
    const { indikator: _, ...lain } = MINTA;
    const sisa = { ...lain, semua: true };
    const hasil = await dialihkan(sisa);
    expect(hasil.ke).toMatchObject({ jumlahIndikator: 3 });
    const sesudah = await app.posisi();
    await dialihkan(sisa);
    expect(await app.posisi()).toBe(sesudah);
    expect((await capaian(LAMA, 2024)).indikator).toEqual([]);
    expect(await ditolak({ ...sisa, sejak: 2025 })).toBe('KEADAAN_TIDAK_SESUAI');
  });
});
