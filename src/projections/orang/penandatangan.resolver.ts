import { Inject } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { tanggalDi } from '../../approval/pemegang-kini.js';
import type { Pelaku } from '../../approval/wewenang.js';
import { PelakuKini } from '../../infra/graphql/perintah.js';
import { bacaStream } from '../../kernel/kunci.js';
import type { TandaTangan } from '../perjanjian-kinerja/perjanjian-kinerja.projection.js';
import { TipeTandaTangan } from '../perjanjian-kinerja/perjanjian-kinerja.tipe.js';
import { type OrangDicari, PemuatOrang } from './pemuat-orang.js';

/** As they were called on the day they signed. What is known of a person changes by the day, not by the hour of a zone. */
const dicari = ({ jabatan, subjek, pada }: TandaTangan): OrangDicari => ({
  pemda: bacaStream(`Jabatan-${jabatan}`).pemda,
  subjek,
  pada: tanggalDi('WIB', new Date(pada)),
});

/** Who signed a PK, joined when it is asked: the views know the subject id alone. */
@Resolver(() => TipeTandaTangan)
export class PenandatanganResolver {
  constructor(@Inject(PemuatOrang) private readonly pemuat: PemuatOrang) {}

  @ResolveField(() => String, {
    nullable: true,
    description: 'Nama penandatangan; kosong bila tidak tercatat atau data pribadinya sudah dihapus.',
  })
  async nama(@Parent() t: TandaTangan, @Context() konteks: object): Promise<string | null> {
    return (await this.pemuat.orang(konteks, dicari(t)))?.data.nama ?? null;
  }

  @ResolveField(() => String, { nullable: true, description: 'Pangkatnya saat itu.' })
  async pangkat(@Parent() t: TandaTangan, @Context() konteks: object): Promise<string | null> {
    return (await this.pemuat.orang(konteks, dicari(t)))?.data.pangkat ?? null;
  }

  @ResolveField(() => String, { nullable: true, description: 'NIP; disamarkan seperti pada Orang.' })
  nip(
    @Parent() t: TandaTangan,
    @PelakuKini() pelaku: Pelaku,
    @Context() konteks: object,
  ): Promise<string | null> {
    return this.pemuat.nip(konteks, pelaku, dicari(t));
  }
}
