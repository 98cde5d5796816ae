import { createHash } from 'node:crypto';
import { openSync, realpathSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import type { PermintaanBukaTahun } from '../../exchange/buka-tahun.js';
import type { HasilBukaTahun } from '../../exchange/operator.js';
import type { JawabanImpor, PermintaanImpor } from '../../exchange/pertukaran.js';
import type { Kode } from '../../kernel/penolakan.js';
import type { MuatanNomenklatur } from '../../planning/nomenklatur/nomenklatur.pelaksana.js';
import type { HasilImpor } from '../../reporting/impor/impor.paket.js';

/** How far a long work is: `selesai` of `dari` steps of the stage `tahap`. */
export type Kemajuan = { readonly tahap: string; readonly selesai: number; readonly dari: number };
export type Lapor = (kemajuan: Kemajuan) => void;

/** What a server does for a command line beside it. */
export type Pelaksana = {
  readonly impor: (berkas: Uint8Array, lapor: Lapor) => Promise<HasilImpor>;
  readonly nomenklatur: (muatan: MuatanNomenklatur, berkas: Uint8Array, lapor: Lapor) => Promise<HasilImpor>;
  readonly imporLembar: (
    lembar: PermintaanLembar,
    berkas: Uint8Array<ArrayBuffer>,
    lapor: Lapor,
  ) => Promise<JawabanImpor>;
  readonly bukaTahun: (p: PermintaanBukaTahun, lapor: Lapor) => Promise<HasilBukaTahun>;
  readonly alamat: () => Promise<AlamatServer>;
};

/** Where people reach the server; null while it is not listening yet. */
export type AlamatServer = { readonly alamat: string | null };

/** What a spreadsheet is sent as, besides its bytes. */
export type PermintaanLembar = Pick<PermintaanImpor, 'jenis' | 'kunci' | 'pratinjau' | 'cara'>;

// One JSON document a line. A request is one line, its answer any number of `kemajuan` and then `hasil` or `galat`.
export type Permintaan = { readonly berkas: string } & ( // base64
  | { readonly perintah: 'impor' }
  | { readonly perintah: 'nomenklatur'; readonly muatan: MuatanNomenklatur }
  | { readonly perintah: 'impor-lembar'; readonly lembar: PermintaanLembar }
  | { readonly perintah: 'buka-tahun'; readonly buka: PermintaanBukaTahun } // no bytes
  | { readonly perintah: 'alamat' } // no bytes
);
export type Hasil = HasilImpor | JawabanImpor | HasilBukaTahun | AlamatServer;
export type Jawaban =
  | { readonly kemajuan: Kemajuan }
  | { readonly hasil: Hasil }
  | { readonly galat: { readonly kode: Kode; readonly pesan: string } };
/** The longest line, in bytes: the largest file as base64, and room. */
export const BATAS_PESAN = 30 * 1024 * 1024;

const BATAS_ALAMAT = 100; // sun_path holds 104 to 108 bytes, the end mark included

/**
 * Where the server of this data folder listens. A path too long for a socket is reached through an open handle of the
 * folder (Linux); on Windows it is a named pipe. The folder must exist.
 */
export const alamatSoket = (folder: string): string => {
  const nyata = realpathSync(folder);
  if (process.platform === 'win32')
    return `\\\\.\\pipe\\amanah-${createHash('sha256').update(nyata).digest('hex').slice(0, 32)}`;
  const jalur = join(nyata, 'amanah.sock');
  if (Buffer.byteLength(jalur) <= BATAS_ALAMAT || process.platform !== 'linux') return jalur;
  return `/proc/self/fd/${openSync(nyata, 'r')}/amanah.sock`;
};

/** The lines of a socket; ends with the socket. Throws RangeError when one is longer than `batas` bytes. */
export async function* barisDari(soket: Socket, batas: number): AsyncGenerator<string> {
  let sisa: Buffer[] = [];
  let panjang = 0;
  // Ending the loop early must not end the socket: the answer is still to be written.
  for await (const potong of soket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    let mulai = 0;
    for (let akhir = potong.indexOf(10); akhir >= 0; akhir = potong.indexOf(10, mulai)) {
      yield Buffer.concat([...sisa, potong.subarray(mulai, akhir)]).toString('utf8');
      sisa = [];
      panjang = 0;
      mulai = akhir + 1;
    }
    panjang += potong.length - mulai;
    if (panjang > batas) throw new RangeError(`baris lebih panjang daripada ${batas} bita`);
    sisa.push(potong.subarray(mulai));
  }
}
