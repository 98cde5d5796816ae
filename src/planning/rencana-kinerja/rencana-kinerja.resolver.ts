import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { amplop, PelakuKini } from '../../infra/graphql/perintah.js';
import type { MasukanOpdTahun } from '../kunci.tipe.js';
import type { RencanaKinerja, Rkt } from './rencana-kinerja.decider.js';
import { JalankanRencanaKinerja, type PermintaanRencanaKinerja } from './rencana-kinerja.handler.js';
import {
  CatatTargetRktMasukan,
  CatatUsulanRktMasukan,
  HasilRencanaKinerja,
  PutuskanUsulanRktMasukan,
  type RktKiniTipe,
  TetapkanRktMasukan,
  type UsulanRktKiniTipe,
  UsulkanRktMasukan,
} from './rencana-kinerja.tipe.js';

const rktKini = ({ status, target }: Rkt, p: PermintaanRencanaKinerja): RktKiniTipe => ({
  status,
  jumlah: target.size,
  target: p.type === 'CatatTarget' ? (target.get(p.indikator) ?? null) : null,
});

const usulanKini = ({ usulan }: RencanaKinerja, p: PermintaanRencanaKinerja): UsulanRktKiniTipe | null => {
  const ada = 'kode' in p ? usulan.get(p.kode) : undefined;
  if (ada === undefined || !('kode' in p)) return null;
  const { uraian, tahunAsal, sumber, indikator, putusan } = ada;
  const diputuskan = { putusan: putusan?.putusan ?? null, alasan: putusan?.alasan ?? null };
  return { kode: p.kode, uraian, tahunAsal, sumber, indikator, ...diputuskan };
};

@Resolver()
export class RencanaKinerjaResolver {
  constructor(private readonly bus: CommandBus) {}

  @Mutation(() => HasilRencanaKinerja, {
    description: 'Mencatat target tahunan indikator di luar Perjanjian Kinerja.',
  })
  catatTargetRkt(
    @Args('masukan') m: CatatTargetRktMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRencanaKinerja> {
    const { jenis, indikator, target } = m;
    return this.jalankan('catatTargetRkt', m, { type: 'CatatTarget', jenis, indikator, target }, pelaku);
  }

  @Mutation(() => HasilRencanaKinerja, { description: 'Menetapkan RKT: sejak itu targetnya berlaku.' })
  tetapkanRkt(
    @Args('masukan') m: TetapkanRktMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRencanaKinerja> {
    const { jenis, keputusan = null, akta } = m;
    const p = { type: 'Tetapkan', jenis, keputusan, ...(akta == null ? {} : { akta }) } as const;
    return this.jalankan('tetapkanRkt', m, p, pelaku);
  }

  @Mutation(() => HasilRencanaKinerja, {
    description:
      'Mengusulkan isi RKT: target Renstra (perubahan: target murni) yang belum tercatat, dan aksi serta tindak lanjut tahun lalu yang belum selesai sebagai usulan.',
  })
  usulkanRkt(
    @Args('masukan') m: UsulkanRktMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRencanaKinerja> {
    return this.jalankan('usulkanRkt', m, { type: 'Usulkan', jenis: m.jenis }, pelaku);
  }

  @Mutation(() => HasilRencanaKinerja, { description: 'Mencatat sebuah usulan bagi RKT, atau mengubahnya.' })
  catatUsulanRkt(
    @Args('masukan') m: CatatUsulanRktMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRencanaKinerja> {
    const { kode, uraian, tahunAsal, sumber, indikator = null } = m;
    const p = { type: 'CatatUsulan', kode, uraian, tahunAsal, sumber, indikator } as const;
    return this.jalankan('catatUsulanRkt', m, p, pelaku);
  }

  @Mutation(() => HasilRencanaKinerja, { description: 'Memutuskan sebuah usulan bagi RKT.' })
  putuskanUsulanRkt(
    @Args('masukan') m: PutuskanUsulanRktMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRencanaKinerja> {
    const { kode, putusan, alasan = null } = m;
    return this.jalankan('putuskanUsulanRkt', m, { type: 'PutuskanUsulan', kode, putusan, alasan }, pelaku);
  }

  private async jalankan(
    mutasi: string,
    m: MasukanOpdTahun,
    p: PermintaanRencanaKinerja,
    pelaku: Pelaku,
  ): Promise<HasilRencanaKinerja> {
    const { pemda, opd, tahun } = m;
    const perintah = new JalankanRencanaKinerja({ pemda, opd, tahun }, p, pelaku, amplop(mutasi, m, pelaku));
    const { letak, revisi, state } = await this.bus.execute(perintah);
    const rencana = {
      murni: rktKini(state.murni, p),
      perubahan: rktKini(state.perubahan, p),
      jumlahUsulan: state.usulan.size,
      usulan: usulanKini(state, p),
    };
    return { posisi: String(letak), revisi, rencanaKinerja: rencana };
  }
}
