import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { DOKUMEN_BERRUTE, type DokumenBerrute } from '../../approval/jalur.js';
import type { Pelaku } from '../../approval/wewenang.js';
import { PelakuKini } from '../../infra/graphql/perintah.js';
import { jabatanKepala } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { ArgumenOpd, ArgumenPemda, ArgumenSetelahPosisi, ArgumenTahun } from '../argumen.tipe.js';
import { Pemantau } from '../runtime/pemantau.js';
import { type Opsional, tungguTerlihat, wajibBolehBaca } from '../saat.js';
import { jalurView } from './jalur.projection.js';
import { type EdaranTampak, KueriJalur, type RuteTampak } from './jalur.query.js';
import { TipeEdaran, TipeRute } from './jalur.tipe.js';

const ArgumenDokumen = () =>
  Args('dokumen', { type: () => String, description: `Jenis dokumen: ${DOKUMEN_BERRUTE.join(', ')}.` });

const dokumenSah = (teks: string): DokumenBerrute =>
  DOKUMEN_BERRUTE.find((d) => d === teks) ??
  tolak('MASUKAN_TIDAK_SAH', { jalur: 'dokumen', pilihan: DOKUMEN_BERRUTE });

@Resolver()
export class JalurResolver {
  constructor(
    @Inject(KueriJalur) private readonly kueri: KueriJalur,
    @Inject(Pemantau) private readonly pemantau: Pemantau,
  ) {}

  @Query(() => TipeRute, { description: 'Rute yang berlaku bagi satu jenis dokumen di sebuah pemda.' })
  async rute(
    @PelakuKini() pelaku: Pelaku,
    @ArgumenPemda() pemda: string,
    @ArgumenDokumen() dokumen: string,
    @ArgumenSetelahPosisi() setelahPosisi: Opsional,
  ): Promise<RuteTampak> {
    wajibBolehBaca(pelaku, pemda, null);
    const jenis = dokumenSah(dokumen);
    await tungguTerlihat(this.pemantau, jalurView.nama, setelahPosisi);
    return this.kueri.rute(pemda, jenis);
  }

  @Query(() => TipeEdaran, { nullable: true, description: 'Sampai di mana sebuah dokumen menempuh rutenya.' })
  async edaran(
    @PelakuKini() pelaku: Pelaku,
    @ArgumenPemda() pemda: string,
    @ArgumenDokumen() dokumen: string,
    @ArgumenOpd() opd: string,
    @Args('jabatan', {
      type: () => String,
      nullable: true,
      description: 'Kode jabatan pemilik dokumen; kosong: kepala OPD itu.',
    })
    jabatan: Opsional,
    @ArgumenTahun() tahun: number,
    @ArgumenSetelahPosisi() setelahPosisi: Opsional,
  ): Promise<EdaranTampak | null> {
    wajibBolehBaca(pelaku, pemda, opd);
    const jenis = dokumenSah(dokumen);
    await tungguTerlihat(this.pemantau, jalurView.nama, setelahPosisi);
    const k = { pemda, dokumen: jenis, opd, jabatan: jabatan ?? jabatanKepala(opd), tahun };
    return this.kueri.edaran(k);
  }
}
