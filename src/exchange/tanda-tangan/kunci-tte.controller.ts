import { Body, Controller, Get, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DirektoriOrang } from '../../approval/direktori-orang.js';
import { type AsalTte, PenyediaTandaTangan } from '../../approval/tanda-tangan/penyedia.js';
import { mudahDitebak } from '../../infra/identity/akun/aturan-sandi.js';
import { wajibTerbukti } from '../../infra/identity/akun/bukti.js';
import { Pengenal, pelakuWajib } from '../../infra/identity/akun/pengenal.js';
import { FRASA_TERBESAR } from '../../infra/signing/bungkus-kunci.js';
import { CaTertanam } from '../../infra/signing/ca.js';
import { Clock } from '../../kernel/event-store.js';
import { tolak } from '../../kernel/penolakan.js';
import { Rahasia } from '../../kernel/rahasia.js';
import { sebutanTercetak } from '../../planning/perjanjian-kinerja/cetakan.js';
import { FrasaTteIsian, KunciTteIsian } from './kunci-tte.tipe.js';

type Pejabat = { readonly subjek: string; readonly sebutan: string; readonly asal: AsalTte };
/** Wiped when the work is done, however it ends. */
const dengan = async <T>(teks: readonly string[], kerja: (r: Rahasia[]) => Promise<T>): Promise<T> => {
  const rahasia = teks.map((t) => new Rahasia(t));
  try {
    return await kerja(rahasia);
  } finally {
    for (const r of rahasia) r.hapus();
  }
};

/** As a password is asked, but for the name: how long it may be, the authority itself asks. */
const wajibFrasaBaru = (frasa: string, ulangi: string): void => {
  if (frasa !== ulangi) tolak('FRASA_TIDAK_SAH', { sebab: 'ulangan berbeda' });
  if (Buffer.byteLength(frasa) > FRASA_TERBESAR) tolak('FRASA_TIDAK_SAH'); // guessing at it takes its length squared
  if (mudahDitebak(frasa)) tolak('FRASA_TIDAK_SAH', { sebab: 'mudah ditebak' });
};

/** An official's own signing key: made, locked and changed by the official alone, in a session with step-up. */
@Controller('sesi/kunci-tte')
export class KunciTteController {
  constructor(
    @Inject(CaTertanam) private readonly ca: CaTertanam | null,
    @Inject(PenyediaTandaTangan) private readonly penyedia: PenyediaTandaTangan,
    @Inject(DirektoriOrang) private readonly direktori: DirektoriOrang,
    @Inject(Pengenal) private readonly pengenal: Pengenal,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  async lihat(@Req() req: Request): Promise<object> {
    const { pejabat } = await this.pengenal.wajib(req);
    const { id, jaminan, dipasang } = this.penyedia;
    if (!dipasang) return { penyedia: null, jaminan: null, keadaan: null, sampai: null, sertifikat: null };
    if (this.ca === null || pejabat.subjek === null)
      return { penyedia: id, jaminan, keadaan: null, sampai: null, sertifikat: null };
    const { keadaan, sampai, sidik } = await this.ca.status(pejabat.subjek);
    return { penyedia: id, jaminan, keadaan, sampai, sertifikat: sidik };
  }

  @Post()
  @HttpCode(201)
  async buat(@Body() { frasa, ulangi }: KunciTteIsian, @Req() req: Request): Promise<object> {
    const { subjek, sebutan, asal } = await this.pejabat(req);
    wajibFrasaBaru(frasa, ulangi);
    const nama = await this.nama(subjek, asal.akun ?? '');
    const sertifikat = await dengan([frasa], ([f]) =>
      this.milik().buatKunci(subjek, nama, sebutan, f as Rahasia, asal),
    );
    return { sertifikat };
  }

  @Post('frasa')
  @HttpCode(200)
  async ganti(@Body() { lama, frasa, ulangi }: FrasaTteIsian, @Req() req: Request): Promise<object> {
    const { subjek, asal } = await this.pejabat(req);
    wajibFrasaBaru(frasa, ulangi);
    await dengan([lama, frasa], ([l, f]) =>
      this.milik().gantiFrasa(subjek, l as Rahasia, f as Rahasia, asal),
    );
    return { diganti: true };
  }

  @Post('cabut')
  @HttpCode(200)
  async cabut(@Req() req: Request): Promise<object> {
    const { subjek, asal } = await this.pejabat(req);
    await this.milik().cabut(subjek, asal);
    return { dicabut: true };
  }

  private milik(): CaTertanam {
    if (!this.penyedia.dipasang) tolak('TTE_TIDAK_DIPASANG');
    return this.ca ?? tolak('TTE_TIDAK_TERSEDIA', { sebab: 'kunci ada di penyedia lain' });
  }

  private async pejabat(req: Request): Promise<Pejabat> {
    const dikenal = await this.pengenal.kenali(req);
    const { pejabat, pemda, akun } = pelakuWajib(dikenal);
    wajibTerbukti(dikenal, this.clock.now());
    const { jabatan } = pejabat;
    const subjek = pejabat.subjek ?? tolak('TIDAK_BERWENANG', { jabatan });
    const asal = { pemda, akun, jabatan, alamat: dikenal.alamat };
    return { subjek, sebutan: sebutanTercetak(pejabat.sebutan, pejabat.status), asal };
  }

  /** In the certificate stands the name as it is printed. */
  private async nama(subjek: string, akun: string): Promise<string> {
    const hari = this.clock.now().toISOString().slice(0, 10);
    const orang = await this.direktori.baca([subjek], hari, { akun, keperluan: 'kunci tanda tangan' });
    return orang.get(subjek)?.nama ?? tolak('TTE_BELUM_TERDAFTAR', { sebab: 'nama belum tercatat' });
  }
}
