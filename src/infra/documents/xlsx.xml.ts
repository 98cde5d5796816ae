import { SaxesParser } from 'saxes';
import { Penolakan, tolak } from '../../kernel/penolakan.js';

/** What is heard of one part: elements by their local names, since each program binds its own prefixes. */
export type Pendengar = {
  readonly buka?: (nama: string, atribut: Readonly<Record<string, string>>) => void;
  readonly teks?: (isi: string) => void;
  readonly tutup?: (nama: string) => void;
};

const lokal = (nama: string): string => nama.slice(nama.indexOf(':') + 1);
const tanpaDtd = (): never => tolak('BERKAS_TIDAK_AMAN', { sebab: 'XML-nya memuat DTD' });

/**
 * Reads one XML part as its bytes come, nothing kept. Refuses a DTD before its entities could mean anything, encodings
 * other than UTF-8 (another one would hide a DTD from whoever looks at the bytes), and XML that is not well-formed.
 */
export const bacaXml = async (isi: AsyncIterable<Buffer>, pendengar: Pendengar): Promise<void> => {
  const urai = new SaxesParser({ position: false, xmlns: false });
  const { buka, teks, tutup } = pendengar;
  urai.on('doctype', tanpaDtd);
  urai.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8')
      tolak('BERKAS_TIDAK_AMAN', { sebab: 'XML-nya bukan UTF-8' });
  });
  urai.on('error', (e) => {
    throw e;
  });
  if (buka) urai.on('opentag', ({ name, attributes }) => buka(lokal(name), attributes));
  if (teks) urai.on('text', teks);
  if (teks) urai.on('cdata', teks);
  if (tutup) urai.on('closetag', ({ name }) => tutup(lokal(name)));
  const huruf = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const potong of isi) {
      const dibaca = huruf.decode(potong, { stream: true });
      if (dibaca.includes('<!DOCTYPE')) tanpaDtd(); // before its whole subset is kept
      urai.write(dibaca);
    }
    urai.write(huruf.decode()).close();
  } catch (e) {
    if (e instanceof Penolakan) throw e;
    tolak('BERKAS_BUKAN_LEMBAR_KERJA', { sebab: 'XML-nya rusak' });
  }
};

const LOLOS = /_x([0-9A-Fa-f]{4})_/g;

/** Text as Excel means it: it writes what XML cannot hold as _xHHHH_, and an underscore that would read so as _x005F_. */
export const tanpaLolos = (teks: string): string =>
  teks.includes('_x')
    ? teks.replace(LOLOS, (_, kode: string) => String.fromCharCode(Number.parseInt(kode, 16)))
    : teks;
