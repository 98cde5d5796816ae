import { akarUji, type PihakUji, pejabatUji } from '../../../test/support/ca-uji.js';
import { pdfUji } from '../../../test/support/pdf-uji.js';
import { pdfsig } from '../../../test/support/pdfsig.js';
import { sha256Hex } from '../../kernel/sidik.js';
import { atributTertanda, type BahanCms, buatCms, susunCms } from './cms.js';
import { bubuhkan, type IsianTandaTangan, siapkanTandaTangan, sidikTanpaLubang } from './pades.js';
import { type BahanPeriksa, periksaPdf } from './periksa.js';
import { TEMUAN, type Temuan } from './temuan.js';

const [akar, akarLain] = [akarUji(), akarUji()]; // the same name, another key
const budi = pejabatUji(akar, 'Budi Santoso');
const siti = pejabatUji(akar, 'Siti Nurhayati');
const budiKedua = pejabatUji(akar, 'Budi Santoso');
const budiLuar = pejabatUji(akarLain, 'Budi Santoso');
const habis = pejabatUji(akar, 'Budi Santoso', { sampai: new Date('2025-12-31T00:00:00Z') });
const belum = pejabatUji(akar, 'Budi Santoso', { dari: new Date('2026-06-01T00:00:00Z') });
const KINI = new Date('2026-02-01T00:00:00Z');
const [PERTAMA, KEDUA] = ['PihakPertama', 'PihakKedua'] as const;
const sidikSertifikat = (p: PihakUji): string => sha256Hex(p.der);

const isian = (medan: string, nama: string, ubah: Partial<IsianTandaTangan> = {}): IsianTandaTangan => ({
  medan,
  nama,
  sebutan: 'Kepala Dinas Tenaga Kerja',
  alasan: 'Perjanjian Kinerja Tahun 2026',
  tempat: 'Pontianak',
  pada: new Date(medan === PERTAMA ? '2026-01-12T07:05:09Z' : '2026-01-13T01:00:00Z'),
  zona: 'WIB',
  keterangan: 'Penyedia: Amanah (tidak tersertifikasi)',
  ...ubah,
});
const tandatangani = async (pdf: Uint8Array, i: IsianTandaTangan, p: PihakUji, rantai = [akar.der]) => {
  const siap = siapkanTandaTangan(pdf, i);
  return Buffer.from(
    bubuhkan(siap, await buatCms({ sidik: siap.sidik, sertifikat: p.der, rantai, kunci: p.privat })),
  );
};
const oleh = (medan: string, p: PihakUji, ubah?: Partial<IsianTandaTangan>) =>
  isian(medan, p.perihal.nama, ubah);

const asli = pdfUji({ halaman: 2 });
let satu: Buffer;
let dua: Buffer;
beforeAll(async () => {
  satu = await tandatangani(asli, oleh(PERTAMA, budi), budi);
  dua = await tandatangani(satu, oleh(KEDUA, siti), siti);
});

const periksa = (pdf: Uint8Array, ubah: Partial<BahanPeriksa> = {}) =>
  periksaPdf({ pdf, akar: [akar.der], kini: KINI, ...ubah });
const semuaTemuan = (pdf: Uint8Array, ubah?: Partial<BahanPeriksa>): Temuan[] => {
  const l = periksa(pdf, ubah);
  return [...new Set([...l.temuan, ...l.tandaTangan.flatMap((t) => t.temuan)])].sort();
};

