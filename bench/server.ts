import 'reflect-metadata';
import { type DynamicModule, Module } from '@nestjs/common';
import { appModule } from '../src/app.module.js';
import { bacaToken } from '../src/infra/identity/token.js';
import { bacaKonfigurasi } from '../src/infra/konfigurasi/konfigurasi.js';
import { rakit } from '../src/infra/rakitan.js';
import { nyalakanServer } from '../src/infra/server.js';
import { rakitTte } from '../src/infra/signing/rakit-tte.js';
import { Pencatat } from '../src/infra/telemetry/pencatat.js';
import { PolosModule } from './polos.module.js';

@Module({})
class RuangUkur {
  static untuk(app: DynamicModule): DynamicModule {
    return { module: RuangUkur, imports: [app, PolosModule] };
  }
}

/** The whole application as src/aplikasi.ts starts it, with the bare counterparts beside it. */
const mulai = async (): Promise<void> => {
  const konfigurasi = bacaKonfigurasi({ ...process.env, AMANAH_LOG: 'error' });
  const pencatat = new Pencatat(konfigurasi.log);
  const rakitan = await rakit(konfigurasi);
  const tte = await rakitTte(rakitan, (pesan) => pencatat.catat('warn', pesan));
  const app = appModule({ rakitan, token: bacaToken(konfigurasi.data), tte, pencatat });
  const server = await nyalakanServer(RuangUkur.untuk(app), konfigurasi, pencatat);
  process.once('SIGTERM', () => {
    void server
      .tutup()
      .then(() => rakitan.tutup())
      .then(() => process.exit(0));
  });
};

void mulai();
