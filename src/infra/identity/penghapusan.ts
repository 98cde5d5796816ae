import type { EventStore } from '../../kernel/event-store.js';
import { kunci } from '../../kernel/kunci.js';
import { orang } from '../../planning/orang/orang.decider.js';
import type { OrangTersimpan } from './orang-tersimpan.js';

const BERSAMAAN = 20;

/**
 * Applies every erasure that the log knows to the persons that are kept, and gives how many there were: after a restore,
 * and after a stop between the event and the deletion. Asked from the side of the persons, who are few.
 */
export const terapkanPenghapusan = async (
  register: OrangTersimpan,
  store: Pick<EventStore, 'read'>,
): Promise<number> => {
  const semua = await register.semua();
  let dihapus = 0;
  for (let i = 0; i < semua.length; i += BERSAMAAN)
    await Promise.all(
      semua.slice(i, i + BERSAMAAN).map(async (k) => {
        const { events } = await store.read(`${orang.kategori}-${kunci.orang(k.pemda, k.subjek)}`);
        if (events.length === 0) return; // the stream knows no other event
        await register.hapus(k);
        dihapus++;
      }),
    );
  return dihapus;
};
