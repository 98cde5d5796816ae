import { type Bahan, type SusunanTahun, susunTahun } from './bahan.js';
import type { Tabel } from './tabel.js';
import { tabelIku } from './tabel-iku.js';
import { tabelNaskahRenstra } from './tabel-naskah-renstra.js';
import { tabelPk } from './tabel-pk.js';
import { tabelProgram } from './tabel-program.js';
import { tabelRencanaAksi } from './tabel-rencana-aksi.js';
import { tabelStrategi, tabelTarget } from './tabel-renstra.js';
import { tabelRkt } from './tabel-rkt.js';
import { tabelSkala } from './tabel-skala.js';

type Pembuat = Readonly<{
  nomor: Tabel['nomor'];
  buat: (b: Bahan, s: SusunanTahun) => readonly Tabel[];
}>;

const PEMBUAT: readonly Pembuat[] = [
  { nomor: 1, buat: tabelTarget },
  { nomor: 2, buat: tabelStrategi },
  { nomor: 3, buat: tabelIku },
  { nomor: 4, buat: tabelRkt },
  { nomor: 5, buat: tabelPk },
  { nomor: 6, buat: (b, s) => [tabelProgram(b, s)] },
  { nomor: 7, buat: (b) => [tabelSkala(b)] },
  { nomor: null, buat: tabelRencanaAksi },
  { nomor: null, buat: tabelNaskahRenstra },
];

/**
 * The planning tables that an OPD hands in, those of `nomor` or all with what stands beside them. One place makes them,
 * so that page, GraphQL, XLSX, CSV and DOCX show the very same cells.
 */
export const tabelPerencanaan = (b: Bahan, nomor: readonly number[] | null = null): readonly Tabel[] => {
  const s = susunTahun(b);
  return PEMBUAT.filter((p) => nomor === null || (p.nomor !== null && nomor.includes(p.nomor))).flatMap((p) =>
    p.buat(b, s),
  );
};
