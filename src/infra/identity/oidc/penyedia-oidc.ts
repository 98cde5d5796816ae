import type { Configuration, IDToken, ServerMetadata } from 'openid-client';
import type { Clock } from '../../../kernel/event-store.js';
import { alamatPenyediaSah, type KonfigurasiOidc } from '../../konfigurasi/oidc.js';
import { type SubOidc, subBenar } from './daftar-oidc.js';
import type { Permintaan } from './daftar-permintaan.js';

type Pustaka = typeof import('openid-client');
type Siap = { readonly pustaka: Pustaka; readonly sambungan: Configuration };

/** What the provider vouches for. */
export type JatiDiri = SubOidc & {
  /** When the person proved it there; null: it does not say. */
  readonly pada: Date | null;
  /** With a second factor, as far as we know its ways. */
  readonly duaFaktor: boolean;
};

/** Seconds for one answer; three are needed at most, within the time of one request (batas.ts). */
const DETIK = 3;
const BITA = 256 * 1024;
const BARU_MS = 3_600_000; // how long what was discovered is believed
const SELISIH = 60; // seconds that its clock may be ahead of ours
/** Signed with a key that the provider alone holds: `none` is no signature, and HS* is our own secret's. */
const ALGORITMA = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/** `tersedia` false: it did not answer, so trying again may help. `rinci` is a word of a protocol, never what was sent. */
export class GagalOidc extends Error {
  override readonly name = 'GagalOidc';
  constructor(
    readonly tersedia: boolean,
    readonly sebab: 'penyedia' | 'jawaban',
    readonly rinci: string,
  ) {
    super(`OIDC: ${rinci}`);
  }
}
const takTerjangkau = (rinci: string): GagalOidc => new GagalOidc(false, 'penyedia', rinci);
const salah = (rinci: string): GagalOidc => new GagalOidc(true, 'jawaban', rinci);

/** Nothing endless, nothing large, and no redirect is followed (the library sees to that one). */
const ambil = async (url: string, opsi: object): Promise<Response> => {
  const potongan: Uint8Array[] = [];
  let [jawaban, bita]: [Response | undefined, number] = [undefined, 0];
  try {
    jawaban = await fetch(url, opsi);
    for await (const p of jawaban.body ?? []) {
      bita += p.length;
      if (bita > BITA) break;
      potongan.push(p);
    }
  } catch {
    throw takTerjangkau('tidak terjangkau');
  }
  if (bita > BITA) throw salah('terlalu besar');
  const { status, headers } = jawaban;
  return new Response(bita === 0 ? null : Buffer.concat(potongan), { status, headers });
};

const kata = (teks: unknown): string =>
  typeof teks === 'string' && /^[\w-]{1,60}$/.test(teks) ? teks : 'lain';

const gagalDari = (e: unknown, { ResponseBodyError, AuthorizationResponseError }: Pustaka): GagalOidc => {
  for (let kini = e; kini instanceof Error; kini = kini.cause) if (kini instanceof GagalOidc) return kini;
  if (e instanceof ResponseBodyError || e instanceof AuthorizationResponseError)
    return new GagalOidc(true, 'penyedia', kata(e.error));
  const { code } = e as { code?: unknown };
  if (code === 'OAUTH_RESPONSE_IS_NOT_CONFORM') return takTerjangkau(kata(code));
  return salah(kata(code));
};

/** The provider behind its library, which is loaded at first use. Throws GagalOidc. */
export class PenyediaOidc {
  private ditemukan: { readonly siap: Promise<Siap>; readonly sampai: number } | undefined;

  constructor(
    private readonly k: KonfigurasiOidc,
    /** The one address that it may send people back to. */
    private readonly kembali: string,
    private readonly clock: Clock,
  ) {}

  /** Where the browser goes. From a session: whoever is logged in there already has to prove it again. */
  async alamat({ state, nonce, verifier, tujuan }: Permintaan): Promise<string> {
    const { pustaka, sambungan } = await this.siap();
    const { acr } = this.k;
    const url = pustaka.buildAuthorizationUrl(sambungan, {
      redirect_uri: this.kembali,
      scope: 'openid',
      state,
      nonce,
      code_challenge: await pustaka.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(tujuan !== 'masuk' && { max_age: '0', prompt: 'login' }),
      ...(acr.length > 0 && { acr_values: acr.join(' ') }),
    });
    return url.href;
  }

