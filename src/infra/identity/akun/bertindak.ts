import { tanggalDi } from '../../../approval/pemegang-kini.js';
import { peranDari } from '../../../approval/peran.js';
import type { Pelaku } from '../../../approval/wewenang.js';
import type { Clock } from '../../../kernel/event-store.js';
import type { Executor } from '../../../kernel/execute.js';
import { bacaStream } from '../../../kernel/kunci.js';
import { jabatan, pemegang } from '../../../planning/jabatan/jabatan.decider.js';
import { pemda } from '../../../planning/pemda/pemda.decider.js';
import type { KueriPemegang } from '../../../projections/pemegang/pemegang.query.js';
import type { Akun, DaftarAkun, Tugas } from './daftar-akun.js';

type Siapa = Pick<Akun, 'id' | 'subjek'>;

const pisah = (kunci: string): { pemda: string; opd: string; kode: string } => {
  const { pemda, opd, jabatan: kode } = bacaStream(`${jabatan.kategori}-${kunci}`);
  return { pemda, opd: opd ?? '', kode: kode ?? '' };
};

/**
 * As whom an account may act: in the offices that its subject holds today, as their own documents say, and in the
 * functions it was given (pejabat.status null says that the office is not held).
 */
export class Bertindak {
  constructor(
    private readonly executor: Executor,
    private readonly kueri: KueriPemegang,
    private readonly akun: DaftarAkun,
    private readonly clock: Clock,
  ) {}

  /** Everything it may choose from, offices first. */
  async pilihan(siapa: Siapa): Promise<readonly Pelaku[]> {
    const tugas = await this.akun.tugas(siapa.id);
    const pernah = siapa.subjek === null ? [] : await this.kueri.jabatanDari(siapa.subjek);
    const kunci = [...new Set([...pernah, ...tugas.map((t) => t.jabatan)])];
    const pelaku = await Promise.all(kunci.map((k) => this.pelaku(siapa, k, tugas)));
    return pelaku.filter((p) => p !== null);
  }

  /** In this office; null when it may not, or no longer. */
  async sebagai(siapa: Siapa, kunci: string): Promise<Pelaku | null> {
    return this.pelaku(siapa, kunci, await this.akun.tugas(siapa.id));
  }

  private async pelaku(
    { id, subjek }: Siapa,
    kunci: string,
    daftar: readonly Tugas[],
  ): Promise<Pelaku | null> {
    const tugas = daftar.find((t) => t.jabatan === kunci);
    const tempat = pisah(kunci);
    const { state } = await this.executor.state(jabatan, kunci);
    const kini = pemegang(state, await this.hariIni(tempat.pemda));
    const memegang = kini !== null && kini.subjek === subjek;
    if (!memegang && tugas === undefined) return null;
    const dariJabatan = peranDari({ opd: tempat.opd, jabatan: tempat.kode, jenis: state.jenis });
    const [peran, ...juga] = tugas === undefined ? dariJabatan : [tugas.peran];
    const kedudukan = memegang ? 'menjabat' : 'tugas';
    const sebutan = memegang ? state.sebutan : (tugas?.sebutan ?? '');
    const pejabat = { subjek, jabatan: kunci, sebutan, status: memegang ? kini.status : null };
    return { akun: id, peran, juga, pemda: tempat.pemda, opd: tempat.opd, pejabat, kedudukan };
  }

  private async hariIni(kodePemda: string): Promise<string> {
    const { state } = await this.executor.state(pemda, kodePemda);
    return tanggalDi(state.zona ?? 'WIB', this.clock.now());
  }
}
