import type { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import type { Sambungan } from './halaman.js';

@ObjectType('PageInfo', { description: 'Letak halaman ini di dalam daftarnya, menurut aturan Relay.' })
class TipeInfoHalaman {
  @Field(() => Boolean, { description: 'Masih ada isi setelah halaman ini.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Ada isi sebelum halaman ini.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Penanda isi pertama; kosong bila halaman kosong.' })
  startCursor: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Penanda isi terakhir; berikan sebagai after untuk halaman berikutnya.',
  })
  endCursor: string | null;
}

/** The connection type of a list, by the Relay rules. One call for each node type. */
export const sambungan = <T extends object>(simpul: Type<T>, nama: string): Type<Sambungan<T>> => {
  @ObjectType(`${nama}Edge`, { description: `Satu isi daftar ${nama} dengan penandanya.` })
  class Tepi {
    @Field(() => String, { description: 'Penanda letak isi ini; tidak untuk dibaca.' })
    cursor: string;

    @Field(() => simpul, { description: 'Isinya.' })
    node: T;
  }

  @ObjectType(`${nama}Connection`, { description: `Satu halaman dari daftar ${nama}.` })
  class Halaman implements Sambungan<T> {
    @Field(() => [Tepi], { description: 'Isi halaman ini, berurutan.' })
    edges: Tepi[];

    @Field(() => TipeInfoHalaman, { description: 'Letak halaman ini di dalam daftarnya.' })
    pageInfo: TipeInfoHalaman;
  }
  return Halaman;
};
