import type { Request } from 'express';
import { tolak } from '../kernel/penolakan.js';

const besar = (batas: number): never =>
  tolak('BERKAS_TERLALU_BESAR', { sebab: `lebih dari ${batas / 1024 / 1024} MB` });

/** The body as it comes, cut off one byte past the limit (bytes), whatever was announced. Refuses BERKAS_TERLALU_BESAR. */
export const badan = async (req: Request, batas: number): Promise<Uint8Array<ArrayBuffer>> => {
  if (Number(req.headers['content-length'] ?? 0) > batas) return besar(batas);
  const potongan: Buffer[] = [];
  let panjang = 0;
  for await (const potong of req as AsyncIterable<Buffer>) {
    panjang += potong.length;
    if (panjang > batas) return besar(batas);
    potongan.push(potong);
  }
  const bita = new Uint8Array(panjang); // not of Buffer's pool: it may move into a reader's thread
  let letak = 0;
  for (const potong of potongan) {
    bita.set(potong, letak);
    letak += potong.length;
  }
  return bita;
};
