import { HEAD_KOSONG } from '../../kernel/event-store.js';
import { Frontier, leafHex } from '../integrity/merkle.js';
import type { HasilPeriksa } from '../integrity/periksa-log.js';
import type { KlienEsdb, LetakEsdb, Rekaman } from './esdb.klien.js';
import type { BarisNomor, Penomoran } from './penomoran.js';
import { amplopDari, milikServer, PeristiwaAsing } from './sequencer.js';

type Masalah = HasilPeriksa['masalah'][number];
const MASALAH_TERBANYAK = 100;

/**
 * Reads EventStoreDB from its first event on and compares: each event against the number it was given and its leaf, each
 * stream's chain, and the root of all against the one that was kept. Events not numbered yet are passed over.
 */
export const periksaNomor = async (
  klien: Pick<KlienEsdb, 'bacaSesudah'>,
  penomoran: Penomoran,
  maju: (diperiksa: number) => void = () => undefined,
): Promise<HasilPeriksa> => {
  const { ukuran, akar } = await penomoran.akar();
  const masalah: Masalah[] = [];
  const catat = (posisi: number | null, uraian: string): void => {
    if (masalah.length < MASALAH_TERBANYAK) masalah.push({ posisi, uraian });
  };
  const frontier = Frontier.kosong();
  const rantai = new Map<string, string>();
  for await (const { posisi, rekaman, nomor } of berpasangan(klien, penomoran, ukuran)) {
    const leaf = leafHex(rekaman.bytes ?? '');
    if (nomor === undefined) catat(posisi, 'nomornya hilang');
    else if (nomor.stream !== rekaman.stream || nomor.rev !== rekaman.rev)
      catat(
        posisi,
        `dinomori sebagai ${nomor.stream} revisi ${nomor.rev}, padahal ${rekaman.stream} revisi ${rekaman.rev}`,
      );
    else if (nomor.leaf !== leaf) catat(posisi, 'isinya berbeda dari yang dahulu dinomori');
    const sebab = periksaRantai(rantai, rekaman, leaf);
    if (sebab !== undefined) catat(posisi, sebab);
    frontier.tambah(Buffer.from(leaf, 'hex'));
    if (posisi % 1_000 === 0) maju(posisi);
  }
  if (frontier.ukuran < ukuran)
    catat(
      frontier.ukuran,
      `EventStoreDB memuat ${frontier.ukuran} peristiwa, padahal ${ukuran} sudah dinomori`,
    );
  const dihitung = Buffer.from(frontier.akar()).toString('hex');
  if (dihitung !== akar && masalah.length === 0)
    catat(null, `akar seharusnya ${dihitung}, tersimpan ${akar}`);
  return { ukuran, akar, masalah };
};

export type Pasangan = {
  readonly posisi: number;
  readonly rekaman: Rekaman;
  readonly nomor: BarisNomor | undefined;
};

/** Our events in the server's order, each with the number that stands at its place in that order. */
export async function* berpasangan(
  klien: Pick<KlienEsdb, 'bacaSesudah'>,
  penomoran: Penomoran,
  ukuran: number,
): AsyncGenerator<Pasangan> {
  let posisi = 0;
  let setelah: LetakEsdb | null = null;
  while (posisi < ukuran) {
    const halaman: Rekaman[] = await klien.bacaSesudah(setelah);
    const akhir = halaman.at(-1);
    if (akhir === undefined) return;
    const milikKita = halaman.filter((r) => !milikServer(r));
    const nomor = new Map((await penomoran.halaman(posisi, milikKita.length)).map((n) => [n.posisi, n]));
    for (const rekaman of milikKita) {
      if (posisi >= ukuran) return;
      yield { posisi, rekaman, nomor: nomor.get(posisi) };
      posisi++;
    }
    setelah = akhir.letak;
  }
}

/** What is wrong with an event as the next of its stream. */
const periksaRantai = (rantai: Map<string, string>, r: Rekaman, leaf: string): string | undefined => {
  const prev = rantai.get(r.stream) ?? HEAD_KOSONG.prev;
  rantai.set(r.stream, leaf);
  try {
    return amplopDari(r).prev === prev ? undefined : `rantai ${r.stream} terputus di revisi ${r.rev}`;
  } catch (e) {
    if (e instanceof PeristiwaAsing) return e.message;
    throw e;
  }
};
