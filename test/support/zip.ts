import { crc32, deflateRawSync } from 'node:zlib';

/** One entry, and what its headers claim of it where that is to be a lie. */
export type EntriUji = {
  readonly nama: string;
  readonly isi: string | Buffer;
  readonly simpan?: boolean; // not compressed
  readonly mode?: number; // Unix mode
  readonly ukuran?: number; // claimed size
  readonly padaEntri?: number; // its bytes are those of an earlier entry
};

/** A ZIP as the test wants it, also one that no program would write. */
export const zipUji = (
  entri: readonly EntriUji[],
  { depan = '', belakang = '', komentar = '' } = {},
): Buffer => {
  const bagian: Buffer[] = [Buffer.from(depan)];
  const pusat: Buffer[] = [];
  const letak: number[] = [];
  let posisi = bagian[0]?.length ?? 0;
  for (const e of entri) {
    const isi = Buffer.from(e.isi);
    const data = e.simpan ? isi : deflateRawSync(isi);
    const nama = Buffer.from(e.nama);
    const kepala = Buffer.alloc(26);
    kepala.writeUInt16LE(20, 0);
    kepala.writeUInt16LE(0x800, 2);
    kepala.writeUInt16LE(e.simpan ? 0 : 8, 4);
    kepala.writeUInt32LE(crc32(isi), 10);
    kepala.writeUInt32LE(data.length, 14);
    kepala.writeUInt32LE(e.ukuran ?? isi.length, 18);
    kepala.writeUInt16LE(nama.length, 22);
    const mulai = e.padaEntri === undefined ? posisi : (letak[e.padaEntri] ?? 0);
    letak.push(mulai);
    if (e.padaEntri === undefined) {
      const lokal = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), kepala, nama, data]);
      bagian.push(lokal);
      posisi += lokal.length;
    }
    const sisa = Buffer.alloc(14);
    sisa.writeUInt32LE(((e.mode ?? 0o100644) << 16) >>> 0, 6);
    sisa.writeUInt32LE(mulai, 10);
    pusat.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02', 'latin1'),
        Buffer.from([20, 3]), // made on Unix
        kepala,
        sisa,
        nama,
      ]),
    );
  }
  const direktori = Buffer.concat(pusat);
  const penutup = Buffer.alloc(22);
  penutup.write('PK\x05\x06', 'latin1');
  penutup.writeUInt16LE(Math.min(entri.length, 0xffff), 8);
  penutup.writeUInt16LE(Math.min(entri.length, 0xffff), 10);
  penutup.writeUInt32LE(direktori.length, 12);
  penutup.writeUInt32LE(posisi, 16);
  penutup.writeUInt16LE(Buffer.byteLength(komentar), 20);
  return Buffer.concat([...bagian, direktori, penutup, Buffer.from(komentar), Buffer.from(belakang)]);
};

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const UTAMA = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

type IsiXlsx = {
  readonly lembar?: string; // the whole sheet, or only its rows in `baris`
  readonly baris?: string;
  readonly buku?: string;
  readonly teks?: string;
  readonly gaya?: string;
  readonly tambahan?: readonly EntriUji[];
};

/** The parts of the smallest XLSX with one sheet 'Lembar', in the words of the format itself. */
export const bagianXlsx = (isi: IsiXlsx = {}): EntriUji[] => [
  {
    nama: '[Content_Types].xml',
    isi: `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
  },
  {
    nama: '_rels/.rels',
    isi: `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  },
  {
    nama: 'xl/workbook.xml',
    isi: `${XML}<workbook xmlns="${UTAMA}" xmlns:r="${REL}">${isi.buku ?? ''}<sheets><sheet name="Lembar" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  },
  {
    nama: 'xl/_rels/workbook.xml.rels',
    isi: `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${REL}/styles" Target="/xl/styles.xml"/></Relationships>`,
  },
  { nama: 'xl/sharedStrings.xml', isi: `${XML}<sst xmlns="${UTAMA}">${isi.teks ?? ''}</sst>` },
  { nama: 'xl/styles.xml', isi: `${XML}<styleSheet xmlns="${UTAMA}">${isi.gaya ?? ''}</styleSheet>` },
  {
    nama: 'xl/worksheets/sheet1.xml',
    isi:
      isi.lembar ?? `${XML}<worksheet xmlns="${UTAMA}"><sheetData>${isi.baris ?? ''}</sheetData></worksheet>`,
  },
  ...(isi.tambahan ?? []),
];

export const xlsxUji = (isi: IsiXlsx = {}): Buffer => zipUji(bagianXlsx(isi));
