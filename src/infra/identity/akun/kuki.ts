import type { IncomingMessage, ServerResponse } from 'node:http';

/** The session; and what a browser keeps while it is at the provider (oidc/). */
export type Kuki = 'amanah' | 'amanah-oidc';

/** By TLS a cookie that no other host and no plain page can set (RFC 6265bis, __Host-); on the machine itself a plain one. */
const nama = (aman: boolean, milik: Kuki): string => `${aman ? '__Host-' : ''}${milik}`;
const SIFAT = 'Path=/; HttpOnly; SameSite=Lax';

export const bacaKuki = (
  { headers: { cookie } }: IncomingMessage,
  aman: boolean,
  milik: Kuki = 'amanah',
): string | undefined => {
  const awalan = `${nama(aman, milik)}=`;
  const ada = (cookie ?? '')
    .split(';')
    .map((k) => k.trim())
    .filter((k) => k.startsWith(awalan));
  return ada.length === 1 ? ada[0]?.slice(awalan.length) : undefined; // two say two things
};

/** Without an end of its own: the browser forgets it when it closes, the server when it is idle. Null takes it away. */
export const pasangKuki = (
  res: ServerResponse,
  isi: string | null,
  aman: boolean,
  milik: Kuki = 'amanah',
): void => {
  const akhir = `${isi === null ? '; Max-Age=0' : ''}${aman ? '; Secure' : ''}`;
  res.appendHeader('Set-Cookie', `${nama(aman, milik)}=${isi ?? ''}; ${SIFAT}${akhir}`);
};
