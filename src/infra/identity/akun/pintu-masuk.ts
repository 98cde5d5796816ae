import type { Clock } from '../../../kernel/event-store.js';
import { tolak } from '../../../kernel/penolakan.js';
import type { Rahasia } from '../../../kernel/rahasia.js';
import type { LogKeamanan } from '../log-keamanan.js';
import { bacaSandi, namaPengguna } from './aturan-sandi.js';
import type { Bertindak } from './bertindak.js';
import type { Akun, DaftarAkun } from './daftar-akun.js';
import type { DaftarSesi, Pembuka, Sesi } from './daftar-sesi.js';
import type { Pembatas } from './pembatas.js';
import type { PengolahSandi } from './scrypt.js';
import type { FaktorKedua } from './totp.js';

/** What one address, and one name, may get wrong in 15 minutes: an office of hundreds has one address. */
const BATAS = { alamat: 60, nama: 30, bukti: 15 } as const;

export type Isian = { readonly sandi: string; readonly kode?: string | undefined };
type Alamat = string | null;
/** `sandi`: as it is stored now. */
type Hasil = { readonly sah: true; readonly sandi: string } | { readonly sah: false; readonly sebab: string };

/** What stands behind the door: the stores and clocks that its parts share. */
export type BahanPintu = {
  readonly akun: DaftarAkun;
  readonly sesi: DaftarSesi;
  readonly sandi: PengolahSandi;
  readonly totp: FaktorKedua;
  readonly pembatas: Pembatas;
  readonly keamanan: LogKeamanan;
  readonly bertindak: Bertindak;
  readonly clock: Clock;
};

/** Coming in, proving it again, going out. Every attempt is noted; every refusal of one is the same to the one who tried. */
export class PintuMasuk {
  constructor(private readonly b: BahanPintu) {}

  /** Gives the id of a new session. Refuses MASUK_DITOLAK, TERLALU_SERING, COBA_LAGI. */
  async masuk(isian: Isian & { readonly namaPengguna: string }, alamat: Alamat): Promise<string> {
    const nama = namaPengguna(isian.namaPengguna);
    const batas = [[`masuk:${alamat}`, BATAS.alamat] as const, [`nama:${nama}`, BATAS.nama] as const];
    for (const [kunci, jumlah] of batas) this.b.pembatas.ambil(kunci, jumlah);
    const akun = nama === null ? null : await this.b.akun.menurutNama(nama);
    const hasil = await this.periksa(akun, isian);
    if (!hasil.sah) return this.gagal('MASUK_GAGAL', akun, hasil.sebab, alamat);
    for (const [kunci] of batas) this.b.pembatas.kembalikan(kunci);
    return this.mulaiSesi(akun as Akun, hasil.sandi, alamat);
  }

  /** For an account that has been opened: gives the id of a new session. Refuses MASUK_DITOLAK. */
  async mulaiSesi(
    { id, subjek }: Akun,
    pembuka: Pembuka,
    alamat: Alamat,
    rincian: { readonly cara?: string } = {},
  ): Promise<string> {
    const pilihan = await this.b.bertindak.pilihan({ id, subjek });
    const jabatan = pilihan.length === 1 ? (pilihan[0]?.pejabat.jabatan ?? null) : null;
    await this.b.keamanan.catat({ jenis: 'MASUK', akun: id, subjek, jabatan, alamat, rincian });
    await this.b.sesi.bersihkan();
    return (await this.b.sesi.buat(id, jabatan, pembuka)) ?? tolak('MASUK_DITOLAK');
  }

  /** The session under a new id, proved now. Refuses MASUK_DITOLAK, TERLALU_SERING, COBA_LAGI, TANPA_TOKEN. */
  async buktikan(sesi: Sesi, isian: Isian, alamat: Alamat): Promise<string> {
    await this.pastikan(sesi, isian, alamat);
    const ubah = { terbukti: this.b.clock.now().toISOString(), terbuktiTotp: sesi.punyaTotp };
    const { akun, subjek, jabatan } = sesi;
    await this.b.keamanan.catat({ jenis: 'BUKTI_ULANG', akun, subjek, jabatan, alamat });
    return (await this.b.sesi.putar(sesi.sidik, ubah)) ?? tolak('TANPA_TOKEN');
  }

