import type { Clock } from '../../../kernel/event-store.js';
import { tolak } from '../../../kernel/penolakan.js';
import type { BasisIdentitas } from '../basis-identitas.js';
import type { LogKeamanan } from '../log-keamanan.js';
import { DaftarOidc, type SubOidc } from '../oidc/daftar-oidc.js';
import { namaPengguna } from './aturan-sandi.js';
import { type Akun, DaftarAkun, type Tugas } from './daftar-akun.js';
import { DaftarSesi } from './daftar-sesi.js';
import { DaftarTautan } from './daftar-tautan.js';

/** An account as the operator sees it: nothing of its password or second factor but whether there is one. */
export type AkunTampak = Readonly<{
  id: string;
  nama: string;
  subjek: string | null;
  keadaan: Akun['keadaan'];
  bersandi: boolean;
  totp: boolean;
  oidc: boolean;
  terkunci: string | null;
  tugas: readonly Tugas[];
}>;

/**
 * What an operator does to accounts, over the identity database alone: so it works beside a running server, which sees
 * it at the next request.
 */
export class PelaksanaAkun {
  private readonly akun: DaftarAkun;
  private readonly sesi: DaftarSesi;
  private readonly tautan: DaftarTautan;
  private readonly oidc: DaftarOidc;

  constructor(
    basis: BasisIdentitas,
    private readonly keamanan: LogKeamanan,
    clock: Clock,
  ) {
    this.akun = new DaftarAkun(basis, clock);
    this.sesi = new DaftarSesi(basis, clock);
    this.tautan = new DaftarTautan(basis, clock);
    this.oidc = new DaftarOidc(basis, clock);
  }

  /** A link that makes the first account; null when there is one already. */
  async awal(): Promise<string | null> {
    return (await this.akun.ada()) ? null : this.tautan.buat({ jenis: 'awal', akun: null });
  }

  async buat(teks: string, subjek: string | null): Promise<{ id: string; nama: string; tautan: string }> {
    const nama = namaPengguna(teks) ?? tolak('NAMA_PENGGUNA_TIDAK_SAH');
    const id = await this.akun.buat(nama, subjek);
    await this.catat(id, 'dibuat');
    return { id, nama, tautan: await this.tautan.buat({ jenis: 'sandi', akun: id }) };
  }

  async daftar(): Promise<readonly AkunTampak[]> {
    return Promise.all((await this.akun.semua()).map((a) => this.tampak(a)));
  }

  /** A link for a new password; an earlier one of the account is worth nothing any more. */
  async buatTautan(nama: string): Promise<string> {
    const { id } = await this.cari(nama);
    await this.catat(id, 'tautan dibuat');
    return this.tautan.buat({ jenis: 'sandi', akun: id });
  }

  /** Its sessions end at once, on every instance. */
  async nonaktifkan(nama: string): Promise<void> {
    const { id } = await this.cari(nama);
    await this.akun.ubahKeadaan(id, 'nonaktif');
    await this.tautan.hapusMilik(id);
    await this.sesi.akhiriAkun(id);
    await this.catat(id, 'nonaktif');
  }

  async aktifkan(nama: string): Promise<void> {
    const { id } = await this.cari(nama);
    await this.akun.ubahKeadaan(id, 'aktif');
    await this.catat(id, 'aktif');
  }

  async beriTugas(nama: string, tugas: Tugas): Promise<void> {
    const { id } = await this.cari(nama);
    await this.akun.beriTugas(id, tugas);
    await this.catat(id, 'tugas diberi', tugas.jabatan);
  }

  /** Refuses TIDAK_DITEMUKAN. Whoever sits in it is refused at the next request. */
  async cabutTugas(nama: string, jabatan: string): Promise<void> {
    const { id } = await this.cari(nama);
    if (!(await this.akun.cabutTugas(id, jabatan))) tolak('TIDAK_DITEMUKAN', { jabatan });
    await this.catat(id, 'tugas dicabut', jabatan);
  }

  async bukaKunci(nama: string): Promise<void> {
    const { id } = await this.cari(nama);
    await this.akun.bukaKunci(id);
    await this.catat(id, 'kunci dibuka');
  }

  /** For who lost the device: sessions end, and the password alone opens until a new one is set up. */
  async cabutTotp(nama: string): Promise<void> {
    const { id } = await this.cari(nama);
    await this.akun.cabutTotp(id);
    await this.sesi.akhiriAkun(id);
    await this.catat(id, 'totp dicabut');
  }

  /** Whom the provider knows by this sub opens the account. Refuses OIDC_DITOLAK where one of the two is tied to another. */
  async tautkanOidc(nama: string, siapa: SubOidc): Promise<void> {
    const { id } = await this.cari(nama);
    if (!(await this.oidc.tautkan(id, siapa))) tolak('OIDC_DITOLAK', { sebab: 'tertaut lain' });
    await this.catat(id, 'oidc ditautkan');
  }

  /** Its sessions end; refuses TIDAK_DITEMUKAN where it was not tied. */
  async lepasOidc(nama: string): Promise<void> {
    const { id } = await this.cari(nama);
    if (!(await this.oidc.lepas(id))) tolak('TIDAK_DITEMUKAN');
    await this.sesi.akhiriAkun(id);
    await this.catat(id, 'oidc dilepas');
  }

  private async cari(teks: string): Promise<Akun> {
    const nama = namaPengguna(teks);
    return (nama === null ? null : await this.akun.menurutNama(nama)) ?? tolak('TIDAK_DITEMUKAN');
  }

  private async tampak({ id, nama, subjek, keadaan, ...a }: Akun): Promise<AkunTampak> {
    const terkunci = this.akun.terkunci(a) ? a.terkunci : null;
    const tugas = await this.akun.tugas(id);
    const oidc = (await this.oidc.milik(id)).length > 0;
    const cara = { bersandi: a.sandi !== null, totp: a.totp !== null, oidc };
    return { id, nama, subjek, keadaan, ...cara, terkunci, tugas };
  }

  private async catat(akun: string, apa: string, jabatan: string | null = null): Promise<void> {
    await this.keamanan.catat({ jenis: 'AKUN_DIUBAH', akun, jabatan, rincian: { apa } });
  }
}
