import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Pelaku } from '../approval/wewenang.js';
import { galatBerkode } from '../infra/graphql/galat.js';
import { Pengenal } from '../infra/identity/akun/pengenal.js';
import { PencatatAkses } from '../infra/identity/pencatat-akses.js';
import { Pencatat } from '../infra/telemetry/pencatat.js';
import { BATAS_BACA } from '../kernel/lembar-kerja.js';
import { badan } from './badan.js';
import {
  bentukDari,
  caraDari,
  type Isian,
  idPerintahDari,
  kirimBerkas,
  kunciDari,
  satu,
  wajib,
} from './parameter.js';
import { type JawabanImpor, Pertukaran } from './pertukaran.js';

const NDJSON = 'application/x-ndjson';

/** Files over HTTP, for whoever carries a token or a session: templates out, spreadsheets in. What kind a file is, its bytes decide. */
@Controller('berkas')
export class BerkasController {
  constructor(
    @Inject(Pertukaran) private readonly pertukaran: Pertukaran,
    @Inject(Pengenal) private readonly pengenal: Pengenal,
    @Inject(PencatatAkses) private readonly akses: PencatatAkses,
    @Inject(Pencatat) private readonly pencatat: Pencatat,
  ) {}

  @Get('templat/:jenis')
  async templat(
    @Param('jenis') jenis: string,
    @Query() q: Isian,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const pelaku = await this.pengenal.wajib(req);
    const bentuk = bentukDari(q);
    const permintaan = { jenis, kunci: kunciDari(q), bentuk, lembar: satu(q, 'lembar') };
    const { nama, bita } = await this.pertukaran.templat(permintaan, pelaku);
    kirimBerkas(res, nama, bentuk, bita);
  }

  @Post('impor')
  async impor(@Query() q: Isian, @Req() req: Request, @Res() res: Response): Promise<void> {
    const pelaku = await this.pengenal.wajib(req);
    const pratinjau = satu(q, 'pratinjau') === '1';
    const idPerintah = pratinjau ? 'pratinjau' : idPerintahDari(q);
    const permintaan = {
      jenis: wajib(q, 'jenis'),
      kunci: kunciDari(q),
      idPerintah,
      pratinjau,
      cara: caraDari(q),
    };
    const bita = await badan(req, BATAS_BACA.bita);
    const aliran = req.headers.accept?.includes(NDJSON) ?? false;
    if (aliran) return this.mengalir(() => ({ ...permintaan, bita }), pelaku, res);
    const jawaban = await this.ambil({ ...permintaan, bita }, pelaku);
    if (!res.headersSent) res.status(jawaban.ditolak.length > 0 ? 422 : 200).json(jawaban);
  }

  private async ambil(...[p, pelaku, lapor]: Parameters<Pertukaran['impor']>): Promise<JawabanImpor> {
    const jawaban = await this.pertukaran.impor(p, pelaku, lapor);
    await this.akses.barisDitolak(pelaku, p, jawaban.ditolak);
    return jawaban;
  }

  /** One JSON document a line: any number of `kemajuan`, then `hasil` or `galat`. */
  private async mengalir(
    permintaan: () => Parameters<Pertukaran['impor']>[0],
    pelaku: Pelaku,
    res: Response,
  ): Promise<void> {
    const kirim = (isi: object): void => {
      if (res.writable) res.write(`${JSON.stringify(isi)}\n`);
    };
    res.status(200).setHeader('Content-Type', NDJSON); // what the file led to, the last line says
    res.flushHeaders();
    try {
      kirim({ hasil: await this.ambil(permintaan(), pelaku, (kemajuan) => kirim({ kemajuan })) });
    } catch (e) {
      await this.akses.ditolak(e);
      kirim({ galat: galatBerkode(e, this.pencatat, '/berkas/impor') });
    }
    res.end();
  }
}
