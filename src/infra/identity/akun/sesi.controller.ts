import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Pelaku } from '../../../approval/wewenang.js';
import { Clock } from '../../../kernel/event-store.js';
import { tolak } from '../../../kernel/penolakan.js';
import { Bertindak } from './bertindak.js';
import { terbukti } from './bukti.js';
import { DaftarSesi, type Sesi } from './daftar-sesi.js';
import { KelolaDiri } from './kelola-diri.js';
import { bacaKuki, pasangKuki } from './kuki.js';
import { Pengenal, wajibKepala } from './pengenal.js';
import { PintuMasuk } from './pintu-masuk.js';
import { BuktiIsian, JabatanIsian, KodeIsian, MasukIsian, SandiIsian, TautanIsian } from './sesi.tipe.js';

const tampil = ({ peran, pemda, opd, pejabat: { jabatan, sebutan, status } }: Pelaku) => ({
  jabatan,
  sebutan,
  status,
  peran,
  pemda,
  opd,
});

/** Sessions of people, for pages. Every change wants our own header, so that no foreign page can send it. */
@Controller()
export class SesiController {
  constructor(
    @Inject(PintuMasuk) private readonly pintu: PintuMasuk,
    @Inject(KelolaDiri) private readonly diri: KelolaDiri,
    @Inject(Pengenal) private readonly pengenal: Pengenal,
    @Inject(DaftarSesi) private readonly sesi: DaftarSesi,
    @Inject(Bertindak) private readonly bertindak: Bertindak,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** What the browser brought along ends here: nobody goes on in a session that somebody else began. */
  @Post('masuk')
  @HttpCode(200)
  async masuk(@Body() isian: MasukIsian, @Req() req: Request, @Res() res: Response): Promise<void> {
    wajibKepala(req);
    const lama = bacaKuki(req, this.pengenal.asal.aman);
    const id = await this.pintu.masuk(isian, this.pengenal.asal.alamat(req));
    const semula = lama === undefined ? null : await this.sesi.cari(lama);
    if (semula !== null) await this.sesi.akhiri(semula.sidik);
    await this.jawab(res, (await this.sesi.cari(id)) ?? tolak('TANPA_TOKEN'), id);
  }

  @Post('keluar')
  @HttpCode(200)
  async keluar(@Req() req: Request, @Res() res: Response): Promise<void> {
    const [sesi, alamat] = await this.milik(req);
    await this.pintu.keluar(sesi, alamat);
    pasangKuki(res, null, this.pengenal.asal.aman);
    res.json({ keluar: true });
  }

  @Get('sesi')
  async lihat(@Req() req: Request, @Res() res: Response): Promise<void> {
    const [sesi] = await this.milik(req);
    await this.jawab(res, sesi);
  }

  @Post('sesi/jabatan')
  @HttpCode(200)
  async jabatan(@Body() { jabatan }: JabatanIsian, @Req() req: Request, @Res() res: Response): Promise<void> {
    const [sesi] = await this.milik(req);
    const pilihan = await this.bertindak.pilihan({ id: sesi.akun, subjek: sesi.subjek });
    if (!pilihan.some((p) => p.pejabat.jabatan === jabatan)) tolak('TIDAK_BERWENANG');
    await this.berputar(
      res,
      await this.sesi.putar(sesi.sidik, { jabatan, terbukti: null, terbuktiTotp: false }),
    );
  }

  @Post('sesi/bukti')
  @HttpCode(200)
  async bukti(@Body() isian: BuktiIsian, @Req() req: Request, @Res() res: Response): Promise<void> {
    const [sesi, alamat] = await this.milik(req);
    await this.berputar(res, await this.pintu.buktikan(sesi, isian, alamat));
  }

  @Post('sesi/sandi')
  @HttpCode(200)
  async sandi(@Body() isian: SandiIsian, @Req() req: Request, @Res() res: Response): Promise<void> {
    const [sesi, alamat] = await this.milik(req);
    await this.berputar(res, await this.diri.gantiSandi(sesi, isian, alamat));
  }

  @Post('sesi/totp')
  @HttpCode(200)
  async totp(@Req() req: Request): Promise<object> {
    const [sesi] = await this.milik(req);
    return this.diri.calonTotp(sesi);
  }

  @Post('sesi/totp/pasti')
  @HttpCode(200)
  async totpPasti(@Body() { kode }: KodeIsian, @Req() req: Request): Promise<object> {
    const [sesi, alamat] = await this.milik(req);
    await this.diri.pastikanTotp(sesi, kode, alamat);
    return { totp: true };
  }

  @Post('tautan')
  @HttpCode(200)
  async tautan(@Body() isian: TautanIsian, @Req() req: Request): Promise<object> {
    wajibKepala(req);
    await this.diri.pakaiTautan(isian, this.pengenal.asal.alamat(req));
    return { selesai: true };
  }

  private async milik(req: Request): Promise<[sesi: Sesi, alamat: string | null]> {
    const { sesi, alamat } = await this.pengenal.kenali(req);
    return [sesi ?? tolak('TANPA_TOKEN'), alamat];
  }

  private async berputar(res: Response, id: string | null): Promise<void> {
    const sesi = id === null ? null : await this.sesi.cari(id);
    await this.jawab(res, sesi ?? tolak('TANPA_TOKEN'), id);
  }

  private async jawab(res: Response, sesi: Sesi, id: string | null = null): Promise<void> {
    const pilihan = await this.bertindak.pilihan({ id: sesi.akun, subjek: sesi.subjek });
    if (id !== null) pasangKuki(res, id, this.pengenal.asal.aman);
    res.json({
      akun: sesi.akun,
      jabatan: sesi.jabatan,
      dapatBertindak: pilihan.map(tampil),
      totp: sesi.punyaTotp,
      bersandi: sesi.bersandi,
      terbukti: terbukti(sesi, this.clock.now()),
    });
  }
}
