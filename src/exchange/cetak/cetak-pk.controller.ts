import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Pengenal } from '../../infra/identity/akun/pengenal.js';
import { jabatanKepala } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { type Isian, kirimBerkas, kunciDari, satu } from '../parameter.js';
import { CetakPk } from './cetak-pk.js';

const versiDari = (q: Isian): number | null => {
  const teks = satu(q, 'versi');
  if (teks === undefined) return null;
  return /^[1-9]\d{0,2}$/.test(teks) ? Number(teks) : tolak('MASUKAN_TIDAK_SAH', { jalur: 'versi' });
};

/** A Perjanjian Kinerja as PDF, for whoever may read it. */
@Controller('berkas')
export class CetakPkController {
  constructor(
    @Inject(CetakPk) private readonly cetak: CetakPk,
    @Inject(Pengenal) private readonly pengenal: Pengenal,
  ) {}

  @Get('pk')
  async pk(@Query() q: Isian, @Req() req: Request, @Res() res: Response): Promise<void> {
    const pelaku = await this.pengenal.wajib(req);
    const { jabatan, ...k } = kunciDari(q);
    const dokumen = { ...k, jabatan: jabatan ?? jabatanKepala(k.opd) };
    const { nama, bita } = await this.cetak.tulis(dokumen, versiDari(q), pelaku);
    kirimBerkas(res, nama, 'pdf', bita);
  }
}
