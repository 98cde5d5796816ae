import { desimalSah } from './desimal.js';
import { type JenisKolom, KOSONG, type Kolom, type Sel } from './lembar-kerja.js';
import { tolak } from './penolakan.js';
import { rupiahSah } from './rupiah.js';

const RIBUAN = /^-?[1-9]\d{0,2}(\.\d{3})+$/;

const salah = (sebab: string): never => tolak('SEL_TIDAK_SAH', { sebab });
const petik = (teks: string): string => `"${teks.slice(0, 60)}"`;

/**
 * A decimal as people in Indonesia write it ('1.234,5'), or as files carry it ('91.50'). '1.234' may mean either, and is
 * refused. Null for what is no number.
 */
const desimalTeks = (teks: string): string | null => {
  const rapat = teks.replace(/\s/g, '');
  const [bulat = '', pecahan, lebih] = rapat.split(',');
  if (lebih !== undefined) return null;
  if (pecahan !== undefined) {
    const utuh = RIBUAN.test(bulat) ? bulat.replaceAll('.', '') : bulat;
    return desimalSah(`${utuh}.${pecahan}`) ? `${utuh}.${pecahan}` : null;
  }
  if (/^-?[1-9]\d{0,2}\.\d{3}$/.test(rapat))
    return salah(
      `${petik(teks)} dapat dibaca ribuan atau pecahan; tulis ${rapat.replace('.', ',')} atau ${rapat.replace('.', '')}`,
    );
  const utuh = RIBUAN.test(rapat) ? rapat.replaceAll('.', '') : rapat;
  return desimalSah(utuh) ? utuh : null;
};

/** With the zeros that the cell shows behind its figure. */
const sebagaimanaTampil = (teks: string, paling: number): string => {
  const [bulat = '', pecahan = ''] = teks.split('.');
  return pecahan.length >= paling ? teks : `${bulat}.${pecahan.padEnd(paling, '0')}`;
};

const desimal = (s: Sel, teks: string): string => {
  const nilai = s.jenis === 'angka' ? sebagaimanaTampil(teks, s.desimal ?? 0) : desimalTeks(teks);
  return nilai !== null && desimalSah(nilai)
    ? nilai
    : salah(`${petik(teks)} bukan angka; tulis misalnya 91,50, paling banyak 6 desimal`);
};

/** A decimal, a range of two ('20..25'), or a label as it stands: which of them the indicator takes is its own rule. */
const nilai = (s: Sel, teks: string): string => {
  if (s.jenis === 'angka') return desimal(s, teks);
  return teks
    .split('..')
    .map((bagian) => desimalTeks(bagian) ?? bagian.trim())
    .join('..');
};

const rupiah = (teks: string): string => {
  const rapat = teks
    .replace(/^Rp\.?/i, '')
    .replace(/\s/g, '')
    .replace(/,0*$/, '');
  const utuh = RIBUAN.test(rapat) ? rapat.replaceAll('.', '') : rapat;
  return rupiahSah(utuh)
    ? BigInt(utuh).toString()
    : salah(`${petik(teks)} bukan rupiah bulat; tulis misalnya 516543100`);
};

const tanggal = (teks: string): string => {
  const [, hari, bulan, tahun] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(teks) ?? [];
  if (hari !== undefined && bulan !== undefined)
    return `${tahun}-${bulan.padStart(2, '0')}-${hari.padStart(2, '0')}`;
  return /^\d{4}-\d{2}-\d{2}$/.test(teks)
    ? teks
    : salah(`${petik(teks)} bukan tanggal; tulis misalnya 2023-01-31 atau 31/01/2023`);
};

const kode = (s: Sel, teks: string): string =>
  s.jenis === 'angka' && teks.includes('.')
    ? salah(`kode ${teks} tersimpan sebagai angka, sehingga nol di belakangnya hilang; jadikan teks`)
    : teks;

const pilihan = (daftar: readonly string[], teks: string): string =>
  daftar.find((p) => p.toLowerCase() === teks.toLowerCase()) ??
  salah(`${petik(teks)} tidak ada di daftar: ${daftar.join(', ')}`);

