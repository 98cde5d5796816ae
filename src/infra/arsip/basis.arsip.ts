import { Arsip, ArsipRusak } from '../../kernel/arsip.js';
import { sha256Hex } from '../../kernel/sidik.js';
import type { BasisIdentitas } from '../identity/basis-identitas.js';

/** The archive where several instances share one database: a row for each file. */
export class BasisArsip extends Arsip {
  constructor(private readonly basis: BasisIdentitas) {
    super();
  }

  async simpan(isi: Uint8Array): Promise<string> {
    const sidik = sha256Hex(isi);
    await this.basis.db
      .insertInto('arsip')
      .values({ sidik, isi })
      .onConflict((c) => c.column('sidik').doNothing())
      .execute();
    return sidik;
  }

  async baca(sidik: string): Promise<Uint8Array | null> {
    const baris = await this.basis.db
      .selectFrom('arsip')
      .select('isi')
      .where('sidik', '=', sidik)
      .executeTakeFirst();
    if (baris === undefined) return null;
    if (sha256Hex(baris.isi) !== sidik) throw new ArsipRusak(sidik);
    return baris.isi;
  }

  async *daftar(): AsyncIterable<string> {
    for (const { sidik } of await this.basis.db.selectFrom('arsip').select('sidik').execute()) yield sidik;
  }
}
