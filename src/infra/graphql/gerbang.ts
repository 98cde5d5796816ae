import { json, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { Penolakan } from '../../kernel/penolakan.js';
import type { AsalPermintaan } from '../identity/asal-permintaan.js';
import type { Pencatat } from '../telemetry/pencatat.js';
import { BATAS } from './batas.js';
import { galatBerkode } from './galat.js';
import { JALUR_GRAPHQL } from './opsi.js';

/** Where files come in: their bodies are not JSON, and they take longer. */
const JENIS_BERKAS: Readonly<Record<string, readonly string[]>> = {
  '/berkas/impor': [
    'application/octet-stream',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'text/csv',
  ],
  '/berkas/kertas': ['application/octet-stream', 'application/pdf', 'image/jpeg', 'image/png'],
};
const BERKAS_MS = 60_000;

const jenisDiminta = (req: Request): string[] => [...(JENIS_BERKAS[req.path] ?? ['application/json'])];

/** A form of another page can post text/plain without asking first; it cannot post what we take. */
const jenisDiterima = (req: Request): boolean => Boolean(req.is(jenisDiminta(req)));

const kirim = (pencatat: Pencatat, res: Response, status: number, p: Penolakan): void => {
  res.status(status).json({ errors: [galatBerkode(p, pencatat)] });
};

const periksa =
  (pencatat: Pencatat, asal: AsalPermintaan): RequestHandler =>
  (req, res, next) => {
    res.setHeader('X-Content-Type-Options', 'nosniff');
    res.setHeader('Referrer-Policy', 'no-referrer');
    res.setHeader('Cache-Control', 'no-store');
    if (!asal.sah(req)) return kirim(pencatat, res, 403, new Penolakan('ASAL_DITOLAK'));
    const membaca = req.method === 'GET' || req.method === 'HEAD';
    const graphql = req.path.toLowerCase().replace(/\/$/, '') === JALUR_GRAPHQL;
    if (membaca && !graphql) return next();
    if (req.method !== 'POST') {
      res.setHeader('Allow', graphql ? 'POST' : 'GET, HEAD, POST');
      return kirim(pencatat, res, 405, new Penolakan('MASUKAN_TIDAK_SAH', { sebab: 'metode HTTP' }));
    }
    if (jenisDiterima(req)) return next();
    return kirim(
      pencatat,
      res,
      415,
      new Penolakan('MASUKAN_TIDAK_SAH', { jalur: 'Content-Type', pilihan: jenisDiminta(req) }),
    );
  };

/** Answers WAKTU_HABIS when nothing was answered in time. The work goes on; a command is found again by its idPerintah. */
const berwaktu =
  (pencatat: Pencatat, ms: number): RequestHandler =>
  (req: Request, res: Response, next: NextFunction) => {
    const habis = setTimeout(
      () => {
        if (!res.headersSent) kirim(pencatat, res, 503, new Penolakan('WAKTU_HABIS'));
      },
      Object.hasOwn(JENIS_BERKAS, req.path) ? BERKAS_MS : ms,
    );
    res.once('close', () => clearTimeout(habis));
    next();
  };

/** What every HTTP request passes before anything else, in this order: Host and Origin, method and type, time, size. */
export const gerbang = (
  pencatat: Pencatat,
  asal: AsalPermintaan,
  ms: number = BATAS.ms,
): RequestHandler[] => [
  periksa(pencatat, asal),
  berwaktu(pencatat, ms),
  json({ limit: BATAS.bita, type: 'application/json' }),
];
