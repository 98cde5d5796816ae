import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { amplop, PelakuKini } from '../../infra/graphql/perintah.js';
import type { MasukanOpd } from '../kunci.tipe.js';
import { skalaDari } from '../pemda/pemda.tipe.js';
import { JalankanOpd, type PermintaanOpd } from './opd.handler.js';
import {
  BubarkanOpdMasukan,
  CatatKepegawaianMasukan,
  DaftarkanOpdMasukan,
  HasilOpd,
  TetapkanSkalaOpdMasukan,
  UbahNamaOpdMasukan,
} from './opd.tipe.js';

@Resolver()
export class OpdResolver {
  constructor(private readonly bus: CommandBus) {}

  @Mutation(() => HasilOpd, { description: 'Mendaftarkan perangkat daerah.' })
  daftarkanOpd(@Args('masukan') m: DaftarkanOpdMasukan, @PelakuKini() pelaku: Pelaku): Promise<HasilOpd> {
    return this.jalankan('daftarkanOpd', m, { type: 'Daftarkan', nama: m.nama }, pelaku);
  }

  @Mutation(() => HasilOpd, { description: 'Mengubah nama perangkat daerah, dengan alasan.' })
  ubahNamaOpd(@Args('masukan') m: UbahNamaOpdMasukan, @PelakuKini() pelaku: Pelaku): Promise<HasilOpd> {
    const { nama, alasan } = m;
    return this.jalankan('ubahNamaOpd', m, { type: 'UbahNama', nama, alasan }, pelaku);
  }

  @Mutation(() => HasilOpd, { description: 'Menetapkan skala capaian OPD untuk satu tahun.' })
  tetapkanSkalaOpd(
    @Args('masukan') m: TetapkanSkalaOpdMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilOpd> {
    const p = { type: 'TetapkanSkala', tahun: m.tahun, skala: skalaDari(m.skala) } as const;
    return this.jalankan('tetapkanSkalaOpd', m, p, pelaku);
  }

  @Mutation(() => HasilOpd, { description: 'Mencatat pembubaran perangkat daerah dan penggantinya.' })
  bubarkanOpd(@Args('masukan') m: BubarkanOpdMasukan, @PelakuKini() pelaku: Pelaku): Promise<HasilOpd> {
    const { tanggal, pengganti, akta, alasan } = m;
    return this.jalankan('bubarkanOpd', m, { type: 'Bubarkan', tanggal, pengganti, akta, alasan }, pelaku);
  }

  @Mutation(() => HasilOpd, { description: 'Mencatat jumlah pegawai menurut satu pembagian.' })
  catatKepegawaian(
    @Args('masukan') m: CatatKepegawaianMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilOpd> {
    const { tanggal, dimensi, rincian } = m;
    return this.jalankan(
      'catatKepegawaian',
      m,
      { type: 'CatatKepegawaian', tanggal, dimensi, rincian },
      pelaku,
    );
  }

  private async jalankan(mutasi: string, m: MasukanOpd, p: PermintaanOpd, pelaku: Pelaku): Promise<HasilOpd> {
    const { pemda, opd } = m;
    const perintah = new JalankanOpd({ pemda, opd }, p, pelaku, amplop(mutasi, m, pelaku));
    const { letak, revisi, state } = await this.bus.execute(perintah);
    const skala = [...state.skala].map(([tahun, s]) => ({ tahun, skala: s }));
    const { nama, bubar } = state;
    return {
      posisi: String(letak),
      revisi,
      opd: { kode: opd, nama, dibubarkan: bubar?.tanggal ?? null, skala },
    };
  }
}
