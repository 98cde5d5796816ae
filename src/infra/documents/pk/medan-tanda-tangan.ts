/**
 * Typst makes no form fields. Its template prints a link where each signature goes, which already has what a field needs:
 * its rectangle, its page and its place among the tags. Here each such link becomes an empty signature field, once, when
 * the file is made; what is signed later are these bytes. Only for what Typst writes: classic xref table, no object streams.
 */

/** The objects of a PDF as latin1 text, by number; index 0 is not used. */
type Objek = { readonly kepala: string; readonly isi: (string | undefined)[]; readonly trailer: string };

const rusak = (apa: string): never => {
  throw new Error(`PDF dari Typst tidak seperti yang diharapkan: ${apa}`);
};
const bagian = (teks: string, pola: RegExp, apa: string): string => pola.exec(teks)?.[1] ?? rusak(apa);

const uraikan = (pdf: string): Objek => {
  const letakXref = Number(bagian(pdf, /startxref\s+(\d+)\s+%%EOF\s*$/, 'startxref'));
  const jumlah = Number(bagian(pdf.slice(letakXref, letakXref + 40), /^xref\s+0 (\d+)\s/, 'xref'));
  const baris = [...pdf.slice(letakXref).matchAll(/(\d{10}) \d{5} ([nf])/g)].slice(0, jumlah);
  const letak = baris.flatMap(([, l, jenis], nomor) => (jenis === 'n' ? [{ nomor, l: Number(l) }] : []));
  const urut = letak.toSorted((a, b) => a.l - b.l);
  const isi: (string | undefined)[] = new Array(jumlah);
  urut.forEach(({ nomor, l }, i) => {
    isi[nomor] = pdf.slice(l, urut[i + 1]?.l ?? letakXref).replace(/^\d+ 0 obj\s/, '');
  });
  return {
    kepala: pdf.slice(0, urut[0]?.l ?? 0),
    isi,
    trailer: bagian(pdf.slice(letakXref), /trailer\s+(<<[\s\S]*>>)\s+startxref/, 'trailer'),
  };
};

const susun = ({ kepala, isi, trailer }: Objek): string => {
  let pdf = kepala;
  const xref = isi.map((objek, nomor) => {
    if (objek === undefined) return '0000000000 65535 f\r\n';
    const letak = String(pdf.length).padStart(10, '0');
    pdf += `${nomor} 0 obj\n${objek}`;
    return `${letak} 00000 n\r\n`;
  });
  xref[0] = '0000000000 65535 f\r\n';
  const baru = trailer.replace(/\/Size \d+/, `/Size ${isi.length}`);
  return `${pdf}xref\n0 ${isi.length}\n${xref.join('')}trailer\n${baru}\nstartxref\n${pdf.length}\n%%EOF\n`;
};

/** What stands before the bytes of a stream: only there are references references. */
const kamus = (objek: string): string => objek.split(/\bstream\r?\n/, 1)[0] ?? '';

/** Copies an object of another file and all it refers to; gives its number. */
const salin = (ke: Objek, dari: Objek, nomor: number, sudah = new Map<number, number>()): number => {
  const ada = sudah.get(nomor);
  if (ada !== undefined) return ada;
  const asal = dari.isi[nomor] ?? rusak(`objek ${nomor}`);
  const baru = ke.isi.push('') - 1;
  sudah.set(nomor, baru);
  const depan = kamus(asal);
  const alih = depan.replace(/\b(\d+) 0 R\b/g, (_, n) => `${salin(ke, dari, Number(n), sudah)} 0 R`);
  ke.isi[baru] = alih + asal.slice(depan.length);
  return baru;
};

const angka = (n: number): string => String(Math.round(n * 1_000) / 1_000);

