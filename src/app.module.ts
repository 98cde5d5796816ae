import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { ApprovalModule } from './approval/approval.module.js';
import { ExchangeModule } from './exchange/exchange.module.js';
import { type BahanInfra, infraModule } from './infra/infra.module.js';
import { PlanningModule } from './planning/planning.module.js';
import { ProjectionsModule } from './projections/projections.module.js';
import { ReportingModule } from './reporting/reporting.module.js';

/** The rooms of Amanah; each lists its own handlers and resolvers. */
export const RUANG: readonly Type[] = [
  PlanningModule,
  ReportingModule,
  ApprovalModule,
  ProjectionsModule,
  ExchangeModule,
];

@Module({})
class AppModule {}

export const appModule = (bahan: BahanInfra): DynamicModule => ({
  module: AppModule,
  imports: [infraModule(bahan), ...RUANG],
});
