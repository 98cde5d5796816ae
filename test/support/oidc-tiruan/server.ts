import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import {
  denganRahasia,
  dirusak,
  type Klaim,
  type Kunci,
  kunciBaru,
  tandatangani,
  tanpaTandaTangan,
} from './token.js';

/** How the stand-in answers the exchange of a code. Everything but `benar` is something that must open nothing. */
export type CaraToken =
  | 'benar'
  | 'gantung'
  | 'html'
  | 'galat' // 500
  | 'alihkan'
  | 'besar'
  | 'bukan-json'
  | 'tanpa-id-token'
  | 'tanpa-tanda-tangan'
  | 'hs256'
  | 'kunci-lain' // under the name of the right one
  | 'kid-lain'
  | 'dirusak';

export const KLIEN = 'amanah-uji';
export const RAHASIA_KLIEN = 'rahasia-klien-uji/+ &=';

type Kode = { readonly ke: string; readonly tantangan: string; readonly nonce: string };

/** A provider on loopback that does as OpenID Connect Core says, unless it is told to do something else. */
export class OidcTiruan {
  cara: CaraToken = 'benar';
  /** Who logs in there. */
  sub = 'S-1';
  /** In place of, or beside, what belongs in the token; undefined takes it away. */
  klaim: Klaim = {};
  alg: Kunci['alg'] = 'RS256';
  metadata: object = {};
  mati = false;
  readonly diminta: string[] = [];
  private readonly kode = new Map<string, Kode>();
  private readonly kunci = { RS256: kunciBaru('RS256', 'satu'), ES256: kunciBaru('ES256', 'dua') };
  private readonly kunciLain = kunciBaru('RS256', 'satu');
  private readonly server = createServer((req, res) => void this.jawab(req, res).catch(() => res.destroy()));

  static async mulai(): Promise<OidcTiruan> {
    const tiruan = new OidcTiruan();
    await new Promise<void>((jadi) => tiruan.server.listen(0, '127.0.0.1', jadi));
    return tiruan;
  }

  get penerbit(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get hitungToken(): number {
    return this.diminta.filter((d) => d === 'POST /token').length;
  }

  biasa(): void {
    Object.assign(this, { cara: 'benar', sub: 'S-1', klaim: {}, alg: 'RS256', metadata: {}, mati: false });
    this.diminta.length = 0;
  }

  tutup(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** What the browser does there: logs in, and is sent back. Gives the address, or what is wrong with the request. */
  masuk(alamat: string): string {
    const p = new URL(alamat).searchParams;
    const isi = (nama: string): string => p.get(nama) ?? '';
    if (!alamat.startsWith(`${this.penerbit}/authorize?`)) return 'alamat lain';
    if (isi('client_id') !== KLIEN || isi('response_type') !== 'code') return 'permintaan salah';
    if (isi('code_challenge_method') !== 'S256' || isi('scope') !== 'openid') return 'permintaan salah';
    const kode = this.terbitkan(isi('redirect_uri'), isi('code_challenge'), isi('nonce'));
    const kembali = new URL(isi('redirect_uri'));
    const jawaban = { code: kode, state: isi('state'), iss: this.penerbit };
    for (const [nama, nilai] of Object.entries(jawaban)) kembali.searchParams.set(nama, nilai);
    return kembali.href;
  }

  terbitkan(ke: string, tantangan: string, nonce: string): string {
    const kode = randomBytes(12).toString('base64url');
    this.kode.set(kode, { ke, tantangan, nonce });
    return kode;
  }

  private async jawab(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const jalur = `${req.method} ${req.url}`;
    this.diminta.push(jalur);
    if (this.mati) return void res.destroy();
    if (jalur === 'GET /.well-known/openid-configuration') return json(res, 200, this.penemuan());
    if (jalur === 'GET /jwks') return json(res, 200, { keys: [this.kunci.RS256.jwk, this.kunci.ES256.jwk] });
    if (jalur === 'POST /token') return this.tukar(req, res);
    json(res, 404, {});
  }

  private penemuan(): object {
    const p = this.penerbit;
    return {
      issuer: p,
      authorization_endpoint: `${p}/authorize`,
      token_endpoint: `${p}/token`,
      jwks_uri: `${p}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256', 'ES256', 'HS256', 'none'],
      authorization_response_iss_parameter_supported: true,
      ...this.metadata,
    };
  }

  private async tukar(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const p = new URLSearchParams(await text(req));
    if (this.cara === 'gantung') return;
    if (this.cara === 'html') return void res.setHeader('content-type', 'text/html').end('<h1>Masuk</h1>');
    if (this.cara === 'galat') return json(res, 500, {});
    if (this.cara === 'alihkan') return void res.writeHead(307, { location: '/token-lain' }).end();
    if (this.cara === 'besar') return json(res, 200, { access_token: 'x'.repeat(2_000_000) });
    if (this.cara === 'bukan-json') return void res.setHeader('content-type', 'application/json').end('{');
    const kode = this.kode.get(p.get('code') ?? '');
    this.kode.delete(p.get('code') ?? '');
    const [nama, rahasia] = Buffer.from((req.headers.authorization ?? '').slice(6), 'base64')
      .toString()
      .split(':')
      .map((t) => decodeURIComponent(t.replaceAll('+', ' ')));
    if (nama !== KLIEN || rahasia !== RAHASIA_KLIEN) return json(res, 401, { error: 'invalid_client' });
    const sidik = createHash('sha256')
      .update(p.get('code_verifier') ?? '')
      .digest('base64url');
    if (kode?.ke !== p.get('redirect_uri') || kode?.tantangan !== sidik)
      return json(res, 400, { error: 'invalid_grant' });
    const token = this.cara === 'tanpa-id-token' ? {} : { id_token: this.token(kode?.nonce ?? '') };
    json(res, 200, { access_token: 'akses', token_type: 'Bearer', ...token });
  }

  private token(nonce: string): string {
    const kini = Math.floor(Date.now() / 1_000);
    const masa = { iat: kini, exp: kini + 300, auth_time: kini };
    const klaim = { iss: this.penerbit, aud: KLIEN, sub: this.sub, nonce, ...masa, ...this.klaim };
    const benar = tandatangani(klaim, this.kunci[this.alg]);
    if (this.cara === 'tanpa-tanda-tangan') return tanpaTandaTangan(klaim);
    if (this.cara === 'hs256') return denganRahasia(klaim, RAHASIA_KLIEN);
    if (this.cara === 'kunci-lain') return tandatangani(klaim, this.kunciLain);
    if (this.cara === 'kid-lain') return tandatangani(klaim, { ...this.kunci.RS256, kid: 'tiga' });
    return this.cara === 'dirusak' ? dirusak(benar) : benar;
  }
}

const json = (res: ServerResponse, status: number, isi: object): void => {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(isi));
};
