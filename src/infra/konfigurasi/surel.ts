const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];
const ALAMAT = /^[^\s<>@,;:"]{1,64}@[^\s<>@,;:"]{1,255}$/;

/** Mail is off without it. `url` may hold a password. */
export type KonfigurasiSurel = { readonly url: string; readonly dari: string; readonly asal: string };

export const ALAMAT_SMTP = 'harus berbentuk smtp://pengguna:sandi@server:587 atau smtps://server';
export const ALAMAT_PENGIRIM = 'harus sebuah alamat surel, dan diisi bersama AMANAH_SMTP_URL';

const terurai = (teks: unknown): URL | null =>
  typeof teks === 'string' && URL.canParse(teks) ? new URL(teks) : null;

export const alamatSmtpSah = (teks: unknown): boolean => {
  const url = terurai(teks);
  if (url === null || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') return false;
  return ['', '/'].includes(url.pathname) && url.search === '' && url.hash === '';
};

export const alamatPengirimSah = (teks: unknown): boolean => typeof teks === 'string' && ALAMAT.test(teks);

/** How the server is spoken to. In clear text only on this very machine. */
export const sambunganSmtp = (alamat: string) => {
  const { protocol, hostname, port, username, password } = new URL(alamat);
  const secure = protocol === 'smtps:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !LOOPBACK.includes(hostname),
    ignoreTLS: !secure && LOOPBACK.includes(hostname),
    masuk:
      username === '' ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
  };
};
