import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { AKAR } from '../src/akar.js';
import type { HasilBeban, TugasBeban } from './beban.js';

/** The flags of `npm start`, read from where they are written, so that what is measured is what is run. */
export const benderaStart = (): string[] => {
  const { scripts } = JSON.parse(readFileSync(join(AKAR, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.split(' ').filter((kata) => kata.startsWith('--'));
};

/** A server in its own process, with the flags and the NODE_ENV of `npm start`. */
export const jalankanServer = (berkas: string, env: Readonly<Record<string, string>>): ChildProcess =>
  spawn(process.execPath, [...benderaStart(), berkas], {
    cwd: AKAR,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });

/** The next message of a child; throws when it ends without one. */
export const jawabanAnak = async (anak: ChildProcess): Promise<unknown> => {
  const berhenti = new AbortController();
  const { signal } = berhenti;
  const jawaban = once(anak, 'message', { signal }).then(([pesan]): unknown => pesan);
  const keluar = once(anak, 'exit', { signal }).then(([kode]): never => {
    throw new Error(`proses ${anak.spawnargs.at(1) ?? ''} berakhir (${kode}) tanpa menjawab`);
  });
  try {
    return await Promise.race([jawaban, keluar]);
  } finally {
    berhenti.abort();
    await Promise.allSettled([jawaban, keluar]);
  }
};

export const hentikan = async (anak: ChildProcess): Promise<void> => {
  if (anak.exitCode !== null || anak.signalCode !== null) return;
  const selesai = once(anak, 'exit');
  anak.kill('SIGTERM');
  await selesai;
};

/** A port that was free a moment ago. */
export const portBebas = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const alamat = server.address();
  server.close();
  await once(server, 'close');
  if (alamat === null || typeof alamat === 'string') throw new Error('alamat tanpa port');
  return alamat.port;
};

const tanya = async (port: number, token: string, badan: string): Promise<unknown> => {
  const jawaban = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: badan,
  });
  const isi = (await jawaban.json()) as { data?: unknown; errors?: unknown };
  if (isi.errors !== undefined) throw new JawabanSalah(JSON.stringify(isi.errors));
  return isi.data;
};

class JawabanSalah extends Error {}

/** Asks until the server answers: gives the answer of the first query that came through. A GraphQL error is no answer. */
export const tanyaSampaiDijawab = async (
  anak: ChildProcess,
  port: number,
  token: string,
  badan: string,
): Promise<unknown> => {
  for (;;) {
    if (anak.exitCode !== null) throw new Error(`server berhenti dengan status ${anak.exitCode}`);
    try {
      return await tanya(port, token, badan);
    } catch (e) {
      if (e instanceof JawabanSalah) throw e;
      await new Promise((lanjut) => setTimeout(lanjut, 5));
    }
  }
};

/** The second process that makes the load. */
export class Beban {
  private readonly anak = fork(join(__dirname, 'beban.js'));

  /** Answered requests per second; refuses a run in which any request failed. */
  async ukur(tugas: TugasBeban): Promise<number> {
    const jawaban = jawabanAnak(this.anak);
    this.anak.send(tugas);
    const hasil = (await jawaban) as HasilBeban;
    if (hasil.gagal > 0) throw new Error(`${hasil.gagal} permintaan gagal: ${hasil.contohGagal}`);
    return tugas.badan.length / hasil.detik;
  }

  tutup(): void {
    this.anak.kill();
  }
}