/** What an empty field shows: where to sign. */
const rupa = (lebar: number, tinggi: number): string => {
  const [l, t] = [angka(lebar), angka(tinggi)];
  const gambar = `0.6 G 0.5 w [2 2] 0 d 0.25 0.25 ${angka(lebar - 0.5)} ${angka(tinggi - 0.5)} re S`;
  const sifat = `/Type /XObject /Subtype /Form /BBox [0 0 ${l} ${t}] /Resources << >> /Length ${gambar.length}`;
  return `<< ${sifat} >>\nstream\n${gambar}\nendstream\nendobj\n`;
};

type Medan = { readonly nama: string; readonly nomor: number; readonly halaman: number };

const cariMedan = ({ isi }: Objek): Medan[] =>
  isi.flatMap((objek, nomor) => {
    const nama = objek && /\/Subtype \/Link\b[\s\S]*\/URI \(amanah-medan:(\w+)\)/.exec(objek)?.[1];
    if (!nama) return [];
    const acuan = new RegExp(`/Annots \\[[^\\]]*\\b${nomor} 0 R`);
    const halaman = isi.findIndex((o) => o?.includes('/Type /Page\n') && acuan.test(o));
    return [{ nama, nomor, halaman: halaman < 0 ? rusak(`halaman ${nama}`) : halaman }];
  });

const jadikanMedan = (o: Objek, { nama, nomor, halaman }: Medan): void => {
  const lama = o.isi[nomor] ?? '';
  const persegi = bagian(lama, /\/Rect \[([^\]]+)\]/, 'Rect').trim();
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = persegi.split(/\s+/).map(Number);
  const letakTag = bagian(lama, /\/StructParent (\d+)/, 'StructParent');
  const tampak = o.isi.push(rupa(x2 - x1, y2 - y1)) - 1;
  const keterangan = nama.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
  o.isi[nomor] =
    `<< /Type /Annot /Subtype /Widget /FT /Sig /T (${nama}) /TU (Tanda tangan ${keterangan}) /Rect [${persegi}] /F 4` +
    ` /P ${halaman} 0 R /StructParent ${letakTag} /AP << /N ${tampak} 0 R >> >>\nendobj\n`;
  const tag = o.isi.findIndex((s) => s?.includes('/S /Link') && s.includes(`/Obj ${nomor} 0 R`));
  o.isi[tag] = (o.isi[tag] ?? rusak(`tag ${nama}`)).replace('/S /Link', '/S /Form');
};

const latin = (b: Uint8Array): string => Buffer.from(b.buffer, b.byteOffset, b.byteLength).toString('latin1');

/**
 * The file with its empty signature fields, in the order of `nama`. `huruf` is a PDF of Typst whose first font comes
 * along whole as /Amanah, so that what a signature shows can be written in an embedded font too (PDF/A asks for it).
 */
export const pasangMedan = (pdf: Uint8Array, huruf: Uint8Array, nama: readonly string[]): Uint8Array => {
  const [o, lain] = [uraikan(latin(pdf)), uraikan(latin(huruf))];
  const ada = cariMedan(o);
  const medan = nama.map((n) => ada.find((m) => m.nama === n) ?? rusak(`medan ${n}`));
  if (ada.length !== medan.length) rusak(`${ada.length} medan`);
  for (const m of medan) jadikanMedan(o, m);
  const font = salin(
    o,
    lain,
    lain.isi.findIndex((s) => s?.includes('/Subtype /Type0')),
  );
  const daftar = medan.map((m) => `${m.nomor} 0 R`).join(' ');
  const formulir = o.isi.push(
    // SigFlags 3: there are signature fields, and only appending keeps what they hold.
    `<< /Fields [${daftar}] /SigFlags 3 /DR << /Font << /Amanah ${font} 0 R >> >> /DA (/Amanah 8 Tf 0 g) >>\nendobj\n`,
  );
  const akar = Number(bagian(o.trailer, /\/Root (\d+) 0 R/, 'Root'));
  o.isi[akar] = (o.isi[akar] ?? '').replace(/<</, `<<\n  /AcroForm ${formulir - 1} 0 R`);
  return Buffer.from(susun(o), 'latin1');
};
