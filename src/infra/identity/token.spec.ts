import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bacaToken, type DataToken, terbitkanToken, tokenDari } from './token.js';

const kepala: DataToken = {
  akun: 'akun-1',
  peran: 'kepala',
  pemda: '61.71',
  opd: 'disnaker',
  jabatan: 'kepala',
  sebutan: 'Kepala Dinas',
  subjek: 'S-1',
  status: 'definitif',
};

describe('token', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'amanah-token-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('yang diterbitkan dikenal sebagai pelakunya; berkas hanya menyimpan sidiknya dan hanya dibaca pemiliknya', () => {
    const token = terbitkanToken(folder, kepala);
    const isi = readFileSync(join(folder, 'token.json'), 'utf8');
    expect(isi).not.toContain(token.slice(7));
    if (process.platform !== 'win32') expect(statSync(join(folder, 'token.json')).mode & 0o777).toBe(0o600);
    expect(bacaToken(folder).cari(token)).toEqual({
      akun: 'akun-1',
      peran: 'kepala',
      pemda: '61.71',
      opd: 'disnaker',
      pejabat: {
        subjek: 'S-1',
        jabatan: '61.71.disnaker.kepala',
        sebutan: 'Kepala Dinas',
        status: 'definitif',
      },
    });
  });

  it('yang terbit setelah server berjalan langsung dikenal, yang lama tetap dikenal, yang asing tidak', () => {
    const daftar = bacaToken(folder);
    const satu = terbitkanToken(folder, kepala);
    expect(daftar.cari(satu)?.akun).toBe('akun-1');
    const dua = terbitkanToken(folder, { ...kepala, akun: 'akun-2' });
    expect([satu, dua, `${dua}x`, ''].map((t) => daftar.cari(t)?.akun)).toEqual([
      'akun-1',
      'akun-2',
      undefined,
      undefined,
    ]);
  });

  it('kode yang tidak dapat menamai jabatan ditolak saat terbit; berkas rusak menghentikan pembacaan', () => {
    expect(() => terbitkanToken(folder, { ...kepala, opd: 'a.b' })).toThrow('KODE_TIDAK_SAH');
    writeFileSync(join(folder, 'token.json'), '{');
    expect(() => bacaToken(folder)).toThrow(/token\.json/);
  });

  it.each([
    ['Bearer amanah_abc', 'amanah_abc'],
    ['bearer amanah_abc', undefined],
    ['Bearer  a', undefined],
    ['Basic abc', undefined],
    ['', undefined],
    [`Bearer ${'a'.repeat(201)}`, undefined],
    [['Bearer a'], undefined],
    [undefined, undefined],
  ])('Authorization %j memuat %j', (kepala, token) => expect(tokenDari(kepala)).toBe(token));
});
