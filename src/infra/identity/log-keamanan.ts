import type { Selectable } from 'kysely';
import type { Clock } from '../../kernel/event-store.js';
import type { BasisIdentitas } from './basis-identitas.js';
import type { TabelDasar } from './dasar.skema.js';

/** What the security log knows; each means what its name says. A list, so that an inspector can be told all of it. */
export const JENIS_KEAMANAN = [
  'MASUK',
  'MASUK_GAGAL',
  'AKUN_TERKUNCI',
  'KELUAR',
  'SESI_DIAKHIRI',
  'BUKTI_ULANG',
  'BUKTI_ULANG_GAGAL',
  'AKUN_DIUBAH',
  'TAUTAN_DIPAKAI',
  'AKSES_DITOLAK',
  'DATA_PRIBADI_DIBACA',
  'DATA_PRIBADI_DICATAT',
  'DATA_PRIBADI_DIHAPUS',
  'KERTAS_INSPEKTORAT_DIBACA',
  'FRASA_SANDI_SALAH',
  'KUNCI_TTE_TERKUNCI',
  'KUNCI_TTE_DIUBAH',
  'TANDA_TANGAN_DITOLAK',
  'HASIL_TTE_TIDAK_SAH',
] as const;
export type JenisKeamanan = (typeof JENIS_KEAMANAN)[number];

export type CatatanKeamanan = {
  readonly jenis: JenisKeamanan;
  readonly pemda?: string | null | undefined;
  readonly akun?: string | null | undefined;
  readonly subjek?: string | null | undefined;
  /** Key of the office that tried, or of the one it was tried for. */
  readonly jabatan?: string | null | undefined;
  /** Of the network, as AsalPermintaan says; null from the command line. */
  readonly alamat?: string | null | undefined;
  /** Codes and ids only: no name, NIP, NIK, e-mail, password. */
  readonly rincian?: Readonly<Record<string, string | number | boolean | null>>;
};

export type BarisKeamanan = Required<Omit<CatatanKeamanan, 'rincian'>> & {
  readonly urut: number;
  readonly saat: string;
  readonly rincian: Readonly<Record<string, unknown>>;
};

const terbaca = (b: Selectable<TabelDasar['log_keamanan']>): BarisKeamanan => ({
  ...b,
  jenis: b.jenis as JenisKeamanan,
  rincian: JSON.parse(b.rincian) as Record<string, unknown>,
});

const PANJANG = 2_000; // characters of details; more is an attack

/** The log beside the log: attempts and reads of personal data, in order, never changed. */
export class LogKeamanan {
  constructor(
    private readonly basis: BasisIdentitas,
    private readonly clock: Clock,
  ) {}

  /** When it returns the note is on the disk. */
  catat(c: CatatanKeamanan): Promise<void> {
    return this.catatSemua([c]);
  }

  /** As `catat`, all of them or none. */
  async catatSemua(semua: readonly CatatanKeamanan[]): Promise<void> {
    if (semua.length === 0) return;
    const values = semua.map((c) => this.baris(c));
    await this.basis.db.insertInto('log_keamanan').values(values).execute();
  }

  private baris(c: CatatanKeamanan) {
    const {
      jenis,
      pemda = null,
      akun = null,
      subjek = null,
      jabatan = null,
      alamat = null,
      rincian = {},
    } = c;
    const isi = JSON.stringify(rincian);
    return {
      saat: this.clock.now().toISOString(),
      jenis,
      pemda,
      akun,
      subjek,
      jabatan,
      alamat,
      rincian: isi.length > PANJANG ? JSON.stringify({ dipotong: isi.slice(0, PANJANG) }) : isi,
    };
  }

  /** The newest `banyak` notes of an office, newest first; before `sebelum` where that is given. */
  async dariJabatan(jabatan: string, banyak: number, sebelum?: number): Promise<BarisKeamanan[]> {
    const baris = await this.basis.db
      .selectFrom('log_keamanan')
      .selectAll()
      .where('jabatan', '=', jabatan)
      .$if(sebelum !== undefined, (q) => q.where('urut', '<', sebelum as number))
      .orderBy('urut', 'desc')
      .limit(banyak)
      .execute();
    return baris.map(terbaca);
  }

  /** Every note from one number on, oldest first, for tests and for the operator's own reading. */
  async semua(dari = 0, banyak = 10_000): Promise<BarisKeamanan[]> {
    const baris = await this.basis.db
      .selectFrom('log_keamanan')
      .selectAll()
      .where('urut', '>', dari)
      .orderBy('urut')
      .limit(banyak)
      .execute();
    return baris.map(terbaca);
  }
}
