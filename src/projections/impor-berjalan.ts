import type { DomainEvent } from '../kernel/decider.js';
import type { Recorded } from '../kernel/event-store.js';
import { kunci } from '../kernel/kunci.js';
import { tolak } from '../kernel/penolakan.js';
import type { View } from '../kernel/view.js';
import type { ViewStore } from '../kernel/view-store.js';
import type { ImporEvent } from '../reporting/impor/impor.decider.js';
import { type Daftar, halaman, type PermintaanHalaman, type Sambungan, type Saring } from './halaman.js';

type KunciTahun = Readonly<{ pemda: string; opd: string; tahun: number }>;
/** An OPD's year that is being imported document by document (a cluster's log has no transaction over streams). */
export type BarisImpor = Readonly<{ stream: string }>;

const TANDA = 'impor-berjalan';
const SEMUA = 10_000;
const streamImpor = ({ pemda, opd, tahun }: KunciTahun): string =>
  `Impor-${kunci.opdTahun(pemda, opd, tahun)}`;
const milikImpor = (kunciBaris: string): boolean => kunciBaris.startsWith('Impor-');

/**
 * The same view with a row for each import that has begun and not ended. In the view itself, so that who reads its rows
 * knows whether they are whole as of the same event.
 */
export const denganImpor = <Row, E extends DomainEvent>(
  view: View<Row, E>,
): View<Row | BarisImpor, E | ImporEvent> => {
  const isi = view.when as Readonly<Record<string, unknown>>;
  // Both kinds of rows are told apart by their keys; what the view itself says of an event stays its own.
  const when = (jenis: ImporEvent['type'], jadi: (stream: string) => BarisImpor | null) => {
    const asli = isi[jenis] as
      | ((row: Row, event: Recorded<DomainEvent>, k: string) => Row | null)
      | undefined;
    return (row: Row | BarisImpor, event: Recorded<DomainEvent>, k: string): Row | BarisImpor | null =>
      milikImpor(k) ? jadi(event.meta.stream) : (asli?.(row as Row, event, k) ?? row);
  };
  return {
    ...view,
    kunci: (event) => {
      const asli = Object.hasOwn(isi, event.type) ? view.kunci(event as Recorded<E>) : [];
      return milikImpor(event.meta.stream) ? [...asli, event.meta.stream] : asli;
    },
    initial: (k) => (milikImpor(k) ? { stream: k } : view.initial(k)),
    when: {
      ...isi,
      ImporDimulai: when('ImporDimulai', (stream) => ({ stream })),
      ImporSelesai: when('ImporSelesai', () => null),
    } as View<Row | BarisImpor, E | ImporEvent>['when'],
    tanda: (row, k) => (milikImpor(k) ? [{ tag: TANDA, urut: k }] : view.tanda(row as Row, k)),
  };
};

/** One row of a view. Refuses IMPOR_BELUM_SELESAI while its OPD's year is being imported: half of a year is shown by no view. */
export const barisUtuh = async (
  views: ViewStore,
  view: string,
  tahun: KunciTahun,
  kunciBaris: string,
): Promise<unknown> => {
  const [impor, baris] = await views.baca(view, [streamImpor(tahun), kunciBaris]);
  if (impor) tolakImpor(tahun);
  return baris?.isi ?? null;
};

/** What is read of an OPD's year, or IMPOR_BELUM_SELESAI when an import of it is under way before or after. */
export const tahunUtuh = async <T>(
  views: ViewStore,
  view: string,
  tahun: KunciTahun,
  baca: () => Promise<T>,
): Promise<T> => {
  const periksa = async (): Promise<void> => {
    const [impor] = await views.baca(view, [streamImpor(tahun)]);
    if (impor) tolakImpor(tahun);
  };
  await periksa();
  const terbaca = await baca();
  await periksa();
  return terbaca;
};

/** Which of the OPDs' years a list has to leave out; asked before and after its rows are read. */
const tahunDiimpor = async (views: ViewStore, view: string): Promise<(k: KunciTahun) => boolean> => {
  const berjalan = await views.daftar(view, [TANDA], { batas: SEMUA });
  const stream = new Set(berjalan.map((b) => b.kunci));
  return (k) => stream.has(streamImpor(k));
};

/** A page of a list without the rows of years that are being imported, and without those that are not to be seen now. */
export const halamanUtuh = async <Row extends KunciTahun, T>(
  views: ViewStore,
  daftar: Daftar,
  permintaan: PermintaanHalaman,
  jadi: (row: Row) => T,
  tampak: (row: Row) => boolean = () => true,
): Promise<Sambungan<T>> => {
  const sebelum = await tahunDiimpor(views, daftar.view);
  const saring: Saring = async (baris) => {
    const sesudah = await tahunDiimpor(views, daftar.view);
    return baris.filter(({ isi }) => !sebelum(isi as Row) && !sesudah(isi as Row) && tampak(isi as Row));
  };
  return halaman(views, daftar, permintaan, jadi, { saring });
};

const tolakImpor = ({ pemda, opd, tahun }: KunciTahun): never =>
  tolak('IMPOR_BELUM_SELESAI', { pemda, opd, tahun });
