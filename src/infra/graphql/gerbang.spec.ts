import express from 'express';
import supertest from 'supertest';
import { AsalPermintaan } from '../identity/asal-permintaan.js';
import { Pencatat } from '../telemetry/pencatat.js';
import { gerbang } from './gerbang.js';

it('permintaan yang tidak kunjung dijawab mendapat WAKTU_HABIS, dan sambungannya selesai', async () => {
  const app = express();
  app.use(...gerbang(new Pencatat('error', () => undefined), new AsalPermintaan({ proksi: [] }), 20));
  const terlambat = Promise.withResolvers<boolean>();
  app.post('/lama', (_, res) => {
    res.once('close', () => terlambat.resolve(res.headersSent));
  });
  const jawab = await supertest(app).post('/lama').set('host', 'localhost').send({});
  expect([jawab.status, jawab.body.errors[0].extensions.kode]).toEqual([503, 'WAKTU_HABIS']);
  expect(await terlambat.promise).toBe(true);
});
