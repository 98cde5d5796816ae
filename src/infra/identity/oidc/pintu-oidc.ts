import { tolak } from '../../../kernel/penolakan.js';
import { wajibTerbukti } from '../akun/bukti.js';
import type { Akun } from '../akun/daftar-akun.js';
import type { Sesi } from '../akun/daftar-sesi.js';
import type { BahanPintu, PintuMasuk } from '../akun/pintu-masuk.js';
import type { DaftarOidc } from './daftar-oidc.js';
import type { DaftarPermintaan, Permintaan, Tujuan } from './daftar-permintaan.js';
import { GagalOidc, type JatiDiri, type PenyediaOidc } from './penyedia-oidc.js';

type Alamat = string | null;
export type Kembali = {
  /** Of the address that the browser came back to, `?` and all. */
  readonly kueri: string;
  /** What the browser kept since it went. */
  readonly kuki: string | undefined;
  readonly sesi: Sesi | null;
  readonly alamat: Alamat;
};
/** `id` of the session that goes on, where it is a new one. */
export type Selesai = { readonly tujuan: Tujuan; readonly id: string | null };

/** Why it came to nothing: the word that people are told, and what the security log has beside it. */
type Sebab = {
  readonly sebab: string;
  readonly rinci?: string | null;
  readonly akun?: Akun | null;
  readonly tersedia?: boolean;
};

const BATAS = 120; // unfinished ways to the provider from one address in 15 minutes: an office of hundreds has one
const SELISIH_MS = 60_000;

/** Whoever sat down at an open browser is logged in at the provider, too: it has to have asked since we sent them. */
const baruSaja = ({ pada }: JatiDiri, { dibuat }: Permintaan): boolean =>
  pada !== null && pada.getTime() >= Date.parse(dibuat) - SELISIH_MS;

/** Coming in, or proving it again, with the word of a provider. It opens accounts that are tied to it and makes none. */
export class PintuOidc {
  constructor(
    private readonly b: BahanPintu,
    private readonly pintu: PintuMasuk,
    private readonly tautan: DaftarOidc,
    private readonly permintaan: DaftarPermintaan,
    /** Undefined: the installation has none. */
    private readonly penyedia: PenyediaOidc | undefined,
    /** Hears what an operator can mend: a word of the protocol, nothing of the person. */
    private readonly lapor: (pesan: string) => void = () => undefined,
  ) {}

  /** To the provider, from nowhere. Refuses OIDC_TIDAK_TERSEDIA, TERLALU_SERING. */
  async masuk(alamat: Alamat): Promise<{ kuki: string; ke: string }> {
    return this.pergi('masuk', null, alamat);
  }

  /** To the provider, from within a session. Refuses BUKTI_ULANG_DIPERLUKAN, and OIDC_DITOLAK where a password is asked. */
  async dariSesi(
    tujuan: 'tautkan' | 'bukti',
    sesi: Sesi,
    alamat: Alamat,
  ): Promise<{ kuki: string; ke: string }> {
    if (tujuan === 'tautkan') wajibTerbukti({ sesi }, this.b.clock.now());
    else if (sesi.bersandi) tolak('OIDC_DITOLAK', { sebab: 'bersandi' });
    return this.pergi(tujuan, sesi.sidik, alamat);
  }

  /** Back from the provider. Refuses OIDC_DITOLAK and OIDC_TIDAK_TERSEDIA, and notes it. */
  async kembali({ kueri, kuki, sesi, alamat }: Kembali): Promise<Selesai> {
    const permintaan = kuki === undefined ? null : await this.permintaan.pakai(kuki);
    if (permintaan === null) return this.gagal('masuk', { sebab: 'permintaan' }, alamat);
    const { tujuan } = permintaan;
    const milik = tujuan !== 'masuk' && sesi?.sidik === permintaan.sesi ? sesi : null;
    if (tujuan !== 'masuk' && milik === null) return this.gagal(tujuan, { sebab: 'permintaan' }, alamat);
    const jatiDiri = await this.tukar(kueri, permintaan, alamat);
    if (milik !== null && !baruSaja(jatiDiri, permintaan))
      return this.gagal(tujuan, { sebab: 'bukti' }, alamat);
    const id =
      milik === null
        ? await this.mulaiSesi(jatiDiri, alamat)
        : tujuan === 'tautkan'
          ? await this.tautkan(jatiDiri, milik, alamat)
          : await this.buktikan(jatiDiri, milik, alamat);
    this.b.pembatas.kembalikan(`oidc:${alamat}`);
    return { tujuan, id };
  }

