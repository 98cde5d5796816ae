import { connect, type Socket } from 'node:net';
import {
  alamatSoket,
  BATAS_PESAN,
  barisDari,
  type Hasil,
  type Jawaban,
  type Lapor,
  type Permintaan,
} from '../infra/soket/protokol.js';
import { type Kode, Penolakan } from '../kernel/penolakan.js';
import type { HasilImpor } from '../reporting/impor/impor.paket.js';

/** The server's answer was a refusal of its own; its sentence is already made. */
export class DitolakServer extends Penolakan {
  constructor(
    kode: Kode,
    readonly pesan: string,
  ) {
    super(kode);
  }
}

const TIDAK_ADA = ['ENOENT', 'ECONNREFUSED', 'EACCES'];

/** Undefined when nobody listens there. */
const sambung = (folder: string): Promise<Socket | undefined> =>
  new Promise((jawab, gagal) => {
    const soket = connect(alamatSoket(folder));
    soket.once('connect', () => jawab(soket));
    soket.once('error', (e: NodeJS.ErrnoException) =>
      TIDAK_ADA.includes(e.code ?? '') ? jawab(undefined) : gagal(e),
    );
  });

type Perintah = Permintaan extends infer P ? (P extends unknown ? Omit<P, 'berkas'> : never) : never;

/**
 * Asks the server of this data folder to take a file; undefined when none listens. Its refusals come as Penolakan;
 * HASIL_BELUM_PASTI when the line ended before the answer: a file may be sent again.
 */
export const lewatServer = async <T extends Hasil = HasilImpor>(
  folder: string,
  perintah: Perintah,
  berkas: Uint8Array,
  lapor: Lapor,
): Promise<T | undefined> => {
  const soket = await sambung(folder);
  if (soket === undefined) return undefined;
  try {
    const isi = Buffer.from(berkas.buffer, berkas.byteOffset, berkas.byteLength).toString('base64');
    soket.write(`${JSON.stringify({ ...perintah, berkas: isi })}\n`);
    for await (const baris of barisDari(soket, BATAS_PESAN)) {
      const jawaban = JSON.parse(baris) as Jawaban;
      if ('hasil' in jawaban) return jawaban.hasil as T;
      if ('galat' in jawaban) throw new DitolakServer(jawaban.galat.kode, jawaban.galat.pesan);
      lapor(jawaban.kemajuan);
    }
    throw new Penolakan('HASIL_BELUM_PASTI');
  } finally {
    soket.destroy();
  }
};
