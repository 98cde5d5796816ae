import type { DomainEvent } from '../../kernel/decider.js';
import type { EventStore, Recorded } from '../../kernel/event-store.js';
import { tolak } from '../../kernel/penolakan.js';
import { kunciTersentuh, sebagaiTampilan, type TampilanApa, type View } from '../../kernel/view.js';
import type { Baris, BarisTersimpan, ViewStore } from '../../kernel/view-store.js';
import { KOSONG, lipat, sebagaiBaris, type Terlipat } from './lipat.js';

/**
 * Rows of a view as they stood at a position of the log, in the order asked; null where there was none. Folded by the
 * view's own functions over the streams that the stored row lists. Refuses BELUM_TERLIHAT for a position that the view
 * has not reached, since a row may then lack a stream.
 */
export const barisPada = async <Row, E extends DomainEvent>(
  store: EventStore,
  views: ViewStore,
  view: View<Row, E>,
  kunci: readonly string[],
  posisi: number,
): Promise<readonly (Baris<Row> | null)[]> => {
  const tersimpan = await barisHidup(views, view.nama, kunci, posisi);
  const stream = ingatStream(store, posisi);
  return Promise.all(
    kunci.map(async (k, i) => {
      const kini = tersimpan[i] ?? null;
      if (kini === null) return null; // no event up to the checkpoint changed it
      const t = kini.posisi <= posisi ? dariTersimpan(kini) : await lipatSampai(view, k, kini, stream);
      return sebagaiBaris(k, t) as Baris<Row> | null;
    }),
  );
};

type BacaStream = (stream: string) => Promise<readonly Recorded[]>;

const ingatStream = (store: EventStore, posisi: number): BacaStream => {
  const terbaca = new Map<string, Promise<readonly Recorded[]>>();
  return (stream) => {
    const ada = terbaca.get(stream) ?? store.readSampai(stream, posisi);
    terbaca.set(stream, ada);
    return ada;
  };
};

/** Rows that are gone included. The table may be swapped between the two questions: then ask again. */
const barisHidup = async (
  views: ViewStore,
  nama: string,
  kunci: readonly string[],
  posisi: number,
): Promise<readonly (BarisTersimpan | null)[]> => {
  const hidup = (await views.keadaan(nama))?.hidup;
  if (hidup === undefined || hidup.posisi < posisi)
    return tolak('BELUM_TERLIHAT', { tampilan: nama, posisi: hidup?.posisi ?? -1, diminta: posisi });
  return (await views.muat(hidup.nomor, kunci)) ?? barisHidup(views, nama, kunci, posisi);
};

const dariTersimpan = ({ posisi, streams, isi }: BarisTersimpan): Terlipat => ({
  posisi,
  streams,
  isi: isi === null ? null : JSON.parse(isi),
});

const lipatSampai = async <Row, E extends DomainEvent>(
  view: View<Row, E>,
  kunci: string,
  { streams }: BarisTersimpan,
  stream: BacaStream,
): Promise<Terlipat> => {
  const apa: TampilanApa = sebagaiTampilan(view);
  const events = (await Promise.all(streams.map(stream)))
    .flat()
    .sort((a, b) => a.meta.posisi - b.meta.posisi);
  return events.reduce(
    (t, e) => (kunciTersentuh(apa, e).includes(kunci) ? lipat(apa, t, e, kunci) : t),
    KOSONG,
  );
};
