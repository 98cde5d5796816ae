import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pelaku, Peran } from '../../approval/wewenang.js';
import type { StatusPejabat } from '../../kernel/decider.js';
import { kunci } from '../../kernel/kunci.js';
import { sha256Hex } from '../../kernel/sidik.js';

/** Whom a token speaks for. `opd` is OPD_PEMDA for the pemda's own offices; `jabatan` is the office's code, such as `kepala`. */
export type DataToken = {
  readonly akun: string;
  readonly peran: Peran;
  readonly pemda: string;
  readonly opd: string;
  readonly jabatan: string;
  readonly sebutan: string;
  readonly subjek: string | null;
  readonly status: StatusPejabat | null;
};
type Baris = DataToken & { readonly sidik: string };

/** Only the SHA-256 of each token is kept: who reads the file cannot act with it. */
const BERKAS = 'token.json';
const SETIAP = 1_000; // ms between looks at the file while known tokens come in

const bacaBerkas = (jalur: string): Baris[] => {
  try {
    return JSON.parse(readFileSync(jalur, 'utf8')) as Baris[];
  } catch (e) {
    if ((e as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new Error(`${jalur} tidak dapat dibaca sebagai daftar token`, { cause: e });
  }
};

const pelaku = ({ akun, peran, pemda, opd, jabatan, sebutan, subjek, status }: Baris): Pelaku => ({
  akun,
  peran,
  pemda,
  opd,
  pejabat: { jabatan: kunci.jabatan(pemda, opd, jabatan), sebutan, status, subjek },
});

/** Issues a token of 256 random bits for an existing data folder and gives it, the only time it is seen. Owner-only file, replaced whole. */
export const terbitkanToken = (folder: string, data: DataToken): string => {
  const jalur = join(folder, BERKAS);
  const token = `amanah_${randomBytes(32).toString('base64url')}`;
  const baris: Baris = { sidik: sha256Hex(token), ...data };
  pelaku(baris); // refuses a code that could not name an office
  const baru = `${jalur}.${process.pid}.baru`;
  writeFileSync(baru, `${JSON.stringify([...bacaBerkas(jalur), baris], null, 2)}\n`, { mode: 0o600 });
  renameSync(baru, jalur);
  return token;
};

/** The tokens of a data folder. Follows the file: a new token works at once, a removed one at most a second longer. */
export class DaftarToken {
  private isi: ReadonlyMap<string, Pelaku> = new Map();
  private versi = '';
  private dilihat = Number.NEGATIVE_INFINITY;

  constructor(private readonly folder: string) {
    this.segarkan();
  }

  /** Whom this token speaks for; null for one that is not known. Looked up by its hash, so the time tells nothing of the text. */
  cari(token: string): Pelaku | null {
    const sidik = sha256Hex(token);
    if (performance.now() - this.dilihat > SETIAP || !this.isi.has(sidik)) this.segarkan();
    return this.isi.get(sidik) ?? null;
  }

  private segarkan(): void {
    const s = statSync(join(this.folder, BERKAS), { throwIfNoEntry: false });
    const versi = s === undefined ? '' : `${s.mtimeMs}.${s.size}.${s.ino}`;
    this.dilihat = performance.now();
    if (versi === this.versi) return;
    this.isi = new Map(bacaBerkas(join(this.folder, BERKAS)).map((b) => [b.sidik, pelaku(b)]));
    this.versi = versi;
  }
}

/** The tokens of a data folder, checked now. Throws when the file is there and cannot be read. */
export const bacaToken = (folder: string): DaftarToken => new DaftarToken(folder);

/** The token in `Authorization: Bearer …`; undefined for anything else. */
export const tokenDari = (authorization: unknown): string | undefined =>
  typeof authorization === 'string' ? /^Bearer ([\w-]{1,200})$/.exec(authorization)?.[1] : undefined;
