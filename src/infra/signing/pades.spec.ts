import { akarUji, pejabatUji } from '../../../test/support/ca-uji.js';
import { pdfUji } from '../../../test/support/pdf-uji.js';
import { pdfsig, periksaQpdf } from '../../../test/support/pdfsig.js';
import { bacaCms, buatCms } from './cms.js';
import {
  bubuhkan,
  type IsianTandaTangan,
  MedanTidakSesuai,
  siapkanTandaTangan,
  waktuTercetak,
} from './pades.js';
import { PdfTidakTerbaca } from './pdf.baca.js';

const akar = akarUji();
const budi = pejabatUji(akar, 'Dr. Budi Santoso, M.Si.');
const siti = pejabatUji(akar, 'Hj. Siti Ñurhayati – S.H.');

const isian = (medan: string, nama: string): IsianTandaTangan => ({
  medan,
  nama,
  sebutan: 'Plt. Kepala Dinas Tenaga Kerja, Transmigrasi, dan Perindustrian Kota Pontianak',
  alasan: 'Perjanjian Kinerja Tahun 2026 (naskah <murni>)',
  tempat: 'Pontianak',
  pada: new Date('2026-01-12T07:05:09Z'),
  zona: 'WIB',
  keterangan: 'Penyedia: Amanah (tidak tersertifikasi)',
});

const tandatangani = async (pdf: Uint8Array, i: IsianTandaTangan, oleh = budi): Promise<Uint8Array> => {
  const siap = siapkanTandaTangan(pdf, i);
  const cms = await buatCms({
    sidik: siap.sidik,
    sertifikat: oleh.der,
    rantai: [akar.der],
    kunci: oleh.privat,
  });
  return bubuhkan(siap, cms);
};

describe('penulis tanda tangan PDF', () => {
  it.each([
    ['tabel rujukan silang', {}],
    ['aliran rujukan silang dan aliran objek', { aliran: true }],
    ['formulir yang belum menyebut tanda tangan', { penanda: 0 }],
    ['sepuluh halaman', { halaman: 10 }],
  ])('dua pihak berturut-turut: keduanya sah menurut pdfsig (%s)', async (_, pilihan) => {
    const asli = pdfUji(pilihan);
    const satu = await tandatangani(asli, isian('PihakPertama', budi.perihal.nama));
    const dua = await tandatangani(satu, isian('PihakKedua', siti.perihal.nama), siti);
    expect(Buffer.from(satu.subarray(0, asli.length)).equals(asli)).toBe(true);
    expect(Buffer.from(dua.subarray(0, satu.length)).equals(satu)).toBe(true);
    for (const pdf of [asli, satu, dua]) periksaQpdf(pdf);
    const jenis = 'ETSI.CAdES.detached';
    expect(pdfsig(dua)).toEqual([
      { medan: 'PihakPertama', nama: budi.perihal.nama, sah: true, seluruhnya: false, jenis },
      { medan: 'PihakKedua', nama: siti.perihal.nama, sah: true, seluruhnya: true, jenis },
    ]);
  });

  it('naskah dan isian yang sama memberi bita yang sama', () => {
    const [a, b] = [1, 2].map(() => siapkanTandaTangan(pdfUji(), isian('PihakKedua', 'A')));
    expect(a?.pdf.equals(b?.pdf ?? Buffer.alloc(0))).toBe(true);
  });

  it.each([
    ['medan yang tidak ada', pdfUji(), 'PihakKetiga', MedanTidakSesuai],
    ['dua medan bernama sama', pdfUji({ medan: ['A', 'A'] }), 'A', MedanTidakSesuai],
    ['bukan PDF', Buffer.from('<html>'), 'A', PdfTidakTerbaca],
    ['berkas kosong', Buffer.alloc(0), 'A', PdfTidakTerbaca],
    ['PDF terpotong', pdfUji().subarray(0, -40), 'PihakKedua', PdfTidakTerbaca],
  ])('menolak %s', (_, pdf, medan, galat) =>
    expect(() => siapkanTandaTangan(pdf, isian(medan, 'A'))).toThrow(galat),
  );

  it('menolak medan yang sudah ditandatangani', async () => {
    const satu = await tandatangani(pdfUji(), isian('PihakPertama', 'A'));
    expect(() => siapkanTandaTangan(satu, isian('PihakPertama', 'A'))).toThrow(MedanTidakSesuai);
  });

  it.each([
    ['WIB', '12 Januari 2026 14.05 WIB'],
    ['WITA', '12 Januari 2026 15.05 WITA'],
    ['WIT', '12 Januari 2026 16.05 WIT'],
  ] as const)('waktu tercetak menurut zona %s', (zona, teks) =>
    expect(waktuTercetak(new Date('2026-01-12T07:05:09Z'), zona)).toBe(teks),
  );
});

describe('CMS', () => {
  it('memuat sidik, jenis isi, dan sertifikat penanda tangan, tanpa waktu; tanda tangannya sah', async () => {
    const sidik = Buffer.alloc(32, 7);
    const cms = await buatCms({ sidik, sertifikat: budi.der, rantai: [akar.der], kunci: budi.privat });
    const baca = bacaCms(cms);
    expect(baca).toMatchObject({ acuanCocok: true, tandaTanganSah: true, sidik, algoritmaSidik: 'sha256' });
    expect(baca.sertifikat.subject).toContain('UJI COBA - TIDAK TERSERTIFIKASI');
    expect(cms.includes(Buffer.from('06092a864886f70d010905', 'hex'))).toBe(false); // signingTime
  });
});
