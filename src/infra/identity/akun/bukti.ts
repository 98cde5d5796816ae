import { tolak } from '../../../kernel/penolakan.js';
import type { Sesi } from './daftar-sesi.js';

const BUKTI_MS = 5 * 60_000;

type Bukti = Pick<Sesi, 'terbukti' | 'terbuktiTotp' | 'punyaTotp'>;

export const terbukti = (sesi: Bukti, kini: Date): boolean => {
  if (sesi.terbukti === null || (sesi.punyaTotp && !sesi.terbuktiTotp)) return false;
  const umur = kini.getTime() - Date.parse(sesi.terbukti);
  return umur >= 0 && umur <= BUKTI_MS;
};

/**
 * That the person at this session proved a moment ago to be its owner: with the password, and the code where the account
 * has one. A bearer token is no person, so it is never a proof. Refuses BUKTI_ULANG_DIPERLUKAN.
 */
export const wajibTerbukti = ({ sesi }: { readonly sesi: Bukti | null }, kini: Date): void => {
  const bukti = sesi ?? tolak('BUKTI_ULANG_DIPERLUKAN', { sebab: 'bukan sesi' });
  if (!terbukti(bukti, kini)) tolak('BUKTI_ULANG_DIPERLUKAN', { totp: bukti.punyaTotp });
};
