import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { amplop, PelakuKini } from '../../infra/graphql/perintah.js';
import { tolak } from '../../kernel/penolakan.js';
import type { IndikatorDiminta } from './peralihan.fakta.js';
import { AlihkanIndikator } from './peralihan.handler.js';
import {
  AlihkanIndikatorMasukan,
  HasilPeralihanTipe,
  type IndikatorDialihkanMasukan,
} from './peralihan.tipe.js';
import { renstraKini } from './renstra.tipe.js';

const diminta = (i: IndikatorDialihkanMasukan): IndikatorDiminta => {
  const { kode, kodeBaru = null, tingkat = null, penanggungJawab = null } = i;
  const kodeInduk = i.induk ?? null;
  if ((tingkat === null) !== (kodeInduk === null))
    return tolak('MASUKAN_TIDAK_SAH', { jalur: 'indikator.induk' });
  const induk = tingkat === null || kodeInduk === null ? null : { tingkat, kode: kodeInduk };
  return { kode, kodeBaru, induk, penanggungJawab };
};

/** Null: all of them; which has to be said, since a list that was left out may be a slip. */
const daftarDiminta = ({ indikator, semua }: AlihkanIndikatorMasukan): IndikatorDiminta[] | null => {
  const daftar = (indikator ?? []).map(diminta);
  if ((semua === true) === daftar.length > 0) return tolak('MASUKAN_TIDAK_SAH', { jalur: 'indikator' });
  return semua === true ? null : daftar;
};

@Resolver()
export class PeralihanResolver {
  constructor(private readonly bus: CommandBus) {}

  @Mutation(() => HasilPeralihanTipe, {
    description:
      'Mengalihkan indikator ke perangkat daerah lain karena perubahan SOTK, dengan definisi, target, dan riwayatnya: semuanya atau tidak satu pun.',
  })
  async alihkanIndikator(
    @Args('masukan') m: AlihkanIndikatorMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilPeralihanTipe> {
    const { pemda, dari, ke, sejak, alasan } = m;
    const p = { pemda, dari: { ...dari }, ke: { ...ke }, sejak, alasan };
    const perintah = new AlihkanIndikator(p, daftarDiminta(m), pelaku, amplop('alihkanIndikator', m, pelaku));
    const hasil = await this.bus.execute(perintah);
    const { letak, revisi } = hasil;
    return {
      posisi: String(letak),
      revisi,
      dari: renstraKini(hasil.dari, null),
      ke: renstraKini(hasil.ke, null),
    };
  }
}
