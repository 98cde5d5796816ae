import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hurufPdf, infoPdf, periksaPdf, tandaTanganPdf, teksPdf } from '../../../../test/support/alat-pdf.js';
import { sha256Hex } from '../../../kernel/sidik.js';
import {
  cetakanDraf,
  cetakanMurni,
  cetakanPanjang,
  cetakanSepihak,
} from '../../../planning/perjanjian-kinerja/cetakan.contoh.js';
import type { BahanCetakPk } from '../../../planning/perjanjian-kinerja/cetakan.js';
import { TypstPencetak } from './typst.pencetak.js';

const pencetak = new TypstPencetak();
const SEMUA: readonly (readonly [string, BahanCetakPk, readonly string[]])[] = [
  ['dua pihak', cetakanMurni, ['PihakPertama', 'PihakKedua']],
  ['kepala daerah sendiri', cetakanSepihak, ['PihakPertama']],
  ['draf', cetakanDraf, []],
  ['salinan', { ...cetakanDraf, salinan: 'tanpa-berkas' }, []],
  ['60 target, perubahan, Plt.', cetakanPanjang(60), ['PihakPertama', 'PihakKedua']],
];
/** Lines and columns are joined: what stands on the paper, word by word. */
const kata = (teks: string | null): string => (teks ?? '').replace(/\s+/g, ' ');

describe.each(SEMUA)('%s', (_, bahan, medan) => {
  let pdf: Uint8Array;
  beforeAll(async () => {
    pdf = await pencetak.cetak(bahan);
  });

  it('utuh menurut qpdf', () => {
    const hasil = periksaPdf(pdf);
    if (hasil !== null) expect(hasil).toMatch(/No syntax or stream encoding errors found/);
    if (hasil !== null) expect(hasil).not.toMatch(/WARNING|ERROR/);
  });

  it('bertanda (tagged) PDF/A-2a, dan setiap hurufnya tertanam', () => {
    const info = infoPdf(pdf);
    if (info !== null) expect(info).toMatch(/Tagged:\s+yes/);
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/<pdfaid:part>2<[\s\S]*<pdfaid:conformance>A</);
    const [, , ...huruf] = hurufPdf(pdf)?.trim().split('\n') ?? [];
    for (const baris of huruf) expect(baris).toMatch(/ yes yes yes +\d+ +0$/);
  });

  it('memuat medan tanda tangan yang masih kosong, satu tiap pihak; draf tidak', () => {
    const hasil = tandaTanganPdf(pdf);
    if (hasil === null) return;
    expect([...hasil.matchAll(/Signature Field Name: (\w+)/g)].map((m) => m[1])).toEqual(medan);
    expect(hasil.split('The signature form field is not signed').length - 1).toBe(medan.length);
  });

  it('bitanya sama bila dicetak lagi, juga oleh penyusun lain', async () => {
    const lagi = await Promise.all([pencetak.cetak(bahan), new TypstPencetak().cetak(bahan)]);
    expect(lagi.map(sha256Hex)).toEqual([sha256Hex(pdf), sha256Hex(pdf)]);
  });

  it('setiap halaman menyebut nomornya dari berapa, dan sidik naskahnya', () => {
    const teks = teksPdf(pdf);
    if (teks === null) return;
    const halaman = teks.split('\f').slice(0, -1);
    for (const [i, h] of halaman.entries()) {
      expect(kata(h)).toContain(`Halaman ${i + 1} dari ${halaman.length}`);
      expect(kata(h)).toContain(bahan.sidik);
    }
  });
});

