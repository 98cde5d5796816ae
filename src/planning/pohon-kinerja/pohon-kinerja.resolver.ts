import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { amplop, PelakuKini } from '../../infra/graphql/perintah.js';
import { kunciJabatan } from './pohon-kinerja.fakta.js';
import { JalankanPohonKinerja, type PermintaanPohon } from './pohon-kinerja.handler.js';
import {
  CatatCrosscuttingMasukan,
  HapusCrosscuttingMasukan,
  HapusSimpulKinerjaMasukan,
  HasilPohonKinerja,
  IndikatorSimpulMasukan,
  type MasukanPohon,
  TautkanUnsurSimpulMasukan,
  TetapkanPenanggungJawabSimpulMasukan,
  TetapkanSimpulKinerjaMasukan,
} from './pohon-kinerja.tipe.js';
import { simpulDari } from './simpul.decider.js';

@Resolver()
export class PohonKinerjaResolver {
  constructor(private readonly bus: CommandBus) {}

  @Mutation(() => HasilPohonKinerja, {
    description: 'Menetapkan satu hasil di pohon kinerja: baru, diubah, atau dipindahkan ke induk lain.',
  })
  tetapkanSimpulKinerja(
    @Args('masukan') m: TetapkanSimpulKinerjaMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilPohonKinerja> {
    const { kode, tingkat, uraian, induk = null, faktorKunci = null } = m;
    const p = { type: 'TetapkanSimpul', kode, tingkat, uraian, induk, faktorKunci } as const;
    return this.jalankan('tetapkanSimpulKinerja', m, p, pelaku);
  }

  @Mutation(() => HasilPohonKinerja, { description: 'Menghapus satu hasil yang tidak mempunyai cabang.' })
  hapusSimpulKinerja(
    @Args('masukan') m: HapusSimpulKinerjaMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilPohonKinerja> {
    const { kode, alasan } = m;
    return this.jalankan('hapusSimpulKinerja', m, { type: 'HapusSimpul', kode, alasan }, pelaku);
  }

  @Mutation(() => HasilPohonKinerja, {
    description: 'Menyatakan bahwa indikator Renstra mengukur hasil itu.',
  })
  hubungkanIndikatorSimpul(
    @Args('masukan') m: IndikatorSimpulMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilPohonKinerja> {
    const { simpul, indikator } = m;
    const p = { type: 'HubungkanIndikator', simpul, indikator } as const;
    return this.jalankan('hubungkanIndikatorSimpul', m, p, pelaku);
  }

  @Mutation(() => HasilPohonKinerja, { description: 'Melepas indikator dari hasil itu.' })
  lepasIndikatorSimpul(
    @Args('masukan') m: IndikatorSimpulMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilPohonKinerja> {
    const { simpul, indikator } = m;
    const p = { type: 'LepasIndikator', simpul, indikator } as const;
    return this.jalankan('lepasIndikatorSimpul', m, p, pelaku);
  }

  @Mutation(() => HasilPohonKinerja, {
    description: 'Menyatakan hasil itu menjadi unsur perencanaan mana; kosong: tidak menjadi apa pun.',
  })
  tautkanUnsurSimpul(
    @Args('masukan') m: TautkanUnsurSimpulMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilPohonKinerja> {
    const { simpul, unsur } = m;
    const p = {
      type: 'TautkanUnsur',
      simpul,
      unsur: unsur ? { tingkat: unsur.tingkat, kode: unsur.kode } : null,
    } as const;
    return this.jalankan('tautkanUnsurSimpul', m, p, pelaku);
  }

  @Mutation(() => HasilPohonKinerja, {
    description: 'Menetapkan jabatan yang bertanggung jawab atas hasil itu; kosong: belum ada.',
  })
  tetapkanPenanggungJawabSimpul(
    @Args('masukan') m: TetapkanPenanggungJawabSimpulMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilPohonKinerja> {
    const { pemda, simpul, jabatan } = m;
    const p = {
      type: 'TetapkanPenanggungJawab',
      simpul,
      jabatan: jabatan ? kunciJabatan(pemda, jabatan) : null,
    } as const;
    return this.jalankan('tetapkanPenanggungJawabSimpul', m, p, pelaku);
  }

  @Mutation(() => HasilPohonKinerja, { description: 'Mencatat keterlibatan OPD lain dalam hasil itu.' })
  catatCrosscutting(
    @Args('masukan') m: CatatCrosscuttingMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilPohonKinerja> {
    const { simpul, opdLain: opd, simpulLain = null, uraian } = m;
    const p = { type: 'CatatCrosscutting', simpul, opd, simpulLain, uraian } as const;
    return this.jalankan('catatCrosscutting', m, p, pelaku);
  }

  @Mutation(() => HasilPohonKinerja, { description: 'Menghapus catatan keterlibatan OPD lain.' })
  hapusCrosscutting(
    @Args('masukan') m: HapusCrosscuttingMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilPohonKinerja> {
    const { simpul, opdLain: opd, simpulLain = null } = m;
    const p = { type: 'HapusCrosscutting', simpul, opd, simpulLain } as const;
    return this.jalankan('hapusCrosscutting', m, p, pelaku);
  }

  private async jalankan(
    mutasi: string,
    m: MasukanPohon,
    p: PermintaanPohon,
    pelaku: Pelaku,
  ): Promise<HasilPohonKinerja> {
    const { pemda, opd, mulai } = m;
    const perintah = new JalankanPohonKinerja({ pemda, opd, mulai }, p, pelaku, amplop(mutasi, m, pelaku));
    const { letak, revisi, state } = await this.bus.execute(perintah);
    const kode = 'kode' in p ? p.kode : p.simpul;
    const ada = simpulDari(state, kode);
    const jumlah = [...state.simpul].filter(([, s]) => s !== null).length;
    return { posisi: String(letak), revisi, pohon: { mulai, jumlah, simpul: ada && { kode, ...ada } } };
  }
}
