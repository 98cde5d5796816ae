import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { KEBIJAKAN_HALAMAN } from '../../infra/identity/akun/halaman.js';
import { Pembatas } from '../../infra/identity/akun/pembatas.js';
import { AsalPermintaan } from '../../infra/identity/asal-permintaan.js';
import { Clock } from '../../kernel/event-store.js';
import { Penolakan, tolak } from '../../kernel/penolakan.js';
import { GAYA_PERIKSA, SKRIP_PERIKSA } from './periksa.aset.js';
import { halamanPeriksa, halamanTerlaluSering, halamanTidakDikenal } from './periksa.halaman.js';
import { PeriksaPublik } from './periksa-publik.js';

const SEMENIT = 60;
const JANGKA = 60_000; // ms
const ASET: ReadonlyMap<string, readonly [jenis: string, isi: string]> = new Map([
  ['periksa.js', ['text/javascript; charset=utf-8', SKRIP_PERIKSA]],
  ['periksa.css', ['text/css; charset=utf-8', GAYA_PERIKSA]],
]);

/** Where a QR leads, for anybody: no login, no cookie, in no index. Guessing is useless (128 bits) and slow (429). */
@Controller()
export class PeriksaController {
  private readonly pembatas: Pembatas;

  constructor(
    @Inject(PeriksaPublik) private readonly publik: PeriksaPublik,
    @Inject(AsalPermintaan) private readonly asal: AsalPermintaan,
    @Inject(Clock) clock: Clock,
  ) {
    this.pembatas = new Pembatas(clock, JANGKA);
  }

  @Get('v/:id')
  async lihat(@Param('id') id: string, @Req() req: Request, @Res() res: Response): Promise<void> {
    const detik = this.terlaluSering(this.asal.alamat(req) ?? '');
    if (detik !== null) {
      res.setHeader('Retry-After', String(detik));
      return kirim(res, 429, halamanTerlaluSering(detik));
    }
    const naskah = await this.publik.baca(id);
    return naskah === null ? kirim(res, 404, halamanTidakDikenal()) : kirim(res, 200, halamanPeriksa(naskah));
  }

  @Get('periksa/:berkas')
  berkas(@Param('berkas') nama: string, @Res() res: Response): void {
    const [jenis, isi] = ASET.get(nama) ?? tolak('TIDAK_DITEMUKAN');
    res.setHeader('Cache-Control', 'public, max-age=3600');
    res.type(jenis).send(isi);
  }

  /** Seconds to wait; null: not too often. */
  private terlaluSering(alamat: string): number | null {
    try {
      this.pembatas.ambil(alamat, SEMENIT);
      return null;
    } catch (e) {
      if (!(e instanceof Penolakan)) throw e;
      return Number(e.rincian.detik);
    }
  }
}

const kirim = (res: Response, status: number, isi: string): void => {
  res.setHeader('Content-Security-Policy', KEBIJAKAN_HALAMAN);
  res.setHeader('X-Robots-Tag', 'noindex, nofollow');
  res.status(status).type('text/html; charset=utf-8').send(isi);
};
