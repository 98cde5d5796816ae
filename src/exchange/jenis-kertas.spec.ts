import { createCipheriv } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { akarUji, pejabatUji } from '../../test/support/ca-uji.js';
import { TypstPencetak } from '../infra/documents/pk/typst.pencetak.js';
import { buatCms } from '../infra/signing/cms.js';
import { bubuhkan, siapkanTandaTangan } from '../infra/signing/pades.js';
import { cetakanDraf, cetakanMurni } from '../planning/perjanjian-kinerja/cetakan.contoh.js';
import { jenisKertas } from './jenis-kertas.js';

const KOSONG = Buffer.alloc(2 * 1024 * 1024);
/** 2 MB as a scanner's picture looks, another one for each number, the same in every run. */
const gambar = (ke: number): Buffer => {
  const benih = Buffer.alloc(16, ke);
  return createCipheriv('aes-128-ctr', benih, benih).update(KOSONG);
};
const pdf = (isi: Buffer, kamus = '/Subtype /Image /Filter /DCTDecode'): Buffer =>
  Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<< ${kamus} /Length ${isi.length} >>\nstream\n`, 'latin1'),
    isi,
    Buffer.from('\nendstream\nendobj\ntrailer << /Root 2 0 R >>\n%%EOF\n'),
  ]);
const di = (teks: string): Buffer => {
  const bita = gambar(0);
  bita.write(teks, 1_000_000, 'latin1');
  return pdf(bita);
};

describe('pindaian', () => {
  it('60 pindaian dengan 2 MB gambar, apa pun bitanya, semuanya diterima', () => {
    const hasil = Array.from({ length: 60 }, (_, ke) => jenisKertas(pdf(gambar(ke))));
    expect(hasil).toEqual(Array(60).fill('pdf'));
  });
  it('tiga bita gambar yang kebetulan berbunyi /JS, atau empat /XFA, bukan skrip', () => {
    expect(jenisKertas(di('/JS('))).toBe('pdf');
    expect(jenisKertas(di('/XFA\x80'))).toBe('pdf');
  });
  it.each([
    ['skrip', '3 0 obj << /S /JavaScript /JS (1) >> endobj'],
    ['skrip bernama tersamar', '3 0 obj << /S /J#61vaScript >> endobj'],
    ['skrip pada media', '3 0 obj << /S /Rendition /JS (1) >> endobj'],
    ['formulir XFA', '<< /XFA 3 0 R >>'],
    ['formulir XFA berbagian', '<< /XFA[(template) 3 0 R] >>'],
    ['sandi', '<< /Encrypt 3 0 R >>'],
  ])('%s yang diletakkan di dalam gambar ditolak', (_, isi) =>
    expect(() => jenisKertas(di(isi))).toThrow('BERKAS_KERTAS_TIDAK_SAH'),
  );
  it('aliran objek yang tersamar ditolak', () => {
    const skrip = deflateSync(Buffer.from('1 0 << /S /JavaScript >>'));
    for (const kamus of ['/Type /Obj#53tm', `/Type %${'x'.repeat(3_000)}\n/ObjStm`])
      expect(() => jenisKertas(pdf(skrip, `${kamus} /Filter /FlateDecode`))).toThrow(
        'BERKAS_KERTAS_TIDAK_SAH',
      );
  });
});

describe('berkas Amanah sendiri', () => {
  it('draf, naskah yang menunggu, dan yang sudah ditandatangani diterima', async () => {
    const pencetak = new TypstPencetak();
    const akar = akarUji();
    const budi = pejabatUji(akar, 'Budi Santoso');
    const naskah = await pencetak.cetak(cetakanMurni);
    const siap = siapkanTandaTangan(naskah, {
      medan: 'PihakPertama',
      nama: 'Budi Santoso',
      sebutan: 'Kepala Dinas',
      alasan: 'Perjanjian Kinerja',
      tempat: 'Pontianak',
      pada: new Date('2026-01-12T07:05:09Z'),
      zona: 'WIB',
      keterangan: 'Penyedia: Amanah (tidak tersertifikasi)',
    });
    const isi = { sidik: siap.sidik, sertifikat: budi.der, rantai: [akar.der], kunci: budi.privat };
    const tertandatangani = bubuhkan(siap, await buatCms(isi));
    for (const berkas of [await pencetak.cetak(cetakanDraf), naskah, tertandatangani])
      expect(jenisKertas(berkas)).toBe('pdf');
  });
});
