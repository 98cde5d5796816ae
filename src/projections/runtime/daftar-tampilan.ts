import { sebagaiTampilan, type TampilanApa } from '../../kernel/view.js';
import { anggaranView } from '../anggaran/anggaran.projection.js';
import { berkasKertasView } from '../berkas-kertas/berkas-kertas.projection.js';
import { capaianView } from '../capaian/capaian.projection.js';
import { denganImpor } from '../impor-berjalan.js';
import { jalurView } from '../jalur/jalur.projection.js';
import { kotakMasukView } from '../kotak-masuk/kotak-masuk.projection.js';
import { nomenklaturView } from '../nomenklatur/nomenklatur.projection.js';
import { organisasiView } from '../organisasi/organisasi.projection.js';
import { pemegangView } from '../pemegang/pemegang.projection.js';
import { perencanaanView } from '../perencanaan/perencanaan.projection.js';
import { perjanjianKinerjaView } from '../perjanjian-kinerja/perjanjian-kinerja.projection.js';
import { pohonKinerjaView } from '../pohon-kinerja/pohon-kinerja.projection.js';
import { riwayatView } from '../riwayat/riwayat.projection.js';

/**
 * Every view that Amanah keeps, as the worker and the command line run them. Those whose rows say nothing of an
 * import that is under way get a row for it; the facts of capaian have it in the year's own row. Of organisasi an
 * import writes nothing but that a pemda and an OPD exist and what they are called: no half of a year is seen in it.
 * The rows of perencanaan are never read without those facts.
 */
export const DAFTAR_TAMPILAN: readonly TampilanApa[] = [
  sebagaiTampilan(capaianView),
  sebagaiTampilan(perencanaanView),
  sebagaiTampilan(denganImpor(anggaranView)),
  sebagaiTampilan(nomenklaturView),
  sebagaiTampilan(denganImpor(perjanjianKinerjaView)),
  sebagaiTampilan(pohonKinerjaView), // of no year of its own: its query asks the PK and the facts of the year
  sebagaiTampilan(denganImpor(riwayatView)),
  sebagaiTampilan(denganImpor(kotakMasukView)),
  sebagaiTampilan(organisasiView),
  sebagaiTampilan(berkasKertasView),
  sebagaiTampilan(pemegangView), // an import appoints nobody
  sebagaiTampilan(jalurView), // an import begins no walk and sets no route
];
