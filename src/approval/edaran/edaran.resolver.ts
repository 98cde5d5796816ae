import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { amplop, PelakuKini } from '../../infra/graphql/perintah.js';
import { bacaStream, jabatanKepala, kunci } from '../../kernel/kunci.js';
import type { Pelaku } from '../wewenang.js';
import type { PermintaanEdaran } from './edaran.fakta.js';
import { JalankanEdaran } from './edaran.handler.js';
import * as T from './edaran.tipe.js';

const kunciJabatan = (teks: string): string => {
  const { pemda, opd, jabatan } = bacaStream(`Jabatan-${teks}`);
  return kunci.jabatan(pemda, opd ?? '', jabatan ?? '');
};

@Resolver()
export class EdaranResolver {
  constructor(private readonly bus: CommandBus) {}

  @Mutation(() => T.HasilEdaran, { description: 'Mulai mengedarkan sebuah dokumen menurut rutenya.' })
  mulaiEdaran(
    @Args('masukan') m: T.MulaiEdaranMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<T.HasilEdaran> {
    return this.jalankan('mulaiEdaran', m, { type: 'Mulai', bidang: m.bidang ?? [] }, pelaku);
  }

  @Mutation(() => T.HasilEdaran, {
    description: 'Mengerjakan langkah yang menunggu jabatan ini, atau yang didelegasikan kepadanya.',
  })
  kerjakanLangkah(
    @Args('masukan') m: T.KerjakanLangkahMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<T.HasilEdaran> {
    const { langkah, nomorSurat = null, catatan = null, berkas = null } = m;
    const p = { type: 'KerjakanLangkah', langkah, nomorSurat, catatan, berkas } as const;
    return this.jalankan('kerjakanLangkah', m, p, pelaku);
  }

  @Mutation(() => T.HasilEdaran, { description: 'Mengembalikan ke langkah sebelumnya, dengan catatan.' })
  kembalikanEdaran(
    @Args('masukan') m: T.KembalikanEdaranMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<T.HasilEdaran> {
    const { ke, kepadaJabatan: jabatan = null, catatan } = m;
    return this.jalankan('kembalikanEdaran', m, { type: 'Kembalikan', ke, jabatan, catatan }, pelaku);
  }

  @Mutation(() => T.HasilEdaran, {
    description:
      'Mendelegasikan langkah jabatan ini kepada jabatan lain, dari hari sampai hari. Tanda tangan tidak.',
  })
  delegasikanLangkah(
    @Args('masukan') m: T.DelegasikanLangkahMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<T.HasilEdaran> {
    const { langkah, mulai, selesai, catatan = null } = m;
    const kepada = kunciJabatan(m.kepada);
    const p = { type: 'Delegasikan', langkah, kepada, mulai, selesai, catatan } as const;
    return this.jalankan('delegasikanLangkah', m, p, pelaku);
  }

  @Mutation(() => T.HasilEdaran, { description: 'Menghentikan edaran yang berjalan, dengan alasan.' })
  batalkanEdaran(
    @Args('masukan') m: T.BatalkanEdaranMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<T.HasilEdaran> {
    return this.jalankan('batalkanEdaran', m, { type: 'Batalkan', alasan: m.alasan }, pelaku);
  }

  private async jalankan(
    mutasi: string,
    m: T.MasukanEdaran,
    p: PermintaanEdaran,
    pelaku: Pelaku,
  ): Promise<T.HasilEdaran> {
    const { pemda, dokumen, opd, tahun } = m;
    const k = { pemda, dokumen, opd, jabatan: m.jabatan ?? jabatanKepala(opd), tahun };
    const { letak, revisi, state } = await this.bus.execute(
      new JalankanEdaran(k, p, pelaku, amplop(mutasi, m, pelaku)),
    );
    return { posisi: String(letak), revisi, nomor: state.nomor };
  }
}
