import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { amplop, PelakuKini } from '../../infra/graphql/perintah.js';
import { tolak } from '../../kernel/penolakan.js';
import type { MasukanOpdTahun } from '../kunci.tipe.js';
import { JalankanProgram, type PermintaanProgram } from './program.handler.js';
import {
  DukungSasaranMasukan,
  HasilProgram,
  HubungkanIndikatorProgramMasukan,
  TambahProgramMasukan,
} from './program.tipe.js';

@Resolver()
export class ProgramResolver {
  constructor(private readonly bus: CommandBus) {}

  @Mutation(() => HasilProgram, {
    description: 'Menambah program, kegiatan, atau sub kegiatan satu tahun, atau mengubah namanya.',
  })
  tambahProgram(
    @Args('masukan') m: TambahProgramMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilProgram> {
    const { kode, nama, tingkat, induk = null } = m;
    return this.jalankan('tambahProgram', m, { type: 'Tambah', kode, nama, tingkat, induk }, pelaku);
  }

  @Mutation(() => HasilProgram, { description: 'Menyatakan bahwa program mendukung sasaran Renstra.' })
  dukungSasaran(
    @Args('masukan') m: DukungSasaranMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilProgram> {
    const { program, sasaran } = m;
    return this.jalankan('dukungSasaran', m, { type: 'DukungSasaran', program, sasaran }, pelaku);
  }

  @Mutation(() => HasilProgram, {
    description: 'Menyatakan bahwa indikator mengukur program, kegiatan, atau sub kegiatan.',
  })
  hubungkanIndikatorProgram(
    @Args('masukan') m: HubungkanIndikatorProgramMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilProgram> {
    const { kode, indikator } = m;
    const p = { type: 'HubungkanIndikator', kode, indikator } as const;
    return this.jalankan('hubungkanIndikatorProgram', m, p, pelaku);
  }

  private async jalankan(
    mutasi: string,
    m: MasukanOpdTahun,
    p: PermintaanProgram,
    pelaku: Pelaku,
  ): Promise<HasilProgram> {
    const { pemda, opd, tahun } = m;
    const perintah = new JalankanProgram({ pemda, opd, tahun }, p, pelaku, amplop(mutasi, m, pelaku));
    const { letak, revisi, state } = await this.bus.execute(perintah);
    const kode = p.type === 'DukungSasaran' ? p.program : p.kode;
    const simpul = state.simpul.get(kode) ?? tolak('PROGRAM_TIDAK_DIKENAL', { kode });
    const program = { jumlah: state.simpul.size, simpul: { kode, ...simpul } };
    return { posisi: String(letak), revisi, program };
  }
}
