import type { Insertable, Selectable } from 'kysely';
import type { BasisIdentitas } from '../identity/basis-identitas.js';
import type { StatusSurel, TabelSurelKeluar } from './surel.skema.js';

export type SurelBaru = Omit<Insertable<TabelSurelKeluar>, 'urut' | 'status' | 'coba' | 'nanti' | 'sebab'>;
export type SurelKeluar = Selectable<TabelSurelKeluar>;

const KEMAJUAN = 'kotak-masuk';
const MENIT = 60_000;
const COBA_TERBANYAK = 8;
/** A mail that was taken this long ago was left by a process that died: SMTP itself gives up much earlier. */
const DITINGGALKAN = 10 * MENIT;

/** 1, 2, 4 … minutes after each attempt. */
const jeda = (coba: number): number => MENIT * 2 ** (coba - 1);

/** The mails that are to go out, and how far the log has been read for them: both move in one transaction. */
export class KotakKeluar {
  constructor(private readonly basis: BasisIdentitas) {}

  /** Position of the last event that was looked at; null when none ever was. */
  async posisi(): Promise<number | null> {
    const { db } = this.basis;
    const ada = await db
      .selectFrom('surel_kemajuan')
      .select('posisi')
      .where('nama', '=', KEMAJUAN)
      .executeTakeFirst();
    return ada === undefined ? null : Number(ada.posisi); // a bigint of PostgreSQL comes as text
  }

  /** Twice the same event and person is one mail, whoever asks, after a crash or beside another instance. */
  async tambah(surel: readonly SurelBaru[], posisi: number, kini: Date): Promise<void> {
    const baris = surel.map((s) => ({
      ...s,
      status: 'antri' as const,
      coba: 0,
      nanti: kini.toISOString(),
      sebab: null,
    }));
    await this.basis.db.transaction().execute(async (t) => {
      for (const b of baris)
        await t
          .insertInto('surel_keluar')
          .values(b)
          .onConflict((k) => k.columns(['peristiwa', 'penerima']).doNothing())
          .execute();
      await t
        .insertInto('surel_kemajuan')
        .values({ nama: KEMAJUAN, posisi })
        .onConflict((k) => k.column('nama').doUpdateSet({ posisi }))
        .execute();
    });
  }

  /** Takes the next one that may go now, so that no other process does; null when there is none. */
  async ambil(kini: Date): Promise<SurelKeluar | null> {
    const saat = kini.toISOString();
    const calon = await this.basis.db
      .selectFrom('surel_keluar')
      .selectAll()
      .where('status', '=', 'antri')
      .where('nanti', '<=', saat)
      .orderBy('urut')
      .limit(20)
      .execute();
    for (const s of calon) {
      const { numUpdatedRows } = await this.basis.db
        .updateTable('surel_keluar')
        .set({ status: 'mengirim', coba: s.coba + 1, nanti: saat })
        .where('urut', '=', s.urut)
        .where('status', '=', 'antri')
        .executeTakeFirst();
      if (numUpdatedRows === 1n) return { ...s, status: 'mengirim', coba: s.coba + 1 };
    }
    return null;
  }

  async tandai({ urut }: SurelKeluar, status: StatusSurel, sebab: string | null = null): Promise<void> {
    await this.basis.db.updateTable('surel_keluar').set({ status, sebab }).where('urut', '=', urut).execute();
  }

  /** Not accepted this time: later again, or given up. */
  async tunda(s: SurelKeluar, sebab: string, kini: Date): Promise<void> {
    if (s.coba >= COBA_TERBANYAK) return this.tandai(s, 'gagal', sebab);
    const nanti = new Date(kini.getTime() + jeda(s.coba)).toISOString();
    await this.basis.db
      .updateTable('surel_keluar')
      .set({ status: 'antri', sebab, nanti })
      .where('urut', '=', s.urut)
      .execute();
  }

  /** What a process left between sending and noting it: it may have gone out, so it does not go again. */
  async lepaskan(kini: Date): Promise<void> {
    const sebelum = new Date(kini.getTime() - DITINGGALKAN).toISOString();
    await this.basis.db
      .updateTable('surel_keluar')
      .set({ status: 'tidak-pasti', sebab: 'proses berhenti ketika mengirim' })
      .where('status', '=', 'mengirim')
      .where('nanti', '<', sebelum)
      .execute();
  }

  async semua(): Promise<SurelKeluar[]> {
    return this.basis.db.selectFrom('surel_keluar').selectAll().orderBy('urut').execute();
  }
}
