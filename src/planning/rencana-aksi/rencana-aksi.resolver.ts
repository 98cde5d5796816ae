import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { amplop, PelakuKini } from '../../infra/graphql/perintah.js';
import { triwulanSah } from '../../kernel/kunci.js';
import type { MasukanOpdTahun } from '../kunci.tipe.js';
import { aksiTerbuka } from './rencana-aksi.decider.js';
import { JalankanRencanaAksi, type PermintaanRencanaAksi } from './rencana-aksi.handler.js';
import {
  CatatTargetRencanaAksiMasukan,
  HasilRencanaAksi,
  MulaiPerubahanRencanaAksiMasukan,
  TandaiAksiMasukan,
  TetapkanRencanaAksiMasukan,
} from './rencana-aksi.tipe.js';

@Resolver()
export class RencanaAksiResolver {
  constructor(private readonly bus: CommandBus) {}

  @Mutation(() => HasilRencanaAksi, { description: 'Mencatat target satu indikator untuk satu triwulan.' })
  catatTargetRencanaAksi(
    @Args('masukan') m: CatatTargetRencanaAksiMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRencanaAksi> {
    const { indikator, target, aksi = null, penanggungJawab = null } = m;
    const triwulan = triwulanSah(m.triwulan);
    const p = { type: 'CatatTarget', indikator, triwulan, target, aksi, penanggungJawab } as const;
    return this.jalankan('catatTargetRencanaAksi', m, p, pelaku);
  }

  @Mutation(() => HasilRencanaAksi, { description: 'Menetapkan rencana aksi: sejak itu targetnya tetap.' })
  tetapkanRencanaAksi(
    @Args('masukan') m: TetapkanRencanaAksiMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRencanaAksi> {
    const { keputusan = null, akta } = m;
    const p = { type: 'Tetapkan', keputusan, ...(akta == null ? {} : { akta }) } as const;
    return this.jalankan('tetapkanRencanaAksi', m, p, pelaku);
  }

  @Mutation(() => HasilRencanaAksi, {
    description:
      'Mulai menyusun Rencana Aksi Perubahan; yang sudah ditetapkan berlaku sampai perubahannya ditetapkan.',
  })
  mulaiPerubahanRencanaAksi(
    @Args('masukan') m: MulaiPerubahanRencanaAksiMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRencanaAksi> {
    const { sebab, alasan } = m;
    const p = { type: 'MulaiPerubahan', versi: null, sebab, alasan } as const;
    return this.jalankan('mulaiPerubahanRencanaAksi', m, p, pelaku);
  }

  @Mutation(() => HasilRencanaAksi, { description: 'Menandai aksi satu triwulan selesai atau dibatalkan.' })
  tandaiAksi(@Args('masukan') m: TandaiAksiMasukan, @PelakuKini() pelaku: Pelaku): Promise<HasilRencanaAksi> {
    const { indikator, keadaan, catatan = null } = m;
    const triwulan = triwulanSah(m.triwulan);
    const p = { type: 'TandaiAksi', indikator, triwulan, keadaan, catatan } as const;
    return this.jalankan('tandaiAksi', m, p, pelaku);
  }

  private async jalankan(
    mutasi: string,
    m: MasukanOpdTahun,
    p: PermintaanRencanaAksi,
    pelaku: Pelaku,
  ): Promise<HasilRencanaAksi> {
    const { pemda, opd, tahun } = m;
    const perintah = new JalankanRencanaAksi({ pemda, opd, tahun }, p, pelaku, amplop(mutasi, m, pelaku));
    const { letak, revisi, state } = await this.bus.execute(perintah);
    const { versi, status } = state;
    const disentuh = 'indikator' in p ? state.target.get(p.indikator) : undefined;
    const target = [...(disentuh ?? [])].map(([triwulan, isi]) => ({ triwulan, ...isi }));
    const jumlah = { jumlahIndikator: state.target.size, aksiTerbuka: aksiTerbuka(state).length };
    const kini = { versi, status, ...jumlah, target };
    return { posisi: String(letak), revisi, rencanaAksi: kini };
  }
}
