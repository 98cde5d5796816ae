import { randomUUID } from 'node:crypto';
import { getIntrospectionQuery } from 'graphql';
import { DAFTAR_TAMPILAN } from '../../src/projections/runtime/daftar-tampilan.js';
import { type AplikasiUji, type Galat, mulaiUji } from '../support/aplikasi.js';
import {
  ajukanPk,
  type Cerita,
  daftarkan,
  mulaiCerita,
  NASKAH_PK,
  OPD,
  PK,
  rencanakan,
  type Siapa,
  TAHUN,
  TW1,
} from '../support/cerita.js';
import { SKALAR } from '../support/masukan-otomatis.js';

type Uji = readonly [judul: string, siapa: Siapa, mutasi: string, masukan: object, kode: string];

const ISIAN = { ...TW1, indikator: 'IKU-1', realisasi: '90.00' };
const TW2 = { ...ISIAN, triwulan: 2 };
const PAGU = { ...TAHUN, jenis: 'murni', kode: '2.07.03', pagu: '1' };
const CATATAN = (catatan: string): object => ({ ...ISIAN, faktorPendukung: catatan });

describe('masukan buruk', () => {
  let app: AplikasiUji;
  let cerita: Cerita;
  let sidik: string;
  beforeAll(async () => {
    app = await mulaiUji();
    cerita = mulaiCerita(app);
    await daftarkan(cerita);
    await rencanakan(cerita);
    sidik = await ajukanPk(cerita);
    await cerita.jadi('pengelola', 'bukaPeriode', { pemda: '61.71', tahun: 2023, triwulan: 1 });
    await cerita.jadi('bidang', 'catatRealisasi', { ...TW1, indikator: 'IKU-1', realisasi: '88.00' });
  });
  afterAll(() => app.tutup());

  const periksa = (galat: Galat | undefined): string => {
    expect(galat?.message).toMatch(/^[A-Z].*\.$/);
    expect(galat?.extensions.id).toMatch(/^[0-9a-f-]{36}$/);
    const teks = JSON.stringify(galat);
    expect(teks).not.toMatch(/node_modules|\.[jt]s:\d|stack|Did you mean|-61\.71|"stream"|sqlite/i);
    return String(galat?.extensions.kode);
  };
  /** A refusal that leaves nothing behind, and a process that goes on. */
  const tertolak = async (kerja: () => Promise<{ errors: readonly Galat[] }>): Promise<string> => {
    const sebelum = await app.posisi();
    const { errors } = await kerja();
    expect(await app.posisi()).toBe(sebelum);
    return periksa(errors[0]);
  };

  it.each<Uji>([
    ['angka untuk teks', 'bidang', 'catatRealisasi', { ...ISIAN, indikator: 5 }, 'MASUKAN_TIDAK_SAH'],
    [
      'daftar untuk objek',
      'perencana',
      'ajukanPerjanjianKinerja',
      { ...NASKAH_PK, target: [[]] },
      'MASUKAN_TIDAK_SAH',
    ],
    [
      'teks untuk daftar',
      'perencana',
      'ajukanPerjanjianKinerja',
      { ...NASKAH_PK, target: 'IKU-1' },
      'MASUKAN_TIDAK_SAH',
    ],
    ['null untuk yang wajib', 'bidang', 'catatRealisasi', { ...ISIAN, opd: null }, 'MASUKAN_TIDAK_SAH'],
    ['isian tambahan', 'bidang', 'catatRealisasi', { ...ISIAN, peran: 'operator' }, 'MASUKAN_TIDAK_SAH'],
    [
      'isian tambahan di dalam',
      'perencana',
      'ajukanPerjanjianKinerja',
      { ...NASKAH_PK, target: [{ indikator: 'IKU-1', target: '1', nama: 'x' }] },
      'MASUKAN_TIDAK_SAH',
    ],
    [
      '__proto__',
      'bidang',
      'catatRealisasi',
      JSON.parse(JSON.stringify(ISIAN).replace('}', ',"__proto__":{"tercemar":1}}')),
      'MASUKAN_TIDAK_SAH',
    ],
    [
      'constructor',
      'bidang',
      'catatRealisasi',
      { ...ISIAN, constructor: { prototype: { tercemar: 1 } } },
      'MASUKAN_TIDAK_SAH',
    ],
    [
      'idPerintah bukan UUID',
      'bidang',
      'catatRealisasi',
      { ...ISIAN, idPerintah: 'satu' },
      'MASUKAN_TIDAK_SAH',
    ],
    ['revisi di bawah -1', 'bidang', 'catatRealisasi', { ...ISIAN, revisi: -2 }, 'MASUKAN_TIDAK_SAH'],
    ['2^53+1 sebagai tahun', 'bidang', 'catatRealisasi', { ...ISIAN, tahun: 2 ** 53 }, 'MASUKAN_TIDAK_SAH'],
    ['tahun pecahan', 'bidang', 'catatRealisasi', { ...ISIAN, tahun: 2023.5 }, 'MASUKAN_TIDAK_SAH'],
    ['tahun 1999', 'bidang', 'catatRealisasi', { ...ISIAN, tahun: 1999 }, 'TAHUN_TIDAK_SAH'],
    ['2^53+1 sebagai rupiah', 'perencana', 'tetapkanPagu', { ...PAGU, pagu: 2 ** 53 }, 'RUPIAH_TIDAK_SAH'],
    ['rupiah negatif', 'perencana', 'tetapkanPagu', { ...PAGU, pagu: '-1' }, 'RUPIAH_TIDAK_SAH'],
    ['rupiah berpecahan', 'perencana', 'tetapkanPagu', { ...PAGU, pagu: '1.50' }, 'RUPIAH_TIDAK_SAH'],
    [
      'rupiah bertitik ribuan',
      'perencana',
      'tetapkanPagu',
      { ...PAGU, pagu: '516.543.100' },
      'RUPIAH_TIDAK_SAH',
    ],
    ['rupiah 19 digit', 'perencana', 'tetapkanPagu', { ...PAGU, pagu: '1'.repeat(19) }, 'RUPIAH_TIDAK_SAH'],
    ['desimal koma', 'bidang', 'catatRealisasi', { ...ISIAN, realisasi: '1.234,5' }, 'NILAI_TIDAK_SAH'],
    [
      '1e400 sebagai realisasi',
      'bidang',
      'catatRealisasi',
      { ...ISIAN, realisasi: '1e400' },
      'NILAI_TIDAK_SAH',
    ],
    ['NaN sebagai realisasi', 'bidang', 'catatRealisasi', { ...ISIAN, realisasi: 'NaN' }, 'NILAI_TIDAK_SAH'],
    [
      'pembilang sebagai angka',
      'bidang',
      'catatRealisasi',
      { ...ISIAN, realisasi: null, pembilang: 1, penyebut: 2 },
      'DESIMAL_TIDAK_SAH',
    ],
    [
      'pembilang berkoma',
      'bidang',
      'catatRealisasi',
      { ...ISIAN, realisasi: null, pembilang: '1,5', penyebut: '2' },
      'DESIMAL_TIDAK_SAH',
    ],
    [
      'penyebut nol',
      'bidang',
      'catatRealisasi',
      { ...ISIAN, realisasi: null, pembilang: '1', penyebut: '0' },
      'PENYEBUT_NOL',
    ],
    ['surogat tanpa pasangan', 'bidang', 'catatRealisasi', CATATAN('a\uD800'), 'TEKS_TIDAK_SAH'],
    ['NUL', 'bidang', 'catatRealisasi', CATATAN('a\0b'), 'TEKS_TIDAK_SAH'],
    ['pembalik arah tulisan', 'bidang', 'catatRealisasi', CATATAN('a\u202Eb'), 'TEKS_TIDAK_SAH'],
    ['karakter tanpa lebar', 'bidang', 'catatRealisasi', CATATAN('a\u200Bb'), 'TEKS_TIDAK_SAH'],
    ['teks 100.000 huruf', 'bidang', 'catatRealisasi', CATATAN('x'.repeat(100_000)), 'TEKS_TERLALU_PANJANG'],
    [
      'NIP dalam teks',
      'bidang',
      'catatRealisasi',
      CATATAN('oleh 19800101 200501 1 002'),
      'TEKS_MEMUAT_DATA_PRIBADI',
    ],
    [
      'NIK dalam teks',
      'bidang',
      'catatRealisasi',
      CATATAN('NIK 6171010101800001'),
      'TEKS_MEMUAT_DATA_PRIBADI',
    ],
    [
      'surel dalam teks',
      'bidang',
      'catatRealisasi',
      CATATAN('hubungi budi@contoh.go.id'),
      'TEKS_MEMUAT_DATA_PRIBADI',
    ],
    ['triwulan 5', 'bidang', 'catatRealisasi', { ...ISIAN, triwulan: 5 }, 'TRIWULAN_TIDAK_SAH'],
    ['triwulan 0', 'bidang', 'catatRealisasi', { ...ISIAN, triwulan: 0 }, 'TRIWULAN_TIDAK_SAH'],
    ['triwulan tertutup', 'bidang', 'catatRealisasi', TW2, 'PERIODE_DITUTUP'],
    [
      'indikator tak dikenal',
      'bidang',
      'catatRealisasi',
      { ...ISIAN, indikator: 'IKU-99' },
      'INDIKATOR_TIDAK_DIKENAL',
    ],
    [
      'indikator berisi SQL',
      'bidang',
      'catatRealisasi',
      { ...ISIAN, indikator: "';DROP--" },
      'INDIKATOR_TIDAK_DIKENAL',
    ],
    [
      'kode OPD berisi titik',
      'bidang',
      'catatRealisasi',
      { ...ISIAN, opd: 'disnaker.kepala' },
      'TIDAK_BERWENANG',
    ],
    [
      'kode pemda yang bukan kode',
      'pengelola',
      'daftarkanPemda',
      { pemda: '../61', nama: 'x', zona: 'WIB' },
      'TIDAK_DITEMUKAN',
    ],
    [
      'kode OPD yang menembus kunci',
      'pengelola',
      'daftarkanOpd',
      { pemda: '61.71', opd: 'a.b', nama: 'x' },
      'KODE_TIDAK_SAH',
    ],
    [
      'OPD bernama pemda',
      'pengelola',
      'daftarkanOpd',
      { pemda: '61.71', opd: 'pemda', nama: 'x' },
      'KODE_DICADANGKAN',
    ],
    [
      'tanggal yang tidak ada',
      'kadis',
      'ajukanPerjanjianKinerja',
      { ...NASKAH_PK, tanggal: '2023-02-30' },
      'TANGGAL_TIDAK_SAH',
    ],
    [
      'PK lain sementara satu sudah diajukan',
      'kadis',
      'ajukanPerjanjianKinerja',
      { ...NASKAH_PK, target: [{ indikator: 'IKU-2', target: '80.00' }] },
      'PK_SUDAH_ADA',
    ],
    ['PK tanpa target', 'kadis', 'ajukanPerjanjianKinerja', { ...NASKAH_PK, target: [] }, 'PK_TANPA_TARGET'],
    [
      '101 target',
      'kadis',
      'ajukanPerjanjianKinerja',
      { ...NASKAH_PK, target: Array(101).fill({ indikator: 'IKU-1', target: '1' }) },
      'KUERI_TERLALU_BERAT',
    ],
    [
      'Pihak Kedua mendahului',
      'wali',
      'tandatanganiPerjanjianKinerja',
      { ...PK, sidik: 'SIDIK' },
      'PK_MENUNGGU_PIHAK_PERTAMA',
    ],
    [
      'naskah lain ditandatangani',
      'kadis',
      'tandatanganiPerjanjianKinerja',
      { ...PK, sidik: 'a'.repeat(64) },
      'PK_NASKAH_BERBEDA',
    ],
    [
      'bukan penanda tangan',
      'bidang',
      'tandatanganiPerjanjianKinerja',
      { ...PK, sidik: 'SIDIK' },
      'PK_BUKAN_PENANDATANGAN',
    ],
    ['setujui sebelum diajukan', 'kadis', 'setujuiPengukuran', TW1, 'PENGUKURAN_BELUM_DIAJUKAN'],
    [
      'koreksi sebelum disetujui',
      'perencana',
      'koreksiRealisasi',
      { ...ISIAN, alasan: 'x' },
      'PENGUKURAN_BELUM_DISETUJUI',
    ],
    ['ajukan triwulan kosong', 'bidang', 'ajukanPengukuran', { ...TW1, triwulan: 3 }, 'PENGUKURAN_KOSONG'],
    ['halaman basi', 'bidang', 'catatRealisasi', { ...ISIAN, revisi: 7 }, 'KONFLIK_REVISI'],
    [
      'dokumen kota lain',
      'kotaLain',
      'tandatanganiPerjanjianKinerja',
      { ...PK, sidik: 'SIDIK' },
      'TIDAK_DITEMUKAN',
    ],
    ['dokumen OPD lain', 'perencana', 'tetapkanPagu', { ...PAGU, opd: 'dikbud' }, 'TIDAK_BERWENANG'],
    ['peran yang tidak boleh', 'inspektorat', 'catatRealisasi', ISIAN, 'TIDAK_BERWENANG'],
  ])('%s', async (_, siapa, mutasi, masukan, kode) => {
    const isi = JSON.parse(JSON.stringify(masukan).replace('"SIDIK"', JSON.stringify(sidik)));
    const asli = Object.hasOwn(masukan, '__proto__') ? masukan : isi;
    expect(await tertolak(() => app.jalankan(mutasi, asli, cerita.token[siapa]))).toBe(kode);
  });

  it('1e400 sebagai angka JSON dan literal ditolak', async () => {
    const literal = (tahun: string): string =>
      `mutation { bukaPeriode(masukan: { idPerintah: "${randomUUID()}", pemda: "61.71", tahun: ${tahun}, triwulan: 1 }) { posisi } }`;
    for (const angka of ['1e400', '9007199254740993', '2023.0', '"2023"'])
      expect(await tertolak(() => app.gql(literal(angka), {}, cerita.token.pengelola))).toBe(
        'MASUKAN_TIDAK_SAH',
      );
    const mentah = await fetch(`${app.alamat}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${cerita.token.pengelola}` },
      body: `{"query":"mutation($m: PeriodeMasukan!) { bukaPeriode(masukan: $m) { posisi } }","variables":{"m":{"idPerintah":"${randomUUID()}","pemda":"61.71","tahun":1e400,"triwulan":1}}}`,
    });
    const { errors } = (await mentah.json()) as { errors: Galat[] };
    expect(periksa(errors[0])).toBe('MASUKAN_TIDAK_SAH');
  });

  it('masukan sebagai literal diperiksa sama dengan variabel', async () => {
    const literal = (isi: string): string =>
      `mutation { ajukanPengukuran(masukan: { idPerintah: "${randomUUID()}", pemda: "61.71", opd: "disnaker", tahun: 2023, ${isi} }) { posisi } }`;
    const kode = (isi: string) => tertolak(() => app.gql(literal(isi), {}, cerita.token.bidang));
    expect(await kode('triwulan: 1, revisi: -5')).toBe('MASUKAN_TIDAK_SAH');
    expect(await kode('triwulan: 1, peran: "operator"')).toBe('MASUKAN_TIDAK_SAH');
    expect(await kode('triwulan: 3')).toBe('PENGUKURAN_KOSONG');
  });

  it.each([
    ['halaman terlalu besar', 'first: 1000000', 'TERLALU_BANYAK'],
    ['halaman negatif', 'first: -1', 'MASUKAN_TIDAK_SAH'],
    ['kursor palsu', 'after: "abc"', 'KURSOR_TIDAK_SAH'],
    [
      'kursor yang dirakit sendiri',
      `after: "${Buffer.from('["x","0",""]').toString('base64url')}"`,
      'KURSOR_TIDAK_SAH',
    ],
    ['pada bukan waktu', 'pada: "kemarin"', 'WAKTU_TIDAK_SAH'],
    ['posisi bukan posisi', 'setelahPosisi: "-1"', 'MASUKAN_TIDAK_SAH'],
  ])('riwayat dengan %s', async (_, argumen, kode) => {
    const query = `{ riwayat(pemda: "61.71", opd: "disnaker", tahun: 2023, ${argumen}) { edges { node { posisi } } } }`;
    expect(await tertolak(() => app.gql(query, {}, cerita.token.inspektorat))).toBe(kode);
  });

  it('yang boleh membaca di kota lain tidak diberi tahu apa pun tentang kota ini', async () => {
    for (const query of [
      '{ capaianKinerja(pemda: "61.71", opd: "disnaker", tahun: 2023) { posisi } }',
      '{ riwayat(pemda: "61.71", opd: "disnaker", tahun: 2023) { edges { node { posisi } } } }',
      '{ perjanjianKinerja(pemda: "61.71", opd: "disnaker", jabatan: "kepala", tahun: 2023) { versi { sidik } } }',
      '{ daftarPerjanjianKinerja(pemda: "61.71", tahun: 2023) { edges { node { opd } } } }',
      '{ daftarOpd(pemda: "61.71") { edges { node { kode capaian(tahun: 2023) { posisi } } } } }',
      '{ pemda(kode: "61.71") { nama } }',
    ])
      expect(await tertolak(() => app.gql(query, {}, cerita.token.kotaLain))).toBe('TIDAK_DITEMUKAN');
    const semua = Array.from({ length: 50 }, (_, i) => String(i));
    const { data } = await app.gql(
      'query($p: [String!]!) { peristiwa(posisi: $p) { kalimat } }',
      { p: semua },
      cerita.token.kotaLain,
    );
    expect(data?.peristiwa ?? []).toEqual([]);
  });

  /** Deny by default, over the whole schema: no mutation that was forgotten. */
  it('inspektorat tidak dapat menjalankan satu mutasi pun selain langkah edaran; tanpa token tidak satu isian pun dijawab', async () => {
    const { data } = await app.gql(getIntrospectionQuery(), {}, cerita.token.inspektorat);
    const tipe = new Map<string, { inputFields: { name: string; type: Tipe }[]; fields: { name: string }[] }>(
      data.__schema.types.map((t: { name: string }) => [t.name, t]),
    );
    const contoh = ({ kind, name, ofType }: Tipe): unknown => {
      if (kind === 'NON_NULL' && ofType !== null) return contoh(ofType);
      if (kind === 'LIST' && ofType !== null) return [contoh(ofType)];
      if (kind === 'INPUT_OBJECT')
        return Object.fromEntries(
          tipe.get(name)?.inputFields.map((f) => [f.name, CONTOH[f.name] ?? contoh(f.type)]) ?? [],
        );
      return CONTOH[name] ?? null;
    };
    const mutasi = data.__schema.types.find(({ name }: { name: string }) => name === 'Mutation').fields;
    expect(mutasi.length).toBeGreaterThan(30);
    const dijawabLain: [string, string][] = [];
    for (const f of mutasi) {
      const masukan = contoh(f.args[0].type) as object;
      const isi = { idPerintah: randomUUID(), ...masukan, ...CONTOH_MUTASI[f.name] };
      const query = `mutation($m: ${f.args[0].type.ofType.name}!) { ${f.name}(masukan: $m) { __typename } }`;
      const m = 'revisi' in isi ? { ...isi, revisi: null } : isi;
      const kode = await tertolak(() => app.gql(query, { m }, cerita.token.inspektorat));
      if (!/^(TIDAK_BERWENANG|PK_BUKAN_PENANDATANGAN)$/.test(kode)) dijawabLain.push([f.name, kode]);
      expect(await tertolak(() => app.gql(`mutation { ${f.name} { __typename } }`))).toBe('TANPA_TOKEN');
    }
    // A route may name an office of the inspectorate; whose step it is, the walk asks.
    const LANGKAH = ['kerjakanLangkah', 'kembalikanEdaran', 'delegasikanLangkah'];
    expect(dijawabLain.map(([nama]) => nama).sort()).toEqual(LANGKAH.sort());
  });

  it('setelah semua itu aplikasi masih bekerja dan tidak tercemar', async () => {
    expect(({} as Record<string, unknown>).tercemar).toBeUndefined();
    const { data } = await app.gql('{ tampilan { tampilan status } }', {}, cerita.token.kadis);
    expect(data.tampilan).toHaveLength(DAFTAR_TAMPILAN.length);
    await cerita.jadi('kadis', 'tandatanganiPerjanjianKinerja', { ...PK, sidik });
    expect(app.catatan.filter((c) => c.pesan === 'galat dalam')).toEqual([]);
  });
});