const teksDari = (s: Sel): string | null => {
  switch (s.jenis) {
    case 'kosong':
      return null;
    case 'rumus':
      return tolak('SEL_RUMUS');
    case 'galat':
      return salah('sel menunjukkan galat');
    case 'logis':
      return s.nilai ? 'ya' : 'tidak';
    default: {
      const teks = s.nilai.replaceAll('\r\n', '\n').trim();
      return teks === '' ? null : teks;
    }
  }
};

const BERANGKA: ReadonlySet<JenisKolom> = new Set(['desimal', 'nilai', 'rupiah', 'bulat']);

/** What a cell says in the terms of its column; null where it is blank. Refuses SEL_TIDAK_SAH and SEL_RUMUS. */
export const bacaSel = ({ jenis, pilihan: daftar, wajib }: Kolom, s: Sel): string | null => {
  const teks = teksDari(s);
  if (teks === null) return wajib ? salah('wajib diisi') : null;
  if (s.jenis === 'tanggal' && BERANGKA.has(jenis))
    return salah(
      `sel ini berisi tanggal (${teks}), bukan angka; ubah format selnya menjadi angka, lalu tulis lagi`,
    );
  if (daftar !== undefined) return pilihan(daftar, teks);
  switch (jenis) {
    case 'teks':
      return teks;
    case 'kode':
      return kode(s, teks);
    case 'desimal':
      return desimal(s, teks);
    case 'nilai':
      return nilai(s, teks);
    case 'rupiah':
      return rupiah(teks);
    case 'bulat':
      return /^\d{1,9}$/.test(teks) ? `${Number(teks)}` : salah(`${petik(teks)} bukan bilangan bulat`);
    case 'tanggal':
      return tanggal(teks);
  }
};

/** A range stands as text: with commas, since '1.125' may mean two things there. */
const rentangBerkoma = (isi: string): string =>
  isi
    .split('..')
    .map((bagian) => (desimalSah(bagian) ? bagian.replace('.', ',') : bagian))
    .join('..');

/** How a value stands in a cell of its column: read back it says the same. */
export const selDari = ({ jenis }: Kolom, isi: string | null | undefined): Sel => {
  if (isi === null || isi === undefined || isi === '') return KOSONG;
  if (jenis === 'tanggal') return { jenis: 'tanggal', nilai: isi };
  if (BERANGKA.has(jenis) && desimalSah(isi)) return { jenis: 'angka', nilai: isi };
  return { jenis: 'teks', nilai: jenis === 'nilai' ? rentangBerkoma(isi) : isi };
};

// A part in quotes ends at its own quote, when nothing but the next mark follows; any other text ends at the next mark.
const BAGIAN = /\s*(?:"((?:[^"]|"")*)"\s*(?=[;\n]|$)|([^;\n]*))(?:[;\n]|$)/y;

/** The parts of a cell that lists several codes or texts, between `;` or line by line; what `selDaftar` wrote comes back. */
export const daftarKode = (isi: string | null | undefined): string[] => {
  const [semua, bagian] = [isi ?? '', [] as string[]];
  BAGIAN.lastIndex = 0;
  while (BAGIAN.lastIndex < semua.length) {
    const [, berkutip, polos = ''] = BAGIAN.exec(semua) ?? [];
    if (berkutip !== undefined) bagian.push(berkutip.replaceAll('""', '"'));
    else if (polos.trim() !== '') bagian.push(polos.trim());
  }
  return bagian;
};

const berkutip = (bagian: string): string =>
  bagian === '' || bagian !== bagian.trim() || /[;"\r\n]/.test(bagian)
    ? `"${bagian.replaceAll('"', '""')}"`
    : bagian;

/** Several codes or texts as one cell, those with `;` or a quote in quotes; null where there are none. */
export const selDaftar = (kode: readonly (string | number)[]): string | null =>
  kode.length === 0 ? null : kode.map((k) => berkutip(`${k}`)).join('; ');
