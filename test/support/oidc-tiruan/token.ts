import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

export type Klaim = Readonly<Record<string, unknown>>;
type Alg = 'RS256' | 'ES256';
export type Kunci = {
  readonly kid: string;
  readonly alg: Alg;
  readonly rahasia: KeyObject;
  readonly jwk: object;
};

export const kunciBaru = (alg: Alg, kid: string): Kunci => {
  const { privateKey, publicKey } =
    alg === 'RS256'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    kid,
    alg,
    rahasia: privateKey,
    jwk: { ...publicKey.export({ format: 'jwk' }), kid, alg, use: 'sig' },
  };
};

const bagian = (isi: object): string => Buffer.from(JSON.stringify(isi)).toString('base64url');
const badan = (kepala: object, klaim: Klaim): string => `${bagian(kepala)}.${bagian(klaim)}`;

export const tandatangani = (klaim: Klaim, { kid, alg, rahasia }: Kunci): string => {
  const isi = badan({ alg, kid, typ: 'JWT' }, klaim);
  const kunci = { key: rahasia, dsaEncoding: 'ieee-p1363' } as const;
  return `${isi}.${sign('sha256', Buffer.from(isi), kunci).toString('base64url')}`;
};

export const tanpaTandaTangan = (klaim: Klaim): string => `${badan({ alg: 'none' }, klaim)}.`;

/** With what the client and the provider share: a key that the client holds, too. */
export const denganRahasia = (klaim: Klaim, rahasia: string): string => {
  const isi = badan({ alg: 'HS256' }, klaim);
  return `${isi}.${createHmac('sha256', rahasia).update(isi).digest('base64url')}`;
};

/** One letter of the signature is another one. */
export const dirusak = (token: string): string => {
  const tempat = token.lastIndexOf('.') + 10;
  return `${token.slice(0, tempat)}${token[tempat] === 'A' ? 'B' : 'A'}${token.slice(tempat + 1)}`;
};
