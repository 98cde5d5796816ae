import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { akarUji } from '../../../test/support/ca-uji.js';
import { bacaBsre } from './bsre.js';
import { bacaKonfigurasi, KonfigurasiSalah } from './konfigurasi.js';

const folder = mkdtempSync(join(tmpdir(), 'amanah-bsre-'));
const tulis = (nama: string, isi: string | Buffer): string => {
  writeFileSync(join(folder, nama), isi);
  return join(folder, nama);
};
const akar = akarUji().der;
const LENGKAP = {
  AMANAH_BSRE_URL: 'https://esign.uji.go.id',
  AMANAH_BSRE_PENGGUNA: 'amanah',
  AMANAH_BSRE_SANDI: 'sandi-saya',
  AMANAH_BSRE_AKAR: tulis('akar.crt', akar),
};
afterAll(() => rmSync(folder, { recursive: true }));

describe('konfigurasi BSrE', () => {
  it('tanpa alamat tidak ada BSrE', () => expect(bacaBsre({})).toEqual({ salah: [] }));

  it('yang dipilih sebagai penyedia harus lengkap, dan setiap yang kurang disebut', () => {
    const { bsre, salah } = bacaBsre({ AMANAH_TTE: 'bsre' });
    expect(bsre).toBeUndefined();
    expect(salah.map((s) => s.split(' ')[0])).toEqual([
      'AMANAH_BSRE_URL',
      'AMANAH_BSRE_PENGGUNA',
      'AMANAH_BSRE_SANDI',
      'AMANAH_BSRE_AKAR',
    ]);
  });

  it('bawaannya yang aman: nama dicocokkan, tanda tangan terlihat, satu menit', () =>
    expect(bacaBsre(LENGKAP).bsre).toMatchObject({
      url: 'https://esign.uji.go.id',
      akar: [akar],
      crl: [],
      cocok: ['nama'],
      tampilan: 'terlihat',
      asalY: 'atas',
      pendapatKedua: false,
      waktu: 60_000,
    }));

  it('sandi dari berkas, tanpa ganti baris di akhirnya', () => {
    const { AMANAH_BSRE_SANDI: _, ...lain } = LENGKAP;
    const { bsre } = bacaBsre({ ...lain, AMANAH_BSRE_SANDI_FILE: tulis('sandi', 'sandi-saya\n') });
    expect(bsre?.sandi.pakai((s) => Buffer.from(s).toString())).toBe('sandi-saya');
  });

  it.each([
    ['AMANAH_BSRE_URL', 'http://esign.uji.go.id'],
    ['AMANAH_BSRE_URL', 'https://u:sandi-saya@esign.uji.go.id'],
    ['AMANAH_BSRE_URL', 'esign.uji.go.id'],
    ['AMANAH_BSRE_URL', 'ftp://127.0.0.1'],
    ['AMANAH_BSRE_URL', 'http://127.0.0.1.jauh.id'],
    ['AMANAH_BSRE_PENGGUNA', 'a:b'],
    ['AMANAH_BSRE_SANDI', ''],
    ['AMANAH_BSRE_SANDI_FILE', join(folder, 'tidak-ada')],
    ['AMANAH_BSRE_AKAR', join(folder, 'tidak-ada')],
    ['AMANAH_BSRE_AKAR', tulis('bukan', 'bukan sertifikat')],
    ['AMANAH_BSRE_CA', join(folder, 'tidak-ada')],
    ['AMANAH_BSRE_CRL', join(folder, 'tidak-ada')],
    ['AMANAH_BSRE_COCOK', 'nama,kunci'],
    ['AMANAH_BSRE_COCOK', ','],
    ['AMANAH_BSRE_TAMPILAN', 'ya'],
    ['AMANAH_BSRE_ASAL_Y', 'kiri'],
    ['AMANAH_BSRE_PENDAPAT_KEDUA', 'mungkin'],
    ['AMANAH_BSRE_WAKTU', '999'],
    ['AMANAH_BSRE_WAKTU', '300001'],
  ])('%s=%s ditolak dengan menyebut namanya, tanpa nilainya', (nama, nilai) => {
    const baca = () => bacaKonfigurasi({ ...LENGKAP, [nama]: nilai });
    expect(baca).toThrow(KonfigurasiSalah);
    expect(baca).toThrow(nama);
    expect(baca).not.toThrow('sandi-saya');
  });

  it.each([
    'http://127.0.0.1:8080',
    'http://[::1]:8080',
    'http://localhost',
    'https://esign.uji.go.id/layanan/',
  ])('alamat %s diterima', (url) => expect(bacaBsre({ ...LENGKAP, AMANAH_BSRE_URL: url }).salah).toEqual([]));

  it('sandi tidak tampak pada konfigurasi', () =>
    expect(inspect(bacaKonfigurasi(LENGKAP), { depth: 9 })).not.toContain('sandi-saya'));
});
