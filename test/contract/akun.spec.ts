import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bukaBasisIdentitas } from '../../src/infra/identity/basis-identitas.js';
import { BERKAS_KUNCI_INDUK, siapkanKunciInduk } from '../../src/infra/identity/kunci-induk.js';
import { denganPostgres, type Gugus, mulaiPostgres } from '../support/postgres.js';
import { kontrakAkun } from './akun.contract.js';

const folderBaru = () => {
  const folder = mkdtempSync(join(tmpdir(), 'amanah-akun-'));
  return { folder, hapus: async () => rmSync(folder, { recursive: true }) };
};

kontrakAkun('SQLite', async () => {
  const { folder, hapus } = folderBaru();
  return { buka: () => bukaBasisIdentitas({ folder }), hapus };
});

describe('kunci induk di folder data', () => {
  it('dibuat sekali, hanya terbaca pemiliknya, dan sama bagi dua proses yang mulai bersamaan', async () => {
    const { folder, hapus } = folderBaru();
    const basis = await bukaBasisIdentitas({ folder });
    const kunci = await Promise.all([siapkanKunciInduk(folder, basis), siapkanKunciInduk(folder, basis)]);
    const isi = new TextEncoder().encode('isi');
    expect(kunci[1].buka(kunci[0].bungkus(isi, 'uji:1'), 'uji:1')).toEqual(isi);
    const berkas = join(folder, BERKAS_KUNCI_INDUK);
    if (process.platform !== 'win32') expect(statSync(berkas).mode & 0o777).toBe(0o600);
    expect(JSON.stringify(kunci)).not.toContain(readFileSync(berkas, 'utf8').trim());
    await basis.tutup();
    await hapus();
  });

  it('yang hilang tidak diganti, juga tidak dengan berkas yang tertinggal; yang rusak atau lain ditolak', async () => {
    const { folder, hapus } = folderBaru();
    const basis = await bukaBasisIdentitas({ folder });
    await siapkanKunciInduk(folder, basis);
    rmSync(join(folder, BERKAS_KUNCI_INDUK));
    const sebelum = readdirSync(folder);
    await expect(siapkanKunciInduk(folder, basis)).rejects.toThrow(/identitas ini tidak ada.*kunci-induk/);
    expect(readdirSync(folder)).toEqual(sebelum);
    writeFileSync(join(folder, BERKAS_KUNCI_INDUK), Buffer.alloc(32, 9).toString('base64'));
    await expect(siapkanKunciInduk(folder, basis)).rejects.toThrow(/bukan kunci basis data identitasnya/);
    writeFileSync(join(folder, BERKAS_KUNCI_INDUK), 'pendek');
    await expect(siapkanKunciInduk(folder, basis)).rejects.toThrow(/tidak berisi 32 bita/);
    await basis.tutup();
    await hapus();
  });
});

denganPostgres('akun di PostgreSQL', () => {
  let gugus: Gugus;
  beforeAll(async () => {
    gugus = await mulaiPostgres();
  });
  afterAll(() => gugus.henti());

  kontrakAkun('PostgreSQL', async () => {
    const basisData = await gugus.kosong();
    return { buka: () => bukaBasisIdentitas({ folder: '', basisData }), hapus: async () => undefined };
  });
});
