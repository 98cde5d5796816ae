import { deflateSync } from 'node:zlib';

/** A small PDF of our own making, with empty signature fields; what it is made of can be chosen. */
export type PilihanPdf = {
  readonly halaman?: number;
  readonly medan?: readonly string[];
  readonly aliran?: boolean; // cross-reference stream and object streams instead of a table
  readonly penanda?: number; // SigFlags
  readonly isian?: Buffer; // bytes of a stream that makes it large
  readonly katalog?: string;
};

const kepala = '%PDF-1.7\n%\xE2\xE3\xCF\xD3\n';

const isiObjek = ({ halaman = 1, medan = [], penanda = 3, isian, katalog = '' }: PilihanPdf): string[] => {
  const medanDi = 4 + 2 * halaman;
  const acuan = (di: number, n: number, langkah = 1): string =>
    Array.from({ length: n }, (_, i) => `${di + i * langkah} 0 R`).join(' ');
  const halamanDi = (i: number): string[] => {
    const teks = `BT /F1 12 Tf 72 720 Td (Perjanjian Kinerja, halaman ${i + 1}) Tj ET`;
    const anotasi = i === 0 ? ` /Annots [${acuan(medanDi, medan.length)}]` : '';
    return [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R >> >>${anotasi} >>`,
      `<< /Length ${teks.length} >>\nstream\n${teks}\nendstream`,
    ];
  };
  return [
    `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [${acuan(medanDi, medan.length)}] /SigFlags ${penanda} >> ${katalog}>>`,
    `<< /Type /Pages /Count ${halaman} /Kids [${acuan(4, halaman, 2)}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...Array.from({ length: halaman }, (_, i) => halamanDi(i)).flat(),
    ...medan.map(
      (m, i) =>
        `<< /Type /Annot /Subtype /Widget /FT /Sig /T (${m}) /F 4 /P 4 0 R /Rect [${60 + i * 250} 100 ${260 + i * 250} 170] >>`,
    ),
    ...(isian ? [`<< /Length ${isian.length} >>\nstream\n${isian.toString('latin1')}\nendstream`] : []),
  ];
};

const dengan = (isi: readonly string[], ubah: (nomor: number) => boolean = () => true) => {
  let b = kepala;
  const letak = new Map<number, number>();
  isi.forEach((o, i) => {
    if (!ubah(i + 1)) return;
    letak.set(i + 1, b.length);
    b += `${i + 1} 0 obj\n${o}\nendobj\n`;
  });
  return { b, letak };
};

const denganTabel = (isi: readonly string[]): Buffer => {
  const { b, letak } = dengan(isi);
  const baris = isi.map((_, i) => `${String(letak.get(i + 1)).padStart(10, '0')} 00000 n \n`).join('');
  const ekor = `trailer\n<< /Size ${isi.length + 1} /Root 1 0 R >>\nstartxref\n${b.length}\n%%EOF`;
  return Buffer.from(`${b}xref\n0 ${isi.length + 1}\n0000000000 65535 f \n${baris}${ekor}`, 'latin1');
};

/** What has no stream goes into one object stream, as Word and newer writers do it. */
const denganAliran = (isi: readonly string[]): Buffer => {
  const dalam = isi.flatMap((o, i) => (o.includes('stream\n') ? [] : [i + 1]));
  let { b, letak } = dengan(isi, (n) => !dalam.includes(n));
  let badan = '';
  const indeks = dalam.map((n) => {
    const di = badan.length;
    badan += `${isi[n - 1]} `;
    return `${n} ${di}`;
  });
  const awal = `${indeks.join(' ')} `;
  const kempis = deflateSync(Buffer.from(awal + badan, 'latin1')).toString('latin1');
  const wadah = isi.length + 1;
  letak = letak.set(wadah, b.length);
  b += `${wadah} 0 obj\n<< /Type /ObjStm /N ${dalam.length} /First ${awal.length} /Filter /FlateDecode /Length ${kempis.length} >>\nstream\n${kempis}\nendstream\nendobj\n`;
  letak.set(wadah + 1, b.length);
  const baris = Buffer.alloc((wadah + 2) * 8);
  for (let n = 0; n <= wadah + 1; n++) {
    const ke = dalam.indexOf(n);
    baris[n * 8 + 1] = ke >= 0 ? 2 : letak.has(n) ? 1 : 0;
    baris[n * 8] = 2; // the predictor "up", row by row
    baris.writeUInt32BE(ke >= 0 ? wadah : (letak.get(n) ?? 0), n * 8 + 2);
    baris.writeUInt16BE(Math.max(ke, 0), n * 8 + 6);
  }
  for (let n = wadah + 1; n > 0; n--)
    for (let x = 1; x < 8; x++) baris[n * 8 + x] = (baris[n * 8 + x] ?? 0) - (baris[(n - 1) * 8 + x] ?? 0);
  const xref = deflateSync(baris).toString('latin1');
  const kamus = `<< /Type /XRef /Size ${wadah + 2} /W [1 4 2] /Root 1 0 R /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 7 >> /Length ${xref.length} >>`;
  const akhir = `${wadah + 1} 0 obj\n${kamus}\nstream\n${xref}\nendstream\nendobj\nstartxref\n${b.length}\n%%EOF\n`;
  return Buffer.from(b + akhir, 'latin1');
};

export const pdfUji = (p: PilihanPdf = {}): Buffer => {
  const isi = isiObjek({ medan: ['PihakPertama', 'PihakKedua'], ...p });
  return p.aliran ? denganAliran(isi) : denganTabel(isi);
};
