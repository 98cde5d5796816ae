import fc from 'fast-check';
import { tandai } from '../../../test/support/bsre-tiruan/penanda.js';
import { type Pemilik, terbitkan } from '../../../test/support/bsre-tiruan/pki.js';
import { pdfUji } from '../../../test/support/pdf-uji.js';
import { PemeriksaHasilBsre } from './bsre.periksa.js';
import { namaPolos } from './bsre.rantai.js';
import { BerkasPdf } from './pdf.baca.js';
import { gambarkan } from './pdf.gambaran.js';

const gambaran = (pdf: Buffer) => gambarkan(new BerkasPdf(pdf));
const ganti = (pdf: Buffer, dari: string, ke: string): Buffer =>
  Buffer.from(pdf.toString('latin1').replace(dari, ke), 'latin1');

describe('gambaran PDF', () => {
  it('sama untuk isi yang sama, bagaimanapun berkasnya disusun', () => {
    const [tabel, aliran] = [gambaran(pdfUji()), gambaran(pdfUji({ aliran: true }))];
    expect(aliran.halaman).toEqual(tabel.halaman);
    expect(aliran.lain).toBe(tabel.lain);
    expect([...aliran.medan.values()].map((m) => m.sidik)).toEqual(
      [...tabel.medan.values()].map((m) => m.sidik),
    );
  });

  it.each([
    ['teks halaman', 'Perjanjian', 'Perjanjiam'],
    ['huruf', 'Helvetica', 'Helvetisa'],
    ['ukuran kertas', '595 842', '595 841'],
  ])('%s yang lain memberi sidik halaman lain', (_, dari, ke) =>
    expect(gambaran(ganti(pdfUji(), dari, ke)).halaman).not.toEqual(gambaran(pdfUji()).halaman),
  );

  it.each([
    ['lampiran', '/Names << /EmbeddedFiles << >> >> '],
    ['aksi pembuka', '/OpenAction << /S /JavaScript /JS (1) >> '],
    ['aksi dokumen', '/AA << /WC << >> >> '],
    ['lapisan', '/OCProperties << >> '],
  ])('%s memberi sidik lain di luar halaman', (_, katalog) =>
    expect(gambaran(pdfUji({ katalog })).lain).not.toBe(gambaran(pdfUji()).lain),
  );

  it('letak medan dibaca dari kotaknya', () =>
    expect(gambaran(pdfUji()).medan.get('PihakKedua')?.letak).toEqual([
      { halaman: 0, kotak: { kiri: 310, bawah: 100, kanan: 510, atas: 170 }, tinggiHalaman: 842 },
    ]));

  it.each([
    ['halaman yang berputar', '/Kids [4 0 R ]', '/Kids [2 0 R ]'],
    ['medan yang berputar', '/FT /Sig /T (PihakKedua)', '/Kids [7 0 R]/T (PihakKedua)'],
  ])('%s ditolak, tidak menggantung', (_, dari, ke) => {
    const pdf = ganti(pdfUji(), dari.replace(' ]', ']'), ke.replace(' ]', ']'));
    expect(() => gambaran(pdf)).toThrow();
  });
});

describe('pemeriksaan hasil', () => {
  const asli = pdfUji();
  const siapa = { subjek: 's', nama: 'Budi Santoso', sebutan: '-', nik: null, surel: null };
  const kotak = { tampilan: 'VISIBLE', page: 1, originX: 60, originY: 672, width: 200, height: 70 };
  let akar: Pemilik;
  let hasil: Buffer;
  beforeAll(async () => {
    akar = await terbitkan({ nama: 'Akar', ca: true });
    const orang = await terbitkan({ nama: 'BUDI SANTOSO' }, akar);
    hasil = await tandai(asli, kotak, { orang, rantai: [akar] });
  });
  const periksa = (pdf: Buffer) =>
    new PemeriksaHasilBsre({ akar: [akar.der], crl: [], cocok: ['nama'] }).periksa({
      asli,
      hasil: pdf,
      medan: 'PihakPertama',
      penandatangan: siapa,
      saat: new Date(),
    });

  it('menerima yang tidak diubah', async () => expect(await periksa(hasil)).toMatchObject({ sah: true }));

  it('tidak menerima satu pun dari 300 perubahan acak di luar tempat tanda tangan', async () => {
    const awal = hasil.indexOf('/Contents <', asli.length) + 10;
    const akhir = hasil.indexOf('>', awal) + 1;
    const diLuar = fc.nat(hasil.length - (akhir - awal) - 1).map((n) => (n < awal ? n : n + akhir - awal));
    await fc.assert(
      fc.asyncProperty(diLuar, fc.integer({ min: 1, max: 255 }), async (di, beda) => {
        const pdf = Buffer.from(hasil);
        pdf[di] = (pdf[di] ?? 0) ^ beda;
        expect(await periksa(pdf)).toMatchObject({ sah: false });
      }),
      { numRuns: 300, seed: 34 },
    );
  });

  it('tidak menerima yang dipotong, disambung, atau berisi lain di ruang kosong tanda tangannya', async () => {
    const sisa = Buffer.from(hasil);
    sisa.write('41', hasil.indexOf('>', hasil.indexOf('/Contents <', asli.length)) - 2, 'latin1');
    for (const pdf of [
      hasil.subarray(0, -20),
      Buffer.concat([hasil, Buffer.from('x')]),
      sisa,
      Buffer.alloc(0),
    ])
      expect(await periksa(pdf)).toMatchObject({ sah: false });
  });
});

it.each([
  ['Dr. Ir. H. Budi Santoso, M.T.', 'BUDI SANTOSO'],
  ['budi  santoso', 'BUDI SANTOSO'],
  ['Nur’aini, S.E., M.M.', 'NURAINI'],
  ['', ''],
])('nama "%s" dibandingkan sebagai "%s"', (nama, polos) => expect(namaPolos(nama)).toBe(polos));
