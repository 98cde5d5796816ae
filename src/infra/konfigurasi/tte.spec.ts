import { bacaTte } from './tte.js';

const PRODUKSI = { NODE_ENV: 'production' };
describe('konfigurasi tanda tangan elektronik', () => {
  it.each([
    [{}, 'tertanam'],
    [{ AMANAH_TTE: '' }, 'tertanam'],
    [{ AMANAH_TTE: 'bsre' }, 'bsre'],
    [PRODUKSI, undefined],
    [{ ...PRODUKSI, AMANAH_TTE: 'bsre' }, 'bsre'],
    [{ ...PRODUKSI, AMANAH_TTE: 'tertanam', AMANAH_TTE_TERTANAM: 'ya-tidak-tersertifikasi' }, 'tertanam'],
  ])('%j memakai penyedia %s', (env, penyedia) =>
    expect(bacaTte(env)).toMatchObject({ tte: { penyedia }, salah: [] }),
  );

  it.each([
    [{}, true],
    [{ AMANAH_TTD_TOKEN: 'tidak' }, false],
    [PRODUKSI, false],
    [{ ...PRODUKSI, AMANAH_TTD_TOKEN: '' }, false],
    [{ ...PRODUKSI, AMANAH_TTD_TOKEN: 'ya' }, true],
  ])('%j: token menandatangani tanpa bukti: %s', (env, boleh) =>
    expect(bacaTte(env)).toMatchObject({ tte: { tanpaBukti: boleh }, salah: [] }),
  );

  it.each([
    ['penyedia yang tidak dikenal', { AMANAH_TTE: 'privy' }, /^AMANAH_TTE=privy/],
    [
      'penyedia tertanam di produksi tanpa sakelar',
      { ...PRODUKSI, AMANAH_TTE: 'tertanam' },
      /tidak tersertifikasi/,
    ],
    [
      'sakelar yang tidak dieja lengkap',
      { ...PRODUKSI, AMANAH_TTE: 'tertanam', AMANAH_TTE_TERTANAM: 'ya' },
      /^AMANAH_TTE_TERTANAM=ya/,
    ],
    [
      'sakelar tanpa penyedia tertanam di produksi',
      { ...PRODUKSI, AMANAH_TTE_TERTANAM: 'ya-tidak-tersertifikasi' },
      /^AMANAH_TTE_TERTANAM=.*hanya bersama AMANAH_TTE=tertanam/,
    ],
    [
      'sakelar tertanam di samping BSrE',
      { AMANAH_TTE: 'bsre', AMANAH_TTE_TERTANAM: 'ya-tidak-tersertifikasi' },
      /hanya bersama AMANAH_TTE=tertanam/,
    ],
    ['token yang bukan ya atau tidak', { AMANAH_TTD_TOKEN: '1' }, /^AMANAH_TTD_TOKEN=1: harus ya atau tidak/],
    ['alamat TSA yang bukan http', { AMANAH_TSA: 'ftp://tsa' }, /^AMANAH_TSA=…/],
    ['alamat TSA bersandi', { AMANAH_TSA: 'https://a:rahasia-tsa@tsa' }, /^AMANAH_TSA=…(?!.*rahasia-tsa)/],
    [
      'akar TSA yang tidak ada',
      { AMANAH_TSA: 'http://tsa', AMANAH_TSA_AKAR: '/tidak/ada' },
      /^AMANAH_TSA_AKAR=/,
    ],
    ['cap waktu wajib tanpa TSA', { AMANAH_TSA_WAJIB: 'ya' }, /perlu AMANAH_TSA/],
    ['cap waktu wajib yang bukan ya atau tidak', { AMANAH_TSA_WAJIB: '1' }, /^AMANAH_TSA_WAJIB=1/],
  ])('menolak %s', (_, env, pola) => expect(bacaTte(env).salah[0]).toMatch(pola));

  it('membaca alamat TSA', () =>
    expect(bacaTte({ AMANAH_TSA: 'http://127.0.0.1:3161/', AMANAH_TSA_WAJIB: 'ya' }).tte.tsa).toEqual({
      alamat: 'http://127.0.0.1:3161/',
      akar: [],
      wajib: true,
    }));
});
