import type { EdaranEvent } from '../approval/edaran/edaran.decider.js';
import type { RuteEvent } from '../approval/rute/rute.decider.js';
import type { AnggaranEvent } from '../planning/anggaran/anggaran.decider.js';
import type { BerkasKertasEvent } from '../planning/berkas-kertas/berkas-kertas.decider.js';
import type { IkuEvent } from '../planning/iku/iku.decider.js';
import type { JabatanEvent } from '../planning/jabatan/jabatan.decider.js';
import type { NomenklaturEvent } from '../planning/nomenklatur/nomenklatur.decider.js';
import type { OpdEvent } from '../planning/opd/opd.decider.js';
import type { OrangEvent } from '../planning/orang/orang.decider.js';
import type { PemdaEvent } from '../planning/pemda/pemda.decider.js';
import type { PeriodeEvent } from '../planning/pemda/periode.decider.js';
import type { PkEvent } from '../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import type { PohonKinerjaEvent } from '../planning/pohon-kinerja/pohon-kinerja.decider.js';
import type { ProgramEvent } from '../planning/program/program.decider.js';
import type { RencanaAksiEvent } from '../planning/rencana-aksi/rencana-aksi.decider.js';
import type { RencanaKinerjaEvent } from '../planning/rencana-kinerja/rencana-kinerja.decider.js';
import type { RenstraEvent } from '../planning/renstra/renstra.decider.js';
import type { ImporEvent } from '../reporting/impor/impor.decider.js';
import type { PembandingEvent } from '../reporting/pembanding/pembanding.decider.js';
import type { PengukuranEvent } from '../reporting/pengukuran/pengukuran.decider.js';
import type { RealisasiAnggaranEvent } from '../reporting/realisasi-anggaran/realisasi-anggaran.decider.js';

/** Every event that Amanah knows, newest versions, bare names. Names are unique over all documents. */
export type AmanahEvent =
  | PemdaEvent
  | PeriodeEvent
  | OpdEvent
  | JabatanEvent
  | RenstraEvent
  | PohonKinerjaEvent
  | ProgramEvent
  | IkuEvent
  | RencanaKinerjaEvent
  | AnggaranEvent
  | NomenklaturEvent
  | PkEvent
  | RencanaAksiEvent
  | PengukuranEvent
  | RealisasiAnggaranEvent
  | PembandingEvent
  | BerkasKertasEvent
  | ImporEvent
  | OrangEvent
  | RuteEvent
  | EdaranEvent;
