import { HEAD_KOSONG, type Head, TokoTidakTersedia } from '../../kernel/event-store.js';
import { leafHex } from '../integrity/merkle.js';
import type { HasilKirim, Pengirim } from './antrean-stream.js';
import type { Tersandi } from './codec.js';
import { AksesDitolak, idRekaman, jedaUlang, type KlienEsdb, RevisiLain, selama } from './esdb.klien.js';
import type { UkuranKelompok } from './pengelompok.js';

/**
 * Sends a stream's events until their outcome is known. Every error of an append but a first refusal (another event
 * stands there, or the account may not) says nothing of it: the stream is read, and the very same events are sent again
 * until they, or somebody else's, are read there.
 */
export class PengirimEsdb implements Pengirim {
  /** Streams with an append whose outcome is not known. */
  readonly ragu = new Set<string>();
  private readonly pengukur = new Set<(kelompok: UkuranKelompok) => void>();
  private readonly penutup = Promise.withResolvers<void>();
  private selesai = false;

  constructor(private readonly klien: KlienEsdb) {}

  /** When it has given up. */
  get akhir(): Promise<void> {
    return this.penutup.promise;
  }

  /** No attempt is begun from here on. */
  menyerah(): void {
    this.selesai = true;
    this.penutup.resolve();
  }

  onKelompok(pengukur: (kelompok: UkuranKelompok) => void): void {
    this.pengukur.add(pengukur);
  }

  /** When there is a server to ask. Throws TokoTidakTersedia once it has given up. */
  async siap(): Promise<void> {
    await Promise.race([this.klien.siap(), this.akhir]);
    if (this.selesai) throw new TokoTidakTersedia('Log peristiwa sudah ditutup.');
  }

  async ujung(stream: string): Promise<Head> {
    const akhir = await this.klien.ujung(stream);
    return akhir === undefined ? HEAD_KOSONG : { rev: akhir.rev, prev: leafHex(akhir.bytes ?? '') };
  }

  async kirim(stream: string, rev: number, events: readonly Tersandi[]): Promise<HasilKirim> {
    const sejak = performance.now();
    try {
      const { commit } = await this.klien.tambah(stream, rev, events);
      const ms = performance.now() - sejak;
      for (const catat of this.pengukur) catat({ panggilan: 1, peristiwa: events.length, ms });
      return { letak: commit };
    } catch (e) {
      if (e instanceof RevisiLain) return 'bentrok';
      if (e instanceof AksesDitolak) return 'ditolak';
      this.ragu.add(stream);
      return this.sampaiPasti(stream, rev, events).finally(() => this.ragu.delete(stream));
    }
  }

  async jeda(percobaan: number): Promise<void> {
    await selama(jedaUlang(percobaan), this.akhir);
  }

  /** After an attempt without an answer: a refusal may now mean that our own events stand there. */
  private async sampaiPasti(stream: string, rev: number, events: readonly Tersandi[]): Promise<HasilKirim> {
    for (let percobaan = 0; ; percobaan++) {
      await this.jeda(percobaan);
      await this.siap();
      try {
        const ada = await this.cariTersimpan(stream, rev, events);
        if (ada !== null) return ada;
        return { letak: (await this.klien.tambah(stream, rev, events)).commit };
      } catch {
        // unknown again: once more from the beginning
      }
    }
  }

  /** Where our events stand, that somebody else's stand there, or null: nothing stands there yet. */
  private async cariTersimpan(
    stream: string,
    rev: number,
    events: readonly Tersandi[],
  ): Promise<HasilKirim | null> {
    const ada = await this.klien.baca(stream, rev + 1);
    if (ada.length === 0) return null;
    const akhir = ada[events.length - 1];
    const milikKita = events.every(({ leaf }, i) => ada[i]?.id === idRekaman(leaf));
    return milikKita && akhir !== undefined ? { letak: akhir.letak.commit } : 'bentrok';
  }
}
