import { Module } from '@nestjs/common';
import { JalankanPembandingHandler } from './pembanding/pembanding.handler.js';
import { PembandingResolver } from './pembanding/pembanding.resolver.js';
import { JalankanPengukuranHandler } from './pengukuran/pengukuran.handler.js';
import { PengukuranResolver } from './pengukuran/pengukuran.resolver.js';
import { JalankanRealisasiAnggaranHandler } from './realisasi-anggaran/realisasi-anggaran.handler.js';
import { RealisasiAnggaranResolver } from './realisasi-anggaran/realisasi-anggaran.resolver.js';

/** What was achieved: one handler and one resolver per document. */
@Module({
  providers: [
    JalankanPengukuranHandler,
    PengukuranResolver,
    JalankanRealisasiAnggaranHandler,
    RealisasiAnggaranResolver,
    JalankanPembandingHandler,
    PembandingResolver,
  ],
})
export class ReportingModule {}