  /** That whoever sits at this session knows its password (and has its code). Gives the account. */
  async pastikan(sesi: Sesi, isian: Isian, alamat: Alamat): Promise<Akun> {
    const batas = [[`bukti:${alamat}`, BATAS.alamat] as const, [`bukti:${sesi.akun}`, BATAS.bukti] as const];
    for (const [kunci, jumlah] of batas) this.b.pembatas.ambil(kunci, jumlah);
    const akun = await this.b.akun.menurutId(sesi.akun);
    const hasil = await this.periksa(akun, isian);
    if (!hasil.sah) return this.gagal('BUKTI_ULANG_GAGAL', akun, hasil.sebab, alamat, sesi.jabatan);
    for (const [kunci] of batas) this.b.pembatas.kembalikan(kunci);
    return akun ?? tolak('TANPA_TOKEN');
  }

  async keluar({ sidik, akun, subjek, jabatan }: Sesi, alamat: Alamat): Promise<void> {
    await this.b.sesi.akhiri(sidik);
    await this.b.keamanan.catat({ jenis: 'KELUAR', akun, subjek, jabatan, alamat });
  }

  /** Exactly one derivation, whatever is wrong. */
  private async periksa(akun: Akun | null, { sandi: teks, kode }: Isian): Promise<Hasil> {
    const sandi = bacaSandi(teks);
    try {
      const cocok = await this.b.sandi.cocok(sandi, akun?.sandi ?? null);
      if (akun === null) return { sah: false, sebab: 'tidak dikenal' };
      if (akun.keadaan !== 'aktif') return { sah: false, sebab: 'nonaktif' };
      if (this.b.akun.terkunci(akun)) return { sah: false, sebab: 'terkunci' };
      if (!cocok) return { sah: false, sebab: 'sandi' };
      const langkah = this.langkah(akun, kode);
      if (akun.totp !== null && langkah === null) return { sah: false, sebab: 'kode' };
      if (!(await this.b.akun.benar(akun, langkah))) return { sah: false, sebab: 'terkunci' };
      return { sah: true, sandi: await this.perbarui(akun, sandi) };
    } finally {
      sandi.hapus();
    }
  }

  private langkah({ id, totp, totp_langkah }: Akun, kode: string | undefined): number | null {
    if (totp === null || kode === undefined) return null;
    return this.b.totp.langkah(id, totp, kode, this.b.clock.now(), totp_langkah);
  }

  /** Stored at another cost than today's: hashed again, once, by the one who has just proved it. */
  private async perbarui({ id, sandi: semula }: Akun, sandi: Rahasia): Promise<string> {
    if (semula === null || !this.b.sandi.usang(semula)) return semula ?? '';
    const baru = await this.b.sandi.sidik(sandi);
    await this.b.akun.perbaruiSandi(id, semula, baru);
    return baru;
  }

  private async gagal(
    jenis: 'MASUK_GAGAL' | 'BUKTI_ULANG_GAGAL',
    akun: Akun | null,
    sebab: string,
    alamat: Alamat,
    jabatan: string | null = null,
  ): Promise<never> {
    const dihitung = akun !== null && (sebab === 'sandi' || sebab === 'kode');
    const percobaan = dihitung ? await this.b.akun.salah(akun.id) : undefined;
    const siapa = { akun: akun?.id ?? null, subjek: akun?.subjek ?? null, jabatan, alamat };
    await this.b.keamanan.catat({
      jenis,
      ...siapa,
      rincian: { sebab, percobaan: percobaan?.jumlah ?? null },
    });
    if (percobaan?.terkunci) await this.b.keamanan.catat({ jenis: 'AKUN_TERKUNCI', ...siapa });
    return tolak('MASUK_DITOLAK');
  }
}
