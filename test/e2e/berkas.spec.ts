import { randomUUID } from 'node:crypto';
import { LembarKerjaAdaptor } from '../../src/infra/documents/lembar-kerja.adaptor.js';
import type { Kolom, LembarTerbaca, LembarTulis, Sel } from '../../src/kernel/lembar-kerja.js';
import { orangKarangan } from '../../src/planning/orang/orang.contoh.js';
import { PelaksanaImpor } from '../../src/reporting/impor/impor.pelaksana.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';
import { paketKota } from './impor.ruang.js';

const adaptor = new LembarKerjaAdaptor();
const KUNCI = 'pemda=61.71&opd=disnaker&tahun=2023';
const TEKS = (nilai: string): Sel => ({ jenis: 'teks', nilai });

/** The file as somebody has changed it: each sheet's cells passed through `ubah`, written anew. */
const tulisUlang = async (
  lembar: readonly LembarTerbaca[],
  ubah: (nama: string, baris: number, sel: Sel[]) => Sel[] = (_, __, sel) => sel,
): Promise<Uint8Array> => {
  const polos = (n: number): Kolom[] =>
    Array.from({ length: n }, (_, i) => ({ kunci: `${i}`, judul: `K${i}`, jenis: 'teks' }));
  const tulis = lembar
    .filter((l) => l.nama !== 'Daftar')
    .map((l): LembarTulis => {
      const [kepala, ...baris] = l.baris.map((b) => ubah(l.nama, b.nomor, [...b.sel]));
      const judul = (kepala ?? []).map(
        (s, i): Kolom => ({
          kunci: `${i}`,
          judul: 'nilai' in s ? String(s.nilai) : '',
          jenis: 'teks',
        }),
      );
      return { nama: l.nama, kolom: judul.length > 0 ? judul : polos(1), baris };
    });
  return adaptor.tulis(tulis, 'xlsx');
};

