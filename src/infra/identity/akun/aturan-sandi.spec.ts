import { Penolakan } from '../../../kernel/penolakan.js';
import { bacaSandi, namaPengguna, sandiBaru } from './aturan-sandi.js';

const sebab = (kerja: () => unknown): unknown => {
  try {
    kerja();
    return 'boleh';
  } catch (e) {
    return e instanceof Penolakan ? (e.rincian.sebab ?? e.kode) : e;
  }
};

describe('kata sandi', () => {
  it.each([
    ['empat kata yang tidak berhubungan', 'kucing biru melompat pagar'],
    ['acak', 'vT9#qLm2!xKw'],
    ['emoji dihitung satu karakter', '🔑🪁🧭🪴🎈🧊🪆🧶🪀🧩🪗🧵'],
    ['dengan spasi di tepi', ' rembulan jingga 7 perahu '],
    ['tepat 1.024 bita', `pqrstuv${'aé'.repeat(339)}`],
  ])('%s diterima', (_, sandi) => expect(sebab(() => sandiBaru(sandi, 'budi'))).toBe('boleh'));

  it.each([
    ['terlalu pendek', 'vT9#qLm2!xK'],
    ['terlalu pendek', ''],
    ['terlalu panjang', 'x'.repeat(1_025)],
    ['terlalu panjang', 'é'.repeat(513)],
    ['karakter', 'kucing biru\0melompat'],
    ['karakter', 'kucing biru \ud800 melompat'],
    ['mudah ditebak', 'qwertyuiop123'],
    ['mudah ditebak', '1qaz2wsx3edc'],
    ['mudah ditebak', 'Password2026!'],
    ['mudah ditebak', 'P@ssw0rd!!2026'],
    ['mudah ditebak', 'Pontianak2026'],
    ['mudah ditebak', 'PemkotPontianak!'],
    ['mudah ditebak', 'amanah12345678'],
    ['mudah ditebak', 'Bismillah-786786'],
    ['mudah ditebak', '081234567890'],
    ['mudah ditebak', 'abcdefghijklmnop'],
    ['mudah ditebak', 'aaaabbbbaaaabbbb'],
    ['memuat nama pengguna', 'milik Budi seorang 88'],
  ])('%s: %j ditolak', (alasan, sandi) => expect(sebab(() => sandiBaru(sandi, 'budi'))).toBe(alasan));

  it('dibandingkan persis: tidak dirapikan dan tidak diseragamkan', () => {
    const bita = (teks: string): number => bacaSandi(teks).bita;
    expect([bita(' é '), bita(' e\u0301 ')]).toEqual([4, 5]);
  });

  it('tidak tampak ketika dicetak', () =>
    expect(JSON.stringify({ s: bacaSandi('rahasia sekali') })).not.toContain('sekali'));
});

it.each([
  ['kadis', 'kadis'],
  ['  Kadis.Naker ', 'kadis.naker'],
  ['ab', null],
  ['.kadis', null],
  ['kadis naker', null],
  ['198001012005011001', null],
  ['a'.repeat(41), null],
  ['kadıs', null],
  ["kadis'--", null],
  [5, null],
  [undefined, null],
])('nama pengguna %j menjadi %j', (teks, nama) => expect(namaPengguna(teks)).toBe(nama));
