import { sql } from 'kysely';
import type { Sewa } from '../../kernel/sewa.js';
import { isian } from './kueri.js';
import { Pernyataan, penulis, SKEMA } from './postgres.pernyataan.js';
import type { Sambungan } from './postgres.sambungan.js';

/** Less than a query waits to see what was just written: another takes over while it waits. */
const LAMA = 3_000;
/** How long a refusal is remembered, in parts of the lease. */
const BAGIAN_TOLAK = 10;
const BAGIAN_PERPANJANG = 3;

const sewa = sql.id(SKEMA, 'sewa');
const akhir = sql`clock_timestamp() + ${isian('lama')}::integer * interval '1 millisecond'`;
const pernyataan = (nama: string, teks: ReturnType<typeof sql>): Pernyataan =>
  new Pernyataan({ compile: () => teks.compile(penulis) }, nama);

const PEGANG = pernyataan(
  'pegang sewa',
  sql`insert into ${sewa} as s values (${isian('nama')}, ${isian('pemegang')}, ${akhir})
    on conflict (nama) do update set pemegang = excluded.pemegang, sampai = excluded.sampai
    where s.pemegang = excluded.pemegang or s.sampai < clock_timestamp() returning nama`,
);
const PERPANJANG = pernyataan(
  'perpanjang sewa',
  sql`update ${sewa} set sampai = ${akhir}
    where pemegang = ${isian('pemegang')} and nama = any(${isian('nama')}::text[]) returning nama`,
);
const LEPAS = pernyataan(
  'lepas sewa',
  sql`delete from ${sewa} where nama = ${isian('nama')} and pemegang = ${isian('pemegang')}`,
);

/** Leases by the clock of the database's server; what we hold is renewed until it is given up. */
export class SewaPostgres implements Sewa {
  /** Until when ours by our own clock, counted from before the question; so never longer than the server means. */
  private readonly dipegang = new Map<string, number>();
  private readonly ditolak = new Map<string, number>();
  private readonly detak: NodeJS.Timeout;
  private perpanjangan: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: Sambungan,
    private readonly pemegang: string,
    private readonly lama = LAMA,
  ) {
    this.detak = setInterval(() => {
      this.perpanjangan = this.perpanjangan.then(() => this.perpanjang());
    }, lama / BAGIAN_PERPANJANG).unref();
  }

  async pegang(nama: string): Promise<boolean> {
    const kini = performance.now();
    if ((this.dipegang.get(nama) ?? 0) > kini) return true;
    if ((this.ditolak.get(nama) ?? 0) > kini) return false;
    const { pemegang, lama } = this;
    const dapat = (await this.db.semua(PEGANG, { nama, pemegang, lama })).length > 0;
    if (dapat) this.dipegang.set(nama, kini + lama);
    else this.ditolak.set(nama, kini + lama / BAGIAN_TOLAK);
    return dapat;
  }

  async lepas(nama: string): Promise<void> {
    if (!this.dipegang.delete(nama)) return;
    await this.db.semua(LEPAS, { nama, pemegang: this.pemegang });
  }

  /** Renews nothing more; what is still held ends by itself. */
  async tutup(): Promise<void> {
    clearInterval(this.detak);
    await this.perpanjangan;
  }

  private async perpanjang(): Promise<void> {
    const nama = [...this.dipegang.keys()];
    if (nama.length === 0) return;
    const { pemegang, lama } = this;
    const kini = performance.now();
    try {
      const masih = new Set((await this.db.semua(PERPANJANG, { nama, pemegang, lama })).map(([n]) => n));
      for (const n of nama)
        if (!masih.has(n)) this.dipegang.delete(n);
        else if (this.dipegang.has(n)) this.dipegang.set(n, kini + lama);
    } catch {
      // Not renewed: it ends by our own clock, and `pegang`, which asks then, tells why.
    }
  }
}
