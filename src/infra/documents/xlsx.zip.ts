import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { BatasBaca } from '../../kernel/lembar-kerja.js';
import { Penolakan, tolak } from '../../kernel/penolakan.js';

const KEPALA_LOKAL = 30; // bytes before an entry's name
const PENUTUP = 22; // bytes of the end record without a comment
const [JENIS_BERKAS, TAUTAN] = [0o170000, 0o120000]; // Unix mode, in the upper half of the external attributes
const KECIL = 100_000; // bytes; below it a ratio says nothing: a sheet of blanks packs 500 to 1
const NAMA = /^[\w[\]. -]+(\/[\w[\]. -]+)*$/;
const ARSIP = /\.(zip|xlsx|xlsm|xlsb|docx|docm|pptx|jar|7z|rar|gz)$/i;
const MAKRO = /vbaProject|\.bin$/i;

const bahaya = (sebab: string): never => tolak('BERKAS_TIDAK_AMAN', { sebab });
const besar = (sebab: string): never => tolak('BERKAS_TERLALU_BESAR', { sebab });

const periksaNama = (nama: string): void => {
  if (nama.length > 200 || !NAMA.test(nama) || nama.split('/').some((b) => /^\.+$/.test(b)))
    bahaya('ZIP memuat nama yang tidak wajar');
  if (ARSIP.test(nama)) bahaya('ZIP memuat berkas lain');
  if (/^xl\/vba/i.test(nama) || (MAKRO.test(nama) && !nama.includes('printerSettings')))
    bahaya('memuat makro atau objek tertanam');
};

const periksaEntri = (e: Entry, batas: BatasBaca): void => {
  periksaNama(e.fileName);
  if (((e.externalFileAttributes >>> 16) & JENIS_BERKAS) === TAUTAN) bahaya('ZIP memuat tautan');
  if (e.isEncrypted()) bahaya('bersandi');
  if (!e.canDecodeFileData()) bahaya('cara pemampatannya tidak dikenal');
  if (e.uncompressedSize > KECIL && e.uncompressedSize > batas.rasio * e.compressedSize)
    besar(`${e.fileName} dimampatkan lebih dari ${batas.rasio} kali`);
};

/** Two entries over the same bytes unpack them twice: the way in which 10 MB become 200 TB. */
const periksaTumpang = (entri: readonly Entry[], panjang: number): void => {
  let akhir = 0;
  for (const e of entri.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)) {
    if (e.relativeOffsetOfLocalHeader < akhir) bahaya('isi ZIP bertumpang tindih');
    akhir = e.relativeOffsetOfLocalHeader + KEPALA_LOKAL + e.fileNameRaw.length + e.compressedSize;
  }
  if (akhir > panjang - PENUTUP) bahaya('isi ZIP bertumpang tindih');
};

/** The parts of an XLSX by name, as they may be unpacked. Nothing was unpacked yet. */
export class BagianZip {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entri: ReadonlyMap<string, Entry>,
  ) {}

  /** Refuses what the central directory already says: how many entries, how large, where they lie and what they are called. */
  static async buka(bita: Buffer, batas: BatasBaca): Promise<BagianZip> {
    const zip = await fromBufferPromise(bita, { lazyEntries: true, autoClose: false }).catch(tidakTerbaca);
    if (zip.entryCount > batas.entri) return besar(`ZIP memuat lebih dari ${batas.entri} berkas`);
    if (zip.comment !== '') return bahaya('ZIP diikuti isi lain');
    const entri = new Map<string, Entry>();
    let terurai = 0;
    try {
      for await (const e of zip.eachEntry()) {
        if (e.fileName.endsWith('/')) continue;
        periksaEntri(e, batas);
        if (entri.has(e.fileName.toLowerCase())) bahaya('ZIP memuat satu nama dua kali');
        terurai += e.uncompressedSize;
        if (terurai > batas.bitaTerurai || terurai > KECIL + batas.rasio * bita.length)
          besar('isinya setelah diurai melampaui batas');
        entri.set(e.fileName.toLowerCase(), e);
      }
    } catch (e) {
      return tidakTerbaca(e);
    }
    periksaTumpang([...entri.values()], bita.length);
    return new BagianZip(zip, entri);
  }

  ada(nama: string): boolean {
    return this.entri.has(nama.toLowerCase());
  }

  /** The unpacked bytes of one part; more or fewer than its header promised ends with BERKAS_TIDAK_TERBACA. */
  async *isi(nama: string): AsyncGenerator<Buffer> {
    const entri = this.entri.get(nama.toLowerCase());
    if (entri === undefined) return tidakTerbaca(new Error(`tidak ada ${nama}`));
    let aliran: Readable | undefined;
    try {
      aliran = await this.zip.openReadStreamPromise(entri);
      yield* aliran as AsyncIterable<Buffer>;
    } catch (e) {
      tidakTerbaca(e);
    } finally {
      aliran?.destroy();
    }
  }
}

const tidakTerbaca = (e: unknown): never => {
  if (e instanceof Penolakan) throw e;
  const pesan = e instanceof Error ? e.message : String(e);
  if (/strong encryption/.test(pesan)) return bahaya('bersandi');
  if (/too many bytes|not enough bytes/i.test(pesan)) return bahaya('ukuran di dalam ZIP tidak benar');
  if (/relative path|absolute path|invalid characters/i.test(pesan))
    return bahaya('ZIP memuat nama yang tidak wajar');
  return tolak('BERKAS_BUKAN_LEMBAR_KERJA', { sebab: 'ZIP-nya rusak' });
};