describe('isi kertasnya', () => {
  const tercetak = async (b: BahanCetakPk) => {
    const teks = teksPdf(await pencetak.cetak(b));
    return teks === null ? null : kata(teks);
  };

  it('salinan menyebut bagaimana ditandatangani, di setiap halaman, dan bukan draf', async () => {
    const teks = await tercetak({ ...cetakanDraf, tanggal: '2023-01-31', salinan: 'tanpa-berkas' });
    if (teks === null) return;
    expect(teks.split('Salinan: ditandatangani tanpa berkas, tanggal dokumen 31 Januari 2023')).toHaveLength(
      3,
    );
    expect(teks).not.toContain('DRAF');
  });

  it('dua pihak: pernyataannya, lalu Pihak Kedua di kiri dan Pihak Pertama dengan tempat dan tanggal di kanan', async () => {
    const teks = await tercetak(cetakanMurni);
    if (teks === null) return;
    const urutan = [
      'KOTA PONTIANAK PERJANJIAN KINERJA TAHUN 2023',
      'efektif, transparan, dan akuntabel serta berorientasi pada hasil',
      'Dra. Ratna Contoh, M.Si.',
      'selanjutnya disebut pihak pertama',
      'selaku atasan pihak pertama, selanjutnya disebut pihak kedua',
      'menjadi tanggung jawab kami',
      'penghargaan dan sanksi',
      'Pihak Kedua, Pj. Wali Kota Pontianak Ir. Budi Contoh, M.M. Pontianak, 31 Januari 2023 Pihak Pertama, Kepala Dinas Tenaga Kerja Dra. Ratna Contoh, M.Si. Pembina Utama Muda NIP 19700101 199503 2 001',
      'https://amanah.pontianak.example/v/q3Zr8vXk2LmN5pTw9YbCdE Pastikan alamat',
      'TIDAK TERSERTIFIKASI',
      'LAMPIRAN PERJANJIAN KINERJA TAHUN 2023',
    ];
    const letak = urutan.map((u) => teks.indexOf(u));
    expect(letak).not.toContain(-1);
    expect(letak).toEqual(letak.toSorted((a, b) => a - b));
  });

  it('lampiran: angka Indonesia, rentang, jumlah, dan terbilangnya', async () => {
    const teks = await tercetak(cetakanMurni);
    if (teks === null) return;
    for (const isi of ['91,50 %', '7,50 sampai 8,25 %', 'BB predikat', 'Rp516.543.100', 'Rp1.751.110.990'])
      expect(teks).toContain(isi);
    expect(teks).toContain(
      'satu miliar tujuh ratus lima puluh satu juta seratus sepuluh ribu sembilan ratus sembilan puluh rupiah',
    );
  });

  it('urutan bacanya: setiap medan tanda tangan berdiri di antara jabatan dan nama pihaknya', async () => {
    const struktur = infoPdf(await pencetak.cetak(cetakanMurni), '-struct-text');
    if (struktur === null) return;
    expect(struktur).toMatch(
      /"Pj. Wali Kota Pontianak"\s+Form[\s\S]+?"Ir. Budi Contoh, M.M."[\s\S]+?"Kepala Dinas Tenaga Kerja"\s+Form[\s\S]+?"Dra. Ratna/,
    );
    expect(struktur).toMatch(/THead\s+TR\s+TH/);
  });

  it('kepala daerah: satu pihak, tanpa atasan, tanpa NIP', async () => {
    const teks = await tercetak(cetakanSepihak);
    if (teks === null) return;
    expect(teks).toContain('Pontianak, 31 Januari 2023 Wali Kota Pontianak, Ir. Budi Contoh, M.M.');
    expect(teks).not.toMatch(/pihak kedua|atasan|NIP/i);
  });

  it('draf: bertanda, bergaris isian, tanpa kode QR dan alamat', async () => {
    const teks = await tercetak(cetakanDraf);
    if (teks === null) return;
    expect(teks).toContain('DRAF - bukan naskah yang ditandatangani');
    expect(teks).toMatch(/NIP \.{10}/);
    expect(teks).not.toMatch(/Periksa keaslian|https?:/);
  });

  it('perubahan: menyebut sebabnya; kepala tabel berulang di setiap halaman lampiran', async () => {
    const teks = teksPdf(await pencetak.cetak(cetakanPanjang(60)));
    if (teks === null) return;
    expect(kata(teks)).toContain('PERJANJIAN KINERJA PERUBAHAN TAHUN 2023 Sebab perubahan: perubahan APBD');
    const tabel = teks.split('\f').filter((h) => h.includes('Persentase layanan'));
    expect(tabel.length).toBeGreaterThan(2);
    for (const h of tabel) expect(h).toContain('Indikator Kinerja');
    for (let i = 1; i <= 60; i++) expect(kata(teks)).toContain(`layanan ke-${i} yang`);
  });
});

