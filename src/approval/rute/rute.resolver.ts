import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { amplop, PelakuKini } from '../../infra/graphql/perintah.js';
import { tolak } from '../../kernel/penolakan.js';
import type { Langkah, Siapa } from '../jalur.js';
import type { Pelaku } from '../wewenang.js';
import { JalankanRute, type PermintaanRute } from './rute.handler.js';
import {
  HasilRute,
  type LangkahMasukan,
  type MasukanRute,
  type SiapaMasukan,
  SusunRuteMasukan,
  TetapkanRuteMasukan,
} from './rute.tipe.js';

const wajib = (nilai: string | null | undefined, jalur: string): string =>
  nilai ?? tolak('MASUKAN_TIDAK_SAH', { jalur });

const siapa = ({ cara, opd, jabatan, sebutan }: SiapaMasukan): Siapa =>
  cara === 'jabatan'
    ? { cara, opd: opd ?? null, jabatan: wajib(jabatan, 'jabatan'), sebutan: wajib(sebutan, 'sebutan') }
    : { cara };

const langkah = ({ kode, tahap, jenis, uraian, norma, ...l }: LangkahMasukan): Langkah => ({
  ...{ kode, tahap, jenis, uraian, norma },
  oleh: siapa(l.oleh),
  perlu: l.perlu ?? null,
  hasil: l.hasil ?? null,
  eskalasi: l.eskalasi ? siapa(l.eskalasi) : null,
});

@Resolver()
export class RuteResolver {
  constructor(private readonly bus: CommandBus) {}

  @Mutation(() => HasilRute, {
    description: 'Menyusun rancangan rute persetujuan satu jenis dokumen, menggantikan rancangan sebelumnya.',
  })
  susunRute(@Args('masukan') m: SusunRuteMasukan, @PelakuKini() pelaku: Pelaku): Promise<HasilRute> {
    return this.jalankan('susunRute', m, { type: 'Susun', langkah: m.langkah.map(langkah) }, pelaku);
  }

  @Mutation(() => HasilRute, {
    description: 'Menetapkan rancangan itu. Edaran yang sudah berjalan tetap menurut rute ketika ia dimulai.',
  })
  tetapkanRute(@Args('masukan') m: TetapkanRuteMasukan, @PelakuKini() pelaku: Pelaku): Promise<HasilRute> {
    return this.jalankan('tetapkanRute', m, { type: 'Tetapkan', akta: { ...m.akta } }, pelaku);
  }

  private async jalankan(
    mutasi: string,
    m: MasukanRute,
    p: PermintaanRute,
    pelaku: Pelaku,
  ): Promise<HasilRute> {
    const { pemda, dokumen } = m;
    const perintah = new JalankanRute({ pemda, dokumen }, p, pelaku, amplop(mutasi, m, pelaku));
    const { letak, revisi, state } = await this.bus.execute(perintah);
    return { posisi: String(letak), revisi, versi: state.berlaku?.versi ?? 0 };
  }
}
