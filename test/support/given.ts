import type { Decider, DomainEvent } from '../../src/kernel/decider.js';
import { type Kode, Penolakan } from '../../src/kernel/penolakan.js';

/** given(decider, ...events).when(command).then(...events) or .ditolak(kode): the rules, without a store. */
export const given = <S, C, E extends DomainEvent>(decider: Decider<S, C, E>, ...events: E[]) => ({
  when: (command: C) => {
    const state = events.reduce((s, e, i) => decider.evolve(s, e, i), decider.initial);
    const decide = () => decider.decide(command, state);
    return {
      then: (...harapan: E[]): void => expect(decide()).toEqual(harapan),
      ditolak: (kode: Kode): void => {
        let kodeNyata: string | undefined;
        try {
          decide();
        } catch (e) {
          if (!(e instanceof Penolakan)) throw e;
          kodeNyata = e.kode;
        }
        expect(kodeNyata).toBe(kode);
      },
    };
  },
});
