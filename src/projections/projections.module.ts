import { Module } from '@nestjs/common';
import { LogKeamanan } from '../infra/identity/log-keamanan.js';
import { Clock, EventStore } from '../kernel/event-store.js';
import { ViewStore } from '../kernel/view-store.js';
import { BukuOrang } from '../planning/orang/buku-orang.js';
import { KueriAnggaran } from './anggaran/anggaran.query.js';
import { AnggaranKueriResolver } from './anggaran/anggaran.resolver.js';
import { KueriBerkasKertas } from './berkas-kertas/berkas-kertas.query.js';
import { BerkasKertasTampilanResolver } from './berkas-kertas/berkas-kertas.resolver.js';
import { KueriCapaian } from './capaian/capaian.query.js';
import { CapaianResolver } from './capaian/capaian.resolver.js';
import { KueriOpd } from './capaian/opd.query.js';
import { OpdResolver } from './capaian/opd.resolver.js';
import { PemuatCapaian } from './capaian/pemuat-capaian.js';
import { KueriJalur } from './jalur/jalur.query.js';
import { JalurResolver } from './jalur/jalur.resolver.js';
import { KueriKotakMasuk } from './kotak-masuk/kotak-masuk.query.js';
import { KotakMasukResolver } from './kotak-masuk/kotak-masuk.resolver.js';
import { KueriNomenklatur } from './nomenklatur/nomenklatur.query.js';
import { NomenklaturResolver } from './nomenklatur/nomenklatur.resolver.js';
import { OrangKueriResolver } from './orang/orang.resolver.js';
import { PemegangResolver } from './orang/pemegang.resolver.js';
import { PemuatOrang } from './orang/pemuat-orang.js';
import { PenandatanganResolver } from './orang/penandatangan.resolver.js';
import { KueriOrganisasi } from './organisasi/organisasi.query.js';
import { OrganisasiResolver } from './organisasi/organisasi.resolver.js';
import { KueriPerencanaan } from './perencanaan/perencanaan.query.js';
import { PerencanaanResolver } from './perencanaan/perencanaan.resolver.js';
import { KueriPerjanjianKinerja } from './perjanjian-kinerja/perjanjian-kinerja.query.js';
import { PerjanjianKinerjaKueriResolver } from './perjanjian-kinerja/perjanjian-kinerja.resolver.js';
import { KueriPohonKinerja } from './pohon-kinerja/pohon-kinerja.query.js';
import { PohonKinerjaKueriResolver } from './pohon-kinerja/pohon-kinerja.resolver.js';
import { KueriTargetLemah } from './pohon-kinerja/target-lemah.query.js';
import { TargetLemahResolver } from './pohon-kinerja/target-lemah.resolver.js';
import { KueriRiwayat } from './riwayat/riwayat.query.js';
import { RiwayatResolver } from './riwayat/riwayat.resolver.js';
import { KueriSerahTerima } from './serah-terima/serah-terima.query.js';

// The queries know nothing of Nest, since the command line uses them too: here they get what they ask for.
const kueri = [
  {
    provide: KueriCapaian,
    inject: [ViewStore, EventStore],
    useFactory: (views: ViewStore, store: EventStore) => new KueriCapaian(views, store),
  },
  {
    provide: KueriRiwayat,
    inject: [ViewStore, EventStore],
    useFactory: (views: ViewStore, store: EventStore) => new KueriRiwayat(views, store),
  },
  { provide: KueriOpd, inject: [ViewStore], useFactory: (views: ViewStore) => new KueriOpd(views) },
  {
    provide: KueriPerencanaan,
    inject: [ViewStore, EventStore, KueriCapaian],
    useFactory: (views: ViewStore, store: EventStore, capaian: KueriCapaian) =>
      new KueriPerencanaan(views, store, capaian),
  },
  {
    provide: KueriNomenklatur,
    inject: [ViewStore],
    useFactory: (views: ViewStore) => new KueriNomenklatur(views),
  },
  {
    provide: KueriAnggaran,
    inject: [ViewStore, KueriNomenklatur],
    useFactory: (views: ViewStore, nomenklatur: KueriNomenklatur) => new KueriAnggaran(views, nomenklatur),
  },
  {
    provide: KueriPerjanjianKinerja,
    inject: [ViewStore],
    useFactory: (views: ViewStore) => new KueriPerjanjianKinerja(views),
  },
  {
    provide: KueriPohonKinerja,
    inject: [ViewStore, KueriCapaian],
    useFactory: (views: ViewStore, capaian: KueriCapaian) => new KueriPohonKinerja(views, capaian),
  },
  {
    provide: KueriTargetLemah,
    inject: [ViewStore, KueriCapaian],
    useFactory: (views: ViewStore, capaian: KueriCapaian) => new KueriTargetLemah(views, capaian),
  },
  {
    provide: KueriKotakMasuk,
    inject: [ViewStore, EventStore, Clock],
    useFactory: (views: ViewStore, store: EventStore, clock: Clock) =>
      new KueriKotakMasuk(views, store, clock),
  },
  { provide: KueriJalur, inject: [ViewStore], useFactory: (views: ViewStore) => new KueriJalur(views) },
  {
    provide: KueriOrganisasi,
    inject: [ViewStore],
    useFactory: (views: ViewStore) => new KueriOrganisasi(views),
  },
  {
    provide: KueriBerkasKertas,
    inject: [ViewStore],
    useFactory: (views: ViewStore) => new KueriBerkasKertas(views),
  },
  {
    provide: KueriSerahTerima,
    inject: [ViewStore, EventStore, KueriCapaian, Clock],
    useFactory: (views: ViewStore, store: EventStore, capaian: KueriCapaian, clock: Clock) =>
      new KueriSerahTerima(views, store, capaian, clock),
  },
  {
    provide: PemuatOrang,
    inject: [BukuOrang, LogKeamanan],
    useFactory: (buku: BukuOrang, keamanan: LogKeamanan) => new PemuatOrang(buku, keamanan),
  },
  {
    provide: PemuatCapaian,
    inject: [KueriCapaian],
    useFactory: (kueri: KueriCapaian) => new PemuatCapaian(kueri),
  },
];

/** What can be asked of the views. */
@Module({
  providers: [
    ...kueri,
    CapaianResolver,
    OpdResolver,
    PerencanaanResolver,
    AnggaranKueriResolver,
    NomenklaturResolver,
    PerjanjianKinerjaKueriResolver,
    PohonKinerjaKueriResolver,
    TargetLemahResolver,
    RiwayatResolver,
    KotakMasukResolver,
    JalurResolver,
    OrganisasiResolver,
    BerkasKertasTampilanResolver,
    ...[OrangKueriResolver, PemegangResolver, PenandatanganResolver],
  ],
  exports: kueri.map(({ provide }) => provide),
})
export class ProjectionsModule {}
