import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Pelaku } from '../approval/wewenang.js';
import { galatBerkode } from '../infra/graphql/galat.js';
import { DaftarToken, tokenDari } from '../infra/identity/token.js';
import { Pencatat } from '../infra/telemetry/pencatat.js';
import { BATAS_BACA, type BentukBerkas } from '../kernel/lembar-kerja.js';
import { tolak } from '../kernel/penolakan.js';
import { Pertukaran } from './pertukaran.js';
import type { KunciTemplat } from './templat.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const NDJSON = 'application/x-ndjson';
const MIME: Readonly<Record<BentukBerkas, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

type Isian = Readonly<Record<string, unknown>>;

/** A query parameter; one that stands twice is refused, since it says two things. */
const satu = (q: Isian, nama: string): string | undefined => {
  const nilai = q[nama];
  if (nilai === undefined || (typeof nilai === 'string' && nilai.length <= 100)) return nilai;
  return tolak('MASUKAN_TIDAK_SAH', { jalur: nama });
};
const wajib = (q: Isian, nama: string): string =>
  satu(q, nama) ?? tolak('MASUKAN_TIDAK_SAH', { jalur: nama });

const kunciDari = (q: Isian): KunciTemplat => {
  const tahun = wajib(q, 'tahun');
  return {
    pemda: wajib(q, 'pemda'),
    opd: wajib(q, 'opd'),
    tahun: /^\d{4}$/.test(tahun) ? Number(tahun) : tolak('TAHUN_TIDAK_SAH'),
  };
};

const bentukDari = (q: Isian): BentukBerkas => {
  const bentuk = satu(q, 'format') ?? 'xlsx';
  return bentuk === 'xlsx' || bentuk === 'csv' ? bentuk : tolak('MASUKAN_TIDAK_SAH', { jalur: 'format' });
};

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

/** Files over HTTP, for whoever carries a token: templates out, spreadsheets in. What kind a file is, its bytes decide. */
@Controller('berkas')
export class BerkasController {
  constructor(
    @Inject(Pertukaran) private readonly pertukaran: Pertukaran,
    @Inject(DaftarToken) private readonly token: DaftarToken,
    @Inject(Pencatat) private readonly pencatat: Pencatat,
  ) {}

  @Get('templat/:jenis')
  async templat(
    @Param('jenis') jenis: string,
    @Query() q: Isian,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const pelaku = this.pelaku(req);
    const bentuk = bentukDari(q);
    const permintaan = { jenis, kunci: kunciDari(q), bentuk, lembar: satu(q, 'lembar') };
    const { nama, bita } = await this.pertukaran.templat(permintaan, pelaku);
    res.setHeader('Content-Type', MIME[bentuk]);
    res.setHeader('Content-Disposition', `attachment; filename="${nama}"`); // made of checked codes only
    res.end(bita);
  }

  @Post('impor')
  async impor(@Query() q: Isian, @Req() req: Request, @Res() res: Response): Promise<void> {
    const pelaku = this.pelaku(req);
    const pratinjau = satu(q, 'pratinjau') === '1';
    const idPerintah = pratinjau ? 'pratinjau' : wajib(q, 'idPerintah').toLowerCase();
    if (!pratinjau && !UUID.test(idPerintah)) tolak('MASUKAN_TIDAK_SAH', { jalur: 'idPerintah' });
    const permintaan = { jenis: wajib(q, 'jenis'), kunci: kunciDari(q), idPerintah, pratinjau };
    const bita = await badan(req);
    const aliran = req.headers.accept?.includes(NDJSON) ?? false;
    if (aliran) return this.mengalir(() => ({ ...permintaan, bita }), pelaku, res);
    const jawaban = await this.pertukaran.impor({ ...permintaan, bita }, pelaku);
    if (!res.headersSent) res.status(jawaban.ditolak.length > 0 ? 422 : 200).json(jawaban);
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
    res.setHeader('Content-Type', NDJSON);
    res.flushHeaders();
    try {
      const hasil = await this.pertukaran.impor(permintaan(), pelaku, (kemajuan) => kirim({ kemajuan }));
      kirim({ hasil });
    } catch (e) {
      kirim({ galat: galatBerkode(e, this.pencatat, '/berkas/impor') });
    }
    res.end();
  }

  private pelaku({ headers: { authorization } }: Request): Pelaku {
    const token = tokenDari(authorization);
    return (token === undefined ? null : this.token.cari(token)) ?? tolak('TANPA_TOKEN');
  }
}
