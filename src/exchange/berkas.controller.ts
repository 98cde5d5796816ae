import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Pelaku } from '../approval/wewenang.js';
import { galatBerkode } from '../infra/graphql/galat.js';
import { Pengenal } from '../infra/identity/akun/pengenal.js';
import { PencatatAkses } from '../infra/identity/pencatat-akses.js';
import { Pencatat } from '../infra/telemetry/pencatat.js';
import { BATAS_BACA } from '../kernel/lembar-kerja.js';
import { tolak } from '../kernel/penolakan.js';
import { bentukDari, caraDari, type Isian, kirimBerkas, kunciDari, satu, wajib } from './parameter.js';
import { type JawabanImpor, Pertukaran } from './pertukaran.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const NDJSON = 'application/x-ndjson';

const besar = (): never =>
  tolak('BERKAS_TERLALU_BESAR', { sebab: `lebih dari ${BATAS_BACA.bita / 1024 / 1024} MB` });

/** The body as it comes, cut off one byte past the limit, whatever was announced. */
const badan = async (req: Request): Promise<Uint8Array<ArrayBuffer>> => {
  if (Number(req.headers['content-length'] ?? 0) > BATAS_BACA.bita) return besar();
  const potongan: Buffer[] = [];
  let panjang = 0;
  for await (const potong of req as AsyncIterable<Buffer>) {
    panjang += potong.length;
    if (panjang > BATAS_BACA.bita) return besar();
    potongan.push(potong);
  }
  const bita = new Uint8Array(panjang); // not of Buffer's pool: it moves into the reader's thread
  let letak = 0;
  for (const potong of potongan) {
    bita.set(potong, letak);
    letak += potong.length;
  }
  return bita;
};

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
    const idPerintah = pratinjau ? 'pratinjau' : wajib(q, 'idPerintah').toLowerCase();
    if (!pratinjau && !UUID.test(idPerintah)) tolak('MASUKAN_TIDAK_SAH', { jalur: 'idPerintah' });
    const permintaan = {
      jenis: wajib(q, 'jenis'),
      kunci: kunciDari(q),
      idPerintah,
      pratinjau,
      cara: caraDari(q),
    };
    const bita = await badan(req);
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
