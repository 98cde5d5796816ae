import type { DomainEvent } from '../../kernel/decider.js';
import { type Baca, Executor, type Hasil } from '../../kernel/execute.js';
import { Penolakan } from '../../kernel/penolakan.js';
import { ExecutorTerukur } from './executor-terukur.js';
import type { Pelacak, Rentang } from './pelacak.js';

const sebut =
  (rentang: Rentang) =>
  <C>(perintah: C): C => {
    const { type } = (perintah ?? {}) as { type?: unknown };
    if (typeof type === 'string') rentang.jenis(type);
    return perintah;
  };

/** The executor, telling of each command on which kind of document it was and how it ended. */
export class ExecutorTerlacak extends ExecutorTerukur {
  constructor(
    private readonly pelacak: Pelacak,
    ...dasar: ConstructorParameters<typeof Executor>
  ) {
    super(...dasar);
  }

  override execute<S, C, E extends DomainEvent>(
    ...[decider, id, siapkan, amplop]: Parameters<typeof Executor.prototype.execute<S, C, E>>
  ): Promise<Hasil<S>> {
    const rentang = this.pelacak.perintah(decider.kategori);
    const sebutkan = sebut(rentang);
    const tersebut =
      typeof siapkan === 'function'
        ? (baca: Baca) => sebutkan((siapkan as (baca: Baca) => C)(baca))
        : sebutkan(siapkan);
    const hasil = super.execute<S, C, E>(decider, id, tersebut, amplop);
    hasil.then(
      () => rentang.selesai(),
      (e: unknown) => rentang.selesai(e instanceof Penolakan ? e.kode : 'GALAT_DALAM'),
    );
    return hasil;
  }
}