describe('templat dan impor lembar kerja', () => {
  let app: AplikasiUji;
  let perencana: string;
  let bidang: string;
  beforeAll(async () => {
    app = await mulaiUji();
    const { store, executor, clock } = app.aplikasi.rakitan;
    const { rencanaAksi: _, ...paket } = paketKota('pontianak-2023');
    const hasil = await new PelaksanaImpor(store, executor, clock).impor(Buffer.from(JSON.stringify(paket)));
    expect(hasil.ditolak).toEqual([]);
    perencana = app.token({ peran: 'perencana', akun: 'akun-perencana', jabatan: 'perencana' });
    bidang = app.token({ peran: 'bidang', akun: 'akun-bidang', jabatan: 'bidang' });
  });
  afterAll(() => app.tutup());

  const unduh = async (jenis: string, tambahan = '', token = perencana): Promise<Uint8Array> => {
    const res = await fetch(`${app.alamat}/berkas/templat/${jenis}?${KUNCI}${tambahan}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect([res.status, res.headers.get('content-disposition')]).toEqual([
      200,
      expect.stringMatching(/^attachment; filename="[\w.-]+"$/),
    ]);
    return new Uint8Array(await res.arrayBuffer());
  };
  // biome-ignore lint/suspicious/noExplicitAny: the answer has no type here
  type Jawab = { status: number; isi: any };
  const impor = async (
    jenis: string,
    isi: Uint8Array,
    tambahan = '&pratinjau=1',
    token = perencana,
  ): Promise<Jawab> => {
    const res = await fetch(`${app.alamat}/berkas/impor?jenis=${jenis}&${KUNCI}${tambahan}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
      body: Buffer.from(isi),
    });
    return { status: res.status, isi: await res.json() };
  };
  const baca = (isi: Uint8Array): Promise<readonly LembarTerbaca[]> => adaptor.baca(new Uint8Array(isi));
  const kode = ({ isi }: Jawab): string => isi.errors?.[0]?.extensions.kode;

  describe('rencana aksi', () => {
    /** The template, filled in: row by row the target 10, 20, … and an action. */
    const terisi = async (ubah?: (baris: number, sel: Sel[]) => Sel[]): Promise<Uint8Array> =>
      tulisUlang(await baca(await unduh('rencana-aksi')), (nama, baris, sel) => {
        if (nama !== 'Rencana Aksi' || baris === 1) return sel;
        const isi: Sel[] = [
          ...sel.slice(0, 3),
          { jenis: 'angka', nilai: `${baris * 10}` },
          TEKS(`Aksi ${baris}`),
        ];
        return ubah?.(baris, isi) ?? isi;
      });

    it('templat memuat petunjuk, tanda, dan baris untuk setiap indikator PK', async () => {
      const lembar = await baca(await unduh('rencana-aksi'));
      expect(lembar.map((l) => l.nama)).toEqual(['Petunjuk', 'Rencana Aksi', 'Daftar']);
      expect(lembar[0]?.baris[0]?.sel).toEqual(
        ['amanah', 'rencana-aksi', '1', '61.71', 'disnaker', '2023'].map(TEKS),
      );
      const indikatorPk = paketKota('pontianak-2023').perjanjianKinerja[0]?.target.length ?? 0;
      expect(lembar[1]?.baris).toHaveLength(1 + 4 * indikatorPk);
    });

    it('kesalahan disebut per lembar, baris, dan kolom; tidak satu pun disimpan', async () => {
      const ujung = await app.posisi();
      const berkas = await terisi((baris, sel) => {
        if (baris === 2) return sel.with(0, TEKS('IKU-TIADA'));
        if (baris === 3) return sel.with(3, TEKS('1.234'));
        if (baris === 4) return sel.with(2, TEKS('5'));
        return baris === 6 ? sel.with(2, TEKS('4')) : sel;
      });
      const { status, isi } = await impor('rencana-aksi', berkas, `&idPerintah=${randomUUID()}`);
      expect(status).toBe(422);
      expect(isi.ditolak).toMatchObject([
        { lembar: 'Rencana Aksi', baris: 2, kolom: 'Kode indikator', kode: 'INDIKATOR_TIDAK_DIKENAL' },
        { lembar: 'Rencana Aksi', baris: 3, kolom: 'Target', kode: 'SEL_TIDAK_SAH' },
        { lembar: 'Rencana Aksi', baris: 4, kolom: 'Triwulan', kode: 'SEL_TIDAK_SAH' },
        { lembar: 'Rencana Aksi', baris: 9, kolom: null, kode: 'PAKET_GANDA' },
      ]);
      const aturan = await impor(
        'rencana-aksi',
        await terisi((b, s) => (b === 2 ? s.with(0, TEKS('IKU-TIADA')) : s)),
      );
      expect(aturan.isi.ditolak).toEqual([
        {
          lembar: 'Rencana Aksi',
          baris: 2,
          kolom: 'Kode indikator',
          kode: 'INDIKATOR_TIDAK_DIKENAL',
          pesan: 'Indikator IKU-TIADA tidak dikenal.',
        },
      ]);
      expect(await app.posisi()).toBe(ujung);
    });

    it('sel yang memuat nama pejabat ditolak di tempatnya', async () => {
      const { orang } = app.aplikasi.rakitan;
      const k = { pemda: '61.71', subjek: randomUUID() };
      const isi = { mulai: '2020-01-01', data: orangKarangan };
      await orang.catat(k, isi, { id: randomUUID(), sidik: 's' });
      const bernama = TEKS('Dikoordinasi rangga  WIRASEMBADA');
      const berkas = await terisi((b, s) => (b === 3 ? s.with(4, bernama) : s));
      const { status, isi: jawab } = await impor('rencana-aksi', berkas);
      await orang.hapus(k);
      expect([status, jawab.ditolak]).toEqual([
        422,
        [expect.objectContaining({ baris: 3, kode: 'TEKS_MEMUAT_DATA_PRIBADI', kolom: expect.any(String) })],
      ]);
      expect(jawab.ditolak[0].pesan).toMatch(/nama seorang pejabat/);
    });

    it('berkas tidak dapat berbuat lebih dari pengirimnya', async () => {
      const { isi } = await impor('rencana-aksi', await terisi(), '&pratinjau=1', bidang);
      expect(new Set(isi.ditolak.map((d: { kode: string }) => d.kode))).toEqual(new Set(['TIDAK_BERWENANG']));
      const lain = app.token({ peran: 'perencana', pemda: '35.75', opd: 'disnaker', jabatan: 'perencana' });
      const asing = await impor('rencana-aksi', await terisi(), '&pratinjau=1', lain);
      expect([asing.status, kode(asing)]).toEqual([404, 'TIDAK_DITEMUKAN']);
    });

    it('CSV dan XLSX berarti sama', async () => {
      const csv = Buffer.from(await unduh('rencana-aksi', '&format=csv')).toString('utf8');
      expect(csv).toMatch(/^\ufeffamanah;rencana-aksi;1;61\.71;disnaker;2023;Rencana Aksi\r\n/);
      const diisi = csv.replace(/;(\d);;;\r\n/g, ';$1;"91,5";=1+1;\r\n');
      const { isi } = await impor('rencana-aksi', Buffer.from(diisi));
      expect(isi.ditolak).toEqual([]);
      expect(isi.perubahan[0].sesudah).toBe('91.5');
    });

    it.each([
      ['versi lain', (t: string) => t.replace(';1;', ';9;'), 'TEMPLAT_TIDAK_DIKENAL'],
      ['jenis lain', (t: string) => t.replace('rencana-aksi', 'pk'), 'TEMPLAT_TIDAK_DIKENAL'],
      ['OPD lain', (t: string) => t.replace('disnaker', 'dinkes'), 'TEMPLAT_TIDAK_COCOK'],
      ['tanpa tanda', (t: string) => t.replace(/^.*\r\n/, ''), 'TEMPLAT_TIDAK_DIKENAL'],
      ['kolom asing', (t: string) => t.replace(';Target', ';Sasaran'), 'TEMPLAT_TIDAK_DIKENAL'],
      ['lembar asing', (t: string) => t.replace(';Rencana Aksi\r', ';Lain\r'), 'TEMPLAT_TIDAK_DIKENAL'],
    ])('templat dengan %s ditolak', async (_, ubah, harapan) => {
      const csv = Buffer.from(await unduh('rencana-aksi', '&format=csv')).toString('utf8');
      expect(kode(await impor('rencana-aksi', Buffer.from(ubah(csv))))).toBe(harapan);
    });

    it('kemajuan mengalir baris demi baris bila diminta', async () => {
      const res = await fetch(`${app.alamat}/berkas/impor?jenis=rencana-aksi&${KUNCI}&pratinjau=1`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${perencana}`,
          'content-type': 'application/octet-stream',
          accept: 'application/x-ndjson',
        },
        body: Buffer.from(await terisi()),
      });
      expect(res.status).toBe(200);
      const baris = (await res.text())
        .trim()
        .split('\n')
        .map((b) => JSON.parse(b));
      expect(baris[0]).toEqual({ kemajuan: { tahap: 'membaca', selesai: 0, dari: 1 } });
      expect(baris.at(-1)).toMatchObject({ hasil: { pratinjau: true, ditolak: [] } });
    });

    it('pratinjau menyebut yang akan berubah dan tidak menyimpan; impor menyimpan; diulang: jawaban yang sama', async () => {
      const berkas = await terisi();
      const ujung = await app.posisi();
      const pratinjau = await impor('rencana-aksi', berkas);
      expect(pratinjau).toMatchObject({ status: 200, isi: { pratinjau: true, ditolak: [] } });
      expect(pratinjau.isi.perubahan[0]).toEqual({
        kalimat: expect.stringMatching(/ mencatat target rencana aksi .* triwulan 1 tahun 2023: 20\.$/),
        sebelum: null,
        sesudah: '20',
      });
      expect(await app.posisi()).toBe(ujung);
      const id = `&idPerintah=${randomUUID()}`;
      const simpan = await impor('rencana-aksi', berkas, id);
      const posisi = String(ujung + simpan.isi.jumlahPeristiwa);
      expect(simpan.isi).toEqual({ ...pratinjau.isi, pratinjau: false, posisi });
      expect(await app.posisi()).toBe(ujung + simpan.isi.jumlahPeristiwa);
      expect(await impor('rencana-aksi', berkas, id)).toEqual(simpan);
      expect(await app.posisi()).toBe(ujung + simpan.isi.jumlahPeristiwa);
      const lain = await impor('rencana-aksi', await terisi((_, sel) => sel.slice(0, 4)), id);
      expect(kode(lain)).toBe('PERINTAH_BERBEDA');
      const satuBaris = await tulisUlang(await baca(await unduh('rencana-aksi')), (nama, baris, sel) =>
        nama === 'Rencana Aksi' && baris === 3 ? sel.with(4, TEKS('Aksi lain')) : sel,
      );
      // of whoever may not plan, only the row that he changed is refused
      const ditolak = (await impor('rencana-aksi', satuBaris, '&pratinjau=1', bidang)).isi.ditolak;
      expect(ditolak).toMatchObject([{ lembar: 'Rencana Aksi', baris: 3, kode: 'TIDAK_BERWENANG' }]);
      // the template is now an export of what stands
      expect((await impor('rencana-aksi', await unduh('rencana-aksi'))).isi).toMatchObject({
        jumlahPeristiwa: 0,
        ditolak: [],
      });
    });
  });

  it.each([
    ['OPD', 'rencana-aksi', KUNCI.replace('disnaker', 'dinas-tiada')],
    ['jabatan', 'pk', `${KUNCI}&jabatan=tiada`],
  ])('templat %s yang tidak dikenal tidak ditemukan', async (_, jenis, kueri) => {
    const res = await fetch(`${app.alamat}/berkas/templat/${jenis}?${kueri}`, {
      headers: { authorization: `Bearer ${perencana}` },
    });
    expect(res.status).toBe(404);
  });

  it('jenis templat yang tidak ada dijawab dengan yang ada', async () => {
    const res = await fetch(`${app.alamat}/berkas/templat/xyz?${KUNCI}`, {
      headers: { authorization: `Bearer ${perencana}` },
    });
    // biome-ignore lint/suspicious/noExplicitAny: the answer has no type here
    const { errors } = (await res.json()) as any;
    expect(errors[0].message).toBe(
      'Tidak ada templat "xyz". Yang ada: renstra, pk, rencana-aksi, anggaran, pengukuran, buku.',
    );
  });

  it('templat Renstra dari tahun di tengah masanya adalah Renstra yang mencakupnya, dan dapat dikirim kembali', async () => {
    const lembar = await baca(await unduh('renstra'));
    const mulai = paketKota('pontianak-2023').renstra.mulai;
    expect(mulai).toBeLessThan(2023);
    expect(lembar[0]?.baris[0]?.sel[5]).toEqual(TEKS(`${mulai}`));
    const { isi } = await impor('renstra', await unduh('renstra'));
    expect(isi).toMatchObject({ ditolak: [], jumlahPeristiwa: 0 });
  });

  it.each(['renstra', 'anggaran', 'pengukuran'])(
    'templat %s dari dokumen yang terisi, dikirim kembali apa adanya, tidak mengubah apa pun',
    async (jenis) => {
      const tahun = jenis === 'renstra' ? `&tahun=${paketKota('pontianak-2023').renstra.mulai}` : '';
      const kueri = tahun === '' ? KUNCI : KUNCI.replace('&tahun=2023', tahun);
      const operator = app.token({ peran: 'operator', akun: 'akun-operator', jabatan: 'operator' });
      const kepala = { authorization: `Bearer ${operator}` };
      const res = await fetch(`${app.alamat}/berkas/templat/${jenis}?${kueri}`, { headers: kepala });
      const bita = new Uint8Array(await res.arrayBuffer());
      const jawab = await fetch(`${app.alamat}/berkas/impor?jenis=${jenis}&${kueri}&pratinjau=1`, {
        method: 'POST',
        headers: { ...kepala, 'content-type': 'application/octet-stream' },
        body: bita,
      });
      // biome-ignore lint/suspicious/noExplicitAny: the answer has no type here
      const isi = (await jawab.json()) as any;
      expect(isi).toMatchObject({ ditolak: [], jumlahPeristiwa: 0 });
      expect(isi.jumlahBaris).toBeGreaterThan(jenis === 'pengukuran' ? 10 : 20);
    },
  );

  describe('PK', () => {
    const baris = (lembar: readonly LembarTerbaca[], nama: string): (string | null)[][] =>
      (lembar.find((l) => l.nama === nama)?.baris ?? [])
        .slice(1)
        .map(({ sel }) => sel.map((s) => ('nilai' in s ? String(s.nilai) : null)));

    /** The PK's template with another first target. */
    const diubah = async (): Promise<Uint8Array> =>
      tulisUlang(await baca(await unduh('pk')), (nama, baris, sel) =>
        nama === 'Target' && baris === 2 ? sel.with(3, TEKS('12,34')) : sel,
      );

    it('PK yang belum diajukan sudah berisi IKU dengan target Renstra tahun itu dan pagu programnya', async () => {
      const paket = paketKota('pontianak-2023');
      const tahun = String(paket.tahun + 1);
      const res = await fetch(`${app.alamat}/berkas/templat/pk?pemda=61.71&opd=disnaker&tahun=${tahun}`, {
        headers: { authorization: `Bearer ${perencana}` },
      });
      const lembar = await baca(new Uint8Array(await res.arrayBuffer()));
      const dijanjikan = baris(lembar, 'Target').map(([kode, , , target]) => [kode, Number(target)]);
      const iku = paket.indikator.filter((i) => i.iku);
      expect(dijanjikan).toEqual(iku.map((i) => [i.kode, Number(i.target?.[tahun])]));
    });

    it('PK jabatan di bawah kepala punya templatnya sendiri, dan tidak tertukar', async () => {
      const pengelola = app.token({ peran: 'pengelola', akun: 'akun-pengelola', opd: 'pemda' });
      const kabid = { pemda: '61.71', opd: 'disnaker', jabatan: 'kabid', sebutan: 'Kepala Bidang' };
      expect((await app.jalankan('bentukJabatan', kabid, pengelola)).errors).toEqual([]);
      const bawah = await unduh('pk', '&jabatan=kabid');
      expect((await baca(bawah))[0]?.baris[0]?.sel[4]).toEqual(TEKS('disnaker.kabid'));
      expect(kode(await impor('pk', bawah))).toBe('TEMPLAT_TIDAK_COCOK');
      expect(kode(await impor('anggaran', bawah, '&jabatan=kabid&pratinjau=1'))).toBe('MASUKAN_TIDAK_SAH');
    });

    it('pejabat di bawah kepala tidak dapat mengajukan PK jabatan lain lewat berkas', async () => {
      const { isi } = await impor('pk', await diubah(), '&pratinjau=1', bidang);
      expect(isi.ditolak[0]).toMatchObject({ kode: 'PK_BUKAN_PENGAJU' });
    });

    it('templat PK yang sudah berlaku dan tidak diubah tidak mengajukan apa pun', async () =>
      expect((await impor('pk', await unduh('pk'))).isi).toMatchObject({ jumlahPeristiwa: 0, ditolak: [] }));

    it('PK yang sudah berlaku ditolak bila diubah, dengan kalimat yang menyebut caranya', async () => {
      const { status, isi } = await impor('pk', await diubah());
      expect([status, isi.ditolak[0]]).toEqual([
        422,
        expect.objectContaining({
          lembar: 'Naskah',
          baris: 2,
          kode: expect.stringMatching(/^PK_|^JABATAN_/),
        }),
      ]);
    });
  });
});
