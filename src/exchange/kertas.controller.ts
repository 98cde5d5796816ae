import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Request, Response } from 'express';
import { wajibBoleh } from '../approval/wewenang.js';
import { amplop } from '../infra/graphql/perintah.js';
import { Pengenal } from '../infra/identity/akun/pengenal.js';
import { Arsip } from '../kernel/arsip.js';
import { kunci, tahunSah } from '../kernel/kunci.js';
import { tolak } from '../kernel/penolakan.js';
import { sha256Hex } from '../kernel/sidik.js';
import {
  BENTUK_KERTAS,
  DOKUMEN_KERTAS,
  type IsiBerkasKertas,
  type JenisKertas,
} from '../planning/berkas-kertas/berkas-kertas.decider.js';
import { JalankanBerkasKertas } from '../planning/berkas-kertas/berkas-kertas.handler.js';
import type { KunciOpdTahun } from '../planning/permintaan.js';
import { KueriBerkasKertas } from '../projections/berkas-kertas/berkas-kertas.query.js';
import { badan } from './badan.js';
import { BATAS_KERTAS, jenisKertas } from './jenis-kertas.js';
import { type Isian, idPerintahDari, kunciDari, satu, wajib } from './parameter.js';

const MIME: Readonly<Record<JenisKertas, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

const pilihan = <T extends string>(q: Isian, nama: string, boleh: readonly T[]): T =>
  boleh.find((b) => b === wajib(q, nama)) ?? tolak('MASUKAN_TIDAK_SAH', { jalur: nama, pilihan: boleh });

const opdTahun = (q: Isian): KunciOpdTahun => {
  const { pemda, opd, tahun } = kunciDari(q);
  kunci.opdTahun(pemda, opd, tahunSah(tahun)); // refuses codes that could not name one
  return { pemda, opd, tahun };
};

/** Paper in and out: scans of what was signed by hand, and what was signed outside Amanah. */
@Controller('berkas/kertas')
export class KertasController {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(Arsip) private readonly arsip: Arsip,
    @Inject(KueriBerkasKertas) private readonly kueri: KueriBerkasKertas,
    @Inject(Pengenal) private readonly pengenal: Pengenal,
  ) {}

  @Post()
  async arsipkan(@Query() q: Isian, @Req() req: Request, @Res() res: Response): Promise<void> {
    const pelaku = await this.pengenal.wajib(req);
    const k = opdTahun(q);
    wajibBoleh(pelaku, 'berkas-kertas.kelola', k.pemda, k.opd); // before anything of the body is read
    const idPerintah = idPerintahDari(q);
    const tentang = {
      dokumen: pilihan(q, 'dokumen', DOKUMEN_KERTAS),
      bentuk: pilihan(q, 'bentuk', BENTUK_KERTAS),
      tanggal: wajib(q, 'tanggal'),
      jabatan: satu(q, 'jabatan') ?? null,
      keterangan: satu(q, 'keterangan') ?? null,
    };
    const bita = await badan(req, BATAS_KERTAS);
    const isi = { berkas: sha256Hex(bita), jenis: jenisKertas(bita), ukuran: bita.length, ...tentang };
    const surat = amplop('arsipkanBerkasKertas', Object.assign({ idPerintah }, k, isi), pelaku);
    const jawaban = await this.catat(
      new JalankanBerkasKertas(k, { type: 'Arsipkan', ...isi }, pelaku, surat, bita),
      isi,
    );
    if (!res.headersSent) res.status(200).json(jawaban);
  }

  private async catat(perintah: JalankanBerkasKertas, isi: IsiBerkasKertas) {
    const { letak, revisi } = await this.bus.execute(perintah);
    return { berkas: isi.berkas, jenis: isi.jenis, ukuran: isi.ukuran, posisi: String(letak), revisi };
  }

  @Get()
  async ambil(@Query() q: Isian, @Req() req: Request, @Res() res: Response): Promise<void> {
    const pelaku = await this.pengenal.wajib(req);
    const k = opdTahun(q);
    wajibBoleh(pelaku, 'kinerja.baca', k.pemda, k.opd);
    const berkas = wajib(q, 'berkas');
    const baris = (await this.kueri.satu(k, berkas)) ?? tolak('TIDAK_DITEMUKAN', { berkas });
    const isi = (await this.arsip.baca(baris.berkas)) ?? tolak('TIDAK_DITEMUKAN', { berkas });
    res.setHeader('Content-Type', MIME[baris.jenis]);
    const nama = `${baris.dokumen}-${kunci.opdTahun(k.pemda, k.opd, k.tahun)}-${baris.berkas.slice(0, 12)}.${baris.jenis}`;
    res.setHeader('Content-Disposition', `attachment; filename="${nama}"`);
    res.end(isi);
  }
}
