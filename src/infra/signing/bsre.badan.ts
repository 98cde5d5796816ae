import { crc32, deflateSync } from 'node:zlib';
import type { PermintaanTte } from '../../approval/tanda-tangan/penyedia.js';
import type { KonfigurasiBsre } from '../konfigurasi/bsre.js';
import type { Letak } from './pdf.gambaran.js';

const HEKSA = Buffer.from('0123456789abcdef');

/** Bytes of UTF-8 as the inside of a JSON string: a passphrase never becomes a text that nobody can wipe. */
const isiTeksJson = (b: Uint8Array): Buffer => {
  const hasil = Buffer.alloc(b.length * 6);
  let n = 0;
  for (const c of b) {
    if (c < 0x20) {
      n += hasil.write('\\u00', n, 'latin1');
      hasil[n++] = HEKSA[c >> 4] ?? 0;
      hasil[n++] = HEKSA[c & 15] ?? 0;
    } else {
      if (c === 0x22 || c === 0x5c) hasil[n++] = 0x5c;
      hasil[n++] = c;
    }
  }
  const isi = Buffer.from(hasil.subarray(0, n));
  hasil.fill(0);
  return isi;
};

const potong = (jenis: string, isi: Buffer): Buffer => {
  const badan = Buffer.concat([Buffer.from(jenis, 'latin1'), isi]);
  const kepala = Buffer.alloc(4);
  kepala.writeUInt32BE(isi.length);
  const akhir = Buffer.alloc(4);
  akhir.writeUInt32BE(crc32(badan));
  return Buffer.concat([kepala, badan, akhir]);
};

/** A thin frame, PNG: name and office are printed in the document itself, and a picture must not say more than it does. */
const bingkai = (lebar: number, tinggi: number): string => {
  const [l, t] = [Math.max(2, Math.round(lebar)), Math.max(2, Math.round(tinggi))];
  const tepi = (y: number) => y === 0 || y === t - 1;
  const baris = Array.from({ length: t }, (_, y) =>
    Buffer.from([
      0,
      ...Array.from({ length: l }, (_, x) => (tepi(y) || x === 0 || x === l - 1 ? 0x90 : 0xff)),
    ]),
  );
  const kepala = Buffer.alloc(13);
  kepala.writeUInt32BE(l, 0);
  kepala.writeUInt32BE(t, 4);
  kepala.set([8, 0, 0, 0, 0], 8); // 8 bits of grey
  const isi = deflateSync(Buffer.concat(baris));
  const tanda = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    tanda,
    potong('IHDR', kepala),
    potong('IDAT', isi),
    potong('IEND', Buffer.alloc(0)),
  ]).toString('base64');
};

/** From which corner the service counts is not in the public descriptions; `asalY` says it (docs/how-to/bsre.md). */
export const sifatTandaTangan = (
  { alasan, tempat }: Pick<PermintaanTte, 'alasan' | 'tempat'>,
  { kotak, halaman, tinggiHalaman }: Letak,
  k: Pick<KonfigurasiBsre, 'tampilan' | 'asalY'>,
): Record<string, unknown> => {
  const teks = { location: tempat, reason: alasan };
  if (k.tampilan === 'tersembunyi') return { tampilan: 'INVISIBLE', ...teks };
  const [width, height] = [kotak.kanan - kotak.kiri, kotak.atas - kotak.bawah];
  return {
    tampilan: 'VISIBLE',
    imageBase64: bingkai(width, height),
    page: halaman + 1,
    originX: kotak.kiri,
    originY: k.asalY === 'atas' ? tinggiHalaman - kotak.atas : kotak.bawah,
    width,
    height,
    ...teks,
  };
};

/** NIK first: the service knows persons by it. Null where neither is known. */
export const pengenal = (p: {
  readonly nik: string | null;
  readonly surel: string | null;
}): Record<string, string> | null =>
  p.nik !== null ? { nik: p.nik } : p.surel !== null ? { email: p.surel } : null;

/** The body of one signing, in bytes that the sender wipes. */
export const badanTte = (
  r: PermintaanTte,
  siapa: Record<string, string>,
  sifat: Record<string, unknown>,
): Buffer =>
  r.frasa.pakai((frasa) => {
    const rahasia = isiTeksJson(frasa);
    const awal = Buffer.from(`${JSON.stringify(siapa).slice(0, -1)},"passphrase":"`);
    const tengah = Buffer.from(`","signatureProperties":[${JSON.stringify(sifat)}],"file":["`);
    const berkas = Buffer.from(Buffer.from(r.pdf).toString('base64'), 'latin1');
    const badan = Buffer.concat([awal, rahasia, tengah, berkas, Buffer.from('"]}')]);
    rahasia.fill(0);
    return badan;
  });
