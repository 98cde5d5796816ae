import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { amplop, PelakuKini } from '../../infra/graphql/perintah.js';
import { JalankanBerkasKertas } from './berkas-kertas.handler.js';
import { HasilBerkasKertas, TarikBerkasKertasMasukan } from './berkas-kertas.tipe.js';

/** What is put into the archive comes with its bytes, by POST /berkas/kertas. */
@Resolver()
export class BerkasKertasResolver {
  constructor(private readonly bus: CommandBus) {}

  @Mutation(() => HasilBerkasKertas, {
    description:
      'Menarik berkas kertas yang salah diarsipkan, dengan alasan. Bitanya tetap tersimpan; berkas yang menjadi dasar tanda tangan tidak dapat ditarik.',
  })
  async tarikBerkasKertas(
    @Args('masukan') m: TarikBerkasKertasMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilBerkasKertas> {
    const { pemda, opd, tahun, berkas, alasan } = m;
    const perintah = new JalankanBerkasKertas(
      { pemda, opd, tahun },
      { type: 'Tarik', berkas, alasan },
      pelaku,
      amplop('tarikBerkasKertas', m, pelaku),
    );
    const { letak, revisi, state } = await this.bus.execute(perintah);
    return { posisi: String(letak), revisi, jumlah: state.berkas.size };
  }
}
