import { createHash } from 'node:crypto';
import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { wajibBoleh } from '../../approval/wewenang.js';
import { Pengenal } from '../../infra/identity/akun/pengenal.js';
import { kunci } from '../../kernel/kunci.js';
import { organisasiView } from '../../projections/organisasi/organisasi.projection.js';
import { Pemantau } from '../../projections/runtime/pemantau.js';
import { tungguTerlihat } from '../../projections/saat.js';
import { lembarSerahTerima } from '../../projections/serah-terima/lembar.js';
import { KueriSerahTerima } from '../../projections/serah-terima/serah-terima.query.js';
import { type Isian, satu, wajib } from '../parameter.js';
import { GAYA_SERAH_TERIMA, halamanSerahTerima } from './halaman.js';

const SIDIK_GAYA = createHash('sha256').update(GAYA_SERAH_TERIMA).digest('base64');
const KEBIJAKAN = `default-src 'none'; style-src 'sha256-${SIDIK_GAYA}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** What an office hands over to its next holder, as a page to print. */
@Controller('berkas')
export class SerahTerimaController {
  constructor(
    @Inject(KueriSerahTerima) private readonly kueri: KueriSerahTerima,
    @Inject(Pemantau) private readonly pemantau: Pemantau,
    @Inject(Pengenal) private readonly pengenal: Pengenal,
  ) {}

  @Get('serah-terima')
  async lembar(@Query() q: Isian, @Req() req: Request, @Res() res: Response): Promise<void> {
    const pelaku = await this.pengenal.wajib(req);
    const k = { pemda: wajib(q, 'pemda'), opd: wajib(q, 'opd'), jabatan: wajib(q, 'jabatan') };
    kunci.jabatan(k.pemda, k.opd, k.jabatan);
    wajibBoleh(pelaku, 'kinerja.baca', k.pemda, k.opd);
    await tungguTerlihat(this.pemantau, organisasiView.nama, satu(q, 'setelahPosisi'));
    const isi = await this.kueri.serahTerima(k);
    res.setHeader('Content-Security-Policy', KEBIJAKAN);
    res.type('text/html; charset=utf-8').send(halamanSerahTerima(lembarSerahTerima(isi)));
  }
}
