import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Codec } from '../../src/infra/event-store/codec.js';
import { SqliteEventStore } from '../../src/infra/event-store/sqlite.event-store.js';
import type { EventStore, Recorded } from '../../src/kernel/event-store.js';
import { sebagaiTampilan, type TampilanApa, type View } from '../../src/kernel/view.js';
import type { ViewStore } from '../../src/kernel/view-store.js';

/** Events and views of the runner's own specs: small, and with everything that a view may do. */
export type UjiEvent =
  | { type: 'Ditambah'; data: { ke: string; n: number } }
  | { type: 'Dipindah'; data: { dari: string; ke: string; n: number } }
  | { type: 'Dihapus'; data: { rekening: string } }
  | { type: 'Dibiarkan'; data: object };
type Saldo = { jumlah: number; kali: number; terakhir: string };
type SaldoEvent = Exclude<UjiEvent, { type: 'Dibiarkan' }>;

export const REGISTRI = {
  versi: { Ditambah: 1, Dipindah: 1, Dihapus: 1, Dibiarkan: 1 },
  naikkan: {},
};

const tambah = (row: Saldo, n: number, terakhir: string): Saldo => ({
  jumlah: row.jumlah + n,
  kali: row.kali + 1,
  terakhir,
});
const urut = (n: number): string => `${n + 1_000_000}`;

export const saldo: View<Saldo, SaldoEvent> = {
  nama: 'saldo',
  versi: 1,
  kunci: (e) => {
    if (e.type === 'Dipindah') return [e.data.dari, e.data.ke];
    return [e.type === 'Ditambah' ? e.data.ke : e.data.rekening];
  },
  initial: () => ({ jumlah: 0, kali: 0, terakhir: '' }),
  when: {
    Ditambah: (row, { data, meta }) => (data.n === 0 ? row : tambah(row, data.n, meta.id)),
    Dipindah: (row, { data, meta }, kunci) => tambah(row, kunci === data.dari ? -data.n : data.n, meta.id),
    Dihapus: () => null,
  },
  tanda: ({ jumlah, kali }, kunci) => [
    { tag: 'semua', urut: urut(jumlah) },
    { tag: kali % 2 === 0 ? 'genap' : 'ganjil', urut: kunci },
  ],
};

/** A row for each event, and one row that every event changes. */
export const catatan: View<{ jenis: string; banyak: number }, UjiEvent> = {
  nama: 'catatan',
  versi: 1,
  kunci: ({ meta }) => [`${meta.stream}#${meta.rev}`, 'banyak'],
  initial: () => ({ jenis: '', banyak: 0 }),
  when: {
    Ditambah: (row, { type }) => ({ jenis: type, banyak: row.banyak + 1 }),
    Dipindah: (row, { type }) => ({ jenis: type, banyak: row.banyak + 1 }),
    Dihapus: (row, { type }) => ({ jenis: type, banyak: row.banyak + 1 }),
    Dibiarkan: (row, { type }) => ({ jenis: type, banyak: row.banyak + 1 }),
  },
  tanda: ({ jenis }, kunci) => [{ tag: jenis, urut: kunci }],
};

export const TAMPILAN: readonly TampilanApa[] = [sebagaiTampilan(saldo), sebagaiTampilan(catatan)];

/** mulberry32: the same seed, the same run. */
export const acak = (benih: number): ((sampai: number) => number) => {
  let a = benih >>> 0;
  return (sampai) => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % sampai;
  };
};

const satuEvent = (r: (n: number) => number): UjiEvent => {
  const rekening = () => `r${r(6)}`;
  const pilihan = r(10);
  if (pilihan < 5) return { type: 'Ditambah', data: { ke: rekening(), n: r(4) } };
  if (pilihan < 8) return { type: 'Dipindah', data: { dari: rekening(), ke: rekening(), n: r(9) } };
  if (pilihan < 9) return { type: 'Dihapus', data: { rekening: rekening() } };
  return { type: 'Dibiarkan', data: {} };
};

let perintah = 0;
export const tambahkan = async (
  store: EventStore,
  stream: string,
  events: readonly UjiEvent[],
): Promise<void> => {
  const { head } = await store.read(stream);
  const id = `00000000-0000-4000-8000-${`${perintah++}`.padStart(12, '0')}`;
  const cmd = { id, sidik: 'a'.repeat(64) };
  const at = '2026-01-01T00:00:00.000Z';
  await store.append([{ stream, head, events, at, actor: 'uji', cmd, corr: id, cause: null }]).committed;
};
export const tambahkanAcak = async (
  store: EventStore,
  r: (n: number) => number,
  banyak: number,
): Promise<void> => {
  for (let sisa = banyak; sisa > 0; ) {
    const kali = Math.min(sisa, 1 + r(4));
    await tambahkan(
      store,
      `Uji-${r(9)}`,
      Array.from({ length: kali }, () => satuEvent(r)),
    );
    sisa -= kali;
  }
};

export type Tempat = { folder: string; store: SqliteEventStore; hapus: () => Promise<void> };
export const tempatBaru = (registri: ConstructorParameters<typeof Codec>[0] = REGISTRI): Tempat => {
  const folder = mkdtempSync(join(tmpdir(), 'amanah-runner-'));
  const store = SqliteEventStore.open(folder, { codec: new Codec(registri) });
  const hapus = async (): Promise<void> => {
    await store.close();
    rmSync(folder, { recursive: true });
  };
  return { folder, store, hapus };
};

export const semuaEvent = (store: EventStore): Promise<readonly Recorded[]> => store.readAll(0, 1_000_000);

/** What a reader can see of a view. */
export type Terlihat = Record<string, { isi: unknown; tanda: readonly string[] }>;

const tandaDari = (tanda: readonly { tag: string; urut: string }[]): readonly string[] =>
  tanda.map((t) => `${t.tag}=${t.urut}`).sort();

export const terlihat = async (views: ViewStore, nama: string): Promise<Terlihat> => {
  const { baris } = await views.potret(nama, '', 1_000_000);
  const ada = baris.filter((b) => b.isi !== null);
  return Object.fromEntries(
    ada.map((b) => [b.kunci, { isi: JSON.parse(b.isi ?? ''), tanda: tandaDari(b.tanda) }]),
  );
};

/** The oracle: a fold as short as it can be written, sharing nothing with the runner. */
export const lipatBersih = (view: TampilanApa, events: readonly Recorded[]): Terlihat => {
  const baris = new Map<string, unknown>();
  for (const event of events)
    for (const kunci of event.type in view.when ? new Set(view.kunci(event)) : []) {
      const lama = baris.get(kunci) ?? view.initial(kunci);
      const baru = view.when[event.type]?.(lama, event as never, kunci);
      if (baru === null) baris.delete(kunci);
      else if (baru !== lama) baris.set(kunci, baru);
    }
  return Object.fromEntries(
    [...baris].map(([kunci, isi]) => [kunci, { isi, tanda: tandaDari(view.tanda(isi, kunci)) }]),
  );
};
