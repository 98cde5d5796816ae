import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../approval/wewenang.js';
import { amplop, PelakuKini } from '../infra/graphql/perintah.js';
import { tolak } from '../kernel/penolakan.js';
import type { IndikatorDiminta } from '../planning/renstra/peralihan.fakta.js';
import { renstraKini } from '../planning/renstra/renstra.tipe.js';
import { PengalihIndikator, type SemuaDiminta } from './peralihan.js';
import {
  AlihkanIndikatorMasukan,
  HasilPeralihanTipe,
  type IndikatorDialihkanMasukan,
} from './peralihan.tipe.js';

const diminta = (i: IndikatorDialihkanMasukan): IndikatorDiminta => {
  const { kode, kodeBaru = null, tingkat = null, penanggungJawab = null } = i;
  const kodeInduk = i.induk ?? null;
  if ((tingkat === null) !== (kodeInduk === null))
    return tolak('MASUKAN_TIDAK_SAH', { jalur: 'indikator.induk' });
  const induk = tingkat === null || kodeInduk === null ? null : { tingkat, kode: kodeInduk };
  return { kode, kodeBaru, induk, penanggungJawab };
};

/** All of them has to be said, since a list that was left out may be a slip. */
const daftarDiminta = ({
  indikator,
  semua,
  gantung,
}: AlihkanIndikatorMasukan): IndikatorDiminta[] | SemuaDiminta => {
  const daftar = (indikator ?? []).map(diminta);
  if ((semua === true) === daftar.length > 0) return tolak('MASUKAN_TIDAK_SAH', { jalur: 'indikator' });
  // One that is listed says itself where it hangs.
  if (semua !== true && gantung) return tolak('MASUKAN_TIDAK_SAH', { jalur: 'gantung' });
  return semua === true ? { gantung: (gantung ?? []).map((g) => ({ ...g })) } : daftar;
};

@Resolver()
export class PeralihanResolver {
  constructor(@Inject(PengalihIndikator) private readonly pengalih: PengalihIndikator) {}

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
    const { idPerintah, sidikMasukan } = amplop('alihkanIndikator', m, pelaku);
    const perintah = { id: idPerintah, sidik: sidikMasukan };
    const hasil = await this.pengalih.alihkan(p, daftarDiminta(m), perintah, pelaku);
    return {
      posisi: String(hasil.letak),
      dari: renstraKini(hasil.dari, null),
      ke: renstraKini(hasil.ke, null),
      lepas: [...hasil.lepas],
      peringatan:
        hasil.lepas.length === 0
          ? null
          : `Di Renstra penerima belum mengukur tujuan atau sasaran mana pun: ${hasil.lepas.join(', ')}. Gantungkan dengan hubungkanIndikator sebelum Renstra itu ditetapkan, atau dalam perubahannya.`,
    };
  }
}
