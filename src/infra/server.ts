import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { dalamWaktu } from '../kernel/tenggat.js';
import { gerbang } from './graphql/gerbang.js';
import { Langganan } from './graphql/langganan.js';
import { JALUR_GRAPHQL } from './graphql/opsi.js';
import { AsalPermintaan } from './identity/asal-permintaan.js';
import { type KonfigurasiAmanah, KonfigurasiSalah } from './konfigurasi/konfigurasi.js';
import { SumberKesehatan } from './telemetry/kesehatan.controller.js';
import type { Pelacak } from './telemetry/pelacak.js';
import type { Pencatat } from './telemetry/pencatat.js';

export type Server = {
  readonly alamat: string;
  readonly app: NestExpressApplication;
  readonly tutup: () => Promise<void>;
};

const JEDA_LEPAS = 100; // ms; what was sent before we began to stop has been read by then
/** Whoever sends slower than this holds a connection and nothing else: 408, and closed. Node looks every 30 s. */
const KEPALA_MS = 10_000;
const PERMINTAAN_MS = 90_000; // a file of 25 MB over a slow line
const JAWAB_MS = 4_500; // as long as a command may take (kernel/execute.ts)

/**
 * Starts HTTP and WebSocket over a module. `tutup` says at once that it is not ready, and goes on serving for `jedaHenti`
 * so that a balancer hears it; then it ends subscriptions, answers what was sent before and takes no more. From its
 * beginning every answer tells the client that its connection ends with it.
 */
export const nyalakanServer = async (
  modul: DynamicModule,
  { alamat, port, jedaHenti }: KonfigurasiAmanah,
  pencatat: Pencatat,
  pelacak?: Pelacak,
): Promise<Server> => {
  const app = await NestFactory.create<NestExpressApplication>(modul, {
    bodyParser: false,
    logger: pencatat,
    abortOnError: false,
  });
  app.disable('x-powered-by');
  app.disable('etag'); // a hash of every answer, and no answer of ours may be cached
  app.set('query parser', 'simple');
  const kesehatan = app.get(SumberKesehatan);
  app.use((_: Request, res: Response, lanjut: NextFunction) => {
    if (kesehatan.menutup) res.setHeader('Connection', 'close'); // the next request goes to who listens then
    lanjut();
  });
  if (pelacak !== undefined) app.use(JALUR_GRAPHQL, pelacak.pintu); // first, so that what the gate refuses is seen too
  app.use(...gerbang(pencatat, app.get(AsalPermintaan)));
  const http = app.getHttpServer() as HttpServer;
  http.headersTimeout = KEPALA_MS;
  http.requestTimeout = PERMINTAAN_MS;
  try {
    await app.listen(port, alamat);
  } catch (e) {
    if (!(e instanceof Error && 'code' in e && e.code === 'EADDRINUSE')) throw e;
    throw new KonfigurasiSalah(
      `Port ${port} sedang dipakai. Pilih port lain, misalnya: PORT=${port + 1} npm start`,
    );
  }
  const { port: nyata } = app.getHttpServer().address() as AddressInfo;
  const lepaskan = async (): Promise<void> => {
    await Promise.all([app.get(Langganan).tutup(), setTimeout(JEDA_LEPAS)]); // open sockets would hold the close back
    await app.close(); // Apollo drains: what is idle is cut, with whatever it has sent that nobody has read
  };
  const tutup = async (): Promise<void> => {
    kesehatan.menutup = true;
    await setTimeout(jedaHenti);
    await dalamWaktu(lepaskan(), JAWAB_MS, () =>
      pencatat.catat('warn', `permintaan yang belum terjawab dalam ${JAWAB_MS} ms ditinggalkan`),
    );
  };
  return { alamat: `http://${alamat.includes(':') ? `[${alamat}]` : alamat}:${nyata}`, app, tutup };
};
