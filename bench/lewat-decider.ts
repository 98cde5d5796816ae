import type { Decider, DomainEvent } from '../src/kernel/decider.js';
import type { Baca, Terbaca } from '../src/kernel/execute.js';
import type { Penulis } from './kota.js';

type Dokumen = { readonly state: unknown; readonly rev: number };
const SEKALI_TULIS = 20_000;

/**
 * Commands on the facts of other documents, decided and folded as the executor does it, but written many at a time: a
 * log made by hand would show whatever its maker thought the deciders say. Throws what they refuse.
 */
export class LewatDecider {
  private readonly dokumen = new Map<string, Dokumen>();
  private readonly antre = new Map<string, DomainEvent[]>();
  private jumlah = 0;

  constructor(private readonly penulis: Penulis) {}

  readonly baca: Baca = <S, C, E extends DomainEvent>(d: Decider<S, C, E>, id: string): Terbaca<S> => {
    const stream = `${d.kategori}-${id}`;
    const { state, rev } = this.dokumen.get(stream) ?? { state: d.initial, rev: -1 };
    return { state: state as S, stream, rev };
  };

  async putuskan<S, C, E extends DomainEvent>(
    decider: Decider<S, C, E>,
    id: string,
    siapkan: (baca: Baca) => C,
  ): Promise<void> {
    let { state, stream, rev } = this.baca(decider, id);
    const events = decider.decide(siapkan(this.baca), state);
    for (const e of events) state = decider.evolve(state, e, ++rev);
    this.dokumen.set(stream, { state, rev });
    const antrean = this.antre.get(stream) ?? [];
    antrean.push(...events);
    this.antre.set(stream, antrean);
    this.jumlah += events.length;
    if (this.jumlah >= SEKALI_TULIS) await this.tulis();
  }

  /** What was decided since the last time, document by document. */
  async tulis(): Promise<void> {
    for (const [stream, events] of this.antre) await this.penulis.tulis(stream, events);
    this.antre.clear();
    this.jumlah = 0;
    await this.penulis.kosongkan();
  }
}
