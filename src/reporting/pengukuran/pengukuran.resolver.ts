import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { amplop, PelakuKini } from '../../infra/graphql/perintah.js';
import type { Pengukuran, Ukuran } from './pengukuran.decider.js';
import type { PermintaanPengukuran } from './pengukuran.fakta.js';
import { JalankanPengukuran } from './pengukuran.handler.js';
import {
  CatatRealisasiMasukan,
  HasilPengukuran,
  type IsianKiniTipe,
  KembalikanPengukuranMasukan,
  KoreksiRealisasiMasukan,
  PengukuranMasukan,
} from './pengukuran.tipe.js';

const ukuran = (m: CatatRealisasiMasukan | KoreksiRealisasiMasukan): Ukuran => ({
  realisasi: m.realisasi ?? null,
  pembilang: m.pembilang ?? null,
  penyebut: m.penyebut ?? null,
});

const isianKini = ({ isian }: Pengukuran, p: PermintaanPengukuran): IsianKiniTipe | null => {
  const isi = 'indikator' in p ? isian.get(p.indikator) : undefined;
  if (isi === undefined || !('indikator' in p)) return null;
  const { rev, pencatat: _, ...tercatat } = isi; // who entered it is answered by the history, by office
  return { indikator: p.indikator, ...tercatat, revisi: rev };
};

@Resolver()
export class PengukuranResolver {
  constructor(private readonly bus: CommandBus) {}

  @Mutation(() => HasilPengukuran, {
    description:
      'Bidang penanggung jawab mencatat realisasi satu indikator pada triwulan yang dibuka. revisi, bila diberikan, adalah revisi isian indikator itu (-1: belum diisi).',
  })
  catatRealisasi(
    @Args('masukan') m: CatatRealisasiMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilPengukuran> {
    const { indikator, faktorPendukung = null, faktorPenghambat = null, tindakLanjut = null } = m;
    const penjelasan = { faktorPendukung, faktorPenghambat, tindakLanjut };
    const p = { type: 'CatatRealisasi', indikator, ...ukuran(m), ...penjelasan } as const;
    return this.jalankan('catatRealisasi', m, p, pelaku);
  }

  @Mutation(() => HasilPengukuran, { description: 'Mengajukan pengukuran satu triwulan untuk diverifikasi.' })
  ajukanPengukuran(
    @Args('masukan') m: PengukuranMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilPengukuran> {
    return this.jalankan('ajukanPengukuran', m, { type: 'Ajukan' }, pelaku);
  }

  @Mutation(() => HasilPengukuran, {
    description: 'Perencanaan memverifikasi pengukuran yang diajukan; yang ikut mengisi tidak boleh.',
  })
  verifikasiPengukuran(
    @Args('masukan') m: PengukuranMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilPengukuran> {
    return this.jalankan('verifikasiPengukuran', m, { type: 'Verifikasi' }, pelaku);
  }

  @Mutation(() => HasilPengukuran, {
    description: 'Kepala perangkat daerah menyetujui pengukuran yang diverifikasi; sejak itu terkunci.',
  })
  setujuiPengukuran(
    @Args('masukan') m: PengukuranMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilPengukuran> {
    return this.jalankan('setujuiPengukuran', m, { type: 'Setujui' }, pelaku);
  }

  @Mutation(() => HasilPengukuran, {
    description: 'Mengembalikan pengukuran yang belum disetujui kepada Bidang, dengan catatan.',
  })
  kembalikanPengukuran(
    @Args('masukan') m: KembalikanPengukuranMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilPengukuran> {
    return this.jalankan('kembalikanPengukuran', m, { type: 'Kembalikan', catatan: m.catatan }, pelaku);
  }

  @Mutation(() => HasilPengukuran, {
    description:
      'Mengoreksi realisasi yang sudah disetujui, dengan alasan. Angka lama tetap terbaca di riwayat.',
  })
  koreksiRealisasi(
    @Args('masukan') m: KoreksiRealisasiMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilPengukuran> {
    const { indikator, alasan } = m;
    return this.jalankan(
      'koreksiRealisasi',
      m,
      { type: 'KoreksiRealisasi', indikator, ...ukuran(m), alasan },
      pelaku,
    );
  }

  private async jalankan(
    mutasi: string,
    m: PengukuranMasukan,
    p: PermintaanPengukuran,
    pelaku: Pelaku,
  ): Promise<HasilPengukuran> {
    const { pemda, opd, tahun, triwulan } = m;
    const perintah = new JalankanPengukuran(
      { pemda, opd, tahun, triwulan },
      p,
      pelaku,
      amplop(mutasi, m, pelaku),
    );
    const { letak, revisi, state } = await this.bus.execute(perintah);
    const pengukuran = { status: state.status, terisi: state.isian.size, isian: isianKini(state, p) };
    return { posisi: String(letak), revisi, pengukuran };
  }
}
