import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { gerbang } from './graphql/gerbang.js';
import { Langganan } from './graphql/langganan.js';
import { type KonfigurasiAmanah, KonfigurasiSalah } from './konfigurasi/konfigurasi.js';
import type { Pencatat } from './telemetry/pencatat.js';

export type Server = {
  readonly alamat: string;
  readonly app: NestExpressApplication;
  readonly tutup: () => Promise<void>;
};

const JEDA_LEPAS = 100; // ms; what was sent before we began to stop has been read by then

/**
 * Starts HTTP and WebSocket over a module. `tutup` ends subscriptions, answers what was sent before, tells every client
 * that its connection ends with that answer, and takes no more.
 */
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
  let menutup = false;
  app.use((_: Request, res: Response, lanjut: NextFunction) => {
    if (menutup) res.setHeader('Connection', 'close'); // the next request goes to who listens then
    lanjut();
  });
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
    menutup = true;
    await Promise.all([app.get(Langganan).tutup(), setTimeout(JEDA_LEPAS)]); // open sockets would hold the close back
    await app.close(); // Apollo drains: what is idle is cut, with whatever it has sent that nobody has read
  };
  return { alamat: `http://${alamat.includes(':') ? `[${alamat}]` : alamat}:${nyata}`, app, tutup };
};