describe('teks yang menyerupai perintah', () => {
  it('tercetak apa adanya; tidak ada berkas yang dibaca dan tidak ada permintaan yang keluar', async () => {
    let permintaan = 0;
    const server = createServer((_, res) => {
      permintaan++;
      res.end();
    });
    await new Promise<void>((jadi) => server.listen(0, '127.0.0.1', jadi));
    const { port } = server.address() as AddressInfo;
    const rahasia = join(tmpdir(), `amanah-${port}.txt`);
    writeFileSync(rahasia, 'ISI-BERKAS-RAHASIA');
    const jahat = [
      ...['( ) \\', '%%EOF', 'endobj', 'endstream', '<< /Type >>', '$ x^2 $', '#import', '*a* _b_ `c`'],
      ...['#read("x")', `file://${rahasia}`, `http://127.0.0.1:${port}/`, '<img src=x>', '#eval("1")'],
      ...['// a', '/* b */', '[c](d)', '@e', '<f>', '= g', '- h', '\\u{41}', '"kutip"', "'satu'"],
    ];
    try {
      for (const j of jahat) {
        const satu = { sasaran: j, indikator: j, satuan: j, target: j };
        const bahan = {
          ...cetakanMurni,
          pertama: { sebutan: j, nama: j, pangkat: j, nip: null },
          target: [satu],
          anggaran: [{ program: j, pagu: '1', keterangan: j }],
        };
        const pdf = await pencetak.cetak(bahan);
        const periksa = periksaPdf(pdf);
        if (periksa !== null) expect(periksa).toMatch(/No syntax or stream encoding errors/);
        const teks = teksPdf(pdf)?.replace(/[\s\u200b]+/g, '');
        if (teks === undefined) continue;
        // Name (twice), title (at least thrice), pangkat, and in the tables sasaran, indikator, target, satuan, program, keterangan.
        expect([j, teks.split(j.replace(/\s+/g, '')).length > 9]).toEqual([j, true]);
        expect(teks).not.toContain('ISI-BERKAS-RAHASIA');
      }
      expect(permintaan).toBe(0);
    } finally {
      rmSync(rahasia);
      server.close();
    }
  });

  it('huruf yang tidak dimiliki huruf cetaknya ditolak dengan menyebutnya, tidak diganti diam-diam', async () => {
    const [target] = cetakanMurni.target;
    const bahan = {
      ...cetakanMurni,
      target: target ? [{ ...target, indikator: 'Layanan \u{1f600} ꦗ' }] : [],
    };
    await expect(pencetak.cetak(bahan)).rejects.toMatchObject({
      kode: 'HURUF_TIDAK_TERCETAK',
      rincian: { huruf: '\u{1f600} ꦗ' },
    });
  });
});

it('huruf untuk rupa tanda tangan ikut tertanam dan memuat setiap huruf Latin', async () => {
  const pdf = Buffer.from(await pencetak.cetak(cetakanMurni)).toString('latin1');
  expect(pdf).toMatch(/\/AcroForm \d+ 0 R/);
  const font = /\/DR << \/Font << \/Amanah (\d+) 0 R/.exec(pdf)?.[1];
  expect(pdf).toMatch(
    new RegExp(`\\n${font} 0 obj\\n<<\\s+/Type /Font\\s+/Subtype /Type0[\\s\\S]+?/ToUnicode`),
  );
});

it('tanpa penyusun untuk sistem ini: ditolak dengan kode dan sebabnya, dan dicoba lagi pada cetakan berikutnya', async () => {
  let dicoba = 0;
  const tanpa = new TypstPencetak(async () => {
    dicoba++;
    throw new Error('Cannot find native binding');
  });
  for (const ke of [1, 2]) {
    await expect(tanpa.cetak(cetakanMurni)).rejects.toMatchObject({
      kode: 'PENCETAK_TIDAK_TERSEDIA',
      rincian: { sistem: `${process.platform} ${process.arch}`, sebab: 'Error: Cannot find native binding' },
    });
    expect(dicoba).toBe(ke);
  }
});
