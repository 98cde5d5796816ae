import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Arsip, ArsipRusak } from '../../kernel/arsip.js';
import { sha256Hex } from '../../kernel/sidik.js';

const NAMA = /^[0-9a-f]{64}$/;
const tidakAda = (e: unknown): boolean => (e as NodeJS.ErrnoException).code === 'ENOENT';

const selaraskanFolder = async (folder: string): Promise<void> => {
  const f = await open(folder);
  await f.sync().finally(() => f.close());
};

/** The archive in a folder of its own: arsip/ab/abcd… Written beside and renamed, so that a file is whole or not there. */
export class FolderArsip extends Arsip {
  constructor(private readonly akar: string) {
    super();
  }

  async simpan(isi: Uint8Array): Promise<string> {
    const sidik = sha256Hex(isi);
    const folder = join(this.akar, sidik.slice(0, 2));
    if ((await this.baca(sidik).catch(() => null)) !== null) return sidik;
    const baru = await mkdir(folder, { recursive: true, mode: 0o700 });
    const sementara = join(folder, `${randomUUID()}.baru`);
    try {
      const f = await open(sementara, 'wx', 0o600);
      try {
        await f.writeFile(isi);
        await f.sync();
      } finally {
        await f.close();
      }
      await rename(sementara, join(folder, sidik));
    } catch (e) {
      await rm(sementara, { force: true });
      throw e;
    }
    await selaraskanFolder(folder);
    if (baru !== undefined) await selaraskanFolder(this.akar);
    return sidik;
  }

  async baca(sidik: string): Promise<Uint8Array | null> {
    if (!NAMA.test(sidik)) return null; // never a path from outside
    try {
      const isi = await readFile(join(this.akar, sidik.slice(0, 2), sidik));
      if (sha256Hex(isi) !== sidik) throw new ArsipRusak(sidik);
      return isi;
    } catch (e) {
      if (tidakAda(e)) return null;
      throw e;
    }
  }

  async *daftar(): AsyncIterable<string> {
    const folder = await readdir(this.akar).catch((e: unknown) => (tidakAda(e) ? [] : Promise.reject(e)));
    for (const f of folder)
      for (const nama of await readdir(join(this.akar, f))) if (NAMA.test(nama)) yield nama;
  }
}
