import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DirektoriOrang } from '../../approval/direktori-orang.js';
import { PenyediaTandaTangan } from '../../approval/tanda-tangan/penyedia.js';
import { PemeriksaTandaTangan } from '../../approval/tanda-tangan/periksa-hasil.js';
import { galatBerkode } from '../../infra/graphql/galat.js';
import { amplop } from '../../infra/graphql/perintah.js';
import { wajibTerbukti } from '../../infra/identity/akun/bukti.js';
import { Pembatas } from '../../infra/identity/akun/pembatas.js';
import { Pengenal, pelakuWajib } from '../../infra/identity/akun/pengenal.js';
import { Pencatat } from '../../infra/telemetry/pencatat.js';
import { Arsip } from '../../kernel/arsip.js';
import { Clock } from '../../kernel/event-store.js';
import { tolak } from '../../kernel/penolakan.js';
import { Rahasia } from '../../kernel/rahasia.js';
import { type BahanPastikan, TandaTanganPk } from '../../planning/perjanjian-kinerja/tanda-tangan-pk.js';
import { Penandatanganan } from './penandatanganan.js';
import { KepastianIsian, TandaTanganIsian } from './tanda-tangan.tipe.js';

const JANGKA = 15 * 60_000; // ms
const SEJANGKA = 300; // documents of one account, and of one address
const BITA_FRASA = 1_024;

/** The passphrase out of the request: what is left of it in the body is not it any more. */
const frasaDari = (isian: { frasa: string }): Rahasia => {
  const teks = isian.frasa;
  isian.frasa = '';
  const bita = Buffer.byteLength(teks);
  if (bita === 0 || bita > BITA_FRASA) tolak('FRASA_TIDAK_SAH');
  return new Rahasia(teks);
};

/** Signing of files, for an official who proved a moment ago to be one: a session with step-up, never a token. */
@Controller('berkas/tandatangani')
export class TandaTanganController {
  private readonly pembatas: Pembatas;

  constructor(
    @Inject(Penandatanganan) private readonly penandatanganan: Penandatanganan,
    @Inject(TandaTanganPk) private readonly pk: TandaTanganPk,
    @Inject(Pengenal) private readonly pengenal: Pengenal,
    @Inject(PenyediaTandaTangan) private readonly penyedia: PenyediaTandaTangan,
    @Inject(PemeriksaTandaTangan) private readonly pemeriksa: PemeriksaTandaTangan,
    @Inject(DirektoriOrang) private readonly direktori: DirektoriOrang,
    @Inject(Arsip) private readonly arsip: Arsip,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pencatat) private readonly pencatat: Pencatat,
  ) {
    this.pembatas = new Pembatas(clock, JANGKA);
  }

  /** One JSON document a line: `dokumen` and `kemajuan` for each, `hasil` at the end. */
  @Post()
  async tandatangani(
    @Body() isian: TandaTanganIsian,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const frasa = frasaDari(isian);
    const dikenal = await this.pengenal.kenali(req);
    const pelaku = pelakuWajib(dikenal);
    wajibTerbukti(dikenal, this.clock.now());
    const { idPerintah, daftar } = isian;
    const { alamat } = dikenal;
    for (const _ of daftar)
      for (const kunci of [`akun:${pelaku.akun}`, `alamat:${alamat}`]) this.pembatas.ambil(kunci, SEJANGKA);
    await this.alirkan({ idPerintah, daftar, frasa, pelaku, alamat }, res);
  }

  /** An operator says what the provider knows of an attempt without an answer. */
  @Post('kepastian')
  @HttpCode(200)
  async kepastian(@Body() isian: KepastianIsian, @Req() req: Request): Promise<object> {
    const pelaku = await this.pengenal.wajib(req);
    const { idPerintah, idPermintaan, alasan, berkas, ...kunci } = isian;
    const surat = amplop('pastikanTandaTangan', isian, pelaku);
    const hasil = berkas === undefined ? null : new Uint8Array(Buffer.from(berkas, 'base64'));
    const diminta = { kunci, idPermintaan, alasan, hasil };
    const { letak, revisi } = await this.pk.pastikan(diminta, this.bahan(pelaku.akun), pelaku, surat);
    return { idPerintah, posisi: String(letak), revisi };
  }

  private async alirkan(s: Parameters<Penandatanganan['jalankan']>[0], res: Response): Promise<void> {
    const kirim = (isi: object): void => {
      if (res.writable) res.write(`${JSON.stringify(isi)}\n`);
    };
    res.status(200).setHeader('Content-Type', 'application/x-ndjson'); // what became of each, its line says
    res.flushHeaders();
    const [dari, cacah] = [s.daftar.length, { ditandatangani: 0, ditolak: 0 }];
    try {
      for await (const dokumen of this.penandatanganan.jalankan(s)) {
        cacah['galat' in dokumen ? 'ditolak' : 'ditandatangani']++;
        kirim({ dokumen });
        kirim({ kemajuan: { selesai: cacah.ditandatangani + cacah.ditolak, dari } });
        if (!res.writable) break; // who asked is gone: what was not signed yet is not signed
      }
      kirim({ hasil: cacah });
    } catch (e) {
      kirim({ galat: galatBerkode(e, this.pencatat, '/berkas/tandatangani') });
    }
    res.end();
  }

  private bahan(akun: string): BahanPastikan {
    const { arsip, pemeriksa, direktori, clock } = this;
    const orang: BahanPastikan['orang'] = async (subjek, sebutan) => {
      const hari = clock.now().toISOString().slice(0, 10);
      const ada = (await direktori.baca([subjek], hari, { akun, keperluan: 'tanda-tangan' })).get(subjek);
      const { nama, nik, surel } = ada ?? tolak('TTE_BELUM_TERDAFTAR');
      return { subjek, sebutan, nama, nik, surel };
    };
    return { arsip, pemeriksa, jaminan: this.penyedia.jaminan, orang };
  }
}
