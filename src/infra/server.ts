import type { AddressInfo } from 'node:net';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { gerbang } from './graphql/gerbang.js';
import { Langganan } from './graphql/langganan.js';
import { type KonfigurasiAmanah, KonfigurasiSalah } from './konfigurasi/konfigurasi.js';
import type { Pencatat } from './telemetry/pencatat.js';

export type Server = {
  readonly alamat: string;
  readonly app: NestExpressApplication;
  readonly tutup: () => Promise<void>;
};

/** Starts HTTP and WebSocket over a module. `tutup` takes no new requests, lets those under way finish, ends subscriptions. */
export const nyalakanServer = async (
  modul: DynamicModule,
  { alamat, port }: KonfigurasiAmanah,
  pencatat: Pencatat,
): Promise<Server> => {
  const app = await NestFactory.create<NestExpressApplication>(modul, {
    bodyParser: false,
    logger: pencatat,
    abortOnError: false,
  });
  app.disable('x-powered-by');
  app.disable('etag'); // a hash of every answer, and no answer of ours may be cached
  app.set('query parser', 'simple');
  app.use(...gerbang(pencatat));
  try {
    await app.listen(port, alamat);
  } catch (e) {
    if (!(e instanceof Error && 'code' in e && e.code === 'EADDRINUSE')) throw e;
    throw new KonfigurasiSalah(
      `Port ${port} sedang dipakai. Pilih port lain, misalnya: PORT=${port + 1} npm start`,
    );
  }
  const { port: nyata } = app.getHttpServer().address() as AddressInfo;
  const tutup = async (): Promise<void> => {
    await app.get(Langganan).tutup(); // open sockets would hold the server's own close back
    await app.close();
  };
  return { alamat: `http://${alamat.includes(':') ? `[${alamat}]` : alamat}:${nyata}`, app, tutup };
};
