import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { akarUji, type PihakUji, pejabatUji } from './ca-uji.js';

export type Ulah =
  | 'jujur'
  | 'diam'
  | 'galat'
  | 'html'
  | 'besar'
  | 'tolak'
  | 'nonce-lain'
  | 'alih'
  | 'isi-lain';
export type TsaUji = {
  readonly alamat: string;
  readonly akar: PihakUji;
  ulah: Ulah;
  diminta: number;
  readonly tutup: () => Promise<void>;
};

const SETELAN = (folder: string): string => `[tsa]
default_tsa = t
[t]
serial = ${folder}/nomor
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
`;
const pem = (der: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/(.{64})/g, '$1\n')}\n-----END CERTIFICATE-----\n`;

/** A time-stamp authority that really stamps: `openssl ts` behind a server on loopback, which can also misbehave. */
export const mulaiTsa = async (): Promise<TsaUji> => {
  const folder = mkdtempSync(join(tmpdir(), 'amanah-tsa-'));
  const [akar, tsa] = [akarUji('Akar Cap Waktu Uji')].flatMap((a) => [
    a,
    pejabatUji(a, 'TSA Uji', { jenis: 'cap-waktu' }),
  ]);
  if (akar === undefined || tsa === undefined) throw new Error('no certificates');
  const di = (nama: string): string => join(folder, nama);
  writeFileSync(di('setelan'), SETELAN(folder));
  writeFileSync(di('nomor'), '01\n');
  writeFileSync(di('tsa.pem'), pem(tsa.der));
  writeFileSync(di('akar.pem'), pem(akar.der));
  writeFileSync(di('kunci.pem'), tsa.privat.export({ type: 'pkcs8', format: 'pem' }));
  const jawab = async (tanya: Buffer): Promise<Buffer> => {
    writeFileSync(di('tanya'), tanya);
    await promisify(execFile)('openssl', [
      'ts',
      '-reply',
      '-config',
      di('setelan'),
      '-queryfile',
      di('tanya'),
      '-signer',
      di('tsa.pem'),
      '-inkey',
      di('kunci.pem'),
      '-chain',
      di('akar.pem'),
      '-out',
      di('jawab'),
    ]);
    return readFileSync(di('jawab'));
  };
  const ulahkan: Readonly<Record<Ulah, (tanya: Buffer, r: ServerResponse) => Promise<unknown> | unknown>> = {
    jujur: async (t, r) => r.end(await jawab(t)),
    diam: () => undefined,
    galat: (_, r) => r.writeHead(503).end('sibuk'),
    html: (_, r) => r.end('<html>masuk dahulu</html>'),
    besar: (_, r) => r.end(Buffer.alloc(50 * 1024 * 1024, 0x30)),
    tolak: async (_, r) => r.end(await jawab(Buffer.from('3003020105', 'hex'))),
    'nonce-lain': async (t, r) => r.end(await jawab(ubahNonce(t))),
    'isi-lain': async (t, r) => r.end(await jawab(ubahIsi(t))),
    alih: (_, r) => r.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
  };
  const server = createServer((q, r) => {
    const bagian: Buffer[] = [];
    q.on('data', (b: Buffer) => bagian.push(b)).on('end', () => {
      tsaUji.diminta++;
      void Promise.resolve(ulahkan[tsaUji.ulah](Buffer.concat(bagian), r)).catch(() => r.destroy());
    });
  });
  await new Promise<void>((siap) => server.listen(0, '127.0.0.1', siap));
  const tsaUji: TsaUji = {
    alamat: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    akar,
    ulah: 'jujur',
    diminta: 0,
    tutup: async () => {
      server.closeAllConnections();
      await new Promise((selesai) => server.close(selesai));
      rmSync(folder, { recursive: true });
    },
  };
  return tsaUji;
};

/** The nonce is the last integer of the request, before certReq; the digest stands behind its header. */
const ubahNonce = (t: Buffer): Buffer => {
  const b = Buffer.from(t);
  b[b.length - 4] = (b[b.length - 4] ?? 0) ^ 1;
  return b;
};
const ubahIsi = (t: Buffer): Buffer => {
  const b = Buffer.from(t);
  const di = b.indexOf(Buffer.from('0420', 'hex')) + 5;
  b[di] = (b[di] ?? 0) ^ 1;
  return b;
};
