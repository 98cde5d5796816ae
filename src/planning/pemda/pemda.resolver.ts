import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { amplop, PelakuKini } from '../../infra/graphql/perintah.js';
import type { MasukanPemda } from '../kunci.tipe.js';
import { JalankanPemda, type PermintaanPemda } from './pemda.handler.js';
import {
  DaftarkanPemdaMasukan,
  HasilPemda,
  skalaDari,
  TetapkanKalenderMasukan,
  TetapkanSkalaPemdaMasukan,
  UbahNamaPemdaMasukan,
} from './pemda.tipe.js';

@Resolver()
export class PemdaResolver {
  constructor(private readonly bus: CommandBus) {}

  @Mutation(() => HasilPemda, { description: 'Mendaftarkan pemerintah daerah.' })
  daftarkanPemda(
    @Args('masukan') m: DaftarkanPemdaMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilPemda> {
    const { nama, zona } = m;
    return this.jalankan('daftarkanPemda', m, { type: 'Daftarkan', nama, zona }, pelaku);
  }

  @Mutation(() => HasilPemda, { description: 'Mengubah nama pemerintah daerah, dengan alasan.' })
  ubahNamaPemda(@Args('masukan') m: UbahNamaPemdaMasukan, @PelakuKini() pelaku: Pelaku): Promise<HasilPemda> {
    const { nama, alasan } = m;
    return this.jalankan('ubahNamaPemda', m, { type: 'UbahNama', nama, alasan }, pelaku);
  }

  @Mutation(() => HasilPemda, { description: 'Menetapkan skala capaian yang dipakai seluruh OPD.' })
  tetapkanSkalaPemda(
    @Args('masukan') m: TetapkanSkalaPemdaMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilPemda> {
    const p = { type: 'TetapkanSkala', skala: skalaDari(m.skala) } as const;
    return this.jalankan('tetapkanSkalaPemda', m, p, pelaku);
  }

  @Mutation(() => HasilPemda, { description: 'Menetapkan hari kerja, jam kerja, dan hari libur satu tahun.' })
  tetapkanKalender(
    @Args('masukan') m: TetapkanKalenderMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilPemda> {
    const { tahun, hariKerja, jamMulai, jamSelesai, libur } = m;
    const kalender = { tahun, hariKerja, jamMulai, jamSelesai, libur };
    return this.jalankan('tetapkanKalender', m, { type: 'TetapkanKalender', kalender }, pelaku);
  }

  private async jalankan(
    mutasi: string,
    m: MasukanPemda,
    p: PermintaanPemda,
    pelaku: Pelaku,
  ): Promise<HasilPemda> {
    const perintah = new JalankanPemda(m.pemda, p, pelaku, amplop(mutasi, m, pelaku));
    const { letak, revisi, state } = await this.bus.execute(perintah);
    const { nama, zona, skala, kalender } = state;
    const tahunKalender = kalender.map((k) => k.tahun);
    return {
      posisi: String(letak),
      revisi,
      pemda: { kode: m.pemda, nama, zona, skala, tahunKalender },
    };
  }
}