const ganti = (b: Buffer, dicari: string, baru: string, dari = 0): Buffer => {
  const di = b.indexOf(dicari, dari, 'latin1');
  if (di < 0) throw new Error(`tidak ada ${dicari}`);
  return Buffer.concat([b.subarray(0, di), Buffer.from(baru, 'latin1'), b.subarray(di + dicari.length)]);
};
/** Another hex digit there: a flipped bit of its text may be no digit at all, which is another finding. */
const gantiHeks = (pdf: Buffer, di: number): Buffer => {
  const ubahan = Buffer.from(pdf);
  ubahan[di] = ubahan[di] === 0x30 ? 0x31 : 0x30; // '0', '1'
  return ubahan;
};
const balik = (b: Buffer, di: number, bit = 1): Buffer => {
  const hasil = Buffer.from(b);
  hasil[di] = (hasil[di] ?? 0) ^ bit;
  return hasil;
};
const letak = (b: Buffer, teks: string, ke = 0): number => {
  let di = -1;
  for (let i = 0; i <= ke; i++) di = b.indexOf(teks, di + 1, 'latin1');
  if (di < 0) throw new Error(`tidak ada ${teks}`);
  return di;
};
/** An update of nobody's: objects, and a table that names them. */
const tambahRevisi = (b: Buffer, objek: Readonly<Record<number, string>>): Buffer => {
  let isi = '';
  let tabel = 'xref\n';
  for (const [n, o] of Object.entries(objek)) {
    tabel += `${n} 1\n${String(b.length + isi.length).padStart(10, '0')} 00000 n \n`;
    isi += `${n} 0 obj\n${o}\nendobj\n`;
  }
  const sebelum = /startxref\n(\d+)\n%%EOF\s*$/.exec(b.toString('latin1'))?.[1];
  const ekor = `trailer\n<< /Size 60 /Root 1 0 R /Prev ${sebelum} >>\nstartxref\n${b.length + isi.length}\n%%EOF\n`;
  return Buffer.concat([b, Buffer.from(isi + tabel + ekor, 'latin1')]);
};
const HALAMAN_TIGA = {
  2: '<< /Type /Pages /Count 3 /Kids [4 0 R 6 0 R 50 0 R] >>',
  50: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
};
/** Everything of the signature is ours but one thing in the CMS. */
const denganCms = async (ubah: (b: BahanCms) => BahanCms | Buffer, p = budi): Promise<Buffer> => {
  const siap = siapkanTandaTangan(asli, oleh(PERTAMA, p));
  const a = atributTertanda(siap.sidik, p.der);
  const { sign } = await import('node:crypto');
  const bahan: BahanCms = {
    sertifikat: p.der,
    rantai: [akar.der],
    atribut: a,
    tandaTangan: sign('sha256', a, p.privat),
    algoritma: 'ec',
  };
  const hasil = ubah(bahan);
  return Buffer.from(bubuhkan(siap, Buffer.isBuffer(hasil) ? hasil : susunCms(hasil)));
};

describe('pemeriksaan dokumen yang utuh', () => {
  it('dua tanda tangan sah, urut, menurut kita dan menurut pdfsig', () => {
    const l = periksa(dua, {
      harap: {
        sidik: sha256Hex(dua),
        sidikAsli: sha256Hex(asli),
        penandatangan: { [PERTAMA]: sidikSertifikat(budi), [KEDUA]: sidikSertifikat(siti) },
      },
    });
    expect(l).toEqual({
      sah: true,
      sidik: sha256Hex(dua),
      temuan: [],
      tandaTangan: [
        {
          medan: PERTAMA,
          nama: 'Budi Santoso',
          sebutan: 'Kepala Dinas Tenaga Kerja',
          pada: '2026-01-12T07:05:09.000Z',
          tingkat: 'B-B',
          sertifikat: sidikSertifikat(budi),
          sah: true,
          temuan: [],
        },
        expect.objectContaining({ medan: KEDUA, nama: 'Siti Nurhayati', sah: true, temuan: [] }),
      ],
    });
    expect(pdfsig(dua).map((s) => [s.sah, s.seluruhnya])).toEqual([
      [true, false],
      [true, true],
    ]);
  });

  it('satu tanda tangan, dan PDF dengan aliran rujukan silang, juga sah', async () => {
    expect(semuaTemuan(satu)).toEqual([]);
    const lain = await tandatangani(pdfUji({ aliran: true }), oleh(KEDUA, siti), siti);
    expect(semuaTemuan(lain)).toEqual([]);
  });

  it('setiap temuan punya kalimatnya', () =>
    expect(Object.values(TEMUAN).every((k) => /^[A-Z].*\.$/.test(k))).toBe(true));
});

/** The first signature with another ByteRange of the same length. */
const denganRentang = (ubah: (a: number, b: number, c: number) => number[]): Buffer => {
  const m = /\/ByteRange \[0 (\d+) +(\d+) +(\d+) +\]/.exec(satu.toString('latin1'));
  const [lama = '', a, b, c] = m ?? [];
  const baru = `/ByteRange [${ubah(Number(a), Number(b), Number(c)).join(' ')}`;
  return ganti(satu, lama, `${baru.padEnd(lama.length - 1)}]`);
};