  private async pergi(tujuan: Tujuan, sesi: string | null, alamat: Alamat) {
    const penyedia = this.penyedia ?? tolak('OIDC_TIDAK_TERSEDIA', { sebab: 'tidak dipakai' });
    this.b.pembatas.ambil(`oidc:${alamat}`, BATAS);
    const { kuki, permintaan } = await this.permintaan.buat(tujuan, sesi);
    try {
      return { kuki, ke: await penyedia.alamat(permintaan) };
    } catch (e) {
      return this.gagalPenyedia(e, tujuan, alamat);
    }
  }

  private async tukar(kueri: string, permintaan: Permintaan, alamat: Alamat): Promise<JatiDiri> {
    const penyedia = this.penyedia ?? tolak('OIDC_TIDAK_TERSEDIA', { sebab: 'tidak dipakai' });
    try {
      return await penyedia.tukar(kueri, permintaan);
    } catch (e) {
      return this.gagalPenyedia(e, permintaan.tujuan, alamat);
    }
  }

  /** A lock is for guessed passwords, which this is not: else whoever knows a name could shut an official out here, too. */
  private async mulaiSesi(jatiDiri: JatiDiri, alamat: Alamat): Promise<string> {
    const akun = await this.tautan.akun(jatiDiri);
    if (akun === null) return this.gagal('masuk', { sebab: 'belum tertaut' }, alamat);
    if (akun.keadaan !== 'aktif') return this.gagal('masuk', { sebab: 'nonaktif', akun }, alamat);
    if (akun.totp !== null && !jatiDiri.duaFaktor)
      return this.gagal('masuk', { sebab: 'kode', akun }, alamat);
    return this.pintu.mulaiSesi(akun, jatiDiri, alamat, { cara: 'oidc' });
  }

  private async tautkan(jatiDiri: JatiDiri, sesi: Sesi, alamat: Alamat): Promise<null> {
    const { akun, subjek, jabatan } = sesi;
    if (!(await this.tautan.tautkan(akun, jatiDiri)))
      return this.gagal(
        'tautkan',
        { sebab: 'tertaut lain', akun: await this.b.akun.menurutId(akun) },
        alamat,
      );
    const rincian = { apa: 'oidc ditautkan' };
    await this.b.keamanan.catat({ jenis: 'AKUN_DIUBAH', akun, subjek, jabatan, alamat, rincian });
    return null;
  }

  private async buktikan(j: JatiDiri, sesi: Sesi, alamat: Alamat): Promise<string> {
    const akun = await this.tautan.akun(j);
    if (akun?.id !== sesi.akun) return this.gagal('bukti', { sebab: 'orang lain', akun }, alamat);
    if (sesi.punyaTotp && !j.duaFaktor) return this.gagal('bukti', { sebab: 'kode', akun }, alamat);
    const kini = this.b.clock.now().getTime();
    const pada = new Date(Math.min(j.pada?.getTime() ?? kini, kini));
    const ubah = { terbukti: pada.toISOString(), terbuktiTotp: sesi.punyaTotp };
    const { subjek, jabatan } = sesi;
    const rincian = { cara: 'oidc' };
    await this.b.keamanan.catat({ jenis: 'BUKTI_ULANG', akun: akun.id, subjek, jabatan, alamat, rincian });
    return (await this.b.sesi.putar(sesi.sidik, ubah)) ?? tolak('TANPA_TOKEN');
  }

  private gagalPenyedia(e: unknown, tujuan: Tujuan, alamat: Alamat): Promise<never> {
    if (!(e instanceof GagalOidc)) throw e;
    const { tersedia, sebab, rinci } = e;
    this.lapor(`penyedia OIDC: ${rinci}`);
    return this.gagal(tujuan, { sebab, rinci, tersedia }, alamat);
  }

  private async gagal(
    tujuan: Tujuan,
    { sebab, rinci = null, akun = null, tersedia = true }: Sebab,
    alamat: Alamat,
  ): Promise<never> {
    const jenis = tujuan === 'bukti' ? 'BUKTI_ULANG_GAGAL' : 'MASUK_GAGAL';
    const siapa = { akun: akun?.id ?? null, subjek: akun?.subjek ?? null, alamat };
    const rincian = { cara: 'oidc', tujuan, sebab: tersedia ? sebab : 'tidak tersedia', rinci };
    await this.b.keamanan.catat({ jenis, ...siapa, rincian });
    return tersedia ? tolak('OIDC_DITOLAK', { sebab }) : tolak('OIDC_TIDAK_TERSEDIA');
  }
}
