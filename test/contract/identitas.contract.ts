import type { BasisIdentitas } from '../../src/infra/identity/basis-identitas.js';
import { LogKeamanan } from '../../src/infra/identity/log-keamanan.js';
import { Clock } from '../../src/kernel/event-store.js';

class JamTetap extends Clock {
  now(): Date {
    return new Date('2026-01-05T01:00:00.000Z');
  }
}

export type TempatBasis = {
  /** Opens the same database, as another process would. */
  readonly buka: () => Promise<BasisIdentitas>;
  readonly hapus: () => Promise<void>;
};

/** What the identity database keeps, in SQLite and in PostgreSQL. */
export const kontrakIdentitas = (nama: string, buat: () => Promise<TempatBasis>): void =>
  describe(`basis data identitas ${nama}`, () => {
    let tempat: TempatBasis;
    beforeAll(async () => {
      tempat = await buat();
    });
    afterAll(() => tempat.hapus());

    it('dapat dibuka dua kali, dan menyimpan catatan keamanan berurutan', async () => {
      const [a, b] = [await tempat.buka(), await tempat.buka()];
      const [satu, dua] = [new LogKeamanan(a, new JamTetap()), new LogKeamanan(b, new JamTetap())];
      await satu.catat({ jenis: 'MASUK_GAGAL', jabatan: '61.71.disnaker.kepala', alamat: '127.0.0.1' });
      await dua.catat({ jenis: 'MASUK', jabatan: '61.71.disnaker.kepala', rincian: { percobaan: 2 } });
      await dua.catat({ jenis: 'MASUK', jabatan: '61.71.dinkes.kepala' });
      const baris = await satu.dariJabatan('61.71.disnaker.kepala', 10);
      expect(baris.map((x) => [x.jenis, x.saat, x.alamat, x.rincian])).toEqual([
        ['MASUK', '2026-01-05T01:00:00.000Z', null, { percobaan: 2 }],
        ['MASUK_GAGAL', '2026-01-05T01:00:00.000Z', '127.0.0.1', {}],
      ]);
      const [terbaru] = baris;
      expect(await satu.dariJabatan('61.71.disnaker.kepala', 10, terbaru?.urut)).toHaveLength(1);
      expect((await dua.semua()).map((x) => x.jenis)).toEqual(['MASUK_GAGAL', 'MASUK', 'MASUK']);
      await Promise.all([a.tutup(), b.tutup()]);
    });

    it('rincian yang terlalu panjang dipotong, tidak menggagalkan yang dicatat', async () => {
      const basis = await tempat.buka();
      const log = new LogKeamanan(basis, new JamTetap());
      await log.catat({ jenis: 'AKSES_DITOLAK', rincian: { kepala: 'x'.repeat(1_000_000) } });
      const [akhir] = (await log.semua()).slice(-1);
      expect(String(akhir?.rincian.dipotong)).toHaveLength(2_000);
      await basis.tutup();
    });
  });
