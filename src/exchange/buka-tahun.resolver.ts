import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { boleh, type Pelaku } from '../approval/wewenang.js';
import { amplop, PelakuKini } from '../infra/graphql/perintah.js';
import { PencatatAkses } from '../infra/identity/pencatat-akses.js';
import { kalimat } from '../infra/kalimat-penolakan.js';
import { tahunSah } from '../kernel/kunci.js';
import { KueriOpd } from '../projections/capaian/opd.query.js';
import { KueriOrganisasi } from '../projections/organisasi/organisasi.query.js';
import { PembukaTahun, type TahunDibuka } from './buka-tahun.js';
import { BukaTahunMasukan, HasilBukaTahun, type TipeTahunDibuka } from './buka-tahun.tipe.js';

@Resolver()
export class BukaTahunResolver {
  constructor(
    @Inject(PembukaTahun) private readonly pembuka: PembukaTahun,
    @Inject(KueriOpd) private readonly opd: KueriOpd,
    @Inject(KueriOrganisasi) private readonly organisasi: KueriOrganisasi,
    @Inject(PencatatAkses) private readonly akses: PencatatAkses,
  ) {}

  @Mutation(() => HasilBukaTahun, {
    description:
      'Membuka tahun dari tahun sebelumnya: pohon program beserta dukungan dan indikatornya, usulan RKT dari Renstra, dan aksi serta tindak lanjut yang belum selesai. Renstra, IKU, jabatan, dan pejabatnya berlaku menurut tanggal dan tidak perlu disalin. Yang sudah ada di tahun itu tidak diubah; boleh diulang. Setiap perangkat daerah seluruhnya atau tidak sama sekali.',
  })
  async bukaTahun(
    @Args('masukan') m: BukaTahunMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilBukaTahun> {
    const { pemda, tahun } = m;
    const semua = boleh(pelaku, 'tahun.buka', pemda, null);
    const opd = m.opd ?? (semua ? await this.opd.semuaKode(pemda) : [pelaku.opd]);
    const { idPerintah, sidikMasukan } = amplop('bukaTahun', m, pelaku);
    const perintah = { id: idPerintah, sidik: sidikMasukan };
    const hasil = await this.pembuka.buka({ pemda, opd, tahun }, perintah, pelaku);
    for (const { ditolak } of hasil) await this.akses.ditolak(ditolak);
    return {
      posisi: String(Math.max(-1, ...hasil.map(({ letak }) => letak))),
      opd: await Promise.all(hasil.map((h) => this.tampak(pemda, tahun, h))),
    };
  }

  private async tampak(pemda: string, tahun: number, h: TahunDibuka): Promise<TipeTahunDibuka> {
    const { opd, program, target, usulan, ditinggalkan, ditolak } = h;
    const pada = `${tahunSah(tahun)}-01-01`;
    const jabatan = ditolak === null ? await this.organisasi.jabatanKosong(pemda, opd, pada) : [];
    return {
      opd,
      program,
      target,
      usulan,
      ditinggalkan: [...ditinggalkan],
      jabatanKosong: jabatan,
      ditolak: ditolak && { kode: ditolak.kode, pesan: kalimat(ditolak) },
    };
  }
}
