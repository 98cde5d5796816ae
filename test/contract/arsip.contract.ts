import { createHash } from 'node:crypto';
import type { Arsip } from '../../src/kernel/arsip.js';

export type TempatArsip = {
  readonly arsip: Arsip;
  /** Changes the stored bytes of one file, as a broken disk would. */
  readonly rusakkan: (sidik: string) => Promise<void>;
  readonly tutup: () => Promise<void>;
};

/** What every archive keeps. */
export const kontrakArsip = (nama: string, buat: () => Promise<TempatArsip>): void =>
  describe(`arsip ${nama}`, () => {
    let tempat: TempatArsip;
    beforeAll(async () => {
      tempat = await buat();
    });
    afterAll(() => tempat.tutup());
    const isi = Buffer.from('%PDF-1.7 naskah yang ditandatangani');
    const sidik = createHash('sha256').update(isi).digest('hex');

    it('memberi kembali bita yang sama menurut sidiknya, sekali walau disimpan berkali-kali bersama', async () => {
      const hasil = await Promise.all([1, 2, 3].map(() => tempat.arsip.simpan(isi)));
      expect(hasil).toEqual([sidik, sidik, sidik]);
      expect(Buffer.from((await tempat.arsip.baca(sidik)) ?? [])).toEqual(isi);
      expect(await Array.fromAsync(tempat.arsip.daftar())).toEqual([sidik]);
    });

    it.each(['0'.repeat(64), '../../token.json', ''])('tidak mengenal %j', async (lain) =>
      expect(await tempat.arsip.baca(lain)).toBeNull(),
    );

    it('menolak berkas yang isinya bukan lagi yang disimpan', async () => {
      await tempat.rusakkan(sidik);
      await expect(tempat.arsip.baca(sidik)).rejects.toThrow('tidak lagi berisi');
    });
  });
