import { PelaksanaImpor } from '../../src/reporting/impor/impor.pelaksana.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';
import { berkasKota, harapanKota, type Isi, KOTA, type Kota, paketKota } from './impor.ruang.js';
import { tabelDariBerkas } from './tabel.pembaca.js';

type Tabel = {
  nomor: number | null;
  bagian: string;
  keadaan: string;
  kolom: { kunci: string }[];
  baris: (string | null)[][];
  jumlah: (string | null)[] | null;
  kosong: { baris: number; kolom: string; alasan: string }[];
  asal: string[][];
};

const TABEL = `query($pemda: String!, $opd: String!, $tahun: Int!, $nomor: [Int!], $pada: Waktu, $posisi: String) {
  tabelPerencanaan(pemda: $pemda, opd: $opd, tahun: $tahun, nomor: $nomor, pada: $pada, setelahPosisi: $posisi) {
    posisi
    tabel { nomor bagian judul keadaan kolom { kunci judul jenis } baris jumlah kosong { baris kolom alasan } catatan asal }
  }
}`;
const INDIKATOR = 'indikator { definisi { kode nama satuan } berlaku { target sumberTarget pk } }';
const BAGIAN = `query($pemda: String!, $opd: String!, $tahun: Int!, $pada: Waktu, $posisi: String) {
  perencanaan(pemda: $pemda, opd: $opd, tahun: $tahun, pada: $pada, setelahPosisi: $posisi) {
    posisi
    renstra {
      keadaan jenis versi visi misi daftarMisi { nomor } isu { kode } penetapan { pada }
      tujuan {
        kode misi sasaran {
          kode strategi { uraian arahKebijakan }
          indikator { definisi { kode kondisiAwal { nilai } } target { tahun target alasan } akhir { target } }
        }
      }
    }
    iku { keadaan versi penetapan { akta { nomor } } indikator { kode nama satuan diukur formula sumberData } }
    rkt { jenis keadaan target { unsur { tingkat kode } ${INDIKATOR} target alasan asal } }
    usulan { kode putusan { putusan } }
    program { jumlah simpul { tingkat kode nama sasaran { kode } pagu asal ${INDIKATOR} } }
    skala { milik skala { nama kelas { predikat batasBawah } } }
    rencanaAksi { versi keadaan aksi { kode triwulan target tanda { keadaan } } }
  }
}`;
const SEMUA = [1, 2, 3, 4, 5, 6, 7];

