import { AksesDitolak, type Objek, type Pelaku } from '../../approval/wewenang.js';
import type { Kode } from '../../kernel/penolakan.js';
import type { Pencatat } from '../telemetry/pencatat.js';
import type { CatatanKeamanan, LogKeamanan } from './log-keamanan.js';

type Berkas = { readonly jenis: string; readonly kunci: { readonly pemda: string; readonly opd: string } };

const siapa = ({ akun, pemda, pejabat }: Pelaku): Omit<CatatanKeamanan, 'jenis'> => ({
  akun,
  pemda,
  subjek: pejabat.subjek,
  jabatan: pejabat.jabatan,
});

/** Notes in the security log who was refused what, and who read what only the inspectorate reads. */
export class PencatatAkses {
  constructor(
    private readonly keamanan: LogKeamanan,
    private readonly pencatat: Pencatat,
  ) {}

  /** Does nothing with an error that is no refusal by the policies. A log that cannot be written changes no answer. */
  async ditolak(galat: unknown, alamat: string | null = null): Promise<void> {
    if (!(galat instanceof AksesDitolak)) return;
    const { pelaku, tindakan, objek, putusan } = galat;
    const { pemda, opd, jabatan = null } = objek;
    const rincian = { tindakan, kode: putusan.kode, kebijakan: putusan.kebijakan, pemda, opd, jabatan };
    await this.catat({ jenis: 'AKSES_DITOLAK', ...siapa(pelaku), alamat, rincian });
  }

  /** Rows of a spreadsheet that the policies refused: one note for the file. */
  async barisDitolak(pelaku: Pelaku, p: Berkas, ditolak: readonly { readonly kode: Kode }[]): Promise<void> {
    const baris = ditolak.filter(({ kode }) => kode === 'TIDAK_BERWENANG').length;
    if (baris === 0) return;
    const { pemda, opd } = p.kunci;
    const rincian = { tindakan: `impor ${p.jenis}`, kode: 'TIDAK_BERWENANG', pemda, opd, baris };
    await this.catat({ jenis: 'AKSES_DITOLAK', ...siapa(pelaku), rincian });
  }

  /** Called before the paper is handed out; when it cannot be noted the paper is not read. */
  async kertasDibaca(pelaku: Pelaku, objek: Objek, kertas: string): Promise<void> {
    const rincian = { kertas, pemda: objek.pemda, opd: objek.opd };
    await this.keamanan.catat({ jenis: 'KERTAS_INSPEKTORAT_DIBACA', ...siapa(pelaku), rincian });
  }

  private catat(c: CatatanKeamanan): Promise<void> {
    return this.keamanan
      .catat(c)
      .catch((e: unknown) => this.pencatat.galat('penolakan akses tidak tercatat', e));
  }
}
