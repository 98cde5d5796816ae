import { inflateSync } from 'node:zlib';
import { Penolakan, tolak } from '../kernel/penolakan.js';
import type { JenisKertas } from '../planning/berkas-kertas/berkas-kertas.decider.js';

export const BATAS_KERTAS = 25 * 1024 * 1024; // bytes
const URAI = 8 * 1024 * 1024; // bytes of one object stream; a scanner writes a few kB
const URAI_SEMUA = 64 * 1024 * 1024;
const EKOR = 1024; // a PDF's %%EOF stands within its last bytes

const salah = (sebab: string): never => tolak('BERKAS_KERTAS_TIDAK_SAH', { sebab });

/**
 * What a page does not need: it runs, opens, sends, or brings along something (ISO 32000-1, 12.6.4, 7.11.4, 12.7.8).
 * Looked for in the whole file, since an object may also lie within what passes for a picture. So each pattern is longer
 * than what the bytes of a picture hold by chance: /JS is not among them, an action that has it is named /JavaScript or
 * /Rendition, and /XFA counts with its value only.
 */
const AKTIF =
  /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|GoToR|GoToE|SubmitForm|ImportData|Rendition|Movie|Sound|XFA(?=\s*(?:\[\s*[(<\d]|\d+\s+\d+\s+R)))(?![A-Za-z0-9])/;

/** Names may be written with #xx for any character. */
const polos = (teks: string): string =>
  teks.replace(/#([0-9A-Fa-f]{2})/g, (_, h: string) => String.fromCharCode(Number.parseInt(h, 16)));

const wajibTanpaIsiAktif = (teks: string): void => {
  const [, nama] = AKTIF.exec(polos(teks)) ?? [];
  if (nama !== undefined) salah(`berisi ${nama}`);
};

/** Objects may hide in compressed streams; pictures and page contents hold no actions. */
const wajibAliranTenang = (isi: Buffer): void => {
  const teks = isi.toString('latin1');
  const aliran = [...teks.matchAll(/\/Type\s*\/ObjStm[\s\S]{0,2000}?stream\r?\n/g)];
  if (polos(teks).split('/ObjStm').length - 1 !== aliran.length) salah('aliran objek tersamar');
  let sisa = URAI_SEMUA;
  for (const m of aliran) {
    const dari = m.index + m[0].length;
    const sampai = teks.indexOf('endstream', dari);
    if (sampai < 0) salah('aliran objek terpotong');
    try {
      const terurai = inflateSync(isi.subarray(dari, sampai), { maxOutputLength: Math.min(URAI, sisa) });
      sisa -= terurai.length;
      wajibTanpaIsiAktif(terurai.toString('latin1'));
    } catch (e) {
      if (e instanceof Penolakan) throw e;
      salah('aliran objek tidak terbaca'); // damaged, or larger than any scanner writes
    }
  }
};

const pdfSah = (isi: Buffer): JenisKertas => {
  const teks = isi.toString('latin1');
  const ekor = teks.slice(-EKOR);
  if (!/%%EOF\s*$/.test(ekor)) return salah('tidak berakhir sebagai PDF');
  if (ekor.includes('PK\x05\x06')) return salah('juga sebuah ZIP');
  if (/\/Encrypt(?![A-Za-z])/.test(polos(teks))) return salah('PDF bersandi');
  wajibTanpaIsiAktif(teks);
  wajibAliranTenang(isi);
  return 'pdf';
};

const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const AKHIR_JPEG = Buffer.from([0xff, 0xd9]);
const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const AKHIR_PNG = Buffer.from('0000000049454e44ae426082', 'hex');
const berawal = (isi: Buffer, tanda: Buffer): boolean => isi.subarray(0, tanda.length).equals(tanda);
const berakhir = (isi: Buffer, tanda: Buffer): boolean => isi.subarray(-tanda.length).equals(tanda);

/**
 * What an archived paper is, by its bytes: neither its name nor its Content-Type is asked. Refuses
 * BERKAS_KERTAS_TIDAK_SAH: anything else, a file that is two things at once, a PDF that is locked or does more than show
 * pages. It is never opened here, and handed out for download only.
 */
export const jenisKertas = (bita: Uint8Array): JenisKertas => {
  const isi = Buffer.from(bita.buffer, bita.byteOffset, bita.byteLength);
  if (isi.length === 0) return salah('kosong');
  if (berawal(isi, Buffer.from('%PDF-'))) return pdfSah(isi);
  if (berawal(isi, JPEG)) return berakhir(isi, AKHIR_JPEG) ? 'jpeg' : salah('tidak berakhir sebagai JPEG');
  if (berawal(isi, PNG)) return berakhir(isi, AKHIR_PNG) ? 'png' : salah('tidak berakhir sebagai PNG');
  return salah('bukan PDF, JPEG, atau PNG');
};
