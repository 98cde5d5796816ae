import { sebagaiTampilan, type TampilanApa } from '../../kernel/view.js';
import { capaianView } from '../capaian/capaian.projection.js';
import { kotakMasukView } from '../kotak-masuk/kotak-masuk.projection.js';
import { perjanjianKinerjaView } from '../perjanjian-kinerja/perjanjian-kinerja.projection.js';
import { riwayatView } from '../riwayat/riwayat.projection.js';

/** Every view that Amanah keeps, as the worker and the command line run them: `sebagaiTampilan(view)` of each. */
export const DAFTAR_TAMPILAN: readonly TampilanApa[] = [
  sebagaiTampilan(capaianView),
  sebagaiTampilan(perjanjianKinerjaView),
  sebagaiTampilan(riwayatView),
  sebagaiTampilan(kotakMasukView),
];