type Serangan = readonly [
  nama: string,
  buat: () => Buffer | Promise<Buffer>,
  temuan: Temuan,
  ubah?: () => Partial<BahanPeriksa>,
];
const SERANGAN: readonly Serangan[] = [
  // the bytes
  ['satu bita di kepala PDF', () => balik(dua, 10), 'SIDIK_BERBEDA'],
  ['satu bita di isi halaman', () => balik(dua, letak(dua, 'halaman 1')), 'SIDIK_BERBEDA'],
  ['satu bita di medan kosong revisi awal', () => balik(dua, letak(dua, '/Rect') + 8), 'SIDIK_BERBEDA'],
  [
    'satu bita di nama penanda tangan pertama',
    () => balik(dua, letak(dua, '(Budi Santoso)') + 2),
    'SIDIK_BERBEDA',
  ],
  ['satu bita di alasan', () => balik(dua, letak(dua, '/Reason (') + 12), 'SIDIK_BERBEDA'],
  ['satu bita di gambar tanda tangan', () => balik(dua, letak(dua, ' Tj') - 3), 'SIDIK_BERBEDA'],
  ['satu bita di sidik CMS', () => gantiHeks(dua, letak(dua, '/Contents <', 0) + 1_800), 'REVISI_BERBEDA'],
  [
    'huruf heksa besar',
    () => {
      const di = letak(dua, '/Contents <') + 11;
      return Buffer.concat([
        dua.subarray(0, di),
        Buffer.from(dua.toString('latin1', di, di + 400).toUpperCase()),
        dua.subarray(di + 400),
      ]);
    },
    'LUBANG_DI_LUAR_ISI',
  ],
  ['bukan nol di sisa tempat tanda tangan', () => balik(satu, satu.indexOf('0> >>') - 10), 'CMS_TIDAK_BAKU'],
  [
    'satu bita di tabel rujukan silang terakhir',
    () => balik(dua, dua.lastIndexOf('xref\n0 1') + 12),
    'REVISI_BERBEDA',
  ],
  ['satu bita di akhir berkas', () => balik(dua, dua.length - 1), 'PDF_TIDAK_TERBACA'],
  [
    'baris baru sesudah akhir berkas',
    () => Buffer.concat([dua, Buffer.from('\n')]),
    'BITA_SESUDAH_TANDA_TANGAN',
  ],
  ['bita sesudah akhir berkas', () => Buffer.concat([dua, Buffer.from('bonus')]), 'PDF_TIDAK_TERBACA'],
  [
    'komentar sesudah akhir berkas',
    () => Buffer.concat([dua, Buffer.from('%x\n%%EOF\n')]),
    'PDF_TIDAK_TERBACA',
  ],
  ['berkas terpotong satu bita', () => dua.subarray(0, -1), 'RENTANG_TIDAK_SAH'],
  ['berkas terpotong di tengah', () => dua.subarray(0, dua.length / 2), 'PDF_TIDAK_TERBACA'],
  ['berkas terpotong seratus bita', () => dua.subarray(0, -100), 'PDF_TIDAK_TERBACA'],
  ['sampah di depan PDF', () => Buffer.concat([Buffer.from('GIF89a'), dua]), 'PDF_TIDAK_TERBACA'],
  ['berkas kosong', () => Buffer.alloc(0), 'PDF_TIDAK_TERBACA'],
  ['PDF tanpa tanda tangan', () => asli, 'TANPA_TANDA_TANGAN'],
  ['terlalu besar', () => Buffer.alloc(33 * 1024 * 1024), 'TERLALU_BESAR'],
  // revisions
  ['revisi kedua menambah halaman', () => tambahRevisi(dua, HALAMAN_TIGA), 'HALAMAN_BERUBAH'],
  [
    'revisi kedua mengganti isi halaman',
    () => tambahRevisi(dua, { 5: '<< /Length 0 >>\nstream\n\nendstream' }),
    'BITA_SESUDAH_TANDA_TANGAN',
  ],
  [
    'revisi kedua menambah catatan',
    () => tambahRevisi(dua, { 51: '<< /Type /Annot >>' }),
    'BITA_SESUDAH_TANDA_TANGAN',
  ],
  [
    'halaman ditambah, lalu ditandatangani pihak kedua',
    async () => tandatangani(tambahRevisi(satu, HALAMAN_TIGA), oleh(KEDUA, siti), siti),
    'BITA_SESUDAH_TANDA_TANGAN',
  ],
  [
    'katalog diganti, lalu ditandatangani pihak kedua',
    async () => tandatangani(tambahRevisi(satu, { 50: '<< /X 1 >>' }), oleh(KEDUA, siti), siti),
    'BITA_SESUDAH_TANDA_TANGAN',
  ],
  [
    'medan tanda tangan dikosongkan lagi',
    () =>
      tambahRevisi(satu, {
        8: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (PihakPertama) /Rect [60 100 260 170] >>',
      }),
    'TANPA_TANDA_TANGAN',
  ],
  [
    'revisi bukan buatan kita dengan tanda tangan sah',
    async () => {
      const siap = siapkanTandaTangan(asli, oleh(PERTAMA, budi));
      const pdf = ganti(siap.pdf, '/F 4', '/F 6', siap.lubang[1]);
      const sidik = sidikTanpaLubang(pdf, siap.lubang);
      return Buffer.from(
        bubuhkan(
          { ...siap, pdf },
          await buatCms({ sidik, sertifikat: budi.der, rantai: [akar.der], kunci: budi.privat }),
        ),
      );
    },
    'REVISI_BERBEDA',
  ],
  // the signature's dictionary
  [
    'kamus tanda tangan ditukar',
    () => {
      const [a, k] = [letak(dua, '/Contents <'), letak(dua, '/Contents <', 1)];
      const hasil = Buffer.from(dua);
      dua.copy(hasil, a, k, k + 12_012);
      dua.copy(hasil, k, a, a + 12_012);
      return hasil;
    },
    'SIDIK_BERBEDA',
  ],
  [
    'tanda tangan pihak kedua disalin ke pihak pertama',
    () => {
      const lubang = dua.indexOf('/Contents <', satu.length);
      const cms = dua.toString('latin1', lubang, lubang + 12_000);
      const di = satu.indexOf('/Contents <');
      return Buffer.concat([satu.subarray(0, di), Buffer.from(cms, 'latin1'), satu.subarray(di + 12_000)]);
    },
    'SIDIK_BERBEDA',
  ],
  [
    'dua Contents',
    () => ganti(satu, '/Reason (Perjanjian Kinerja', '/Contents <00> /X (Perjanji'),
    'KUNCI_GANDA',
  ],
  [
    'dua ByteRange',
    () => ganti(satu, '/Reason (Perjanjian Kinerja T', '/ByteRange [0 1 2 3] /X (Perj'),
    'KUNCI_GANDA',
  ],
  [
    'ByteRange tidak mulai dari nol',
    () => ganti(satu, '/ByteRange [0', '/ByteRange [1'),
    'RENTANG_TIDAK_SAH',
  ],
  [
    'ByteRange berlubang dua',
    () => denganRentang((a, b, c) => [0, 10, 20, a - 20, b, c]),
    'RENTANG_TIDAK_SAH',
  ],
  ['ByteRange satu bagian', () => denganRentang((a) => [0, a]), 'RENTANG_TIDAK_SAH'],
  ['ByteRange negatif', () => denganRentang((a, b, c) => [-1, a, b, c]), 'RENTANG_TIDAK_SAH'],
  ['ByteRange melewati akhir', () => denganRentang((a, b) => [0, a, b, 9_999_999]), 'RENTANG_TIDAK_SAH'],
  [
    'ByteRange sebelum akhir',
    () => denganRentang((a, b, c) => [0, a, b, c - 1]),
    'BITA_SESUDAH_TANDA_TANGAN',
  ],
  [
    'lubang ByteRange di luar Contents',
    () => denganRentang((a, b, c) => [0, a - 20, b, c]),
    'LUBANG_DI_LUAR_ISI',
  ],
  [
    'lubang ByteRange lebih lebar ke belakang',
    () => denganRentang((a, b, c) => [0, a, b + 2, c - 2]),
    'LUBANG_DI_LUAR_ISI',
  ],
  ['lubang ByteRange lebih sempit', () => denganRentang((a, b, c) => [0, a + 2, b, c]), 'LUBANG_DI_LUAR_ISI'],
  ['tanpa ByteRange', () => ganti(satu, '/ByteRange', '/ByteRangX'), 'RENTANG_TIDAK_SAH'],
  ['waktu diubah', () => ganti(satu, 'D:20260112', 'D:20260111'), 'SIDIK_BERBEDA'],
  ['jabatan diubah', () => ganti(satu, '(Kepala Dinas', '(Kepala Badan'), 'SIDIK_BERBEDA'],
  // the CMS
  ['CMS kosong', () => denganCms(() => Buffer.alloc(0)), 'CMS_RUSAK'],
  ['CMS bukan CMS', () => denganCms(() => Buffer.from('300602010002010f', 'hex')), 'CMS_RUSAK'],
  [
    'CMS membawa sertifikat asing',
    () => denganCms((b) => ({ ...b, rantai: [akar.der, siti.der] })),
    'SERTIFIKAT_ASING',
  ],
  [
    'CMS membawa akar bernama sama',
    () => denganCms((b) => ({ ...b, rantai: [akarLain.der] })),
    'SERTIFIKAT_ASING',
  ],
  [
    'sidik di CMS dari dokumen lain',
    () => denganCms((b) => ({ ...b, atribut: atributTertanda(Buffer.alloc(32), budi.der) })),
    'SIDIK_BERBEDA',
  ],
  [
    'atribut diganti sesudah ditandatangani',
    () => denganCms((b) => ({ ...b, atribut: atributTertanda(Buffer.alloc(32, 1), budi.der) })),
    'TANDA_TANGAN_PALSU',
  ],
  [
    'sertifikat ditukar dengan yang bernama sama',
    () => denganCms((b) => ({ ...b, sertifikat: budiKedua.der })),
    'ACUAN_SERTIFIKAT_BERBEDA',
  ],
  [
    'signing-certificate-v2 menyebut sertifikat lain',
    async () => {
      const { sign } = await import('node:crypto');
      return denganCms((b) => {
        const atribut = atributTertanda(siapkanTandaTangan(asli, oleh(PERTAMA, budi)).sidik, siti.der);
        return { ...b, atribut, tandaTangan: sign('sha256', atribut, budi.privat) };
      });
    },
    'ACUAN_SERTIFIKAT_BERBEDA',
  ],
  [
    'tanda tangan nol',
    () => denganCms((b) => ({ ...b, tandaTangan: Buffer.from('3006020100020100', 'hex') })),
    'TANDA_TANGAN_PALSU',
  ],
  [
    'cap waktu yang bukan cap waktu',
    () => denganCms((b) => ({ ...b, cap: Buffer.from('3003020105', 'hex') })),
    'CAP_WAKTU_TIDAK_SAH',
  ],
  // who
  [
    'sertifikat lain dengan nama yang sama',
    () => tandatangani(asli, oleh(PERTAMA, budiKedua), budiKedua),
    'PENANDA_TANGAN_LAIN',
    () => ({ harap: { penandatangan: { [PERTAMA]: sidikSertifikat(budi) } } }),
  ],
  [
    'penerbit lain dengan nama yang sama',
    () => tandatangani(asli, oleh(PERTAMA, budiLuar), budiLuar, [akarLain.der]),
    'PENERBIT_TIDAK_DIKENAL',
  ],
  [
    'ditandatangani dengan kunci penerbit',
    () => tandatangani(asli, oleh(PERTAMA, akar), akar, []),
    'PENERBIT_TIDAK_DIKENAL',
  ],
  [
    'nama orang lain di kotak tanda tangan',
    () => tandatangani(asli, isian(PERTAMA, 'Siti Nurhayati'), budi),
    'NAMA_BERBEDA',
  ],
  ['sertifikat kedaluwarsa', () => tandatangani(asli, oleh(PERTAMA, habis), habis), 'SERTIFIKAT_KEDALUWARSA'],
  [
    'sertifikat belum berlaku',
    () => tandatangani(asli, oleh(PERTAMA, belum), belum),
    'SERTIFIKAT_BELUM_BERLAKU',
  ],
  [
    'sertifikat dicabut',
    () => satu,
    'SERTIFIKAT_DICABUT',
    () => ({ dicabut: new Map([[sidikSertifikat(budi), new Date('2026-01-20T00:00:00Z')]]) }),
  ],
  [
    'dicabut sebelum waktu di log',
    () => satu,
    'SERTIFIKAT_DICABUT',
    () => ({
      dicabut: new Map([[sidikSertifikat(budi), new Date('2026-01-10T00:00:00Z')]]),
      harap: { pada: { [PERTAMA]: new Date('2026-01-12T07:05:10Z') } },
    }),
  ],
  [
    'waktu di masa depan',
    () => tandatangani(asli, oleh(PERTAMA, budi, { pada: new Date('2026-03-01T00:00:00Z') }), budi),
    'WAKTU_DI_MASA_DEPAN',
  ],
  [
    'pihak kedua mendahului pihak pertama',
    () => tandatangani(satu, oleh(KEDUA, siti, { pada: new Date('2026-01-11T00:00:00Z') }), siti),
    'WAKTU_MUNDUR',
  ],
  // against the log
  [
    'dokumen lain yang sah',
    () => dua,
    'BERKAS_BERBEDA_DARI_LOG',
    () => ({ harap: { sidik: sha256Hex(satu) } }),
  ],
  [
    'naskah lain di bawah tanda tangan',
    () => satu,
    'BUKAN_DOKUMEN_ASLI',
    () => ({ harap: { sidikAsli: sha256Hex(pdfUji()) } }),
  ],
];

