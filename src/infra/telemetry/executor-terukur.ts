import type { DomainEvent } from '../../kernel/decider.js';
import { Executor, type Hasil } from '../../kernel/execute.js';
import { Penolakan } from '../../kernel/penolakan.js';

export type HasilPerintah = 'berhasil' | 'ditolak' | 'coba_lagi' | 'belum_pasti' | 'galat';

const jenis = (e: unknown): HasilPerintah => {
  if (!(e instanceof Penolakan)) return 'galat';
  if (e.kode === 'COBA_LAGI') return 'coba_lagi';
  return e.kode === 'HASIL_BELUM_PASTI' ? 'belum_pasti' : 'ditolak';
};

/** The executor, counting how commands end. Beside the answer, never before it: the caller waits for nothing of this. */
export class ExecutorTerukur extends Executor {
  /** Since the start. */
  readonly jumlah: Record<HasilPerintah, number> = {
    berhasil: 0,
    ditolak: 0,
    coba_lagi: 0,
    belum_pasti: 0,
    galat: 0,
  };
  private readonly berhasil = (): void => void this.jumlah.berhasil++;
  private readonly gagal = (e: unknown): void => void this.jumlah[jenis(e)]++;

  override execute<S, C, E extends DomainEvent>(
    ...perintah: Parameters<typeof Executor.prototype.execute<S, C, E>>
  ): Promise<Hasil<S>> {
    const hasil = super.execute<S, C, E>(...perintah);
    hasil.then(this.berhasil, this.gagal);
    return hasil;
  }
}
