import { Module } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PINTU } from '../src/approval/pintu.js';
import type { Pelaku } from '../src/approval/wewenang.js';
import { PelakuKini } from '../src/infra/graphql/perintah.js';
import { KueriCapaian } from '../src/projections/capaian/capaian.query.js';
import { TipeCapaianKinerja } from '../src/projections/capaian/capaian.tipe.js';
import {
  KueriPohonKinerja,
  type PohonKinerjaTahun,
} from '../src/projections/pohon-kinerja/pohon-kinerja.query.js';
import { TipePohonKinerja } from '../src/projections/pohon-kinerja/pohon-kinerja.tipe.js';
import { ProjectionsModule } from '../src/projections/projections.module.js';
import type { CapaianOpd } from '../src/reporting/capaian.js';
import { CatatRealisasiMasukan, HasilPengukuran } from '../src/reporting/pengukuran/pengukuran.tipe.js';
import { OPD_KUERI, TAHUN } from './kota.js';
import { KOTA_POHON } from './kota-pohon.js';

const isian = {
  pembilang: null,
  penyebut: null,
  faktorPendukung: null,
  faktorPenghambat: null,
  tindakLanjut: null,
};

/** What the edge costs by itself, in the same application: the same input and answer, and nothing in between. */
@Resolver()
export class PolosResolver {
  private tetap: Promise<CapaianOpd> | undefined;

  private pohon: Promise<PohonKinerjaTahun> | undefined;

  constructor(
    private readonly kueri: KueriCapaian,
    private readonly kueriPohon: KueriPohonKinerja,
  ) {}

  @Mutation(() => HasilPengukuran, { description: 'Tolok ukur: tidak berbuat apa-apa.' })
  tanpaPerintah(@Args('masukan') m: CatatRealisasiMasukan, @PelakuKini() _: Pelaku): HasilPengukuran {
    const kini = { indikator: m.indikator, realisasi: m.realisasi ?? null, ...isian, revisi: 1 };
    return { posisi: '1', revisi: 1, pengukuran: { status: 'draf', terisi: 60, isian: kini } };
  }

  @Query(() => TipeCapaianKinerja, { description: 'Tolok ukur: jawaban yang tetap.', complexity: 100 })
  capaianTetap(@PelakuKini() _: Pelaku): Promise<CapaianOpd> {
    this.tetap ??= this.kueri.capaian({ pemda: OPD_KUERI.pemda, opd: OPD_KUERI.opd, tahun: TAHUN });
    return this.tetap;
  }

  @Query(() => TipePohonKinerja, { description: 'Tolok ukur: pohon yang tetap.', complexity: 100 })
  pohonTetap(@PelakuKini() _: Pelaku): Promise<PohonKinerjaTahun> {
    this.pohon ??= this.kueriPohon.pohon(KOTA_POHON);
    return this.pohon;
  }
}

// Doors of this process alone; the program's own table does not have them.
Object.assign(PINTU, {
  'Mutation.tanpaPerintah': ['kinerja.baca'],
  'Query.capaianTetap': ['kinerja.baca'],
  'Query.pohonTetap': ['kinerja.baca'],
});

@Module({ imports: [ProjectionsModule], providers: [PolosResolver] })
export class PolosModule {}
