import { Inject } from '@nestjs/common';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { tanggalDi } from '../../approval/pemegang-kini.js';
import { type Pelaku, wajibBoleh } from '../../approval/wewenang.js';
import { PelakuKini } from '../../infra/graphql/perintah.js';
import { SkalarTanggal } from '../../infra/graphql/skalar.js';
import { Clock } from '../../kernel/event-store.js';
import { kunci, subjekSah } from '../../kernel/kunci.js';
import { tanggalSah } from '../../kernel/teks.js';
import { BukuOrang, type VersiOrang } from '../../planning/orang/buku-orang.js';
import { TipeOrang } from '../../planning/orang/orang.tipe.js';
import { ArgumenAfter, ArgumenFirst, ArgumenPemda } from '../argumen.tipe.js';
import type { Sambungan } from '../halaman.js';
import { type Opsional, wajibBolehBaca } from '../saat.js';
import { dicariDari, halamanOrang } from './halaman-orang.js';
import { SambunganOrang } from './orang.tipe.js';
import { PemuatOrang } from './pemuat-orang.js';

const ArgumenTanggal = () =>
  Args('pada', {
    type: () => SkalarTanggal,
    nullable: true,
    description: 'Sebagaimana tercatat pada tanggal ini; kosong: hari ini.',
  });
const ArgumenTeks = (nama: string, description: string) =>
  Args(nama, { type: () => String, nullable: true, description });

@Resolver(() => TipeOrang)
export class OrangKueriResolver {
  constructor(
    @Inject(BukuOrang) private readonly buku: BukuOrang,
    @Inject(PemuatOrang) private readonly pemuat: PemuatOrang,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Query(() => TipeOrang, {
    nullable: true,
    description: 'Orang di balik sebuah subjek; kosong bila tidak tercatat atau datanya sudah dihapus.',
  })
  async orang(
    @PelakuKini() pelaku: Pelaku,
    @ArgumenPemda() pemda: string,
    @Args('subjek', { type: () => String, description: 'Subjek.' }) subjek: string,
    @ArgumenTanggal() pada: Opsional,
    @Context() konteks: object,
  ): Promise<VersiOrang | null> {
    wajibBolehBaca(pelaku, pemda, null);
    return this.pemuat.orang(konteks, { pemda, subjek: subjekSah(subjek), pada: this.tanggal(pada) });
  }

  @Query(() => TipeOrang, {
    nullable: true,
    description: 'Orang dengan NIP atau alamat surel ini; hanya untuk yang mengelola data orang.',
  })
  async cariOrang(
    @PelakuKini() pelaku: Pelaku,
    @ArgumenPemda() pemda: string,
    @ArgumenTeks('nip', 'NIP.') nip: Opsional,
    @ArgumenTeks('surel', 'Alamat surel.') surel: Opsional,
    @Context() konteks: object,
  ): Promise<VersiOrang | null> {
    wajibBoleh(pelaku, 'orang.kelola', kunci.pemda(pemda), null);
    const subjek = await this.buku.cari(pemda, dicariDari(nip, surel));
    return this.pemuat.orang(konteks, { pemda, subjek, pada: this.tanggal(null) });
  }

  @Query(() => SambunganOrang, {
    description: 'Semua orang yang tercatat pada sebuah pemda; hanya untuk yang mengelola data orang.',
  })
  async daftarOrang(
    @PelakuKini() pelaku: Pelaku,
    @ArgumenPemda() pemda: string,
    @ArgumenFirst() first: number,
    @ArgumenAfter() after: Opsional,
  ): Promise<Sambungan<VersiOrang>> {
    wajibBoleh(pelaku, 'orang.kelola', kunci.pemda(pemda), null);
    return halamanOrang(this.buku, pemda, this.tanggal(null), { first, after: after ?? undefined });
  }

  @ResolveField(() => String, { description: 'Nama lengkap dengan gelar.' })
  nama(@Parent() { data }: VersiOrang): string {
    return data.nama;
  }

  @ResolveField(() => String, { nullable: true, description: 'Pangkat; kosong: tidak tercatat.' })
  pangkat(@Parent() { data }: VersiOrang): string | null {
    return data.pangkat;
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'NIP; utuh hanya bagi yang bersangkutan, pengelola, inspektorat, dan operator, yang pembacaannya dicatat.',
  })
  nip(
    @Parent() v: VersiOrang,
    @PelakuKini() pelaku: Pelaku,
    @Context() konteks: object,
  ): Promise<string | null> {
    return this.pemuat.nip(konteks, pelaku, { ...v, pada: v.mulai });
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Alamat surel; kosong juga bagi yang tidak boleh melihatnya. Pembacaannya dicatat.',
  })
  surel(
    @Parent() v: VersiOrang,
    @PelakuKini() pelaku: Pelaku,
    @Context() konteks: object,
  ): Promise<string | null> {
    return this.pemuat.surel(konteks, pelaku, { ...v, pada: v.mulai });
  }

  @ResolveField(() => Boolean, { description: 'Apakah NIK tercatat; NIK sendiri tidak pernah ditampilkan.' })
  adaNik(@Parent() { data }: VersiOrang): boolean {
    return data.nik !== null;
  }

  /** A version begins on a day, so that the hours between the zones do not matter here. */
  private tanggal(pada: Opsional): string {
    return pada === null || pada === undefined ? tanggalDi('WIB', this.clock.now()) : tanggalSah(pada);
  }
}
