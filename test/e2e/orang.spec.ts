import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BarisKeamanan } from '../../src/infra/identity/log-keamanan.js';
import { orangKarangan } from '../../src/planning/orang/orang.contoh.js';
import { type AplikasiUji, type Jawaban, mulaiUji } from '../support/aplikasi.js';

const OPD = { pemda: '61.71', opd: 'disnaker' };
const { nama, nip, pangkat, surel } = orangKarangan;
const data = { pemda: '61.71', mulai: '2020-01-01', ...orangKarangan };

describe('data pribadi pejabat', () => {
  const folder = mkdtempSync(join(tmpdir(), 'amanah-orang-'));
  let app: AplikasiUji;
  let token: Record<
    'pengelola' | 'kadis' | 'perencana' | 'inspektorat' | 'operator' | 'pengelolaLain',
    string
  >;
  let subjek = '';

  const nyalakan = async (): Promise<void> => {
    app = await mulaiUji(folder);
    const siapa = (
      peran: 'pengelola' | 'kepala' | 'perencana' | 'inspektorat' | 'operator',
      lagi: object = {},
    ) => app.token({ akun: `akun-${peran}`, peran, jabatan: peran, subjek: null, ...lagi });
    token = {
      pengelola: siapa('pengelola', { opd: 'pemda' }),
      kadis: siapa('kepala', { subjek: subjek || 'S-kadis' }),
      perencana: siapa('perencana'),
      inspektorat: siapa('inspektorat', { opd: 'inspektorat' }),
      operator: siapa('operator', { opd: 'pemda' }),
      pengelolaLain: siapa('pengelola', { opd: 'pemda', pemda: '35.75' }),
    };
  };
  beforeAll(async () => {
    await nyalakan();
    for (const [mutasi, m] of [
      ['daftarkanPemda', { pemda: '61.71', nama: 'Kota Pontianak', zona: 'WIB' }],
      ['daftarkanPemda', { pemda: '35.75', nama: 'Kota Pasuruan', zona: 'WIB' }],
      ['daftarkanOpd', { ...OPD, nama: 'Dinas Tenaga Kerja' }],
      ['bentukJabatan', { ...OPD, jabatan: 'kepala', sebutan: 'Kepala Dinas' }],
      ['bentukJabatan', { ...OPD, jabatan: 'sekretaris', sebutan: 'Sekretaris' }],
    ] as const)
      expect((await app.jalankan(mutasi, m, token.operator)).errors).toEqual([]);
  });
  afterAll(async () => {
    await app.tutup();
    rmSync(folder, { recursive: true });
  });

  type Siapa = keyof typeof token;
  /** Mutations that answer with the person have no posisi. */
  const kirim = async (mutasi: 'catatOrang' | 'koreksiOrang', m: object, siapa: Siapa = 'pengelola') => {
    const tipe = mutasi === 'catatOrang' ? 'CatatOrangMasukan' : 'KoreksiOrangMasukan';
    const query = `mutation($m: ${tipe}!) { jawab: ${mutasi}(masukan: $m) { subjek nama nip surel adaNik } }`;
    return app.gql(query, { m: { idPerintah: randomUUID(), ...m } }, token[siapa]);
  };
  const kode = (j: Jawaban) => j.errors[0]?.extensions.kode;
  const orang = async (siapa: Siapa, isian = 'subjek nama pangkat nip surel adaNik') => {
    const q = `query($s: String!) { orang(pemda: "61.71", subjek: $s) { ${isian} } }`;
    return (await app.gql(q, { s: subjek }, token[siapa])).data.orang;
  };
  const catatanBaru = async (kerja: () => Promise<unknown>): Promise<BarisKeamanan[]> => {
    const { keamanan } = app.aplikasi.rakitan;
    const sebelum = (await keamanan.semua()).length;
    await kerja();
    return (await keamanan.semua()).slice(sebelum);
  };
  const pemegang = async (siapa: Siapa) => {
    const q =
      '{ organisasi(pemda: "61.71", opd: "disnaker", pada: "2024-01-01") { jabatan { kode pemegang { nama pangkat nip } } } }';
    const { data, errors } = await app.gql(q, {}, token[siapa]);
    expect(errors).toEqual([]);
    return data.organisasi.jabatan;
  };

  it('pengelola mencatat seorang pejabat; jawabannya memberi subjek acak', async () => {
    const { data: d, errors } = await kirim('catatOrang', data);
    expect(errors).toEqual([]);
    expect(d.jawab).toEqual({
      subjek: expect.stringMatching(/^[0-9a-f-]{36}$/),
      nama,
      nip,
      surel,
      adaNik: true,
    });
    subjek = d.jawab.subjek;
  });

  it('perintah yang sama dikirim ulang memberi subjek yang sama', async () => {
    const m = { ...data, idPerintah: randomUUID(), nama: 'Orang Kedua', nip: null, nik: null, surel: null };
    const [satu, dua] = [await kirim('catatOrang', m), await kirim('catatOrang', m)];
    expect(dua.data.jawab).toEqual(satu.data.jawab);
    expect(kode(await kirim('catatOrang', { ...m, nama: 'Orang Ketiga' }))).toBe('PERINTAH_BERBEDA');
  });

  it.each([
    ['NIP_TIDAK_SAH', { nip: '123' }],
    ['NIK_TIDAK_SAH', { nik: '123' }],
    ['SUREL_TIDAK_SAH', { surel: 'bukan surel' }],
    ['TEKS_TIDAK_SAH', { nama: ' ' }],
    ['TANGGAL_TIDAK_SAH', { mulai: '2023-02-30' }],
    ['DATA_ORANG_DIPAKAI', {}],
    ['TIDAK_BERWENANG', { subjek: 'subjek-pilihan-sendiri' }],
    ['PEMDA_BELUM_TERDAFTAR', { pemda: '99.99' }],
  ])('menolak dengan %s', async (diharapkan, m) =>
    expect(kode(await kirim('catatOrang', { ...data, ...m }, 'pemda' in m ? 'operator' : 'pengelola'))).toBe(
      diharapkan,
    ),
  );

  it.each([
    ['perencana', 'TIDAK_BERWENANG'],
    ['kadis', 'TIDAK_BERWENANG'],
    ['inspektorat', 'TIDAK_BERWENANG'],
    ['pengelolaLain', 'TIDAK_DITEMUKAN'],
  ] as const)('%s tidak mencatat, mengoreksi, menghapus, atau mencari: %s', async (siapa, diharapkan) => {
    expect(kode(await kirim('catatOrang', data, siapa))).toBe(diharapkan);
    expect(kode(await kirim('koreksiOrang', { ...data, subjek }, siapa))).toBe(diharapkan);
    const hapus = await app.jalankan('hapusOrang', { pemda: '61.71', subjek, alasan: 'x' }, token[siapa]);
    expect(kode(hapus)).toBe(diharapkan);
    const cari = await app.gql(`{ cariOrang(pemda: "61.71", nip: "${nip}") { nama } }`, {}, token[siapa]);
    expect(kode(cari)).toBe(diharapkan);
    const daftar = await app.gql(
      '{ daftarOrang(pemda: "61.71") { edges { node { nama } } } }',
      {},
      token[siapa],
    );
    expect(kode(daftar)).toBe(diharapkan);
  });

  it('NIP utuh dan surel hanya bagi pengelola, inspektorat, dan yang bersangkutan; NIK tidak pernah', async () => {
    const samar = { subjek, nama, pangkat, nip: '••••••••••••••1999', surel: null, adaNik: true };
    const utuh = { ...samar, nip, surel };
    expect(await orang('perencana')).toEqual(samar);
    expect(await orang('pengelola')).toEqual(utuh);
    expect(await orang('inspektorat')).toEqual(utuh);
    const asing = await app.gql(
      `{ orang(pemda: "61.71", subjek: "${subjek}") { nama } }`,
      {},
      token.pengelolaLain,
    );
    expect(kode(asing)).toBe('TIDAK_DITEMUKAN');
    const diri = app.token({ subjek });
    const q = `{ orang(pemda: "61.71", subjek: "${subjek}") { nip surel } }`;
    expect((await app.gql(q, {}, diri)).data.orang).toEqual({ nip, surel });
    const { errors } = await app.gql(q.replace('surel', 'nik'), {}, token.pengelola);
    expect(errors).toHaveLength(1);
  });

  it('pembacaan NIP dan surel yang utuh dicatat, pembacaan nama tidak', async () => {
    expect(await catatanBaru(() => orang('inspektorat', 'nama pangkat adaNik'))).toEqual([]);
    expect(await catatanBaru(() => orang('perencana'))).toEqual([]);
    const catatan = await catatanBaru(() => orang('inspektorat'));
    expect(catatan.map((c) => [c.jenis, c.subjek, c.akun, c.pemda, c.rincian])).toEqual([
      ['DATA_PRIBADI_DIBACA', subjek, 'akun-inspektorat', '61.71', { isian: 'nip' }],
      ['DATA_PRIBADI_DIBACA', subjek, 'akun-inspektorat', '61.71', { isian: 'surel' }],
    ]);
  });

  it('pengelola mencari menurut NIP atau surel, dan melihat daftarnya sehalaman-sehalaman', async () => {
    const cari = async (isian: string) =>
      (await app.gql(`{ cariOrang(pemda: "61.71", ${isian}) { subjek } }`, {}, token.pengelola)).data
        .cariOrang;
    expect(await cari('nip: "19700101 199503 1 999"')).toEqual({ subjek });
    expect(await cari(`surel: "${surel?.toUpperCase()}"`)).toEqual({ subjek });
    expect(await cari('nip: "1"')).toBeNull();
    const daftar = async (after: string | null) =>
      (
        await app.gql(
          'query($a: String) { daftarOrang(pemda: "61.71", first: 1, after: $a) { edges { node { nama } } pageInfo { hasNextPage endCursor } } }',
          { a: after },
          token.pengelola,
        )
      ).data.daftarOrang;
    const satu = await daftar(null);
    const dua = await daftar(satu.pageInfo.endCursor);
    expect([satu.pageInfo.hasNextPage, dua.pageInfo.hasNextPage]).toEqual([true, false]);
    expect([...satu.edges, ...dua.edges].map((e) => e.node.nama).sort()).toEqual([nama, 'Orang Kedua']);
  });

  it('nama muncul pada pemegang jabatan, dalam satu pembacaan untuk semua', async () => {
    for (const jabatan of ['kepala', 'sekretaris']) {
      const m = { ...OPD, jabatan, subjek, status: 'definitif', mulai: '2022-01-03' };
      expect((await app.jalankan('tetapkanPejabat', m, token.pengelola)).errors).toEqual([]);
    }
    await app.aplikasi.rakitan.pemantau.tungguSemua(await app.posisi());
    const muat = jest.spyOn(app.aplikasi.rakitan.orang, 'muat');
    const jabatan = await pemegang('perencana');
    expect(jabatan.map((j: { pemegang: object }) => j.pemegang)).toEqual(
      Array(2).fill({ nama, pangkat, nip: '••••••••••••••1999' }),
    );
    expect(muat).toHaveBeenCalledTimes(1);
    muat.mockRestore();
  });

  it.each([
    ['alasan', { alasan: `Usulan ${nama}` }],
    ['alasan', { alasan: 'menurut RANGGA  wirasembada' }],
  ])('teks bebas yang memuat nama pejabat ditolak pada %s', async (jalur, m) => {
    const j = await app.jalankan('ubahNamaOpd', { ...OPD, nama: 'Disnaker', ...m }, token.pengelola);
    expect(j.errors[0]?.extensions).toMatchObject({
      kode: 'TEKS_MEMUAT_DATA_PRIBADI',
      rincian: { sebab: 'nama', jalur },
    });
    expect(JSON.stringify(j.errors)).not.toMatch(/rangga/i);
  });

  it('nama yang sama di pemda lain, atau satu kata saja, tidak ditolak', async () => {
    const m = { pemda: '35.75', opd: 'disnaker', nama: 'Balai Rangga Wirasembada' };
    expect((await app.jalankan('daftarkanOpd', m, token.operator)).errors).toEqual([]);
    const satu = { ...OPD, nama: 'Dinas Rangga', alasan: 'perubahan nama' };
    expect((await app.jalankan('ubahNamaOpd', satu, token.pengelola)).errors).toEqual([]);
  });

  it('penghapusan tercatat sebagai peristiwa tanpa data pribadi, dan orangnya tidak ada lagi di mana pun', async () => {
    const m = { pemda: '61.71', subjek, alasan: 'Masa simpan berakhir', idPerintah: randomUUID() };
    const bernama = await app.jalankan(
      'hapusOrang',
      { ...m, idPerintah: randomUUID(), alasan: `Permintaan ${nama}` },
      token.pengelola,
    );
    expect(kode(bernama)).toBe('TEKS_MEMUAT_DATA_PRIBADI');
    const akar = await app.aplikasi.rakitan.store.posisi();
    for (const kali of [1, 2]) {
      const j = await app.jalankan('hapusOrang', m, token.pengelola, 'subjek');
      expect([kali, j.errors, j.data.hapusOrang.subjek]).toEqual([kali, [], subjek]);
    }
    expect(await app.posisi()).toBe(akar + 1);
    expect(await orang('pengelola')).toBeNull();
    expect((await pemegang('pengelola'))[0].pemegang).toEqual({ nama: null, pangkat: null, nip: null });
    expect(kode(await kirim('koreksiOrang', { ...data, subjek }))).toBe('DATA_PRIBADI_SUDAH_DIHAPUS');
    expect(kode(await kirim('catatOrang', { ...data, subjek }, 'operator'))).toBe(
      'DATA_PRIBADI_SUDAH_DIHAPUS',
    );
    const bebas = { ...OPD, nama: 'Disnaker', alasan: 'menurut Rangga Wirasembada' };
    expect((await app.jalankan('ubahNamaOpd', bebas, token.pengelola)).errors).toEqual([]);
  });

  it('riwayat pemda menyebut penghapusannya, tanpa siapa', async () => {
    await app.aplikasi.rakitan.pemantau.tungguSemua(await app.posisi());
    const q =
      '{ riwayat(pemda: "61.71", opd: "disnaker", tahun: 2024, first: 100) { edges { node { jenis kalimat } } } }';
    const { data: d } = await app.gql(q, {}, token.inspektorat);
    const milik = d.riwayat.edges.filter(
      (e: { node: { jenis: string } }) => e.node.jenis === 'DataPribadiDihapus',
    );
    expect(milik.map((e: { node: { kalimat: string } }) => e.node.kalimat)).toEqual([
      expect.stringContaining('menghapus data pribadi'),
    ]);
    expect(JSON.stringify(milik)).not.toContain(subjek);
  });

  it('orang yang hidup lagi di basis data dihapus saat server mulai', async () => {
    const { orang: buku } = app.aplikasi.rakitan;
    const isi = { mulai: '2020-01-01', data: orangKarangan };
    await buku.catat({ pemda: '61.71', subjek }, isi, { id: randomUUID(), sidik: 'x' });
    expect(await orang('pengelola')).not.toBeNull();
    await app.tutup();
    await nyalakan();
    expect(await orang('pengelola')).toBeNull();
  });
});
