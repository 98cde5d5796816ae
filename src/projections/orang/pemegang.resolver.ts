import { Inject } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { PelakuKini } from '../../infra/graphql/perintah.js';
import type { PemegangTampak } from '../organisasi/organisasi.query.js';
import { TipePemegang } from '../organisasi/organisasi.tipe.js';
import { PemuatOrang } from './pemuat-orang.js';

/** Who holds an office, joined when it is asked: the views know the subject id alone. */
@Resolver(() => TipePemegang)
export class PemegangResolver {
  constructor(@Inject(PemuatOrang) private readonly pemuat: PemuatOrang) {}

  @ResolveField(() => String, {
    nullable: true,
    description: 'Nama pejabat; kosong bila tidak tercatat atau data pribadinya sudah dihapus.',
  })
  async nama(@Parent() p: PemegangTampak, @Context() konteks: object): Promise<string | null> {
    return (await this.pemuat.orang(konteks, p))?.data.nama ?? null;
  }

  @ResolveField(() => String, { nullable: true, description: 'Pangkatnya pada tanggal itu.' })
  async pangkat(@Parent() p: PemegangTampak, @Context() konteks: object): Promise<string | null> {
    return (await this.pemuat.orang(konteks, p))?.data.pangkat ?? null;
  }

  @ResolveField(() => String, { nullable: true, description: 'NIP; disamarkan seperti pada Orang.' })
  nip(
    @Parent() p: PemegangTampak,
    @PelakuKini() pelaku: Pelaku,
    @Context() konteks: object,
  ): Promise<string | null> {
    return this.pemuat.nip(konteks, pelaku, p);
  }
}