type Tipe = { readonly kind: string; readonly name: string; readonly ofType: Tipe | null };
/** A lawful value for each scalar, and for the fields whose form the input classes check. */
const CONTOH: Readonly<Record<string, unknown>> = {
  ...SKALAR,
  String: 'abc',
  ...OPD,
  tahun: 2023,
  tahunKinerja: 2023,
  mulai: undefined,
  jenis: 'murni',
  status: 'definitif',
  zona: 'WIB',
  tingkat: 'nasional',
  sebab: 'perubahan-apbd',
  level: 'sasaran',
  polaritas: 'naik',
  agregasi: 'posisi-akhir',
  berkas: 'a'.repeat(64),
};
const CONTOH_MUTASI: Readonly<Record<string, object>> = {
  bukaTahun: { opd: null },
  alihkanIndikator: {
    dari: { opd: 'disnaker', mulai: 2021 },
    ke: { opd: 'dinkes', mulai: 2021 },
    indikator: null,
    semua: true,
    gantung: [{ indikator: 'IKU-1', tingkat: 'sasaran', kode: 'S1' }],
  },
  hubungkanIndikator: { tingkat: 'sasaran' },
  tambahProgram: { tingkat: 'program' },
  tambahTujuan: { misi: [1] },
  susunRenstra: { jenis: 'rpjmd' },
  susunRute: { dokumen: 'lkjip', langkah: [] },
  tetapkanRute: { dokumen: 'lkjip' },
  mulaiEdaran: { dokumen: 'lkjip', bidang: [] },
  kerjakanLangkah: { dokumen: 'lkjip', langkah: 'paraf' },
  kembalikanEdaran: { dokumen: 'lkjip', ke: 'paraf' },
  delegasikanLangkah: { dokumen: 'lkjip', langkah: 'paraf', kepada: '61.71.disnaker.kepala' },
  batalkanEdaran: { dokumen: 'lkjip' },
  lepasIndikatorRenstra: { tingkat: 'sasaran' },
  hapusUnsurRenstra: { unsur: 'sasaran' },
  selaraskanRenstra: { tingkat: 'sasaran', melayani: { mulai: 2021, tingkat: 'sasaran', kode: 'SD1' } },
  catatKepegawaian: { dimensi: 'eselon' },
  bentukJabatan: { jenis: 'kepala' },
  tetapkanSimpulKinerja: { tingkat: 'output' },
  tautkanUnsurSimpul: { unsur: { tingkat: 'sasaran', kode: 'S1' } },
  catatUsulanRkt: { sumber: 'lain' },
  putuskanUsulanRkt: { putusan: 'diterima' },
  tandaiAksi: { keadaan: 'selesai' },
  lepasKeselarasanRenstra: { tingkat: 'sasaran' },
  bukaPeriodeDokumen: { dokumen: 'rkt' },
  tutupPeriodeDokumen: { dokumen: 'rkt' },
};
