import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { bacaKonfigurasi, KonfigurasiSalah } from './konfigurasi.js';
import { bacaOidc } from './oidc.js';

const folder = mkdtempSync(join(tmpdir(), 'amanah-oidc-'));
const tulis = (nama: string, isi: string): string => {
  writeFileSync(join(folder, nama), isi);
  return join(folder, nama);
};
afterAll(() => rmSync(folder, { recursive: true }));

const LENGKAP = {
  AMANAH_ASAL: 'https://amanah.kota.go.id',
  AMANAH_OIDC_PENERBIT: 'https://sso.kota.go.id/realms/kota',
  AMANAH_OIDC_KLIEN: 'amanah',
  AMANAH_OIDC_RAHASIA: 'rahasia-saya',
};

describe('konfigurasi OpenID Connect', () => {
  it('tanpa satu pun variabelnya tidak ada penyedia', () => {
    expect(bacaOidc({})).toEqual({ salah: [] });
    expect(bacaKonfigurasi({}).identitas).not.toHaveProperty('oidc');
  });

  it('satu saja diisi, semuanya harus lengkap, dan setiap yang kurang disebut', () => {
    const { oidc, salah } = bacaOidc({ AMANAH_OIDC_NAMA: 'SSO' });
    expect(oidc).toBeUndefined();
    expect(salah.map((s) => s.split(' ')[0])).toEqual([
      'AMANAH_OIDC_PENERBIT',
      'AMANAH_OIDC_KLIEN',
      'AMANAH_ASAL',
      'AMANAH_OIDC_RAHASIA',
    ]);
  });

  it('yang lengkap diterima, dan rahasianya tidak tampak', () => {
    const konfigurasi = bacaKonfigurasi({ ...LENGKAP, AMANAH_OIDC_ACR: 'dua tiga' });
    expect(konfigurasi.identitas.oidc).toMatchObject({
      penerbit: LENGKAP.AMANAH_OIDC_PENERBIT,
      klien: 'amanah',
      nama: 'Masuk dengan akun instansi',
      acr: ['dua', 'tiga'],
    });
    expect(inspect(konfigurasi, { depth: 9 }) + JSON.stringify(konfigurasi)).not.toContain('rahasia-saya');
  });

  it('rahasia dari berkas, tanpa ganti baris di akhirnya', () => {
    const { oidc } = bacaOidc({ ...LENGKAP, AMANAH_OIDC_RAHASIA_FILE: tulis('rahasia', 'dari-berkas\n') });
    expect(oidc?.rahasia.pakai((isi) => Buffer.from(isi).toString())).toBe('dari-berkas');
  });

  it.each([
    ['AMANAH_OIDC_PENERBIT', 'http://sso.kota.go.id'],
    ['AMANAH_OIDC_PENERBIT', 'https://u:rahasia-saya@sso.kota.go.id'],
    ['AMANAH_OIDC_PENERBIT', 'https://sso.kota.go.id?x=1'],
    ['AMANAH_OIDC_PENERBIT', 'https://sso.kota.go.id/.well-known/openid-configuration'],
    ['AMANAH_OIDC_PENERBIT', 'http://127.0.0.1.jauh.id'],
    ['AMANAH_OIDC_PENERBIT', 'javascript:alert(1)'],
    ['AMANAH_OIDC_KLIEN', ''],
    ['AMANAH_OIDC_KLIEN', 'dua kata'],
    ['AMANAH_OIDC_RAHASIA', ''],
    ['AMANAH_OIDC_RAHASIA_FILE', join(folder, 'tidak-ada')],
    ['AMANAH_OIDC_RAHASIA_FILE', tulis('kosong', '\n')],
    ['AMANAH_OIDC_NAMA', 'x'.repeat(1_000)],
    ['AMANAH_OIDC_NAMA', '\u202Eterbalik'],
    ['AMANAH_OIDC_ACR', 'a  b'],
    ['AMANAH_ASAL', ''],
  ])('%s=%s ditolak dengan menyebut namanya, tanpa rahasianya', (nama, nilai) => {
    const baca = () => bacaKonfigurasi({ ...LENGKAP, [nama]: nilai });
    expect(baca).toThrow(KonfigurasiSalah);
    expect(baca).toThrow(nama);
    expect(baca).not.toThrow('rahasia-saya');
  });

  it.each([
    'http://127.0.0.1:8080',
    'http://[::1]:8080',
    'http://localhost/realms/uji',
    'https://sso.kota.go.id/',
  ])('penerbit %s diterima', (penerbit) =>
    expect(bacaOidc({ ...LENGKAP, AMANAH_OIDC_PENERBIT: penerbit }).salah).toEqual([]),
  );
});
