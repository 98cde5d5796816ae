import { kunci, NASIONAL, OPD_PEMDA } from '../../../kernel/kunci.js';
import { tolak } from '../../../kernel/penolakan.js';
import { namaPengguna, sandiBaru } from './aturan-sandi.js';
import { wajibTerbukti } from './bukti.js';
import type { Sesi } from './daftar-sesi.js';
import type { DaftarTautan, Tautan } from './daftar-tautan.js';
import type { BahanPintu, PintuMasuk } from './pintu-masuk.js';
import type { TotpBaru } from './totp.js';

type Alamat = string | null;
export type IsianTautan = {
  readonly rahasia: string;
  readonly namaPengguna?: string | undefined;
  readonly sandi: string;
};

const BATAS_TAUTAN = 30; // tries of one address in 15 minutes
/** Who begins an installation acts in no pemda's office, and hands the offices out. */
const OPERATOR = {
  jabatan: kunci.jabatan(NASIONAL, OPD_PEMDA, 'operator'),
  peran: 'operator',
  pemda: NASIONAL,
  opd: OPD_PEMDA,
  sebutan: 'Operator',
} as const;

/** What people do to their own account: password, second factor, the link that they were handed. */
export class KelolaDiri {
  constructor(
    private readonly b: BahanPintu & { readonly tautan: DaftarTautan },
    private readonly pintu: PintuMasuk,
  ) {}

  /** Ends every other session; gives the id under which this one goes on. */
  async gantiSandi(
    sesi: Sesi,
    isian: { readonly lama: string; readonly baru: string; readonly kode?: string | undefined },
    alamat: Alamat,
  ): Promise<string> {
    const akun = await this.pintu.pastikan(sesi, { sandi: isian.lama, kode: isian.kode }, alamat);
    await this.b.akun.gantiSandi(akun.id, await this.sidikBaru(isian.baru, akun.nama));
    await this.b.sesi.akhiriAkun(akun.id, sesi.sidik);
    await this.b.tautan.hapusMilik(akun.id);
    await this.catat(sesi, 'sandi diganti', alamat);
    return (await this.b.sesi.putar(sesi.sidik, {})) ?? tolak('TANPA_TOKEN');
  }

  /** A new secret, to be confirmed with a code; the old one, where there is one, holds until then. */
  async calonTotp(sesi: Sesi): Promise<Omit<TotpBaru, 'bungkusan'>> {
    wajibTerbukti({ sesi }, this.b.clock.now());
    const akun = (await this.b.akun.menurutId(sesi.akun)) ?? tolak('TANPA_TOKEN');
    if (akun.sandi === null) tolak('OIDC_DITOLAK', { sebab: 'tanpa sandi' }); // nowhere to ask for the code
    const { bungkusan, ...tampil } = this.b.totp.buat(akun.id, akun.nama);
    await this.b.akun.calonTotp(akun.id, bungkusan);
    return tampil;
  }

  /** From now on every way in asks for a code; other sessions end. Refuses KODE_TIDAK_COCOK. */
  async pastikanTotp(sesi: Sesi, kode: string, alamat: Alamat): Promise<void> {
    wajibTerbukti({ sesi }, this.b.clock.now());
    this.b.pembatas.ambil(`totp:${sesi.akun}`, BATAS_TAUTAN);
    const akun = (await this.b.akun.menurutId(sesi.akun)) ?? tolak('TANPA_TOKEN');
    const { id, totp_calon: calon } = akun;
    const langkah = calon === null ? null : this.b.totp.langkah(id, calon, kode, this.b.clock.now(), 0);
    if (calon === null || langkah === null) return tolak('KODE_TIDAK_COCOK');
    await this.b.akun.pastikanTotp(id, calon, langkah);
    await this.b.sesi.akhiriAkun(id, sesi.sidik);
    await this.catat(sesi, 'totp dipasang', alamat);
  }

  /** A link that was handed over: the first account, or a new password for one. Refuses TAUTAN_TIDAK_BERLAKU. */
  async pakaiTautan(isian: IsianTautan, alamat: Alamat): Promise<void> {
    this.b.pembatas.ambil(`tautan:${alamat}`, BATAS_TAUTAN);
    const tautan = await this.b.tautan.lihat(isian.rahasia);
    const akun = tautan.jenis === 'awal' ? await this.akunAwal(isian) : await this.sandiTautan(tautan, isian);
    this.b.pembatas.kembalikan(`tautan:${alamat}`);
    await this.b.keamanan.catat({ jenis: 'TAUTAN_DIPAKAI', akun, alamat, rincian: { jenis: tautan.jenis } });
  }

  private async akunAwal({ rahasia, namaPengguna: teks, sandi }: IsianTautan): Promise<string> {
    const nama = namaPengguna(teks) ?? tolak('NAMA_PENGGUNA_TIDAK_SAH');
    const sidik = await this.sidikBaru(sandi, nama); // before the link is used up: a weak one may be tried again
    await this.b.tautan.pakai(rahasia);
    const id = await this.b.akun.buat(nama, null, sidik);
    await this.b.akun.beriTugas(id, OPERATOR);
    await this.b.tautan.hapusAwal();
    return id;
  }

  private async sandiTautan(
    { akun: id }: Extract<Tautan, { jenis: 'sandi' }>,
    { rahasia, sandi }: IsianTautan,
  ): Promise<string> {
    const akun = (await this.b.akun.menurutId(id)) ?? tolak('TAUTAN_TIDAK_BERLAKU');
    const sidik = await this.sidikBaru(sandi, akun.nama);
    await this.b.tautan.pakai(rahasia);
    await this.b.akun.gantiSandi(id, sidik);
    await this.b.sesi.akhiriAkun(id);
    return id;
  }

  private async sidikBaru(teks: string, nama: string): Promise<string> {
    const sandi = sandiBaru(teks, nama);
    return this.b.sandi.sidik(sandi).finally(() => sandi.hapus());
  }

  private async catat({ akun, subjek, jabatan }: Sesi, apa: string, alamat: Alamat): Promise<void> {
    await this.b.keamanan.catat({ jenis: 'AKUN_DIUBAH', akun, subjek, jabatan, alamat, rincian: { apa } });
  }
}
