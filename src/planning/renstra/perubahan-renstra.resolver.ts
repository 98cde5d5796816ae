import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { PelakuKini } from '../../infra/graphql/perintah.js';
import {
  BatalkanPerubahanRenstraMasukan,
  BatalkanRenstraMasukan,
  HapusUnsurRenstraMasukan,
  LepasIndikatorRenstraMasukan,
  MulaiPerubahanRenstraMasukan,
} from './perubahan-renstra.tipe.js';
import { kirimRenstra } from './renstra.resolver.js';
import { HasilRenstra } from './renstra.tipe.js';

@Resolver()
export class PerubahanRenstraResolver {
  constructor(private readonly bus: CommandBus) {}

  @Mutation(() => HasilRenstra, {
    description:
      'Memulai Perubahan Renstra yang sudah ditetapkan. Sampai perubahan itu ditetapkan (tetapkanRenstra), yang berlaku tetap berlaku.',
  })
  mulaiPerubahanRenstra(
    @Args('masukan') m: MulaiPerubahanRenstraMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRenstra> {
    const { mulaiBerlaku, alasan } = m;
    const p = { type: 'MulaiPerubahan', mulaiBerlaku, alasan } as const;
    return kirimRenstra(this.bus, 'mulaiPerubahanRenstra', m, p, pelaku);
  }

  @Mutation(() => HasilRenstra, {
    description: 'Meninggalkan Perubahan Renstra yang sedang disusun.',
  })
  batalkanPerubahanRenstra(
    @Args('masukan') m: BatalkanPerubahanRenstraMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRenstra> {
    const p = { type: 'BatalkanPerubahan', alasan: m.alasan } as const;
    return kirimRenstra(this.bus, 'batalkanPerubahanRenstra', m, p, pelaku);
  }

  @Mutation(() => HasilRenstra, {
    description:
      'Meninggalkan Renstra yang belum pernah ditetapkan, seluruhnya. Sesudahnya ia seperti tidak pernah disusun, dan boleh disusun lagi.',
  })
  batalkanRenstra(
    @Args('masukan') m: BatalkanRenstraMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRenstra> {
    return kirimRenstra(this.bus, 'batalkanRenstra', m, { type: 'Batalkan', alasan: m.alasan }, pelaku);
  }

  @Mutation(() => HasilRenstra, {
    description:
      'Menghapus bagian rancangan yang tidak dipakai apa pun lagi. Indikator hanya dihapus dalam Perubahan Renstra; tahun sebelumnya tetap memuatnya.',
  })
  hapusUnsurRenstra(
    @Args('masukan') m: HapusUnsurRenstraMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRenstra> {
    const { unsur, kode, alasan } = m;
    const p = { type: 'Hapus', unsur, kode, alasan } as const;
    return kirimRenstra(this.bus, 'hapusUnsurRenstra', m, p, pelaku);
  }

  @Mutation(() => HasilRenstra, {
    description: 'Menyatakan bahwa indikator tidak lagi mengukur tujuan atau sasaran itu.',
  })
  lepasIndikatorRenstra(
    @Args('masukan') m: LepasIndikatorRenstraMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRenstra> {
    const { indikator, tingkat, kode, alasan } = m;
    const p = { type: 'LepasIndikator', indikator, tingkat, kode, alasan } as const;
    return kirimRenstra(this.bus, 'lepasIndikatorRenstra', m, p, pelaku);
  }
}