describe('serangan bernama', () => {
  it('paling sedikit empat puluh', () => expect(SERANGAN.length).toBeGreaterThanOrEqual(40));

  it.each(SERANGAN.map(([nama, buat, temuan, ubah]) => ({ nama, buat, temuan, ubah })))(
    '$nama: ditolak',
    async ({ buat, temuan, ubah }) => {
      const pdf = await buat();
      expect(periksa(pdf, ubah?.()).sah).toBe(false);
      expect(semuaTemuan(pdf, ubah?.())).toContain(temuan);
    },
  );

  it('yang dicabut sesudah waktu di log tetap sah', () => {
    const dicabut = new Map([[sidikSertifikat(budi), new Date('2026-01-20T00:00:00Z')]]);
    const harap = { pada: { [PERTAMA]: new Date('2026-01-12T07:05:10Z') } };
    expect(semuaTemuan(satu, { dicabut, harap })).toEqual([]);
  });
});

/** xorshift32: a seed that fails can be run again. */
const acak = (benih: number) => (sampai: number) => {
  benih ^= benih << 13;
  benih ^= benih >>> 17;
  benih ^= benih << 5;
  return (benih >>> 0) % sampai;
};

describe('perubahan acak', () => {
  const BENIH = Number(process.env.AMANAH_BENIH ?? 33);
  const BANYAK = 2_000;

  it(`${BANYAK} dokumen yang diubah (benih ${BENIH}): tidak satu pun diterima, tidak satu pun menjatuhkan pemeriksaan`, () => {
    const n = acak(BENIH);
    const ubah: ((b: Buffer) => Buffer)[] = [
      (b) => balik(b, n(b.length), 1 << n(8)),
      (b) => Buffer.concat([b.subarray(0, n(b.length)), b.subarray(n(b.length))]),
      (b) => b.subarray(0, n(b.length)),
      (b) => Buffer.concat([b, b.subarray(n(b.length))]),
      (b) => {
        const di = n(b.length);
        return Buffer.concat([b.subarray(0, di), Buffer.from([n(256)]), b.subarray(di)]);
      },
      (b) => {
        const hasil = Buffer.from(b);
        b.copy(hasil, n(b.length), n(b.length), n(b.length));
        return hasil;
      },
    ];
    const diterima: string[] = [];
    for (let i = 0; i < BANYAK; i++) {
      const dasar = i % 2 === 0 ? satu : dua;
      const jenis = n(2) === 0 ? 0 : n(ubah.length);
      const hasil = ubah[jenis]?.(dasar) ?? dasar;
      if (!hasil.equals(dasar) && !hasil.equals(satu) && periksa(hasil).sah)
        diterima.push(`${i}: jenis ${jenis}`);
    }
    expect(diterima).toEqual([]);
  });
});
