import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Pelaku, wajibIzin } from '../../approval/wewenang.js';
import { Executor } from '../../kernel/execute.js';
import { bacaStream, kunci } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { jabatan as deciderJabatan } from '../../planning/jabatan/jabatan.decider.js';
import { ArgumenAfter, ArgumenFirst } from '../../projections/argumen.tipe.js';
import { HALAMAN_TERBESAR, type Sambungan } from '../../projections/halaman.js';
import type { Opsional } from '../../projections/saat.js';
import { PelakuKini } from '../graphql/perintah.js';
import { SambunganCatatanKeamanan, type TipeCatatanKeamanan } from './keamanan.tipe.js';
import { type BarisKeamanan, LogKeamanan } from './log-keamanan.js';

const TINGKAT_TERDALAM = 10;
const KURSOR = /^\d{1,15}$/;

const batasSah = (first: number): number => {
  if (!Number.isInteger(first) || first < 1) return tolak('MASUKAN_TIDAK_SAH', { first });
  return first <= HALAMAN_TERBESAR ? first : tolak('TERLALU_BANYAK', { first, batas: HALAMAN_TERBESAR });
};
const kursorSah = (teks: string): number => (KURSOR.test(teks) ? Number(teks) : tolak('KURSOR_TIDAK_SAH'));
const teks = (nilai: unknown): string | null => (typeof nilai === 'string' ? nilai : null);

const catatan = ({ saat, jenis, akun, subjek, alamat, rincian }: BarisKeamanan): TipeCatatanKeamanan => ({
  saat,
  jenis,
  akun: akun ?? null,
  subjek: subjek ?? null,
  alamat: alamat ?? null,
  tindakan: teks(rincian.tindakan),
  kode: teks(rincian.kode),
});

@Resolver()
export class KeamananResolver {
  constructor(
    @Inject(LogKeamanan) private readonly log: LogKeamanan,
    @Inject(Executor) private readonly executor: Executor,
  ) {}

  @Query(() => SambunganCatatanKeamanan, {
    description:
      'Percobaan yang ditolak dan pembacaan data atas nama sebuah jabatan, terbaru dahulu. Untuk jabatan itu sendiri, atasannya, pengelola, dan inspektorat.',
  })
  async keamananJabatan(
    @PelakuKini() pelaku: Pelaku,
    @Args('jabatan', { type: () => String, description: 'Kunci jabatan, misalnya 61.71.disnaker.kepala.' })
    jabatan: string,
    @ArgumenFirst() first: number,
    @ArgumenAfter() after: Opsional,
  ): Promise<Sambungan<TipeCatatanKeamanan>> {
    const k = bacaStream(`Jabatan-${jabatan}`);
    kunci.jabatan(k.pemda, k.opd ?? '', k.jabatan ?? '');
    const atasan = k.pemda === pelaku.pemda ? await this.atasan(jabatan) : [];
    wajibIzin(pelaku, 'keamanan.baca', { pemda: k.pemda, opd: k.opd, jabatan, atasan });
    const sebelum = after === null || after === undefined ? undefined : kursorSah(after);
    return this.halaman(jabatan, batasSah(first), sebelum);
  }

  private async halaman(
    jabatan: string,
    first: number,
    sebelum: number | undefined,
  ): Promise<Sambungan<TipeCatatanKeamanan>> {
    const baris = await this.log.dariJabatan(jabatan, first + 1, sebelum);
    const edges = baris.slice(0, first).map((b) => ({ cursor: String(b.urut), node: catatan(b) }));
    return {
      edges,
      pageInfo: {
        hasNextPage: baris.length > first,
        hasPreviousPage: sebelum !== undefined,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }

  /** The offices above, nearest first; a real structure ends in ten levels. */
  private async atasan(dari: string): Promise<string[]> {
    const hasil: string[] = [];
    let di: string | null = dari;
    while (di !== null && hasil.length < TINGKAT_TERDALAM) {
      const { state }: { state: { readonly atasan: string | null } } = await this.executor.state(
        deciderJabatan,
        di,
      );
      di = state.atasan;
      if (di !== null) hasil.push(di);
    }
    return hasil;
  }
}