  /** What it answered in the address that the browser came back with, `?` and all, exchanged for who that is. */
  async tukar(kueri: string, { state, nonce, verifier }: Permintaan): Promise<JatiDiri> {
    const { pustaka, sambungan } = await this.siap();
    try {
      const jawaban = await pustaka.authorizationCodeGrant(sambungan, new URL(`${this.kembali}${kueri}`), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      return this.jatiDiri(jawaban.claims() as IDToken);
    } catch (e) {
      throw gagalDari(e, pustaka);
    }
  }

  /** What the library has not looked at. */
  private jatiDiri({ iss, sub, iat, azp, auth_time: pada, acr }: IDToken): JatiDiri {
    const batas = this.clock.now().getTime() / 1_000 + SELISIH;
    if (iat > batas) throw salah('iat');
    if (azp !== undefined && azp !== this.k.klien) throw salah('azp'); // also where `aud` is us alone
    if (!subBenar(sub)) throw salah('sub');
    if (pada !== undefined && pada > batas) throw salah('auth_time');
    const duaFaktor = typeof acr === 'string' && this.k.acr.includes(acr);
    return { penerbit: iss, sub, pada: pada === undefined ? null : new Date(pada * 1_000), duaFaktor };
  }

  /** One discovery at a time, kept for an hour; one that failed is tried again at the next use. */
  private siap(): Promise<Siap> {
    const kini = this.clock.now().getTime();
    if (this.ditemukan !== undefined && kini < this.ditemukan.sampai) return this.ditemukan.siap;
    const baru = { siap: this.temukan(), sampai: kini + BARU_MS };
    this.ditemukan = baru;
    baru.siap.catch(() => {
      if (this.ditemukan === baru) this.ditemukan = undefined;
    });
    return baru.siap;
  }

  private async temukan(): Promise<Siap> {
    const pustaka = await import('openid-client'); // loaded only where it is used
    const { penerbit, klien } = this.k;
    const opsi = {
      timeout: DETIK,
      [pustaka.customFetch]: ambil,
      ...(this.dekat && { execute: [pustaka.allowInsecureRequests] }),
    };
    try {
      const kosong = await pustaka.discovery(new URL(penerbit), klien, undefined, pustaka.None(), opsi);
      return { pustaka, sambungan: this.sambungan(pustaka, kosong.serverMetadata()) };
    } catch (e) {
      const { rinci } = gagalDari(e, pustaka);
      throw takTerjangkau(`penemuan ${rinci}`);
    }
  }

  private sambungan(pustaka: Pustaka, server: ServerMetadata): Configuration {
    const { issuer, authorization_endpoint: a, token_endpoint: t, jwks_uri: j } = server;
    if (issuer !== this.k.penerbit) throw salah('issuer'); // the tie of an account is to this very text
    if (![a, t, j].every((url) => url !== undefined && alamatPenyediaSah(url))) throw salah('endpoint');
    const alg = (server.id_token_signing_alg_values_supported ?? ['RS256']).filter((n) =>
      ALGORITMA.includes(n),
    );
    if (alg.length === 0) throw salah('alg');
    const sambungan = new pustaka.Configuration(
      { ...server, id_token_signing_alg_values_supported: alg },
      this.k.klien,
      { [pustaka.clockTolerance]: SELISIH },
      this.caraKlien(pustaka, server),
    );
    sambungan.timeout = DETIK;
    sambungan[pustaka.customFetch] = ambil;
    if (this.dekat) pustaka.allowInsecureRequests(sambungan);
    pustaka.enableNonRepudiationChecks(sambungan); // without it the library believes TLS and reads no signature
    return sambungan;
  }

  private caraKlien(pustaka: Pustaka, { token_endpoint_auth_methods_supported: cara }: ServerMetadata) {
    const rahasia = this.k.rahasia.pakai((isi) => Buffer.from(isi).toString('utf8'));
    const badan = cara?.includes('client_secret_post') && !cara.includes('client_secret_basic');
    return badan ? pustaka.ClientSecretPost(rahasia) : pustaka.ClientSecretBasic(rahasia);
  }

  private get dekat(): boolean {
    return new URL(this.k.penerbit).protocol === 'http:';
  }
}
