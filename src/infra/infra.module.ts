import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { GraphQLModule } from '@nestjs/graphql';
import { DirektoriOrang } from '../approval/direktori-orang.js';
import { PenjagaNama } from '../approval/penjaga-nama.js';
import { PenyediaTandaTangan } from '../approval/tanda-tangan/penyedia.js';
import { PemeriksaTandaTangan } from '../approval/tanda-tangan/periksa-hasil.js';
import { Arsip } from '../kernel/arsip.js';
import { Clock, EventStore } from '../kernel/event-store.js';
import { Executor } from '../kernel/execute.js';
import { ViewStore } from '../kernel/view-store.js';
import { BukuOrang } from '../planning/orang/buku-orang.js';
import { Pemantau } from '../projections/runtime/pemantau.js';
import { JelajahController } from './graphql/jelajah.controller.js';
import { Langganan } from './graphql/langganan.js';
import { pipaMasukan } from './graphql/masukan.js';
import { opsiGraphql } from './graphql/opsi.js';
import { SaringanGalat } from './graphql/saringan-galat.js';
import { TampilanMajuResolver } from './graphql/tampilan-maju.resolver.js';
import { TanpaNama } from './graphql/tanpa-nama.js';
import { Bertindak } from './identity/akun/bertindak.js';
import { DaftarAkun } from './identity/akun/daftar-akun.js';
import { DaftarSesi } from './identity/akun/daftar-sesi.js';
import { HalamanAkunController } from './identity/akun/halaman.controller.js';
import { KelolaDiri } from './identity/akun/kelola-diri.js';
import { Pengenal } from './identity/akun/pengenal.js';
import { PintuMasuk } from './identity/akun/pintu-masuk.js';
import { rakitAkun } from './identity/akun/rakit-akun.js';
import { SesiController } from './identity/akun/sesi.controller.js';
import { AsalPermintaan } from './identity/asal-permintaan.js';
import { KeamananResolver } from './identity/keamanan.resolver.js';
import { KunciInduk } from './identity/kunci-induk.js';
import { LogKeamanan } from './identity/log-keamanan.js';
import { PencatatAkses } from './identity/pencatat-akses.js';
import { PenjagaPintu } from './identity/penjaga-pintu.js';
import { DaftarToken } from './identity/token.js';
import { KonfigurasiAmanah } from './konfigurasi/konfigurasi.js';
import type { Rakitan } from './rakitan.js';
import { CaTertanam } from './signing/ca.js';
import { rakitTte } from './signing/rakit-tte.js';
import { KesehatanController, SumberKesehatan } from './telemetry/kesehatan.controller.js';
import { MetrikController } from './telemetry/metrik.controller.js';
import { Metrik } from './telemetry/metrik.js';
import type { Pelacak } from './telemetry/pelacak.js';
import { Pencatat } from './telemetry/pencatat.js';

export type BahanInfra = {
  readonly rakitan: Rakitan;
  readonly token: DaftarToken;
  readonly pencatat: Pencatat;
  readonly pelacak?: Pelacak | undefined;
};

@Module({})
class InfraModule {}

/** The outside, for every other module: what was put together before Nest began, and the GraphQL edge. */
export const infraModule = ({ rakitan, token, pencatat, pelacak }: BahanInfra): DynamicModule => {
  const { akun, sesi, pintu, diri, bertindak, pengenal } = rakitAkun(rakitan, token);
  const tte = rakitTte(rakitan, (pesan) => pencatat.catat('warn', pesan));
  const akses = new PencatatAkses(rakitan.keamanan, pencatat);
  const bersama = [
    { provide: EventStore, useValue: rakitan.store },
    { provide: ViewStore, useValue: rakitan.views },
    { provide: Executor, useValue: rakitan.executor },
    { provide: Clock, useValue: rakitan.clock },
    { provide: Pemantau, useValue: rakitan.pemantau },
    { provide: KonfigurasiAmanah, useValue: rakitan.konfigurasi },
    { provide: LogKeamanan, useValue: rakitan.keamanan },
    { provide: Arsip, useValue: rakitan.arsip },
    { provide: KunciInduk, useValue: rakitan.kunciInduk },
    { provide: DaftarAkun, useValue: akun },
    { provide: DaftarSesi, useValue: sesi },
    { provide: PintuMasuk, useValue: pintu },
    { provide: KelolaDiri, useValue: diri },
    { provide: Bertindak, useValue: bertindak },
    { provide: Pengenal, useValue: pengenal },
    { provide: AsalPermintaan, useValue: pengenal.asal },
    { provide: BukuOrang, useValue: rakitan.orang },
    { provide: DirektoriOrang, useValue: rakitan.orang },
    { provide: PenjagaNama, useValue: rakitan.nama },
    { provide: DaftarToken, useValue: token },
    { provide: PenyediaTandaTangan, useValue: tte.penyedia },
    { provide: PemeriksaTandaTangan, useValue: tte.pemeriksa },
    { provide: CaTertanam, useValue: tte.ca },
    { provide: PencatatAkses, useValue: akses },
    { provide: Pencatat, useValue: pencatat },
  ];
  return {
    module: InfraModule,
    global: true,
    imports: [CqrsModule.forRoot(), GraphQLModule.forRoot(opsiGraphql(pengenal, akses, pencatat, pelacak))],
    controllers: [
      JelajahController,
      KesehatanController,
      MetrikController,
      SesiController,
      HalamanAkunController,
    ],
    providers: [
      ...bersama,
      { provide: APP_GUARD, useClass: PenjagaPintu },
      { provide: APP_FILTER, useClass: SaringanGalat },
      { provide: APP_INTERCEPTOR, useClass: TanpaNama },
      { provide: APP_PIPE, useFactory: pipaMasukan },
      { provide: SumberKesehatan, useValue: new SumberKesehatan(rakitan) },
      { provide: Metrik, useValue: new Metrik(rakitan, pencatat) },
      Langganan,
      TampilanMajuResolver,
      KeamananResolver,
    ],
    exports: [...bersama, CqrsModule],
  };
};
