import { Module } from '@nestjs/common';
import { LembarKerjaAdaptor } from '../infra/documents/lembar-kerja.adaptor.js';
import { Clock, EventStore } from '../kernel/event-store.js';
import { Executor } from '../kernel/execute.js';
import { LembarKerja } from '../kernel/lembar-kerja.js';
import { BerkasController } from './berkas.controller.js';
import { Pertukaran } from './pertukaran.js';

/** Documents as files, in and out. */
@Module({
  controllers: [BerkasController],
  providers: [
    { provide: LembarKerja, useFactory: () => new LembarKerjaAdaptor() },
    {
      provide: Pertukaran,
      useFactory: (store: EventStore, executor: Executor, clock: Clock, lembarKerja: LembarKerja) =>
        new Pertukaran(store, executor, clock, lembarKerja),
      inject: [EventStore, Executor, Clock, LembarKerja],
    },
  ],
})
export class ExchangeModule {}
