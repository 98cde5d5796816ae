import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { amplop, PelakuKini } from '../../infra/graphql/perintah.js';
import { tolak } from '../../kernel/penolakan.js';
import type { MasukanOpdTahun } from '../kunci.tipe.js';
import { type Anggaran, isiTahap, paguBerlaku } from './anggaran.decider.js';
import { JalankanAnggaran, type PermintaanAnggaran } from './anggaran.handler.js';
import {
  type AnggaranKiniTipe,
  GeserPaguMasukan,
  HasilAnggaran,
  HasilDokumenAnggaran,
  TetapkanDokumenAnggaranMasukan,
  TetapkanPaguMasukan,
} from './anggaran.tipe.js';
import { MURNI, PERUBAHAN } from './tahap.decider.js';

const anggaranKini = (a: Anggaran, kode: string): AnggaranKiniTipe => {
  const { tingkat, tahap } = a.baris.get(kode) ?? tolak('ANGGARAN_TIDAK_DIKENAL', { kode });
  return {
    kode,
    tingkat,
    murni: isiTahap(a, kode, MURNI)?.pagu ?? null,
    perubahan: isiTahap(a, kode, PERUBAHAN)?.pagu ?? null,
    berlaku: paguBerlaku(a, kode),
    tahap: tahap.map((t) => ({ ...t.tahap, pagu: t.isi.pagu, sumberDana: t.isi.sumberDana })),
  };
};

@Resolver()
export class AnggaranResolver {
  constructor(private readonly bus: CommandBus) {}

  @Mutation(() => HasilAnggaran, {
    description:
      'Menetapkan pagu murni atau perubahan satu program, kegiatan, sub kegiatan, atau akun belanja.',
  })
  tetapkanPagu(
    @Args('masukan') m: TetapkanPaguMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilAnggaran> {
    const { jenis, kode, pagu, nama = null, sumberDana = null } = m;
    const p = { type: 'TetapkanPagu', jenis, kode, pagu, nama, sumberDana } as const;
    return this.baris('tetapkanPagu', m, p, pelaku);
  }

  @Mutation(() => HasilAnggaran, {
    description: 'Menggeser pagu satu program, kegiatan, sub kegiatan, atau akun belanja.',
  })
  geserPagu(@Args('masukan') m: GeserPaguMasukan, @PelakuKini() pelaku: Pelaku): Promise<HasilAnggaran> {
    const { nomor, kode, pagu, nama = null, sumberDana = null } = m;
    const p = { type: 'GeserPagu', nomor, setelahPerubahan: null, kode, pagu, nama, sumberDana } as const;
    return this.baris('geserPagu', m, p, pelaku);
  }

  @Mutation(() => HasilDokumenAnggaran, {
    description:
      'Menetapkan dokumen anggaran (DPA, DPA pergeseran, DPPA) dengan aktanya. Pagu tahap itu dan tahap sebelumnya tidak dapat diubah lagi.',
  })
  async tetapkanDokumenAnggaran(
    @Args('masukan') m: TetapkanDokumenAnggaranMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilDokumenAnggaran> {
    const { jenis, nomor = 0, akta } = m;
    const p = { type: 'TetapkanDokumen', jenis, nomor, setelahPerubahan: null, akta } as const;
    const { letak, revisi, state } = await this.jalankan('tetapkanDokumenAnggaran', m, p, pelaku);
    return { posisi: String(letak), revisi, tahap: [...state.tahap] };
  }

  private async baris(
    mutasi: string,
    m: MasukanOpdTahun & { kode: string },
    p: PermintaanAnggaran,
    pelaku: Pelaku,
  ): Promise<HasilAnggaran> {
    const { letak, revisi, state } = await this.jalankan(mutasi, m, p, pelaku);
    return { posisi: String(letak), revisi, anggaran: anggaranKini(state, m.kode) };
  }

  private jalankan(mutasi: string, m: MasukanOpdTahun, p: PermintaanAnggaran, pelaku: Pelaku) {
    const { pemda, opd, tahun } = m;
    return this.bus.execute(
      new JalankanAnggaran({ pemda, opd, tahun }, p, pelaku, amplop(mutasi, m, pelaku)),
    );
  }
}