describe('tabel perencanaan dua kota nyata, ditanya lewat GraphQL', () => {
  let app: AplikasiUji;
  beforeAll(async () => {
    app = await mulaiUji();
    const { store, executor, clock } = app.aplikasi.rakitan;
    const pelaksana = new PelaksanaImpor(store, executor, clock);
    for (const kota of KOTA) expect((await pelaksana.impor(berkasKota(kota))).ditolak).toEqual([]);
  });
  afterAll(() => app.tutup());

  const tanya = async (kota: Kota, lain: object = {}, kueri = TABEL) => {
    const { pemda, opd, tahun } = harapanKota(kota);
    const siapa = {
      akun: 'akun-inspektur',
      peran: 'inspektorat',
      opd: 'pemda',
      jabatan: 'inspektur',
    } as const;
    const variabel = { pemda, opd, tahun, posisi: String(await app.posisi()), ...lain };
    return app.gql(kueri, variabel, app.token({ ...siapa, pemda }));
  };
  const tabel = async (kota: Kota, nomor: number[] | null = null): Promise<Tabel[]> => {
    const { data, errors } = await tanya(kota, { nomor });
    expect(errors).toEqual([]);
    return data.tabelPerencanaan.tabel;
  };
  const cari = (semua: readonly Tabel[], bagian: string): Tabel => {
    const ada = semua.find((t) => t.bagian === bagian);
    if (ada === undefined) throw new Error(bagian);
    return ada;
  };
  const kolomDari = (t: Tabel, kunci: string) =>
    t.baris.map((b) => b[t.kolom.findIndex((k) => k.kunci === kunci)] ?? null);

  it.each(KOTA)('%s: setiap sel tabel 1 sampai 7 sama dengan berkasnya', async (kota) => {
    const nyata = await tabel(kota, SEMUA);
    const tangan = tabelDariBerkas(paketKota(kota));
    expect(nyata.map((t) => t.bagian)).toEqual(tangan.map((t) => t.bagian));
    for (const { bagian, baris, jumlah } of tangan) {
      const t = cari(nyata, bagian);
      expect([bagian, t.baris.map((b) => b.map((s) => s ?? '-'))]).toEqual([bagian, baris]);
      if (jumlah !== undefined) expect(t.jumlah).toContain(jumlah === '-' ? null : jumlah);
    }
  });

  it.each(KOTA)('%s: target dan pagunya adalah angka laporan yang dihitung ulang', async (kota) => {
    const harapan = harapanKota(kota);
    const semua = await tabel(kota, [5, 6]);
    const program = cari(semua, 'program');
    const target = new Map(
      Object.values(harapan.indikator).map((i) => [i.nama as string, (i.target ?? null) as string | null]),
    );
    for (const bagian of ['pk-1-target', 'program']) {
      const [nama, angka] = [
        kolomDari(cari(semua, bagian), 'indikator'),
        kolomDari(cari(semua, bagian), 'target'),
      ];
      for (const [i, n] of nama.entries()) if (n !== null) expect([n, angka[i]]).toEqual([n, target.get(n)]);
    }
    const pagu = kolomDari(program, 'anggaran');
    kolomDari(program, 'kode').forEach((kode, i) => {
      const benar = harapan.anggaran[kode ?? '']?.pagu ?? null;
      if (pagu[i] !== '') expect([kode, pagu[i]]).toEqual([kode, benar]);
    });
    expect(program.jumlah).toContain(harapan.total.pagu);
  });

  it.each(KOTA)(
    '%s: setiap sel yang kosong menyebut sebabnya, dan tidak ada sebab tanpa sel',
    async (kota) => {
      for (const t of await tabel(kota)) {
        const kosong = t.baris.flatMap((b, n) =>
          b.flatMap((s, i) => (s === null ? [`${n} ${t.kolom[i]?.kunci}`] : [])),
        );
        expect([t.bagian, t.kosong.map((k) => `${k.baris} ${k.kolom}`)]).toEqual([t.bagian, kosong]);
      }
    },
  );

  it.each(KOTA)('%s: menurut bagiannya, isinya sama dengan tabelnya', async (kota) => {
    const { data, errors } = await tanya(kota, {}, BAGIAN);
    expect(errors).toEqual([]);
    const { renstra, iku, rkt, program, skala, rencanaAksi } = data.perencanaan;
    const paket = paketKota(kota);
    expect(renstra).toMatchObject([
      {
        ...{
          keadaan: 'berlaku',
          jenis: 'renstra',
          versi: 1,
          visi: paket.renstra.visi,
          misi: paket.renstra.misi,
        },
        tujuan: paket.renstra.tujuan.map((t) => ({
          kode: t.kode,
          sasaran: t.sasaran.map((s) => ({
            kode: s.kode,
            indikator: s.indikator.map((kode) => ({
              definisi: { kode },
              akhir: { target: paket.indikator.find((i) => i.kode === kode)?.targetAkhir },
            })),
          })),
        })),
      },
    ]);
    const semua = await tabel(kota);
    const ambil = (daftar: Isi[], ...jalur: string[]) =>
      daftar.map((d) => jalur.reduce<unknown>((isi, k) => (isi as Isi | null)?.[k], d) ?? null);
    const [rktTabel, programTabel] = [cari(semua, 'rkt-murni'), cari(semua, 'program')];
    expect(ambil(rkt[0].target, 'target')).toEqual(kolomDari(rktTabel, 'target'));
    expect(ambil(rkt[0].target, 'indikator', 'definisi', 'nama')).toEqual(kolomDari(rktTabel, 'indikator'));
    expect(ambil(rkt[0].target, 'unsur', 'kode')).toEqual(kolomDari(rktTabel, 'kode'));
    expect(ambil(iku[0].indikator, 'formula')).toEqual(kolomDari(cari(semua, 'iku'), 'formula'));
    expect(ambil(program.simpul, 'pagu')).toEqual(
      kolomDari(programTabel, 'anggaran').filter((pagu) => pagu !== ''),
    );
    expect(programTabel.jumlah).toContain(program.jumlah);
    expect(ambil(skala.skala.kelas, 'predikat')).toEqual(kolomDari(cari(semua, 'skala'), 'predikat'));
    expect([skala.milik, rencanaAksi]).toEqual(['opd', []]);
  });

  it('angka dapat ditelusuri ke peristiwanya, baris demi baris', async () => {
    const [target] = await tabel('pontianak-2023', [5]);
    const { store } = app.aplikasi.rakitan;
    const jenis = async (posisi: string) => (await store.readAll(Number(posisi), 1))[0]?.type;
    expect(await Promise.all((target?.asal[0] ?? []).map(jenis))).toEqual([
      'PerjanjianKinerjaDiajukan',
      'PerjanjianKinerjaDitandatangani',
      'PerjanjianKinerjaDitandatangani',
      'PerjanjianKinerjaBerlaku',
    ]);
  });

  it('menolak nomor yang tidak ada, dan OPD yang belum ada pada saat itu', async () => {
    const kode = async (lain: object) => (await tanya('pontianak-2023', lain)).errors[0]?.extensions.kode;
    expect(await kode({ nomor: [8] })).toBe('MASUKAN_TIDAK_SAH');
    expect(await kode({ nomor: [0] })).toBe('MASUKAN_TIDAK_SAH');
    expect(await kode({ pada: '2001-01-01T00:00:00Z' })).toBe('TIDAK_DITEMUKAN');
    expect(await kode({ opd: 'dinkes' })).toBe('TIDAK_DITEMUKAN');
  });
});
