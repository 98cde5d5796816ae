import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { JalankanAnggaranHandler } from './anggaran/anggaran.handler.js';
import { AnggaranResolver } from './anggaran/anggaran.resolver.js';
import { JalankanBerkasKertasHandler } from './berkas-kertas/berkas-kertas.handler.js';
import { BerkasKertasResolver } from './berkas-kertas/berkas-kertas.resolver.js';
import { JalankanIkuHandler } from './iku/iku.handler.js';
import { IkuResolver } from './iku/iku.resolver.js';
import { JalankanJabatanHandler } from './jabatan/jabatan.handler.js';
import { JabatanResolver } from './jabatan/jabatan.resolver.js';
import { JalankanOpdHandler } from './opd/opd.handler.js';
import { OpdResolver } from './opd/opd.resolver.js';
import { SotkResolver } from './opd/sotk.resolver.js';
import { CatatOrangHandler, JalankanOrangHandler } from './orang/orang.handler.js';
import { OrangResolver } from './orang/orang.resolver.js';
import { DasarHukumResolver } from './pemda/dasar-hukum.resolver.js';
import { JalankanPemdaHandler } from './pemda/pemda.handler.js';
import { PemdaResolver } from './pemda/pemda.resolver.js';
import { JalankanPeriodeHandler } from './pemda/periode.handler.js';
import { PeriodeResolver } from './pemda/periode.resolver.js';
import { JalankanPkHandler } from './perjanjian-kinerja/perjanjian-kinerja.handler.js';
import { PerjanjianKinerjaResolver } from './perjanjian-kinerja/perjanjian-kinerja.resolver.js';
import { JalankanPohonKinerjaHandler } from './pohon-kinerja/pohon-kinerja.handler.js';
import { PohonKinerjaResolver } from './pohon-kinerja/pohon-kinerja.resolver.js';
import { JalankanProgramHandler } from './program/program.handler.js';
import { ProgramResolver } from './program/program.resolver.js';
import { JalankanRencanaAksiHandler } from './rencana-aksi/rencana-aksi.handler.js';
import { RencanaAksiResolver } from './rencana-aksi/rencana-aksi.resolver.js';
import { JalankanRencanaKinerjaHandler } from './rencana-kinerja/rencana-kinerja.handler.js';
import { RencanaKinerjaResolver } from './rencana-kinerja/rencana-kinerja.resolver.js';
import { KeterkaitanRenstraResolver } from './renstra/keterkaitan-renstra.resolver.js';
import { PerubahanRenstraResolver } from './renstra/perubahan-renstra.resolver.js';
import { JalankanRenstraHandler } from './renstra/renstra.handler.js';
import { RenstraResolver } from './renstra/renstra.resolver.js';

/** What is promised: one handler and one resolver a document. */
@Module({
  imports: [CqrsModule],
  providers: [
    ...[JalankanPemdaHandler, PemdaResolver, DasarHukumResolver],
    ...[JalankanPeriodeHandler, PeriodeResolver],
    ...[JalankanOpdHandler, OpdResolver, SotkResolver],
    ...[JalankanJabatanHandler, JabatanResolver],
    ...[CatatOrangHandler, JalankanOrangHandler, OrangResolver],
    ...[JalankanPohonKinerjaHandler, PohonKinerjaResolver],
    ...[JalankanIkuHandler, IkuResolver],
    ...[JalankanRenstraHandler, RenstraResolver, PerubahanRenstraResolver, KeterkaitanRenstraResolver],
    ...[JalankanProgramHandler, ProgramResolver],
    ...[JalankanRencanaKinerjaHandler, RencanaKinerjaResolver],
    ...[JalankanAnggaranHandler, AnggaranResolver],
    ...[JalankanPkHandler, PerjanjianKinerjaResolver],
    ...[JalankanBerkasKertasHandler, BerkasKertasResolver],
    ...[JalankanRencanaAksiHandler, RencanaAksiResolver],
  ],
})
export class PlanningModule {}
