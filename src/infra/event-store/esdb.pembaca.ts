import { HEAD_KOSONG, type Recorded, type Stream, TokoTidakTersedia } from '../../kernel/event-store.js';
import { leafHex } from '../integrity/merkle.js';
import type { Codec } from './codec.js';
import { AksesDitolak, type KlienEsdb, type Rekaman, selama, sesudah } from './esdb.klien.js';
import type { BarisNomor, Penomoran } from './penomoran.js';
import { amplopDari } from './sequencer.js';

const BACA_MS = 2_000;
const HALAMAN = 500;
const JEDA_BACA = 20; // ms, up to twice that

/** Where the numbers and the server do not say the same. */
export class NomorTidakCocok extends Error {
  override readonly name = 'NomorTidakCocok';
}

/** Reads the log's streams as the server gives them, and its one order by the numbers. */
export class PembacaEsdb {
  private ditutup = false;

  constructor(
    private readonly klien: KlienEsdb,
    private readonly nomor: Penomoran,
    private readonly codec: Codec,
    private readonly akhir: Promise<void>,
  ) {
    void akhir.then(() => {
      this.ditutup = true;
    });
  }

  /** A stream as it stands. Throws TokoTidakTersedia when the server gives no answer, or its events make no chain. */
  async stream(nama: string): Promise<Stream> {
    let prev = HEAD_KOSONG.prev;
    const events = (await this.bacaStream(nama)).map((r) => {
      // A decision may not stand on events whose chain is broken.
      if (amplopDari(r).prev !== prev)
        throw new TokoTidakTersedia(`Rantai ${nama} terputus di revisi ${r.rev}.`);
      prev = leafHex(r.bytes ?? '');
      return this.codec.decode(r.bytes ?? '', -1, r.letak.commit);
    });
    return { head: { rev: events.length - 1, prev }, events };
  }

  /** The events of a stream up to a position. Errors as `stream`, and NomorTidakCocok. */
  async sampai(stream: string, posisi: number): Promise<readonly Recorded[]> {
    const nomor = await this.nomor.milik(stream, posisi);
    if (nomor.length === 0) return [];
    const menurutRev = new Map((await this.bacaStream(stream)).map((r) => [r.rev, r]));
    return nomor.map((n) => this.bernomor(n, menurutRev.get(n.rev)));
  }

  /** At most `batas` events from a position on; as kernel/event-store.ts promises of readAll. */
  async halaman(dari: number, batas: number): Promise<readonly Recorded[]> {
    const pasangan = await terbaca(async () =>
      this.rekamanUntuk(await this.nomor.halaman(dari, Math.min(batas, HALAMAN))),
    );
    const events: Recorded[] = [];
    for (const [n, r] of pasangan)
      try {
        events.push(this.bernomor(n, r));
      } catch (e) {
        if (events.length === 0) throw e;
        return events;
      }
    return events;
  }

  /** However long the stream is, as long as its pages come; without an answer it is given up after about BACA_MS. */
  private async bacaStream(stream: string): Promise<readonly Rekaman[]> {
    for (const tenggat = performance.now() + BACA_MS; ; ) {
      await selama(Math.max(0, tenggat - performance.now()), this.klien.siap());
      try {
        return await this.klien.baca(stream);
      } catch (e) {
        if (this.ditutup || e instanceof AksesDitolak || performance.now() > tenggat)
          throw new TokoTidakTersedia('EventStoreDB tidak dapat dibaca.', e);
        await selama(JEDA_BACA * (1 + Math.random()), this.akhir);
      }
    }
  }

  private bernomor(nomor: BarisNomor, rekaman: Rekaman | undefined): Recorded {
    const bytes = rekaman?.bytes ?? '';
    if (leafHex(bytes) !== nomor.leaf)
      throw new NomorTidakCocok(`posisi ${nomor.posisi}: isi log bukan yang dahulu dinomori`);
    return this.codec.decode(bytes, nomor.posisi, nomor.commit);
  }

  /** Each number with the event that stands at its place. */
  private async rekamanUntuk(nomor: readonly BarisNomor[]): Promise<[BarisNomor, Rekaman | undefined][]> {
    const [pertama] = nomor;
    const akhir = nomor.at(-1);
    if (pertama === undefined || akhir === undefined) return [];
    const menurutNama = new Map<string, Rekaman>();
    let halaman = await this.klien.bacaSemua({ commit: pertama.commit, prepare: pertama.prepare });
    for (;;) {
      for (const r of halaman) menurutNama.set(`${r.rev} ${r.stream}`, r);
      const ujung = halaman.at(-1)?.letak;
      if (ujung === undefined || !sesudah(akhir, ujung)) break;
      halaman = await this.klien.bacaSesudah(ujung);
    }
    return nomor.map((n) => [n, menurutNama.get(`${n.rev} ${n.stream}`)]);
  }
}

/** What cannot be read now says nothing against what stands there: a view waits for it, and does not stop. */
const terbaca = async <T>(baca: () => Promise<T>): Promise<T> => {
  try {
    return await baca();
  } catch (e) {
    throw new TokoTidakTersedia('EventStoreDB tidak dapat dibaca.', e);
  }
};
