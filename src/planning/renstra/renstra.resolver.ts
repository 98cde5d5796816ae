import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { amplop, PelakuKini } from '../../infra/graphql/perintah.js';
import { JalankanRenstra, type PermintaanRenstra } from './renstra.handler.js';
import {
  CatatRealisasiLampauMasukan,
  HasilRenstra,
  HubungkanIndikatorMasukan,
  type MasukanRenstra,
  renstraKini,
  SusunRenstraMasukan,
  TambahSasaranMasukan,
  TambahTujuanMasukan,
  TetapkanIndikatorMasukan,
  TetapkanRenstraMasukan,
  TetapkanTargetRenstraMasukan,
} from './renstra.tipe.js';

type Definisi = Extract<PermintaanRenstra, { type: 'TetapkanIndikator' }>;

const definisiDari = (m: TetapkanIndikatorMasukan): Definisi => ({
  type: 'TetapkanIndikator',
  kode: m.kode,
  nama: m.nama,
  satuan: m.satuan,
  level: m.level,
  iku: m.iku ?? null,
  polaritas: m.polaritas,
  agregasi: m.agregasi ?? null,
  desimal: m.desimal ?? null,
  urutanPredikat: m.urutanPredikat ?? null,
  definisi: m.definisi ?? null,
  pembilang: m.pembilang ?? null,
  penyebut: m.penyebut ?? null,
  sumberData: m.sumberData ?? null,
  penanggungJawab: m.penanggungJawab ?? null,
  kondisiAwal: m.kondisiAwal
    ? { tahun: m.kondisiAwal.tahun ?? null, nilai: m.kondisiAwal.nilai ?? null }
    : null,
});

const indikatorDisentuh = (p: PermintaanRenstra): string | null => {
  if ('indikator' in p) return p.indikator;
  return p.type === 'TetapkanIndikator' ? p.kode : null;
};

export const kirimRenstra = async (
  bus: CommandBus,
  mutasi: string,
  m: MasukanRenstra,
  p: PermintaanRenstra,
  pelaku: Pelaku,
): Promise<HasilRenstra> => {
  const { pemda, opd, mulai } = m;
  const perintah = new JalankanRenstra({ pemda, opd, mulai }, p, pelaku, amplop(mutasi, m, pelaku));
  const { letak, revisi, state, peringatan } = await bus.execute(perintah);
  const kini = renstraKini(state, indikatorDisentuh(p));
  return { posisi: String(letak), revisi, renstra: kini, peringatan: [...peringatan] };
};

@Resolver()
export class RenstraResolver {
  constructor(private readonly bus: CommandBus) {}

  @Mutation(() => HasilRenstra, {
    description:
      'Memulai Renstra OPD untuk satu masa (OPD "pemda": RPJMD atau RPD), atau mengubah visi dan masanya.',
  })
  susunRenstra(@Args('masukan') m: SusunRenstraMasukan, @PelakuKini() pelaku: Pelaku): Promise<HasilRenstra> {
    const { selesai, visi = null, misi = null, jenis = null, alasanTanpaVisi = null } = m;
    const p = { type: 'Susun', selesai, visi, misi, jenis, alasanTanpaVisi } as const;
    return this.jalankan('susunRenstra', m, p, pelaku);
  }

  @Mutation(() => HasilRenstra, { description: 'Menambah tujuan, atau mengubah rumusannya.' })
  tambahTujuan(@Args('masukan') m: TambahTujuanMasukan, @PelakuKini() pelaku: Pelaku): Promise<HasilRenstra> {
    const { kode, uraian, misi = null } = m;
    return this.jalankan('tambahTujuan', m, { type: 'TambahTujuan', kode, uraian, misi }, pelaku);
  }

  @Mutation(() => HasilRenstra, { description: 'Menambah sasaran dengan strateginya, atau mengubahnya.' })
  tambahSasaran(
    @Args('masukan') m: TambahSasaranMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRenstra> {
    const { tujuan, kode, uraian, strategi } = m;
    const p = { type: 'TambahSasaran', tujuan, kode, uraian, strategi } as const;
    return this.jalankan('tambahSasaran', m, p, pelaku);
  }

  @Mutation(() => HasilRenstra, {
    description:
      'Menetapkan definisi indikator. Definisi hanya dapat diubah selama Renstra disusun dan indikatornya belum bertarget.',
  })
  tetapkanIndikator(
    @Args('masukan') m: TetapkanIndikatorMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRenstra> {
    return this.jalankan('tetapkanIndikator', m, definisiDari(m), pelaku);
  }

  @Mutation(() => HasilRenstra, { description: 'Menyatakan bahwa indikator mengukur tujuan atau sasaran.' })
  hubungkanIndikator(
    @Args('masukan') m: HubungkanIndikatorMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRenstra> {
    const { indikator, tingkat, kode } = m;
    const p = { type: 'HubungkanIndikator', indikator, tingkat, kode } as const;
    return this.jalankan('hubungkanIndikator', m, p, pelaku);
  }

  @Mutation(() => HasilRenstra, { description: 'Menetapkan target satu tahun, atau target akhir Renstra.' })
  tetapkanTargetRenstra(
    @Args('masukan') m: TetapkanTargetRenstraMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRenstra> {
    const { indikator, tahun = null, target } = m;
    const p = { type: 'TetapkanTarget', indikator, tahun, target } as const;
    return this.jalankan('tetapkanTargetRenstra', m, p, pelaku);
  }

  @Mutation(() => HasilRenstra, { description: 'Mencatat realisasi tahun sebelum OPD memakai Amanah.' })
  catatRealisasiLampau(
    @Args('masukan') m: CatatRealisasiLampauMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRenstra> {
    const { indikator, tahun, realisasi } = m;
    const p = { type: 'CatatRealisasiLampau', indikator, tahun, realisasi } as const;
    return this.jalankan('catatRealisasiLampau', m, p, pelaku);
  }

  @Mutation(() => HasilRenstra, {
    description:
      'Menetapkan Renstra, atau Perubahan yang sedang disusun. Setelah itu isinya hanya berubah lewat Perubahan.',
  })
  tetapkanRenstra(
    @Args('masukan') m: TetapkanRenstraMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRenstra> {
    const p = { type: 'Tetapkan', keputusan: m.keputusan ?? null, akta: m.akta ?? null } as const;
    return this.jalankan('tetapkanRenstra', m, p, pelaku);
  }

  private jalankan(
    mutasi: string,
    m: MasukanRenstra,
    p: PermintaanRenstra,
    pelaku: Pelaku,
  ): Promise<HasilRenstra> {
    return kirimRenstra(this.bus, mutasi, m, p, pelaku);
  }
}
