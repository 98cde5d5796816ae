import { type Append, EventStore, type Pending, TokoTidakTersedia } from '../../src/kernel/event-store.js';

/** A store without a transaction over streams, whose line breaks after so many appends. */
export class TokoTerpisah extends EventStore {
  readonly atomik = false;
  readonly byteSekali = 8_000; // a few events: longer documents go in pieces
  readonly satuPenulis = true;

  constructor(
    private readonly asli: EventStore,
    private sisa: number,
  ) {
    super();
  }

  append(appends: readonly Append[]): Pending {
    expect(appends).toHaveLength(1);
    if (this.sisa-- > 0) return this.asli.append(appends);
    return { heads: [], committed: Promise.reject(new TokoTidakTersedia('sambungan putus')) };
  }
  read = (stream: string) => this.asli.read(stream);
  readAll = (dari: number, batas: number) => this.asli.readAll(dari, batas);
  readSampai = (stream: string, posisi: number) => this.asli.readSampai(stream, posisi);
  posisi = () => this.asli.posisi();
  posisiDari = (letak: number) => this.asli.posisiDari(letak);
  posisiPada = (at: string) => this.asli.posisiPada(at);
  onCommit = (listener: (posisi: number) => void) => this.asli.onCommit(listener);
  onPeristiwa = (listener: (stream: string, rev: number) => void) => this.asli.onPeristiwa(listener);
  close = () => this.asli.close();
}
