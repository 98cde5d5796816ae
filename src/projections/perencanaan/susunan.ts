import { type Bahan, susunTahun } from './bahan.js';
import type { UsulanTahun } from './fakta.js';
import { type RenstraTersusun, susunRenstra } from './susunan-renstra.js';
import { type IkuTahun, susunIku } from './tabel-iku.js';
import { type ProgramTahun, susunProgram } from './tabel-program.js';
import { type RencanaAksiVersi, susunRencanaAksi } from './tabel-rencana-aksi.js';
import { type RktTahun, susunRkt } from './tabel-rkt.js';
import { type SkalaTahun, skalaTahun } from './tabel-skala.js';

/** What the planning tables are made of, for who needs it by its parts. */
export type Perencanaan = Readonly<{
  posisi: number;
  renstra: readonly RenstraTersusun[];
  iku: readonly IkuTahun[];
  rkt: readonly RktTahun[];
  usulan: readonly UsulanTahun[];
  program: ProgramTahun;
  skala: SkalaTahun;
  rencanaAksi: readonly RencanaAksiVersi[];
}>;

export const susunPerencanaan = (b: Bahan): Perencanaan => {
  const s = susunTahun(b);
  return {
    posisi: b.posisi,
    renstra: susunRenstra(b),
    iku: susunIku(b, s),
    rkt: susunRkt(b, s),
    usulan: b.tahunan?.usulan ?? [],
    program: susunProgram(b, s),
    skala: skalaTahun(b),
    rencanaAksi: susunRencanaAksi(b, s),
  };
};
