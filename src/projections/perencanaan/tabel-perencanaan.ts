import { type Bahan, susunTahun } from './bahan.js';
import type { Tabel } from './tabel.js';
import { tabelIku } from './tabel-iku.js';
import { tabelPk } from './tabel-pk.js';
import { tabelProgram } from './tabel-program.js';
import { tabelRencanaAksi } from './tabel-rencana-aksi.js';
import { tabelStrategi, tabelTarget } from './tabel-renstra.js';
import { tabelRkt } from './tabel-rkt.js';
import { tabelSkala } from './tabel-skala.js';

/** The planning tables that an OPD hands in. One place makes them, so that page, GraphQL, XLSX, CSV and DOCX show the very same cells. */
export const tabelPerencanaan = (b: Bahan): readonly Tabel[] => {
  const s = susunTahun(b);
  return [
    tabelTarget(b, s),
    tabelStrategi(b),
    ...tabelIku(b, s),
    ...tabelRkt(b, s),
    ...tabelPk(b, s),
    tabelProgram(b, s),
    tabelSkala(b),
    ...tabelRencanaAksi(b, s),
  ];
};
