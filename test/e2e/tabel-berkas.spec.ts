import { LembarKerjaAdaptor } from '../../src/infra/documents/lembar-kerja.adaptor.js';
import { bacaSel } from '../../src/kernel/isian-lembar.js';
import { KOSONG, type LembarTerbaca, type Sel } from '../../src/kernel/lembar-kerja.js';
import { PelaksanaImpor } from '../../src/reporting/impor/impor.pelaksana.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';
import { berkasKota, harapanKota, KOTA, type Kota } from './impor.ruang.js';

type Kolom = { kunci: string; judul: string; jenis: 'teks' | 'desimal' | 'rupiah' | 'bulat' | 'tanggal' };
type Tabel = {
  bagian: string;
  judul: string;
  kolom: Kolom[];
  baris: (string | null)[][];
  jumlah: (string | null)[] | null;
  kosong: { baris: number; kolom: string; alasan: string }[];
  catatan: string[];
};
const TABEL = `query($pemda: String!, $opd: String!, $tahun: Int!, $posisi: String) {
  tabelPerencanaan(pemda: $pemda, opd: $opd, tahun: $tahun, setelahPosisi: $posisi) {
    tabel { bagian judul kolom { kunci judul jenis } baris jumlah kosong { baris kolom alasan } catatan }
  }
}`;

const adaptor = new LembarKerjaAdaptor();
const teks = (s: Sel | undefined): string => (s !== undefined && 'nilai' in s ? String(s.nilai) : '');

/** The cells of a sheet as the table has them: a dash is nothing, an empty cell belongs to the one above. */
const tabelDari = ({ baris }: LembarTerbaca, t: Tabel) => {
  const semua = baris.map((b) => teks(b.sel[0]));
  if (t.kolom.length === 0) return { kepala: semua, baris: [], jumlah: null, kaki: semua }; // its document is not there
  const kepala = baris.findIndex((b) => t.kolom.every((k, i) => teks(b.sel[i]) === k.judul));
  const isi = (b: LembarTerbaca['baris'][number] | undefined) =>
    t.kolom.map((k, i) => {
      const sel = b?.sel[i] ?? KOSONG;
      if (teks(sel) === '-') return null;
      // A target that is a range or a predikat is text in a column of figures.
      const jenis = k.jenis === 'desimal' ? 'nilai' : k.jenis;
      return bacaSel({ ...k, jenis }, sel) ?? '';
    });
  const nomor = baris[kepala]?.nomor ?? 0;
  const pada = (ke: number) => isi(baris.find((b) => b.nomor === nomor + ke));
  const akhir = nomor + t.baris.length + (t.jumlah === null ? 0 : 1);
  return {
    kepala: baris.slice(0, kepala).map((b) => teks(b.sel[0])),
    baris: t.baris.map((_, i) => pada(i + 1)),
    jumlah: t.jumlah === null ? null : pada(t.baris.length + 1),
    kaki: baris.filter((b) => b.nomor > akhir).map((b) => teks(b.sel[0])),
  };
};

describe('tabel perencanaan dua kota nyata sebagai berkas', () => {
  let app: AplikasiUji;
  beforeAll(async () => {
    app = await mulaiUji();
    const { store, executor, clock } = app.aplikasi.rakitan;
    const pelaksana = new PelaksanaImpor(store, executor, clock);
    for (const kota of KOTA) expect((await pelaksana.impor(berkasKota(kota))).ditolak).toEqual([]);
  });
  afterAll(() => app.tutup());

  const inspektur = (pemda: string) =>
    app.token({ akun: 'akun-inspektur', peran: 'inspektorat', pemda, opd: 'pemda', jabatan: 'inspektur' });
  const unduh = async (kota: Kota, tambahan = '', token = inspektur(harapanKota(kota).pemda)) => {
    const { pemda, opd, tahun } = harapanKota(kota);
    return fetch(`${app.alamat}/berkas/tabel?pemda=${pemda}&opd=${opd}&tahun=${tahun}${tambahan}`, {
      headers: { authorization: `Bearer ${token}` },
    });
  };
  const baca = async (res: Response) => adaptor.baca(new Uint8Array(await res.arrayBuffer()));
  const tanya = async (kota: Kota): Promise<Tabel[]> => {
    const { pemda, opd, tahun } = harapanKota(kota);
    const variabel = { pemda, opd, tahun, posisi: String(await app.posisi()) };
    const { data, errors } = await app.gql(TABEL, variabel, inspektur(pemda));
    expect(errors).toEqual([]);
    return data.tabelPerencanaan.tabel;
  };

  it.each(KOTA)('%s: setiap sel XLSX sama dengan sel tabel GraphQL', async (kota) => {
    const tabel = await tanya(kota);
    const res = await unduh(kota);
    expect([res.status, res.headers.get('content-disposition')]).toEqual([
      200,
      expect.stringMatching(/^attachment; filename="tabel-[\w.]+\.xlsx"$/),
    ]);
    const lembar = await baca(res);
    expect(lembar).toHaveLength(tabel.length);
    let sel = 0;
    for (const [i, t] of tabel.entries()) {
      const dari = tabelDari(lembar[i] as LembarTerbaca, t);
      expect([t.bagian, dari.baris, dari.jumlah]).toEqual([t.bagian, t.baris, t.jumlah]);
      expect(dari.kepala[0]).toContain(t.judul);
      expect(dari.kaki).toEqual(expect.arrayContaining(t.catatan));
      expect(dari.kaki.length).toBeGreaterThanOrEqual(new Set(t.kosong.map((k) => k.alasan)).size);
      sel += t.baris.length * t.kolom.length;
    }
    expect(sel).toBeGreaterThan(500);
  });

  it('satu tabel sebagai CSV berisi sel yang sama', async () => {
    const [tabel] = (await tanya('pontianak-2023')).filter((t) => t.bagian === 'pk-1-target');
    const [lembar] = await baca(await unduh('pontianak-2023', '&format=csv&bagian=pk-1-target'));
    expect(tabelDari(lembar as LembarTerbaca, tabel as Tabel).baris).toEqual(tabel?.baris);
  });

  it('hanya tabel yang diminta', async () => {
    const lembar = await baca(await unduh('pontianak-2023', '&nomor=4,7'));
    expect(lembar.map((l) => l.nama)).toEqual(['4 rkt-murni', '7 skala']);
  });

  it.each([
    ['CSV dari beberapa tabel', '&format=csv', 'MASUKAN_TIDAK_SAH'],
    ['bagian yang tidak ada', '&bagian=lain', 'MASUKAN_TIDAK_SAH'],
    ['nomor yang tidak ada', '&nomor=8', 'MASUKAN_TIDAK_SAH'],
    ['nomor yang bukan angka', '&nomor=a', 'MASUKAN_TIDAK_SAH'],
    ['jabatan yang menunjuk stream lain', '&jabatan=a.b', 'KODE_TIDAK_SAH'],
  ])('%s ditolak', async (_, tambahan, kode) => {
    const isi = (await (await unduh('pontianak-2023', tambahan)).json()) as {
      errors: { extensions: { kode: string } }[];
    };
    expect(isi.errors[0]?.extensions.kode).toBe(kode);
  });

  it('pemda lain tidak melihatnya', async () =>
    expect((await unduh('pontianak-2023', '', inspektur('35.75'))).status).toBe(404));
});
