import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Pengenal } from '../../infra/identity/akun/pengenal.js';
import { tolak } from '../../kernel/penolakan.js';
import { TAMPILAN_PERENCANAAN } from '../../projections/perencanaan/perencanaan.query.js';
import { Pemantau } from '../../projections/runtime/pemantau.js';
import { tungguTerlihat } from '../../projections/saat.js';
import { bentukDari, type Isian, kirimBerkas, kunciDari, satu } from '../parameter.js';
import { TabelBerkas } from './tabel-berkas.js';

/** '1,2': which of the tables 1 to 7; null: all of them. */
const nomorDari = (q: Isian): readonly number[] | null => {
  const teks = satu(q, 'nomor');
  if (teks === undefined) return null;
  return /^\d(,\d)*$/.test(teks)
    ? teks.split(',').map(Number)
    : tolak('MASUKAN_TIDAK_SAH', { jalur: 'nomor' });
};

/** The planning tables over HTTP, for whoever carries a token or a session. */
@Controller('berkas')
export class TabelController {
  constructor(
    @Inject(TabelBerkas) private readonly berkas: TabelBerkas,
    @Inject(Pemantau) private readonly pemantau: Pemantau,
    @Inject(Pengenal) private readonly pengenal: Pengenal,
  ) {}

  @Get('tabel')
  async tabel(@Query() q: Isian, @Req() req: Request, @Res() res: Response): Promise<void> {
    const pelaku = await this.pengenal.wajib(req);
    const [kunci, bentuk, nomor] = [kunciDari(q), bentukDari(q), nomorDari(q)];
    for (const tampilan of TAMPILAN_PERENCANAAN)
      await tungguTerlihat(this.pemantau, tampilan, satu(q, 'setelahPosisi'));
    const p = { kunci, bentuk, nomor, jabatan: satu(q, 'jabatan'), bagian: satu(q, 'bagian') };
    const { nama, bita } = await this.berkas.tulis(p, pelaku);
    kirimBerkas(res, nama, bentuk, bita);
  }
}
