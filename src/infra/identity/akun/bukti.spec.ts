import { Penolakan } from '../../../kernel/penolakan.js';
import { wajibTerbukti } from './bukti.js';

const KINI = new Date('2026-01-05T01:05:00.000Z');
const hasil = (sesi: Parameters<typeof wajibTerbukti>[0]['sesi']): string => {
  try {
    wajibTerbukti({ sesi }, KINI);
    return 'boleh';
  } catch (e) {
    return e instanceof Penolakan ? e.kode : String(e);
  }
};

it.each([
  ['tepat lima menit lalu', '2026-01-05T01:00:00.000Z', false, false, 'boleh'],
  ['lebih dari lima menit lalu', '2026-01-05T00:59:59.999Z', false, false, 'BUKTI_ULANG_DIPERLUKAN'],
  ['tidak pernah', null, false, false, 'BUKTI_ULANG_DIPERLUKAN'],
  ['tanpa kode, padahal akun memakainya', '2026-01-05T01:04:00.000Z', false, true, 'BUKTI_ULANG_DIPERLUKAN'],
  ['dengan kode', '2026-01-05T01:04:00.000Z', true, true, 'boleh'],
  ['di masa depan', '2026-01-05T01:06:00.000Z', true, true, 'BUKTI_ULANG_DIPERLUKAN'],
])('terbukti %s', (_, terbukti, terbuktiTotp, punyaTotp, jawab) =>
  expect(hasil({ terbukti, terbuktiTotp, punyaTotp })).toBe(jawab),
);

it('token bukan orang, jadi tidak pernah terbukti', () => expect(hasil(null)).toBe('BUKTI_ULANG_DIPERLUKAN'));
