import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { amplop, PelakuKini } from '../../infra/graphql/perintah.js';
import type { MasukanOpd } from '../kunci.tipe.js';
import type { Iku } from './iku.decider.js';
import { JalankanIku, type PermintaanIku } from './iku.handler.js';
import {
  HasilIku,
  type IkuKiniTipe,
  KeluarkanIkuMasukan,
  PilihIkuMasukan,
  SusunIkuMasukan,
  TetapkanIkuMasukan,
} from './iku.tipe.js';

const ikuKini = ({ versi }: Iku): IkuKiniTipe | null => {
  const akhir = versi.at(-1);
  if (akhir === undefined) return null;
  const indikator = [...akhir.indikator].map(([kode, { versi: _versi, ...isi }]) => ({
    indikator: kode,
    ...isi,
  }));
  return { ...akhir, indikator };
};

@Resolver()
export class IkuResolver {
  constructor(private readonly bus: CommandBus) {}

  @Mutation(() => HasilIku, {
    description:
      'Mulai menyusun set IKU, atau mengubah tahun mulainya. Set baru bertolak dari set yang berlaku pada tahun mulainya.',
  })
  susunIku(@Args('masukan') m: SusunIkuMasukan, @PelakuKini() pelaku: Pelaku): Promise<HasilIku> {
    const { mulaiBerlaku, alasan = null } = m;
    return this.jalankan('susunIku', m, { type: 'Susun', versi: null, mulaiBerlaku, alasan }, pelaku);
  }

  @Mutation(() => HasilIku, { description: 'Memilih indikator menjadi IKU, atau mengubah keterangannya.' })
  pilihIku(@Args('masukan') m: PilihIkuMasukan, @PelakuKini() pelaku: Pelaku): Promise<HasilIku> {
    const { indikator, alasan = null, formula = null, sumberData = null, penanggungJawab = null } = m;
    const isi = { alasan, formula, sumberData, penanggungJawab };
    return this.jalankan('pilihIku', m, { type: 'Pilih', versi: null, indikator, ...isi }, pelaku);
  }

  @Mutation(() => HasilIku, { description: 'Mengeluarkan indikator dari set IKU yang sedang disusun.' })
  keluarkanIku(@Args('masukan') m: KeluarkanIkuMasukan, @PelakuKini() pelaku: Pelaku): Promise<HasilIku> {
    const { indikator, alasan } = m;
    return this.jalankan('keluarkanIku', m, { type: 'Keluarkan', versi: null, indikator, alasan }, pelaku);
  }

  @Mutation(() => HasilIku, {
    description: 'Menetapkan set IKU dengan keputusannya: sejak tahun mulainya set itu berlaku.',
  })
  tetapkanIku(@Args('masukan') m: TetapkanIkuMasukan, @PelakuKini() pelaku: Pelaku): Promise<HasilIku> {
    return this.jalankan('tetapkanIku', m, { type: 'Tetapkan', versi: null, akta: m.akta }, pelaku);
  }

  private async jalankan(mutasi: string, m: MasukanOpd, p: PermintaanIku, pelaku: Pelaku): Promise<HasilIku> {
    const { pemda, opd } = m;
    const perintah = new JalankanIku({ pemda, opd }, p, pelaku, amplop(mutasi, m, pelaku));
    const { letak, revisi, state } = await this.bus.execute(perintah);
    return { posisi: String(letak), revisi, iku: ikuKini(state) };
  }
}
