import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Penolakan, tolak } from '../../../kernel/penolakan.js';
import { galatBerkode } from '../../graphql/galat.js';
import { STATUS_KODE } from '../../graphql/saringan-galat.js';
import { Pencatat } from '../../telemetry/pencatat.js';
import { DaftarSesi } from '../akun/daftar-sesi.js';
import { halamanGagal, KEBIJAKAN_HALAMAN } from '../akun/halaman.js';
import { bacaKuki, pasangKuki } from '../akun/kuki.js';
import { Pengenal } from '../akun/pengenal.js';
import { OidcIsian } from '../akun/sesi.tipe.js';
import { PintuOidc } from './pintu-oidc.js';

/** To the provider and back. Browsers come here by themselves, so a refusal is a page to whoever wants pages. */
@Controller()
export class OidcController {
  constructor(
    @Inject(PintuOidc) private readonly oidc: PintuOidc,
    @Inject(Pengenal) private readonly pengenal: Pengenal,
    @Inject(DaftarSesi) private readonly sesi: DaftarSesi,
    @Inject(Pencatat) private readonly pencatat: Pencatat,
  ) {}

  @Get('masuk/oidc')
  async masuk(@Req() req: Request, @Res() res: Response): Promise<void> {
    await this.denganHalaman(req, res, async () => {
      const { kuki, ke } = await this.oidc.masuk(this.pengenal.asal.alamat(req));
      pasangKuki(res, kuki, this.aman, 'amanah-oidc');
      return ke;
    });
  }

  /** By POST with our header: else a foreign page could begin to tie a session to its own identity. */
  @Post('sesi/oidc')
  @HttpCode(200)
  async dariSesi(@Body() { tujuan }: OidcIsian, @Req() req: Request, @Res() res: Response): Promise<void> {
    const { sesi, alamat } = await this.pengenal.kenali(req);
    const { kuki, ke } = await this.oidc.dariSesi(tujuan, sesi ?? tolak('TANPA_TOKEN'), alamat);
    pasangKuki(res, kuki, this.aman, 'amanah-oidc');
    res.json({ ke });
  }

  @Get('masuk/oidc/kembali')
  async kembali(@Req() req: Request, @Res() res: Response): Promise<void> {
    const kuki = bacaKuki(req, this.aman, 'amanah-oidc');
    if (kuki !== undefined) pasangKuki(res, null, this.aman, 'amanah-oidc');
    await this.denganHalaman(req, res, async () => {
      const { sesi, alamat } = await this.pengenal.kenali(req);
      const kueri = req.originalUrl.replace(/^[^?]*/, '');
      const { tujuan, id } = await this.oidc.kembali({ kueri, kuki, sesi, alamat });
      if (id === null) return '/';
      if (tujuan === 'masuk' && sesi !== null) await this.sesi.akhiri(sesi.sidik); // somebody else may have begun it
      pasangKuki(res, id, this.aman);
      return (await this.sesi.cari(id))?.jabatan ? '/' : '/masuk#jabatan';
    });
  }

  private get aman(): boolean {
    return this.pengenal.asal.aman;
  }

  private async denganHalaman(req: Request, res: Response, ke: () => Promise<string>): Promise<void> {
    try {
      res.status(303).setHeader('Location', await ke());
      res.end();
    } catch (galat) {
      if (!(galat instanceof Penolakan) || req.accepts(['json', 'html']) !== 'html') throw galat;
      const { message, extensions } = galatBerkode(galat, this.pencatat, req.path);
      res.status(STATUS_KODE[galat.kode] ?? 400).setHeader('Content-Security-Policy', KEBIJAKAN_HALAMAN);
      res.type('text/html; charset=utf-8').send(halamanGagal(message, extensions.kode, extensions.id));
    }
  }
}
