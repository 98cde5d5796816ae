import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import type { KonteksGraphql } from '../../infra/graphql/konteks.js';
import { amplop, type MasukanPerintah, PelakuKini } from '../../infra/graphql/perintah.js';
import { wajibTerbukti } from '../../infra/identity/akun/bukti.js';
import { KonfigurasiAmanah } from '../../infra/konfigurasi/konfigurasi.js';
import { Clock } from '../../kernel/event-store.js';
import type { Pk } from './perjanjian-kinerja.decider.js';
import type { KunciPk, PermintaanPk, TargetDiminta } from './perjanjian-kinerja.fakta.js';
import { JalankanPk } from './perjanjian-kinerja.handler.js';
import {
  AjukanPkMasukan,
  BatalkanPkMasukan,
  CatatKebutuhanPkMasukan,
  CatatTandaTanganBasahPkMasukan,
  HasilPk,
  KembalikanPkMasukan,
  type PkKiniTipe,
  TandatanganiPkMasukan,
  type TargetPkMasukan,
  TutupKebutuhanPkMasukan,
} from './perjanjian-kinerja.tipe.js';

const targetDiminta = ({
  indikator,
  target,
  melayani: m,
  luarRenstra: l,
}: TargetPkMasukan): TargetDiminta => ({
  indikator,
  target,
  ...(m && { melayani: { jabatan: m.jabatan ?? null, indikator: m.indikator } }),
  ...(l && { luarRenstra: { ...l, urutanPredikat: l.urutanPredikat ?? null } }),
});

const pkKini = ({ versi }: Pk): PkKiniTipe => {
  const akhir = versi.at(-1);
  if (akhir === undefined) throw new Error('a command that was carried out leaves a version');
  const { status, sidik, naskah } = akhir;
  const penandatangan = akhir.penandatangan.map(({ pihak, cara, oleh: { jabatan, sebutan, status } }) => ({
    pihak,
    cara,
    jabatan,
    sebutan,
    status,
  }));
  return { status, versi: naskah.versi, sidik, naskah, penandatangan };
};

@Resolver()
export class PerjanjianKinerjaResolver {
  constructor(
    private readonly bus: CommandBus,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(KonfigurasiAmanah) private readonly konfigurasi: KonfigurasiAmanah,
  ) {}

  @Mutation(() => HasilPk, {
    description:
      'Mengajukan naskah Perjanjian Kinerja murni atau perubahan untuk ditandatangani. Nama indikator, program, dan sebutan jabatan diambil dari dokumen yang berlaku.',
  })
  ajukanPerjanjianKinerja(
    @Args('masukan') m: AjukanPkMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilPk> {
    const { jenis, sebab = null, tanggal = null } = m;
    const target = m.target.map(targetDiminta);
    const anggaran = m.anggaran.map(({ program, pagu, keterangan = null }) => ({
      program,
      pagu,
      keterangan,
    }));
    const p: PermintaanPk = { type: 'Ajukan', jenis, sebab, tanggal, target, anggaran };
    return this.jalankan('ajukanPerjanjianKinerja', m, p, pelaku);
  }

  @Mutation(() => HasilPk, {
    description: 'Pihak Kedua mengembalikan naskah yang belum ditandatanganinya, dengan catatan.',
  })
  kembalikanPerjanjianKinerja(
    @Args('masukan') m: KembalikanPkMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilPk> {
    const p = { type: 'Kembalikan', catatan: m.catatan } as const;
    return this.jalankan('kembalikanPerjanjianKinerja', m, p, pelaku);
  }

  @Mutation(() => HasilPk, {
    description: 'Menarik naskah yang belum ditandatangani kedua pihak, dengan alasan.',
  })
  batalkanPerjanjianKinerja(
    @Args('masukan') m: BatalkanPkMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilPk> {
    const p = { type: 'Batalkan', alasan: m.alasan } as const;
    return this.jalankan('batalkanPerjanjianKinerja', m, p, pelaku);
  }

  @Mutation(() => HasilPk, {
    description:
      'Tanda tangan tanpa berkas: jabatan Anda menyatakan menandatangani naskah yang dibaca (sidiknya), tanpa sertifikat dan tanpa tanda tangan di dalam PDF-nya; untuk itu POST /berkas/tandatangani. Pihak Pertama lebih dahulu; setelah Pihak Kedua, naskah berlaku; keduanya dengan cara yang sama. Naskah kepala daerah berlaku dengan tanda tangannya sendiri. Perlu sesi yang membuktikan diri lagi; token tidak menandatangani di production (BUKTI_ULANG_DIPERLUKAN), kecuali AMANAH_TTD_TOKEN=ya.',
  })
  async tandatanganiPerjanjianKinerja(
    @Args('masukan') m: TandatanganiPkMasukan,
    @PelakuKini() pelaku: Pelaku,
    @Context() { sesi }: KonteksGraphql,
  ): Promise<HasilPk> {
    // Behind a token there is no person to ask.
    if (sesi !== null || !this.konfigurasi.tte.tanpaBukti) wajibTerbukti({ sesi }, this.clock.now());
    const p = { type: 'Tandatangani', sidik: m.sidik } as const;
    return this.jalankan('tandatanganiPerjanjianKinerja', m, p, pelaku);
  }

  @Mutation(() => HasilPk, {
    description:
      'Mencatat bahwa naskah yang diajukan sudah ditandatangani basah pada cetakannya. Pindaiannya diarsipkan lebih dahulu (POST /berkas/kertas); orang lain mencatat tanda tangan yang belum ada dari pindaian itu, dan naskah berlaku. Bila rute meminta paraf di antaranya, hanya tanda tangan yang sudah gilirannya yang dicatat.',
  })
  catatTandaTanganBasahPerjanjianKinerja(
    @Args('masukan') m: CatatTandaTanganBasahPkMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilPk> {
    const p = { type: 'CatatTandaTanganBasah', sidik: m.sidik, berkas: m.berkas } as const;
    return this.jalankan('catatTandaTanganBasahPerjanjianKinerja', m, p, pelaku);
  }

  @Mutation(() => HasilPk, {
    description: 'Mencatat bahwa Perjanjian Kinerja yang berlaku perlu diubah, dengan sebab dan alasannya.',
  })
  catatKebutuhanPkPerubahan(
    @Args('masukan') m: CatatKebutuhanPkMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilPk> {
    const p = { type: 'CatatKebutuhan', sebab: m.sebab, alasan: m.alasan } as const;
    return this.jalankan('catatKebutuhanPkPerubahan', m, p, pelaku);
  }

  @Mutation(() => HasilPk, {
    description:
      'Menutup tugas PK Perubahan untuk satu sebab tanpa mengubah Perjanjian Kinerja, dengan alasannya.',
  })
  tutupKebutuhanPkPerubahan(
    @Args('masukan') m: TutupKebutuhanPkMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilPk> {
    const p = { type: 'TutupKebutuhan', sebab: m.sebab, alasan: m.alasan } as const;
    return this.jalankan('tutupKebutuhanPkPerubahan', m, p, pelaku);
  }

  private async jalankan(
    mutasi: string,
    m: MasukanPerintah & KunciPk,
    permintaan: PermintaanPk,
    pelaku: Pelaku,
  ): Promise<HasilPk> {
    const { pemda, opd, jabatan, tahun } = m;
    const perintah = new JalankanPk(
      { pemda, opd, jabatan, tahun },
      permintaan,
      pelaku,
      amplop(mutasi, m, pelaku),
    );
    const { letak, revisi, state } = await this.bus.execute(perintah);
    return { posisi: String(letak), revisi, perjanjianKinerja: pkKini(state) };
  }
}
