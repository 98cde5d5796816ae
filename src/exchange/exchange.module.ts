import { Module } from '@nestjs/common';
import { DirektoriOrang } from '../approval/direktori-orang.js';
import { PenjagaNama } from '../approval/penjaga-nama.js';
import { LayananTandaTangan } from '../approval/tanda-tangan/layanan.js';
import { PenyediaTandaTangan } from '../approval/tanda-tangan/penyedia.js';
import { PemeriksaTandaTangan } from '../approval/tanda-tangan/periksa-hasil.js';
import { LembarKerjaAdaptor } from '../infra/documents/lembar-kerja.adaptor.js';
import { TypstPencetak } from '../infra/documents/pk/typst.pencetak.js';
import { galatBerkode } from '../infra/graphql/galat.js';
import { LogKeamanan } from '../infra/identity/log-keamanan.js';
import { KonfigurasiAmanah } from '../infra/konfigurasi/konfigurasi.js';
import { verifikasiDari } from '../infra/signing/verifikasi.js';
import { Pencatat } from '../infra/telemetry/pencatat.js';
import { Arsip } from '../kernel/arsip.js';
import { Clock, EventStore } from '../kernel/event-store.js';
import { Executor } from '../kernel/execute.js';
import { LembarKerja } from '../kernel/lembar-kerja.js';
import { BerkasPk } from '../planning/perjanjian-kinerja/berkas-pk.js';
import { PencetakPk } from '../planning/perjanjian-kinerja/cetakan.js';
import { TandaTanganPk } from '../planning/perjanjian-kinerja/tanda-tangan-pk.js';
import { KueriPerencanaan } from '../projections/perencanaan/perencanaan.query.js';
import { KueriPerjanjianKinerja } from '../projections/perjanjian-kinerja/perjanjian-kinerja.query.js';
import { ProjectionsModule } from '../projections/projections.module.js';
import { BerkasController } from './berkas.controller.js';
import { PembukaTahun } from './buka-tahun.js';
import { BukaTahunResolver } from './buka-tahun.resolver.js';
import { CetakPkController } from './cetak/cetak-pk.controller.js';
import { CetakPk } from './cetak/cetak-pk.js';
import { KertasController } from './kertas.controller.js';
import { PengalihIndikator } from './peralihan.js';
import { PeralihanResolver } from './peralihan.resolver.js';
import { PeriksaController } from './periksa/periksa.controller.js';
import { PeriksaPublik } from './periksa/periksa-publik.js';
import { Pertukaran } from './pertukaran.js';
import { SerahTerimaController } from './serah-terima/serah-terima.controller.js';
import { SopController } from './sop/sop.controller.js';
import { TabelController } from './tabel/tabel.controller.js';
import { TabelBerkas } from './tabel/tabel-berkas.js';
import { KunciTteController } from './tanda-tangan/kunci-tte.controller.js';
import { MenungguTandaTanganResolver } from './tanda-tangan/menunggu.resolver.js';
import { Penandatanganan } from './tanda-tangan/penandatanganan.js';
import { TandaTanganController } from './tanda-tangan/tanda-tangan.controller.js';

/** What goes over many documents at once: files in and out, a year that opens from the one before, indicators that another OPD takes over. */
@Module({
  imports: [ProjectionsModule],
  controllers: [
    BerkasController,
    CetakPkController,
    KertasController,
    KunciTteController,
    SerahTerimaController,
    SopController,
    TabelController,
    TandaTanganController,
    PeriksaController,
  ],
  providers: [
    { provide: LembarKerja, useFactory: () => new LembarKerjaAdaptor() },
    {
      provide: Pertukaran,
      useFactory: (
        store: EventStore,
        executor: Executor,
        clock: Clock,
        lembarKerja: LembarKerja,
        nama: PenjagaNama,
      ) => new Pertukaran(store, executor, clock, lembarKerja, nama),
      inject: [EventStore, Executor, Clock, LembarKerja, PenjagaNama],
    },
    { provide: PencetakPk, useFactory: () => new TypstPencetak() },
    {
      provide: BerkasPk,
      useFactory: (
        store: EventStore,
        arsip: Arsip,
        pencetak: PencetakPk,
        direktori: DirektoriOrang,
        konfigurasi: KonfigurasiAmanah,
      ) => new BerkasPk({ store, arsip, pencetak, direktori, verifikasi: verifikasiDari(konfigurasi) }),
      inject: [EventStore, Arsip, PencetakPk, DirektoriOrang, KonfigurasiAmanah],
    },
    {
      provide: LayananTandaTangan,
      useFactory: (
        penyedia: PenyediaTandaTangan,
        pemeriksa: PemeriksaTandaTangan,
        direktori: DirektoriOrang,
        arsip: Arsip,
        keamanan: LogKeamanan,
        clock: Clock,
      ) => new LayananTandaTangan({ penyedia, pemeriksa, direktori, arsip, keamanan, clock }),
      inject: [PenyediaTandaTangan, PemeriksaTandaTangan, DirektoriOrang, Arsip, LogKeamanan, Clock],
    },
    {
      provide: TandaTanganPk,
      useFactory: (executor: Executor, store: EventStore, clock: Clock, berkas: BerkasPk) =>
        new TandaTanganPk(executor, store, clock, berkas),
      inject: [Executor, EventStore, Clock, BerkasPk],
    },
    {
      provide: Penandatanganan,
      useFactory: (layanan: LayananTandaTangan, pk: TandaTanganPk, pencatat: Pencatat) =>
        new Penandatanganan(layanan, pk, (e) => galatBerkode(e, pencatat, '/berkas/tandatangani')),
      inject: [LayananTandaTangan, TandaTanganPk, Pencatat],
    },
    MenungguTandaTanganResolver,
    {
      provide: PeriksaPublik,
      useFactory: (
        kueri: KueriPerjanjianKinerja,
        store: EventStore,
        arsip: Arsip,
        direktori: DirektoriOrang,
      ) => new PeriksaPublik(kueri, store, arsip, direktori),
      inject: [KueriPerjanjianKinerja, EventStore, Arsip, DirektoriOrang],
    },
    { provide: CetakPk, useFactory: (berkas: BerkasPk) => new CetakPk(berkas), inject: [BerkasPk] },
    {
      provide: TabelBerkas,
      useFactory: (kueri: KueriPerencanaan, lembarKerja: LembarKerja) => new TabelBerkas(kueri, lembarKerja),
      inject: [KueriPerencanaan, LembarKerja],
    },
    {
      provide: PembukaTahun,
      useFactory: (store: EventStore, executor: Executor, clock: Clock) =>
        new PembukaTahun(store, executor, clock),
      inject: [EventStore, Executor, Clock],
    },
    {
      provide: PengalihIndikator,
      useFactory: (store: EventStore, executor: Executor, clock: Clock) =>
        new PengalihIndikator(store, executor, clock),
      inject: [EventStore, Executor, Clock],
    },
    BukaTahunResolver,
    PeralihanResolver,
  ],
})
export class ExchangeModule {}
