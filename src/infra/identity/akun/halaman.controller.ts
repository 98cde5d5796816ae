import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { tolak } from '../../../kernel/penolakan.js';
import { KonfigurasiAmanah } from '../../konfigurasi/konfigurasi.js';
import { GAYA, halaman, IKON, KEBIJAKAN_HALAMAN, type NamaHalaman, SKRIP } from './halaman.js';

const ASET: ReadonlyMap<string, readonly [jenis: string, isi: string]> = new Map([
  ['akun.js', ['text/javascript; charset=utf-8', SKRIP]],
  ['akun.css', ['text/css; charset=utf-8', GAYA]],
  ['ikon.svg', ['image/svg+xml', IKON]],
]);

/** The pages before a session: without data, the same for everybody. */
@Controller()
export class HalamanAkunController {
  constructor(@Inject(KonfigurasiAmanah) private readonly konfigurasi: KonfigurasiAmanah) {}

  @Get('masuk')
  masuk(@Res() res: Response): void {
    kirim(res, 'masuk', this.konfigurasi.identitas.oidc?.nama);
  }

  @Get('awal')
  awal(@Res() res: Response): void {
    kirim(res, 'awal');
  }

  @Get('sandi')
  sandi(@Res() res: Response): void {
    kirim(res, 'sandi');
  }

  @Get('akun/:berkas')
  berkas(@Param('berkas') nama: string, @Res() res: Response): void {
    const [jenis, isi] = ASET.get(nama) ?? tolak('TIDAK_DITEMUKAN');
    res.setHeader('Cache-Control', 'private, max-age=3600');
    res.type(jenis).send(isi);
  }
}

const kirim = (res: Response, nama: NamaHalaman, oidc?: string): void => {
  res.setHeader('Content-Security-Policy', KEBIJAKAN_HALAMAN);
  res.type('text/html; charset=utf-8').send(halaman(nama, oidc));
};
