import type { IncomingMessage } from 'node:http';
import type { Pelaku } from '../../../approval/wewenang.js';
import { tolak } from '../../../kernel/penolakan.js';
import type { AsalPermintaan } from '../asal-permintaan.js';
import type { KedudukanKini } from '../kedudukan-kini.js';
import type { LogKeamanan } from '../log-keamanan.js';
import { type DaftarToken, tokenDari } from '../token.js';
import type { Bertindak } from './bertindak.js';
import type { DaftarSesi, Sesi } from './daftar-sesi.js';
import { bacaKuki } from './kuki.js';

/** Who asks, over HTTP and WebSocket alike. */
export type Pengenalan = {
  /** Null without a known token or session, and for a session that has not chosen its office. */
  readonly pelaku: Pelaku | null;
  /** Null for a token: behind a token there is no person who could prove anything. */
  readonly sesi: Sesi | null;
  /** What is answered where nobody acts. */
  readonly sebab: 'TANPA_TOKEN' | 'JABATAN_BELUM_DIPILIH' | 'TANPA_JABATAN';
  /** Of the network. */
  readonly alamat: string | null;
};

const KEPALA = 'x-amanah'; // a foreign page's form cannot send it, and its script would have to ask first

/** Recognises a request by its bearer token, else by the session of its cookie; asked for every request anew. */
export class Pengenal {
  constructor(
    private readonly token: DaftarToken,
    private readonly sesi: DaftarSesi,
    private readonly bertindak: Bertindak,
    private readonly kedudukan: KedudukanKini,
    private readonly keamanan: LogKeamanan,
    readonly asal: AsalPermintaan,
  ) {}

  /** Refuses ASAL_DITOLAK a request that would change something with a cookie and without our header. */
  async kenali(req: IncomingMessage): Promise<Pengenalan> {
    const { authorization } = req.headers;
    if (authorization !== undefined) return this.denganToken(req, authorization);
    const id = bacaKuki(req, this.asal.aman);
    if (id === undefined) return this.asing(req);
    if (req.method !== 'GET' && req.method !== 'HEAD') wajibKepala(req);
    return this.denganSesi(req, id);
  }

  /** A browser cannot set headers on a WebSocket: there Origin has to be said, and ours (the upgrade has checked it). */
  async kenaliSoket(req: IncomingMessage, authorization: unknown): Promise<Pengenalan> {
    if (authorization !== undefined) return this.denganToken(req, authorization);
    const id = bacaKuki(req, this.asal.aman);
    return id === undefined || req.headers.origin === undefined ? this.asing(req) : this.denganSesi(req, id);
  }

  /** The Pelaku; refuses TANPA_TOKEN, JABATAN_BELUM_DIPILIH and TANPA_JABATAN. */
  async wajib(req: IncomingMessage): Promise<Pelaku> {
    return pelakuWajib(await this.kenali(req));
  }

  /** Whether an open connection may still be told something. */
  async masih({ sesi }: Pengenalan): Promise<boolean> {
    return sesi === null || this.sesi.berdiri(sesi.sidik);
  }

  private asing(req: IncomingMessage): Pengenalan {
    return { pelaku: null, sesi: null, sebab: 'TANPA_TOKEN', alamat: this.asal.alamat(req) };
  }

  private async denganToken(req: IncomingMessage, authorization: unknown): Promise<Pengenalan> {
    const teks = tokenDari(authorization);
    const pelaku = teks === undefined ? null : this.token.cari(teks);
    return { ...this.asing(req), pelaku: pelaku && (await this.kedudukan.berdiri(pelaku)) };
  }

  private async denganSesi(req: IncomingMessage, id: string): Promise<Pengenalan> {
    const asing = this.asing(req);
    const sesi = await this.sesi.cari(id);
    if (sesi === null) return asing;
    const { akun, subjek, jabatan, sidik } = sesi;
    if (jabatan === null) return { ...asing, sesi, sebab: await this.tanpaJabatan(sesi) };
    const pelaku = await this.bertindak.sebagai({ id: akun, subjek }, jabatan);
    if (pelaku !== null) return { ...asing, sesi, pelaku };
    await this.sesi.akhiri(sidik);
    const rincian = { sebab: 'jabatan berganti' };
    await this.keamanan.catat({
      jenis: 'SESI_DIAKHIRI',
      akun,
      subjek,
      jabatan,
      alamat: asing.alamat,
      rincian,
    });
    return asing;
  }

  private async tanpaJabatan({ akun, subjek }: Sesi): Promise<Pengenalan['sebab']> {
    const pilihan = await this.bertindak.pilihan({ id: akun, subjek });
    return pilihan.length === 0 ? 'TANPA_JABATAN' : 'JABATAN_BELUM_DIPILIH';
  }
}

export const wajibKepala = ({ headers }: IncomingMessage): void => {
  if (headers[KEPALA] !== '1') tolak('ASAL_DITOLAK', { kepala: 'X-Amanah' });
};

export const pelakuWajib = ({ pelaku, sebab }: Pick<Pengenalan, 'pelaku' | 'sebab'>): Pelaku =>
  pelaku ?? tolak(sebab);
