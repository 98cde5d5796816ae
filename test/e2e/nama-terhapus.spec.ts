import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { KotaTte } from '../support/kota-tte.js';

const NAMA = 'Budi Contoh';

it('pejabat yang menandatangani lalu dihapus: namanya hanya tinggal di berkas arsip, dan tidak pernah terbaca di luar itu', async () => {
  const kota = await KotaTte.mulai();
  const { rakitan } = kota.app.aplikasi;
  const folder = rakitan.konfigurasi.data;
  const memuat = (): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile())
      .map((e) => join(e.parentPath, e.name))
      .filter((berkas) => {
        const isi = readFileSync(berkas).toString('latin1').toLowerCase();
        return [NAMA, Buffer.from(NAMA).toString('hex')].some((t) => isi.includes(t.toLowerCase()));
      })
      .map((berkas) => berkas.slice(folder.length + 1));
  try {
    await kota.ajukan();
    for (const siapa of ['kadis', 'wali'] as const)
      await kota.tandatangani(siapa, await kota.menunggu(siapa));
    expect(await kota.jenis()).toContain('PerjanjianKinerjaBerlaku');
    const sebelum = memuat();
    expect(sebelum.length).toBeGreaterThan(0);
    expect(sebelum.filter((b) => !b.startsWith(`arsip${sep}`))).toEqual([]);
    await kota.cerita.jadi('pengelola', 'hapusOrang', { pemda: '61.71', subjek: 'S-wali', alasan: 'JRA' });
    expect(memuat()).toEqual(sebelum);
    const kunci = await rakitan.identitas.db.selectFrom('kunci_tte').select('subjek').execute();
    expect(kunci).toEqual([{ subjek: 'S-kadis' }]);
  } finally {
    await kota.app.tutup();
  }
}, 60_000);
